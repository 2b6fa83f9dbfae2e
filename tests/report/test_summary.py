"""The terminal form."""

import re
from dataclasses import replace

import pytest

from samecopy import report
from samecopy.records import Rejection
from samecopy.report.visible import cells
from tests.sample import sample

WIDE = report.summary(sample(), "report.html", 200)


@pytest.mark.parametrize("line", [
    "15 pages, 13 outlets → 2 stories",
    "Story 1  Orrin tunnel closes for repairs  9 pages   at most 3 independent origins",
    "  A  agency copy  6 outlets   likely origin: Nordwire, not in the pile "
        "(credit ×5, earliest 06:02Z)   high",
    "  B  own report  2 pages (1 outlet and its update)",
    "  C  own report  1 page  Tidewater Review",
    "  B  shared copy  2 outlets   origin: undecided   low",
    "1 page unreadable (paywall)      → report.html",
])  # fmt: skip
def test_lines(line: str) -> None:
    """The lines that answer the question stand as written."""
    assert line in WIDE.splitlines()


def test_a_witness_has_one_line() -> None:
    """What an outlet did with the copy, in one line where it fits."""
    (line,) = [line for line in WIDE.splitlines() if line.startswith("     Daily X")]
    assert re.sub(r" {2,}", "  ", line).strip() == (
        "Daily X  kept 62%  cut 3 ¶  changed 1 figure, 1 negation, 1 hedge  headline rewritten"
    )


def test_columns_are_aligned() -> None:
    """The shares kept stand below each other."""
    family = WIDE.split("  B  own")[0]
    assert len({line.index("kept ") for line in family.splitlines() if "kept " in line}) == 1


@pytest.mark.parametrize("width", [40, 57, 80, 120])
@pytest.mark.parametrize("hostile", [False, True])
def test_width_is_respected(width: int, hostile: bool) -> None:
    """No line is wider than the terminal."""
    shown = report.summary(sample(hostile), "report.html", width)
    assert max(cells(line) for line in shown.splitlines()) <= width


def test_no_colour_unless_asked() -> None:
    """Without colour there is no escape, even where a page brings one."""
    assert "\x1b" not in report.summary(sample(hostile=True), None, 100)
    assert "\x1b[1m" in report.summary(sample(), None, 100, color=True)


def test_bidirectional_controls_are_neutralised() -> None:
    """An override in an outlet's name cannot turn the line around."""
    assert "\u202e" not in report.summary(sample(hostile=True), None, 100)


def test_no_report_name_no_arrow() -> None:
    """Where no report was written none is named."""
    assert report.summary(sample(), None, 100).endswith("1 page unreadable (paywall)\n")


def test_reasons_of_unread_pages_are_counted() -> None:
    """Three empty pages and a paywall are told as such."""
    empty = [Rejection(f"{n}.html", f"{n}.html", "empty", "Empty.") for n in range(3)]
    told = report.summary(replace(sample(), rejected=(*sample().rejected, *empty)), None, 100)
    assert "4 pages unreadable (empty ×3, paywall)" in told
