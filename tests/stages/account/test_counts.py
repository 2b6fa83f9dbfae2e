"""The two counts behind an item."""

from dataclasses import replace

from samecopy.records import PageSpan, Source
from samecopy.stages.account.chains import Relayed
from samecopy.stages.account.counts import Carried, count
from samecopy.stages.account.reports import Report
from samecopy.stages.account.same import same_source
from tests.build import source

A = Report("A", "A", ("a1", "a2"), ("x", "y"), None, True)
B = Report("B", "B", ("b",), ("z",), None, False)
C = Report("C", "A", ("c",), ("w",), None, False)
LETTERS = {"A": "A", "B": "B", "C": "C"}


def carried(report: Report, by: Source | None) -> Carried:
    return Carried(report, by, PageSpan(report.pages[0], 0, 10))


def counts(*items: Carried) -> tuple[int, int]:
    found = count(items, LETTERS)
    return found.reports_at_most, found.primary_sources_at_most


def test_two_pages_of_one_report_count_once() -> None:
    """Two outlets that run one agency text are one report and one primary source."""
    official = source("a senior official", "anonymous_official")
    assert counts(carried(A, official), carried(A, official)) == (1, 1)


def test_joined_reports_count_once() -> None:
    """Reports joined by outlet or agency share a root."""
    assert counts(carried(A, None), carried(C, None)) == (1, 1)


def test_one_person_in_two_reports_is_one_primary_source() -> None:
    """Two independent reports of what one named person said rest on that one person."""
    assert counts(carried(A, source("Minister Ada Bell")), carried(B, source("Ada Bell"))) == (2, 1)


def test_two_people_are_two_primary_sources() -> None:
    """Different names are different people."""
    assert counts(carried(A, source("Ada Bell")), carried(B, source("Carl Dunn"))) == (2, 2)


def test_anonymous_officials_of_two_reports_are_at_most_two() -> None:
    """They may be one person or two: the bound says two."""
    nameless = source("an official", "anonymous_official")
    assert counts(carried(A, nameless), carried(B, nameless)) == (2, 2)


def test_one_report_never_has_two_primary_sources_for_one_statement() -> None:
    """A witness that names another source than its base does not make a second one."""
    assert counts(carried(A, source("Ada Bell")), carried(A, source("Carl Dunn"))) == (1, 1)


def test_reports_that_name_nobody_add_no_primary_source() -> None:
    """Unknown counts towards fewer, yet somebody stands behind every statement."""
    assert counts(carried(A, source("Ada Bell")), carried(B, source("reports", "unnamed_reports"))) == (2, 1)
    assert counts(carried(A, None), carried(B, None)) == (2, 1)


def test_every_count_opens_into_its_evidence() -> None:
    """Each report and each primary source behind a count is named with its places."""
    found = count([carried(A, source("Ada Bell")), carried(B, source("Carl Dunn"))], LETTERS)
    assert [e.sign for e in found.evidence] == ["report", "report", "source", "source"]
    assert all(e.spans for e in found.evidence)


def test_a_ministry_under_a_longer_name_is_one_source() -> None:
    """`the Health Ministry` and `the Health Ministry of Norland` may be one, so they count as one."""
    a = source("the Health Ministry", "government")
    assert same_source(a, source("the Health Ministry of Norland", "government"))


def test_anonymous_officials_of_two_reports_are_at_least_one() -> None:
    """And one that another report names may be the named one."""
    nameless = source("an official", "anonymous_official")
    assert count([carried(A, nameless), carried(B, nameless)], LETTERS).primary_sources_at_least == 1
    both = count([carried(A, nameless), carried(B, source("Ada Bell"))], LETTERS)
    assert (both.primary_sources_at_least, both.primary_sources_at_most) == (1, 2)


def test_a_page_counts_with_the_report_that_it_cites() -> None:
    """Through any number of links, and where the cited report is not in the pile."""
    chained = [
        Carried(B, None, PageSpan("b", 0, 10), Relayed(0, 10, "A", "Polar Wire")),
        Carried(replace(C, root="C"), None, PageSpan("c", 0, 10), Relayed(0, 10, "B", "Reef News")),
    ]
    assert count([carried(A, None), *chained], LETTERS).reports_at_most == 1
    absent = [replace(c, chain=Relayed(0, 10, "cited Nord", "Nord")) for c in chained]
    found = count(absent, LETTERS)
    assert found.reports_at_most == 1
    assert "citing Nord" in found.evidence[0].text
