"""The words that alignment needs, side by side: furniture left out.

Comes after `mask`; `align` reads what is packed here.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8, U32, U64

_BASE = np.uint64(0x9E3779B97F4A7C15)
_32 = np.uint64(32)


@compiled
def pack(
    starts: I64, word: U32, line: I32, quoted: U8, marked: U8, size: int
) -> tuple[I64, U32, U64, I32, I32, I32]:
    """The unmarked words of many texts, side by side.

    Returns (edges, words, keys, rows, loud, at): where each text begins; for each word its hash, the hash of
    the `size` words that begin with it (0 where the text ends sooner), twice its line (one more where a colon
    stands before the line), how many of the text's unquoted words stand before it, and its number among all
    that were given. One word more closes each text, so that `loud` reaches to its end.

    >>> import numpy as np
    >>> w, i, o = np.array([7, 8, 9], np.uint32), np.arange(3, dtype=np.int32), np.zeros(3, np.uint8)
    >>> packed = pack(np.array([0, 3]), w, i, o, np.array([0, 1, 0], np.uint8), 2)
    >>> packed[0].tolist(), packed[1][:2].tolist(), packed[5][:2].tolist()
    ([0, 3], [7, 9], [0, 2])
    """
    texts = starts.shape[0] - 1
    total = np.int64(texts)
    for x in range(word.shape[0]):
        total += 1 - marked[x]
    edges = np.zeros(texts + 1, dtype=np.int64)
    words = np.zeros(total, dtype=np.uint32)
    keys = np.zeros(total, dtype=np.uint64)
    rows = np.zeros(total, dtype=np.int32)
    loud = np.zeros(total, dtype=np.int32)
    at = np.zeros(total, dtype=np.int32)
    lead = np.uint64(1)
    for _ in range(size - 1):
        lead *= _BASE
    n = 0
    for t in range(texts):
        rolling = np.uint64(0)
        first = n
        unquoted = 0
        for x in range(starts[t], starts[t + 1]):
            if marked[x]:
                continue
            words[n] = word[x]
            rows[n] = 2 * line[x] + (quoted[x] >> 1)
            loud[n] = unquoted
            at[n] = x
            unquoted += 1 - (quoted[x] & 1)
            if n - first >= size:
                rolling -= lead * np.uint64(words[n - size])
            rolling = rolling * _BASE + np.uint64(words[n])
            if n - first >= size - 1:
                keys[n - size + 1] = (rolling * _BASE) ^ (rolling >> _32)
            n += 1
        loud[n] = unquoted
        n += 1
        edges[t + 1] = n
    return edges, words, keys, rows, loud, at


@compiled
def bundles(pairs: I64, lengths: I64, limit: int) -> I64:
    """Parts pairs, (k, 2), into bundles whose articles, each counted once, have about `limit` code points.

    Returns the bounds, int64, one more than bundles; one ends where the first article changes only.

    >>> import numpy as np
    >>> bundles(np.array([[0, 1], [0, 2], [1, 2]]), np.array([5, 5, 5]), 12).tolist()
    [0, 2, 3]
    """
    k = pairs.shape[0]
    bounds = np.zeros(k + 1, dtype=np.int64)
    stamp = np.full(lengths.shape[0], -1, dtype=np.int64)
    total = np.int64(0)
    n = 0
    for p in range(k):
        for side in range(2):
            t = pairs[p, side]
            if stamp[t] != n:
                stamp[t] = n
                total += lengths[t]
        last = p == k - 1
        if last or (total >= limit and pairs[p + 1, 0] != pairs[p, 0]):
            n += 1
            bounds[n] = p + 1
            total = np.int64(0)
    return bounds[: n + 1].copy()
