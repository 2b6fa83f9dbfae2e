"""Which pages carry more than one copy: parts of a page that different pages match.

Comes after `align`; `components` then joins the parts into families.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8, U64

_CELL = 32
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_NONE = np.uint64(0)


@compiled
def _sides(n: int, a: I64, b: I64) -> tuple[I64, I64]:
    """Incidences of n pages: page t has `sides[starts[t]:starts[t + 1]]`, each 2 * pair + side."""
    starts = np.zeros(n + 1, dtype=np.int64)
    for p in range(a.shape[0]):
        starts[a[p] + 1] += 1
        starts[b[p] + 1] += 1
    for t in range(n):
        starts[t + 1] += starts[t]
    fill = starts[:-1].copy()
    sides = np.empty(2 * a.shape[0], dtype=np.int64)
    for p in range(a.shape[0]):
        sides[fill[a[p]]] = 2 * p
        fill[a[p]] += 1
        sides[fill[b[p]]] = 2 * p + 1
        fill[b[p]] += 1
    return starts, sides


@compiled
def _beyond(p: int, column: int, q: int, other: int, bounds: I64, spans: I32, marks: U8) -> int:
    """Code points of a page in the passages of pair p but not in those of pair q.

    The page's spans begin at `column` of those of p and at `other` of those of q. `marks` are as many
    zeros as a page has code points, and are again afterwards.
    """
    for x in range(bounds[p], bounds[p + 1]):
        marks[spans[x, column] : spans[x, column + 1]] = 1
    for x in range(bounds[q], bounds[q + 1]):
        marks[spans[x, other] : spans[x, other + 1]] = 0
    count = 0
    for x in range(bounds[p], bounds[p + 1]):
        for i in range(spans[x, column], spans[x, column + 1]):
            count += marks[i]
            marks[i] = 0
    return count


@compiled
def _attested(
    t: int,
    starts: I64,
    sides: I64,
    root: I64,
    a: I64,
    b: I64,
    bounds: I64,
    spans: I32,
    least: int,
    group: I64,
    marks: U8,
) -> bool:
    """Whether two neighbours of page t on one side share `least` code points that it lacks.

    `root` are the trees of its sides, by incidence; `group`, -1 for each page, and `marks` are for use
    here and left as they were.
    """
    degree = starts[t + 1] - starts[t]
    for d in range(degree):
        side = sides[starts[t] + d]
        u = d
        while root[u] != u:
            u = root[u]
        group[b[side >> 1] if side & 1 == 0 else a[side >> 1]] = u
    found = False
    for d in range(degree):
        side = sides[starts[t] + d]
        column = 2 - 2 * (side & 1)
        one = b[side >> 1] if column == 2 else a[side >> 1]
        for e in range(starts[one], starts[one + 1]):
            p = sides[e] >> 1
            two = b[p] if sides[e] & 1 == 0 else a[p]
            if two == t or group[two] != group[one]:
                continue
            if _beyond(p, 2 * (sides[e] & 1), side >> 1, column, bounds, spans, marks) >= least:
                found = True
                break
        if found:
            break
    for d in range(degree):
        side = sides[starts[t] + d]
        group[b[side >> 1] if side & 1 == 0 else a[side >> 1]] = -1
    return found


@compiled
def _one_side(incident: I64, bounds: I64, spans: I32, covered: U64) -> bool:
    """Whether each neighbour of a page matches a part that those before it match too: most pages are so.

    `incident` are the page's incidences; `covered` zeros, one bit for each cell of the page.
    """
    for d in range(incident.shape[0]):
        column = 2 * (incident[d] & 1)
        met = d == 0
        for storing in range(2):
            for x in range(bounds[incident[d] >> 1], bounds[(incident[d] >> 1) + 1]):
                low = np.int64((spans[x, column] + _CELL - 1) // _CELL)
                high = np.int64(spans[x, column + 1] // _CELL)
                while low < high:
                    count = min(high - low, 64 - (low & 63))
                    bits = (_ALL >> np.uint64(64 - count)) << np.uint64(low & 63)
                    if storing:
                        covered[low >> 6] |= bits
                    elif covered[low >> 6] & bits != _NONE:
                        met = True
                    low += count
            if not met:
                return False
    return True


@compiled
def splice(  # noqa: C901 - kernels are loops, not calls
    lengths: I64, a: I64, b: I64, bounds: I64, spans: I32, apart: I64, related: I64, least: int
) -> tuple[I64, I64]:
    """Splits pages whose neighbours match disjoint parts and share nothing with each other.

    Page t has `lengths[t]` code points. Pair p joins the pages `a[p]` and `b[p]` by the passages
    `spans[bounds[p]:bounds[p + 1]]`, (m, 4): begin and end in a, in b. `apart[p]` says in its
    two lowest bits how much of a is not in b: 2 much, 1 some, 0 hardly any; in the next two how much of b
    is not in a. A page of which nearly all is in another may be cut from it and is no sign of a second
    original. `related` holds the keys (a << 32 | b, ascending) of pages that share anything at all.

    Two neighbours are on one side when their passages overlap by some words or when they are related.
    A page with two or more sides that each have a neighbour with much of its own becomes as many parts;
    other sides go to its first part. Some of its own suffices where two neighbours of one side agree with
    each other on `least` code points or more that the page lacks: that side has an original longer than
    the page's part of it, so that the page is not the one from which all are cut. Returns (part, page):
    for each pair and side the number of the part that takes part in it, (2 * pairs,) int64, and for each
    part its page, int64. The parts 0 to pages - 1 are the pages themselves (their first part).

    >>> import numpy as np
    >>> spans = np.array([[0, 200, 0, 200], [0, 200, 300, 500]], np.int32)
    >>> two = np.array([0, 1]), np.array([2, 2]), np.array([0, 1, 2])
    >>> full = np.array([2, 2]), np.zeros(0, np.int64), 150
    >>> part, page = splice(np.array([400, 400, 500]), two[0], two[1], two[2], spans, *full)
    >>> part.tolist(), page.tolist()
    ([0, 2, 1, 3], [0, 1, 2, 2])
    """
    n = lengths.shape[0]
    starts, sides = _sides(n, a, b)
    part = np.empty(2 * a.shape[0], dtype=np.int64)
    extra_page = np.empty(2 * a.shape[0] + 1, dtype=np.int64)
    extra = 0
    longest = np.int64(1)
    widest = np.int64(1)
    for t in range(n):
        longest = max(longest, lengths[t])
        widest = max(widest, starts[t + 1] - starts[t])
    owner = np.empty(longest // _CELL + 2, dtype=np.int64)
    cells = np.empty(longest // (64 * _CELL) + 1, dtype=np.uint64)
    root = np.empty(widest, dtype=np.int64)
    number = np.empty(widest, dtype=np.int64)
    own = np.empty(widest, dtype=np.int64)
    marks = np.zeros(longest + 1, dtype=np.uint8)
    group = np.full(n, -1, dtype=np.int64)
    for t in range(n):
        degree = starts[t + 1] - starts[t]
        for d in range(degree):
            part[sides[starts[t] + d]] = t
        if degree < 2:
            continue
        cells[: lengths[t] // (64 * _CELL) + 1] = 0
        if _one_side(sides[starts[t] : starts[t + 1]], bounds, spans, cells):
            continue
        for c in range(lengths[t] // _CELL + 2):
            owner[c] = -1
        groups = degree
        for d in range(degree):
            root[d] = d
        for d in range(degree):
            p = sides[starts[t] + d] >> 1
            column = 2 * (sides[starts[t] + d] & 1)
            recent = np.int64(d)
            for x in range(bounds[p], bounds[p + 1]):
                for c in range((spans[x, column] + _CELL - 1) // _CELL, spans[x, column + 1] // _CELL):
                    if owner[c] < 0:
                        owner[c] = d
                    if owner[c] == recent:
                        continue
                    recent = owner[c]
                    u = recent
                    v = d
                    while root[u] != u:
                        u = root[u]
                    while root[v] != v:
                        v = root[v]
                    if u != v:
                        root[max(u, v)] = min(u, v)
                        groups -= 1
            if groups == 1 and d == degree - 1:
                break
        if groups == 1:
            continue
        for d in range(degree):
            side = sides[starts[t] + d]
            one = b[side >> 1] if side & 1 == 0 else a[side >> 1]
            for e in range(d):
                u = d
                v = e
                while root[u] != u:
                    u = root[u]
                while root[v] != v:
                    v = root[v]
                if u == v:
                    continue
                side = sides[starts[t] + e]
                two = b[side >> 1] if side & 1 == 0 else a[side >> 1]
                key = (min(one, two) << 32) | max(one, two)
                low = np.int64(0)
                high = related.shape[0]
                while low < high:
                    middle = (low + high) // 2
                    if related[middle] < key:
                        low = middle + 1
                    else:
                        high = middle
                if low < related.shape[0] and related[low] == key:
                    root[max(u, v)] = min(u, v)
        for d in range(degree):
            own[d] = 0
            number[d] = -1
        for d in range(degree):
            u = d
            while root[u] != u:
                u = root[u]
            side = sides[starts[t] + d]
            # The neighbour is b where this page is a, and the other way round.
            own[u] = max(own[u], (apart[side >> 1] >> (2 - 2 * (side & 1))) & 3)
        much = 0
        some = 0
        for d in range(degree):
            if root[d] == d:
                much += own[d] >= 2
                some += own[d] >= 1
        enough = 2
        mixed = some > max(much, 1)
        if mixed and _attested(t, starts, sides, root, a, b, bounds, spans, least, group, marks):
            enough = 1
        count = 0
        for d in range(degree):
            if root[d] == d and own[d] >= enough:
                number[d] = count
                count += 1
        if count < 2:
            continue
        for d in range(degree):
            u = d
            while root[u] != u:
                u = root[u]
            if number[u] > 0:
                part[sides[starts[t] + d]] = n + extra + number[u] - 1
        for c in range(count - 1):
            extra_page[extra + c] = t
        extra += count - 1
    page = np.empty(n + extra, dtype=np.int64)
    for t in range(n):
        page[t] = t
    page[n:] = extra_page[:extra]
    return part, page


@compiled
def covered(lengths: I64, part: I64, page: I64, bounds: I64, spans: I32) -> I64:
    """Code points of each part that lie in at least one passage of a pair it takes part in.

    `lengths` per page; `part` and `page` as `splice` returns them; `bounds` and `spans` as it takes them.

    >>> import numpy as np
    >>> spans = np.array([[0, 20, 5, 25]], np.int32)
    >>> covered(np.array([30, 30]), np.array([0, 1]), np.array([0, 1]), np.array([0, 1]), spans).tolist()
    [20, 20]
    """
    units = page.shape[0]
    starts, sides = _sides(units, part[0::2].copy(), part[1::2].copy())
    longest = np.int64(1)
    for t in range(lengths.shape[0]):
        longest = max(longest, lengths[t])
    change = np.zeros(longest + 2, dtype=np.int64)
    total = np.zeros(units, dtype=np.int64)
    for u in range(units):
        if starts[u] == starts[u + 1]:
            continue
        for d in range(starts[u], starts[u + 1]):
            column = 2 * (sides[d] & 1)
            for x in range(bounds[sides[d] >> 1], bounds[(sides[d] >> 1) + 1]):
                change[spans[x, column]] += 1
                change[spans[x, column + 1]] -= 1
        depth = np.int64(0)
        for i in range(lengths[page[u]] + 1):
            depth += change[i]
            change[i] = 0
            total[u] += 1 if depth > 0 else 0
    return total
