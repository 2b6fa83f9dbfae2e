"""Postings on disk, in segments."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.invert import spread
from samecopy.store import postings
from samecopy.store.postings import RANGES, Segment, Three

_BATCHES = st.lists(st.lists(st.integers(0, 300), max_size=40), min_size=1, max_size=6)


def _ranges(hashes: list[int], article: int) -> Iterator[Three]:
    made = np.array(hashes, dtype=np.uint64)
    who = np.full(len(made), article, dtype=np.int32)
    bounds, code, number, where = spread(made, who, np.arange(len(made), dtype=np.int32), RANGES)
    for low, high in pairwise(bounds.tolist()):
        yield code[low:high], number[low:high], where[low:high]


@given(_BATCHES, st.sets(st.integers(0, 320)))
def test_every_posting_is_found_however_segments_are_merged(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[int]], wanted: set[int]
) -> None:
    """What was written is found by its hash, with its article and position, after each merge."""
    folder = tmp_path_factory.mktemp("postings")
    segments: tuple[Segment, ...] = ()
    for number, hashes in enumerate(batches):
        segments = (*segments, postings.write(folder, f"{number}", _ranges(hashes, number)))
        segments = postings.merged(folder, f"{number}m", segments)
        postings.swept(folder, segments)
    which, who, where = postings.find(folder, segments, np.array(sorted(wanted), dtype=np.uint64))
    assert sorted(zip(who.tolist(), where.tolist(), strict=True)) == sorted(
        (number, at)
        for number, hashes in enumerate(batches)
        for at, value in enumerate(hashes)
        if value in wanted
    )
    alike: dict[int, int] = {}
    for group, number, at in zip(which.tolist(), who.tolist(), where.tolist(), strict=True):
        assert alike.setdefault(group, batches[number][at]) == batches[number][at]


def test_segments_stay_few(tmp_path: Path) -> None:
    """Many small batches end in a handful of segments."""
    segments: tuple[Segment, ...] = ()
    for number in range(40):
        segments = (*segments, postings.write(tmp_path, f"{number}", _ranges(list(range(100)), number)))
        segments = postings.merged(tmp_path, f"{number}m", segments)
    assert len(segments) < 6
    assert sum(segment.postings for segment in segments) == 4000
