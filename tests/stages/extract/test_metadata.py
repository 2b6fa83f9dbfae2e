"""Facts of the head, and the steps by which dates, authors and headlines are chosen."""

import pytest

from samecopy.records import Article, Given, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

SENTENCE = "The harbour office said that the ferry would sail again within {} weeks of the repairs."
BODY = "".join(f"<p>{SENTENCE.format(n)}</p>" for n in range(5))
SITE = "<meta property='og:site_name' content='Evening Post'>"
SHARED = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Voss">'
LD = '<script type="application/ld+json">{}</script>'


def article(html: str, given: Given | None = None) -> Article:
    read = read_page(Page("a", "pile/a", "html", html.encode(), "", given or Given()), ReadSettings())
    assert isinstance(read, Article), read
    return read


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "datePublished": "2031-05-04"}',
        '{"@graph": [{"@type": "WebSite"}, {"@type": ["Thing", "Article"], "datePublished": "2031-05-04"}]}',
        '[{"@type": "NewsArticle", "datePublished": "2031-05-04",}]',
        '<!-- {"@type": "NewsArticle", "datePublished": "2031-05-04"} -->',
        '{"@type": "NewsArticle", "datePublished": "2031-05-04", "articleBody": "cut',
    ],
)
def test_structured_data_is_read_as_publishers_write_it(script: str) -> None:
    """In graphs and lists, with trailing commas, in comments, cut off."""
    read = article(LD.format(script) + "<h1>Ferry late again</h1>" + BODY)
    assert read.published is not None
    assert (read.published.value, read.published.evidence) == ("2031-05-04", "json-ld datePublished")


@pytest.mark.parametrize(
    ("above", "below", "evidence"),
    [
        ("<time datetime='2031-05-04T06:00:00Z'>x</time>", "", "time element"),
        ("<abbr class='published' title='2031-05-04T06:00:00Z'>x</abbr>", "", "time datePublished"),
        ("<p>Sunday, 4 May 2031</p>", "", "text line"),
        ("", "<p>Erschienen am 4. Mai 2031</p>", "text line"),
        ("", '<script>var a = {"publishedAt": "2031-05-04"}</script>', "script"),
    ],
)
def test_the_day_is_found_on_the_page(above: str, below: str, evidence: str) -> None:
    """In time elements, in lines above and below the body, in data of scripts."""
    read = article(f"<h1>Ferry late again</h1>{above}{BODY}{below}")
    assert read.published is not None
    assert (read.published.day, read.published.evidence) == ("2031-05-04", evidence)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<div class='comments'><time datetime='2031-05-04'>x</time><p>Published 4 May 2031</p></div>",
        "<div class='related'><p>Published 4 May 2031</p></div>",
        "<footer><p>© 4 May 2031 Evening Post</p></footer>",
    ],
)
def test_days_of_other_things_are_not_the_articles(elsewhere: str) -> None:
    """Comments, other articles and copyright lines have days of their own."""
    assert article("<h1>Ferry late again</h1>" + BODY + elsewhere).published is None


def test_a_person_is_preferred_to_the_house() -> None:
    """Structured data often names the outlet as author where the page names a reporter."""
    ld = LD.format('{"@type": "NewsArticle", "author": {"name": "Evening Post"}}')
    site = "<meta property='og:site_name' content='Evening Post'>"
    line = "<div class='author'>Ada Voss</div>"
    assert article(ld + site + "<h1>Ferry late again</h1>" + line + BODY).byline == "Ada Voss"
    assert article(ld + site + "<h1>Ferry late again</h1>" + BODY).byline == "Evening Post"


def test_authors_of_comments_are_not_the_articles() -> None:
    """However their elements are marked."""
    comments = "<div class='comments'><span class='author'>Per Lind</span><p>Good.</p></div>"
    assert article("<h1>Ferry late again</h1>" + BODY + comments).byline is None


def test_by_may_stand_in_a_block_of_its_own() -> None:
    """The next block then holds the names."""
    assert article(f"<h1>Ferry late again</h1><div>By</div><div>Ada Voss</div>{BODY}").byline == "Ada Voss"


def test_the_lone_first_heading_is_the_headline() -> None:
    """Readers see it, whatever the document's title says for search engines."""
    read = article(f"<title>Ferry delays: all you need</title><h1>Ferry late again</h1>{BODY}")
    assert read.title == "Ferry late again"


def test_the_outlets_name_is_no_headline() -> None:
    """A masthead marked as first heading is passed over."""
    read = article(
        "<title>Ferry late again | Evening Post</title><meta property='og:site_name' content='Evening Post'>"
        f"<h1>Evening Post</h1>{BODY}"
    )
    assert read.title == "Ferry late again"


