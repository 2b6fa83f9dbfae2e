"""Two articles' words to the passages they share, exactly: seed, chain, extend.

Comes after `accumulate`, which names the pairs. The passages that come out count words; `stages.copies`
turns them into spans of code points.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.seed import chain, hang, seeds
from samecopy.kernels.types import I32, I64, U32, U64

_OPENING = 4  # a passage that begins with one of so many words of a line begins it


@compiled
def _free(made: I64, start: int, stop: int, side: int, one: int, other: int) -> bool:
    """Whether no word from one place to the other, both included, is in one of the passages
    `made[start:stop]`; `side` is 0 in the first text, 2 in the second."""
    low = min(one, other)
    high = max(one, other)
    for u in range(start, stop):  # noqa: SIM110 - numba compiles no generator
        if made[u, side] <= high and made[u, side + 1] > low:
            return False
    return True


@compiled
def _stretch(
    words: U32, made: I64, start: int, stop: int, x: int, y: int, x_end: int, y_end: int, step: int
) -> tuple[int, int, int]:
    """Goes on from the free words x and y, forwards or backwards by `step` and short of `x_end` and `y_end`,
    while two equal words follow at once, after one changed, dropped or added word, or after two changed.
    Returns x, y, words won."""
    won = 0
    grown = True
    while grown:
        grown = False
        for turn in range(5):
            dx = 2 if turn == 4 else (1 if turn == 1 or turn == 2 else 0)
            dy = 2 if turn == 4 else (1 if turn == 1 or turn == 3 else 0)
            if (x_end - x) * step < dx + 2 or (y_end - y) * step < dy + 2:
                continue
            i = x + step * dx
            j = y + step * dy
            if words[i] != words[j] or words[i + step] != words[j + step]:
                continue
            if _free(made, start, stop, 0, x, i + step) and _free(made, start, stop, 2, y, j + step):
                x = i + 2 * step
                y = j + 2 * step
                won += 2
                grown = True
                break
    return x, y, won


@compiled
def _to_edge(
    rows: I32, low: int, high: int, made: I64, start: int, stop: int, side: int, x: int, step: int, edge: int
) -> tuple[int, bool]:
    """Goes on from x to the end of the line of the word before, by `edge` words at most, while the words are
    in no passage; and whether it got there. The text is `low:high`."""
    row = rows[x - step]
    moved = 0
    while low <= x < high and moved < edge and rows[x] == row and _free(made, start, stop, side, x, x):
        x += step
        moved += 1
    return x, x < low or x >= high or rows[x] != row


@compiled
def _introduced(rows: I32, low: int, x: int) -> bool:
    """Whether a passage that begins at x begins its line, and a colon stands before that line; the text
    begins at `low`."""
    return rows[x] & 1 == 1 and (x < low + _OPENING or rows[x - _OPENING] != rows[x])


@compiled
def _open(made: I64, start: int, stop: int, x: int, y: int, words: int, skip: int) -> tuple[int, int]:
    """The first run of so many words from x and y on, from the word `skip`, that is in no passage yet."""
    moved = True
    while moved:
        moved = False
        for u in range(start, stop):
            if made[u, 0] <= x + skip < made[u, 1]:
                skip = made[u, 1] - x
                moved = True
            if made[u, 2] <= y + skip < made[u, 3]:
                skip = made[u, 3] - y
                moved = True
    until = words
    for u in range(start, stop):
        if made[u, 0] > x + skip:
            until = min(until, made[u, 0] - x)
        if made[u, 2] > y + skip:
            until = min(until, made[u, 2] - y)
    return skip, until - skip


@compiled
def align(  # noqa: C901 - kernels are loops, not calls
    edges: I64,
    words: U32,
    keys: U64,
    rows: I32,
    loud: I32,
    first: I64,
    second: I64,
    size: int,
    gap: int,
    least: int,
    edge: int,
) -> tuple[I32, I64, I64]:
    """Aligns pairs of texts: all disjoint passages of each, moved ones too, small edits within allowed.

    `edges`, `words`, `keys` (of `size` words), `rows` and `loud` as `pack` gives them; text t is
    `edges[t]:edges[t + 1]`, its closing word included.
    Pair p is the texts `first[p]` and `second[p]`; equal `first` should stand together.
    Seeds are runs of `size` equal words, made as long as they go;
    they are chained where at most `gap` words lie between them on either side, at a price for gaps and
    for changes of diagonal; chains are taken best first, each word once; a passage has at least `least`
    equal words. Ends are stretched over one or two changed words when two equal ones follow, and up to
    `edge` changed words to the end or beginning of both lines.

    Returns (totals, bounds, passages). `totals` is int32 (pairs, 11): equal words; those of
    them unquoted in both; words of first and of second within passages that are unquoted; unquoted words
    of first and of second in all; all words of the shorter; equal words of the longest passage;
    words of both in passages; those of the second count in passages that begin, in either text, right behind
    a line that ends in a colon; words before the first passage that opens both texts, at
    most (of the text where there are more). Passages of pair p are rows
    `bounds[p]:bounds[p + 1]` of `passages`, int64 (k, 5): first and last word in first, in second (places
    in `words`), equal words; in order of the first text.

    The method is that of seed-chain-extend aligners (Abouelhoda, Ohlebusch: chaining algorithms for
    multiple genome comparison, 2005), with a bounded look-back.

    >>> import numpy as np
    >>> from samecopy.kernels.pack import pack
    >>> w = np.array([1, 2, 3, 4, 9, 1, 2, 3, 4], np.uint32)
    >>> n, o = np.zeros(9, np.int32), np.zeros(9, np.uint8)
    >>> packed = pack(np.array([0, 5, 9]), w, n, o, o, 3)
    >>> align(*packed[:5], np.array([0]), np.array([1]), 3, 9, 4, 0)[2].tolist()
    [[0, 3, 6, 9, 4]]
    """
    pairs = first.shape[0]
    longest = 1
    for t in range(edges.shape[0] - 1):
        longest = max(longest, edges[t + 1] - edges[t])
    capacity = 2
    while capacity < 4 * longest:
        capacity *= 2
    room = 4 * longest + 16
    head = np.full(capacity, -1, dtype=np.int32)
    follow = np.empty(longest, dtype=np.int32)
    repeated = np.empty(longest + 1, dtype=np.int32)
    seed = np.empty((room, 3), dtype=np.int64)
    score = np.empty(room, dtype=np.int64)
    came = np.empty(room, dtype=np.int64)
    reach = np.empty(room, dtype=np.int64)
    path = np.empty(room, dtype=np.int64)
    totals = np.zeros((pairs, 11), dtype=np.int32)
    bounds = np.zeros(pairs + 1, dtype=np.int64)
    out = np.empty((2 * pairs + 16, 5), dtype=np.int64)
    kept = 0
    loaded = -1
    wrap = 0
    for p in range(pairs):
        ta = first[p]
        tb = second[p]
        a_low = edges[ta]
        a_high = edges[ta + 1] - 1
        b_low = edges[tb]
        b_high = edges[tb + 1] - 1
        if ta != loaded:
            wrap = hang(keys, a_low, a_high - a_low - size + 1, head, follow, repeated)
            loaded = ta
        totals[p, 4] = loud[a_high]
        totals[p, 5] = loud[b_high]
        totals[p, 6] = min(a_high - a_low, b_high - b_low)
        totals[p, 10] = max(a_high - a_low, b_high - b_low)
        found = seeds(words, keys, a_low, a_high, b_low, b_high, size, head, wrap, follow, repeated, seed)
        chain(seed, found, gap, score, came, reach)
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
                    skip, length = _open(out, start, kept, seed[u, 0], seed[u, 1], seed[u, 2], skip)
                    sx = seed[u, 0] + skip
                    sy = seed[u, 1] + skip
                    if length <= 0:
                        continue
                    joined = x0 >= 0 and _free(out, start, kept, 0, x1, sx)
                    if joined and _free(out, start, kept, 2, y1, sy):
                        x1 = sx + length
                        y1 = sy + length
                        equal += length
                        continue
                if x0 >= 0 and equal >= least:
                    x1, y1, won = _stretch(words, out, start, kept, x1, y1, a_high, b_high, 1)
                    equal += won
                    x, y, won = _stretch(words, out, start, kept, x0 - 1, y0 - 1, a_low - 1, b_low - 1, -1)
                    x0 = x + 1
                    y0 = y + 1
                    equal += won
                    # To the ends of both lines, where both are near and changed.
                    x, a_ends = _to_edge(rows, a_low, a_high, out, start, kept, 0, x1, 1, edge)
                    y, b_ends = _to_edge(rows, b_low, b_high, out, start, kept, 2, y1, 1, edge)
                    if a_ends and b_ends and (x > x1) == (y > y1):
                        x1 = x
                        y1 = y
                    x, a_ends = _to_edge(rows, a_low, a_high, out, start, kept, 0, x0 - 1, -1, edge)
                    y, b_ends = _to_edge(rows, b_low, b_high, out, start, kept, 2, y0 - 1, -1, edge)
                    if a_ends and b_ends and (x < x0 - 1) == (y < y0 - 1):
                        x0 = x + 1
                        y0 = y + 1
                    if kept == out.shape[0]:
                        wider = np.empty((2 * kept, 5), dtype=np.int64)
                        wider[:kept] = out
                        out = wider
                    out[kept, 0] = x0
                    out[kept, 1] = x1
                    out[kept, 2] = y0
                    out[kept, 3] = y1
                    out[kept, 4] = equal
                    kept += 1
                    loud_a = loud[x1] - loud[x0]
                    loud_b = loud[y1] - loud[y0]
                    totals[p, 0] += equal
                    totals[p, 1] += min(loud_a, loud_b, equal)
                    if _introduced(rows, a_low, x0) or _introduced(rows, b_low, y0):
                        totals[p, 9] += min(loud_a, loud_b, equal)
                    totals[p, 10] = min(totals[p, 10], max(x0 - a_low, y0 - b_low))
                    totals[p, 2] += loud_a
                    totals[p, 3] += loud_b
                    totals[p, 7] = max(totals[p, 7], equal)
                    totals[p, 8] += x1 - x0 + y1 - y0
                x0 = sx
                x1 = sx + length
                y0 = sy
                y1 = sy + length
                equal = length
        for u in range(start + 1, kept):
            v = u
            while v > start and out[v - 1, 0] > out[v, 0]:
                for c in range(5):
                    out[v, c], out[v - 1, c] = out[v - 1, c], out[v, c]
                v -= 1
        for u in range(start, kept):
            out[u, 1] -= 1
            out[u, 3] -= 1
        bounds[p + 1] = kept
    return totals, bounds, out[:kept].copy()
