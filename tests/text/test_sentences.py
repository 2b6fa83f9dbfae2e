"""Sentence ends in running text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.sentences import blocks, sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The ferry sailed.", "Nobody waved."],
        ["Dr. Ilse Marn met Gov. Tarry Holm in St. Oswin.", "They talked."],
        ["The U.S. Coast Guard came.", "It left."],
        ["She lives in the U.S.", "He does not."],
        ["The meeting is at 5 p.m. on Jan. 3 in room No. 5.", "Bring a pen."],
        ["Prices rose 3.5 percent.", "Wages fell."],
        ["J. R. Pell of Pell Bros. Inc. resigned.", "The board agreed."],
        ["“Come in.”", "The door closed."],
        ["“Why?” she asked.", "“Because,” he said."],
        ["Wait...", "What is that?", "A gull!"],
        ["He waited … and waited.", "Nothing."],
        ["The plan failed (again.)", "A new one came."],
        ["It was Plan B.", "The crew knew."],
        ["It cost a lot, i.e. too much, vs. Last Year.", "End."],
        ["The study ended.[3]", "Another began."],
        ["終わり。", "次。"],
    ],
)
def test_sentences_are_cut_where_a_reader_would(parts: list[str]) -> None:
    """A text joined of sentences comes apart into them."""
    assert cut(" ".join(parts)) == parts


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    """Headings carry no stop."""
    assert cut("Harbour reopens\n\nThe harbour reopened") == ["Harbour reopens", "The harbour reopened"]


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    """A line that goes on in lower case, or after a comma, is the same sentence."""
    assert cut("The harbour,\nOslin's pride, was\nreopened.") == [
        "The harbour,\nOslin's pride, was\nreopened."
    ]


def test_a_range_of_the_text_can_be_asked_for() -> None:
    """Spans count in the whole text."""
    text = "One came. Two came. Three came."
    assert [s.of(text) for s in sentences(text, 10, 19)] == ["Two came."]


@given(st.text(alphabet="aB .!?\n\"“”'1,", max_size=60))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    """Sentences are in order, do not overlap, and leave only white space out."""
    at = 0
    for span in sentences(text):
        assert span.begin >= at
        assert not text[at : span.begin].strip()
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert not text[at:].strip()


@given(st.text(alphabet="aB \n,", max_size=60))
def test_no_block_holds_a_blank_line(text: str) -> None:
    """A blank line is always a hard break."""
    assert all("\n\n" not in span.of(text) for span in blocks(text))


@pytest.mark.parametrize("unit", [". ", "U.S. ", "a", "“", "A. B "])
def test_a_long_single_line_is_read_in_linear_time(unit: str) -> None:
    """200 kB of the worst patterns take well under two seconds."""
    began = time.process_time()
    sentences(unit * (200_000 // len(unit)))
    assert time.process_time() - began < 2
