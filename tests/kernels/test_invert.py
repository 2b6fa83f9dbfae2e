"""Postings lists and furniture against dictionaries."""

from collections import defaultdict
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.invert import flag_furniture, invert, spread

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


def _inverted(postings: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    hashes, article = _arrays(postings)
    return invert(hashes, article, np.arange(len(postings), dtype=np.int32), 1)


@given(_POSTINGS)
def test_invert_groups_like_a_dictionary(postings: list[tuple[int, int]]) -> None:
    """Each hash of two articles or more gives one list, each article once, in order."""
    bounds, article, position = _inverted(postings)
    found = [position[a:b].tolist() for a, b in pairwise(bounds)]
    assert sorted(found) == _textbook(postings)
    assert article.tolist() == [postings[place][0] for place in position]


@given(_POSTINGS, st.sampled_from([1, 2, 4, 8]))
def test_ranges_together_hold_the_groups(postings: list[tuple[int, int]], ranges: int) -> None:
    """Postings spread over ranges and inverted range by range give the same groups."""
    hashes, article = _arrays(postings)
    bounds, code, who, where = spread(hashes, article, np.arange(len(postings), dtype=np.int32), ranges)
    found = []
    for low, high in pairwise(bounds.tolist()):
        edges, _, position = invert(code[low:high], who[low:high], where[low:high], ranges)
        found += [position[a:b].tolist() for a, b in pairwise(edges)]
    assert sorted(found) == _textbook(postings)


@given(_POSTINGS, _OUTLETS, st.lists(st.integers(0, 6), min_size=7, max_size=7))
def test_furniture_is_what_many_stories_of_an_outlet_have(
    postings: list[tuple[int, int]], outlets: list[int], versions: list[int]
) -> None:
    """Flags stand where three stories of a known outlet have the hash, versions counted once."""
    bounds, article, position = _inverted(postings)
    owner, version = np.array(outlets, dtype=np.int32), np.array(versions, dtype=np.int32)
    flags = flag_furniture(bounds, article, owner, version, 3)
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
    assert set(position[flags == 1].tolist()) == wanted
