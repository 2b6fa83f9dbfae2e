"""A part of an index in memory: what is known of its articles, and postings lists whole among some.

What is known of every article is a few numbers, loaded for an addition as a whole (`Known`); names and
texts are fetched for the few that need them.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from samecopy.engines.copies.corpus import batches
from samecopy.engines.copies.search import flagged_at
from samecopy.kernels.seek import grouped, held, partners, stocked
from samecopy.plan.copying import Flagged, Lists, Postings, Sharing, fingerprinted
from samecopy.settings import CopySettings
from samecopy.store.index import IndexStore
from samecopy.store.postings import find
from samecopy.store.rows import RowFile

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]
Number = TypeVar("Number", bound=np.integer)
Found = tuple[I64, I32, I32]
"""Postings that were looked for: the place of the hash, the article's number, the word position."""


class Known:
    """What an index knows of its articles, by number: (n,) int64 arrays, which an addition writes to.

    `outlets` numbers, -1 where unknown; `postings` how many each has; `version` and `knot` labels;
    `flags_at` and `flags` where its furniture lies in the file, and how much.
    """

    def __init__(self, store: IndexStore) -> None:
        found = store.fetch("SELECT number, outlet, postings, version, knot, flags_at, flags FROM articles")
        order = np.argsort(found["number"].to_numpy(), kind="stable")
        self.outlets, self.postings, self.version, self.knot, self.flags_at, self.flags = (
            np.asarray(found[name].to_numpy(), dtype=np.int64)[order]
            for name in ("outlet", "postings", "version", "knot", "flags_at", "flags")
        )

    def __len__(self) -> int:
        return len(self.postings)


@dataclass(frozen=True)
class Some:
    """Some articles in an order of their own, their rank: by number, or by id (`ids`, else empty).

    `numbers` int64 (n,) are theirs in the index; `outlets` (int32), `postings`, `version`, `flags_at` and
    `flags` as in `Known`; `furniture` is the file that the last two point at.
    """

    numbers: I64
    ids: list[str]
    outlets: I32
    postings: I64
    version: I64
    flags_at: I64
    flags: I64
    furniture: RowFile

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def _rank(self) -> I64:
        """The rank of each number, -1 for those of other articles."""
        found = np.full(int(self.numbers.max(initial=-1)) + 2, -1, dtype=np.int64)
        found[self.numbers] = np.arange(len(self.numbers))
        return found

    def ranks(self, numbers: npt.NDArray[np.integer]) -> I64:
        """The ranks of articles that are among these."""
        return np.asarray(self._rank[numbers])

    def among(self, numbers: I64) -> npt.NDArray[np.bool_]:
        """Which of these, by rank, have one of the numbers."""
        found = np.zeros(len(self), dtype=bool)
        ranks = self._rank[numbers[numbers < len(self._rank)]]
        found[ranks[ranks >= 0]] = True
        return found

    def keyed(self, a: I64, b: I64) -> I64:
        """Keys of pairs given by number: the lesser rank << 32 | the greater."""
        one, other = self.ranks(a), self.ranks(b)
        return np.minimum(one, other) << 32 | np.maximum(one, other)

    def places(self, ranks: I64) -> I64:
        """Where the furniture of some of these stands, ascending as the ranks are: rank << 32 | word
        position."""
        positions = self.furniture.read(self.flags_at[ranks], self.flags[ranks])[:, 0]
        return np.repeat(ranks, self.flags[ranks]) << 32 | positions

    @cached_property
    def flagged(self) -> Flagged:
        return flagged_at(self.places(np.arange(len(self))), len(self))

    @property
    def unflagged(self) -> I64:
        """The number of postings of each that are not furniture."""
        return self.postings - self.flags


