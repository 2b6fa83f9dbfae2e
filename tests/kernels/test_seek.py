"""Postings found by hash, against a scan."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.accumulate import accumulate
from samecopy.kernels.invert import spread
from samecopy.kernels.seek import firsts, grouped, held, partners, seek, stocked, touching
from samecopy.store.postings import RANGES

_HASHES = st.lists(st.integers(0, 40), max_size=60)


@given(_HASHES, st.sets(st.integers(0, 50)), st.integers(0, 3), st.integers(0, 3))
def test_seek_finds_what_a_scan_finds(hashes: list[int], wanted: set[int], skip: int, bits: int) -> None:
    """Every posting of a wanted hash is found once, and no other, for any parting into buckets."""
    made = np.array(hashes, dtype=np.uint64)
    number = np.arange(len(made), dtype=np.int32)
    edges, code, who, where = spread(made, number, number, 1 << skip)
    bounds = [np.zeros(1, np.int64)]
    for low, high in pairwise(edges.tolist()):
        span = slice(low, high)
        inner, code[span], who[span], where[span] = spread(
            code[span], who[span], where[span], 1 << bits, skip
        )
        bounds.append(inner[1:] + low)
    asked = np.array(sorted(wanted), dtype=np.uint64)
    found, which = seek(np.concatenate(bounds), code, asked, skip, bits)
    assert (asked[which] == code[found]).all()
    assert sorted(who[found].tolist()) == [i for i, value in enumerate(hashes) if value in wanted]
    assert (who == where).all()


@given(st.lists(st.sets(st.integers(0, 9)), min_size=3, max_size=3), st.data())
def test_held_tells_what_lists_hold(lists: list[set[int]], data: st.DataObject) -> None:
    """A place is held if its article's list has it."""
    asked = data.draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9)), max_size=20))
    starts = np.cumsum([0, *map(len, lists)])
    positions = np.array([place for one in lists for place in sorted(one)], dtype=np.int32)
    article, position = (np.array([pair[i] for pair in asked], dtype=np.int32) for i in range(2))
    found = held(starts[:-1], starts[1:], positions, article, position)
    assert found.tolist() == [place in lists[t] for t, place in asked]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(0, 5)), max_size=120))
def test_grouped_gives_lists_of_two_articles_and_more(postings: list[tuple[int, int, int]]) -> None:
    """Each list has an article once, at its first place, in order of article."""
    which, article, position = (np.array([row[i] for row in postings], np.int64) for i in range(3))
    kept, bounds, who, where = grouped(which, article.astype(np.int32), position.astype(np.int32), 4)
    found = [
        list(zip(who[low:high].tolist(), where[low:high].tolist(), strict=True))
        for low, high in pairwise(bounds.tolist())
    ]
    wanted = []
    for number in range(4):
        first: dict[int, int] = {}
        for _, one, place in sorted(row for row in postings if row[0] == number):
            first.setdefault(one, place)
        wanted.append(sorted(first.items()))
    assert found == [group for group in wanted if len(group) > 1]
    assert kept.tolist() == [number for number, group in enumerate(wanted) if len(group) > 1]


@given(
    st.lists(st.sets(st.integers(0, 7), min_size=2), max_size=8),
    st.lists(st.integers(-1, 2), min_size=8, max_size=8),
    st.sets(st.integers(0, 7)),
    st.booleans(),
    st.data(),
)
def test_partners_are_the_pairs_of_some(
    groups: list[set[int]], outlets: list[int], some: set[int], within: bool, data: st.DataObject
) -> None:
    """Of what all articles share, that of which one end or both are among those asked for."""
    crowd, reach = data.draw(st.integers(2, 5)), data.draw(st.integers(1, 2))
    article = np.array([one for group in groups for one in sorted(group)], dtype=np.int32)
    bounds, owner = np.cumsum([0, *map(len, groups)]), np.array(outlets, dtype=np.int32)
    flags = np.array(data.draw(st.lists(st.integers(0, 1), min_size=len(article), max_size=len(article))))
    mine = np.array([one in some for one in range(8)], dtype=np.uint8)
    lists = bounds, article, owner, flags.astype(np.uint8)
    keys, counts = accumulate(*lists, within, crowd, reach)
    wanted = {
        (key & 0xFFFFFFFF, key >> 32): count
        for key, count in zip(keys.tolist(), counts.tolist(), strict=True)
        if {key & 0xFFFFFFFF, key >> 32} & some
    }
    keys, counts = partners(*lists, mine, within, crowd, reach)
    found = [(key >> 32, key & 0xFFFFFFFF) for key in keys.tolist()]
    assert len(set(found)) == len(found)
    assert dict(zip(found, counts.tolist(), strict=True)) == wanted


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=40))
def test_firsts_are_the_first_of_each_article_and_hash(postings: list[tuple[int, int]]) -> None:
    """A posting is one if no other of its article and hash stands before it."""
    rows = sorted(postings, key=lambda row: row[0])
    article, hashes = (np.array([row[i] for row in rows], dtype=np.int32) for i in range(2))
    found = firsts(hashes.astype(np.uint64), article)
    assert found.tolist() == [row not in rows[:place] for place, row in enumerate(rows)]


def test_furniture_of_two_outlets_has_two_keys_in_one_range() -> None:
    """The lowest bits, which tell the range, are those of the hash."""
    keys = stocked(np.array([77, 77, 78], np.uint64), np.array([0, 1, 0]))
    assert len(set(keys.tolist())) == 3
    assert (keys & np.uint64(RANGES - 1)).tolist() == [13, 13, 14]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.sets(st.integers(0, 6)))
def test_touching_are_the_pairs_of_some(pairs: list[tuple[int, int]], some: set[int]) -> None:
    """Those with an end, or with both, among the articles asked for; an end may lie beyond all told."""
    ends = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    known = np.array([one in some for one in range(7)], dtype=np.uint8)
    for least, asked in ((1, any), (2, all)):
        wanted = [i for i, pair in enumerate(pairs) if asked(end in some for end in pair)]
        assert touching(ends, known, least).tolist() == wanted
