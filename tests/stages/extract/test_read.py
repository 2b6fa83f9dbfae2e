"""Reading whole pages: what hostile ones do, what clean ones keep, which source wins."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.records import Article, Given, Page, Rejection
from samecopy.records.page import MediaType
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

SENTENCE = "The harbour office said on Monday that the ferry would sail again within a week of repairs."
BODY = "".join(f"<p>{SENTENCE.replace('week', f'week {n}')}</p>" for n in range(5))
SLOW = 10.0  # seconds; two are promised on an idle machine, and test machines are not idle


def read(data: bytes | str, media: MediaType = "html", given_: Given | None = None) -> Article | Rejection:
    raw = data.encode() if isinstance(data, str) else data
    return read_page(Page("a", "pile/a", media, raw, "", given_ or Given()), ReadSettings())


def article(data: bytes | str, media: MediaType = "html", given_: Given | None = None) -> Article:
    found = read(data, media, given_)
    assert isinstance(found, Article), found
    return found


HOSTILE = {
    "deep": "<div>" * 100_000 + BODY,
    "deep inline": "<b>" * 100_000 + BODY,
    "deep lists": "<ul><li>" * 50_000 + BODY,
    "truncated": f"<html><body>{BODY}<a href='x",
    "zero bytes": BODY.replace("T", "\0T"),
    "attributes": "<p " + "a " * 1_000_000 + ">x</p>" + BODY,
    "distinct attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x</p>" + BODY,
    "comment": BODY + "<!--" * 500_000,
    "json depth": "<script type='application/ld+json'>" + "[" * 500_000 + "</script>" + BODY,
    "entities": "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>" + BODY,
    "class names": "<div class='" + "a-b " * 500_000 + "'>" + BODY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_html_is_read_in_time(name: str) -> None:
    """Depth, attributes, cut-off markup and the like neither crash nor stall the reading."""
    start = time.monotonic()
    assert len(article(HOSTILE[name]).paragraphs) >= 5
    assert time.monotonic() - start < SLOW


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe\n\0", "empty"),
        (b"%PDF-1.7\n1 0 obj", "binary"),
        (random.Random(7).randbytes(5_000), "binary"),
        (b"a" * 20_000_001, "too_large"),
        (b"<p>a b c d e f." * 30_000, "too_large"),
        (b"<ul><li>Home</li><li>Sport</li></ul>", "no_article"),
        (
            b"<title>404 Not Found</title><h1>Not Found</h1><p>The requested page is not on this server.</p>",
            "error_page",
        ),
        (f"<h1>Mill</h1><p>{SENTENCE}</p><p>Subscribe to continue reading.</p>".encode(), "paywall"),
        (
            b"<h1>Before you continue to the Post</h1><p>We use cookies and other data to show news.</p>",
            "paywall",
        ),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(data: bytes, reason: str) -> None:
    """A rejection has a stable reason, and a sentence that names the place and the cure."""
    found = read(data)
    assert isinstance(found, Rejection)
    assert found.reason == reason
    assert found.locator == "pile/a"
    assert "pile/a" in found.detail


@pytest.mark.parametrize("media", ["html", "text"])
def test_script_in_text_stays_text(media: MediaType) -> None:
    """What looks like markup in a title or a paragraph is kept as the characters that it is."""
    escaped = "&lt;script&gt;alert(1)&lt;/script&gt;" if media == "html" else "<script>alert(1)</script>"
    page = (
        f"<h1>Ferry {escaped}</h1>{BODY}"
        if media == "html"
        else f"Ferry {escaped} sails\n\n{SENTENCE}\n\n{SENTENCE}"
    )
    found = article(page, media)
    assert found.title is not None
    assert "<script>alert(1)</script>" in found.title


def test_event_handlers_and_scripts_leave_no_text() -> None:
    """Scripts, styles, templates and handlers are no text of the page."""
    found = article(
        f"<h1 onclick='evil()'>Ferry</h1><script>evil()</script><template>evil()</template>{BODY}"
    )
    assert "evil" not in found.text


CLEAN = [
    SENTENCE,
    "“We sail.”",
    "What to bring",
    "- A warm coat.",
    "- A ticket.",
    "He asked: who pays?",
    SENTENCE.replace("week", "month"),
    "Nobody answered.",
    "Who was on board",
    "Ada Voss, Per Lind.",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_clean_text_loses_nothing(gap: str) -> None:
    """Short paragraphs, quotations, lists and subheadings of clean text are all body."""
    assert article(gap.join(CLEAN), "text").paragraph_texts() == CLEAN


def test_every_line_is_body_furniture_or_title() -> None:
    """Paragraphs, furniture and title cover the page text, in order, without overlap."""
    found = article(f"<nav>Home</nav><h1>Ferry sails again</h1>{BODY}<footer>© 2031 Post</footer>")
    spans = [p.span for p in found.paragraphs] + [f.span for f in found.furniture]
    assert found.title_span is not None
    spans.append(found.title_span)
    assert "\n".join(span.of(found.text) for span in sorted(spans)) == found.text


def test_given_beats_the_page() -> None:
    """What came beside the page wins over what the page says."""
    head = '<title>Page title here</title><meta property="article:published_time" content="2030-01-01">'
    beside = Given("https://www.post.example.org/a", "The Post", "2031-05-04", "Given title", "Ada Voss")
    found = article(f"<head>{head}</head>{BODY}", "html", beside)
    assert (found.title, found.byline, found.outlet.key) == ("Given title", "Ada Voss", "example.org")
    assert found.published is not None
    assert (found.published.value, found.published.evidence) == ("2031-05-04", "given")


def test_published_and_modified_are_kept_apart() -> None:
    """A page with a date of change only has no date of publication of that name."""
    head = '<meta property="article:modified_time" content="2031-05-06T01:00:00-03:00">'
    found = article(f"<head>{head}</head>{BODY}", "html", Given(published="2031-05-04"))
    assert found.modified is not None
    assert found.modified.value == "2031-05-06T01:00:00-03:00"


def test_reading_is_deterministic() -> None:
    """The same page read twice, with others between, gives equal articles."""
    first = article(f"<h1>Ferry sails</h1>{BODY}")
    article(f"<h1>Other</h1><div class='newsletter'>x</div>{BODY}")
    assert article(f"<h1>Ferry sails</h1>{BODY}") == first


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["html", "text"]))
def test_no_bytes_raise(data: bytes, media: MediaType) -> None:
    """Any bytes give an article or a rejection."""
    read(data, media)


PIECES = (
    *("<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>", "<br>", "<h1>", "<li>", "<table>"),
    *("<script>", "</script>", SENTENCE, "By Ada Voss", "Share", "(HWS)", "&amp;", "<!--", "<title>", "\n"),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_always_point_at_text(parts: list[str]) -> None:
    """Whatever the markup, spans lie in the page text and hold something."""
    found = read("".join(parts))
    if isinstance(found, Article):
        for span in [p.span for p in found.paragraphs] + [f.span for f in found.furniture]:
            assert span.of(found.text).strip()


def test_a_section_under_a_heading_of_related_stories_is_no_body() -> None:
    """Even where its texts are longer than the article."""
    others = "".join(
        f"<div><h4><a href='/{n}'>Other {n}</a></h4><p>{SENTENCE} {n}</p></div>" for n in range(9)
    )
    page = f"<h1>Ferry late</h1><article>{BODY}</article><section><h3>Related stories</h3>{others}</section>"
    assert len(article(page).paragraphs) == 5


def test_a_table_of_the_article_stays_whatever_its_class_names() -> None:
    """Content systems call sortable tables widgets."""
    table = (
        "<table class='poll'><tr><td>Halden</td><td>12</td></tr><tr><td>Norfeld</td><td>9</td></tr></table>"
    )
    body = article(f"<h1>Ferry late</h1><article>{BODY}{table}{BODY}</article>").body()
    assert "Norfeld" in body


def test_class_names_that_leave_nothing_are_passed_over() -> None:
    """A wrapper named after the paywall it had; the article says how it was read."""
    page = f"<h1>Ferry late</h1><div class='paywall'>{BODY * 2}</div><div class='comments'>{BODY * 3}</div>"
    read = article(page)
    assert len(read.paragraphs) == 10
    assert "some names passed over" in read.read_by


def test_section_and_canonical_are_fields_of_their_own() -> None:
    """As the markup says them; the page's own address is another thing where it is given."""
    head = (
        '<link rel="canonical" href="https://wire.example/ferry">'
        '<meta property="article:section" content="Coast">'
    )
    read = article(f"<head>{head}</head>{BODY}", given_=Given(url="https://post.example/ferry"))
    assert (read.section, read.canonical) == ("Coast", "https://wire.example/ferry")
    assert read.url == "https://post.example/ferry"
