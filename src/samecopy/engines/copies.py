"""Finds the copies in a pile: carries the texts through the four array stages of `stages.copies`.

    fingerprint   texts, a batch at a time        → postings
    pair          postings, a range at a time     → furniture, pairs that share postings
    align         the texts of some pairs         → passages and what each pair amounts to
    family        copy pairs                      → families of parts of pages

The words of a pile are kept from the first step to the third while they are few enough; of a larger pile
the texts of the pairs are tokenised again, a batch at a time.
`find_copies` gives records; `find_copies_arrays` the same without an object per pair.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.errors import InputError
from samecopy.plan.copying import (
    KINDS,
    Aligned,
    Families,
    Flagged,
    Lists,
    Packed,
    Postings,
    align_pairs,
    candidates,
    confirmed,
    ends,
    families,
    fingerprint,
    furniture,
    gathered,
    joined,
    joined_packed,
    joined_pairs,
    lists,
    memberships,
    packed,
    parted,
    shares_of,
    sharing,
    versions,
)
from samecopy.records import Body, Copies, Pair, Passage, Span
from samecopy.settings import CopySettings
from samecopy.text.words import Tokens, tokens

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class CopyArrays:
    """The same as arrays over articles, numbered as they were given.

    `labels` int64 (n,): equal for articles of one family (a spliced page counts to its first); the label
    is the number of one of them. `aligned` has every pair that was aligned, those that are neither copy
    nor excerpt included; `families` the parts of pages.
    """

    labels: npt.NDArray[np.int64]
    aligned: Aligned
    families: Families


def find_copies(bodies: Sequence[Body], settings: CopySettings, progress: Progress | None = None) -> Copies:
    """Finds which pages carry the same copy, and by which passages.

    The result is the same for any order of bodies. Raises `InputError` where two have one id.

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
    arrays = _find(texts, _numbered([body.outlet for body in ordered]), settings, progress)
    ids = [body.id for body in ordered]
    pairs, passages = _records(arrays.aligned, ids)
    return Copies(pairs, passages, memberships(arrays.families, arrays.aligned, ids, texts))


def find_copies_arrays(
    ids: Sequence[str],
    outlets: Sequence[str],
    texts: Sequence[str],
    settings: CopySettings,
    progress: Progress | None = None,
) -> CopyArrays:
    """What `find_copies` finds, as arrays: for piles where an object per pair would be too much.

    Articles are processed by order of id, so that the families found do not depend on the order given.

    >>> text = "The harbour bridge at Mellin closes tonight for nine days while crews replace its cables."
    >>> texts = [text, "Rain.", text]
    >>> find_copies_arrays(["b", "c", "a"], ["", "", ""], texts, CopySettings()).labels.tolist()
    [2, 1, 2]
    """
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    found = _find([texts[i] for i in order], _numbered([outlets[i] for i in order]), settings, progress)
    labels = np.empty(len(ids), dtype=np.int64)
    labels[order] = found.labels if len(ids) == 0 else order[found.families.page[found.labels]]
    return CopyArrays(
        labels,
        replace(found.aligned, pairs=order[found.aligned.pairs]),
        replace(found.families, page=order[found.families.page]),
    )


def shares(found: CopyArrays, texts: Sequence[str]) -> npt.NDArray[np.float64]:
    """For each part of `found.families` the share, 0 to 1, of its text that lies in its family's copy."""
    return shares_of(found.families, found.aligned, np.array([len(text) for text in texts], dtype=np.int64))


