"""Pairs parted into bundles of articles that fit."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.pack import bundles

_PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9)), max_size=30).map(sorted)


@given(_PAIRS, st.lists(st.integers(1, 9), min_size=10, max_size=10), st.integers(1, 40))
def test_bundles_hold_what_fits(pairs: list[tuple[int, int]], lengths: list[int], limit: int) -> None:
    """Every pair is in one bundle; a first article's pairs stay together; without its last first article
    a bundle is under the limit."""
    made = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    bounds = bundles(made, np.array(lengths, dtype=np.int64), limit).tolist()
    assert (bounds[0], bounds[-1]) == (0, len(pairs))
    for low, high in pairwise(bounds):
        assert low < high
        some = pairs[low:high]
        assert all(pair[0] != some[-1][0] for pair in pairs[high:])
        before = {article for pair in some if pair[0] != some[-1][0] for article in pair}
        assert sum(lengths[article] for article in before) < limit
