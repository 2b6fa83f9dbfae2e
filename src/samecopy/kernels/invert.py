"""Fingerprints to postings lists, and what of them is an outlet's furniture.

`spread` parts postings into ranges of hashes, so that all further steps may be given one range at a time;
`invert` groups equal hashes, `flag_furniture` finds what one outlet prints in story after story.
`accumulate` comes after.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8, U64

_LOCAL = 1 << 14
_MIX = np.uint64(0x9E3779B97F4A7C15)
_0 = np.uint64(0)
_1 = np.uint64(1)
_5 = np.uint64(5)
_31 = np.uint64(31)
_32 = np.uint64(32)


@compiled
def spread(hashes: U64, article: I32, position: I32, ranges: int, skip: int = 0) -> tuple[I64, U64, I32, I32]:
    """Parts postings by hash into `ranges` (a power of two) of about one size, each in the order given.

    Returns (bounds, hashes, article, position): range r is `bounds[r]:bounds[r + 1]` of the others. The
    low bits of a hash choose, those above the lowest `skip`, since winnowing prefers hashes with low high
    bits: what was parted by the lowest may be parted again by the next.

    >>> import numpy as np
    >>> h, a = np.array([6, 1, 2], np.uint64), np.array([0, 0, 1], np.int32)
    >>> [part.tolist() for part in spread(h, a, a, 2)]
    [[0, 2, 3], [6, 2, 1], [0, 1, 0], [0, 1, 0]]
    """
    n = hashes.shape[0]
    low = np.uint64(ranges - 1)
    shift = np.uint64(skip)
    bounds = np.zeros(ranges + 1, dtype=np.int64)
    for i in range(n):
        bounds[np.int64((hashes[i] >> shift) & low) + 1] += 1
    for r in range(ranges):
        bounds[r + 1] += bounds[r]
    fill = bounds[:-1].copy()
    code = np.empty(n, dtype=np.uint64)
    who = np.empty(n, dtype=np.int32)
    where = np.empty(n, dtype=np.int32)
    for i in range(n):
        r = int((hashes[i] >> shift) & low)
        code[fill[r]] = hashes[i]
        who[fill[r]] = article[i]
        where[fill[r]] = position[i]
        fill[r] += 1
    return bounds, code, who, where


@compiled
def _repeated(hashes: U64, article: I32, position: I32) -> tuple[U64, I32, I32]:
    """The postings whose hash, most likely, stands more than once: two bits for each slot tell.

    A Bloom filter with one function (Bloom, CACM 1970) that has room enough to let few others through.
    """
    n = hashes.shape[0]
    size = 6
    while (1 << size) < 4 * n:
        size += 1
    seen = np.zeros(1 << (size - 5), dtype=np.uint64)
    down = np.uint64(64 - size)
    kept = 0
    for i in range(n):
        slot = (hashes[i] * _MIX) >> down
        turn = (slot & _31) << _1
        known = seen[slot >> _5]
        again = (known >> turn) & _1
        kept += int(again)
        seen[slot >> _5] = known | ((_1 | again << _1) << turn)
    code = np.empty(2 * kept, dtype=np.uint64)
    who = np.empty(2 * kept, dtype=np.int32)
    where = np.empty(2 * kept, dtype=np.int32)
    kept = 0
    for i in range(n):
        slot = (hashes[i] * _MIX) >> down
        if (seen[slot >> _5] >> (((slot & _31) << _1) | _1)) & _1 != _0:
            code[kept] = hashes[i]
            who[kept] = article[i]
            where[kept] = position[i]
            kept += 1
    return code[:kept], who[:kept], where[:kept]


@compiled
def invert(  # noqa: C901 - kernels are loops, not calls
    hashes: U64, article: I32, position: I32, ranges: int
) -> tuple[I64, I32, I32]:
    """Groups the postings that have a hash in common with another article.

    The postings stand in order of article, and are those of one of `ranges` ranges. Returns (bounds,
    article, position): group g is `bounds[g]:bounds[g + 1]` of the others, one posting per article (the
    first where an article repeats a hash), in order of article. Hashes of one article alone give no
    group. `bounds` is int64.

    Most hashes stand once only and are put aside; the others are spread over buckets, so that each small
    hash table stays in the processor's cache (partitioned hashing: Manegold, Boncz, Kersten, TKDE 2002).

    >>> import numpy as np
    >>> a = np.array([0, 0, 1], np.int32)
    >>> [part.tolist() for part in invert(np.array([5, 9, 5], np.uint64), a, np.arange(3, dtype=np.int32), 1)]
    [[0, 2], [0, 1], [0, 2]]
    """
    hashes, article, position = _repeated(hashes, article, position)
    n = hashes.shape[0]
    skip = 0
    while (1 << skip) < ranges:
        skip += 1
    bits = 0
    while (n >> bits) > _LOCAL and bits < 16:
        bits += 1
    edge, code, who, where = spread(hashes, article, position, 1 << bits, skip)
    widest = 0
    for r in range(1 << bits):
        widest = max(widest, edge[r + 1] - edge[r])
    capacity = 2
    while capacity < 2 * widest:
        capacity *= 2
    wrap = np.uint64(capacity - 1)
    key = np.empty(capacity, dtype=np.uint64)
    count = np.zeros(capacity, dtype=np.int32)
    last = np.empty(capacity, dtype=np.int32)
    place = np.empty(capacity, dtype=np.int64)
    slot = np.empty(widest, dtype=np.int64)
    members = np.empty(n, dtype=np.int32)
    at = np.empty(n, dtype=np.int32)
    bounds = np.zeros(n // 2 + 1, dtype=np.int64)
    groups = 0
    total = 0
    for r in range(1 << bits):
        low = edge[r]
        high = edge[r + 1]
        for x in range(low, high):
            s = np.int64((code[x] >> _32) & wrap)
            while count[s] > 0 and key[s] != code[x]:
                s = (s + 1) & (capacity - 1)
            if count[s] == 0:
                key[s] = code[x]
                count[s] = 1
                place[s] = -1
                last[s] = who[x]
                slot[x - low] = s
            elif last[s] == who[x]:
                slot[x - low] = -1
            else:
                last[s] = who[x]
                count[s] += 1
                slot[x - low] = s
        for x in range(low, high):
            s = slot[x - low]
            if s < 0 or count[s] < 2:
                continue
            if place[s] < 0:
                place[s] = total
                total += count[s]
                groups += 1
                bounds[groups] = total
            members[place[s]] = who[x]
            at[place[s]] = where[x]
            place[s] += 1
        for x in range(low, high):
            if slot[x - low] >= 0:
                count[slot[x - low]] = 0
    return bounds[: groups + 1].copy(), members[:total].copy(), at[:total].copy()


@compiled
def flag_furniture(bounds: I64, article: I32, outlet: I32, version: I32, stories: int) -> U8:
    """Flags the members of groups (1 or 0) whose hash stands in `stories` or more stories of their outlet.

    `outlet` and `version` are given per article: outlets below 0 are unknown and never flagged; articles
    of one version number are versions of one story and count once.

    >>> import numpy as np
    >>> who, same = np.arange(3, dtype=np.int32), np.zeros(3, np.int32)
    >>> flag_furniture(np.array([0, 3]), who, same, who, 3).tolist()
    [1, 1, 1]
    """
    flags = np.zeros(article.shape[0], dtype=np.uint8)
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
            t = article[x]
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
            o = outlet[article[x]]
            if o >= 0 and count[o] >= stories:
                flags[x] = 1
    return flags
