"""Two articles' words to the passages they share, exactly: seed, chain, extend.

Comes after `accumulate`, which names the pairs. The passages that come out count words; `stages.copies`
turns them into spans of code points.
"""

import numpy as np
from numba import njit

from samecopy.kernels.seed import chain, hang, pack, seeds
from samecopy.kernels.types import I32, I64, U8, U32


@njit(cache=True, nogil=True)
def _free(used: U8, one: int, other: int) -> bool:
    """Whether no word from one position to the other, both included, is in a passage."""
    for i in range(min(one, other), max(one, other) + 1):  # noqa: SIM110 - numba compiles no generator
        if used[i]:
            return False
    return True


@njit(cache=True, nogil=True)
def _stretch(
    a: U32, a_len: int, a_used: U8, b: U32, b_len: int, b_used: U8, x: int, y: int, step: int
) -> tuple[int, int, int]:
    """Goes on from the free words x and y, forwards or backwards by `step`, while two equal words follow
    at once, after one changed, dropped or added word, or after two changed. Returns x, y, words won."""
    won = 0
    grown = True
    while grown:
        grown = False
        for turn in range(5):
            dx = 2 if turn == 4 else (1 if turn == 1 or turn == 2 else 0)
            dy = 2 if turn == 4 else (1 if turn == 1 or turn == 3 else 0)
            i = x + step * dx
            j = y + step * dy
            if not (0 <= i < a_len and 0 <= i + step < a_len and 0 <= j < b_len and 0 <= j + step < b_len):
                continue
            if a[i] != b[j] or a[i + step] != b[j + step]:
                continue
            if _free(a_used, x, i + step) and _free(b_used, y, j + step):
                x = i + 2 * step
                y = j + 2 * step
                won += 2
                grown = True
                break
    return x, y, won


@njit(cache=True, nogil=True)
def _to_edge(rows: I32, n: int, used: U8, x: int, step: int, edge: int) -> tuple[int, bool]:
    """Goes on from x to the end of the line of the word before, by `edge` words at most; and whether it
    got there."""
    row = rows[x - step]
    moved = 0
    while 0 <= x < n and moved < edge and used[x] == 0 and rows[x] == row:
        x += step
        moved += 1
    return x, x < 0 or x >= n or rows[x] != row


