"""Headlines: which line is one, and which part of it."""

import pytest

from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

SENTENCE = "The harbour office said on Monday that the ferry would sail again within a week of repairs."
BODY = "".join(f"<p>{SENTENCE.replace('week', f'week {n}')}</p>" for n in range(5))


def title(document: str, above: str) -> str | None:
    page = f"<title>{document}</title><body><main>{above}{BODY}</main>"
    read = read_page(Page("a", "a", "html", page.encode(), ""), ReadSettings())
    assert isinstance(read, Article)
    return read.title


def test_the_sites_name_in_a_heading_is_no_headline() -> None:
    """A heading that links home and ends the document's title names the site."""
    page = '<h1><a href="/">Holm Ferry Club - Notes</a></h1><h2>Ferry late</h2>'
    assert title("Ferry late | Holm Ferry Club - Notes", page) == "Ferry late"


def test_a_heading_that_is_one_part_of_the_title_is_the_headline() -> None:
    """The document's title may have a kicker before it and the section behind."""
    page = "<h4>The harbour at Holm</h4><h1>Nobody sails</h1>"
    assert title("The harbour at Holm: Nobody sails | Coast", page) == "Nobody sails"


def test_a_kicker_set_apart_by_style_goes() -> None:
    """Where the markup puts a colon and the heading nothing, two elements stand beside each other."""
    page = "<h1><span>Trouble at Holm</span> Ferry fails for a third week</h1>"
    assert title("Trouble at Holm: Ferry fails for a third week", page) == "Ferry fails for a third week"


@pytest.mark.parametrize("cut", ["Ferry fails for a third week as", "Ferry fails for a third week as crews"])
def test_a_heading_is_not_cut_where_one_field_is(cut: str) -> None:
    """A field cut off at so many letters says no more than that it was cut."""
    whole = "Ferry fails for a third week as crews wait"
    page = f'<meta property="og:title" content="{cut}"><h1>{whole}</h1>'
    assert title(whole, page) == whole


def test_entities_in_structured_data_are_read() -> None:
    """Some systems write entities into JSON, where none belong."""
    data = '{"@type": "NewsArticle", "headline": "Holm &#8211; ferry fails for a third week"}'
    page = f'<script type="application/ld+json">{data}</script>'
    assert title("Coast", page) == "Holm – ferry fails for a third week"


def test_a_block_inside_a_heading_is_one() -> None:
    """Templates put a division into the first-rank heading."""
    page = "<h2>Coast</h2><h1><div>Nobody sails to Holm</div></h1>"
    assert title("Holm: no ferries", page) == "Nobody sails to Holm"


def test_a_heading_told_twice_is_one() -> None:
    """For narrow screens and for wide ones."""
    page = "<h1>Nobody sails today</h1><h1>Nobody sails today</h1>"
    assert title("No ferries from the island - Holm Notes", page) == "Nobody sails today"


def test_the_heading_right_above_is_the_headline_where_all_pages_are_called_the_same() -> None:
    """More of its words come back in the body than of the document's title."""
    page = "<h2>Ferry from the harbour fails for a week</h2>"
    assert title("Welcome to the club of Holm", page) == "Ferry from the harbour fails for a week"
    assert title("Ferry, harbour, repairs and weeks", "<h2>Notes</h2>") == "Ferry, harbour, repairs and weeks"
