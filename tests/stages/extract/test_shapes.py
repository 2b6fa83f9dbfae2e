"""What lines look like beside each other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.stages.extract.parsed import text_lines
from samecopy.stages.extract.shapes import alike, line_size, shape_columns

ROWS = [f"June {day} – Lunna, Old Mill Hall" for day in range(2, 10)]
STORY = "The ferry to Lunna, mended in eleven weeks of work, will sail again on Saturday, its owner said."


def columns(*texts: str) -> np.ndarray:
    lines = text_lines("\n".join(texts))
    folded = [line.text.casefold().split() for line in lines]
    return shape_columns(lines, folded, np.zeros(len(lines), np.float32))


def test_rows_of_a_list_are_alike() -> None:
    """More than a paragraph is like them, and each begins as its neighbours do."""
    table = columns(STORY, *ROWS)
    assert table[4, 7] == table[4, 8] == 1
    assert table[0, 8] < 1
    assert table[4, 9] == 4


def test_a_run_of_one_shape_is_as_long_for_each_of_its_lines() -> None:
    """And a lone paragraph is a run of one."""
    runs = columns(STORY, *ROWS)[:, 6]
    assert np.allclose(runs[1:], np.tanh(8 / 6))
    assert runs[0] < runs[1]


def test_a_script_without_spaces_has_a_size_all_the_same() -> None:
    """A long line of one "word" is as long as its characters make it."""
    spaced, dense = text_lines(STORY + "\n" + "渡船は土曜日に再び出航する" * 6)
    assert line_size(spaced) == spaced.words
    assert line_size(dense) == len(dense.text) // 6


def test_lines_alike_lend_each_other_their_opinion() -> None:
    """One in doubt amid rows that are likely is told so; one unlike them is not."""
    look = np.array([[0, 1, 0, 0, 0, 0]] * 4 + [[1, 0, 1, 1, 1, 1]], np.float32)
    told = alike(look, np.zeros(5, np.float32), np.array([0.9, 0.1, 0.9, 0.9, 0.5]))
    assert told[1, 0] > 0.8
    assert told[4, 0] < 0.1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), min_size=1, max_size=25))
def test_the_next_long_lines_are_those_that_a_walk_finds(lines: list[tuple[int, int]]) -> None:
    """Beside a walk up and down from each line."""
    sizes = np.log1p(np.array([size for size, _ in lines], np.float32))
    chances = np.array([chance / 10 for _, chance in lines], np.float32)
    told = alike(np.zeros((len(lines), 6), np.float32), sizes, chances)
    long = [size >= 12 for size, _ in lines]
    for at in range(len(lines)):
        above = next((chances[n] for n in range(at - 1, -1, -1) if long[n]), 0.0)
        below = next((chances[n] for n in range(at + 1, len(lines)) if long[n]), 0.0)
        assert told[at, 2] == np.float32(above)
        assert told[at, 3] == np.float32(below)
