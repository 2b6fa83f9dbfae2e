"""The company a line of plain text keeps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.stages.extract.company import company
from samecopy.stages.extract.parsed import text_lines

SIGNS = 8
DATED = 6  # the sign's number
TWICE = 7


def columns(*texts: str) -> np.ndarray:
    lines = text_lines("\n".join(texts))
    return company(lines, [line.text.casefold().split() for line in lines], [""] * len(lines))


def test_dates_on_short_lines_are_counted_from_above() -> None:
    """So comments, each under its date, stand below more and more of them."""
    counts = columns("Ada on May 2, 2031", "Fine.", "Bo on May 3, 2031", "Indeed.")[:, DATED]
    assert np.allclose(counts, np.tanh(np.array([1, 1, 2, 2]) / 3))


def test_a_date_in_a_long_sentence_is_no_sign() -> None:
    """An article tells days as well."""
    told = "The ferry that broke its shaft in the storms of 2031 will sail to Lunna again on Monday next."
    assert columns(told)[0, DATED] == 0


def test_a_line_that_stands_there_twice_is_a_sign() -> None:
    """As share bars do between the items of a list."""
    assert columns("Share this", "A ferry sails.", "Share this")[:, TWICE].tolist()[0] > 0
    assert not columns("Share this", "A ferry sails.")[:, TWICE].any()


def test_words_said_again_near_by_and_far_off_are_told_apart() -> None:
    """Four lines are near."""
    table = columns("The ferries", *["Home"] * 6, "Old ferries", "Those ferries")
    assert table[0, -2] == 0 < table[0, -1]
    assert table[7, -2] > 0


@given(st.lists(st.booleans(), min_size=1, max_size=1200))
def test_a_sign_is_nearest_where_a_walk_finds_it(dated: list[bool]) -> None:
    """Above and below, on pages of any length, beside a walk from the line in the middle."""
    table = columns(*("May 2031" if one else f"x{n}" for n, one in enumerate(dated)))
    at = len(dated) // 2
    above = next((step for step in range(at + 1) if dated[at - step]), np.inf)
    below = next((step for step in range(len(dated) - at) if dated[at + step]), np.inf)
    assert np.isclose(table[at, SIGNS + DATED], np.exp(-above / 8))
    assert np.isclose(table[at, 2 * SIGNS + DATED], np.exp(-below / 8))