@njit(cache=True, nogil=True)
def align(  # noqa: C901 - kernels are loops, not calls
    starts: I64,
    word: U32,
    line: I32,
    quoted: U8,
    marked: U8,
    first: I64,
    second: I64,
    size: int,
    gap: int,
    least: int,
    edge: int,
) -> tuple[I32, I64, I32, U8]:
    """Aligns pairs of texts: all disjoint passages of each, moved ones too, small edits within allowed.

    Pair p is the texts `first[p]` and `second[p]`; equal `first` should stand together. Marked words are
    left out as if they were not there. Seeds are runs of `size` equal words, made as long as they go;
    they are chained where at most `gap` words lie between them on either side, at a price for gaps and
    for changes of diagonal; chains are taken best first, each word once; a passage has at least `least`
    equal words. Ends are stretched over one or two changed words when two equal ones follow, and up to
    `edge` changed words to the end or beginning of both lines.

    Returns (totals, bounds, passages, verbatim). `totals` is int32 (pairs, 9): equal words; those of
    them unquoted in both; words of first and of second within passages that are unquoted; unquoted words
    of first and of second in all; all unmarked words of the shorter; equal words of the longest passage;
    words of both in passages. Passages of pair p are rows
    `bounds[p]:bounds[p + 1]` of `passages`, int32 (k, 5): begin and end word in first, in second, equal
    words; in order of the first text. `verbatim` is 1 where all words are equal.

    The method is that of seed-chain-extend aligners (Abouelhoda, Ohlebusch: chaining algorithms for
    multiple genome comparison, 2005), with a bounded look-back.

    >>> import numpy as np
    >>> w = np.array([1, 2, 3, 4, 9, 1, 2, 3, 4], np.uint32)
    >>> o, n = np.zeros(9, np.uint8), np.zeros(9, np.int32)
    >>> t = np.array([0, 5, 9])
    >>> found = align(t, w, n, o, o, np.array([0]), np.array([1]), 3, 9, 4, 0)
    >>> found[2].tolist(), found[3].tolist()
    ([[0, 4, 0, 4, 4]], [1])
    """
    pairs = first.shape[0]
    wanted = np.zeros(starts.shape[0] - 1, dtype=np.uint8)
    for p in range(pairs):
        wanted[first[p]] = 1
        wanted[second[p]] = 1
    edges, at, words, rows, loud, keys = pack(starts, word, line, quoted, marked, wanted, size)
    longest = 1
    for t in range(wanted.shape[0]):
        longest = max(longest, edges[t + 1] - edges[t])
    capacity = 2
    while capacity < 2 * longest:
        capacity *= 2
    room = 4 * longest + 16
    a_used = np.zeros(longest, dtype=np.uint8)
    b_used = np.zeros(longest, dtype=np.uint8)
    head = np.full(capacity, -1, dtype=np.int32)
    follow = np.empty(longest, dtype=np.int32)
    seed = np.empty((room, 3), dtype=np.int64)
    score = np.empty(room, dtype=np.int64)
    came = np.empty(room, dtype=np.int64)
    path = np.empty(room, dtype=np.int64)
    totals = np.zeros((pairs, 9), dtype=np.int32)
    bounds = np.zeros(pairs + 1, dtype=np.int64)
    out = np.empty((2 * pairs + 16, 5), dtype=np.int32)
    kept = 0
    loaded = -1
    for p in range(pairs):
        ta = first[p]
        tb = second[p]
        a_len = edges[ta + 1] - edges[ta] - 1
        b_len = edges[tb + 1] - edges[tb] - 1
        a = words[edges[ta] : edges[ta] + a_len]
        b = words[edges[tb] : edges[tb] + b_len]
        a_rows = rows[edges[ta] : edges[ta] + a_len]
        b_rows = rows[edges[tb] : edges[tb] + b_len]
        a_loud = loud[edges[ta] : edges[ta + 1]]
        b_loud = loud[edges[tb] : edges[tb + 1]]
        a_at = at[edges[ta] : edges[ta] + a_len]
        b_at = at[edges[tb] : edges[tb] + b_len]
        a_keys = keys[edges[ta] : edges[ta] + a_len]
        b_keys = keys[edges[tb] : edges[tb] + b_len]
        if ta != loaded:
            head[:] = -1
            hang(a_keys, a_len - size + 1, head, follow)
            loaded = ta
        totals[p, 4] = a_loud[a_len]
        totals[p, 5] = b_loud[b_len]
        totals[p, 6] = min(a_len, b_len)
        found = seeds(a, a_keys, b, b_keys, size, head, follow, seed)
        chain(seed, found, gap, score, came)
        a_used[:a_len] = 0
        b_used[:b_len] = 0
        start = kept
        while True:
            best = -1
            for u in range(found):
                if score[u] >= 4 * least and (best < 0 or score[u] > score[best]):
                    best = u
            if best < 0:
                break
            n = 0
            u = best
            while u >= 0 and score[u] >= 0:
                score[u] = -1
                path[n] = u
                n += 1
                u = came[u]
            # Walk the chain forwards; words already in a passage end the one being made.
            x0 = -1
            x1 = 0
            y0 = 0
            y1 = 0
            equal = 0
            for z in range(n - 1, -2, -1):
                sx = 0
                sy = 0
                length = 0
                if z >= 0:
                    u = path[z]
                    skip = 0
                    if x0 >= 0:
                        skip = max(0, x1 - seed[u, 0], y1 - seed[u, 1])
                    while skip < seed[u, 2] and (a_used[seed[u, 0] + skip] or b_used[seed[u, 1] + skip]):
                        skip += 1
                    sx = seed[u, 0] + skip
                    sy = seed[u, 1] + skip
                    while skip + length < seed[u, 2] and not (a_used[sx + length] or b_used[sy + length]):
                        length += 1
                    if length == 0:
                        continue
                    if x0 >= 0 and _free(a_used, x1, sx) and _free(b_used, y1, sy):
                        x1 = sx + length
                        y1 = sy + length
                        equal += length
                        continue
                if x0 >= 0 and equal >= least:
                    x1, y1, won = _stretch(a, a_len, a_used, b, b_len, b_used, x1, y1, 1)
                    equal += won
                    x, y, won = _stretch(a, a_len, a_used, b, b_len, b_used, x0 - 1, y0 - 1, -1)
                    x0 = x + 1
                    y0 = y + 1
                    equal += won
                    # To the ends of both lines, where both are near and changed.
                    x, a_ends = _to_edge(a_rows, a_len, a_used, x1, 1, edge)
                    y, b_ends = _to_edge(b_rows, b_len, b_used, y1, 1, edge)
                    if a_ends and b_ends and (x > x1) == (y > y1):
                        x1 = x
                        y1 = y
                    x, a_ends = _to_edge(a_rows, a_len, a_used, x0 - 1, -1, edge)
                    y, b_ends = _to_edge(b_rows, b_len, b_used, y0 - 1, -1, edge)
                    if a_ends and b_ends and (x < x0 - 1) == (y < y0 - 1):
                        x0 = x + 1
                        y0 = y + 1
                    if kept == out.shape[0]:
                        wider = np.empty((2 * kept, 5), dtype=np.int32)
                        wider[:kept] = out
                        out = wider
                    out[kept, 0] = x0
                    out[kept, 1] = x1
                    out[kept, 2] = y0
                    out[kept, 3] = y1
                    out[kept, 4] = equal
                    kept += 1
                    a_used[x0:x1] = 1
                    b_used[y0:y1] = 1
                    loud_a = a_loud[x1] - a_loud[x0]
                    loud_b = b_loud[y1] - b_loud[y0]
                    totals[p, 0] += equal
                    totals[p, 1] += min(loud_a, loud_b, equal)
                    totals[p, 2] += loud_a
                    totals[p, 3] += loud_b
                    totals[p, 7] = max(totals[p, 7], equal)
                    totals[p, 8] += x1 - x0 + y1 - y0
                x0 = sx
                x1 = sx + length
                y0 = sy
                y1 = sy + length
                equal = length
        # In order of the first text, counted in all its words.
        for u in range(start + 1, kept):
            v = u
            while v > start and out[v - 1, 0] > out[v, 0]:
                for c in range(5):
                    out[v, c], out[v - 1, c] = out[v - 1, c], out[v, c]
                v -= 1
        for u in range(start, kept):
            out[u, 0] = a_at[out[u, 0]]
            out[u, 1] = a_at[out[u, 1] - 1] + 1
            out[u, 2] = b_at[out[u, 2]]
            out[u, 3] = b_at[out[u, 3] - 1] + 1
        bounds[p + 1] = kept
    passages = out[:kept].copy()
    verbatim = np.zeros(kept, dtype=np.uint8)
    for u in range(kept):
        if passages[u, 4] == passages[u, 1] - passages[u, 0] == passages[u, 3] - passages[u, 2]:
            verbatim[u] = 1
    return totals, bounds, passages, verbatim
