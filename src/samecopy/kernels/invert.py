"""Fingerprints to postings lists, and lists to pairs of articles.

`invert` groups equal hashes, `flag_furniture` finds what one outlet prints in story after story,
`accumulate` counts how many fingerprints each two articles share. All three may be given the postings
of one range of hashes at a time.
"""

import numpy as np
from numba import njit

from samecopy.kernels.types import I32, I64, U8, U64

_LOCAL = 1 << 14
_ONE = np.uint64(1)
_64 = np.uint64(64)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@njit(cache=True, nogil=True)
def invert(hashes: U64, article: I32) -> tuple[I64, I64]:  # noqa: C901 - kernels are loops
    """Groups the postings that have a hash in common with another article.

    `hashes` and `article` stand in order of article. Returns (bounds, members), both int64: group g is
    `members[bounds[g]:bounds[g + 1]]`, indices into the input in its order, one per article (the first
    where an article repeats a hash). Hashes of one article alone give no group.

    The postings are first spread by the high bits of the hash, so that each small hash table stays in
    the processor's cache (partitioned hashing: Manegold, Boncz, Kersten, TKDE 2002).

    >>> import numpy as np
    >>> bounds, members = invert(np.array([5, 9, 5], np.uint64), np.array([0, 0, 1], np.int32))
    >>> bounds.tolist(), members.tolist()
    ([0, 2], [0, 2])
    """
    n = hashes.shape[0]
    bits = 1
    while (n >> bits) > _LOCAL and bits < 20:
        bits += 1
    shift = _64 - np.uint64(bits)
    edge = np.zeros((1 << bits) + 1, dtype=np.int64)
    for i in range(n):
        edge[np.int64(hashes[i] >> shift) + 1] += 1
    widest = 0
    for r in range(1 << bits):
        widest = max(widest, edge[r + 1])
        edge[r + 1] += edge[r]
    order = np.empty(n, dtype=np.int64)
    fill = edge[:-1].copy()
    for i in range(n):
        bucket = np.int64(hashes[i] >> shift)
        order[fill[bucket]] = i
        fill[bucket] += 1
    capacity = 2
    while capacity < 2 * widest:
        capacity *= 2
    wrap = np.uint64(capacity - 1)
    first = np.full(capacity, -1, dtype=np.int64)
    last = np.empty(capacity, dtype=np.int64)
    count = np.zeros(capacity, dtype=np.int64)
    place = np.empty(capacity, dtype=np.int64)
    slot = np.empty(widest, dtype=np.int64)
    members = np.empty(n, dtype=np.int64)
    bounds = np.zeros(n // 2 + 1, dtype=np.int64)
    groups = 0
    total = 0
    for r in range(1 << bits):
        low = edge[r]
        for x in range(low, edge[r + 1]):
            i = order[x]
            s = np.int64(((hashes[i] * _MIX) >> np.uint64(20)) & wrap)
            while first[s] >= 0 and hashes[first[s]] != hashes[i]:
                s = (s + 1) & (capacity - 1)
            if first[s] < 0:
                first[s] = i
                count[s] = 0
                place[s] = -1
                last[s] = -1
            slot[x - low] = s
            if last[s] == article[i]:
                slot[x - low] = -1 - s
            else:
                last[s] = article[i]
                count[s] += 1
        for x in range(low, edge[r + 1]):
            s = slot[x - low]
            if s < 0:
                continue
            if count[s] > 1:
                if place[s] < 0:
                    place[s] = total
                    total += count[s]
                    groups += 1
                    bounds[groups] = total
                members[place[s]] = order[x]
                place[s] += 1
        for x in range(low, edge[r + 1]):
            s = slot[x - low]
            first[s if s >= 0 else -1 - s] = -1
    return bounds[: groups + 1].copy(), members[:total].copy()


@njit(cache=True, nogil=True)
def flag_furniture(
    bounds: I64, members: I64, article: I32, outlet: I32, version: I32, stories: int, flags: U8
) -> None:
    """Sets `flags` (one per posting) where a hash stands in `stories` or more stories of one outlet.

    `outlet` and `version` are given per article: outlets below 0 are unknown and never flagged; articles
    of one version number are versions of one story and count once.

    >>> import numpy as np
    >>> flags = np.zeros(3, np.uint8)
    >>> who, same = np.arange(3, dtype=np.int32), np.zeros(3, np.int32)
    >>> flag_furniture(np.array([0, 3]), np.arange(3), who, same, who, 3, flags); flags.tolist()
    [1, 1, 1]
    """
    outlets = 1
    versions = 1
    for t in range(outlet.shape[0]):
        outlets = max(outlets, outlet[t] + 1)
        versions = max(versions, version[t] + 1)
    seen = np.full(versions, -1, dtype=np.int64)
    stamp = np.full(outlets, -1, dtype=np.int64)
    count = np.zeros(outlets, dtype=np.int64)
    for g in range(bounds.shape[0] - 1):
        if bounds[g + 1] - bounds[g] < stories:
            continue
        most = 0
        for x in range(bounds[g], bounds[g + 1]):
            t = article[members[x]]
            o = outlet[t]
            if o < 0 or seen[version[t]] == g:
                continue
            seen[version[t]] = g
            if stamp[o] != g:
                stamp[o] = g
                count[o] = 0
            count[o] += 1
            most = max(most, count[o])
        if most < stories:
            continue
        for x in range(bounds[g], bounds[g + 1]):
            o = outlet[article[members[x]]]
            if o >= 0 and count[o] >= stories:
                flags[members[x]] = 1


@njit(cache=True, nogil=True)
def _rows(  # noqa: C901 - kernels are loops, not calls
    bounds: I64, members: I64, article: I32, outlet: I32, flags: U8, within: bool, crowd: int
) -> tuple[I64, I32]:
    """The lists as articles, flagged postings left out; with `within`, one list per outlet and no crowds."""
    outlets = 1
    for t in range(outlet.shape[0]):
        outlets = max(outlets, outlet[t] + 1)
    latest = np.full(outlets, -1, dtype=np.int64)
    amount = np.zeros(outlets, dtype=np.int64)
    before = np.empty(members.shape[0], dtype=np.int64)
    edge = np.zeros(members.shape[0] // 2 + 2, dtype=np.int64)
    row = np.empty(members.shape[0], dtype=np.int32)
    n = 0
    for g in range(bounds.shape[0] - 1):
        begin = edge[n]
        end = begin
        if not within:
            for x in range(bounds[g], bounds[g + 1]):
                if flags[members[x]] == 0:
                    row[end] = article[members[x]]
                    end += 1
            if end > begin + 1:
                n += 1
                edge[n] = end
            continue
        for x in range(bounds[g], bounds[g + 1]):
            o = outlet[article[members[x]]]
            if o >= 0 and flags[members[x]] == 0:
                before[x] = latest[o]
                latest[o] = x
                amount[o] += 1
        for x in range(bounds[g], bounds[g + 1]):
            o = outlet[article[members[x]]]
            if o < 0 or amount[o] == 0:
                continue
            if 2 <= amount[o] <= crowd:
                end = edge[n] + amount[o]
                y = latest[o]
                for place in range(end - 1, edge[n] - 1, -1):
                    row[place] = article[members[y]]
                    y = before[y]
                n += 1
                edge[n] = end
            latest[o] = -1
            amount[o] = 0
    return edge[: n + 1], row[: edge[n]]


@njit(cache=True, nogil=True)
def accumulate(
    bounds: I64, members: I64, article: I32, outlet: I32, flags: U8, within: bool, crowd: int, reach: int
) -> tuple[I64, I32]:
    """Counts the groups that each two articles share.

    Flagged postings take no part. With `within`, only articles of one known outlet are paired, and
    those of an outlet with more than `crowd` articles in a group are passed over. Otherwise, in a group
    of more than `crowd` articles each is paired with the first `reach` and with the `reach` before it
    only, so that work stays linear in the group. Returns (keys, counts): key a << 32 | b with a < b, in
    no order of use, the same in every run.

    One counter per article, one article at a time: the accumulators of term-at-a-time retrieval (Moffat,
    Zobel, TOIS 1996), which stay in the processor's cache where a table of pairs would not.

    >>> import numpy as np
    >>> who = np.array([0, 1], np.int32)
    >>> k, c = accumulate(np.array([0, 2]), np.arange(2), who, who, np.zeros(2, np.uint8), False, 9, 9)
    >>> k.tolist(), c.tolist()
    ([1], [1])
    """
    edge, row = _rows(bounds, members, article, outlet, flags, within, crowd)
    n = outlet.shape[0]
    starts = np.zeros(n + 1, dtype=np.int64)
    for x in range(row.shape[0]):
        starts[row[x] + 1] += 1
    for t in range(n):
        starts[t + 1] += starts[t]
    fill = starts[:-1].copy()
    group = np.empty(row.shape[0], dtype=np.int64)
    place = np.empty(row.shape[0], dtype=np.int64)
    for g in range(edge.shape[0] - 1):
        for x in range(edge[g], edge[g + 1]):
            group[fill[row[x]]] = g
            place[fill[row[x]]] = x
            fill[row[x]] += 1
    count = np.zeros(n, dtype=np.int32)
    touched = np.empty(n, dtype=np.int64)
    keys = np.empty(1 << 10, dtype=np.int64)
    counts = np.empty(1 << 10, dtype=np.int32)
    used = 0
    for b in range(n):
        met = 0
        for i in range(starts[b], starts[b + 1]):
            low = edge[group[i]]
            crowded = edge[group[i] + 1] - low > crowd and not within
            x = low
            while x < place[i]:
                if crowded and low + reach <= x < place[i] - reach:
                    x = place[i] - reach
                a = row[x]
                if count[a] == 0:
                    touched[met] = a
                    met += 1
                count[a] += 1
                x += 1
        while used + met > keys.shape[0]:
            keys = np.append(keys, np.empty_like(keys))
            counts = np.append(counts, np.empty_like(counts))
        for i in range(met):
            keys[used] = (touched[i] << 32) | b
            counts[used] = count[touched[i]]
            count[touched[i]] = 0
            used += 1
    return keys[:used].copy(), counts[:used].copy()
