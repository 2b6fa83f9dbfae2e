"""Copy pairs to families: who carries the same copy, and by which paragraphs.

Families hold parts of pages. Most pages are one part; a page spliced from two originals is two, so that
it belongs to both families and joins neither to the other. Single linkage over parts suffices, since
furniture never gets this far.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.kernels.splice import covered, incidences, splice
from samecopy.kernels.union import components
from samecopy.records import Membership
from samecopy.settings import CopySettings
from samecopy.stages.copies.align import Aligned, keyed

Stretch = tuple[int, int]
"""Pages from one number up to another, which is not included."""

Split = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""What `splice` gives of a stretch."""

Carry = Callable[[Callable[[Stretch], Split], Iterable[Stretch]], Iterable[Split]]
"""Does some work for each stretch, as `map` does, or on several cores; outcomes in the order given."""


@dataclass(frozen=True, slots=True)
class Families:
    """Parts of pages and their labels.

    `page` int64 (parts,), the article number of each part: parts 0 to n - 1 are the articles themselves,
    further ones the other parts of spliced pages. `label` int32 (parts,), the least part of the same
    family. `pair` int64 (k,), rows of the `Aligned` that are copies, and `part` int64 (k, 2), their parts.
    """

    page: npt.NDArray[np.int64]
    label: npt.NDArray[np.int32]
    pair: npt.NDArray[np.int64]
    part: npt.NDArray[np.int64]


def families(
    aligned: Aligned,
    lengths: npt.NDArray[np.int64],
    settings: CopySettings,
    settled: bool = True,
    carry: Carry = map,
) -> Families:
    """Joins copy pairs into families; `lengths` are the code points of each article. `carry` spreads work.

    While pairs within families are still to be aligned (not `settled`), pages that share nothing may only
    not have been compared: then both sides of a spliced page must have much of their own.
    """
    rows = np.flatnonzero(aligned.kind == 2)
    rows = rows[np.argsort(keyed(aligned.pairs[rows]))]
    part = aligned.pairs[rows].reshape(-1)
    starts, sides, near = incidences(len(lengths), part[0::2], part[1::2])
    bounds = _passages(aligned, rows)
    shares = aligned.shares[rows]
    apart = (shares < settings.splice_share).astype(np.int64) * 2
    if settled:
        apart = np.maximum(apart, shares < settings.splice_whole)
    related = np.sort(keyed(aligned.pairs[aligned.words >= settings.copy_words]))
    apart = apart[:, 0] | apart[:, 1] << 2

    def split(pages: Stretch) -> Split:
        return splice(
            *pages,
            lengths,
            starts,
            sides,
            near,
            bounds,
            aligned.spans,
            apart,
            related,
            settings.splice_beyond,
        )

    page = np.arange(len(lengths))
    for side, number, further in carry(split, _stretches(starts, settings.spliced_sides)):
        part[side] = len(page) + number
        page = np.append(page, further)
    label = components(len(page), part[0::2], part[1::2])
    return Families(page, label, rows, part.reshape(-1, 2))


def standing(aligned: Aligned, settings: CopySettings) -> npt.NDArray[np.uint8]:
    """All that `families` and `confirmed` ask of each pair but its kind and passages: pairs alike in the
    three make the same families."""
    bits = [aligned.words >= settings.copy_words, aligned.unquoted >= settings.copy_words]
    for least in (settings.splice_share, settings.splice_whole):
        bits += [aligned.shares[:, 0] < least, aligned.shares[:, 1] < least]
    return np.asarray(np.packbits(np.stack(bits), axis=0)[0])


