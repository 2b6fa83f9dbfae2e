"""Nearness of sparse vectors, against slow textbook versions."""

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.kernels.cosine import near_pairs, nearest_mean, nearness

TERMS = 6
Array = npt.NDArray[np.float32]

ROWS = st.lists(
    st.tuples(
        st.lists(st.integers(0, 4), min_size=TERMS, max_size=TERMS), st.sampled_from([-1, 100, 103, 110, 140])
    ),
    min_size=1,
    max_size=9,
)


def laid_out(rows: list[tuple[list[int], int]]) -> tuple[Array, npt.NDArray[np.int32], int]:
    """Dense unit vectors, their days and how many have none, in the order that the kernel wants."""
    rows = sorted(rows, key=lambda row: row[1])
    dense = np.array([row[0] for row in rows], dtype=np.float32)
    dense /= np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-6)
    days = np.array([row[1] for row in rows], dtype=np.int32)
    return dense, days, int((days < 0).sum())


def sparse(dense: Array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], Array]:
    row, term = np.nonzero(dense)
    return np.searchsorted(row, np.arange(len(dense) + 1)), term.astype(np.int32), dense[row, term]


def slow_scores(dense: Array, days: npt.NDArray[np.int32]) -> Array:
    """Every cosine times its nearness, one by one."""
    scores = dense @ dense.T
    for i in range(len(days)):
        for j in range(len(days)):
            known = days[i] >= 0 and days[j] >= 0
            scores[i, j] *= np.exp(-abs(int(days[i]) - int(days[j])) / 5.0) if known else 0.7
            if i == j:
                scores[i, j] = 0
    return scores


@settings(deadline=None)
@given(ROWS, st.sampled_from([0, 3, 100]))
def test_near_pairs_are_those_of_the_full_table(rows: list[tuple[list[int], int]], crowd: int) -> None:
    """The inverted index with its window finds every pair above the threshold, and no other; a crowded
    term may hide a pair but never changes a score."""
    dense, days, free = laid_out(rows)
    starts, term, weight = sparse(dense)
    sure = np.ones(len(days))
    a, b, s = near_pairs(starts, term, weight, TERMS, days, sure, free, 15, crowd, 5.0, 0.7, 0.0505)
    expected = slow_scores(dense, days)
    found = {(i, j): score for i, j, score in zip(a.tolist(), b.tolist(), s.tolist(), strict=True)}
    wanted = {(i, j) for i in range(len(days)) for j in range(i) if expected[i, j] >= 0.0505}
    assert found.keys() == wanted if crowd == 100 else found.keys() <= wanted
    assert all(abs(expected[pair] - score) < 1e-5 for pair, score in found.items())


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 64)), max_size=30),
    st.integers(1, 4),
    st.sampled_from([0.0, 0.25]),
)
def test_the_nearest_are_averaged(pairs: list[tuple[int, int, int]], most: int, least: float) -> None:
    """Of each row's pairs the highest scores count, none for less than the least, in any order of pairs."""
    a, b = (np.array([pair[at] for pair in pairs], dtype=np.int32) for at in (0, 1))
    score = np.array([pair[2] / 64 for pair in pairs], dtype=np.float32)
    expected = []
    for row in range(6):
        ends = [s / 64 for i, _, s in pairs if i == row] + [s / 64 for _, j, s in pairs if j == row]
        expected.append(sum(sorted([max(s, least) for s in ends] + [least] * most)[-most:]) / most)
    assert nearest_mean(6, a, b, score, most, least).tolist() == expected


def test_unsure_days_weigh_less() -> None:
    """Between sure and unknown the factor lies in between."""
    far, unsure, unknown = (nearness(100, 130, sure, 5.0, 0.7) for sure in (1.0, 0.5, 0.0))
    assert far < unsure < unknown == 0.7
