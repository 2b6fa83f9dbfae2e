"""A part of an index in memory: some articles in order of id, and postings lists whole among them."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.corpus import batches
from samecopy.engines.copies.search import flagged_at
from samecopy.kernels.seek import held
from samecopy.plan.copying import Flagged, Lists, Postings, fingerprinted, lists
from samecopy.settings import CopySettings
from samecopy.store.index import IndexStore
from samecopy.store.postings import Three, find

I64 = npt.NDArray[np.int64]
U64 = npt.NDArray[np.uint64]
Number = TypeVar("Number", bound=np.integer)


@dataclass(frozen=True)
class Some:
    """Some articles by order of id, their rank; so that what depends on that order is as in a whole pile.

    `numbers` int64 (n,) are theirs in the index, `ids` and `owners` (outlet keys) their names, `postings`
    how many each has, `version` and `knot` labels; `keys` are the places of their furniture, ascending:
    rank << 32 | word position.
    """

    numbers: I64
    ids: list[str]
    owners: list[str]
    postings: I64
    version: I64
    knot: I64
    keys: I64

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def outlets(self) -> npt.NDArray[np.int32]:
        """The number of each one's outlet, -1 where it is unknown."""
        number = {key: place for place, key in enumerate(sorted(set(self.owners) - {""}))}
        return np.array([number.get(key, -1) for key in self.owners], dtype=np.int32)

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

    `hashes` (uint64, ascending) are those that were looked for, `found` their postings in the index.
    """

    hashes: U64
    found: Three
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


def some(store: IndexStore, numbers: I64) -> Some:
    """Articles of an index by their numbers."""
    found = store.fetch(
        "SELECT number, id, outlet, postings, version, knot, flags_at, flags FROM articles "
        "JOIN wanted ON number = n",
        wanted=distinct(numbers),
    )
    ids = found["id"].to_pylist()
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    owners = found["outlet"].to_pylist()

    def column(name: str) -> I64:
        return np.asarray(found[name].to_numpy(), dtype=np.int64)[order]

    flags = column("flags")
    positions = store.flags.read(column("flags_at"), flags)[:, 0]
    keys = np.repeat(np.arange(len(ids)), flags) << 32 | positions
    names, outlets = [ids[i] for i in order], [owners[i] for i in order]
    return Some(column("number"), names, outlets, column("postings"), column("version"), column("knot"), keys)


def fingerprints(store: IndexStore, numbers: I64, settings: CopySettings) -> Postings:
    """The postings of articles, made from their texts again; in order of `numbers`, ascending."""
    store.texts.flush()
    parts = []
    for low, high in batches(store.texts.lengths_of(numbers), settings.batch_chars):
        made = fingerprinted(store.texts.read(numbers[low:high].tolist()), 0, settings)
        parts.append(Postings(made.hashes, numbers[low:high][made.article].astype(np.int32), made.position))
    none = Postings(np.zeros(0, np.uint64), np.zeros(0, np.int32), np.zeros(0, np.int32))
    return Postings(
        np.concatenate([part.hashes for part in (none, *parts)]),
        np.concatenate([part.article for part in (none, *parts)]),
        np.concatenate([part.position for part in (none, *parts)]),
    )


def near(store: IndexStore, hashes: U64, known: Near | None = None) -> Near:
    """The lists of some hashes, and all articles in them; those of `known`, made before, among them."""
    wanted = distinct(hashes)
    if known is not None:
        wanted = wanted[~within(wanted, known.hashes)]
        if len(wanted) == 0:
            return known
    code, number, position = _shared_only(*find(store.postings, store.segments, wanted))
    if known is not None:
        wanted = np.sort(np.append(wanted, known.hashes))
        code = np.append(code, known.found[0])
        number = np.append(number, known.found[1])
        position = np.append(position, known.found[2])
    articles = some(store, number.astype(np.int64))
    rank = articles.ranks(number)
    order = np.argsort(rank << 32 | position, kind="stable")
    part = lists(Postings(code[order], rank[order].astype(np.int32), position[order]), 1)
    return Near(wanted, (code, number, position), articles, part)


def refreshed(store: IndexStore, around: Near) -> Near:
    """The same lists, with what is known of their articles by now."""
    return replace(around, articles=some(store, around.articles.numbers))


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


def _shared_only(code: U64, number: npt.NDArray[np.int32], position: npt.NDArray[np.int32]) -> Three:
    """The postings whose hash at least two articles have."""
    if len(code) == 0:
        return code, number, position
    order = np.argsort(code, kind="stable")
    code, number, position = code[order], number[order], position[order]
    starts = np.flatnonzero(np.append(True, code[1:] != code[:-1]))
    several = np.minimum.reduceat(number, starts) != np.maximum.reduceat(number, starts)
    kept = np.repeat(several, np.diff(np.append(starts, len(code))))
    return code[kept], number[kept], position[kept]
