"""Credit lines by list and by form."""

import pytest

from samecopy.records import Outlet, Span
from samecopy.stages.extract.agencies import AGENCIES
from samecopy.stages.extract.credits import (
    byline_credits,
    is_agency,
    line_credits,
    tail_credits,
    text_credits,
)
from samecopy.stages.extract.line import Line

OUTLET = Outlet("eveningpost.example", "Evening Post")


def line(text: str) -> Line:
    return Line(Span(0, len(text)), text, "", -1, 0, 0, text.count(" ") + 1)


def test_no_agency_is_listed_twice() -> None:
    """Each full name stands once in the list."""
    names = [entry[0] for entry in AGENCIES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name", ["AFP", "dpa", "the Associated Press", "Norfeld News Agency", "Halden Newswire"]
)
def test_agencies_are_known_by_list_or_form(name: str) -> None:
    """Listed names, and names that say agency, wire or press service."""
    assert is_agency(name)


@pytest.mark.parametrize("name", ["Evening Post", "Jane Roe", "ap", "The Agency Hotel Group"])
def test_other_names_are_no_agencies(name: str) -> None:
    """Papers, people, and short forms in the wrong case are none."""
    assert not is_agency(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(HWS)", ["HWS"]),
        ("— HWS", ["HWS"]),
        ("AFP/Reuters", ["AFP", "Reuters"]),
        ("dpa/abc", ["dpa"]),
        ("Source: Halden Wire Service", ["Halden Wire Service"]),
        ("With agencies", ["agencies"]),
        ("— with inputs from Halden Wire Service", ["Halden Wire Service"]),
        ("© 2031 Halden Wire Service", ["Halden Wire Service"]),
        ("© HWS. All rights reserved.", ["HWS"]),
        ("© HWS 2031", ["HWS"]),
        ("with agencies", ["agencies"]),
        ("Mit Material von dpa", ["dpa"]),
        ("Avec AFP", ["AFP"]),
        ("Con información de EFE", ["EFE"]),
        ("Additional reporting by Halden Wire Service", ["Halden Wire Service"]),
        ("(Additional reporting by HWS; editing by Per Lind)", ["HWS"]),
        ("Halden Wire Service (HWS)", ["Halden Wire Service"]),
        ("Source: Halden Wire Service (HWS)", ["Halden Wire Service"]),
        ("© Halden Wire Service (HWS) 2031", ["Halden Wire Service"]),
    ],
)
def test_lines_after_the_body_name_their_agency(text: str, names: list[str]) -> None:
    """Sign-offs, sources and copyright lines credit an agency."""
    found = line_credits([line(text)], OUTLET)
    assert [credit.name for credit in found] == names
    assert all(credit.agency for credit in found)


@pytest.mark.parametrize("text", ["Jane Roe", "Leave a reply", "— Jane Roe", "More from Torvik"])
def test_other_short_lines_credit_nobody(text: str) -> None:
    """Names and labels after the body are no credits."""
    assert line_credits([line(text)], OUTLET) == []


def test_copyright_of_the_outlet_itself_is_no_agency() -> None:
    """The page's own outlet is credited, but not as an agency."""
    found = line_credits([line("© 2031 Evening Post")], OUTLET)
    assert [(credit.kind, credit.agency) for credit in found] == [("copyright", False)]


def test_bracket_at_the_end_of_the_last_paragraph() -> None:
    """An unlisted short form in brackets after the last full stop is a sign-off."""
    text = "The ferry sails on Monday. (HWS)"
    found = tail_credits(line(text), OUTLET)
    assert [(credit.name, credit.agency, credit.span) for credit in found] == [("HWS", True, Span(28, 31))]


@pytest.mark.parametrize(
    "text", ["It sails on Monday (perhaps).", "It sails. (He laughed.)", "It sails (HWS says so)."]
)
def test_other_brackets_at_the_end_are_text(text: str) -> None:
    """Brackets that hold words of the text are no sign-off."""
    assert tail_credits(line(text), OUTLET) == []


