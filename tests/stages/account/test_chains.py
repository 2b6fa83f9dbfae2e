"""What a page has from another outlet or agency."""

from samecopy.records import Article, Source
from samecopy.stages.account.chains import chains
from samecopy.stages.account.reports import reports_of
from tests.build import article


def told(*bodies: tuple[str, str]) -> dict[str, str]:
    """Page → whose report its first paragraph counts with, of lone articles (outlet name, text)."""
    pages = [named(chr(97 + n), name, text) for n, (name, text) in enumerate(bodies)]
    found = chains(pages, reports_of([], pages))
    lines = {p.page: found.at(p.page, p.paragraphs[0].span.begin, p.paragraphs[0].span.end) for p in pages}
    return {page: line.root for page, line in lines.items() if line is not None}


def named(page: str, name: str, text: str) -> Article:
    return article(page, text, outlet=name)


def test_what_was_told_to_another_outlet_is_that_outlets() -> None:
    """The page that cites it adds no report."""
    cited = ("Polar Gazette", "The mayor said she would go.")
    assert told(cited, ("Reef News", "The mayor told the Polar Gazette she would go.")) == {"b": "a"}


def test_what_was_told_to_the_page_itself_is_its_own() -> None:
    """An outlet that names itself cites nobody."""
    assert told(("Polar Gazette", "The mayor told the Polar Gazette she would go."), ("Reef News", "x")) == {}


def test_two_pages_that_cite_one_medium_outside_the_pile_are_one() -> None:
    """One page calls it a magazine; that is enough for both."""
    first = "The army held them, the magazine Nordlicht reported."
    found = told(("Polar Gazette", first), ("Reef News", "They were held, according to Nordlicht."))
    assert found["a"] == found["b"]


def test_an_outlet_that_is_merely_there_is_not_cited() -> None:
    """Without a word of passing on, a name is only a name."""
    cited = ("Polar Gazette", "The mayor said she would go.")
    assert told(cited, ("Reef News", "The Polar Gazette moves house in May.")) == {}


def test_a_medium_that_is_named_as_source_is_no_primary_source() -> None:
    """It passes on."""
    pages = [named("a", "Polar Gazette", "x"), named("b", "Reef News", "y")]
    found = chains(pages, reports_of([], pages))
    assert found.passes_on(Source("", "the Polar Gazette", "polar gazette", "institution"))
    assert not found.passes_on(Source("", "the port board", "port board", "institution"))
