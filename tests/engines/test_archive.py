"""An archive of articles, copies and stories, grown batch by batch."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from samecopy.engines.local import stories_of
from samecopy.engines.stories.archive import Archive
from samecopy.engines.stories.index import StoryIndex
from samecopy.settings import Settings
from samecopy.sources.articles import ArticleRow, Articles
from tests.engines.test_stories import SETTINGS as STORY
from tests.engines.test_stories import reports

SETTINGS = replace(Settings(), story=STORY)


def rows(seed: int) -> list[ArticleRow]:
    """Articles of a few events; every third has a copy in another outlet, cut or longer, on another day."""
    rng = random.Random(seed)
    made = []
    for at, report in enumerate(reports(30, 30, seed)):
        text = report.text * 3
        made.append(ArticleRow(report.id, f"o{at}", None, report.day, text))
        if at % 3 == 0:
            copy = text[:600] + rng.choice(["", " And more of it that nobody else has."])
            made.append(ArticleRow(rng.choice("az") + report.id, f"p{at}", None, report.day, copy))
    return made


def in_one(pile: list[ArticleRow]) -> set[tuple[str, ...]]:
    columns = Articles(
        [row.id for row in pile],
        [row.outlet for row in pile],
        [row.title for row in pile],
        [row.published for row in pile],
        [row.text for row in pile],
    )
    numbers = stories_of(columns, SETTINGS)
    return {
        tuple(sorted(row.id for row, number in zip(pile, numbers, strict=True) if number == wanted))
        for wanted in set(numbers)
    }


def held(archive: Archive) -> set[tuple[str, ...]]:
    return {one.pages for one in archive.stories()}


def test_what_it_holds_is_what_one_search_over_all_finds(tmp_path: Path) -> None:
    """Families that grow and reports that change with them, in any order."""
    pile = rows(2)
    shuffled = random.Random(5).sample(pile, len(pile))
    with Archive(tmp_path, SETTINGS) as archive:
        for at in range(0, len(pile), 11):
            archive.add(shuffled[at : at + 11])
        archive.add(shuffled[:5])
        assert held(archive) == in_one(pile)
    assert any(len(story) > 3 for story in in_one(pile))


def test_an_addition_cut_off_between_copies_and_stories_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same articles once more, and all is there."""
    pile = rows(2)
    with Archive(tmp_path, SETTINGS) as archive:
        archive.add(pile[:20])
        with monkeypatch.context() as broken:
            broken.setattr(StoryIndex, "add", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                archive.add(pile[20:])
        archive.add(pile[20:])
        assert held(archive) == in_one(pile)
