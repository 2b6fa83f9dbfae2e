"""Piles that are broken, hostile or empty: everything in them is an article or is told, and nothing stops."""

import gzip
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import Article, Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources import open_pile
from samecopy.stages.extract.read import read_page

SETTINGS = ReadSettings()
SCANDIR = os.scandir
SENTENCES = (
    "The night tram to Oldminster will run again from Monday, the transport office said on Friday.",
    "It had been stopped in autumn after the bridge over the Lenne was found to be rusting from within.",
    "Engineers worked on the bridge for eleven weeks and replaced four of its girders, the office said.",
    "The first tram leaves the market square at midnight and the last one at half past four.",
    "Passengers with day tickets may ride until the end of the year without paying the night surcharge.",
)
TEXT = "Night tram to run again\n\n" + "\n\n".join(SENTENCES) + "\n"
HTML = (
    "<!doctype html><html><head><title>Night tram to run again</title></head><body><nav>Home Sport</nav>"
    "<article><h1>Night tram to run again</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</article></body></html>"
)


def read(*paths: Path) -> tuple[dict[str, Article], dict[str, str]]:
    """Articles by page id, and the reasons of what was rejected on the way."""
    articles: dict[str, Article] = {}
    rejected: dict[str, str] = {}
    for item in open_pile(paths, SETTINGS):
        outcome = read_page(item, SETTINGS) if isinstance(item, Page) else item
        if isinstance(outcome, Article):
            articles[outcome.page] = outcome
        else:
            assert outcome.detail.endswith("."), "a rejection is told in a sentence"
            rejected[outcome.page] = outcome.reason
    return articles, rejected


