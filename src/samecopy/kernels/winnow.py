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


@compiled
def winnow(  # noqa: C901 - kernels are loops, not calls
    starts: I64, word: U32, size: int, window: int, hashes: U64, article: I32, position: I32
) -> int:
    """Keeps the fingerprints of many texts: of each `window` shingles in a row the one of least hash.

    Text t has the word hashes `word[starts[t]:starts[t + 1]]`; a shingle is `size` words in a row. Any
    run of `size + window - 1` words that two texts share gives them a fingerprint in common. The last of
    equal hashes is kept; a text with fewer shingles than `window` keeps its least one. Writes hash, text
    number and word position of each kept shingle to the three arrays (as long as `word`), in text order,
    and returns their count.

    Robust winnowing after Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document
    fingerprinting", SIGMOD 2003; the hash is a rolling polynomial finished with Steele's SplitMix64.

    >>> import numpy as np
    >>> h, a, p = np.empty(3, np.uint64), np.empty(3, np.int32), np.empty(3, np.int32)
    >>> winnow(np.array([0, 3]), np.array([7, 8, 9], dtype=np.uint32), 3, 4, h, a, p), int(p[0])
    (1, 0)
    """
    lead = np.uint64(1)
    for _ in range(size - 1):
        lead *= _BASE
    longest = np.int64(0)
    for t in range(starts.shape[0] - 1):
        longest = max(longest, starts[t + 1] - starts[t])
    shingle = np.empty(longest, dtype=np.uint64)
    kept = 0
    for t in range(starts.shape[0] - 1):
        base = starts[t]
        shingles = starts[t + 1] - base - size + 1
        if shingles <= 0:
            continue
        rolling = np.uint64(0)
        for i in range(size - 1):
            rolling = rolling * _BASE + np.uint64(word[base + i])
        for j in range(shingles):
            rolling = rolling * _BASE + np.uint64(word[base + j + size - 1])
            h = (rolling ^ (rolling >> _30)) * _M1
            h = (h ^ (h >> _27)) * _M2
            shingle[j] = h ^ (h >> _31)
            rolling -= lead * np.uint64(word[base + j])
        span = min(window, shingles)
        least = 0
        for j in range(1, span):
            if shingle[j] <= shingle[least]:
                least = j
        for j in range(span - 1, shingles):
            if j >= span:
                if shingle[j] <= shingle[least]:
                    least = j
                elif least > j - span:
                    continue
                else:
                    least = j - span + 1
                    for i in range(least + 1, j + 1):
                        if shingle[i] <= shingle[least]:
                            least = i
            hashes[kept] = shingle[least]
            article[kept] = t
            position[kept] = least
            kept += 1
    return kept
