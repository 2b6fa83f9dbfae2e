"""Postings lists, furniture and pair counts against dictionaries."""

from collections import Counter, defaultdict
from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.invert import accumulate, flag_furniture, invert

_POSTINGS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), max_size=60).map(sorted)
_OUTLETS = st.lists(st.integers(-1, 2), min_size=7, max_size=7)
_SPREAD = 0x9E3779B97F4A7C15


def _arrays(postings: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    hashes = np.array([code * _SPREAD % (1 << 64) for _, code in postings], dtype=np.uint64)
    return hashes, np.array([article for article, _ in postings], dtype=np.int32)


def _textbook(postings: list[tuple[int, int]]) -> list[list[int]]:
    """Lists of posting numbers by hash: one per article, two articles at least."""
    by_hash: dict[int, dict[int, int]] = defaultdict(dict)
    for place, (article, code) in enumerate(postings):
        by_hash[code].setdefault(article, place)
    return sorted(list(found.values()) for found in by_hash.values() if len(found) > 1)


@given(_POSTINGS)
def test_invert_groups_like_a_dictionary(postings: list[tuple[int, int]]) -> None:
    """Each hash of two articles or more gives one list, each article once, in order."""
    bounds, members = invert(*_arrays(postings))
    found = [members[a:b].tolist() for a, b in pairwise(bounds)]
    assert sorted(found) == _textbook(postings)


@given(_POSTINGS, _OUTLETS, st.lists(st.integers(0, 6), min_size=7, max_size=7))
def test_furniture_is_what_many_stories_of_an_outlet_have(
    postings: list[tuple[int, int]], outlets: list[int], versions: list[int]
) -> None:
    """Flags stand where three stories of a known outlet have the hash, versions counted once."""
    hashes, article = _arrays(postings)
    flags = np.zeros(len(postings), dtype=np.uint8)
    bounds, members = invert(hashes, article)
    owner, version = np.array(outlets, dtype=np.int32), np.array(versions, dtype=np.int32)
    flag_furniture(bounds, members, article, owner, version, 3, flags)
    wanted = set()
    for group in _textbook(postings):
        stories = defaultdict(set)
        seen = set()
        for place in group:
            who = postings[place][0]
            if outlets[who] >= 0 and versions[who] not in seen:
                seen.add(versions[who])
                stories[outlets[who]].add(versions[who])
        for place in group:
            if outlets[postings[place][0]] >= 0 and len(stories[outlets[postings[place][0]]]) >= 3:
                wanted.add(place)
    assert set(np.flatnonzero(flags).tolist()) == wanted


def _counted(
    postings: list[tuple[int, int]], outlets: list[int], within: bool, crowd: int, reach: int
) -> dict[tuple[int, int], int]:
    hashes, article = _arrays(postings)
    bounds, members = invert(hashes, article)
    none = np.zeros(len(postings), dtype=np.uint8)
    owner = np.array(outlets, dtype=np.int32)
    keys, counts = accumulate(bounds, members, article, owner, none, within, crowd, reach)
    return {(key >> 32, key & 0xFFFFFFFF): n for key, n in zip(keys.tolist(), counts.tolist(), strict=True)}


@given(_POSTINGS, _OUTLETS)
def test_accumulate_counts_like_a_counter(postings: list[tuple[int, int]], outlets: list[int]) -> None:
    """Each pair of articles has as many as lists hold both."""
    pairs: Counter[tuple[int, int]] = Counter()
    for group in _textbook(postings):
        pairs.update(combinations([postings[place][0] for place in group], 2))
    assert _counted(postings, outlets, False, 100, 1) == dict(pairs)


@given(_POSTINGS, _OUTLETS, st.integers(2, 4))
def test_within_an_outlet_crowded_lists_do_not_count(
    postings: list[tuple[int, int]], outlets: list[int], crowd: int
) -> None:
    """Asked within outlets, pairs of one known outlet count, in lists where it has no crowd."""
    pairs: Counter[tuple[int, int]] = Counter()
    for group in _textbook(postings):
        articles = [postings[place][0] for place in group]
        size = Counter(outlets[who] for who in articles)
        for a, b in combinations(articles, 2):
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
