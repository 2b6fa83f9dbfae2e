"""The array stages that find copies, for an engine to carry a batch or a range at a time.

fingerprint   texts            → postings
pair          postings         → furniture, pairs that share postings
align         texts of pairs   → passages, and what each pair amounts to
family        copy pairs       → families of parts of pages
"""

from samecopy.stages.copies.align import (
    KINDS,
    Aligned,
    Flagged,
    Packed,
    align_pairs,
    confirmed,
    joined_packed,
    joined_pairs,
    packed,
)
from samecopy.stages.copies.family import Families, families, memberships, shares_of
from samecopy.stages.copies.fingerprint import Postings, fingerprint, joined, parted
from samecopy.stages.copies.pair import Lists, candidates, ends, furniture, gathered, lists, sharing, versions

__all__ = [
    "KINDS",
    "Aligned",
    "Families",
    "Flagged",
    "Lists",
    "Packed",
    "Postings",
    "align_pairs",
    "candidates",
    "confirmed",
    "ends",
    "families",
    "fingerprint",
    "furniture",
    "gathered",
    "joined",
    "joined_packed",
    "joined_pairs",
    "lists",
    "memberships",
    "packed",
    "parted",
    "shares_of",
    "sharing",
    "versions",
]
