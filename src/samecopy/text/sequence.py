"""Order in sequences of integers."""

import bisect
from collections.abc import Sequence


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Indices of a longest non-decreasing subsequence (Schensted 1961, by patience sorting; Fredman
    1975 for the bound). O(n log n) time. Of equally long ones, that which ends in the least value.

    >>> longest_increasing([3, 1, 2, 2, 0])
    [1, 2, 3]
    """
    tails: list[int] = []  # index of the least value that ends a subsequence of each length
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect.bisect_right(tails, value, key=lambda i: values[i])
        before.append(tails[place - 1] if place else -1)
        tails[place : place + 1] = [index]
    found: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
