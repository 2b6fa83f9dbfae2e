"""Longest non-decreasing subsequences against an exhaustive oracle."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.sequence import longest_increasing


@given(st.lists(st.integers(0, 6), max_size=9))
def test_no_longer_subsequence_exists(values: list[int]) -> None:
    """The indices rise, the values never fall, and no choice of more indices does the same."""
    found = longest_increasing(values)
    assert found == sorted(set(found))
    assert [values[i] for i in found] == sorted(values[i] for i in found)
    longer = combinations(values, len(found) + 1)
    assert not any(list(choice) == sorted(choice) for choice in longer)


def test_nothing_gives_nothing() -> None:
    """An empty sequence has an empty subsequence."""
    assert longest_increasing([]) == []
