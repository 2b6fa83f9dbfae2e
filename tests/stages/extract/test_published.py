"""Days of publication: which of several is the article's."""

from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

SENTENCE = "The harbour office said on Monday that the ferry would sail again within a week of repairs."
BODY = "".join(f"<p>{SENTENCE.replace('week', f'week {n}')}</p>" for n in range(5))


def read(head: str, above: str = "", below: str = "") -> Article:
    page = f"<html lang='en'><head>{head}</head><body><main><h1>Ferry late</h1>{above}{BODY}{below}</main>"
    found = read_page(Page("a", "a", "html", page.encode(), ""), ReadSettings())
    assert isinstance(found, Article)
    return found


def told(head: str, above: str = "", below: str = "") -> tuple[str, str] | None:
    published = read(head, above, below).published
    return (published.value, published.evidence) if published else None


def test_a_day_beside_the_headline_beats_the_day_of_the_page() -> None:
    """A plain "date" in the head may be that of the page's last making."""
    head = '<meta name="date" content="2031-05-09">'
    assert told(head, "<div>4 May 2031</div>") == ("2031-05-04", "text line")
    assert told(head) == ("2031-05-09", "meta date")


def test_the_same_day_keeps_the_heads_time() -> None:
    """Where both say one day, the fuller form stays."""
    head = '<meta name="date" content="2031-05-04T06:12:00+02:00">'
    assert told(head, "<div>4 May 2031</div>") == ("2031-05-04T06:12:00+02:00", "meta date")


def test_a_clock_glued_to_the_year_is_read() -> None:
    """Two elements beside each other leave no space between year and time."""
    head = '<meta property="article:published_time" content="2031-05-05T00:25:00Z">'
    page = "<div><span>4 May 2031</span><span>21:25</span></div>"
    assert told(head, page) == ("2031-05-04T21:25:00-03:00", "meta article:published_time, text line")


def test_a_short_last_line_may_hold_the_day() -> None:
    """Letters and columns are dated at their end."""
    assert told("", below="<p>Ada 4 May 2031</p>") == ("2031-05-04", "text line")


def test_a_footer_tells_when_it_says_published() -> None:
    """The day after that word, not the one of the last change."""
    foot = "<footer>Last change: 9 May 2031 - Published: 4 May 2031</footer>"
    assert told("", below=foot) == ("2031-05-04", "text line")


def test_publication_and_change_are_kept_apart() -> None:
    """Each with the offset that it was told with, and its own evidence."""
    data = (
        '{"@type": "NewsArticle", "headline": "Ferry late", "datePublished": "2031-05-04T06:12:00+02:00",'
        ' "dateModified": "2031-05-05T01:00:00Z"}'
    )
    article = read(f'<script type="application/ld+json">{data}</script>')
    assert article.published is not None
    assert article.modified is not None
    assert article.published.value == "2031-05-04T06:12:00+02:00"
    assert article.published.utc == "2031-05-04T04:12:00+00:00"
    assert article.modified.value == "2031-05-05T01:00:00+00:00"
    assert article.modified.evidence == "json-ld dateModified"


def test_days_of_something_else_are_none_of_the_articles() -> None:
    """A forum tells when its members joined, and what time it is now."""
    page = "<div>Registered: 1 May 2029</div><div>Ada, 4 May 2031</div><div>Current date: 9 May 2033</div>"
    assert told("", page) == ("2031-05-04", "text line")


def test_a_paragraph_below_the_headline_may_begin_with_the_day() -> None:
    """Press offices begin so, in whatever element."""
    page = '<div class="teaser">Press notice of 4 May 2031 | Holm – The ferry sails again, it was told.</div>'
    assert told("", page) == ("2031-05-04", "text line")
