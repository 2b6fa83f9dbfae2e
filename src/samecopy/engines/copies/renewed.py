"""Pairs of changed articles, found anew and held against those that an index keeps.

An article whose furniture changed, or its neighbours in a crowd, mostly has the pairs that it had. Those
neither of whose ends has other furniture are not aligned again, what is as it was is not written again,
and only where something is other that families are made of, they must be found anew.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.filing import Kept, passages, put_pairs
from samecopy.engines.copies.nearby import Some, distinct, within
from samecopy.plan.copying import Aligned, Sharing, confirmed, ends, some_pairs, standing
from samecopy.settings import CopySettings
from samecopy.store.index import PASSAGE, IndexStore

I64 = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Links:
    """What articles share: `keys` int64, the lesser number << 32 | the greater, ascending; `counts` int32
    the postings, `chosen` whether the pair is worth aligning."""

    keys: I64
    counts: npt.NDArray[np.int32]
    chosen: Bools

    @classmethod
    def of(cls, a: I64, b: I64, counts: npt.NDArray[np.int32], chosen: Bools) -> Self:
        """From pairs in any order."""
        keys = _coupled(a, b)
        order = np.argsort(keys)
        return cls(keys[order], counts[order], chosen[order])


@dataclass(frozen=True, slots=True)
class Renewal:
    """Pairs aligned anew: `aligned` by rank among `by_id`, and the `old` ones of the same articles."""

    by_id: Some
    old: Kept
    links: Links
    aligned: Aligned


def relinked(store: IndexStore, numbers: I64, links: Links) -> I64:
    """Keeps all that some articles share; returns the keys of pairs that either were or are such as only a
    family makes worth aligning."""
    found = store.shared.touching(numbers)
    keys, chosen = _coupled(found["a"].astype(np.int64), found["b"].astype(np.int64)), found["chosen"]
    known = np.flatnonzero(within(keys, links.keys))
    place = np.searchsorted(links.keys, keys[known])
    same = (found["count"][known] == links.counts[place]) & (chosen[known] == links.chosen[place])
    store.shared.drop(*ends(np.delete(keys, known)))
    new = np.delete(np.arange(len(links.keys)), place[same])
    a, b = ends(links.keys[new])
    store.shared.put(a=a, b=b, count=links.counts[new], chosen=links.chosen[new])
    return np.setxor1d(keys[~chosen], links.keys[~links.chosen], assume_unique=True)


def to_align(by_id: Some, old: Kept, links: Links, altered: Bools) -> Sharing:
    """Which pairs must be aligned, by rank: chosen ones that were not before, and of all that were those
    with an end that has other furniture (`altered`, by number)."""
    keys = _numbered(by_id, old.aligned)
    early = within(links.keys, np.sort(keys[old.first]))
    late = within(links.keys, np.sort(keys[~old.first]))
    a, b = ends(links.keys)
    mine = (links.chosen & ~early) | ((links.chosen | late) & (altered[a] | altered[b]))
    made = by_id.keyed(a[mine], b[mine])
    order = np.argsort(made)
    return Sharing(made[order], links.counts[mine][order])


def put_anew(store: IndexStore, made: Renewal, knot: I64, settings: CopySettings) -> I64:
    """Puts pairs found anew in the place of the old ones, where they differ.

    Returns the ends of those that make families other than they were: copies, and pairs of articles that
    hang together (`knot`, by number).
    """
    old, links, aligned = made.old, made.links, made.aligned
    before, after = _numbered(made.by_id, old.aligned), _numbered(made.by_id, aligned)
    first = links.chosen[np.searchsorted(links.keys, after)]
    early, late = (within(before, links.keys[mine]) for mine in (links.chosen, ~links.chosen))
    gone = ~np.where(old.first, early, late)
    place, match = _matched(after << 1 | first, before << 1 | old.first)
    kinds = np.where(first, aligned.kind, _in_family(aligned, settings))
    was = np.where(old.first, old.aligned.kind, old.kinds)
    one, other = some_pairs(aligned, place), some_pairs(old.aligned, match)
    alike = (kinds[place] == was[match]) & (standing(one, settings) == standing(other, settings))
    alike &= _same_passages(one, other, PASSAGE - 1)
    same = alike & _same_measures(one, other)
    final = kinds.copy()
    final[place[alike]] = old.kinds[match[alike]]

    store.pairs.drop(*ends(before[gone]))
    new = np.delete(np.arange(len(after)), place[same])
    rows = replace(some_pairs(aligned, new), kind=final[new])
    places = store.spans.append(passages(rows)) + rows.bounds[:-1]
    put_pairs(store, made.by_id.numbers, rows, np.where(first, kinds, np.uint8(0))[new], first[new], places)

    lost, won = _besides(gone, match[~alike]), np.delete(np.arange(len(after)), place[alike])
    a, b = ends(np.append(before[lost], after[won]))
    told = (np.append(was[lost], kinds[won]) == 2) | (knot[a] == knot[b])
    return distinct(np.append(a[told], b[told]))


def _matched(values: I64, others: I64) -> tuple[I64, I64]:
    """Places of the values that are among the others, and their places there."""
    order = np.argsort(others)
    place = np.flatnonzero(within(values, others[order]))
    return place, order[np.searchsorted(others[order], values[place])]


def _besides(which: Bools, places: I64) -> I64:
    """The places that are told, and further ones."""
    told = which.copy()
    told[places] = True
    return np.flatnonzero(told)


def _in_family(aligned: Aligned, settings: CopySettings) -> npt.NDArray[np.uint8]:
    """What pairs amount to where all are of one family."""
    one = np.zeros(int(aligned.pairs.max(initial=-1)) + 1, dtype=np.int32)
    return confirmed(aligned, one, settings).kind


def _coupled(a: I64, b: I64) -> I64:
    """Keys of pairs: the lesser number << 32 | the greater."""
    return np.minimum(a, b) << 32 | np.maximum(a, b)


def _numbered(by_id: Some, aligned: Aligned) -> I64:
    """Keys by number of pairs by rank."""
    return _coupled(by_id.numbers[aligned.pairs[:, 0]], by_id.numbers[aligned.pairs[:, 1]])


def _same_passages(one: Aligned, other: Aligned, columns: int) -> Bools:
    """Which pairs, row by row, have the same passages, by so many of the columns that are kept of each."""
    counts = np.diff(one.bounds)
    same: Bools = np.asarray(counts == np.diff(other.bounds))
    rows = np.flatnonzero(same)
    mine, theirs = (passages(some_pairs(side, rows))[:, :columns] for side in (one, other))
    same[np.repeat(rows, counts[rows])[(mine != theirs).any(axis=1)]] = False
    return same


def _same_measures(one: Aligned, other: Aligned) -> Bools:
    """Which pairs, row by row, are the same in all that is kept of them but their kind."""
    return np.asarray(
        (one.containment == other.containment)
        & (one.words == other.words)
        & (one.unquoted == other.unquoted)
        & (one.shares == other.shares).all(axis=1)
        & _same_passages(one, other, PASSAGE)
    )
