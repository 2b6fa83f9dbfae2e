"""Postings on disk: where a hash stands among them.

`invert.spread` parts the postings of each range of hashes into buckets; `seek` finds hashes in what was
parted so, `grouped` makes lists of what was found, `partners` counts what some articles share by them;
`touching` finds the pairs of some articles.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from samecopy.kernels.accumulate import rows, wider
from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8, U64

_FEW = 32  # members of a list up to which insertion sorts it fastest
_LOW = np.int64(0xFFFFFFFF)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SKIP = np.uint64(6)


@compiled
def seek(bounds: I64, hashes: U64, wanted: U64, skip: int, bits: int) -> tuple[I64, I64]:
    """Places of all postings that have one of the wanted hashes, in order of the wanted ones.

    The postings are those of 2 ** `skip` ranges one after the other, each in 2 ** `bits` buckets:
    `bounds` (int64, buckets + 1) tells where each begins. Wanted hashes should differ; work is least
    where they come in order of their bucket. Returns (places, which): which of the wanted each has.

    >>> import numpy as np
    >>> from samecopy.kernels.invert import spread
    >>> h, a = np.array([6, 0, 2], np.uint64), np.arange(3, dtype=np.int32)
    >>> bounds, made, _, _ = spread(h, a, a, 2)
    >>> [part.tolist() for part in seek(bounds, made, np.array([5, 2], np.uint64), 0, 1)]
    [[2], [1]]
    """
    low = np.uint64((1 << skip) - 1)
    mask = np.uint64((1 << bits) - 1)
    up = np.int64(bits)
    begin = np.empty(wanted.shape[0], dtype=np.int64)
    amount = np.zeros(wanted.shape[0], dtype=np.int64)
    total = 0
    # Counted first: a loop that does nothing but compare is many times as fast.
    for i in range(wanted.shape[0]):
        h = wanted[i]
        b = (np.int64(h & low) << up) | np.int64((h >> np.uint64(skip)) & mask)
        begin[i] = bounds[b]
        same = 0
        for x in range(bounds[b], bounds[b + 1]):
            same += int(hashes[x] == h)
        amount[i] = same
        total += same
    found = np.empty(total, dtype=np.int64)
    which = np.empty(total, dtype=np.int64)
    n = 0
    for i in range(wanted.shape[0]):
        x = begin[i]
        last = n + amount[i]
        while n < last:
            if hashes[x] == wanted[i]:
                found[n] = x
                which[n] = i
                n += 1
            x += 1
    return found, which


@compiled
def grouped(which: I64, article: I32, position: I32, lists: int) -> tuple[I64, I64, I32, I32]:
    """The postings lists of `lists` hashes from postings in any order; those of one article are left out.

    Posting i is of hash `which[i]`. Returns the hash of each list, then (bounds, article, position) as
    `invert.invert` does: one posting per article (its first), in order of article.

    >>> import numpy as np
    >>> who = np.array([5, 4, 5, 9], np.int32)
    >>> [part.tolist() for part in grouped(np.array([0, 0, 0, 1]), who, who, 2)]
    [[0], [0, 2], [4, 5], [4, 5]]
    """
    fill = np.zeros(lists + 1, dtype=np.int64)
    for i in range(which.shape[0]):
        fill[which[i] + 1] += 1
    for g in range(lists):
        fill[g + 1] += fill[g]
    key = np.empty(which.shape[0], dtype=np.int64)
    for i in range(which.shape[0]):
        key[fill[which[i]]] = np.int64(article[i]) << 32 | np.int64(position[i])
        fill[which[i]] += 1
    bounds = np.zeros(lists + 1, dtype=np.int64)
    kept = np.empty(lists, dtype=np.int64)
    who = np.empty(which.shape[0], dtype=np.int32)
    where = np.empty(which.shape[0], dtype=np.int32)
    n = 0
    total = 0
    low = np.int64(0)
    for g in range(lists):
        high = fill[g]
        some = key[low:high]
        if high - low > _FEW:
            some.sort()
        else:
            for i in range(1, some.shape[0]):
                k = some[i]
                j = i
                while j > 0 and some[j - 1] > k:
                    some[j] = some[j - 1]
                    j -= 1
                some[j] = k
        begin = total
        for i in range(some.shape[0]):
            one = np.int32(some[i] >> 32)
            if total > begin and who[total - 1] == one:
                continue
            who[total] = one
            where[total] = np.int32(some[i] & _LOW)
            total += 1
        if total < begin + 2:
            total = begin
        else:
            kept[n] = g
            n += 1
            bounds[n] = total
        low = high
    return kept[:n].copy(), bounds[: n + 1].copy(), who[:total].copy(), where[:total].copy()


@compiled
def held(begins: I64, ends: I64, positions: I32, article: I32, position: I32) -> U8:
    """Which places are among those of a list per article, 1 or 0.

    Article t has the places `positions[begins[t]:ends[t]]`, ascending; those asked for are `position[i]`
    of `article[i]`.

    >>> import numpy as np
    >>> one, begin, end = np.zeros(2, np.int32), np.array([0]), np.array([1])
    >>> held(begin, end, np.array([7], np.int32), one, np.array([7, 8], np.int32)).tolist()
    [1, 0]
    """
    found = np.zeros(article.shape[0], dtype=np.uint8)
    for i in range(article.shape[0]):
        low = begins[article[i]]
        last = ends[article[i]]
        high = last
        while low < high:
            middle = (low + high) // 2
            if positions[middle] < position[i]:
                low = middle + 1
            else:
                high = middle
        if low < last and positions[low] == position[i]:
            found[i] = 1
    return found


@compiled
def partners(  # noqa: C901 - kernels are loops, not calls
    bounds: I64, article: I32, outlet: I32, flags: U8, mine: U8, within: bool, crowd: int, reach: int
) -> tuple[I64, I32]:
    """The pairs that `accumulate.accumulate` counts of which one article or both are `mine` (1 or 0).

    The lists and the other arguments are as there. Returns (keys, counts): key a << 32 | b with a < b, in
    no order. Work is that of the members that are mine, each times its list.

    >>> import numpy as np
    >>> who, none = np.arange(3, dtype=np.int32), np.zeros(3, np.uint8)
    >>> mine = np.array([0, 0, 1], np.uint8)
    >>> k, c = partners(np.array([0, 3]), who, who, none, mine, False, 9, 9)
    >>> (k >> 32).tolist(), (k & 3).tolist(), c.tolist()
    ([0, 1], [2, 2], [1, 1])
    """
    edge, row = rows(bounds, article, outlet, flags, within, crowd)
    n = outlet.shape[0]
    starts = np.zeros(n + 1, dtype=np.int64)
    for x in range(row.shape[0]):
        starts[row[x] + 1] += mine[row[x]]
    for t in range(n):
        starts[t + 1] += starts[t]
    fill = starts[:-1].copy()
    group = np.empty(starts[n], dtype=np.int64)
    place = np.empty(starts[n], dtype=np.int64)
    for g in range(edge.shape[0] - 1):
        for x in range(edge[g], edge[g + 1]):
            b = row[x]
            if mine[b] == 1:
                group[fill[b]] = g
                place[fill[b]] = x
                fill[b] += 1
    count = np.zeros(n, dtype=np.int32)
    touched = np.empty(n, dtype=np.int64)
    keys = np.empty(1 << 10, dtype=np.int64)
    counts = np.empty(1 << 10, dtype=np.int32)
    used = 0
    for b in range(n):
        met = 0
        for i in range(starts[b], starts[b + 1]):
            at = place[i]
            low = edge[group[i]]
            high = edge[group[i] + 1]
            crowded = high - low > crowd and not within
            if crowded and at >= low + reach:
                high = min(high, at + reach + 1)
            x = low
            while x < high:
                if crowded and low + reach <= x < at - reach:
                    x = at - reach
                a = row[x]
                x += 1
                if a == b or (a > b and mine[a] == 1):
                    continue
                if count[a] == 0:
                    touched[met] = a
                    met += 1
                count[a] += 1
        if used + met > keys.shape[0]:
            keys, counts = wider(keys, counts, used, used + met)
        for i in range(met):
            a = touched[i]
            keys[used] = min(np.int64(a), np.int64(b)) << 32 | max(np.int64(a), np.int64(b))
            counts[used] = count[a]
            count[a] = 0
            used += 1
    return keys[:used].copy(), counts[:used].copy()


@compiled
def touching(pairs: I32, known: U8, least: int) -> I64:
    """The pairs, rows of two numbers, at least so many of whose ends (1 or 2) are `known` (1 or 0); what
    lies beyond those told is not.

    >>> import numpy as np
    >>> pairs = np.array([[0, 1], [2, 1], [7, 0]], np.int32)
    >>> touching(pairs, np.array([1, 1, 0], np.uint8), 2).tolist()
    [0]
    """
    found = np.empty(pairs.shape[0], dtype=np.int64)
    n = 0
    for i in range(pairs.shape[0]):
        ends = 0
        for side in range(2):
            if pairs[i, side] < known.shape[0]:
                ends += known[pairs[i, side]]
        found[n] = i
        n += int(ends >= least)
    return found[:n].copy()


def stocked(hashes: U64, outlets: npt.NDArray[np.integer[Any]]) -> U64:
    """Keys of a hash and an outlet (0 and above), with the lowest bits of the hash.

    >>> import numpy as np
    >>> stocked(np.array([5], np.uint64), np.array([0])).tolist()[0] & 63
    5
    """
    return hashes ^ ((outlets.astype(np.uint64) + np.uint64(1)) * _MIX << _SKIP)


@compiled
def firsts(hashes: U64, article: I32) -> U8:
    """Which postings, 1 or 0, are the first of their article with their hash.

    Those of an article stand in a row, in order of position.

    >>> import numpy as np
    >>> firsts(np.array([7, 7, 7], np.uint64), np.array([0, 0, 1], np.int32)).tolist()
    [1, 0, 1]
    """
    first = np.ones(hashes.shape[0], dtype=np.uint8)
    for i in range(hashes.shape[0]):
        j = i - 1
        while j >= 0 and article[j] == article[i]:
            if hashes[j] == hashes[i]:
                first[i] = 0
                break
            j -= 1
    return first
