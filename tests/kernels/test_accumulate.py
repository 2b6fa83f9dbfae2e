"""How much articles share, counted range by range, against a counter."""

from collections import Counter, defaultdict
from itertools import chain, combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.accumulate import accumulate, summed, turned

_POSTINGS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), max_size=60).map(sorted)
_OUTLETS = st.lists(st.integers(-1, 2), min_size=7, max_size=7)


def _groups(postings: list[tuple[int, int]]) -> list[list[int]]:
    """The articles of each hash that two have, ascending."""
    by_hash: dict[int, set[int]] = defaultdict(set)
    for article, code in postings:
        by_hash[code].add(article)
    return [sorted(found) for found in by_hash.values() if len(found) > 1]


def _counted(
    postings: list[tuple[int, int]], outlets: list[int], within: bool, crowd: int, reach: int, least: int = 1
) -> dict[tuple[int, int], int]:
    groups = _groups(postings)
    owner = np.array(outlets, dtype=np.int32)
    keys, counts = [], []
    for part in (groups[0::2], groups[1::2]):
        bounds = np.cumsum([0, *map(len, part)])
        article = np.array(list(chain.from_iterable(part)), dtype=np.int32)
        none = np.zeros(len(article), dtype=np.uint8)
        key, count = accumulate(bounds, article, owner, none, within, crowd, reach)
        keys.append(key)
        counts.append(count)
    key, count = summed(len(outlets), np.concatenate(keys), np.concatenate(counts), least)
    key, count = turned(len(outlets), key, count)
    assert (np.diff(key) > 0).all()
    return {(key >> 32, key & 0xFFFFFFFF): n for key, n in zip(key.tolist(), count.tolist(), strict=True)}


@given(_POSTINGS, _OUTLETS)
def test_accumulate_counts_like_a_counter(postings: list[tuple[int, int]], outlets: list[int]) -> None:
    """Each pair of articles has as many as lists hold both."""
    pairs: Counter[tuple[int, int]] = Counter()
    for group in _groups(postings):
        pairs.update(combinations(group, 2))
    assert _counted(postings, outlets, False, 100, 1) == dict(pairs)
    many = {pair: n for pair, n in pairs.items() if n >= 3}
    assert _counted(postings, outlets, False, 100, 1, least=3) == many


@given(_POSTINGS, _OUTLETS, st.integers(2, 4))
def test_within_an_outlet_crowded_lists_do_not_count(
    postings: list[tuple[int, int]], outlets: list[int], crowd: int
) -> None:
    """Asked within outlets, pairs of one known outlet count, in lists where it has no crowd."""
    pairs: Counter[tuple[int, int]] = Counter()
    for group in _groups(postings):
        size = Counter(outlets[who] for who in group)
        for a, b in combinations(group, 2):
            if outlets[a] == outlets[b] >= 0 and size[outlets[a]] <= crowd:
                pairs[a, b] += 1
    assert _counted(postings, outlets, True, crowd, 1) == dict(pairs)


def test_a_crowd_still_hangs_together() -> None:
    """In a crowded list every article is paired, with its neighbours and the first ones only."""
    postings = [(article, 1) for article in range(7)]
    pairs = set(_counted(postings, [-1] * 7, False, 4, 1))
    assert pairs == {(a, a + 1) for a in range(6)} | {(0, b) for b in range(1, 7)}


def test_many_pairs_outgrow_the_first_table() -> None:
    """Counts survive the table's growth."""
    postings = [(article, code) for article in range(80) for code in range(3)]
    counted = _counted(postings, [-1] * 80, False, 1000, 1)
    assert len(counted) == 80 * 79 // 2
    assert set(counted.values()) == {3}
