"""Which pages count as one report."""

from samecopy.records import Credit, Family, Origin
from samecopy.stages.account.reports import reports_of
from tests.build import article


def family(id_: str, *pages: str, agency: str | None = None) -> Family:
    origin = Origin("outside" if agency else "undecided", None, agency, "low", ())
    return Family(id_, pages, pages[0], (), (), origin)


def credit(name: str) -> Credit:
    return Credit(name, True, "byline", f"By {name}", None)


def roots(*reports: object) -> int:
    return len({r.root for r in reports})  # type: ignore[attr-defined]


def test_a_family_is_one_report_however_many_pages_it_has() -> None:
    """Six outlets that carry one copy are one report."""
    pages = [article(f"p{i}", "Text.", outlet=f"o{i}") for i in range(6)]
    reports = reports_of([family("f", *(p.page for p in pages))], pages)
    assert [r.id for r in reports] == ["f"]
    assert len(reports[0].outlets) == 6


def test_lone_articles_of_two_outlets_are_two_reports() -> None:
    """Two texts of two outlets that share no copy may be independent."""
    reports = reports_of([], [article("a", "One.", outlet="x"), article("b", "Two.", outlet="y")])
    assert roots(*reports) == 2


def test_lone_articles_of_one_outlet_are_joined() -> None:
    """An outlet's second article on a story is not an independent report."""
    reports = reports_of([], [article("a", "One.", outlet="x"), article("b", "Two.", outlet="x")])
    assert roots(*reports) == 1


def test_reports_credited_to_one_agency_are_joined() -> None:
    """A lone rewrite credited to the agency of a family is no further origin."""
    pages = [article("a", "A.", outlet="x"), article("b", "A.", outlet="y")]
    lone = article("c", "C.", outlet="z", credited=(credit("PPA"),))
    reports = reports_of([family("f", "a", "b", agency="Polaris Press Agency")], [*pages, lone])
    assert roots(*reports) == 1


def test_a_credit_to_another_outlet_joins_nothing() -> None:
    """Only credits to agencies for a whole page join reports."""
    quoting = Credit("Evening Post", False, "text", "the Evening Post reported", None)
    pages = [
        article("a", "A.", outlet="x", credited=(quoting,)),
        article("b", "B.", outlet="y", credited=(quoting,)),
    ]
    assert roots(*reports_of([], pages)) == 2


def test_reports_come_in_the_order_of_their_letters() -> None:
    """Most outlets first, then most pages, then id."""
    pages = [article(f"p{i}", "Text.", outlet=f"o{i}") for i in range(5)]
    reports = reports_of([family("g", "p0", "p1"), family("f", "p2", "p3")], pages)
    assert [r.id for r in reports] == ["f", "g", "p4"]
