"""Groups by average linkage over the pairs that are near; all others count as nothing.

Scores are whole numbers, so that sums of them do not depend on the order of merges.
"""

import numpy as np
import numpy.typing as npt

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64

Flags = npt.NDArray[np.bool_]


@compiled
def average_linkage(n: int, a: I32, b: I32, score: I64, threshold: int) -> I32:
    """Groups of n rows: two groups join while the mean of the scores between them is the highest of
    either's and at least `threshold`.

    `score[k]` is that of the rows `a[k]` and `b[k]`, a pair once; pairs that are not given score 0. Returns
    (n,) int32: for each row the least row of its group. Of equally near groups that of the least row is
    taken, so that a set of whole groups is grouped alike by itself and amid others.
    Nearest-neighbour chain (Murtagh 1983; Müllner 2011) over lists of neighbours; a group whose nearest
    lies below the threshold is done, for no merge elsewhere brings anything nearer to it.

    >>> import numpy as np
    >>> a, b = np.array([1, 2, 2], dtype=np.int32), np.array([0, 0, 1], dtype=np.int32)
    >>> average_linkage(3, a, b, np.array([90, 20, 10]), 30).tolist()
    [0, 0, 2]
    """
    begin, size, other, total = _lists(n, a, b, score)
    root = np.arange(n).astype(np.int32)
    rows = np.ones(n, dtype=np.int64)
    active = np.ones(n, dtype=np.bool_)
    sums = np.zeros(n, dtype=np.int64)
    chain = np.empty(n + 1, dtype=np.int32)
    length = start = 0
    used = len(other)
    while start < n:
        if length == 0:
            if active[start] and root[start] == start:
                chain[0] = start
                length = 1
            else:
                start += 1
            continue
        top = chain[length - 1]
        size[top] = _gathered(top, begin[top], size[top], other, total, root, active, sums)
        before = chain[length - 2] if length > 1 else -1
        best, mean = _nearest(top, begin[top], size[top], other, total, rows)
        if best < 0 or mean < threshold:
            active[top] = False
            length -= 1
        elif best == before:
            length -= 2
            keep, gone = min(top, best), max(top, best)
            size[best] = _gathered(best, begin[best], size[best], other, total, root, active, sums)
            need = used + size[keep] + size[gone]
            if need > len(other):
                other = np.concatenate((other, np.empty(need, dtype=np.int32)))
                total = np.concatenate((total, np.empty(need, dtype=np.int64)))
            for part in (keep, gone):
                first = begin[part]
                other[used : used + size[part]] = other[first : first + size[part]]
                total[used : used + size[part]] = total[first : first + size[part]]
                used += size[part]
            begin[keep], size[keep] = need - size[keep] - size[gone], size[keep] + size[gone]
            rows[keep] += rows[gone]
            root[gone] = keep
        else:
            chain[length] = best
            length += 1
    for row in range(n):
        root[row] = _find(root, row)
    return root


@compiled
def _lists(n: int, a: I32, b: I32, score: I64) -> tuple[I64, I64, I32, I64]:
    """Each row's neighbours: where they begin, how many, they, the scores."""
    size = np.zeros(n, dtype=np.int64)
    for k in range(len(a)):
        size[a[k]] += 1
        size[b[k]] += 1
    begin = np.cumsum(size) - size
    other = np.empty(2 * len(a), dtype=np.int32)
    total = np.empty(2 * len(a), dtype=np.int64)
    filled = begin.copy()
    for k in range(len(a)):
        for one, two in ((a[k], b[k]), (b[k], a[k])):
            other[filled[one]] = two
            total[filled[one]] = score[k]
            filled[one] += 1
    return begin, size, other, total


@compiled
def _find(root: I32, row: int) -> int:
    """The least row of a row's group."""
    while root[row] != row:
        root[row] = root[root[row]]
        row = root[row]
    return row


@compiled
def _gathered(
    top: int, begin: int, size: int, other: I32, total: I64, root: I32, active: Flags, sums: I64
) -> int:
    """Sums a group's list by the groups that its rows' neighbours are in by now; how many there are."""
    kept = begin
    for k in range(begin, begin + size):
        group = _find(root, other[k])
        if group == top or not active[group]:
            continue
        if sums[group] == 0:
            other[kept] = group
            kept += 1
        sums[group] += total[k]
    for k in range(begin, kept):
        total[k] = sums[other[k]]
        sums[other[k]] = 0
    return kept - begin


@compiled
def _nearest(top: int, begin: int, size: int, other: I32, total: I64, rows: I64) -> tuple[int, float]:
    """The group nearest to `top`, of equally near ones that of the least row, and the mean; −1: none."""
    best = -1
    highest = 0.0
    for k in range(begin, begin + size):
        mean = total[k] / (rows[top] * rows[other[k]])
        if mean > highest or (mean == highest and other[k] < best):
            best, highest = other[k], mean
    return best, highest
