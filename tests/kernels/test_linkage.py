"""Average linkage over near pairs, against the slow textbook version."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.kernels.linkage import average_linkage

ROWS = 8
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, ROWS - 1), st.integers(0, ROWS - 1)).filter(lambda pair: pair[0] > pair[1]),
    st.sampled_from([0, 1, 8, 20, 20, 35, 40, 64]),
)
Pairs = dict[tuple[int, int], int]


def linked(pairs: Pairs, threshold: int, n: int = ROWS) -> list[int]:
    a, b = (np.array([pair[side] for pair in pairs], dtype=np.int32) for side in (0, 1))
    score = np.array(list(pairs.values()), dtype=np.int64)
    found: list[int] = average_linkage(n, a, b, score, threshold).tolist()
    return found


def slow(pairs: Pairs, threshold: int) -> list[int]:
    """Join the two groups with the highest mean, of equal ones those of the least rows, over and over."""
    groups = [[row] for row in range(ROWS)]

    def mean(x: list[int], y: list[int]) -> Fraction:
        return Fraction(sum(pairs.get((max(i, j), min(i, j)), 0) for i in x for j in y), len(x) * len(y))

    while len(groups) > 1:
        low, i, j = min((-mean(x, y), x[0], y[0]) for x in groups for y in groups if x[0] < y[0])
        if -low < threshold or low == 0:
            break
        joined = sorted(row for group in groups if group[0] in (i, j) for row in group)
        groups = sorted([joined, *(group for group in groups if group[0] not in (i, j))])
    return [next(group[0] for group in groups if row in group) for row in range(ROWS)]


@settings(deadline=None)
@given(PAIRS, st.sampled_from([1, 10, 30]))
def test_average_linkage_is_that_of_the_textbook(pairs: Pairs, threshold: int) -> None:
    """The chain of nearest neighbours gives the groups that joining the best two each time gives."""
    assert linked(pairs, threshold) == slow(pairs, threshold)


@settings(deadline=None)
@given(PAIRS, st.permutations(range(ROWS * ROWS)))
def test_the_order_of_pairs_changes_nothing(pairs: Pairs, order: list[int]) -> None:
    """Sums of whole numbers are the same in any order."""
    shuffled = dict(sorted(pairs.items(), key=lambda item: order[item[0][0] * ROWS + item[0][1]]))
    assert linked(shuffled, 10) == linked(pairs, 10)


@settings(deadline=None)
@given(PAIRS)
def test_whole_groups_are_grouped_alike_by_themselves(pairs: Pairs) -> None:
    """What is no part of a group need not be there for the group to be found."""
    label = linked(pairs, 10)
    kept = [row for row in range(ROWS) if label[row] != label[0]]
    place = {row: at for at, row in enumerate(kept)}
    inside = {(place[a], place[b]): s for (a, b), s in pairs.items() if a in place and b in place}
    assert linked(inside, 10, len(kept)) == [place[label[row]] for row in kept]


def test_long_lists_are_merged_again_and_again() -> None:
    """Forty rows that are all near each other become one group."""
    pairs = {(a, b): 50 + (a * b) % 7 for a in range(40) for b in range(a)}
    assert linked(pairs, 10, 40) == [0] * 40
