"""Words to fingerprints: hash every shingle, keep the least of each window.

Comes after `tokenise`, before `invert`.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U32, U64

_BASE = np.uint64(0x9E3779B97F4A7C15)
_M1 = np.uint64(0xBF58476D1CE4E5B9)
_M2 = np.uint64(0x94D049BB133111EB)
_30 = np.uint64(30)
_27 = np.uint64(27)
_31 = np.uint64(31)
_32 = np.uint64(32)


@compiled
def _least(order: U32, window: int, free: U32, wins: U32) -> None:
    """How far each of a text's hashes is least: `wins` counts, on either side up to the first that is less
    (or equal, to the right), those that are not, `window - 1` at most each way.

    One distance at a time over all of the text: loops without a branch, many hashes in one step.
    """
    n = order.shape[0]
    wins[:n] = 0
    free[:n] = 1
    for d in range(1, window):
        here, other, still, won = order[d:], order[: n - d], free[d:n], wins[d:n]
        free[d - 1] = 0
        for i in range(n - d):
            still[i] &= np.uint32(here[i] <= other[i])
            won[i] += still[i]
    free[:n] = 1
    for d in range(1, window):
        here, other, still = order[: n - d], order[d:], free[: n - d]
        for i in range(n - d):
            still[i] &= np.uint32(here[i] < other[i])
            wins[i] += still[i]


@compiled
def winnow(starts: I64, word: U32, size: int, window: int, hashes: U64, article: I32, position: I32) -> int:
    """Keeps the fingerprints of many texts: of each `window` shingles in a row the one of least hash.

    Text t has the word hashes `word[starts[t]:starts[t + 1]]`; a shingle is `size` words in a row. Any
    run of `size + window - 1` words that two texts share gives them a fingerprint in common. Hashes are
    compared by their upper half, and the last of equals is kept; a text with fewer shingles than `window`
    keeps its least one. Writes hash, text number and word position of each kept shingle to the three
    arrays (as long as `word`), in text order, and returns their count.

    Robust winnowing after Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document
    fingerprinting", SIGMOD 2003; the hash is a rolling polynomial finished with Steele's SplitMix64.

    >>> import numpy as np
    >>> h, a, p = np.empty(3, np.uint64), np.empty(3, np.int32), np.empty(3, np.int32)
    >>> winnow(np.array([0, 3]), np.array([7, 8, 9], dtype=np.uint32), 3, 4, h, a, p), int(p[0])
    (1, 0)
    """
    lead = np.uint64(1)
    for _ in range(size):
        lead *= _BASE
    longest = np.int64(0)
    for t in range(starts.shape[0] - 1):
        longest = max(longest, starts[t + 1] - starts[t])
    shingle = np.empty(longest, dtype=np.uint64)
    order = np.empty(longest, dtype=np.uint32)
    free = np.empty(longest, dtype=np.uint32)
    wins = np.empty(longest, dtype=np.uint32)
    kept = 0
    for t in range(starts.shape[0] - 1):
        base = starts[t]
        shingles = starts[t + 1] - base - size + 1
        if shingles <= 0:
            continue
        rolling = np.uint64(0)
        for i in range(size):
            rolling = rolling * _BASE + np.uint64(word[base + i])
        for j in range(shingles):
            h = (rolling ^ (rolling >> _30)) * _M1
            h = (h ^ (h >> _27)) * _M2
            h ^= h >> _31
            shingle[j] = h
            order[j] = np.uint32(h >> _32)
            if j + 1 < shingles:
                fresh = np.uint64(word[base + j + size]) - lead * np.uint64(word[base + j])
                rolling = rolling * _BASE + fresh
        span = min(window, shingles)
        _least(order[:shingles], span, free, wins)
        for j in range(shingles):
            hashes[kept] = shingle[j]
            article[kept] = t
            position[kept] = j
            kept += 1 if wins[j] + 1 >= span else 0
    return kept
