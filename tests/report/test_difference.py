"""Changed words of one side."""

from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import Span
from samecopy.report.difference import Piece, pieces

TEXT = "about forty boats left"


def test_pieces_keep_the_text() -> None:
    """Cut pieces put together are the span's text again."""
    cut = pieces(TEXT, Span(6, 17), [(1, Span(6, 11))])
    assert cut == (Piece("forty", 1), Piece(" boats"))


def test_an_edit_outside_the_span_shows_no_piece() -> None:
    """An edit of another paragraph is not drawn here."""
    assert pieces(TEXT, Span(6, 11), [(1, Span(0, 5))]) == (Piece("forty"),)


@given(st.lists(st.tuples(st.integers(0, 22), st.integers(0, 22)), max_size=6))
def test_no_word_is_ever_lost(edges: list[tuple[int, int]]) -> None:
    """Whatever the edits, overlapping ones too, the text comes out whole and marked at whole words."""
    spans = [(n, Span(min(e), max(e))) for n, e in enumerate(edges, start=1)]
    cut = pieces(TEXT, Span(0, len(TEXT)), spans)
    assert "".join(piece.text for piece in cut) == TEXT
    at = 0
    for piece in cut:
        assert at == 0 or not (TEXT[at - 1].isalnum() and TEXT[at].isalnum())
        at += len(piece.text)
