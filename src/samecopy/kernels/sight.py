"""How much terms tell among the rows around: rare in sight, they weigh more.

Each row sees the first `free` rows and a run of others. Rows with the same sight are weighed alike, so that
a pile of any length is weighed in one pass: counts slide along with the sight. All sums are of integers,
and what is weighed depends on nothing but what is in sight, in whatever pile it lies.
"""

import numpy as np
import numpy.typing as npt

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

_WHOLE = 1 << 24  # squares are summed as integers of this unit


@compiled
def seen(places: I64, free: int, least: int) -> tuple[I64, I64]:
    """The run of rows that each row sees: begin and end (n,), by their ascending places.

    The first `free` rows have no place and see all. Any other sees the rows no farther off than it must
    look to see `least` rows, the free ones among them: all of them where there are fewer.

    >>> import numpy as np
    >>> begin, end = seen(np.array([0, 1, 1, 2, 9]), 0, 3)
    >>> begin.tolist(), end.tolist()
    ([0, 0, 0, 1, 1], [3, 4, 4, 4, 5])
    """
    n = len(places)
    begin, end = np.full(n, free, dtype=np.int64), np.full(n, n, dtype=np.int64)
    for i in range(free, n):
        if i > free and places[i] == places[i - 1]:
            begin[i], end[i] = begin[i - 1], end[i - 1]
            continue
        low = high = i
        while high == i or (free + high - low < least and (low > free or high < n)):
            before = places[i] - places[low - 1] if low > free else np.int64(1) << 40
            after = places[high] - places[i] if high < n else np.int64(1) << 40
            reach = min(before, after)
            while low > free and places[i] - places[low - 1] <= reach:
                low -= 1
            while high < n and places[high] - places[i] <= reach:
                high += 1
        begin[i], end[i] = low, high
    return begin, end


@compiled
def idf(rows: int, having: int, expected: float, prior: float, power: float) -> float:
    """What a term tells that so many of the rows in sight have: log(rows / having)^power, smoothed by
    `prior` imagined rows of which the share `expected` has it."""
    told: float = np.log((rows + prior + 1.0) / (having + prior * expected)) ** power
    return told


@compiled
def weighed(
    starts: I64,
    term: I32,
    value: F64,
    kind: I64,
    expected: F64,
    begin: I64,
    end: I64,
    free: int,
    prior: float,
    power: float,
) -> F32:
    """Weights of all entries, (k,) float32: `value` times the term's idf among the rows in sight, scaled.

    Row i has the entries `starts[i]` to `starts[i + 1]`; entry k is of the term `term[k]`, and `kind[k]`
    says how often to expect that: `expected[kind]`, a share of rows. A row is scaled to length 1 over the
    terms that another row in its sight has too, times the root of what share of all squares in sight those
    make up: texts are not far from each other for having words of their own, nor near for sharing few.
    """
    having = np.zeros(term.max() + 1 if len(term) else 0, dtype=np.int64)
    mass = np.zeros(len(having), dtype=np.int64)
    squares = np.zeros((len(expected), len(starts) + 1), dtype=np.int64)
    whole = (value * value * _WHOLE).astype(np.int64)
    weight = np.zeros(len(term), dtype=np.float32)
    _turn(0, starts[free], 1, term, whole, kind, having, mass, squares)
    low = high = free
    factor = 1.0
    for i in range(len(starts) - 1):
        if i == 0 or begin[i] != begin[i - 1] or end[i] != end[i - 1]:
            _turn(starts[high], starts[max(high, end[i])], 1, term, whole, kind, having, mass, squares)
            _turn(starts[min(high, end[i])], starts[high], -1, term, whole, kind, having, mass, squares)
            _turn(starts[low], starts[max(low, begin[i])], -1, term, whole, kind, having, mass, squares)
            low, high = begin[i], end[i]
            factor = _shared_part(free + high - low, squares, expected, prior, power)
        rows = free + high - low
        total = 0.0
        for k in range(starts[i], starts[i + 1]):
            one = value[k] * idf(rows, having[term[k]], expected[kind[k]], prior, power)
            weight[k] = one
            if having[term[k]] > 1:
                total += one * one
        if total > 0.0:
            weight[starts[i] : starts[i + 1]] *= np.float32(np.sqrt(factor / total))
    return weight


@compiled
def _turn(
    first: int, last: int, by: int, term: I32, whole: I64, kind: I64, having: I64, mass: I64, squares: I64
) -> None:
    """Entries `first` to `last` come into sight (`by` 1) or go out of it (−1)."""
    for k in range(first, last):
        t = term[k]
        squares[kind[k], having[t]] -= mass[t]
        having[t] += by
        mass[t] += by * whole[k]
        squares[kind[k], having[t]] += mass[t]


@compiled
def _shared_part(rows: int, squares: I64, expected: F64, prior: float, power: float) -> float:
    """The share of all squares in sight that terms of two rows and more make up."""
    shared = own = 0.0
    for kind in range(len(expected)):
        for having in range(1, rows + 1):
            if squares[kind, having] > 0:
                told = idf(rows, having, expected[kind], prior, power)
                if having > 1:
                    shared += squares[kind, having] * told * told
                else:
                    own += squares[kind, having] * told * told
    return shared / (shared + own) if shared > 0.0 else 0.0
