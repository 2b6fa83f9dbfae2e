"""Parts of pages, and how much of them passages cover."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.splice import covered, incidences, splice


def _spliced(
    lengths: list[int],
    pairs: list[tuple[int, int]],
    spans: list[list[int]],
    apart: list[int],
    related: list[int],
    edges: tuple[int, ...] = (),
) -> list[tuple[int, int]]:
    """The further parts of pages, each its page and the incidence that is in it; pairs have one passage each.

    Pages are looked at in stretches between the edges.
    """
    a, b = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    rows = np.stack([np.arange(len(pairs)), np.arange(1, len(pairs) + 1)], axis=1)
    where = incidences(len(lengths), a, b)
    held = np.array(spans, dtype=np.int32).reshape(-1, 4)
    known = np.array(apart, dtype=np.int64), np.array(related, dtype=np.int64), 150
    found: list[tuple[int, int]] = []
    for low, high in pairwise((0, *edges, len(lengths))):
        side, number, page = splice(low, high, np.array(lengths), *where, rows, held, *known)
        found += [(int(page[n]), s) for s, n in zip(side.tolist(), number.tolist(), strict=True)]
    return found


def _split(spans: list[list[int]], apart: list[int], related: list[int]) -> list[tuple[int, int]]:
    """Page 2 matched by pages 0 and 1, one passage each."""
    return _spliced([400, 400, 500], [(0, 2), (1, 2)], spans, apart, related)


_DISJOINT = [[0, 200, 0, 200], [0, 200, 300, 500]]


def test_a_page_of_two_strangers_has_two_parts() -> None:
    """Disjoint matches of pages that share nothing split the page between them."""
    assert _split(_DISJOINT, [2, 2], []) == [(2, 3)]


def test_related_neighbours_do_not_split_a_page() -> None:
    """Neighbours that share anything with each other are on one side."""
    assert _split(_DISJOINT, [2, 2], [1]) == []


def test_overlapping_matches_do_not_split_a_page() -> None:
    """Neighbours that match the same text are on one side."""
    assert _split([[0, 200, 0, 200], [0, 200, 100, 300]], [2, 2], []) == []


def test_cuts_of_one_page_do_not_split_it() -> None:
    """A neighbour that lies in the page nearly whole may be cut from it: no second original."""
    assert _split(_DISJOINT, [2, 1], []) == []


def _split_with_a_third(begin: int, end: int) -> list[tuple[int, int]]:
    """Page 3 matched by page 0 with some of its own, and by pages 1 and 2, which share `begin` to `end`."""
    spans = [[0, 200, 0, 200], [begin, end, begin, end], [0, 200, 300, 500], [0, 200, 300, 500]]
    pairs = [(0, 3), (1, 2), (1, 3), (2, 3)]
    return _spliced([300, 500, 500, 500], pairs, spans, [1, 0, 2, 2], [1 << 32 | 2])


def test_a_side_with_an_original_of_its_own_splits_a_page() -> None:
    """Two pages agree on what the bridge lacks: it is not what all are cut from."""
    assert _split_with_a_third(0, 400) == [(3, 5), (3, 7)]


def test_a_side_that_agrees_on_the_bridges_text_only_does_not_split_it() -> None:
    """Then both sides may be cut from the bridge, and text beyond may be each one's own."""
    assert _split_with_a_third(0, 340) == []


_QUARTER = st.integers(0, 3)
_PILES = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(_QUARTER, _QUARTER, st.integers(0, 15)),
)


@given(_PILES, st.sets(st.integers(1, 5)))
def test_stretches_of_pages_are_split_as_all_are(
    pile: dict[tuple[int, int], tuple[int, int, int]], edges: set[int]
) -> None:
    """A page is split by its own pairs and theirs, whichever pages are looked at with it."""
    pairs = sorted(pile)
    quarter = [800, 200, 400, 800, 200, 600]
    spans = [
        [quarter[t] * (place + more) for t, place in zip(pair, pile[pair], strict=False) for more in (0, 1)]
        for pair in pairs
    ]
    whole = [4 * size for size in quarter], pairs, spans, [pile[pair][2] for pair in pairs]
    assert _spliced(*whole, [], tuple(sorted(edges))) == _spliced(*whole, [])


_SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=6)


@given(_SPANS)
def test_covered_counts_each_code_point_once(found: list[tuple[int, int]]) -> None:
    """Overlapping passages count what they cover together."""
    spans = np.array([[b, b + n, 5, 6] for b, n in found], dtype=np.int32).reshape(-1, 4)
    both, rows = np.array([0, 1]), np.array([[0, len(found)]])
    count = covered(np.array([40, 40]), both, both, rows, spans)
    assert count[0] == len({i for b, n in found for i in range(b, b + n)})
    assert count[1] == (1 if found else 0)
