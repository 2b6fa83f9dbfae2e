"""What a story is called across runs."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from samecopy.records.result import story_key
from tests.sample import sample

PAGES = st.sets(st.text(max_size=4), min_size=1, max_size=5)


@given(PAGES, PAGES)
def test_a_story_that_grows_keeps_its_key(pages: set[str], later: set[str]) -> None:
    """Whatever joins, in whatever order, unless it comes before all others by id."""
    grown = sorted(pages | {min(pages) + page for page in later}, reverse=True)
    assert story_key(grown) == story_key(pages)


@given(PAGES, PAGES)
def test_stories_without_a_common_page_have_two_keys(pages: set[str], others: set[str]) -> None:
    """So a merged story goes by the key of one, and of a split one's parts just one keeps it."""
    if not pages & others:
        assert story_key(pages) != story_key(others)
        assert story_key(pages | others) in (story_key(pages), story_key(others))


def test_a_name_with_a_key_becomes_one_with_a_number() -> None:
    """Of a story and of what is in it; other names stay as they are."""
    told = sample()
    key = told.stories[1].key
    assert [told.numbered(name) for name in (key, f"{key}/A", "s1/A", "page.html")] == [
        "s2",
        "s2/A",
        "s1/A",
        "page.html",
    ]
    assert replace(told, stories=()).numbered(key) == key
