"""The outlet's key and name, and titles without it."""

import pytest

from samecopy.stages.extract.outlets import (
    heads,
    outlet_of,
    registrable_domain,
    segments,
    tails,
    without_outlet,
)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.post.example.co.uk/a?b", "example.co.uk"),
        ("post.example", "post.example"),
        ("http://intranet/a", "intranet"),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_the_key_is_the_registrable_domain(url: str, domain: str) -> None:
    """Public suffixes of two parts count as one; what is no URL has no domain."""
    assert registrable_domain(url) == domain


def test_without_a_url_the_name_is_the_key() -> None:
    """In lower case and with single spaces."""
    assert outlet_of(None, "Evening  Post", None, (), None).key == "evening post"


def test_the_name_may_follow_the_headline_in_the_title() -> None:
    """Where nothing else names the outlet, the document's title does."""
    assert outlet_of(None, None, None, ("Ferry late | Evening Post",), "Ferry late").name == "Evening Post"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferry late - Evening Post", "Ferry late"),
        ("Evening Post: Ferry late", "Evening Post: Ferry late"),
        ("Evening Post | Ferry late", "Ferry late"),
        ("Ferry late – again", "Ferry late – again"),
    ],
)
def test_titles_lose_the_outlets_name_only(title: str, headline: str) -> None:
    """A dash of the headline's own stays."""
    assert without_outlet(title, ("Evening Post",)) == headline


def test_segments_stand_longest_first() -> None:
    """A title without separators has none."""
    assert segments("News | The ferry is late") == ["The ferry is late", "News"]
    assert segments("The ferry is late") == []


def test_a_title_of_nothing_but_bars_has_few_parts() -> None:
    """What is done with each part is done a few times, however long a page makes its title."""
    assert len(heads("Flood | " * 10_000)) == len(tails("Flood | " * 10_000)) == 8