def _find(
    texts: Sequence[str],
    outlets: npt.NDArray[np.int32],
    settings: CopySettings,
    progress: Progress | None,
) -> CopyArrays:
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    read = _read(texts, lengths, settings, progress)
    sizes = read.sizes
    parts = [lists(joined(read.taken(place)), len(read.ranges)) for place in range(len(read.ranges))]
    version = versions(sharing(parts, outlets, None, settings), sizes, settings)
    flags = [furniture(part, outlets, version, settings) for part in parts]
    for part, flag in zip(parts, flags, strict=True):
        sizes -= np.bincount(part.article[flag == 1], minlength=len(texts))
    shared = sharing(parts, outlets, flags, settings)
    bench = _Bench(texts, lengths, read.held, _flagged(parts, flags, len(texts)), settings, progress)
    del parts, flags
    chosen = candidates(shared, sizes, settings)
    aligned = bench.align(gathered(shared, chosen, sizes, settings))
    # Within a family even a few postings in common are worth a look.
    label = families(aligned, lengths, settings, settled=False).label
    a, b = ends(shared.keys)
    rest = ~chosen & (label[a] == label[b])
    aligned = joined_pairs([aligned, bench.align(gathered(shared, rest, sizes, settings))])
    aligned = confirmed(aligned, label, settings)
    found = families(aligned, lengths, settings)
    return CopyArrays(found.label[: len(texts)].astype(np.int64), aligned, found)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one pass over the texts gives.

    `sizes` int64 (n,), the number of postings of each article; `ranges` the postings of each range of
    hashes, in batches; `held` the words of each batch, with the number of its first text, when the pile
    is small enough to keep them.
    """

    sizes: npt.NDArray[np.int64]
    ranges: list[list[Postings]]
    held: list[tuple[int, Tokens]] | None

    def taken(self, place: int) -> list[Postings]:
        """The postings of one range, which are not kept any longer."""
        parts, self.ranges[place] = self.ranges[place], []
        return parts


def _read(
    texts: Sequence[str], lengths: npt.NDArray[np.int64], settings: CopySettings, progress: Progress | None
) -> _Read:
    total = int(lengths.sum())
    ranges: list[list[Postings]] = [[]]
    while total > settings.range_chars * len(ranges):
        ranges += [[] for _ in ranges]
    held: list[tuple[int, Tokens]] = []
    sizes = np.zeros(len(texts), dtype=np.int64)
    for begin, end in _batches(lengths, settings.batch_chars):
        found = tokens(texts[begin:end])
        made = fingerprint(found, begin, settings)
        sizes[begin:end] = np.bincount(made.article - begin, minlength=end - begin)
        for part, known in zip(parted(made, len(ranges)), ranges, strict=True):
            known.append(part)
        if total <= settings.held_chars:
            held.append((begin, found))
        if progress:
            progress("fingerprint", end, len(texts))
    return _Read(sizes, ranges, held if total <= settings.held_chars else None)


@dataclass(frozen=True, slots=True)
class _Bench:
    """What alignment needs at hand: the texts or their words, and the furniture."""

    texts: Sequence[str]
    lengths: npt.NDArray[np.int64]
    held: list[tuple[int, Tokens]] | None
    flagged: Flagged
    settings: CopySettings
    progress: Progress | None

    def align(self, pairs: npt.NDArray[np.int64]) -> Aligned:
        """Aligns pairs in batches of articles that fit; in the order given."""
        parts = []
        done = 0
        for group in self._groups(pairs):
            if len(group) == 0:
                continue
            made = joined_packed(list(self._packed(group)))
            for begin in range(0, len(group), self.settings.batch_pairs):
                some = group[begin : begin + self.settings.batch_pairs]
                parts.append(align_pairs(made, some, self.settings))
                done += len(some)
                if self.progress:
                    self.progress("align", done, len(pairs))
        return joined_pairs(parts)

    def _groups(self, pairs: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.int64]]:
        if self.held is not None:
            yield pairs
            return
        for begin, end in _pair_batches(pairs, self.lengths, self.settings.aligned_chars):
            yield pairs[begin:end]

    def _packed(self, pairs: npt.NDArray[np.int64]) -> Iterator[Packed]:
        """The words of the articles of some pairs, a batch of texts at a time."""
        wanted = np.zeros(len(self.texts), dtype=bool)
        wanted[pairs] = True
        if self.held is not None:
            for first, found in self.held:
                numbers = np.arange(first, first + len(found.starts) - 1)
                if wanted[numbers].any():
                    yield packed(found, numbers, wanted[numbers], self.flagged, self.settings)
            return
        numbers = np.flatnonzero(wanted)
        for low, high in _batches(self.lengths[numbers], self.settings.batch_chars):
            some = numbers[low:high]
            found = tokens([self.texts[i] for i in some.tolist()])
            yield packed(found, some, wanted[some], self.flagged, self.settings)


def _flagged(parts: Sequence[Lists], flags: Sequence[npt.NDArray[np.uint8]], n: int) -> Flagged:
    places = [
        part.article[flag == 1].astype(np.int64) << 32 | part.position[flag == 1]
        for part, flag in zip(parts, flags, strict=True)
    ]
    ordered = np.sort(np.concatenate(places))
    starts = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(ordered >> 32, minlength=n), out=starts[1:])
    return Flagged(starts, (ordered & 0xFFFFFFFF).astype(np.int32))


def _batches(sizes: npt.NDArray[np.int64], limit: int) -> Iterator[tuple[int, int]]:
    """Ranges of items whose sizes add up to about `limit`."""
    begin = total = 0
    for place, size in enumerate(sizes.tolist()):
        total += size
        if total >= limit or place == len(sizes) - 1:
            yield begin, place + 1
            begin, total = place + 1, 0


def _pair_batches(
    pairs: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64], limit: int
) -> Iterator[tuple[int, int]]:
    """Ranges of pairs whose articles, each counted once, have about `limit` code points.

    A range ends where the first article changes only.
    """
    if len(pairs) == 0:
        return
    turns = np.flatnonzero(np.diff(pairs[:, 0])) + 1
    stamp = np.full(len(lengths), -1, dtype=np.int64)
    begin = total = batch = 0
    ends = [*turns.tolist(), len(pairs)]
    low = 0
    for high in ends:
        some = np.append(pairs[low:high, 1], pairs[low, 0])
        fresh = some[stamp[some] != batch]
        stamp[fresh] = batch
        total += int(lengths[fresh].sum())
        low = high
        if total >= limit or high == len(pairs):
            yield begin, high
            begin, total, batch = high, 0, batch + 1


def _numbered(outlets: Sequence[str]) -> npt.NDArray[np.int32]:
    """Outlet keys as numbers from 0 on; -1 for ""."""
    number = {key: place for place, key in enumerate(sorted(set(outlets) - {""}))}
    return np.array([number.get(key, -1) for key in outlets], dtype=np.int32)


def _records(aligned: Aligned, ids: Sequence[str]) -> tuple[tuple[Pair, ...], tuple[Passage, ...]]:
    pairs, passages = [], []
    for p in np.flatnonzero(aligned.kind > 0).tolist():
        a, b = (ids[i] for i in aligned.pairs[p].tolist())
        containment, words = round(float(aligned.containment[p]), 6), int(aligned.words[p])
        pairs.append(Pair(a, b, containment, words, KINDS[aligned.kind[p]]))
        for row in range(int(aligned.bounds[p]), int(aligned.bounds[p + 1])):
            begin, end, other_begin, other_end = aligned.spans[row].tolist()
            exact = bool(aligned.verbatim[row])
            passages.append(Passage(a, b, Span(begin, end), Span(other_begin, other_end), exact))
    pairs.sort(key=lambda pair: (pair.a, pair.b))
    passages.sort(key=lambda passage: (passage.a, passage.b, passage.a_span))
    return tuple(pairs), tuple(passages)
