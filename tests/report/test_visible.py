"""Strings of pages made safe to look at."""

from hypothesis import given
from hypothesis import strategies as st

from samecopy.report.visible import cells, fit, one_line, pad, visible


def test_escape_sequences_lose_their_escape() -> None:
    """A title cannot colour or clear the terminal."""
    assert "\x1b" not in visible("\x1b[2Jgone")


def test_right_to_left_text_stays() -> None:
    """Hebrew and Arabic are no attack."""
    assert visible("שלום \u200f!") == "שלום \u200f!"


def test_wide_characters_take_two_columns() -> None:
    """As terminals draw them."""
    assert cells("湖の新聞") == 8


@given(st.text(), st.integers(1, 30))
def test_fit_never_exceeds(text: str, columns: int) -> None:
    """A fitted text takes no more columns than it may, a padded one just so many."""
    line = one_line(text)
    assert cells(fit(line, columns)) <= columns
    assert cells(pad(line, columns)) == columns
