"""Credits of the markup alone."""

import pytest

from samecopy.records import Outlet
from samecopy.stages.extract.provenance import markup_credits, own_address

OUTLET = Outlet("eveningpost.example", "Evening Post")


def test_markup_credits_need_an_agency_or_a_field_that_says_so() -> None:
    """An author is a credit if an agency; creditText always is."""
    found = markup_credits([("author", "Jane Roe"), ("author", "AFP"), ("creditText", "Jane Roe")], OUTLET)
    assert [(credit.name, credit.agency) for credit in found] == [("AFP", True), ("Jane Roe", False)]


def test_an_address_credits_whom_its_domain_belongs_to() -> None:
    """An agency's domain is the agency's; another outlet's stays a domain; one's own says nothing."""
    urls = ("https://www.reuters.com/a", "https://post.example/b", "https://eveningpost.example/c")
    found = markup_credits([("isBasedOn", url) for url in urls], OUTLET)
    assert [(one.name, one.agency) for one in found] == [("Reuters", True), ("post.example", False)]


WIRE, POST = "https://apnews.com/a", "https://eveningpost.example/a"


@pytest.mark.parametrize(
    ("urls", "sites", "title", "own"),
    [
        ([WIRE, POST], [], "", POST),
        ([WIRE, POST], ["Evening Post"], "Ferry late | AP", POST),
        ([WIRE, WIRE], ["Evening Post"], "Ferry late", None),
        ([WIRE], ["World", "AP News"], "", WIRE),
        ([WIRE], ["The Associated Press"], "", WIRE),
        ([WIRE], ["World"], "Ferry late | AP News", WIRE),
        ([WIRE], [], "", WIRE),
        (["https://harbour.example/a", POST], ["Evening Post"], "", "https://harbour.example/a"),
        ([], ["Evening Post"], "", None),
    ],
)
def test_an_agencys_address_is_the_pages_own_only_by_its_signs(
    urls: list[str], sites: list[str], title: str, own: str | None
) -> None:
    """Outlets point from copy to its agency: the site's names, other addresses and the title's end tell."""
    assert own_address(urls, sites, title) == own
