"""Days inferred from aligned wording."""

from samecopy.records import Article, InferredTime
from samecopy.settings import CollateSettings
from samecopy.stages.collate import collate, infer_times
from tests.stages.collate.pages import COPY, page

SETTINGS = CollateSettings()


def story(*days: str) -> tuple[str, ...]:
    return (
        *COPY[1:],
        *(f"Sitting {i} of the inquiry will open {day} at Orrin." for i, day in enumerate(days)),
    )


def inferred(*members: Article) -> tuple[InferredTime, ...]:
    return infer_times(members, collate(members, [], [], SETTINGS), SETTINGS)


def test_a_relative_day_fixes_the_publication_day() -> None:
    """Thursday here is tomorrow there: there it was Wednesday."""
    found = inferred(page("a", story("Thursday"), published="2030-05-01"), page("b", story("tomorrow")))
    assert [(i.page, i.span, i.day) for i in found] == [("b", None, "2030-05-01")]
    assert "tomorrow" in found[0].evidence.text
    assert "Thursday" in found[0].evidence.text


def test_the_dated_page_may_be_either() -> None:
    """The base may be the undated one."""
    more = (*story("tomorrow"), "A last word of its own from the base.")
    found = inferred(page("a", story("on May 2"), published="2030-05-01"), page("b", more))
    assert [(i.page, i.day) for i in found] == [("b", "2030-05-01")]


def test_a_weekday_fixes_only_its_mention() -> None:
    """Thursday on both pages: the mention's day is known, the page's is not."""
    b = page("b", story("Thursday"))
    found = inferred(page("a", story("Thursday"), published="2030-05-01"), b)
    assert [(i.day, i.span.of(b.text)) for i in found if i.span is not None] == [("2030-05-02", "Thursday")]


def test_contradictory_wording_gives_nothing() -> None:
    """Two relative days that ask for two publication days."""
    a = page("a", story("Thursday", "Friday"), published="2030-05-01")
    assert inferred(a, page("b", story("tomorrow", "tomorrow"))) == ()


def test_today_on_both_pages_fixes_nothing() -> None:
    """A relative day carried over word for word may be stale."""
    assert inferred(page("a", story("today"), published="2030-05-01"), page("b", story("today"))) == ()


def test_dated_pages_are_left_alone() -> None:
    """What a page says of its own date is not overruled."""
    a = page("a", story("Thursday"), published="2030-05-01")
    assert inferred(a, page("b", story("tomorrow"), published="2030-05-07")) == ()
