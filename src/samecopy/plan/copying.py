"""The array stages that find copies, for an engine to carry a batch or a range at a time.

fingerprint   texts            → postings
pair          postings         → furniture, pairs that share postings
align         texts of pairs   → passages, and what each pair amounts to
family        copy pairs       → families of parts of pages
"""

from samecopy.stages.copies.align import (
    Aligned,
    Flagged,
    align_pairs,
    by_pair,
    confirmed,
    joined_pairs,
    keyed,
    packed,
    some_pairs,
)
from samecopy.stages.copies.excerpts import FORMS, forms
from samecopy.stages.copies.family import Families, families, memberships, shares_of, standing
from samecopy.stages.copies.fingerprint import Postings, fingerprinted, parted
from samecopy.stages.copies.judge import KINDS
from samecopy.stages.copies.pair import (
    Lists,
    Sharing,
    added,
    candidates,
    counted,
    ends,
    furniture,
    gathered,
    labelled,
    lists,
    ordered,
    versions,
)

__all__ = [
    "FORMS",
    "KINDS",
    "Aligned",
    "Families",
    "Flagged",
    "Lists",
    "Postings",
    "Sharing",
    "added",
    "align_pairs",
    "by_pair",
    "candidates",
    "confirmed",
    "counted",
    "ends",
    "families",
    "fingerprinted",
    "forms",
    "furniture",
    "gathered",
    "joined_pairs",
    "keyed",
    "labelled",
    "lists",
    "memberships",
    "ordered",
    "packed",
    "parted",
    "shares_of",
    "some_pairs",
    "standing",
    "versions",
]