def test_the_good_page_is_read(tmp_path: Path) -> None:
    """What the other tests break is a page that can be read, as text and as HTML."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(HTML)
    articles, rejected = read(tmp_path)
    assert [a.paragraph_texts() for a in articles.values()] == [list(SENTENCES)] * 2
    assert rejected == {}


def test_a_pile_of_none(tmp_path: Path) -> None:
    """An empty directory is an empty pile."""
    assert read(tmp_path) == ({}, {})


def test_a_pile_of_one(tmp_path: Path) -> None:
    """One page, named by itself, is enough."""
    (tmp_path / "a.txt").write_text(TEXT)
    articles, _ = read(tmp_path / "a.txt")
    assert list(articles) == ["a.txt"]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", gzip.compress(b"", mtime=0)])
def test_an_empty_file_is_told(tmp_path: Path, content: bytes) -> None:
    """No bytes, blanks, a lone byte order mark, or nothing packed."""
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(TEXT)
    articles, rejected = read(tmp_path)
    assert list(articles) == ["b.txt"]
    assert rejected["a.txt"] in ("empty", "no_article")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_binary_file_is_told(tmp_path: Path, name: str) -> None:
    """A picture that calls itself a page is none."""
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(3).randbytes(5000))
    articles, rejected = read(tmp_path)
    assert articles == {}
    assert list(rejected) == [name]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_text_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    """Letters outside ASCII come out as written."""
    text = TEXT.replace("Lenne", "Lënne").replace("Engineers", "“Engineers”")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    articles, rejected = read(tmp_path)
    assert rejected == {}
    assert "over the Lënne" in articles["a.txt"].text
    assert "“Engineers”" in articles["a.txt"].text


def test_a_text_in_an_old_encoding_is_not_lost(tmp_path: Path) -> None:
    """Which of the single-byte encodings it is cannot always be told from a letter or two; it is read."""
    (tmp_path / "a.txt").write_bytes(TEXT.replace("Lenne", "Lënne").encode("cp1252"))
    articles, rejected = read(tmp_path)
    assert rejected == {}
    assert len(articles["a.txt"].paragraphs) == len(SENTENCES)


def test_a_page_that_lies_about_its_encoding_is_read(tmp_path: Path) -> None:
    """The markup says UTF-8, the bytes are not."""
    html = HTML.replace("<head>", '<head><meta charset="utf-8">').replace("Lenne", "Lënne")
    (tmp_path / "a.html").write_bytes(html.encode("cp1252"))
    articles, rejected = read(tmp_path)
    assert rejected == {}
    assert len(articles["a.html"].paragraphs) == len(SENTENCES)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_a_truncated_page_gives_what_is_left(tmp_path: Path, share: float) -> None:
    """Cut anywhere, it is an article of fewer paragraphs or is told; the others are read."""
    (tmp_path / "a.html").write_text(HTML[: int(len(HTML) * share)])
    (tmp_path / "b.txt").write_text(TEXT)
    articles, rejected = read(tmp_path)
    assert "b.txt" in articles
    assert {*articles, *rejected} == {"a.html", "b.txt"}
    if "a.html" in articles:
        assert all(any(s.startswith(p) for s in SENTENCES) for p in articles["a.html"].paragraph_texts())


def test_a_page_of_fifty_megabytes_is_told(tmp_path: Path) -> None:
    """It is not read whole, packed or not."""
    with open(tmp_path / "a.html", "wb") as file:
        file.write(HTML.encode())
        file.truncate(50_000_000)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(HTML.encode() + b"\n" * 50_000_000, 1))
    (tmp_path / "c.txt").write_text(TEXT)
    articles, rejected = read(tmp_path)
    assert list(articles) == ["c.txt"]
    assert rejected == {"a.html": "too_large", "b.html.gz": "too_large"}


@pytest.mark.parametrize("tag", ["div", "span", "b", "table><tr><td"])
def test_a_deeply_nested_page_is_read_or_told(tmp_path: Path, tag: str) -> None:
    """A hundred thousand elements deep, neither a crash nor a silence."""
    (tmp_path / "a.html").write_text("<html><body>" + f"<{tag}>" * 100_000 + "".join(SENTENCES))
    (tmp_path / "b.txt").write_text(TEXT)
    articles, rejected = read(tmp_path)
    assert {*articles, *rejected} == {"a.html", "b.txt"}
    assert "b.txt" in articles


def test_a_page_of_one_endless_line_is_read_or_told(tmp_path: Path) -> None:
    """A megabyte without a break costs no more than a moment."""
    (tmp_path / "a.txt").write_text(" ".join(SENTENCES) * 2000)
    (tmp_path / "b.txt").write_text("a" * 1_000_000)
    articles, rejected = read(tmp_path)
    assert {*articles, *rejected} == {"a.txt", "b.txt"}


@pytest.mark.parametrize("word", ["9" * 30_000, "A" * 30_000, "Aa" * 15_000, "a." * 15_000])
def test_a_page_of_endless_words_is_read_or_told(tmp_path: Path, word: str) -> None:
    """No pattern goes over one word again and again."""
    (tmp_path / "a.html").write_text(HTML.replace("</article>", f"<p>{word}</p><p>By {word}</p></article>"))
    articles, rejected = read(tmp_path)
    assert {*articles, *rejected} == {"a.html"}


def test_attributes_without_end_do_no_harm(tmp_path: Path) -> None:
    """A million of them in one tag."""
    tag = "<body " + "a " * 500_000 + " ".join(f"b{n}=1" for n in range(500_000)) + ">"
    (tmp_path / "a.html").write_text(HTML.replace("<body>", tag))
    articles, rejected = read(tmp_path)
    assert [a.paragraph_texts() for a in articles.values()] == [list(SENTENCES)]
    assert rejected == {}


def test_two_pages_with_one_address_are_two_articles(tmp_path: Path) -> None:
    """A page saved again after it was changed is not dropped, and both keep the address."""
    link = '<head><link rel="canonical" href="https://gazette.example/tram">'
    (tmp_path / "early.html").write_text(HTML.replace("<head>", link))
    (tmp_path / "late.html").write_text(HTML.replace("<head>", link).replace("eleven", "twelve"))
    articles, rejected = read(tmp_path)
    assert {page: a.url for page, a in articles.items()} == dict.fromkeys(
        ("early.html", "late.html"), "https://gazette.example/tram"
    )
    assert rejected == {}


def test_the_same_page_twice_is_one_article(tmp_path: Path) -> None:
    """Saved under two names, it is counted once, and the second is told."""
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "b.html").write_text(HTML)
    articles, rejected = read(tmp_path)
    assert list(articles) == ["a.html"]
    assert rejected == {"b.html": "same_page"}


def test_a_directory_without_rights_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages beside it are read."""
    for name in ("open", "shut"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT)

    def scandir(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "shut":  # root may read what others may not
            raise PermissionError(13, "Permission denied")
        return SCANDIR(path)

    monkeypatch.setattr(os, "scandir", scandir)
    articles, rejected = read(tmp_path)
    assert list(articles) == ["open/a.txt"]
    assert rejected == {"shut": "unreadable"}


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """Links to parents, to themselves and to each other are told and not followed."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.txt").write_text(TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    articles, rejected = read(tmp_path)
    assert list(articles) == ["a/page.txt"]
    assert rejected.keys() == {"a/up", "one", "two"}
    assert rejected["a/up"] == "symlink_loop"


@given(st.binary(max_size=400), st.sampled_from(["html", "text"]))
def test_no_bytes_crash_the_reader(data: bytes, media: str) -> None:
    """Whatever they are, they are an article or are told."""
    page = Page("a", "a", "html" if media == "html" else "text", data, "0" * 32)
    assert isinstance(read_page(page, SETTINGS), Article | Rejection)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<div", ">", "<script>", "<!--", "&#x0;", '"', *SENTENCES])))
def test_no_markup_crashes_the_reader(parts: list[str]) -> None:
    """Tags unclosed, comments unended, references to nothing; spans lie within the text."""
    page = Page("a", "a.html", "html", " ".join(parts).encode(), "0" * 32)
    outcome = read_page(page, SETTINGS)
    if isinstance(outcome, Article):
        for paragraph in outcome.paragraphs:
            assert 0 <= paragraph.span.begin < paragraph.span.end <= len(outcome.text)
