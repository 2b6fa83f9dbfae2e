"""Statements whose source is left out or stands behind "by"."""

import pytest

from samecopy.records import SourceType, StatementKind
from tests.stages.account.articles import told

Told = tuple[StatementKind, str, str, SourceType]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The ferry is expected to sail on Friday.",
            [("indirect", "The ferry | to sail on Friday", "", "unknown")],
        ),
        (
            "The ferry is expected by the Harbour Board to sail on Friday.",
            [("indirect", "The ferry | to sail on Friday", "the Harbour Board", "institution")],
        ),
        (
            "Asked whether the ferry would sail, Ada Pell smiled.",
            [("indirect", "whether the ferry would sail", "", "unknown")],
        ),
        (
            "The ferry seemed to lean.",
            [],
        ),
    ],
)
def test_what_is_expected_or_asked_is_read_without_a_speaker(text: str, statements: list[Told]) -> None:
    """The subject belongs to what is expected; what only seems so is nobody's statement."""
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The guild's opposition to the new harbour toll grew.",
            [("indirect", "the new harbour toll", "The guild", "institution")],
        ),
        (
            "The guild's decision to sell the old mill was late.",
            [("indirect", "to sell the old mill", "The guild", "institution")],
        ),
    ],
)
def test_a_stance_is_read_from_a_noun_and_whose_it_is(text: str, statements: list[Told]) -> None:
    """A decision to do something, and opposition to it, are their owner's."""
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Pell said the mill would close, which it did in May.", "the mill would close"),
        ("Ada Pell said the mill would close, a blow to the valley.", "the mill would close"),
        ("Ada Pell said she wanted a wall, a sluice and a pump.", "she wanted a wall, a sluice and a pump"),
    ],
)
def test_what_the_report_adds_behind_a_comma_is_not_said(text: str, content: str) -> None:
    """A relative clause or an apposition at the end is the report's; a list is not."""
    assert [statement[1] for statement in told(text)][:1] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Nearly three in five said the toll was too high.",
        "Both said the toll was too high.",
        "About 40 percent of the skippers say the toll is too high.",
        "Ada Pell said at a lunch with the guild she thought the toll too high.",
        "Ada Pell said about half of the boats had left.",
    ],
)
def test_shares_of_people_speak_and_adjuncts_are_passed_over(text: str) -> None:
    """A number stands for people, and a clause may follow behind a prepositional phrase."""
    assert len(told(text)) >= 1
