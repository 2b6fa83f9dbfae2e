"""Furniture in an index: what of it is kept."""

import numpy as np

from samecopy.engines.copies.stock import once, told_by
from samecopy.plan.copying import Postings
from samecopy.settings import CopySettings

_SETTINGS = CopySettings(version_crowd=2, furniture_stories=2)


def test_the_first_articles_of_a_key_are_kept() -> None:
    """One more than make a crowd, by number; a key with few articles keeps all of them."""
    keys = np.array([9, 9, 9, 9, 9, 9, 5], dtype=np.uint64)
    numbers = np.array([60, 10, 50, 20, 40, 30, 70])
    kept = told_by(keys, numbers, numbers, _SETTINGS)
    assert sorted(numbers[kept].tolist()) == [10, 20, 30, 40, 70]


def test_more_are_kept_while_they_are_of_few_stories() -> None:
    """Updates of one story do not crowd out the other stories that make a phrase furniture."""
    numbers = np.arange(12)
    version = np.array([0] * 8 + [8, 9, 10, 11])
    kept = told_by(np.zeros(12, dtype=np.uint64), numbers, version, _SETTINGS)
    assert kept.tolist() == [True] * 11 + [False]


def test_no_furniture_is_none() -> None:
    """An index of pages without any keeps nothing."""
    none = np.zeros(0, dtype=np.int64)
    assert len(told_by(none.astype(np.uint64), none, none, _SETTINGS)) == 0


def test_a_hash_that_an_article_repeats_counts_once() -> None:
    """The first of its places stays."""
    made = Postings(
        np.array([4, 4, 4], np.uint64), np.array([1, 1, 2], np.int32), np.array([0, 9, 3], np.int32)
    )
    assert once(made).position.tolist() == [0, 3]
