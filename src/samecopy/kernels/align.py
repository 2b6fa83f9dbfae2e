"""Two articles' words to the passages they share, exactly: seed, chain, extend.

Comes after `accumulate`, which names the pairs. The passages that come out count words; `stages.copies`
turns them into spans of code points.
"""

import numpy as np
from numba import njit

from samecopy.kernels.types import I32, I64, U8, U32, U64

_BASE = np.uint64(0x9E3779B97F4A7C15)
_32 = np.uint64(32)
_REPEATS = 8
_LOOK_BACK = 32


@njit(cache=True, nogil=True)
def mask(
    starts: I64,
    line: I32,
    articles: I64,
    flag_starts: I64,
    flag_position: I32,
    size: int,
    gap: int,
    share: float,
) -> U8:
    """Marks the words that are furniture: those in flagged shingles, and lines that mostly consist of them.

    Text t is article number `articles[t]`; its flagged shingles begin at the words
    `flag_position[flag_starts[articles[t]]:flag_starts[articles[t] + 1]]`, ascending, `size` words each.
    Up to `gap` unmarked words between two of them are marked as well (fingerprints are a sample), and
    the whole of a line of which at least `share` is. Returns uint8, one per word.

    >>> import numpy as np
    >>> line, none = np.zeros(6, np.int32), np.zeros(1, np.int64)
    >>> at = np.array([1], np.int32)
    >>> mask(np.array([0, 6]), line, none, np.array([0, 1]), at, 3, 2, .9).tolist()
    [0, 1, 1, 1, 0, 0]
    """
    marked = np.zeros(line.shape[0], dtype=np.uint8)
    for t in range(articles.shape[0]):
        base = starts[t]
        low = flag_starts[articles[t]]
        high = flag_starts[articles[t] + 1]
        if low == high:
            continue
        until = np.int64(-1)
        for x in range(low, high):
            begin = np.int64(flag_position[x])
            if until >= 0 and begin - until <= gap:
                begin = until
            until = min(np.int64(flag_position[x]) + size, starts[t + 1] - base)
            for i in range(begin, until):
                marked[base + i] = 1
        i = base
        while i < starts[t + 1]:
            j = i
            total = 0
            while j < starts[t + 1] and line[j] == line[i]:
                total += marked[j]
                j += 1
            if total >= share * (j - i):
                for x in range(i, j):
                    marked[x] = 1
            i = j
    return marked


@njit(cache=True, nogil=True)
def _pack(
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
def _hang(keys: U64, shingles: int, head: I32, follow: I32) -> None:
    """Hangs a text's shingles into a table by hash; those of one slot from the least position up."""
    wrap = np.uint64(head.shape[0] - 1)
    for x in range(shingles - 1, -1, -1):
        s = np.int64((keys[x] >> _32) & wrap)
        follow[x] = head[s]
        head[s] = x


@njit(cache=True, nogil=True)
def _seeds(a: U32, a_keys: U64, b: U32, b_keys: U64, size: int, head: I32, follow: I32, seed: I64) -> int:
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
def _chain(seed: I64, seeds: int, gap: int, score: I64, came: I64) -> None:
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
    edges, at, words, rows, loud, keys = _pack(starts, word, line, quoted, marked, wanted, size)
    longest = np.int64(1)
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
    loaded = np.int64(-1)
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
            _hang(a_keys, a_len - size + 1, head, follow)
            loaded = ta
        totals[p, 4] = a_loud[a_len]
        totals[p, 5] = b_loud[b_len]
        totals[p, 6] = min(a_len, b_len)
        seeds = _seeds(a, a_keys, b, b_keys, size, head, follow, seed)
        _chain(seed, seeds, gap, score, came)
        a_used[:a_len] = 0
        b_used[:b_len] = 0
        start = kept
        while True:
            best = -1
            for u in range(seeds):
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
            x0 = np.int64(-1)
            x1 = np.int64(0)
            y0 = np.int64(0)
            y1 = np.int64(0)
            equal = 0
            for z in range(n - 1, -2, -1):
                sx = np.int64(0)
                sy = np.int64(0)
                length = np.int64(0)
                if z >= 0:
                    u = path[z]
                    skip = np.int64(0)
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
