"""What holds of all statements read in an article."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.settings import AccountSettings
from samecopy.stages.account.statements import read_statements, sure
from tests.stages.account.articles import bare_article, statements, told

PIECES = st.sampled_from(
    [
        "said",
        "Ilse Marn",
        "“we sail,”",
        "“We sail",
        '"',
        "''",
        "that",
        "the official",
        ",",
        ".",
        ":",
        "\n\n",
        "according to",
        "adding",
        "and",
        "who",
        "he",
        "was",
        "told",
        "US",
        "(",
        ")",
        "—",
        "to",
        "sail",
        "’s",
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_spans_lie_in_the_text_and_pieces_stand_in_order(pieces: list[str]) -> None:
    """Whatever the text, nothing fails and every span holds something."""
    text = " ".join(pieces)
    for one in read_statements(bare_article(text), AccountSettings()):
        assert one.content
        assert 0 <= one.confidence <= 1
        at = 0
        for piece in one.content:
            assert at <= piece.begin < piece.end <= len(text)
            at = piece.end
        if one.source.span is not None:
            assert one.source.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Her novel “The Salt Road at Night” won a prize.",
        "Ada Pell, citing cost, resigned.",
        "The plan was announced by Mayor Tarry Holm.",
        "The mill reports to the council. The calls came late at night.",
        "The band played “Grey Harbour Waltz” twice.",
        "The claims office opens at nine.",
        "The so-called “soft opening” drew a crowd.",
        "The spokesman did not say when.",
        "He had no say in the matter.",
    ],
)
def test_narration_is_no_statement(text: str) -> None:
    """Titles of works, nouns that look like cues, and words in irony."""
    assert told(text) == []


def test_a_statement_below_the_threshold_is_left_out() -> None:
    """The threshold stands in the settings."""
    article = bare_article("Ada Pell backed the pump.")
    read = read_statements(article, AccountSettings())
    assert sure(read, AccountSettings()) == ()
    assert sure(read, AccountSettings(statement_confidence=0.1)) == read


def test_the_source_is_given_as_written_and_as_resolved() -> None:
    """`text` and `span` point at the words of the page, `name` and `key` at who it is."""
    text = "Mayor Ada Pell said the pump would hold.\n\n“It will,” she said."
    first, second = statements(bare_article(text))
    assert second.source.text == "she"
    assert second.source.span is not None
    assert second.source.span.of(text) == "she"
    assert second.source.name == "Mayor Ada Pell"
    assert first.source.key == second.source.key == "ada pell"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("US officials said it rained.", "us officials|anonymous"),
        ("The U.S. officials said it rained.", "us officials|anonymous"),
        ("Moscow said it rained.", "russia"),
        ("Russia said it rained.", "russia"),
        ("The Kremlin said it rained.", "russia"),
        ("A senior ferry official said it rained.", "senior ferry official|anonymous"),
        ("Dr. Ilse Marn said it rained.", "ilse marn"),
        ("The Honey Board said it rained.", "honey board"),
    ],
)
def test_equal_sources_share_a_key(text: str, key: str) -> None:
    """Determiners, dots of acronyms, titles and seats of government are folded away."""
    (one,) = statements(bare_article(text))
    assert one.source.key == key


def test_what_is_announced_of_another_names_whom_it_relays() -> None:
    """“…,” Pell will say, an aide said: the aide's statement, relayed from Pell."""
    text = "Mayor Ada Pell will say “we are ready for the flood,” an aide told reporters."
    (one,) = statements(bare_article(text))
    assert one.source.text == "an aide"
    assert one.source.relayed_from == "Mayor Ada Pell"


def test_only_the_body_is_read() -> None:
    """A line that is no paragraph of the body (furniture, a headline) gives no statement."""
    text = "“Sign up now for our letter,” said the editor.\n\nThe pump held."
    article = bare_article(text)
    body = replace(article, paragraphs=article.paragraphs[1:])
    assert read_statements(body, AccountSettings()) == ()


@pytest.mark.parametrize(
    "unit", ["He said ", "“a b c d,” ", "said that ", "Marn, ", "the man who said ", "said “a b c "]
)
def test_a_long_single_line_is_read_in_seconds(unit: str) -> None:
    """20 kB without any sentence end."""
    began = time.process_time()
    read_statements(bare_article(unit * (20_000 // len(unit))), AccountSettings())
    assert time.process_time() - began < 5
