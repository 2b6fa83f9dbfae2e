"""The bundled example: its statements, events and figures with their counts, as expected by hand.

The expectation names key items, not all: more may be found. Where a statement ends is a matter of
judgement, so texts are compared with some tolerance; kinds, sources, pages and counts are not.
"""

import re
from pathlib import Path

import msgspec
import pytest
from rapidfuzz import fuzz

EXPECTED = Path(__file__).parents[2] / "examples" / "ceasefire-talks" / "expected.json"

SAME_TEXT = 85.0  # of 100: one statement, cut a little longer or shorter; altered ones score lower in whole


class WantedStatement(msgspec.Struct, frozen=True):
    text: str
    kind: str
    source: str
    type: str | list[str]
    pages: list[str]
    reports_at_most: int | list[int]
    primary_sources_at_most: int
    not_pages: tuple[str, ...] = ()


class WantedEvent(msgspec.Struct, frozen=True):
    what: str
    words: list[str]
    when: str | list[str | None] | None
    status: str | list[str]
    pages: list[str]


class WantedFigure(msgspec.Struct, frozen=True):
    surface: str
    low: float
    high: float | None
    of: str
    giver: str | None
    pages: list[str]


class WantedStory(msgspec.Struct, frozen=True):
    statements: list[WantedStatement]
    events: list[WantedEvent]
    figures: list[WantedFigure]
    pages: list[str]
    about: str
    outlets_differ: list[tuple[str, str]]


class Wanted(msgspec.Struct, frozen=True):
    stories: list[WantedStory]


class Source(msgspec.Struct, frozen=True):
    name: str
    type: str


class Statement(msgspec.Struct, frozen=True):
    text: str
    kind: str
    source: Source
    pages: list[str]
    reports_at_most: int
    primary_sources_at_most: int


class Event(msgspec.Struct, frozen=True):
    what: str
    when: str | None
    status: str
    pages: list[str]
    note: str


class Figure(msgspec.Struct, frozen=True):
    surface: str
    low: float | None
    high: float | None
    giver: Source | None
    pages: list[str]


class Story(msgspec.Struct, frozen=True):
    pages: list[str]
    statements: list[Statement]
    events: list[Event]
    figures: list[Figure]


class Seen(msgspec.Struct, frozen=True):
    stories: list[Story]


def slug(text: str) -> str:
    return re.sub(r"\W+", "-", text)[:50]


WANTED = msgspec.json.decode(EXPECTED.read_bytes(), type=Wanted)
STATEMENTS = [statement for story in WANTED.stories for statement in story.statements]
EVENTS = [event for story in WANTED.stories for event in story.events]
FIGURES = [figure for story in WANTED.stories for figure in story.figures]

each_statement = pytest.mark.parametrize("wanted", STATEMENTS, ids=[slug(s.text) for s in STATEMENTS])
each_story = pytest.mark.parametrize("wanted", WANTED.stories, ids=[slug(s.about) for s in WANTED.stories])
each_event = pytest.mark.parametrize("wanted", EVENTS, ids=[slug(e.what) for e in EVENTS])
each_figure = pytest.mark.parametrize("wanted", FIGURES, ids=[slug(f"{f.surface} {f.of}") for f in FIGURES])


@pytest.fixture(scope="module")
def seen(example_result: dict[str, object]) -> Seen:
    return msgspec.convert(example_result, Seen)


def one_of(allowed: str | int | list[str] | list[int], value: str | int) -> bool:
    return value in allowed if isinstance(allowed, list) else value == allowed


def letters_only(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def near(wanted: str, found: str) -> bool:
    return fuzz.partial_ratio(wanted.casefold(), found.casefold()) >= SAME_TEXT


@pytest.fixture
def statement(seen: Seen, wanted: WantedStatement) -> Statement:
    """The statement found that stands in most of the wanted one's pages, and there the closest."""
    text = letters_only(wanted.text)
    found = [
        statement
        for story in seen.stories
        for statement in story.statements
        if fuzz.partial_ratio(text, letters_only(statement.text)) >= SAME_TEXT
        and not set(wanted.pages).isdisjoint(statement.pages)
    ]
    assert found, f"not found: {wanted.text}"
    return max(
        found,
        key=lambda s: (len(set(wanted.pages) & set(s.pages)), fuzz.ratio(text, letters_only(s.text))),
    )


@each_statement
def test_statement_has_its_kind_and_source(statement: Statement, wanted: WantedStatement) -> None:
    """Each key statement is found, with how it is quoted, who says it, and what kind of source that is."""
    assert statement.kind == wanted.kind
    assert near(wanted.source, statement.source.name)
    assert one_of(wanted.type, statement.source.type)


@each_statement
def test_statement_names_its_pages(statement: Statement, wanted: WantedStatement) -> None:
    """A statement lists the pages it stands in, and none that says otherwise."""
    assert set(wanted.pages) <= set(statement.pages)
    assert set(wanted.not_pages).isdisjoint(statement.pages)


@each_statement
def test_statement_has_its_two_counts(statement: Statement, wanted: WantedStatement) -> None:
    """Behind each statement stand so many reports and so many primary sources at most."""
    assert one_of(wanted.reports_at_most, statement.reports_at_most)
    assert statement.primary_sources_at_most == wanted.primary_sources_at_most


@each_event
def test_event_is_found_with_day_and_status(seen: Seen, wanted: WantedEvent) -> None:
    """Each event is found on its day, with its status and the pages that report it."""
    days = wanted.when if isinstance(wanted.when, list) else [wanted.when]
    found = [
        event
        for story in seen.stories
        for event in story.events
        if event.when in days and any(word in event.what.casefold() for word in wanted.words)
    ]
    assert any(
        one_of(wanted.status, event.status) and set(wanted.pages) <= set(event.pages) for event in found
    ), found


@each_story
def test_outlets_differ_where_they_do(seen: Seen, wanted: WantedStory) -> None:
    """Two days for one event are noted as differing, and no two days of two events are."""
    story = max(seen.stories, key=lambda story: len(set(story.pages) & set(wanted.pages)))
    days = {(event.when or "")[:10] for event in story.events if event.note.startswith("outlets differ")}
    assert days == {day for pair in wanted.outlets_differ for day in pair}


@each_figure
def test_figure_is_found_with_bounds_and_giver(seen: Seen, wanted: WantedFigure) -> None:
    """Each figure is found with its bounds, who gives it, and the pages that carry it."""
    found = [
        figure
        for story in seen.stories
        for figure in story.figures
        if (figure.low, figure.high) == (wanted.low, wanted.high) and set(wanted.pages) <= set(figure.pages)
    ]
    givers = [figure.giver.name for figure in found if figure.giver is not None]
    assert found
    assert wanted.giver is None or any(near(wanted.giver, giver) for giver in givers), found
