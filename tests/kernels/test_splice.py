"""Parts of pages, and how much of them passages cover."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.splice import covered, splice


def _split(spans: list[list[int]], apart: tuple[int, int], related: list[int]) -> tuple[list[int], list[int]]:
    """Page 2 matched by pages 0 and 1, one passage each."""
    part, page = splice(
        np.array([400, 400, 500]),
        np.array([0, 1]),
        np.array([2, 2]),
        np.array([0, 1, 2]),
        np.array(spans, dtype=np.int32),
        np.array(apart),
        np.array(related, dtype=np.int64),
    )
    return part.tolist(), page.tolist()


_DISJOINT = [[0, 200, 0, 200], [0, 200, 300, 500]]


def test_a_page_of_two_strangers_has_two_parts() -> None:
    """Disjoint matches of pages that share nothing split the page between them."""
    assert _split(_DISJOINT, (1, 1), []) == ([0, 2, 1, 3], [0, 1, 2, 2])


def test_related_neighbours_do_not_split_a_page() -> None:
    """Neighbours that share anything with each other are on one side."""
    assert _split(_DISJOINT, (1, 1), [1])[1] == [0, 1, 2]


def test_overlapping_matches_do_not_split_a_page() -> None:
    """Neighbours that match the same text are on one side."""
    assert _split([[0, 200, 0, 200], [0, 200, 100, 300]], (1, 1), [])[1] == [0, 1, 2]


def test_cuts_of_one_page_do_not_split_it() -> None:
    """A neighbour that lies in the page nearly whole may be cut from it: no second original."""
    assert _split(_DISJOINT, (1, 0), [])[1] == [0, 1, 2]


_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=6)


@given(_SPANS)
def test_covered_counts_each_code_point_once(found: list[tuple[int, int]]) -> None:
    """Overlapping passages count what they cover together."""
    spans = np.array([[b, b + n, 5, 6] for b, n in found], dtype=np.int32).reshape(-1, 4)
    count = covered(np.array([40, 40]), np.array([0, 1]), np.array([0, 1]), np.array([0, len(found)]), spans)
    assert count[0] == len({i for b, n in found for i in range(b, b + n)})
    assert count[1] == (1 if found else 0)
