"""A story's key leads to the story of this run."""

from dataclasses import replace

from tests.sample import sample


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


def test_a_former_key_leads_there_too() -> None:
    """So that links to a story that became part of another stay good."""
    told = sample()
    assert told.numbered(f"{told.stories[0].formerly[0]}/A") == "s1/A"
