"""Furniture marks against sets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.mask import mask


@given(st.lists(st.integers(0, 20), max_size=6, unique=True), st.integers(1, 4), st.integers(0, 3))
def test_mask_marks_shingles_gaps_and_lines(at: list[int], size: int, gap: int) -> None:
    """Marked is what the flagged shingles cover, small gaps, and lines mostly covered."""
    length = 24
    line = [i // 6 for i in range(length)]
    flagged = np.array(sorted(at), dtype=np.int32)
    where = np.array([0, len(at)])
    starts, none = np.array([0, length]), np.array([0])
    lines = np.array(line, dtype=np.int32)
    found = mask(starts, lines, none, where, flagged, size, gap, 0.5)
    wanted = [False] * length
    for i in sorted(at):
        before = [j for j in at if j < i]
        low = i
        if before and max(before) + size <= i <= max(before) + size + gap:
            low = max(before) + size
        for x in range(low, min(i + size, length)):
            wanted[x] = True
    for row in range(4):
        if at and sum(wanted[6 * row : 6 * row + 6]) >= 3:
            wanted[6 * row : 6 * row + 6] = [True] * 6
    assert found.astype(bool).tolist() == wanted
