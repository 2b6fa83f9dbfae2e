"""What outlets print in story after story, in an index: kept apart, and no more of it than tells.

A phrase of an outlet's furniture stands on thousands of its pages, one that many outlets print on most
pages of the index. No pair is counted by it, so a search needs little of it: whether it is furniture of
the outlet of a page, and that pages with too many of their outlet's kind are no versions of one story.
A few members for each phrase and outlet tell both. They lie under a key of both (`stocked`); every other
posting lies under its hash alone.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.nearby import Near, distinct, within
from samecopy.kernels.seek import firsts, held, stocked
from samecopy.plan.copying import Flagged, Postings
from samecopy.settings import CopySettings
from samecopy.store.postings import Three

I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
U64 = npt.NDArray[np.uint64]
Bools = npt.NDArray[np.bool_]


def once(made: Postings) -> Postings:
    """Postings, in order of article, without those whose article has the hash before."""
    first = firsts(made.hashes, made.article) == 1
    return Postings(made.hashes[first], made.article[first], made.position[first])


def told_by(keys: U64, numbers: I64, version: I64, settings: CopySettings) -> Bools:
    """Which pieces of furniture are kept: of each key the first few articles, and more until they are of
    twice as many stories as make furniture, so that updates that join two stories leave it that."""
    order = np.lexsort((numbers, keys))
    keys, version = keys[order], version[order]
    story = np.lexsort((version, keys))
    first = np.ones(len(keys), dtype=bool)
    first[story[1:]] = (keys[story][1:] != keys[story][:-1]) | (version[story][1:] != version[story][:-1])
    begins = np.append(True, keys[1:] != keys[:-1]) if len(keys) else first
    begin = np.flatnonzero(begins)[np.cumsum(begins) - 1]
    stories = np.cumsum(first) - first
    few = np.arange(len(keys)) - begin <= settings.version_crowd
    kept = np.empty(len(keys), dtype=bool)
    kept[order] = few | (stories - stories[begin] < 2 * settings.furniture_stories)
    return kept


def fallen(around: Near, before: U8, after: U8, settings: CopySettings) -> bool:
    """Whether something is furniture no longer of which more may have been than was kept."""
    fell = (before == 1) & (after == 0)
    if not fell.any():
        return False
    key = _members(around) << 32 | around.articles.outlets[around.part.article]
    found, counts = np.unique(key[before == 1], return_counts=True)
    return bool((counts[np.searchsorted(found, key[fell])] > settings.version_crowd).any())


def refiled(
    around: Near, fresh: Postings, before: U8, after: U8, settings: CopySettings
) -> tuple[Three, Three]:
    """What to add to an index: to the postings under their hash, and to the furniture.

    Those are of new articles (`fresh`), and what became furniture or is it no longer.
    """
    articles, article, position = around.articles, around.part.article, around.part.position
    hashes, numbers = around.hashes[around.lists][_members(around)], articles.numbers[article]
    keys = stocked(hashes, articles.outlets[article])
    more = np.flatnonzero(after == 1)
    more = more[within(keys[more], distinct(keys[more[before[more] == 0]]))]
    more = more[told_by(keys[more], numbers[more], articles.version[article][more], settings)]
    more = more[before[more] == 0]
    less = (before == 1) & (after == 0)
    flagged = np.sort((numbers << 32 | position)[after == 1])
    plain = ~within(fresh.article.astype(np.int64) << 32 | fresh.position, flagged)
    some = (
        np.append(fresh.hashes[plain], hashes[less]),
        np.append(fresh.article[plain], numbers[less].astype(np.int32)),
        np.append(fresh.position[plain], position[less]),
    )
    return some, (keys[more], numbers[more].astype(np.int32), position[more])


def plain_ranges(parts: Iterator[Three], flagged: Flagged, order: I64) -> Iterator[Three]:
    """Of the postings of each range, by rank, those that are not furniture, by number."""
    for hashes, rank, position in parts:
        mine = held(flagged.starts[:-1], flagged.starts[1:], flagged.position, rank, position) == 0
        yield hashes[mine], order[rank[mine]].astype(np.int32), position[mine]


def stock_ranges(
    parts: Iterator[Three],
    flagged: Flagged,
    order: I64,
    outlets: I64,
    version: I64,
    settings: CopySettings,
) -> Iterator[Three]:
    """Of the postings of each range, by rank, the furniture that is kept, by number; `outlets` and
    `version` are by rank."""
    for hashes, rank, position in parts:
        mine = held(flagged.starts[:-1], flagged.starts[1:], flagged.position, rank, position) == 1
        rank, position = rank[mine], position[mine]
        keys = stocked(hashes[mine], outlets[rank])
        kept = told_by(keys, order[rank], version[rank], settings)
        yield keys[kept], order[rank[kept]].astype(np.int32), position[kept]


def _members(around: Near) -> I64:
    """The list of each member."""
    sizes = np.diff(around.part.bounds)
    return np.repeat(np.arange(len(sizes)), sizes)