def test_phrase_in_the_text_names_an_outlet() -> None:
    """ "…, reports X" credits X; no agency if it is the page's own outlet."""
    found = text_credits([line("The ferry sails on Monday, reports Evening Post")], OUTLET)
    assert [(credit.name, credit.agency) for credit in found] == [("Evening Post", False)]


def test_byline_names_agencies_and_not_people() -> None:
    """People in a byline are no credits; agencies beside them are."""
    found = byline_credits("By Jane Roe and HWS, with agencies", None, OUTLET)
    assert {credit.name for credit in found if credit.agency} == {"HWS", "agencies"}


def test_the_agency_after_a_line_break_is_the_bylines_body() -> None:
    """Templates break the line between reporter and agency, and text has a space there."""
    found = byline_credits("By ADA VOSS The Associated Press", None, OUTLET)
    assert [(credit.name, credit.agency) for credit in found] == [("The Associated Press", True)]
    assert byline_credits("By Ada Lusa", None, OUTLET) == []


def test_a_post_at_an_agency_is_the_agencys() -> None:
    """Between the agency and the post stands what its holder writes of; a person's post is no agency's."""
    found = byline_credits("By ADA VOSS, AP Harbour Affairs Writer", None, OUTLET)
    assert [credit.name for credit in found] == ["AP"]
    assert byline_credits("Ada Voss, Harbour Writer", None, OUTLET) == []


@pytest.mark.parametrize("text", ["(dpa/lno)", "dpa/mk"])
def test_a_shorthand_after_an_agency_is_no_second_one(text: str) -> None:
    """Regional services and desks sign with a few small letters."""
    assert [one.name for one in line_credits([line(text)], OUTLET)] == ["dpa"]


@pytest.mark.parametrize("text", ["Lähde: STT", "Źródło: PAP", "来源：新华社", "Kilde: NTB"])
def test_sources_are_named_in_many_languages(text: str) -> None:
    """The word for source, a colon, the agency."""
    assert [one.agency for one in line_credits([line(text)], OUTLET)] == [True]


@pytest.mark.parametrize(
    "text", ["Additional reporting by Per Lind", "With the mayor", "Mit der Fähre", "Con Ada Voss"]
)
def test_people_and_things_beside_are_no_agencies(text: str) -> None:
    """What a phrase says of a person, or of anything else, credits nobody."""
    assert not [one for one in line_credits([line(text)], OUTLET) if one.agency]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By HWS", "HWS"),
        ("Ada Voss, HWS", "HWS"),
        ("Ada Voss (HWS)", "HWS"),
        ("Ada Voss mit dpa", "dpa"),
        ("Halden Wire Service (HWS)", "Halden Wire Service"),
    ],
)
def test_bylines_name_agencies_by_form(text: str, name: str) -> None:
    """Capitals beside a name, a listed short form, and of two forms the full one."""
    assert [one.name for one in byline_credits(text, None, OUTLET)] == [name]


@pytest.mark.parametrize("text", ["He left. (HWS)", "He left. — HWS", "„Er ging.“ (dpa)"])
def test_the_last_paragraph_may_end_with_a_credit(text: str) -> None:
    """In brackets or after a dash, behind a full stop."""
    assert [one.agency for one in tail_credits(line(text), OUTLET)] == [True]


def test_a_report_said_to_be_an_agencys_is_a_credit() -> None:
    """ "…, the X agency reported" names the agency, and "told X" does not."""
    said = line("The ferry sank, the Halden News Agency (HNA) reported.")
    assert [one.kind for one in text_credits([said], OUTLET)] == ["text"]
    assert not text_credits([line("The mayor told Halden News Agency that the ferry sank.")], OUTLET)
    assert not text_credits([line("The lab built it with material from HWS and others.")], OUTLET)
