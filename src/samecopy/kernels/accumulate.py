"""Postings lists to pairs of articles and how much they share.

Comes after `invert`. `accumulate` works on the lists of one range of hashes, `summed` adds up the
counts of all, and `turned` puts the pairs in order.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8

_LOW = np.int64(0xFFFFFFFF)
_32 = np.int64(32)


@compiled
def rows(bounds: I64, article: I32, outlet: I32, flags: U8, within: bool, crowd: int) -> tuple[I64, I32]:
    """The lists with flagged members left out; with `within`, one list per outlet and no crowds."""
    outlets = 1
    for t in range(outlet.shape[0]):
        outlets = max(outlets, outlet[t] + 1)
    latest = np.full(outlets, -1, dtype=np.int64)
    amount = np.zeros(outlets, dtype=np.int64)
    before = np.empty(article.shape[0] if within else 0, dtype=np.int64)
    edge = np.zeros(article.shape[0] // 2 + 2, dtype=np.int64)
    row = np.empty(article.shape[0], dtype=np.int32)
    n = 0
    for g in range(bounds.shape[0] - 1):
        begin = edge[n]
        end = begin
        if not within:
            for x in range(bounds[g], bounds[g + 1]):
                row[end] = article[x]
                end += 1 - flags[x]
            if end > begin + 1:
                n += 1
                edge[n] = end
            continue
        for x in range(bounds[g], bounds[g + 1]):
            o = outlet[article[x]]
            if o >= 0 and flags[x] == 0:
                before[x] = latest[o]
                latest[o] = x
                amount[o] += 1
        for x in range(bounds[g], bounds[g + 1]):
            o = outlet[article[x]]
            if o < 0 or amount[o] == 0:
                continue
            if 2 <= amount[o] <= crowd:
                end = edge[n] + amount[o]
                y = latest[o]
                for place in range(end - 1, edge[n] - 1, -1):
                    row[place] = article[y]
                    y = before[y]
                n += 1
                edge[n] = end
            latest[o] = -1
            amount[o] = 0
    return edge[: n + 1], row[: edge[n]]


@compiled
def accumulate(
    bounds: I64, article: I32, outlet: I32, flags: U8, within: bool, crowd: int, reach: int
) -> tuple[I64, I32]:
    """Counts the groups that each two articles share.

    Group g has the articles `article[bounds[g]:bounds[g + 1]]`, ascending. Flagged members take no part.
    With `within`, only articles of one known outlet are paired, and
    those of an outlet with more than `crowd` articles in a group are passed over. Otherwise, in a group
    of more than `crowd` articles each is paired with the first `reach` and with the `reach` before it
    only, so that work stays linear in the group. Returns (keys, counts): key b << 32 | a with a < b, in
    order of b.

    One counter per article, one article at a time: the accumulators of term-at-a-time retrieval (Moffat,
    Zobel, TOIS 1996), which stay in the processor's cache where a table of pairs would not.

    >>> import numpy as np
    >>> who = np.array([0, 1], np.int32)
    >>> k, c = accumulate(np.array([0, 2]), who, who, np.zeros(2, np.uint8), False, 9, 9)
    >>> (k >> 32).tolist(), c.tolist()
    ([1], [1])
    """
    edge, row = rows(bounds, article, outlet, flags, within, crowd)
    n = outlet.shape[0]
    starts = np.zeros(n + 1, dtype=np.int64)
    for x in range(row.shape[0]):
        starts[row[x] + 1] += 1
    for t in range(n):
        starts[t + 1] += starts[t]
    fill = starts[:-1].copy()
    first = np.empty(row.shape[0], dtype=np.int32)
    place = np.empty(row.shape[0], dtype=np.int32)
    for g in range(edge.shape[0] - 1):
        crowded = edge[g + 1] - edge[g] > crowd and not within
        for x in range(edge[g], edge[g + 1]):
            f = fill[row[x]]
            first[f] = -1 - edge[g] if crowded else edge[g]
            place[f] = x
            fill[row[x]] = f + 1
    count = np.zeros(n, dtype=np.int32)
    touched = np.empty(n, dtype=np.int64)
    keys = np.empty(1 << 10, dtype=np.int64)
    counts = np.empty(1 << 10, dtype=np.int32)
    used = 0
    for b in range(n):
        met = 0
        for i in range(starts[b], starts[b + 1]):
            crowded = first[i] < 0
            low = int(-1 - first[i]) if crowded else int(first[i])
            x = low
            while x < place[i]:
                if crowded and low + reach <= x < place[i] - reach:
                    x = int(place[i]) - reach
                a = row[x]
                if count[a] == 0:
                    touched[met] = a
                    met += 1
                count[a] += 1
                x += 1
        if used + met > keys.shape[0]:
            keys, counts = wider(keys, counts, used, used + met)
        for i in range(met):
            keys[used] = b << 32 | touched[i]
            counts[used] = count[touched[i]]
            count[touched[i]] = 0
            used += 1
    return keys[:used].copy(), counts[:used].copy()


@compiled
def wider(keys: I64, counts: I32, used: int, wanted: int) -> tuple[I64, I32]:
    """The first `used` keys and counts in arrays with room for `wanted`."""
    room = keys.shape[0]
    while room < wanted:
        room *= 2
    more = np.empty(room, dtype=np.int64)
    and_counts = np.empty(room, dtype=np.int32)
    more[:used] = keys[:used]
    and_counts[:used] = counts[:used]
    return more, and_counts


@compiled
def summed(  # noqa: C901 - kernels are loops, not calls
    n: int, keys: I64, counts: I32, least: int
) -> tuple[I64, I32]:
    """Adds up the counts of several ranges, of n articles, and keeps the pairs that share `least` or more.

    The ranges follow each other, each as `accumulate` gives it, or the same stretch of articles b of each.
    Returns (keys, counts) like those of `accumulate`.

    >>> import numpy as np
    >>> two = np.array([1 << 32, 1 << 32]), np.array([2, 3], np.int32)
    >>> [part.tolist() for part in summed(2, *two, 5)]
    [[4294967296], [5]]
    """
    total = keys.shape[0]
    # A range begins where b falls; two that b does not fall between are as good as one.
    ranges = 1
    for x in range(1, total):
        ranges += keys[x] >> _32 < keys[x - 1] >> _32
    at = np.zeros(ranges, dtype=np.int64)
    end = np.full(ranges, total, dtype=np.int64)
    r = 0
    for x in range(1, total):
        if keys[x] >> _32 < keys[x - 1] >> _32:
            end[r] = x
            r += 1
            at[r] = x
    count = np.zeros(n, dtype=np.int32)
    touched = np.empty(n, dtype=np.int64)
    sums = np.empty(total, dtype=np.int32)
    both = np.empty(total, dtype=np.int64)
    used = 0
    while True:
        b = np.int64(n)
        for r in range(ranges):
            if at[r] < end[r]:
                b = min(b, keys[at[r]] >> _32)
        if b == n:
            break
        met = 0
        for r in range(ranges):
            while at[r] < end[r] and keys[at[r]] >> _32 == b:
                a = keys[at[r]] & _LOW
                if count[a] == 0:
                    touched[met] = a
                    met += 1
                count[a] += counts[at[r]]
                at[r] += 1
        for i in range(met):
            a = touched[i]
            if count[a] >= least:
                both[used] = b << _32 | a
                sums[used] = count[a]
                used += 1
            count[a] = 0
    return both[:used].copy(), sums[:used].copy()


@compiled
def turned(n: int, keys: I64, counts: I32) -> tuple[I64, I32]:
    """The pairs that `summed` gives, of n articles, as keys a << 32 | b with a < b, ascending.

    >>> import numpy as np
    >>> [part.tolist() for part in turned(2, np.array([1 << 32]), np.array([5], np.int32))]
    [[1], [5]]
    """
    # In order of b by now; a stable pass by a puts them in order of both.
    starts = np.zeros(n + 1, dtype=np.int64)
    for i in range(keys.shape[0]):
        starts[(keys[i] & _LOW) + 1] += 1
    for t in range(n):
        starts[t + 1] += starts[t]
    both = np.empty(keys.shape[0], dtype=np.int64)
    sums = np.empty(keys.shape[0], dtype=np.int32)
    for i in range(keys.shape[0]):
        a = keys[i] & _LOW
        both[starts[a]] = a << _32 | keys[i] >> _32
        sums[starts[a]] = counts[i]
        starts[a] += 1
    return both, sums
