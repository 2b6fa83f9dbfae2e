"""Runs of equal words in two texts, and how they follow each other: the first half of alignment.

`pack` comes before; `align` makes passages of them.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U32, U64

_32 = np.uint64(32)
_REPEATS = 8  # places of one shingle that are looked at
_LOOK_BACK = 32  # seeds before one that may precede it in a chain


@compiled
def hang(keys: U64, low: int, shingles: int, head: I32, follow: I32, repeated: I32) -> int:
    """Hangs the shingles of the text that begins at `low` into a table by hash; those of one slot from the
    least position up.

    Uses the first so many slots of `head` as the text needs, and returns how many less one. `repeated[x]`
    becomes the number of shingles before x that stand in the text more than once.
    """
    capacity = 2
    while capacity < 4 * shingles:
        capacity *= 2
    head[:capacity] = -1
    wrap = np.uint64(capacity - 1)
    repeated[0] = 0
    for x in range(shingles - 1, -1, -1):
        key = keys[low + x]
        s = np.int64((key >> _32) & wrap)
        repeated[x + 1] = 0
        other = head[s]
        while other >= 0 and keys[low + other] != key:
            other = follow[other]
        if other >= 0:
            repeated[x + 1] = 1
            repeated[other + 1] = 1
        follow[x] = head[s]
        head[s] = x
    for x in range(shingles):
        repeated[x + 1] += repeated[x]
    return capacity - 1


@compiled
def seeds(
    words: U32,
    keys: U64,
    a_low: int,
    a_high: int,
    b_low: int,
    b_high: int,
    size: int,
    head: I32,
    wrap: int,
    follow: I32,
    repeated: I32,
    seed: I64,
) -> int:
    """Finds the runs of equal words of two texts, `a_low` to `a_high` and `b_low` to `b_high` of `words`,
    each from its first shingle, in order of b: rows (place in a, in b, words)."""
    n = 0
    y = b_low
    while y < b_high - size + 1:
        key = keys[y]
        at = int(head[np.int64(key >> _32) & wrap])
        tries = 0
        step = 1
        while at >= 0 and tries < _REPEATS and n < seed.shape[0]:
            x = a_low + at
            if keys[x] == key:
                tries += 1
                if at == 0 or y == b_low or words[x - 1] != words[y - 1]:
                    room = min(a_high - x, b_high - y)
                    length = size
                    while length + size <= room and keys[x + length] == keys[y + length]:
                        length += size
                    while length < room and words[x + length] == words[y + length]:
                        length += 1
                    seed[n, 0] = x
                    seed[n, 1] = y
                    seed[n, 2] = length
                    n += 1
                    # Shingles that stand in a once only have their one run, and it is this.
                    if repeated[at + length - size + 1] == repeated[at]:
                        step = length - size + 1
            at = int(follow[at])
        y += step
    return n


@compiled
def chain(seed: I64, seeds: int, gap: int, score: I64, came: I64, reach: I64) -> None:
    """Finds the best predecessor of each seed; scores count quarter words."""
    for u in range(seeds):
        score[u] = 4 * seed[u, 2]
        came[u] = -1
        reach[u] = seed[u, 1] + seed[u, 2]
        if u > 0:
            reach[u] = max(reach[u], reach[u - 1])
        for v in range(u - 1, max(-1, u - 1 - _LOOK_BACK), -1):
            if seed[u, 1] - reach[v] > gap:
                break
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
