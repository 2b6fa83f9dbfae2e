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
def incidences(n: int, a: I64, b: I64) -> tuple[I64, I64, I32]:
    """Where n pages take part in the pairs (a[p], b[p]), page by page, each in order of pair.

    Returns (starts, sides, near): page t has `sides[starts[t]:starts[t + 1]]`, each 2 * pair + side, and
    `near` holds the page on the other side of each.

    >>> import numpy as np
    >>> [part.tolist() for part in incidences(3, np.array([0, 1]), np.array([2, 2]))]
    [[0, 1, 2, 4], [0, 2, 1, 3], [2, 2, 0, 1]]
    """
    starts = np.zeros(n + 1, dtype=np.int64)
    for p in range(a.shape[0]):
        starts[a[p] + 1] += 1
        starts[b[p] + 1] += 1
    for t in range(n):
        starts[t + 1] += starts[t]
    fill = starts[:-1].copy()
    sides = np.empty(2 * a.shape[0], dtype=np.int64)
    near = np.empty(2 * a.shape[0], dtype=np.int32)
    for p in range(a.shape[0]):
        sides[fill[a[p]]] = 2 * p
        near[fill[a[p]]] = b[p]
        fill[a[p]] += 1
        sides[fill[b[p]]] = 2 * p + 1
        near[fill[b[p]]] = a[p]
        fill[b[p]] += 1
    return starts, sides, near


@compiled
def _place(numbers: I32 | I64, number: int, low: int, high: int) -> int:
    """Where a number stands in `numbers[low:high]`, which ascend; -1 where it does not."""
    end = high
    while low < high:
        middle = (low + high) // 2
        if numbers[middle] < number:
            low = middle + 1
        else:
            high = middle
    return low if low < end and numbers[low] == number else -1


@compiled
def _tree(root: I64, one: int) -> int:
    """The root of the tree that `one` is in."""
    while root[one] != one:
        one = root[one]
    return one


@compiled
def _beyond(p: int, column: int, q: int, other: int, bounds: I64, spans: I32, marks: U8) -> int:
    """Code points of a page in the passages of pair p but not in those of pair q.

    The page's spans begin at `column` of those of p and at `other` of those of q. `marks` are as many
    zeros as a page has code points, and are again afterwards.
    """
    for x in range(bounds[p, 0], bounds[p, 1]):
        marks[spans[x, column] : spans[x, column + 1]] = 1
    for x in range(bounds[q, 0], bounds[q, 1]):
        marks[spans[x, other] : spans[x, other + 1]] = 0
    count = 0
    for x in range(bounds[p, 0], bounds[p, 1]):
        for i in range(spans[x, column], spans[x, column + 1]):
            count += marks[i]
            marks[i] = 0
    return count


@compiled
def _attested(
    t: int, starts: I64, sides: I64, near: I32, root: I64, bounds: I64, spans: I32, least: int, marks: U8
) -> bool:
    """Whether two neighbours of page t on one side share `least` code points that it lacks.

    `root` are the trees of its sides, by incidence; `marks` are for use here and left as they were.
    """
    first = starts[t]
    for d in range(starts[t + 1] - first):
        side = sides[first + d]
        one = near[first + d]
        column = 2 - 2 * (side & 1)
        for e in range(starts[one], starts[one + 1]):
            other = _place(near, near[e], first, starts[t + 1])
            if other < 0 or _tree(root, other - first) != _tree(root, d):
                continue
            p = sides[e] >> 1
            if _beyond(p, 2 * (sides[e] & 1), side >> 1, column, bounds, spans, marks) >= least:
                return True
    return False