@dataclass(frozen=True)
class Near:
    """The postings lists of some hashes, and all articles in them.

    A list has all members that are not furniture; of what is an outlet's furniture only that of outlets
    that were asked for, and no more members of it than tell that it is furniture. `hashes` (uint64) are
    those that were looked for, `stock` (uint64, ascending) the furniture; `found` are the postings: the
    place of the hash, the article's number, the word position. `lists` int64 is the hash of each of `part`.
    """

    hashes: U64
    stock: U64
    found: tuple[I64, I32, I32]
    articles: Some
    lists: I64
    part: Lists

    @cached_property
    def keys(self) -> I64:
        """The place of each member of the lists: rank << 32 | word position."""
        return self.part.article.astype(np.int64) << 32 | self.part.position

    @cached_property
    def flags(self) -> npt.NDArray[np.uint8]:
        """1 for members of the lists that are known as furniture."""
        known, file = self.articles, self.articles.furniture
        return _furniture(file, known.flags_at, known.flags, self.part.article, self.part.position)


def some(store: IndexStore, known: Known, numbers: I64) -> Some:
    """Articles by number, in the order given."""
    outlets = known.outlets[numbers].astype(np.int32)
    postings, version, at, flags = (
        column[numbers] for column in (known.postings, known.version, known.flags_at, known.flags)
    )
    return Some(numbers, [], outlets, postings, version, at, flags, store.flags)


def named(store: IndexStore, known: Known, numbers: I64) -> Some:
    """Articles in order of id, as a whole pile has them."""
    found = store.fetch("SELECT number, id FROM articles JOIN wanted ON number = n", wanted=numbers)
    found = found.take(pc.sort_indices(found["id"]))
    in_order = np.asarray(found["number"].to_numpy(), dtype=np.int64)
    return replace(some(store, known, in_order), ids=found["id"].to_pylist())


def fingerprints(store: IndexStore, numbers: I64, settings: CopySettings) -> Postings:
    """The postings of articles, made from their texts again; in order of `numbers`, ascending."""
    store.texts.flush()
    parts = []
    for low, high in batches(store.texts.lengths_of(numbers), settings.batch_chars):
        made = fingerprinted(store.texts.encoded(numbers[low:high].tolist()), 0, settings)
        parts.append(Postings(made.hashes, numbers[low:high][made.article].astype(np.int32), made.position))
    none = Postings(np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.int32))
    return Postings(
        np.concatenate([part.hashes for part in (none, *parts)]),
        np.concatenate([part.article for part in (none, *parts)]),
        np.concatenate([part.position for part in (none, *parts)]),
    )


def near(
    store: IndexStore, known: Known, made: Postings, crowd: int, own: bool = True, before: Near | None = None
) -> Near:
    """The lists that the postings of some articles stand in (`made`), beside those of `before`.

    Without `before` the postings are not in the store yet. Furniture of the articles' own outlets is there
    if asked for (`own`). Articles come by number; those of lists with more than `crowd` members after the
    others and by id, for there order matters.
    """
    around = _nothing(store, known) if before is None else before
    hashes, of = np.unique(made.hashes, return_inverse=True)
    place, wanted = _placed(hashes, around.hashes)
    which, number, position = find(store.postings, store.segments, wanted)
    found = _told(store, known, (which + len(around.hashes), number, position), furniture=False)
    stock = around.stock
    if own:
        owner = known.outlets[made.article]
        of_outlet = np.flatnonzero(owner >= 0)
        keys, some_one = np.unique(stocked(made.hashes, owner)[of_outlet], return_index=True)
        unknown = ~within(keys, stock)
        keys, some_one = keys[unknown], of_outlet[some_one[unknown]]
        which, number, position = find(store.postings, store.stock, keys)
        mine = known.outlets[number] == owner[some_one[which]]
        more = (place[of[some_one[which[mine]]]], number[mine], position[mine])
        found = _beside(found, _told(store, known, more, furniture=True))
        stock = np.sort(np.append(stock, keys))
    if before is None:
        found = _beside(found, (place[of], made.article, made.position))
    found = _beside(around.found, found)
    hashes = np.append(around.hashes, wanted)
    articles = _ranked(store, known, found, len(hashes), crowd)
    ranks = articles.ranks(found[1]).astype(np.int32)
    lists, bounds, article, position = grouped(found[0], ranks, found[2], len(hashes))
    return Near(hashes, stock, found, articles, lists, Lists(bounds, article, position))


