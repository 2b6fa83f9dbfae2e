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


def test_blocks_that_class_names_call_an_authors_name_one() -> None:
    """A line in such a block, all of it a link, in whatever element."""
    line = '<div class="article__author"><p><a href="/people/7">Ada Voss</a></p></div>'
    assert byline("", line) == "Ada Voss"


def test_blocks_of_a_list_of_articles_are_not_of_this_one() -> None:
    """Names that one class marks here and elsewhere are those of other articles."""
    card = '<div><p><a href="/{0}">{0} news</a></p><div class="card-author">{0} Holm</div></div>'
    own = '<div class="story-author">Ada Voss</div>'
    assert byline("", card.format("Per") + card.format("Ida") + own, card.format("Lis")) == "Ada Voss"


def test_a_label_names_the_author_amid_other_things() -> None:
    """ "Autorin: …" among the lines of an article, with the post behind the name."""
    line = "<p>Autorin: Ada Voss, Leiterin der Redaktion.</p>"
    assert byline("", below="", above=line) == "Ada Voss"


def test_a_heading_beside_the_headline_is_no_name() -> None:
    """Its last word comes back elsewhere on the page; a surname does not."""
    assert byline("", "<div>Holm News</div>", "<p>More news from the coast</p>") is None
    assert byline("", "<div>Ada Voss</div>", "<p>More news from the coast</p>") == "Ada Voss"


def test_several_people_told_twice_beat_the_first_of_them() -> None:
    """Structured data may hold but the first of the names that readers see."""
    line = '<div class="byline"><a class="author">Ada Voss</a>, <a class="author">Per Lind</a></div>'
    head = '<meta name="author" content="Ada Voss,Per Lind">'
    assert byline("Ada Voss", line, head=head) == "Ada Voss, Per Lind"


def test_a_name_that_is_a_link_counts_beside_the_day() -> None:
    """It leads to the list of what its bearer wrote; other links of two words lead elsewhere."""
    assert byline("", '<div><a href="/7">Ada Voss</a></div><div>on 4 May 2031</div>') == "Ada Voss"
    assert byline("", '<div><a href="/7">Ada Voss</a></div>') is None


def test_both_sides_of_an_interview_are_named() -> None:
    """Who is asked and who asks."""
    line = '<p class="author">Ada Voss im Gespräch mit Per Lind</p>'
    assert byline("", line) == "Ada Voss, Per Lind"
