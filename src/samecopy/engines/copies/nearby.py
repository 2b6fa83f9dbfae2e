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
from samecopy.kernels.seek import grouped, held
from samecopy.plan.copying import Flagged, Lists, Postings, fingerprinted
from samecopy.settings import CopySettings
from samecopy.store.index import IndexStore
from samecopy.store.postings import find

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]
Number = TypeVar("Number", bound=np.integer)


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

    `numbers` int64 (n,) are theirs in the index; `outlets` (int32), `postings` and `version` as in
    `Known`; `keys` are the places of their furniture, ascending: rank << 32 | word position.
    """

    numbers: I64
    ids: list[str]
    outlets: I32
    postings: I64
    version: I64
    keys: I64

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

    @cached_property
    def flagged(self) -> Flagged:
        return flagged_at(self.keys, len(self))

    @property
    def unflagged(self) -> I64:
        """The number of postings of each that are not furniture."""
        return self.postings - np.bincount(self.keys >> 32, minlength=len(self))


@dataclass(frozen=True)
class Near:
    """All articles that have a posting in common with some, and those postings lists, whole.

    `hashes` (uint64, ascending) are those that were looked for; `found` are their postings: the list,
    the article's number, the word position.
    """

    hashes: U64
    found: tuple[I64, I32, I32]
    articles: Some
    part: Lists

    @cached_property
    def keys(self) -> I64:
        """The place of each member of the lists: rank << 32 | word position."""
        return self.part.article.astype(np.int64) << 32 | self.part.position

    @cached_property
    def flags(self) -> npt.NDArray[np.uint8]:
        """1 for members of the lists that are known as furniture."""
        flagged = self.articles.flagged
        return held(flagged.starts, flagged.position, self.part.article, self.part.position)


def some(store: IndexStore, known: Known, numbers: I64) -> Some:
    """Articles by number, ascending."""
    flags = known.flags[numbers]
    positions = store.flags.read(known.flags_at[numbers], flags)[:, 0]
    keys = np.repeat(np.arange(len(numbers)), flags) << 32 | positions
    outlets = known.outlets[numbers].astype(np.int32)
    return Some(numbers, [], outlets, known.postings[numbers], known.version[numbers], keys)


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


def near(store: IndexStore, known: Known, hashes: U64, crowd: int, before: Near | None = None) -> Near:
    """The lists of some hashes, and all articles in them; those of `before` among them.

    Articles come by number; by id where a list has more than `crowd` of them, for there order matters.
    """
    wanted = distinct(hashes)
    if before is not None:
        wanted = wanted[~within(wanted, before.hashes)]
        if len(wanted) == 0:
            return before
    which, number, position = find(store.postings, store.segments, wanted)
    if before is not None:
        which = np.append(before.found[0], which + len(before.hashes))
        number = np.append(before.found[1], number)
        position = np.append(before.found[2], position)
        wanted = np.sort(np.append(wanted, before.hashes))
    there = np.zeros(len(known), dtype=bool)
    there[number] = True
    numbers = np.flatnonzero(there)
    crowded = len(which) > 0 and int(np.bincount(which).max()) > crowd
    articles = (named if crowded else some)(store, known, numbers)
    part = Lists(*grouped(which, articles.ranks(number).astype(np.int32), position, len(wanted)))
    return Near(wanted, (which, number, position), articles, part)


def refreshed(store: IndexStore, known: Known, around: Near) -> Near:
    """The same lists, with what is known of their articles by now."""
    fresh = some(store, known, around.articles.numbers)
    return replace(around, articles=replace(fresh, ids=around.articles.ids))


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
