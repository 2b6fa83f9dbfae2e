"""Which sparse vectors lie near each other.

Vectors come as rows of ascending term numbers with weights, in the order of their days, those without a
day first. Building them is `text.vectors`, grouping by nearness `kernels.linkage`.
"""

import numpy as np
import numpy.typing as npt

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]


@compiled
def nearness(day_a: int, day_b: int, sure: float, decay: float, undated: float) -> float:
    """Factor of a cosine for the days between: exp(−days / decay) as far as both days are sure, else
    `undated`. A negative day is none.

    >>> round(nearness(10, 15, 1.0, 5.0, 0.7), 3), nearness(-1, 15, 1.0, 5.0, 0.7)
    (0.368, 0.7)
    """
    if day_a < 0 or day_b < 0:
        return undated
    near: float = sure * np.exp(-abs(day_a - day_b) / decay) + (1.0 - sure) * undated
    return near


@compiled
def dot(term: I32, weight: F32, a: int, a_end: int, b: int, b_end: int) -> float:
    """Scalar product of the rows that lie at `a` to `a_end` and at `b` to `b_end`."""
    total = 0.0
    while a < a_end and b < b_end:
        if term[a] == term[b]:
            total += weight[a] * weight[b]
            a += 1
            b += 1
        elif term[a] < term[b]:
            a += 1
        else:
            b += 1
    return total


@compiled
def _places(term: I32, terms: int) -> I64:
    """Where each term's rows begin in the inverted index."""
    counts = np.zeros(terms + 1, dtype=np.int64)
    for k in range(term.shape[0]):
        counts[term[k] + 1] += 1
    return np.cumsum(counts)


@compiled
def _first_since(row: I32, first: int, last: int, oldest: int) -> int:
    """The first place from `first` whose row is not before `oldest`."""
    while first < last and row[first] < oldest:
        first += 1
    return first


@compiled
def _add(
    score: F64, touched: I32, reached: int, by: float, row: I32, value: F32, first: int, last: int
) -> int:
    """Adds one term's products to the scores of the rows that have it; the rows reached so far."""
    for p in range(first, last):
        j = row[p]
        if score[j] == 0.0:
            touched[reached] = j
            reached += 1
        score[j] += by * value[p]
    return reached


@compiled
def near_pairs(
    starts: I64,
    term: I32,
    weight: F32,
    terms: int,
    day: I32,
    sure: F64,
    free: int,
    window: int,
    crowd: int,
    decay: float,
    undated: float,
    threshold: float,
) -> tuple[I32, I32, F32]:
    """All pairs of rows whose cosine times nearness reaches `threshold`: (a, b, score), b < a.

    Rows are compared through an inverted index that fills as it goes. The first `free` rows have no
    day to rely on and are compared with all; the others only with rows at most `window` days older,
    and with the free ones. A term that more than `crowd` rows in reach have brings no pair about (it
    still counts in the score), so that the cost of a row does not grow with the number of rows.
    """
    n = starts.shape[0] - 1
    base = _places(term, terms)
    row = np.empty(term.shape[0], dtype=np.int32)
    value = np.empty(term.shape[0], dtype=np.float32)
    filled = base[:-1].copy()
    freed = base[:-1].copy()
    low = base[:-1].copy()
    score = np.zeros(n, dtype=np.float64)
    touched = np.empty(n, dtype=np.int32)
    pairs = np.empty((1024, 2), dtype=np.int32)
    scores = np.empty(1024, dtype=np.float32)
    found = 0
    oldest = free
    for i in range(n):
        begin = starts[i]
        end = starts[i + 1]
        while i >= free and day[oldest] < day[i] - window:
            oldest += 1
        reached = 0
        crowded = False
        for k in range(begin, end):
            t = term[k]
            low[t] = _first_since(row, max(low[t], freed[t]), filled[t], oldest)
            if freed[t] - base[t] + filled[t] - low[t] > crowd:
                crowded = True
                continue
            reached = _add(score, touched, reached, weight[k], row, value, base[t], freed[t])
            reached = _add(score, touched, reached, weight[k], row, value, low[t], filled[t])
        if found + reached > scores.shape[0]:
            pairs = np.concatenate((pairs, np.empty((found + reached, 2), dtype=np.int32)))
            scores = np.concatenate((scores, np.empty(found + reached, dtype=np.float32)))
        for q in range(reached):
            j = touched[q]
            cosine = score[j]
            score[j] = 0.0
            near = nearness(day[i], day[j], sure[i] * sure[j], decay, undated)
            if crowded and cosine * near * 4.0 >= threshold:
                cosine = dot(term, weight, begin, end, starts[j], starts[j + 1])
            if cosine * near >= threshold:
                pairs[found, 0] = i
                pairs[found, 1] = j
                scores[found] = cosine * near
                found += 1
        for k in range(begin, end):
            t = term[k]
            row[filled[t]] = i
            value[filled[t]] = weight[k]
            filled[t] += 1
            freed[t] += i < free
    return pairs[:found, 0].copy(), pairs[:found, 1].copy(), scores[:found].copy()


@compiled
def nearest_mean(n: int, a: I32, b: I32, score: F32, most: int, least: float) -> F64:
    """For each of `n` rows the mean of the `most` highest scores of its pairs; lower ones, and those that
    it lacks, count as `least`.

    >>> import numpy as np
    >>> a, b = np.array([1, 2], dtype=np.int32), np.array([0, 0], dtype=np.int32)
    >>> nearest_mean(4, a, b, np.array([0.5, 0.25], dtype=np.float32), 2, 0.125).tolist()
    [0.375, 0.3125, 0.1875, 0.125]
    """
    best = np.full((n, most), least, dtype=np.float64)
    for k in range(score.shape[0]):
        _keep(best[a[k]], score[k])
        _keep(best[b[k]], score[k])
    mean = np.zeros(n, dtype=np.float64)
    for i in range(n):
        mean[i] = best[i].sum() / most
    return mean


@compiled
def _keep(best: F64, value: float) -> None:
    """Puts a value into its place among the highest so far, in descending order; the least falls out."""
    place = best.shape[0]
    while place > 0 and best[place - 1] < value:
        place -= 1
    for k in range(best.shape[0] - 1, place, -1):
        best[k] = best[k - 1]
    if place < best.shape[0]:
        best[place] = value