@compiled
def _one_side(incident: I64, bounds: I64, spans: I32, covered: U64) -> bool:
    """Whether each neighbour of a page matches a part that those before it match too: most pages are so.

    `incident` are the page's incidences; `covered` zeros, one bit for each cell of the page.
    """
    for d in range(incident.shape[0]):
        column = 2 * (incident[d] & 1)
        met = d == 0
        for storing in range(2):
            for x in range(bounds[incident[d] >> 1, 0], bounds[incident[d] >> 1, 1]):
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
    first: int,
    last: int,
    lengths: I64,
    starts: I64,
    sides: I64,
    near: I32,
    bounds: I64,
    spans: I32,
    apart: I64,
    related: I64,
    least: int,
) -> tuple[I64, I64, I64]:
    """Splits those of the pages `first` to `last` (not included) whose neighbours match disjoint parts and
    share nothing with each other.

    Page t has `lengths[t]` code points. `incidences` gives `starts`, `sides` and `near` of all pages, from
    pairs in order of their first and second page. Pair p joins two pages by the passages
    `spans[bounds[p, 0]:bounds[p, 1]]`, (m, 4): begin and end in the first page, in the second. `apart[p]`
    says in its two lowest bits how much of the first is not in the second: 2 much, 1 some, 0 hardly any; in
    the next two how much of the second is not in the first. A page of which nearly all is in another may be
    cut from it and is no sign of a second original. `related` holds the keys (a << 32 | b, ascending) of
    pages that share anything at all.

    Two neighbours are on one side when their passages overlap by some words or when they are related.
    A page with two or more sides that each have a neighbour with much of its own becomes as many parts;
    other sides go to its first part. Some of its own suffices where two neighbours of one side agree with
    each other on `least` code points or more that the page lacks: that side has an original longer than
    the page's part of it, so that the page is not the one from which all are cut. Returns (side, number,
    page): which incidences (2 * pair + side) belong to a further part, the number of that part, and the page
    of each further part, all int64.

    >>> import numpy as np
    >>> spans = np.array([[0, 200, 0, 200], [0, 200, 300, 500]], np.int32)
    >>> where = incidences(3, np.array([0, 1]), np.array([2, 2]))
    >>> rows, full = np.array([[0, 1], [1, 2]]), (np.array([2, 2]), np.zeros(0, np.int64), 150)
    >>> [part.tolist() for part in splice(0, 3, np.array([400, 400, 500]), *where, rows, spans, *full)]
    [[3], [0], [2]]
    """
    longest = np.int64(1)
    widest = np.int64(1)
    for t in range(first, last):
        longest = max(longest, lengths[t])
        widest = max(widest, starts[t + 1] - starts[t])
    beside = np.int64(1)
    for d in range(starts[first], starts[last]):
        beside = max(beside, lengths[near[d]])
    owner = np.empty(longest // _CELL + 2, dtype=np.int64)
    cells = np.empty(longest // (64 * _CELL) + 1, dtype=np.uint64)
    root = np.empty(widest, dtype=np.int64)
    number = np.empty(widest, dtype=np.int64)
    own = np.empty(widest, dtype=np.int64)
    marks = np.zeros(beside + 1, dtype=np.uint8)
    moved = np.empty(starts[last] - starts[first], dtype=np.int64)
    to = np.empty(starts[last] - starts[first], dtype=np.int64)
    page = np.empty(starts[last] - starts[first], dtype=np.int64)
    movings = 0
    extra = 0
    for t in range(first, last):
        begin = starts[t]
        degree = starts[t + 1] - begin
        if degree < 2:
            continue
        cells[: lengths[t] // (64 * _CELL) + 1] = 0
        if _one_side(sides[begin : begin + degree], bounds, spans, cells):
            continue
        for c in range(lengths[t] // _CELL + 2):
            owner[c] = -1
        groups = degree
        for d in range(degree):
            root[d] = d
        for d in range(degree):
            p = sides[begin + d] >> 1
            column = 2 * (sides[begin + d] & 1)
            recent = np.int64(d)
            for x in range(bounds[p, 0], bounds[p, 1]):
                for c in range((spans[x, column] + _CELL - 1) // _CELL, spans[x, column + 1] // _CELL):
                    if owner[c] < 0:
                        owner[c] = d
                    if owner[c] == recent:
                        continue
                    recent = owner[c]
                    u = _tree(root, recent)
                    v = _tree(root, d)
                    if u != v:
                        root[max(u, v)] = min(u, v)
                        groups -= 1
        if groups == 1:
            continue
        for d in range(degree):
            for e in range(d):
                u = _tree(root, d)
                v = _tree(root, e)
                if u == v:
                    continue
                # Neighbours stand in order of their numbers, as the pairs do.
                key = np.int64(near[begin + e]) << 32 | near[begin + d]
                if _place(related, key, 0, related.shape[0]) >= 0:
                    root[max(u, v)] = min(u, v)
        for d in range(degree):
            own[d] = 0
            number[d] = -1
        for d in range(degree):
            u = _tree(root, d)
            side = sides[begin + d]
            # How much of the neighbour, the other side of the pair, is not in this page.
            own[u] = max(own[u], (apart[side >> 1] >> (2 - 2 * (side & 1))) & 3)
        much = 0
        some = 0
        for d in range(degree):
            if root[d] == d:
                much += own[d] >= 2
                some += own[d] >= 1
        enough = 2
        mixed = some > max(much, 1)
        if mixed and _attested(t, starts, sides, near, root, bounds, spans, least, marks):
            enough = 1
        count = 0
        for d in range(degree):
            if root[d] == d and own[d] >= enough:
                number[d] = count
                count += 1
        if count < 2:
            continue
        for d in range(degree):
            u = _tree(root, d)
            if number[u] > 0:
                moved[movings] = sides[begin + d]
                to[movings] = extra + number[u] - 1
                movings += 1
        for _ in range(count - 1):
            page[extra] = t
            extra += 1
    return moved[:movings].copy(), to[:movings].copy(), page[:extra].copy()


@compiled
def covered(lengths: I64, part: I64, page: I64, bounds: I64, spans: I32) -> I64:
    """Code points of each part that lie in at least one passage of a pair it takes part in.

    `lengths` per page; `part`, (2 * pairs,), is the part on each side of each pair, `page` the page of each
    part; `bounds` and `spans` as `splice` takes them.

    >>> import numpy as np
    >>> spans = np.array([[0, 20, 5, 25]], np.int32)
    >>> covered(np.array([30, 30]), np.array([0, 1]), np.array([0, 1]), np.array([[0, 1]]), spans).tolist()
    [20, 20]
    """
    units = page.shape[0]
    starts, sides, _ = incidences(units, part[0::2], part[1::2])
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
            for x in range(bounds[sides[d] >> 1, 0], bounds[sides[d] >> 1, 1]):
                change[spans[x, column]] += 1
                change[spans[x, column + 1]] -= 1
        depth = np.int64(0)
        for i in range(lengths[page[u]] + 1):
            depth += change[i]
            change[i] = 0
            total[u] += 1 if depth > 0 else 0
    return total
