"""Runs of equal words in two texts, and how they follow each other: the first half of alignment.

`align` makes passages of them.
"""

import numpy as np
from numba import njit

from samecopy.kernels.types import I32, I64, U8, U32, U64

_BASE = np.uint64(0x9E3779B97F4A7C15)
_32 = np.uint64(32)
_REPEATS = 8  # places of one shingle that are looked at
_LOOK_BACK = 32  # seeds before one that may precede it in a chain


@njit(cache=True, nogil=True)
def pack(
    starts: I64, word: U32, line: I32, quoted: U8, marked: U8, wanted: U8, size: int
) -> tuple[I64, I32, U32, I32, I32, U64]:
    """The unmarked words of the wanted texts, side by side.

    Returns (edges, at, words, rows, loud, keys): where each text begins; for each word its place in its
    text, its hash, its line, how many of the text's unquoted words stand before it, and the hash of the
    shingle that begins with it (0 where the text ends sooner). One word more closes each text, so that
    `loud` reaches to its end.
    """
    total = np.int64(0)
    for t in range(wanted.shape[0]):
        if wanted[t]:
            total += starts[t + 1] - starts[t] + 1
    edges = np.zeros(wanted.shape[0] + 1, dtype=np.int64)
    at = np.empty(total, dtype=np.int32)
    words = np.empty(total, dtype=np.uint32)
    rows = np.empty(total, dtype=np.int32)
    loud = np.empty(total, dtype=np.int32)
    keys = np.zeros(total, dtype=np.uint64)
    lead = np.uint64(1)
    for _ in range(size - 1):
        lead *= _BASE
    n = 0
    for t in range(wanted.shape[0]):
        if wanted[t]:
            rolling = np.uint64(0)
            first = n
            unquoted = 0
            for x in range(starts[t], starts[t + 1]):
                if marked[x]:
                    continue
                at[n] = x - starts[t]
                words[n] = word[x]
                rows[n] = line[x]
                loud[n] = unquoted
                unquoted += 1 - quoted[x]
                if n - first >= size:
                    rolling -= lead * np.uint64(words[n - size])
                rolling = rolling * _BASE + np.uint64(words[n])
                if n - first >= size - 1:
                    keys[n - size + 1] = (rolling * _BASE) ^ (rolling >> _32)
                n += 1
            loud[n] = unquoted
            n += 1
        edges[t + 1] = n
    return edges, at, words, rows, loud, keys


@njit(cache=True, nogil=True)
def hang(keys: U64, shingles: int, head: I32, follow: I32) -> None:
    """Hangs a text's shingles into a table by hash; those of one slot from the least position up."""
    wrap = np.uint64(head.shape[0] - 1)
    for x in range(shingles - 1, -1, -1):
        s = np.int64((keys[x] >> _32) & wrap)
        follow[x] = head[s]
        head[s] = x


@njit(cache=True, nogil=True)
def seeds(a: U32, a_keys: U64, b: U32, b_keys: U64, size: int, head: I32, follow: I32, seed: I64) -> int:
    """Finds the runs of equal words, each from its first shingle, in order of b: rows (in a, in b, words)."""
    wrap = np.uint64(head.shape[0] - 1)
    n = 0
    for y in range(b.shape[0] - size + 1):
        x = np.int64(head[np.int64((b_keys[y] >> _32) & wrap)])
        tries = 0
        while x >= 0 and tries < _REPEATS and n < seed.shape[0]:
            if a_keys[x] == b_keys[y]:
                tries += 1
                if x == 0 or y == 0 or a[x - 1] != b[y - 1]:
                    length = size
                    while (
                        x + length < a.shape[0] and y + length < b.shape[0] and a[x + length] == b[y + length]
                    ):
                        length += 1
                    seed[n, 0] = x
                    seed[n, 1] = y
                    seed[n, 2] = length
                    n += 1
            x = np.int64(follow[x])
    return n


@njit(cache=True, nogil=True)
def chain(seed: I64, seeds: int, gap: int, score: I64, came: I64) -> None:
    """Finds the best predecessor of each seed; scores count quarter words."""
    for u in range(seeds):
        score[u] = 4 * seed[u, 2]
        came[u] = -1
        for v in range(u - 1, max(-1, u - 1 - _LOOK_BACK), -1):
            if seed[v, 0] >= seed[u, 0] or seed[v, 1] >= seed[u, 1]:
                continue
            da = seed[u, 0] - seed[v, 0] - seed[v, 2]
            db = seed[u, 1] - seed[v, 1] - seed[v, 2]
            overlap = max(0, -min(da, db))
            if max(da, db) > gap or overlap >= seed[u, 2]:
                continue
            value = score[v] + 4 * (seed[u, 2] - overlap) - max(da, db, 0) - 2 * abs(da - db)
            if value > score[u]:
                score[u] = value
                came[u] = v
