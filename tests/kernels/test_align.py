"""Alignment against what must hold, and against a slow search for the longest shared run."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.align import align
from samecopy.kernels.pack import pack

_WORDS = st.lists(st.integers(0, 8), max_size=40)
_SEED, _GAP, _LEAST = 3, 6, 4


def _aligned(
    a: list[int], b: list[int], marked: list[int] | None = None, edge: int = 0
) -> tuple[list[list[int]], list[int], list[int]]:
    word = np.array(a + b, dtype=np.uint32)
    none = np.zeros(len(word), dtype=np.uint8)
    marks = none if marked is None else np.array(marked, dtype=np.uint8)
    starts = np.array([0, len(a), len(a) + len(b)])
    line = np.zeros(len(word), dtype=np.int32)
    edges, words, keys, rows, loud, at = pack(starts, word, line, none, marks, _SEED)
    one, two = np.array([0]), np.array([1])
    totals, _, passages = align(edges, words, keys, rows, loud, one, two, _SEED, _GAP, _LEAST, edge)
    found = [
        [int(at[x]), int(at[x_last]) + 1, int(at[y]) - len(a), int(at[y_last]) + 1 - len(a), equal]
        for x, x_last, y, y_last, equal in passages.tolist()
    ]
    exact = [int(equal == x1 - x0 == y1 - y0) for x0, x1, y0, y1, equal in found]
    return found, exact, totals[0].tolist()


def _longest_run(a: list[int], b: list[int]) -> int:
    best = 0
    for i in range(len(a)):
        for j in range(len(b)):
            n = 0
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            best = max(best, n)
    return best


def _most_equal(a: list[int], b: list[int]) -> int:
    """The textbook's longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        last = 0
        for j, y in enumerate(b):
            last, row[j + 1] = row[j + 1], last + 1 if x == y else max(row[j + 1], row[j])
    return row[-1]


@given(_WORDS, _WORDS, st.integers(0, 3))
def test_passages_are_disjoint_and_no_better_than_the_best(a: list[int], b: list[int], edge: int) -> None:
    """Passages never overlap, and none claims more equal words than a common subsequence has."""
    passages, verbatim, _ = _aligned(a, b, edge=edge)
    for x0, x1, y0, y1, equal in passages:
        assert 0 <= x0 < x1 <= len(a)
        assert 0 <= y0 < y1 <= len(b)
        assert _LEAST <= equal <= _most_equal(a[x0:x1], b[y0:y1])
    for side in (0, 2):
        spans = sorted(passage[side : side + 2] for passage in passages)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    for (x0, x1, y0, y1, _), exact in zip(passages, verbatim, strict=True):
        assert bool(exact) <= (a[x0:x1] == b[y0:y1])


@given(st.lists(st.integers(0, 200), max_size=30, unique=True), st.randoms(use_true_random=False))
def test_a_shared_run_is_found(run: list[int], random: object) -> None:
    """Where no word repeats, the longest shared run long enough lies in a passage."""
    a, b = [300, *run, 301], [302, 303, *run]
    passages, verbatim, totals = _aligned(a, b)
    if len(run) >= _LEAST:
        assert passages == [[1, 1 + len(run), 2, 2 + len(run), len(run)]]
        assert verbatim == [1]
        assert totals[0] == len(run) == _longest_run(a, b)
    else:
        assert passages == []


@given(_WORDS)
def test_a_text_aligns_with_itself_whole(a: list[int]) -> None:
    """A text and its copy share one passage from end to end."""
    passages, verbatim, _ = _aligned(a, a)
    if len(a) >= _LEAST:
        assert passages[0][:2] == [0, len(a)]
        assert verbatim == [1]


def test_a_changed_word_does_not_end_a_passage() -> None:
    """A replaced word, a dropped one and an added one lie inside the passage."""
    a = list(range(30))
    b = [*range(8), 99, *range(9, 15), *range(16, 24), 98, *range(24, 30)]
    passages, verbatim, _ = _aligned(a, b)
    assert passages == [[0, 30, 0, 30, 28]]
    assert verbatim == [0]


def test_moved_passages_are_found() -> None:
    """Two halves in the other order are two passages."""
    a, b = list(range(20)), [*range(10, 20), *range(10)]
    assert _aligned(a, b)[0] == [[0, 10, 10, 20, 10], [10, 20, 0, 10, 10]]


def test_marked_words_are_as_if_not_there() -> None:
    """Furniture in the middle does not part a passage, and counts for nothing."""
    a, b = [*range(6), 50, 51, *range(6, 12)], list(range(12))
    marked = [0] * 6 + [1, 1] + [0] * 18
    passages, _, totals = _aligned(a, b, marked)
    assert passages == [[0, 14, 0, 12, 12]]
    assert totals[6] == 12


def test_passages_reach_to_the_end_of_both_lines() -> None:
    """A changed last word near the ends of both lines belongs to the passage."""
    a, b = [*range(8), 60], [*range(8), 61]
    assert _aligned(a, b, edge=2)[0] == [[0, 9, 0, 9, 8]]
    assert _aligned(a, b, edge=0)[0] == [[0, 8, 0, 8, 8]]