def _placed(hashes: U64, there: U64) -> tuple[I64, U64]:
    """The places of ascending hashes among those that are there and, after them, the others; the others."""
    order = np.argsort(there)
    lower = np.searchsorted(there[order], hashes) if len(there) else np.zeros(len(hashes), np.int64)
    known = within(hashes, there[order])
    place = len(there) + np.cumsum(~known) - 1
    place[known] = order[lower[known]]
    return place, hashes[~known]


def shared_by(
    around: Near, flags: npt.NDArray[np.uint8] | None, mine: npt.NDArray[np.bool_], settings: CopySettings
) -> Sharing:
    """What some articles (`mine`, by rank) share with any; without `flags`, with those of their outlet."""
    part, within_outlet = around.part, flags is None
    keys, counts = partners(
        part.bounds,
        part.article,
        around.articles.outlets,
        np.zeros(len(part.article), np.uint8) if flags is None else flags,
        mine.astype(np.uint8),
        within_outlet,
        settings.version_crowd if within_outlet else settings.crowd,
        settings.crowd_reach,
    )
    order = np.argsort(keys)
    return Sharing(keys[order], counts[order])


def _nothing(store: IndexStore, known: Known) -> Near:
    none, few = np.zeros(0, np.int64), np.zeros(0, np.int32)
    hashes = np.zeros(0, np.uint64)
    part = Lists(np.zeros(1, np.int64), few, few)
    return Near(hashes, hashes, (none, few, few), some(store, known, none), none, part)


def _beside(one: Found, other: Found) -> Found:
    return np.append(one[0], other[0]), np.append(one[1], other[1]), np.append(one[2], other[2])


def _told(store: IndexStore, known: Known, found: Found, furniture: bool) -> Found:
    """Those of the postings that are known as furniture, or the others.

    What turned into furniture still lies where it lay before.
    """
    which, number, position = found
    mine = (_furniture(store.flags, known.flags_at, known.flags, number, position) == 1) == furniture
    return which[mine], number[mine], position[mine]


def _furniture(file: RowFile, at: I64, flags: I64, article: I32, position: I32) -> npt.NDArray[np.uint8]:
    """1 for postings that are known as furniture, of articles whose furniture lies in the file there."""
    return held(at, at + flags, file.mapped()[:, 0], article, position)


def _ranked(store: IndexStore, known: Known, found: Found, lists: int, crowd: int) -> Some:
    """The articles of some postings, in an order that is that of their ids in long lists."""
    there = np.zeros(len(known), dtype=bool)
    there[found[1]] = True
    long = np.bincount(found[0], minlength=lists) > crowd
    crowded = np.zeros(len(known), dtype=bool)
    crowded[found[1][long[found[0]]]] = True
    by_id = named(store, known, np.flatnonzero(crowded)).numbers
    return some(store, known, np.append(np.flatnonzero(there & ~crowded), by_id))


def refreshed(store: IndexStore, known: Known, around: Near) -> Near:
    """The same lists, with what is known of their articles by now."""
    return replace(around, articles=some(store, known, around.articles.numbers))


def distinct(values: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The values in order, each once; by sorting, which is faster here than a set."""
    made = np.sort(values)
    return made[np.append(True, made[1:] != made[:-1])] if len(made) else made


def within(values: npt.NDArray[Number], ordered: npt.NDArray[Number]) -> npt.NDArray[np.bool_]:
    """Which values are among the ordered ones."""
    if len(ordered) == 0:
        return np.zeros(len(values), dtype=bool)
    place = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[place] == values)
