"""Postings on disk: where a hash stands among them.

`invert.spread` parts the postings of each range of hashes into buckets; `seek` finds hashes in what was
parted so, `grouped` makes lists of what was found.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8, U64

_FEW = 32  # members of a list up to which insertion sorts it fastest
_LOW = np.int64(0xFFFFFFFF)


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
    found = np.empty(wanted.shape[0] + 16, dtype=np.int64)
    which = np.empty(wanted.shape[0] + 16, dtype=np.int64)
    n = 0
    up = np.int64(bits)
    for i in range(wanted.shape[0]):
        h = wanted[i]
        b = (np.int64(h & low) << up) | np.int64((h >> np.uint64(skip)) & mask)
        for x in range(bounds[b], bounds[b + 1]):
            if hashes[x] == h:
                if n == found.shape[0]:
                    more = np.empty(2 * n, dtype=np.int64)
                    more[:n] = found
                    found = more
                    more = np.empty(2 * n, dtype=np.int64)
                    more[:n] = which
                    which = more
                found[n] = x
                which[n] = i
                n += 1
    return found[:n].copy(), which[:n].copy()


@compiled
def grouped(which: I64, article: I32, position: I32, lists: int) -> tuple[I64, I32, I32]:
    """The postings lists of `lists` hashes from postings in any order; those of one article are left out.

    Posting i is of hash `which[i]`. Returns (bounds, article, position) as `invert.invert` does: one
    posting per article (its first), in order of article.

    >>> import numpy as np
    >>> who = np.array([5, 4, 5, 9], np.int32)
    >>> [part.tolist() for part in grouped(np.array([0, 0, 0, 1]), who, who, 2)]
    [[0, 2], [4, 5], [4, 5]]
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
            n += 1
            bounds[n] = total
        low = high
    return bounds[: n + 1].copy(), who[:total].copy(), where[:total].copy()


@compiled
def held(starts: I64, positions: I32, article: I32, position: I32) -> U8:
    """Which places are among those of a list per article, 1 or 0.

    Article t has the places `positions[starts[t]:starts[t + 1]]`, ascending; those asked for are
    `position[i]` of `article[i]`.

    >>> import numpy as np
    >>> one = np.zeros(2, np.int32)
    >>> held(np.array([0, 1]), np.array([7], np.int32), one, np.array([7, 8], np.int32)).tolist()
    [1, 0]
    """
    found = np.zeros(article.shape[0], dtype=np.uint8)
    for i in range(article.shape[0]):
        low = starts[article[i]]
        high = starts[article[i] + 1]
        while low < high:
            middle = (low + high) // 2
            if positions[middle] < position[i]:
                low = middle + 1
            else:
                high = middle
        if low < starts[article[i] + 1] and positions[low] == position[i]:
            found[i] = 1
    return found
