"""Made stories: what they hold, and how they are checked."""

from bench.stories import Told, made, whole


def test_reports_of_a_story_stand_within_three_days() -> None:
    """As many reports as asked for, each with its day, a larger pile being a longer one."""
    told = made(60, 10, 0.0, 5)
    days: dict[int, set[str]] = {}
    for report, story in zip(told.reports, told.stories, strict=True):
        days.setdefault(story, set()).add(report.day or "")
    assert len(told.reports) == 60
    assert all(len(known) <= 3 and "" not in known for known in days.values())
    assert max(max(known) for known in days.values()) >= "2031-01-06"


def test_some_reports_have_no_day() -> None:
    """As large a share as asked for."""
    assert all(report.day is None for report in made(10, 10, 1.0, 5).reports)


def test_a_story_is_whole_when_nothing_is_missing_or_added() -> None:
    """A story found in two halves is not found, nor one that took in a stranger."""
    assert whole(Told([], [0, 0, 1, 1]), [(0,), (1,), (2, 3)]) == 1
    assert whole(Told([], [0, 0, 1, 1]), [(0, 1, 2), (3,)]) == 0