def test_lists_of_teasers_are_no_body() -> None:
    """Neighbours of one make under linked headings are other articles."""
    text = "<div>The mill on the river has been sold to a {}.</div>"
    teaser = f"<div class='t'><h3><a href='/x'>Mill sold</a></h3>{text}</div>"
    read = article(f"<h1>Ferry late again</h1>{BODY}" + "".join(teaser.format(f"firm {n}") for n in range(5)))
    assert len(read.paragraphs) == 5


def test_a_letter_to_readers_is_read() -> None:
    """A page that is nothing but an address to its readers has that as its body."""
    letter = (
        "<p>Dear members, our newsletter needs your support: we ask you to tell us what you think of it.</p>"
        * 3
    )
    assert len(article("<h1>A letter to our readers</h1>" + letter).paragraphs) == 3


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("<p>May 3, 2031 at 10:30 p.m.</p>", "2031-05-03T22:30:00-04:00"),
        ("<p>3 May 2031</p>", "2031-05-03"),
        ("<p>4 May 2031</p>", "2031-05-04T02:30:00+00:00"),
        ("<p>1 April 2031</p>", "2031-05-04T02:30:00+00:00"),
        ("<p>Updated 3 May 2031</p>", "2031-05-04T02:30:00+00:00"),
    ],
)
def test_a_moment_in_utc_takes_the_day_that_readers_saw(shown: str, value: str) -> None:
    """With its offset where a clock stands beside the day; days too far apart are other days."""
    script = LD.format('{"@type": "NewsArticle", "datePublished": "2031-05-04T02:30:00Z"}')
    read = article(f"{script}<h1>Ferry late again</h1>{shown}{BODY}")
    assert read.published is not None
    assert read.published.value == value


def test_of_two_forms_of_one_moment_the_local_one_is_kept() -> None:
    """UTC in one field, the place's own time in another."""
    script = LD.format('{"@type": "NewsArticle", "datePublished": "2031-05-04T02:30:00Z"}')
    meta = '<meta property="article:published_time" content="2031-05-03T22:30:00-04:00">'
    read = article(f"{meta}{script}<h1>Ferry late again</h1>{BODY}")
    assert read.published is not None
    assert read.published.value == "2031-05-03T22:30:00-04:00"


def test_published_and_modified_are_kept_apart() -> None:
    """A page that tells only when it was changed has no day of publication."""
    read = article(f"<h1>Ferry late again</h1>{BODY}<p>Last modified: 4 May 2031</p>")
    assert read.published is None
    assert read.modified is not None
    assert (read.modified.value, read.modified.evidence) == ("2031-05-04", "text line")


@pytest.mark.parametrize(
    ("above", "below", "byline"),
    [
        (
            LD.format(
                '{"@graph": [{"@type": "Article", "author": {"@id": "#p1"}},'
                ' {"@type": "Person", "@id": "#p1", "name": "Ada Voss"}]}'
            ),
            "",
            "Ada Voss",
        ),
        (SHARED, "", "Ada Voss"),
        ("<p>04.05.2031 | 13:10 Uhr | Ada Voss</p>", "", "Ada Voss"),
        ("<a href='/authors/ada-voss'>Ada Voss</a>", "", "Ada Voss"),
        ("", "<p><b>Ada Voss</b></p>", "Ada Voss"),
        ("", "<p>Author: Ada Voss</p>", "Ada Voss"),
        (SITE + "<p>By Ada Voss, Evening Post</p>", "", "Ada Voss"),
        ("<p>By Halden News Agency</p>", "", "Halden News Agency"),
    ],
)
def test_authors_are_found_where_pages_name_them(above: str, below: str, byline: str) -> None:
    """Pointed at in structured data, in share fields, beside the day, by a link to their page, at the end."""
    assert article(f"<h1>Ferry late again</h1>{above}{BODY}{below}").byline == byline


def test_a_line_that_names_the_first_of_several_authors_is_completed() -> None:
    """The structured data names both."""
    script = LD.format('{"@type": "Article", "author": [{"name": "Ada Voss"}, {"name": "Per Lind"}]}')
    assert article(f"{script}<h1>Ferry late</h1><p>By Ada Voss</p>{BODY}").byline == "Ada Voss, Per Lind"


def test_a_headline_is_told_from_its_kicker() -> None:
    """Where the markup's headline is the end of the heading; the span is the headline's own."""
    meta = '<meta property="og:title" content="The ferry is late again">'
    read = article(f"{meta}<h1><span>Harbours</span> The ferry is late again</h1>{BODY}")
    assert read.title == "The ferry is late again"
    assert read.title_span is not None
    assert read.title_span.of(read.text) == read.title