def shares_of(found: Families, aligned: Aligned, lengths: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """For each part the share of its page's text, 0 to 1, in passages with others of the family."""
    bounds = _passages(aligned, found.pair)
    inside = covered(lengths, found.part.reshape(-1), found.page, bounds, aligned.spans)
    return np.minimum(1.0, inside / np.maximum(lengths[found.page], 1))


def _passages(aligned: Aligned, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Where the passages of some pairs begin and end among all, (k, 2)."""
    return np.stack([aligned.bounds[rows], aligned.bounds[rows + 1]], axis=1)


def _stretches(starts: npt.NDArray[np.int64], sides: int) -> Iterator[Stretch]:
    """All pages, in stretches that stand in about so many pairs; page t in those of `starts` t to t + 1."""
    edges = np.searchsorted(starts, np.arange(0, starts[-1], sides))
    return pairwise(np.unique(np.append(edges, len(starts) - 1)).tolist())


def memberships(
    found: Families,
    aligned: Aligned,
    ids: Sequence[str],
    lengths: npt.NDArray[np.int64],
    text_of: Callable[[int], str],
) -> tuple[Membership, ...]:
    """One record per page and family, sorted by family and page; `lengths` int64 are in code points.

    A family's id is a digest of its least page id that stands in it whole (of the least, with the number
    of its part, when all are spliced), so that it stays when later pages join.
    """
    share = shares_of(found, aligned, lengths)
    members: dict[int, list[int]] = defaultdict(list)
    for part, label in enumerate(found.label.tolist()):
        members[label].append(part)
    split = set(found.page[len(ids) :].tolist())
    turn = _turns(found.page)
    covers = _covers(found, aligned, {p for p, page in enumerate(found.page.tolist()) if page in split})
    records = []
    for parts in members.values():
        if len(parts) < 2:
            continue
        pages = found.page[parts].tolist()
        whole = [ids[page] for page in pages if page not in split]
        first = min(zip(pages, parts, strict=True), key=lambda of: ids[of[0]])
        name = _family_id(min(whole) if whole else f"{ids[first[0]]}#{turn[first[1]]}")
        for part, page in zip(parts, pages, strict=True):
            text = text_of(page)
            numbers = _carried(covers[part], text) if page in split else _filled(text)
            records.append(Membership(name, ids[page], round(float(share[part]), 6), numbers))
    return tuple(sorted(records, key=lambda record: (record.family, record.page, record.paragraphs)))


def _turns(pages: npt.NDArray[np.int64]) -> list[int]:
    """For each part which one of its page's it is, from 0 on."""
    seen: dict[int, int] = defaultdict(int)
    turns = []
    for page in pages.tolist():
        turns.append(seen[page])
        seen[page] += 1
    return turns


def _family_id(page: str) -> str:
    return "f" + hashlib.blake2b(page.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _filled(text: str) -> tuple[int, ...]:
    """The numbers of the lines that are not blank."""
    return tuple(number for number, line in enumerate(text.split("\n")) if line and not line.isspace())


def _covers(found: Families, aligned: Aligned, parts: set[int]) -> dict[int, list[tuple[int, int]]]:
    """The passages of some parts, as spans of their pages."""
    covers: dict[int, list[tuple[int, int]]] = {part: [] for part in parts}
    mine = np.isin(found.part, np.array(sorted(parts), dtype=np.int64))
    for place, side in zip(*np.nonzero(mine), strict=True):
        row = found.pair[place]
        spans = aligned.spans[aligned.bounds[row] : aligned.bounds[row + 1], 2 * side : 2 * side + 2]
        covers[int(found.part[place, side])] += [(begin, end) for begin, end in spans.tolist()]
    return covers


def _carried(cover: list[tuple[int, int]], text: str) -> tuple[int, ...]:
    """The numbers of the lines of which at least half lies in the passages."""
    inside = np.zeros(len(text) + 1, dtype=bool)
    for begin, end in cover:
        inside[begin:end] = True
    numbers = []
    begin = 0
    for number, line in enumerate(text.split("\n")):
        end = begin + len(line)
        if line.strip() and 2 * int(inside[begin:end].sum()) >= len(line):
            numbers.append(number)
        begin = end + 1
    return tuple(numbers)
