"""From texts to the pairs of articles that are worth aligning, one range of hashes at a time.

    texts, a batch at a time       → postings, put by under their range of hashes
    postings, a range at a time    → lists; what articles of one outlet share → versions of a story
    lists, a range at a time       → furniture; what articles share
    counts, a stretch at a time    → pairs that share postings

Between two steps everything is put by in a `Spill`, so that memory holds a few ranges at a time, and
each step could be given to many machines a range each.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.corpus import Corpus, batches
from samecopy.engines.copies.workshop import Workshop
from samecopy.plan.copying import (
    Flagged,
    Lists,
    Postings,
    Sharing,
    added,
    candidates,
    counted,
    fingerprinted,
    furniture,
    labelled,
    lists,
    ordered,
    parted,
    versions,
)
from samecopy.store.spill import Spill


@dataclass(frozen=True, slots=True)
class Read:
    """What one pass over the texts gives.

    `sizes` int64 (n,), the number of postings of each article; `ranges` the number of ranges of hashes,
    `postings` those of each.
    """

    sizes: npt.NDArray[np.int64]
    ranges: int
    postings: Spill


@dataclass(frozen=True, slots=True)
class Related:
    """Articles that share postings.

    `sizes` int64 (n,), the number of postings of each, `flagged` those that are furniture; `versions`
    keys of pairs that are versions of one story; `shared` the pairs that share postings otherwise, and
    `chosen` (bool) which of them are worth aligning.
    """

    sizes: npt.NDArray[np.int64]
    flagged: Flagged
    versions: npt.NDArray[np.int64]
    shared: Sharing
    chosen: npt.NDArray[np.bool_]

    @property
    def unflagged(self) -> npt.NDArray[np.int64]:
        """The number of postings of each article that are not furniture."""
        return self.sizes - np.diff(self.flagged.starts)


def read(corpus: Corpus, shop: Workshop) -> Read:
    """Fingerprints all texts; postings lie under their range, in order of article."""
    settings, lengths = shop.settings, corpus.lengths
    total = int(lengths.sum())
    least = settings.core_ranges * shop.cores if shop.cores > 1 else 1
    ranges = 1
    while ranges < least or total > settings.range_chars * ranges:
        ranges *= 2
    postings = Spill((np.uint64, np.int32, np.int32), settings.held_bytes, shop.room("postings"))
    sizes = np.zeros(len(lengths), dtype=np.int64)

    def work(batch: tuple[int, int]) -> tuple[int, tuple[Postings, ...]]:
        made = fingerprinted(corpus.raw(range(*batch)), batch[0], settings)
        sizes[batch[0] : batch[1]] = np.bincount(made.article - batch[0], minlength=batch[1] - batch[0])
        return batch[1], parted(made, ranges)

    for end, parts in shop.carry(work, batches(lengths, settings.batch_chars)):
        for number, part in enumerate(parts):
            postings.put(number, (part.hashes, part.article, part.position))
        shop.tell("fingerprint", end, len(lengths))
    return Read(sizes, ranges, postings)


def related(made: Read, outlets: npt.NDArray[np.int32], shop: Workshop) -> Related:
    """Finds furniture and the pairs that share anything else; gives the postings up."""
    settings = shop.settings
    n = len(made.sizes)
    room = settings.held_bytes
    edges = Spill((np.int64,), room, shop.room("edges"))
    members = Spill((np.int32, np.int32), room, shop.room("members"))
    with edges, members:
        with Spill((np.int64, np.int32), room, shop.room("within")) as within:

            def invert(number: int) -> tuple[int, Lists, Sharing]:
                hashes, article, position = made.postings.rows(number)
                part = lists(Postings(hashes, article, position), made.ranges)
                return number, part, counted(part, outlets, None, settings)

            for number, part, some in shop.carry(invert, range(made.ranges)):
                made.postings.drop(number)
                edges.put(number, (part.bounds,))
                members.put(number, (part.article, part.position))
                _put_by_stretch(within, some, n, made.ranges)
                shop.tell("invert", number + 1, made.ranges)
            versioned = versions(_summed(within, made.ranges, n, 1, shop), made.sizes, settings)
        version = labelled(n, versioned)
        with Spill((np.int64, np.int32), room, shop.room("across")) as across:

            def pair(number: int) -> tuple[int, npt.NDArray[np.int64], Sharing]:
                article, position = members.rows(number)
                part = Lists(edges.rows(number)[0], article, position)
                flags = furniture(part, outlets, version, settings)
                marked = part.article[flags == 1].astype(np.int64) << 32 | part.position[flags == 1]
                return number, marked, counted(part, outlets, flags, settings)

            places = []
            for number, marked, some in shop.carry(pair, range(made.ranges)):
                edges.drop(number)
                members.drop(number)
                places.append(marked)
                _put_by_stretch(across, some, n, made.ranges)
                shop.tell("pair", number + 1, made.ranges)
            shared = _summed(across, made.ranges, n, settings.shared, shop)
    flagged = flagged_at(np.sort(np.concatenate(places)), n)
    sizes = made.sizes - np.diff(flagged.starts)
    return Related(made.sizes, flagged, versioned, shared, candidates(shared, sizes, settings))


def flagged_at(places: npt.NDArray[np.int64], n: int) -> Flagged:
    """Furniture of n articles from ascending keys: article << 32 | word position."""
    starts = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(np.bincount(places >> 32, minlength=n), out=starts[1:])
    return Flagged(starts, (places & 0xFFFFFFFF).astype(np.int32))


def _put_by_stretch(counts: Spill, some: Sharing, n: int, ranges: int) -> None:
    """Puts what one range counted by under stretches of articles b, as many as there are ranges."""
    edges = np.linspace(0, n, ranges + 1).astype(np.int64) << 32
    bounds = np.searchsorted(some.keys, edges).tolist()
    for stretch, (low, high) in enumerate(pairwise(bounds)):
        counts.put(stretch, (some.keys[low:high], some.counts[low:high]))


def _summed(counts: Spill, ranges: int, n: int, least: int, shop: Workshop) -> Sharing:
    """What all ranges counted, a stretch of articles at a time."""

    def add(stretch: int) -> Sharing:
        return added(n, Sharing(*counts.rows(stretch)), least)

    return ordered(n, list(shop.carry(add, range(ranges))))
