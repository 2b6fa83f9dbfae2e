"""Datelines by their form."""

import pytest

from samecopy.records import Outlet, Span
from samecopy.stages.extract.datelines import read_dateline
from samecopy.stages.extract.line import Line

OUTLET = Outlet("post.example", "Evening Post")


def line(text: str, begin: int = 0) -> Line:
    return Line(Span(begin, begin + len(text)), text, "p", 0, 0, 0, text.count(" ") + 1)


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("TORVIK (HWS) — The ferry sails.", "TORVIK", "HWS"),
        ("TORVIK, Jan 10 (Reuters) - The ferry sails.", "TORVIK", "Reuters"),
        ("TORVIK, Norland, 10 January (Halden Wire) – The ferry sails.", "TORVIK, Norland", "Halden Wire"),
        ("Nordhafen (dpa) - Die Fähre fährt.", "Nordhafen", "dpa"),
        ("Nordhafen (dpa/Küstendienst Nachrichtenagentur) – Die Fähre fährt.", "Nordhafen", "dpa"),
        ("Torvik, 10 ene (EFE).- El barco zarpa.", "Torvik", "EFE"),
        ("TORVIK, 12 janvier (AFP) - Le bateau part.", "TORVIK", "AFP"),
        ("TORVIK — The ferry sails.", "TORVIK", None),
        ("PORT ALBA, Norland — The ferry sails.", "PORT ALBA, Norland", None),
        ("Torvik, 10 January — The ferry sails.", "Torvik", None),
        ("TORVIK, AFP - The ferry sails.", "TORVIK", "AFP"),
        ("ТОРВИК, 4 мар — РИА Новости. Паром идёт.", "ТОРВИК", "РИА Новости"),
        ("(북항=연합뉴스) 김선우 기자 = 배가 떠났다.", "북항", "연합뉴스"),
        ("海东社北港5月6日电 渔船安全返港。", "北港", "海东社"),
    ],
)
def test_place_and_agency_are_read(text: str, place: str, agency: str | None) -> None:
    """Place and agency come out of the forms that agencies use, listed or not."""
    dateline, found = read_dateline(line(text), OUTLET)
    assert dateline is not None
    assert dateline.place == place
    assert (found[0].name if found else None) == agency
    assert all(credit.agency for credit in found)


@pytest.mark.parametrize(
    "text",
    [
        "Smith (left) - the older of the two - sailed on.",
        "The ferry (built in 1988) - long overdue - sails.",
        "She said - and he agreed - that it sails.",
        "Nobody knew — and nobody asked — why it sank.",
        "A deal was struck: the ferry sails.",
    ],
)
def test_asides_are_no_datelines(text: str) -> None:
    """Dashes and brackets in running text do not make a dateline."""
    assert read_dateline(line(text), OUTLET) == (None, [])


def test_span_stays_inside_the_paragraph() -> None:
    """The span points into page text and ends with the dash."""
    text = "TORVIK (HWS) — The ferry sails."
    dateline, found = read_dateline(line(text, 50), OUTLET)
    assert dateline is not None
    assert dateline.span == Span(50, 50 + len("TORVIK (HWS) —"))
    assert found[0].span == Span(58, 61)


def test_own_outlet_in_a_dateline_is_no_agency() -> None:
    """A paper that credits itself in its dateline credits no agency."""
    _, found = read_dateline(line("TORVIK (Evening Post) — The ferry sails."), OUTLET)
    assert [(credit.name, credit.agency) for credit in found] == [("Evening Post", False)]
