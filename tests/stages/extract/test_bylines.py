"""Bylines: what is a name, and what stands around it."""

import pytest

from samecopy.records import Outlet
from samecopy.stages.extract.bylines import alone_by, clean_byline, join_authors, line_byline, plain_byline

OUTLET = Outlet("eveningpost.example", "Evening Post")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Voss", "Ada Voss"),
        ("ByAda Voss", "Ada Voss"),
        ("Von Ada Voss, 4. Mai 2031", "Ada Voss"),
        ("Par Ada Voss, le 4 mai 2031", "Ada Voss"),
        ("Posted on May 4, 2031 by Ada Voss", "Ada Voss"),
        ("Von Ada Voss4.5.2031", "Ada Voss"),
        ("By Ada Voss and Per Lind | 4 May 2031, 9:30", "Ada Voss and Per Lind"),
    ],
)
def test_lines_that_say_by_are_bylines(text: str, names: str) -> None:
    """Without the word itself, dates and what follows them."""
    assert line_byline(text) == names


@pytest.mark.parametrize("text", ["By noon the harbour was closed.", "By the sea", "Bystander Ada Voss"])
def test_other_lines_are_no_bylines(text: str) -> None:
    """A sentence, or words that only begin alike."""
    assert line_byline(text) is None


@pytest.mark.parametrize("text", ["Ada Voss", "Ada Voss in Turin", "Ada Voss and Per Lind"])
def test_bare_names_may_be_a_byline(text: str) -> None:
    """Where the caller knows the place, names alone suffice."""
    assert plain_byline(text) == text


@pytest.mark.parametrize(
    "text", ["View all posts", "RSS feed", "admin", "siteadmin", "https://post.example/ada", "4", ""]
)
def test_what_holds_no_name_is_none(text: str) -> None:
    """Calls to click, accounts and addresses are no names."""
    assert clean_byline(text) is None


def test_names_with_digits_inside_stay_whole() -> None:
    """A pen name is not cut at its digit."""
    assert clean_byline("ada7voss am 4. Mai 2031") == "ada7voss"


def test_authors_are_joined_once_and_without_the_outlet() -> None:
    """Repetitions go, and so does the house's own name where a person is named."""
    assert (
        join_authors(["Ada Voss", "By Ada Voss", "Evening Post", "Per Lind"], OUTLET) == "Ada Voss, Per Lind"
    )
    assert join_authors(["Evening Post"], OUTLET) == "Evening Post"


def test_the_word_alone_announces_a_byline() -> None:
    """Templates put "By" in a block of its own."""
    assert [alone_by(text) for text in ("By", "von:", "Bye")] == [True, True, False]
