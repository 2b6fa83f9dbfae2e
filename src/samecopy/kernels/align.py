"""Two articles' words to the passages they share, exactly: seed, chain, extend.

Comes after `accumulate`, which names the pairs. The passages that come out count words; `stages.copies`
turns them into spans of code points.
"""

import numpy as np
from numba import njit

from samecopy.kernels.types import I32, I64, U8, U32

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
def align(
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
    longest = np.int64(1)
    for t in range(starts.shape[0] - 1):
        longest = max(longest, starts[t + 1] - starts[t])
    capacity = 2
    while capacity < 2 * longest:
        capacity *= 2
    room = 4 * longest + 16
    # The unmarked words of the two texts, and where each stood.
    a_at = np.empty(longest, dtype=np.int64)
    b_at = np.empty(longest, dtype=np.int64)
    a_used = np.zeros(longest + 1, dtype=np.uint8)
    b_used = np.zeros(longest + 1, dtype=np.uint8)
    head = np.full(capacity, -1, dtype=np.int64)
    follow = np.empty(longest, dtype=np.int64)
    key_of = np.empty(longest, dtype=np.uint64)
    slot_of = np.empty(longest, dtype=np.int64)
    seed_a = np.empty(room, dtype=np.int64)
    seed_b = np.empty(room, dtype=np.int64)
    seed_n = np.empty(room, dtype=np.int64)
    score = np.empty(room, dtype=np.int64)
    came = np.empty(room, dtype=np.int64)
    taken = np.empty(room, dtype=np.uint8)
    path = np.empty(room, dtype=np.int64)
    totals = np.zeros((pairs, 9), dtype=np.int32)
    bounds = np.zeros(pairs + 1, dtype=np.int64)
    out = np.empty((2 * pairs + 16, 5), dtype=np.int32)
    kept = 0
    lead = np.uint64(1)
    for _ in range(size - 1):
        lead *= _BASE
    wrap = np.uint64(capacity - 1)
    loaded = np.int64(-1)
    a_len = 0
    a_unquoted = 0
    for p in range(pairs):
        ta = first[p]
        tb = second[p]
        if ta != loaded:
            for x in range(a_len - size + 1):
                head[slot_of[x]] = -1
            a_len = 0
            a_unquoted = 0
            for x in range(starts[ta], starts[ta + 1]):
                if marked[x] == 0:
                    a_at[a_len] = x
                    a_unquoted += 1 - quoted[x]
                    a_len += 1
            # Hash all shingles of the first text; chains run from the least position up.
            for x in range(a_len - size, -1, -1):
                h = np.uint64(0)
                for y in range(size):
                    h = h * _BASE + np.uint64(word[a_at[x + y]])
                s = np.int64((h * _BASE) >> _32 & wrap)
                while head[s] >= 0 and key_of[head[s]] != h:
                    s = (s + 1) & (capacity - 1)
                key_of[x] = h
                slot_of[x] = s
                follow[x] = head[s]
                head[s] = x
            loaded = ta
        b_len = 0
        b_unquoted = 0
        for x in range(starts[tb], starts[tb + 1]):
            if marked[x] == 0:
                b_at[b_len] = x
                b_unquoted += 1 - quoted[x]
                b_len += 1
        totals[p, 4] = a_unquoted
        totals[p, 5] = b_unquoted
        totals[p, 6] = min(a_len, b_len)
        # Seeds: maximal runs of equal words, found from their first shingle, in order of the second text.
        seeds = 0
        rolling = np.uint64(0)
        for j in range(b_len):
            if j >= size:
                rolling -= lead * np.uint64(word[b_at[j - size]])
            rolling = rolling * _BASE + np.uint64(word[b_at[j]])
            if j < size - 1:
                continue
            y = j - size + 1
            s = np.int64((rolling * _BASE) >> _32 & wrap)
            while head[s] >= 0 and key_of[head[s]] != rolling:
                s = (s + 1) & (capacity - 1)
            x = head[s]
            tries = 0
            while x >= 0 and tries < _REPEATS and seeds < room:
                tries += 1
                if x == 0 or y == 0 or word[a_at[x - 1]] != word[b_at[y - 1]]:
                    n = size
                    while x + n < a_len and y + n < b_len and word[a_at[x + n]] == word[b_at[y + n]]:
                        n += 1
                    seed_a[seeds] = x
                    seed_b[seeds] = y
                    seed_n[seeds] = n
                    seeds += 1
                x = follow[x]
        # Chains: the best predecessor of each seed; scores in quarter words.
        for u in range(seeds):
            score[u] = 4 * seed_n[u]
            came[u] = -1
            taken[u] = 0
            for v in range(u - 1, max(-1, u - 1 - _LOOK_BACK), -1):
                if seed_a[v] >= seed_a[u] or seed_b[v] >= seed_b[u]:
                    continue
                da = seed_a[u] - seed_a[v] - seed_n[v]
                db = seed_b[u] - seed_b[v] - seed_n[v]
                if max(da, db) > gap:
                    continue
                overlap = max(0, -min(da, db))
                if overlap >= seed_n[u]:
                    continue
                value = score[v] + 4 * (seed_n[u] - overlap) - max(da, db, 0) - 2 * abs(da - db)
                if value > score[u]:
                    score[u] = value
                    came[u] = v
        for x in range(a_len + 1):
            a_used[x] = 0
        for y in range(b_len + 1):
            b_used[y] = 0
        start = kept
        while True:
            best = -1
            for u in range(seeds):
                if taken[u] == 0 and score[u] >= 4 * least and (best < 0 or score[u] > score[best]):
                    best = u
            if best < 0:
                break
            n = 0
            u = best
            while u >= 0 and taken[u] == 0:
                taken[u] = 1
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
                joins = z >= 0
                if z >= 0:
                    u = path[z]
                    skip = np.int64(0)
                    if x0 >= 0:
                        skip = max(0, x1 - seed_a[u], y1 - seed_b[u])
                    while skip < seed_n[u] and (a_used[seed_a[u] + skip] or b_used[seed_b[u] + skip]):
                        skip += 1
                    sx = seed_a[u] + skip
                    sy = seed_b[u] + skip
                    while skip + length < seed_n[u] and not (a_used[sx + length] or b_used[sy + length]):
                        length += 1
                    if length == 0:
                        continue
                    if x0 >= 0:
                        for x in range(x1, sx):
                            joins = joins and a_used[x] == 0
                        for y in range(y1, sy):
                            joins = joins and b_used[y] == 0
                if x0 >= 0 and joins:
                    x1 = sx + length
                    y1 = sy + length
                    equal += length
                    continue
                if x0 >= 0 and equal >= least:
                    # Stretch both ends, rightwards then leftwards.
                    grown = True
                    while grown:
                        grown = False
                        for d in range(5):
                            x = x1 + (0 if d == 0 else (1 if d != 3 else 0))
                            y = y1 + (0 if d == 0 else (1 if d != 2 else 0))
                            if d == 4:
                                x = x1 + 2
                                y = y1 + 2
                            if x + 1 >= a_len or y + 1 >= b_len:
                                continue
                            if word[a_at[x]] != word[b_at[y]] or word[a_at[x + 1]] != word[b_at[y + 1]]:
                                continue
                            free = True
                            for i in range(x1, x + 2):
                                free = free and a_used[i] == 0
                            for i in range(y1, y + 2):
                                free = free and b_used[i] == 0
                            if free:
                                x1 = x + 2
                                y1 = y + 2
                                equal += 2
                                grown = True
                                break
                    grown = True
                    while grown:
                        grown = False
                        for d in range(5):
                            x = x0 - 1 - (0 if d == 0 else (1 if d != 3 else 0))
                            y = y0 - 1 - (0 if d == 0 else (1 if d != 2 else 0))
                            if d == 4:
                                x = x0 - 3
                                y = y0 - 3
                            if x < 1 or y < 1:
                                continue
                            if word[a_at[x]] != word[b_at[y]] or word[a_at[x - 1]] != word[b_at[y - 1]]:
                                continue
                            free = True
                            for i in range(x - 1, x0):
                                free = free and a_used[i] == 0
                            for i in range(y - 1, y0):
                                free = free and b_used[i] == 0
                            if free:
                                x0 = x - 1
                                y0 = y - 1
                                equal += 2
                                grown = True
                                break
                    # To the ends of both lines, when both are near.
                    x = x1
                    while (
                        x < a_len and x - x1 < edge and a_used[x] == 0 and line[a_at[x]] == line[a_at[x1 - 1]]
                    ):
                        x += 1
                    y = y1
                    while (
                        y < b_len and y - y1 < edge and b_used[y] == 0 and line[b_at[y]] == line[b_at[y1 - 1]]
                    ):
                        y += 1
                    a_ends = x == a_len or line[a_at[x]] != line[a_at[x1 - 1]]
                    b_ends = y == b_len or line[b_at[y]] != line[b_at[y1 - 1]]
                    if a_ends and b_ends and (x > x1) == (y > y1):
                        x1 = x
                        y1 = y
                    x = x0
                    while (
                        x > 0 and x0 - x < edge and a_used[x - 1] == 0 and line[a_at[x - 1]] == line[a_at[x0]]
                    ):
                        x -= 1
                    y = y0
                    while (
                        y > 0 and y0 - y < edge and b_used[y - 1] == 0 and line[b_at[y - 1]] == line[b_at[y0]]
                    ):
                        y -= 1
                    a_ends = x == 0 or line[a_at[x - 1]] != line[a_at[x0]]
                    b_ends = y == 0 or line[b_at[y - 1]] != line[b_at[y0]]
                    if a_ends and b_ends and (x < x0) == (y < y0):
                        x0 = x
                        y0 = y
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
                    for x in range(x0, x1):
                        a_used[x] = 1
                        totals[p, 2] += 1 - quoted[a_at[x]]
                    for y in range(y0, y1):
                        b_used[y] = 1
                        totals[p, 3] += 1 - quoted[b_at[y]]
                    totals[p, 0] += equal
                    totals[p, 8] += x1 - x0 + y1 - y0
                    totals[p, 7] = max(totals[p, 7], equal)
                x0 = sx
                x1 = sx + length
                y0 = sy
                y1 = sy + length
                equal = length
        # In order of the first text, from unmarked words to all words.
        for u in range(start + 1, kept):
            v = u
            while v > start and out[v - 1, 0] > out[v, 0]:
                for c in range(5):
                    out[v, c], out[v - 1, c] = out[v - 1, c], out[v, c]
                v -= 1
        for u in range(start, kept):
            # Unquoted on both sides: counted along the passage, the shorter side deciding.
            loud_a = 0
            for x in range(out[u, 0], out[u, 1]):
                loud_a += 1 - quoted[a_at[x]]
            loud_b = 0
            for y in range(out[u, 2], out[u, 3]):
                loud_b += 1 - quoted[b_at[y]]
            totals[p, 1] += min(loud_a, loud_b, out[u, 4])
            out[u, 0] = a_at[out[u, 0]] - starts[ta]
            out[u, 1] = a_at[out[u, 1] - 1] - starts[ta] + 1
            out[u, 2] = b_at[out[u, 2]] - starts[tb]
            out[u, 3] = b_at[out[u, 3] - 1] - starts[tb] + 1
        bounds[p + 1] = kept
    passages = out[:kept].copy()
    verbatim = np.zeros(kept, dtype=np.uint8)
    for u in range(kept):
        if passages[u, 4] == passages[u, 1] - passages[u, 0] == passages[u, 3] - passages[u, 2]:
            verbatim[u] = 1
    return totals, bounds, passages, verbatim
