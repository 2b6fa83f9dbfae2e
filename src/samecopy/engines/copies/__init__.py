"""Finds the copies in a pile: carries the texts through the array stages of `stages.copies`.

    fingerprint   texts, a batch at a time        → postings
    pair          postings, a range at a time     → furniture, pairs that share postings
    align         the texts of some pairs         → passages and what each pair amounts to
    family        copy pairs                      → families of parts of pages

`search` has the first two, `bench` the third; `corpus` the texts, `crew` the cores, `workshop` what all
are given. `find_copies` gives records; `find_copies_arrays` the same without an object per pair, and
`find_copies_in` from a file of texts larger than memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.corpus import Corpus, Filed, Held
from samecopy.engines.copies.naming import Parts, copy_records, named_parts, numbered
from samecopy.engines.copies.search import read, related
from samecopy.engines.copies.settling import settled
from samecopy.engines.copies.workshop import Progress, Workshop, workshop
from samecopy.errors import InputError
from samecopy.plan.copying import (
    Aligned,
    Families,
    by_pair,
    families,
    gathered,
    memberships,
    shares_of,
)
from samecopy.records import Body, Copies
from samecopy.settings import CopySettings
from samecopy.store.texts import TextFile

__all__ = [
    "CopyArrays",
    "Parts",
    "Progress",
    "find_copies",
    "find_copies_arrays",
    "find_copies_in",
    "parts_of",
]

_SMALL = 3_000_000  # code points below which threads cost more than they give


@dataclass(frozen=True, slots=True)
class CopyArrays:
    """The same as arrays over articles, numbered as they were given.

    `labels` int64 (n,): equal for articles of one family (a spliced page counts to its first); the label
    is the number of one of them. `aligned` has every pair that was aligned, those that are neither copy
    nor excerpt included; `families` the parts of pages; `lengths` int64 (n,) the code points of each text.
    """

    labels: npt.NDArray[np.int64]
    aligned: Aligned
    families: Families
    lengths: npt.NDArray[np.int64]


def find_copies(
    bodies: Sequence[Body],
    settings: CopySettings,
    progress: Progress | None = None,
    cores: int | None = None,
) -> Copies:
    """Finds which pages carry the same copy, and by which passages; on all cores, or on so many.

    The result is the same for any order of bodies and any number of cores. Raises `InputError` where two
    have one id, `StoreError` when there is no place for temporary files.

    >>> text = "The harbour bridge at Mellin closes tonight for nine days while crews replace its cables."
    >>> found = find_copies([Body("a", "", text), Body("b", "", "Update: " + text)], CopySettings())
    >>> [(pair.kind, round(pair.containment, 1)) for pair in found.pairs], found.passages[0].b_span
    ([('copy', 1.0)], Span(begin=8, end=96))
    """
    ordered = sorted(bodies, key=lambda body: body.id)
    for one, other in pairwise(ordered):
        if one.id == other.id:
            raise InputError(f"two pages have the id {one.id!r}: ids must be unique in a pile")
    texts = [body.text for body in ordered]
    outlets = numbered([body.outlet for body in ordered])
    arrays = _find(Held(texts), outlets, settings, progress, cores)
    ids = [body.id for body in ordered]
    pairs, passages = copy_records(arrays.aligned, ids, texts.__getitem__, settings)
    return Copies(
        pairs, passages, memberships(arrays.families, arrays.aligned, ids, arrays.lengths, texts.__getitem__)
    )


def find_copies_arrays(
    ids: Sequence[str],
    outlets: Sequence[str],
    texts: Sequence[str],
    settings: CopySettings,
    progress: Progress | None = None,
    cores: int | None = None,
) -> CopyArrays:
    """What `find_copies` finds, as arrays: for piles where an object per pair would be too much.

    Articles are processed by order of id, so that the families found do not depend on the order given.

    >>> text = "The harbour bridge at Mellin closes tonight for nine days while crews replace its cables."
    >>> texts = [text, "Rain.", text]
    >>> find_copies_arrays(["b", "c", "a"], ["", "", ""], texts, CopySettings()).labels.tolist()
    [2, 1, 2]
    """
    order = _order(ids)
    corpus = Held([texts[i] for i in order])
    found = _find(corpus, numbered(outlets)[order], settings, progress, cores)
    return _as_given(found, order)


def find_copies_in(
    ids: Sequence[str],
    outlets: Sequence[str],
    texts: TextFile,
    settings: CopySettings,
    progress: Progress | None = None,
    cores: int | None = None,
) -> CopyArrays:
    """What `find_copies_arrays` finds, in texts that stay in their file."""
    order = _order(ids)
    found = _find(Filed(texts, order), numbered(outlets)[order], settings, progress, cores)
    return _as_given(found, order)


def parts_of(found: CopyArrays) -> Parts:
    """Which families each article is in, and how much of it."""
    share = shares_of(found.families, found.aligned, found.lengths)
    return named_parts(found.families, share, len(found.labels))


def _find(
    corpus: Corpus,
    outlets: npt.NDArray[np.int32],
    settings: CopySettings,
    progress: Progress | None,
    cores: int | None,
) -> CopyArrays:
    lengths = corpus.lengths
    few = 1 if int(lengths.sum()) < _SMALL else cores
    with workshop(settings, few, progress) as shop:
        aligned = by_pair(_searched(corpus, outlets, shop))
        found = families(aligned, lengths, settings, carry=shop.carry)
    return CopyArrays(found.label[: len(lengths)].astype(np.int64), aligned, found, lengths)


def _searched(corpus: Corpus, outlets: npt.NDArray[np.int32], shop: Workshop) -> Aligned:
    made = read(corpus, shop)
    links = related(made, outlets, shop)
    bench = Bench(corpus, links.flagged, shop)
    first = bench.align(gathered(links.shared, links.chosen, links.unflagged, shop.settings))
    return settled(first, links, bench)


def _order(ids: Sequence[str]) -> npt.NDArray[np.int64]:
    return np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)


def _as_given(found: CopyArrays, order: npt.NDArray[np.int64]) -> CopyArrays:
    """The same over articles in the order they were given, `order` of which was searched."""
    labels, lengths = np.empty(len(order), dtype=np.int64), np.empty(len(order), dtype=np.int64)
    labels[order] = found.labels if len(order) == 0 else order[found.families.page[found.labels]]
    lengths[order] = found.lengths
    return CopyArrays(
        labels,
        replace(found.aligned, pairs=order[found.aligned.pairs]),
        replace(found.families, page=order[found.families.page]),
        lengths,
    )
