"""Bylines of whole pages: whose name is taken where several stand."""

import json

import pytest

from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

SENTENCE = "The harbour office said on Monday that the ferry would sail again within a week of repairs."
BODY = "".join(f"<p>{SENTENCE.replace('week', f'week {n}')}</p>" for n in range(5))


def byline(author: str, above: str = "", below: str = "", head: str = "") -> str | None:
    data = {"@type": "NewsArticle", "headline": "Ferry late", "author": author or None}
    page = (
        f'<head><meta property="og:site_name" content="HP - Holm Post">{head}'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><main><h1>Ferry late</h1>{above}{BODY}</main>{below}"
    )
    read = read_page(Page("a", "a", "html", page.encode(), ""), ReadSettings())
    assert isinstance(read, Article)
    return read.byline


@pytest.mark.parametrize(
    "line", ["By Ada VossStaff Writer", "By Ada Voss Coast Reporter", "By Ada Voss in Harbour Notes"]
)
def test_what_a_line_has_beside_the_name_goes(line: str) -> None:
    """The markup says where the name ends."""
    assert byline("Ada Voss", f"<div>{line}</div>") == "Ada Voss"


@pytest.mark.parametrize("line", ["By Ada Voss and Per Lind", "By Ada Voss Lindqvist"])
def test_more_people_or_a_longer_name_stay(line: str) -> None:
    """The markup may name the first of several, or a part of a name."""
    assert byline("Ada Voss", f"<div>{line}</div>") == line.removeprefix("By ")


def test_two_fields_beat_a_line_that_only_begins_like_a_byline() -> None:
    """ "Von Wind und Wellen" heads many a column."""
    head = '<meta name="author" content="Ada Voss">'
    assert byline("Ada Voss", "<div>Von Wind und Wellen</div>", head=head) == "Ada Voss"
    assert byline("", "<div>Von Wind und Wellen</div>") == "Wind und Wellen"


def test_a_house_by_its_short_name_yields_to_a_person() -> None:
    """One part of the outlet's name is the outlet."""
    assert byline("HP", below="<p>Author: Ada Voss</p>") == "Ada Voss"


def test_a_heading_below_the_article_is_no_signature() -> None:
    """It begins what comes next, even if its words could be a name."""
    assert byline("", below="<h3>Latest Comments</h3>") is None


def test_the_one_author_of_the_foot_is_the_author() -> None:
    """Some templates name the writer in the footer, and nobody else anywhere."""
    foot = '<div class="footer"><p>Words by <a rel="author" href="/{0}">{0}</a> for us all</p></div>'
    assert byline("", below=foot.format("Ada")) == "Ada"
    assert byline("", below=foot.format("Ada") + foot.format("Per")) is None
