"""Last lines that are credits or signatures, and those that are text."""

import pytest

from samecopy.records import Article, Outlet, Page, Span
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page
from samecopy.stages.extract.credits import byline_credits
from samecopy.stages.extract.endings import closing, contributed_credits
from samecopy.stages.extract.line import Line

OUTLET = Outlet("eveningpost.example", "Evening Post")
ABOVE = "The ferry HOLM sails on Monday, said Ada Voss in Torvik."


def line(text: str) -> Line:
    return Line(Span(0, len(text)), text, "", -1, 0, 0, text.count(" ") + 1)


def named(text: str) -> list[tuple[str, bool]] | None:
    found = closing(line(text), OUTLET, ABOVE)
    return None if found is None else [(one.name, one.agency) for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("HWS, Tarn", [("HWS", True), ("Tarn", False)]),
        ("Tarn / Evening Post", [("Tarn", False), ("Evening Post", False)]),
        ("Source: Tarn", [("Tarn", False)]),
        ("Sources: Tarn, HWS", [("Tarn", False), ("HWS", True)]),
        ("With Tarn", [("Tarn", True)]),
        ("With agencies", [("agencies", True)]),
        ("Halden Wire", [("Halden Wire", True)]),
        ("Mit Material von dpa", [("dpa", True)]),
        ("© 2031 AFP", [("AFP", True)]),
        ("Additional reporting by HWS", [("HWS", True)]),
        ("Tarn contributed to this report.", [("Tarn", True)]),
        ("Halden Press reporter A. Voss contributed to this report.", [("Halden Press", True)]),
        ("Evening Post reporter Ada Voss contributed to this report.", []),
        ("Ada Voss and HWS contributed to this story.", [("HWS", True)]),
    ],
)
def test_a_last_line_names_its_bodies(text: str, names: list[tuple[str, bool]]) -> None:
    """Place and form make a credit; the outlet itself and a bare word after "Source" are no agency."""
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ada Voss; Editing by Per Lind)",
        "Reporting by Ada Voss in Torvik; writing by Per Lind and Ole Brandt.",
        "Ada Voss contributed to this report.",
        "Additional reporting by Ada Voss",
    ],
)
def test_a_signature_of_people_is_no_paragraph_and_no_credit(text: str) -> None:
    """Who reported and edited names no body."""
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Torvik, Holm",
        "HOLM, Torvik",
        "Council of Elders",
        "Ada Voss, Per Lind",
        "With thanks",
        "With Ada Voss",
        "The harbour contributed to this report of noise.",
        "Halden contributed from its savings.",
        "Reporting by the council shows that lamps are out.",
        "Source: the author's notes",
        "He left.",
    ],
)
def test_other_last_lines_are_text(text: str) -> None:
    """Noun phrases, places, subjects of the article and sentences stay paragraphs."""
    assert named(text) is None


def test_a_contribution_is_read_beside_the_body_too() -> None:
    """A line under the article names the body that its reporter works for."""
    found = contributed_credits([line("Halden Press reporter Ada Voss contributed from Torvik.")], OUTLET)
    assert [(one.name, one.agency) for one in found] == [("Halden Press", True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Voss, Halden Press", [("Halden Press", True)]),
        ("HALDEN WIRE", [("HALDEN WIRE", True)]),
        ("By AFP staff writers", [("AFP", True)]),
        ("Tarn / Evening Post", [("Tarn", False)]),
        ("Ada Voss / Evening Post", []),
        ("Staff / Evening Post", []),
        ("By Ada Voss, Free Press", []),
    ],
)
def test_bylines_name_wires_by_form(text: str, names: list[tuple[str, bool]]) -> None:
    """Names that end as wires' names do, and a single word beside the outlet's own name."""
    assert [(one.name, one.agency) for one in byline_credits(text, None, OUTLET)] == names


def test_plain_text_says_by_staff_and_agencies() -> None:
    """A byline of the house's words is read, and a signature leaves the body."""
    body = "The ferry sails again on Monday, the harbour office said in a notice to its passengers."
    signed = "(Reporting by Ada Voss; Editing by Per Lind)"
    text = f"Ferry sails again\n\nBy staff and agencies\n\n{body}\n\n{body}\n\n{signed}\n"
    read = read_page(Page("a", "a.txt", "text", text.encode(), ""), ReadSettings())
    assert isinstance(read, Article)
    assert (read.byline, len(read.paragraphs)) == ("staff and agencies", 2)
    assert [one.name for one in read.credits] == ["agencies"]
    assert [one.why for one in read.furniture] == ["byline", "sign_off"]
