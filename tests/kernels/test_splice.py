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
        150,
    )
    return part.tolist(), page.tolist()


_DISJOINT = [[0, 200, 0, 200], [0, 200, 300, 500]]


def test_a_page_of_two_strangers_has_two_parts() -> None:
    """Disjoint matches of pages that share nothing split the page between them."""
    assert _split(_DISJOINT, (2, 2), []) == ([0, 2, 1, 3], [0, 1, 2, 2])


def test_related_neighbours_do_not_split_a_page() -> None:
    """Neighbours that share anything with each other are on one side."""
    assert _split(_DISJOINT, (2, 2), [1])[1] == [0, 1, 2]


def test_overlapping_matches_do_not_split_a_page() -> None:
    """Neighbours that match the same text are on one side."""
    assert _split([[0, 200, 0, 200], [0, 200, 100, 300]], (2, 2), [])[1] == [0, 1, 2]


def test_cuts_of_one_page_do_not_split_it() -> None:
    """A neighbour that lies in the page nearly whole may be cut from it: no second original."""
    assert _split(_DISJOINT, (2, 1), [])[1] == [0, 1, 2]


def _split_with_a_third(begin: int, end: int) -> list[int]:
    """Page 3 matched by page 0 with some of its own, and by pages 1 and 2, which share `begin` to `end`."""
    spans = [[0, 200, 0, 200], [0, 200, 300, 500], [0, 200, 300, 500], [begin, end, begin, end]]
    _, page = splice(
        np.array([300, 500, 500, 500]),
        np.array([0, 1, 2, 1]),
        np.array([3, 3, 3, 2]),
        np.arange(5),
        np.array(spans, dtype=np.int32),
        np.array([1, 2, 2, 0]),
        np.array([1 << 32 | 2], dtype=np.int64),
        150,
    )
    found: list[int] = page.tolist()
    return found


def test_a_side_with_an_original_of_its_own_splits_a_page() -> None:
    """Two pages agree on what the bridge lacks: it is not what all are cut from."""
    assert _split_with_a_third(0, 400) == [0, 1, 2, 3, 3]


def test_a_side_that_agrees_on_the_bridges_text_only_does_not_split_it() -> None:
    """Then both sides may be cut from the bridge, and text beyond may be each one's own."""
    assert _split_with_a_third(0, 340) == [0, 1, 2, 3]


_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=6)


@given(_SPANS)
def test_covered_counts_each_code_point_once(found: list[tuple[int, int]]) -> None:
    """Overlapping passages count what they cover together."""
    spans = np.array([[b, b + n, 5, 6] for b, n in found], dtype=np.int32).reshape(-1, 4)
    count = covered(np.array([40, 40]), np.array([0, 1]), np.array([0, 1]), np.array([0, len(found)]), spans)
    assert count[0] == len({i for b, n in found for i in range(b, b + n)})
    assert count[1] == (1 if found else 0)
