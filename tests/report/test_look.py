"""Terminal views of one thing."""

from dataclasses import dataclass

import pytest

from samecopy import report
from samecopy.errors import NotInStore
from samecopy.records import Family, Pair
from samecopy.report.visible import cells
from tests.sample import sample


@dataclass(frozen=True)
class Compared:
    family: Family
    pair: Pair | None = None


@pytest.mark.parametrize(("id_", "line"), [
    (None, "s1/B                Port Gazette (gazette-1.html), Port Gazette (gazette-2.html)"),
    ("s1", "     2019, happened: a pump failed"),
    ("s1", "     2 statements left out as too uncertain"),
    ("s1", "     1 event left out as too uncertain"),
    ("s1/A", "     p4   K · C K K C  A night ferry could carry about 300 vehicles, the authority said,…"),
    ("f2", "s1/B  2 pages"),
    ("s1/C", "  title      Inside the Orrin tunnel"),
    ("north-news.html", "  credits    no credit line found"),
])  # fmt: skip
def test_show(id_: str | None, line: str) -> None:
    """A story, a family, a lone report and a page can be looked at."""
    assert line in report.show(sample(), id_, 90).splitlines()


def test_a_story_is_found_by_its_key() -> None:
    """What stays from run to run names the same story and the same family as the number does."""
    key = sample().stories[0].key
    assert report.show(sample(), key) == report.show(sample(), "s1")
    assert report.show(sample(), f"{key}/A") == report.show(sample(), "s1/A")


def test_show_unknown() -> None:
    """An id that nothing has is an error of ours."""
    with pytest.raises(NotInStore):
        report.show(sample(), "s7/Z")


@pytest.mark.parametrize("id_", [None, "s1", "s1/A", "s2"])
def test_width_is_respected(id_: str | None) -> None:
    """No line is wider than the terminal, hostile or not."""
    shown = report.show(sample(hostile=True), id_, 60)
    assert max(cells(line) for line in shown.splitlines()) <= 60


def test_comparison() -> None:
    """A comparison lists facts, edits and added paragraphs."""
    shown = report.comparison(Compared(sample().stories[0].families[1]), 80).splitlines()
    assert shown[0] == "gazette-2.html beside gazette-1.html"
    assert "     p2   matters    figure" in shown
    assert "          “14” → “16”" in shown
    assert "     p3 The authority did not answer questions on Saturday." in shown


def test_an_excerpt_is_told_beside_a_comparison() -> None:
    """Pages that share no copy but some words: how many, and of what."""
    shared = Pair("gazette-1.html", "gazette-2.html", 0.1, 140, "excerpt", "speech")
    shown = report.comparison(Compared(sample().stories[0].families[1], shared), 80)
    assert "an excerpt, no copy: 140 words of one long quotation or speech" in shown
    copied = Pair("gazette-1.html", "gazette-2.html", 0.9, 140, "copy")
    assert "excerpt" not in report.comparison(Compared(sample().stories[0].families[1], copied), 80)
