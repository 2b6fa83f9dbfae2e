"""What the pile does not show, and where outlets differ about a day."""

from dataclasses import replace

from samecopy.records import Article, Event, EventStatus, Family, Origin
from samecopy.settings import AccountSettings
from samecopy.stages.account.notseen import differing, not_seen
from samecopy.stages.account.reports import reports_of
from tests.build import article

SETTINGS = AccountSettings()
PAGES = [
    article("a", "A.", outlet="x", published="2024-03-13"),
    article("b", "B.", outlet="y", published="2024-03-13"),
]


def event(
    id_: str,
    what: str,
    when: str | None,
    *pages: str,
    status: EventStatus = "scheduled",
    who: tuple[str, ...] = (),
) -> Event:
    return Event(id_, what, when, None, who, status, pages, (), (), 1, 1)


def notes(*events: Event, pages: list[Article] = PAGES) -> list[str]:
    return [e.note for e in differing(events, pages, SETTINGS)]


def lines(families: list[Family], articles: list[Article]) -> tuple[str, ...]:
    reports = reports_of(families, articles)
    return not_seen(reports, families, articles, {r.id: "ABC"[n] for n, r in enumerate(reports)})


def test_one_event_told_with_two_days_is_noted_on_both() -> None:
    """Two outlets have one regatta begin on different days."""
    first = event("e1", "harbour regatta will begin", "2024-03-15", "a")
    second = event("e2", "start of the harbour regatta", "2024-03-16", "b")
    note = "outlets differ: 2024-03-15 or 2024-03-16"
    assert notes(first, second) == [note, note]


def test_a_day_and_an_hour_of_it_do_not_differ() -> None:
    """One outlet gives the hour, the other only the day."""
    first = event("e1", "harbour regatta begins", "2024-03-15", "a")
    assert notes(first, event("e2", "harbour regatta begins", "2024-03-15T10:00", "b")) == ["", ""]


def test_days_told_by_one_page_are_two_events() -> None:
    """A page that has both days tells of two regattas."""
    first = event("e1", "harbour regatta begins", "2024-03-15", "a")
    assert notes(first, event("e2", "harbour regatta begins", "2024-03-16", "a", "b")) == ["", ""]


def test_two_pages_of_one_outlet_are_no_difference_of_outlets() -> None:
    """A later version that corrects a day is the same outlet."""
    pages = [PAGES[0], replace(PAGES[1], outlet=PAGES[0].outlet)]
    first = event("e1", "harbour regatta begins", "2024-03-15", "a")
    assert notes(first, event("e2", "harbour regatta begins", "2024-03-16", "b"), pages=pages) == ["", ""]


def test_a_page_without_its_own_day_proves_no_difference() -> None:
    """Its "Friday" may be any."""
    pages = [PAGES[0], replace(PAGES[1], published=None)]
    first = event("e1", "harbour regatta begins", "2024-03-15", "a")
    assert notes(first, event("e2", "harbour regatta begins", "2024-03-16", "b"), pages=pages) == ["", ""]


def test_shared_names_are_no_common_event() -> None:
    """One person sings on Friday and bakes on Saturday."""
    names = ("Ada Bell", "Carl Dunn")
    first = event("e1", "Ada Bell and Carl Dunn sing", "2024-03-15", "a", who=names)
    assert notes(first, event("e2", "Ada Bell and Carl Dunn bake", "2024-03-16", "b", who=names)) == ["", ""]


def test_the_first_and_the_second_of_a_series_do_not_differ() -> None:
    """Two rounds have two days."""
    first = event("e1", "first round of the regatta", "2024-03-15", "a")
    assert notes(first, event("e2", "second round of the regatta", "2024-03-16", "b")) == ["", ""]


def test_days_far_apart_are_two_events() -> None:
    """Last month's regatta is not this month's told differently."""
    first = event("e1", "harbour regatta begins", "2024-03-15", "a")
    assert notes(first, event("e2", "harbour regatta begins", "2024-04-16", "b")) == ["", ""]


def test_what_has_happened_does_not_differ_from_what_will() -> None:
    """A regatta was held, another is to come."""
    first = event("e1", "harbour regatta begins", "2024-03-12", "a", status="happened")
    assert notes(first, event("e2", "harbour regatta begins", "2024-03-16", "b")) == ["", ""]


def test_an_origin_outside_the_pile_is_said() -> None:
    """The agency's own text was not among the pages."""
    origin = Origin("outside", None, "Polaris Press Agency", "low", ())
    family = Family("f", ("a", "b"), "a", (), (), origin)
    (line,) = lines([family], PAGES)
    assert line.startswith("The origin of copy A is not in the pile: Polaris Press Agency's own text")


def test_an_undecided_origin_is_said() -> None:
    """Nobody is named first without evidence."""
    family = Family("f", ("a", "b"), "a", (), (), Origin("undecided", None, None, "low", ()))
    (line,) = lines([family], PAGES)
    assert "undecided" in line


def test_pages_without_outlet_or_date_are_counted() -> None:
    """Missing facts are told, since they move the counts."""
    told = lines([], [article("a", "A."), article("b", "B.", outlet="y", published="2024-03-13")])
    assert [line.split(";")[0] for line in told] == [
        "1 of 2 pages: no outlet named",
        "1 of 2 pages: no date found",
    ]


def test_reports_joined_as_one_are_named() -> None:
    """Two lone articles of one outlet count once, and it says so."""
    pages = [article(p, p, outlet="x", published="2024-03-13") for p in "ab"]
    assert lines([], pages) == ("Counted as one report: B with A (one outlet, owner or agency).",)


def test_one_wording_in_two_days_papers_is_no_difference() -> None:
    """“Shortly after noon” in both outlets resolves to two days by publication alone: nothing differs."""
    first = event("e1", "crane fell into the harbour basin", "2024-03-13T12:00", "a", status="happened")
    other = event("e2", "crane fell into the harbour basin", "2024-03-14T12:00", "b", status="happened")
    said = [replace(e, surfaces=((e.pages[0], "shortly after noon"),)) for e in (first, other)]
    assert notes(*said) == ["", ""]
