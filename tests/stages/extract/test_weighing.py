"""Bare text among furniture: the columns of its lines, the nets over them, the run they choose."""

import base64

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page
from samecopy.stages.extract.features import WIDTH, context, features, heaviest
from samecopy.stages.extract.parsed import text_lines
from samecopy.stages.extract.weighing import Net, unpacked, weighed
from samecopy.stages.extract.weights import WEIGHTS

MENU = ["Home", "World", "Sport", "Culture", "Weather", "Puzzles", "Archive", "Sign in", "My account", "Shop"]
STORY = [
    "The harbour office of Torvik said on Monday that the ferry to Lunna would sail again within a week.",
    "Its shaft broke in the storms of March, and eleven weeks of work have gone into the mending of it.",
    "Bakers on the island, who had brought flour over in rowing boats, rejoiced at the news, they said.",
    "The council will pay for half of the repairs, and the line's owner, Per Lind, for the other half.",
]
FOOT = [
    "More stories",
    "Crane falls on shed",
    "Lake quarrel ends",
    "© Evening Post",
    "Imprint",
    "Help",
    "Jobs",
]


def net(columns: int, units: int) -> Net:
    dice = np.random.default_rng(1)
    row = [dice.normal(size=n).astype(np.float32) for n in (columns, columns, columns * units, units, units)]
    return Net(row[0], row[1], row[2].reshape(columns, units), row[3], row[4], 0.5)


def test_the_story_is_found_between_menu_and_footer() -> None:
    """And the page says that its lines were weighed."""
    text = "\n".join([*MENU, *STORY, *FOOT])
    read = read_page(Page("a", "a.txt", "text", text.encode(), ""), ReadSettings())
    assert isinstance(read, Article)
    assert read.paragraph_texts() == STORY
    assert "weighed" in read.read_by


def test_clean_text_is_not_weighed() -> None:
    """A text without furniture keeps all of its lines."""
    read = read_page(Page("a", "a.txt", "text", "\n\n".join(STORY).encode(), ""), ReadSettings())
    assert isinstance(read, Article)
    assert read.paragraph_texts() == STORY
    assert "weighed" not in read.read_by


def test_nets_are_packed_and_unpacked_in_half_precision() -> None:
    """Sizes and numbers come back."""
    first, second = net(5, 3), net(4, 2)
    text = base64.b85encode(first.packed() + second.packed()).decode()
    back = unpacked(text)
    assert (back.first.inner.shape, back.second.inner.shape) == ((5, 3), (4, 2))
    assert np.allclose(back.second.inner, second.inner, atol=1e-2)


def test_the_weights_fit_the_columns() -> None:
    """As many columns as the nets were trained on."""
    lines = text_lines("\n".join(STORY))
    own = features(lines, [""] * 4, [18] * 4, {0, 1, 2, 3})
    assert own.shape == (4, WIDTH) == (4, len(WEIGHTS.first.shift))
    assert context(own, WEIGHTS.first(own)).shape == (4, len(WEIGHTS.second.shift))


@given(st.lists(st.integers(-9, 9), max_size=20))
def test_the_heaviest_run_is_the_best_of_all(gains: list[int]) -> None:
    """Beside a search through every run."""
    begin, end, best = heaviest(np.array(gains, dtype=np.float64))
    every = [sum(gains[a:b]) for a in range(len(gains)) for b in range(a + 1, len(gains) + 1)]
    assert best == max(0, *every, 0)
    assert sum(gains[begin:end]) == best


def test_an_unlikely_line_inside_the_run_is_left_out() -> None:
    """And a likely one far from it as well."""
    lines = text_lines("\n".join([*STORY, *MENU, *MENU, "Puzzles are on page nine."]))
    likely = np.zeros(len(lines), np.float32)
    likely[[0, 2, 3, len(lines) - 1]] = 0.9
    assert weighed(lines, likely, [], ReadSettings()) == [0, 2, 3]


def test_a_paragraph_beside_the_body_is_let_go_only_when_surely_none() -> None:
    """A lead in doubt stays, one that is surely furniture does not."""
    lines = text_lines("\n".join([*STORY, *MENU]))
    likely = np.zeros(len(lines), np.float32)
    likely[:4] = [0.2, 0.9, 0.9, 0.05]
    assert weighed(lines, likely, [0, 1, 2, 3], ReadSettings()) == [0, 1, 2]
