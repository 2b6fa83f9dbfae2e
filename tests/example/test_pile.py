"""The bundled example: its pages, stories, families and likely origins, as expected by hand.

`example_result` is the parsed `result.json` of `samecopy run examples/ceasefire-talks/pages`. Witnesses
and their edits are held by `test_witnesses.py`, statements, events and figures by `test_account.py`.
"""

import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

EXPECTED = Path(__file__).parents[2] / "examples" / "ceasefire-talks" / "expected.json"


class WantedOrigin(msgspec.Struct, frozen=True):
    kind: str
    page: str | None
    agency: list[str | None]


class WantedFamily(msgspec.Struct, frozen=True):
    pages: list[str]
    base: str
    origin: WantedOrigin
    credits: dict[str, str | None]


class WantedStory(msgspec.Struct, frozen=True):
    about: str
    pages: list[str]
    origins_at_most: int
    letters: dict[str, list[str]]
    families: list[WantedFamily]


class WantedPage(msgspec.Struct, frozen=True):
    id: str
    published: str
    title: str


class Wanted(msgspec.Struct, frozen=True):
    outlets: int
    pages: list[WantedPage]
    rejected: list[str]
    stories: list[WantedStory]


class Origin(msgspec.Struct, frozen=True):
    kind: str
    page: str | None
    agency: str | None


class Family(msgspec.Struct, frozen=True):
    id: str
    pages: list[str]
    base: str
    origin: Origin


class Story(msgspec.Struct, frozen=True):
    pages: list[str]
    origins_at_most: int
    letters: dict[str, str] | list[tuple[str, str]]
    families: list[Family]


class Dated(msgspec.Struct, frozen=True):
    value: str


class Credit(msgspec.Struct, frozen=True):
    name: str
    agency: bool


class Page(msgspec.Struct, frozen=True):
    id: str
    published: str | Dated | None
    title: str | None
    credits: list[Credit]


class Rejected(msgspec.Struct, frozen=True):
    page: str
    reason: str


class Seen(msgspec.Struct, frozen=True):
    pages: list[Page]
    outlets: int
    stories: list[Story]
    rejected: list[Rejected]


WANTED = msgspec.json.decode(EXPECTED.read_bytes(), type=Wanted)
FAMILIES = [family for story in WANTED.stories for family in story.families]
CREDITS = [(page, line, f.origin) for f in FAMILIES for page, line in f.credits.items()]

each_page = pytest.mark.parametrize("wanted", WANTED.pages, ids=[page.id for page in WANTED.pages])
each_story = pytest.mark.parametrize("wanted", WANTED.stories, ids=[story.about for story in WANTED.stories])
each_credit = pytest.mark.parametrize(("id_", "line", "origin"), CREDITS, ids=[page for page, *_ in CREDITS])
each_family = pytest.mark.parametrize("wanted", FAMILIES, ids=[family.base for family in FAMILIES])


@pytest.fixture(scope="module")
def seen(example_result: dict[str, object]) -> Seen:
    return msgspec.convert(example_result, Seen)


def story_of(seen: Seen, wanted: WantedStory) -> Story:
    return max(seen.stories, key=lambda story: len(set(story.pages) & set(wanted.pages)))


def test_outlets_are_counted_once_each(seen: Seen) -> None:
    """Fourteen pages come from eleven outlets."""
    assert seen.outlets == WANTED.outlets


def test_the_paywall_stub_is_rejected_with_a_reason(seen: Seen) -> None:
    """The page that cannot be read is listed as rejected, and it alone."""
    assert [rejected.page for rejected in seen.rejected] == WANTED.rejected
    assert all(rejected.reason for rejected in seen.rejected)


@each_page
def test_page_knows_its_title_and_time(seen: Seen, wanted: WantedPage) -> None:
    """Each page's headline and publication time are read, from the page or from beside it."""
    page = next(page for page in seen.pages if page.id == wanted.id)
    value = page.published.value if isinstance(page.published, Dated) else page.published
    assert page.title == wanted.title
    assert value is not None
    assert datetime.datetime.fromisoformat(value) == datetime.datetime.fromisoformat(wanted.published)


def test_near_topics_are_told_apart(seen: Seen) -> None:
    """The talks and the dam are two stories, though they share names, places and days."""
    found = sorted(sorted(story.pages) for story in seen.stories)
    assert found == sorted(sorted(story.pages) for story in WANTED.stories)


@each_story
def test_story_counts_its_origins(seen: Seen, wanted: WantedStory) -> None:
    """A story has at most as many origins as it has independent reports."""
    assert story_of(seen, wanted).origins_at_most == wanted.origins_at_most


@each_story
def test_story_letters_its_reports(seen: Seen, wanted: WantedStory) -> None:
    """Report A is the copy that most outlets carry; each other report has a letter of its own."""
    story = story_of(seen, wanted)
    pairs = list(story.letters.items()) if isinstance(story.letters, dict) else story.letters
    pages = {family.id: sorted(family.pages) for family in story.families}
    reports = {letter: pages.get(report, [report]) for report, letter in pairs}
    assert reports["A"] == wanted.letters["A"]
    assert sorted(reports.values()) == sorted(wanted.letters.values())


@each_family
def test_family_has_exactly_its_pages(seen: Seen, wanted: WantedFamily) -> None:
    """A family holds the pages that carry one copy and no other page; its base carries most of it."""
    bases = [f.base for story in seen.stories for f in story.families if sorted(f.pages) == wanted.pages]
    assert bases == [wanted.base]


@each_family
def test_family_has_its_likely_origin(seen: Seen, wanted: WantedFamily) -> None:
    """The likely origin of each copy is found: an agency outside the pile, or a page in it."""
    family = next(f for story in seen.stories for f in story.families if wanted.base in f.pages)
    assert (family.origin.kind, family.origin.page) == (wanted.origin.kind, wanted.origin.page)
    assert family.origin.agency in wanted.origin.agency


@each_credit
def test_credit_to_the_agency_is_found_or_not(
    seen: Seen, id_: str, line: str | None, origin: WantedOrigin
) -> None:
    """Every way of crediting the agency is found, and none is found where there is none."""
    page = next(page for page in seen.pages if page.id == id_)
    credited = [credit.name for credit in page.credits if credit.agency or credit.name in origin.agency]
    if line is None:
        assert credited == []
    else:
        assert any(name in origin.agency for name in credited), page.credits


def test_nothing_went_wrong_on_the_way(example_result: Any) -> None:
    """No page's account failed: a failure would only be a warning and an empty account."""
    assert example_result["warnings"] == []
