"""Quoted stretches in all the marks that pages use."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.quotes import quoted


def inner(text: str) -> list[str]:
    return [q.of(text) for q in quoted(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We sail at dawn,” she said.", ["We sail at dawn,"]),
        ('"We sail at dawn," she said, "or never."', ["We sail at dawn,", "or never."]),
        ("‘We don’t sail,’ she said.", ["We don’t sail,"]),
        ("'We don't sail,' she said.", ["We don't sail,"]),
        ("«On part demain», a-t-elle dit.", ["On part demain"]),
        ("„Wir fahren“, sagte sie.", ["Wir fahren"]),
        ("``We sail,'' she said.", ["We sail,"]),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
        ("The workers' rights and the owners' rights", []),
        ("It's the '90s and rock 'n' roll isn't dead", []),
        ("‘The workers’ rights come first,’ she said.", ["The workers’ rights come first,"]),
        ("A ‘fair deal’ on the ferries’ fares", ["fair deal"]),
        ('The 6\'2" sailor bought a 5" nail.', []),
        ('the so-called "soft opening" of "Dock 3"', ["soft opening", "Dock 3"]),
        ('She said:"Go." He went.', ["Go."]),
    ],
)
def test_quoted_words_are_found_without_their_marks(text: str, words: list[str]) -> None:
    """Outer quotations only, apostrophes left alone."""
    assert inner(text) == words


def test_a_running_quotation_opens_each_paragraph_and_closes_once() -> None:
    """The unclosed one runs to the end of its paragraph."""
    text = "“We sail.\n\n“We return,” she said."
    found = quoted(text)
    assert [(q.of(text), q.closed) for q in found] == [("We sail.", False), ("We return,", True)]


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    """A new opening ends what was open."""
    text = '"We sail, she said. "We return," he said.'
    assert inner(text) == ["We sail, she said.", "We return,"]


def test_a_mark_that_never_closes_stays_in_its_block() -> None:
    """The next paragraph is not quoted."""
    text = '"We sail, she said.\n\nHe left.'
    assert inner(text) == ["We sail, she said."]


def test_a_range_of_the_text_can_be_asked_for() -> None:
    """Offsets count in the whole text."""
    text = "“one” and “two”"
    assert [q.of(text) for q in quoted(text, 6)] == ["two"]


@given(st.text(alphabet="aB ,.\n\"“”‘’'«»`", max_size=60))
def test_quotations_stand_in_order_and_hold_something(text: str) -> None:
    """They never overlap; the inner range lies within the outer one."""
    at = 0
    for one in quoted(text):
        assert at <= one.begin < one.inner_begin < one.inner_end <= one.end <= len(text)
        at = one.end


@pytest.mark.parametrize("unit", ["'a ", '"a ', "‘a ’b ", "“", "’"])
def test_a_long_single_line_is_read_in_linear_time(unit: str) -> None:
    """200 kB of the worst patterns take well under two seconds."""
    began = time.process_time()
    quoted(unit * (200_000 // len(unit)))
    assert time.process_time() - began < 2
