"""An index of stories, grown batch by batch, holds what one grouping of all reports finds."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from samecopy.engines.stories.index import StoryIndex
from samecopy.errors import InputError, StoreError
from samecopy.plan.storying import Report
from samecopy.settings import StorySettings
from samecopy.stages.story import group
from samecopy.store.stories import StoryStore

SETTINGS = replace(StorySettings(), sight=12, crowd=6)
DAY = date(2031, 5, 1)


def reports(n: int, days: int, seed: int = 3) -> list[Report]:
    """Reports of a few events over so many days, each in words of its own and names of the event."""
    rng = random.Random(seed)
    events = [["".join(rng.choices("bdfghklmnprst", k=6)) for _ in range(7)] for _ in range(n // 3)]
    prose = ["".join(rng.choices("aeioubdgklmnst", k=rng.randint(2, 9))) for _ in range(120)]
    made = []
    for number in range(n):
        event = rng.randrange(len(events))
        names = rng.sample(events[event], 4) * 2 + rng.sample(events[event - 1], 1)
        words = rng.sample([*rng.choices(prose, k=30), *names], 30 + len(names))
        day = DAY + timedelta(event * days * 3 // n + rng.randint(0, 4))
        made.append(Report(f"r{number:02}", (f"r{number:02}",), " ".join(words), None, day.isoformat()))
    return made


def in_one(pile: list[Report]) -> set[tuple[str, ...]]:
    return {tuple(sorted(pile[at].id for at in story)) for story in group(pile, SETTINGS)}


def held(index: StoryIndex) -> set[tuple[str, ...]]:
    return {one.pages for one in index.stories()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_batches_in_any_order_give_what_one_grouping_gives(tmp_path: Path, seed: int) -> None:
    """New days, late reports and reports of days long gone."""
    pile = reports(60, 60, seed)
    rng = random.Random(seed)
    waiting = rng.sample(pile, len(pile))
    with StoryIndex(tmp_path, SETTINGS) as index:
        there: list[Report] = []
        while waiting:
            size = rng.choice([1, 3, 20])
            batch, waiting = waiting[:size], waiting[size:]
            there += batch
            index.add(batch)
        assert held(index) == in_one(there)
    assert max(len(story) for story in in_one(pile)) > 2


def test_a_report_that_changed_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    """Its story is found by its new text and day."""
    pile = reports(30, 20)
    changed = replace(pile[4], text=pile[20].text, day=pile[20].day)
    with StoryIndex(tmp_path, SETTINGS) as index:
        index.add(pile)
        index.add([changed])
        assert held(index) == in_one([*pile[:4], changed, *pile[5:]])


def test_only_the_days_around_are_looked_at_again(tmp_path: Path) -> None:
    """A report of the last day touches none of the first weeks."""
    pile = sorted(reports(60, 200), key=lambda report: report.day or "")
    with StoryIndex(tmp_path, SETTINGS) as index:
        index.add(pile[:-1])
        grown = index.add(pile[-1:])
    assert grown.new == 1
    assert grown.touched < 40


def test_stories_keep_their_keys_as_they_grow(tmp_path: Path) -> None:
    """No key of an earlier story is lost: it is a story's key, or what one was called before."""
    pile = reports(60, 60)
    with StoryIndex(tmp_path, SETTINGS) as index:
        known: set[str] = set()
        for at in range(0, 60, 6):
            index.add(pile[at : at + 6])
            told = index.stories()
            names = [name for one in told for name in (one.key, *one.formerly)]
            assert len(set(names)) == len(names)
            assert known <= set(names)
            known = set(names)


def test_a_report_without_a_day_stands_among_the_last_days(tmp_path: Path) -> None:
    """It joins reports of the days when it came."""
    pile = reports(30, 20)
    last = max(pile, key=lambda report: report.day or "")
    with StoryIndex(tmp_path, SETTINGS) as index:
        index.add(pile)
        index.add([replace(last, id="late", pages=("late",), day=None)])
        assert any({"late", last.id} <= set(story) for story in held(index))


def test_an_addition_that_fails_leaves_the_index_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next one goes on from there."""
    pile = reports(30, 20)
    with StoryIndex(tmp_path, SETTINGS) as index:
        index.add(pile[:20])
        before = held(index)
        with monkeypatch.context() as broken:
            broken.setattr(StoryStore, "drop_edges", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                index.add(pile[20:])
        assert held(index) == before
    with StoryIndex(tmp_path, SETTINGS) as index:
        index.add(pile[20:])
        assert held(index) == in_one(pile)


def test_two_reports_of_one_id_are_refused(tmp_path: Path) -> None:
    """Which of them would count?"""
    with StoryIndex(tmp_path, SETTINGS) as index, pytest.raises(InputError):
        index.add([*reports(6, 5), *reports(6, 5)])


def test_an_index_is_of_one_kind_of_settings(tmp_path: Path) -> None:
    """Stories found by other constants are not mixed."""
    with StoryIndex(tmp_path, SETTINGS) as index:
        index.add(reports(6, 5))
    with pytest.raises(StoreError):
        StoryIndex(tmp_path, replace(SETTINGS, sight=13))
