"""Web archives become pages that tell where and when they were fetched."""

import gzip
import re
from pathlib import Path

import pytest

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile
from tests.sources.warcs import HTML, Record, packed

SMALL = ReadSettings(max_page_bytes=5000, max_unpack_ratio=20)
URLS = [f"https://gazette.example/{n}" for n in range(3)]


def read(
    tmp_path: Path, data: bytes, name: str = "c.warc.gz", settings: ReadSettings | None = None
) -> tuple[list[Page], dict[str, str]]:
    (tmp_path / name).write_bytes(data)
    items = list(open_pile([tmp_path / name], settings or ReadSettings()))
    rejected = {i.page: i.reason for i in items if isinstance(i, Rejection)}
    assert all(i.detail.endswith(".") for i in items if isinstance(i, Rejection))
    return [i for i in items if isinstance(i, Page)], rejected


def three(how: str) -> list[bytes]:
    return [packed([Record(url, f"<p>Page {url}".encode() * 20)], how) for url in URLS]


@pytest.mark.parametrize("how", ["plain", "gz", "zst"])
def test_a_crawl_gives_its_pages(tmp_path: Path, how: str) -> None:
    """Address and fetch time come along, and each page's locator is the offset of its record."""
    parts = three(how)
    name = "c.warc" if how == "plain" else f"c.warc.{how}"
    pages, rejected = read(tmp_path, b"".join(parts), name)
    assert [p.id for p in pages] == [p.given.url for p in pages] == URLS
    assert {p.given.fetched for p in pages} == {"2026-03-11T08:12:00Z"}
    offsets = [0, len(parts[0]), len(parts[0]) + len(parts[1])]
    assert [p.locator for p in pages] == [f"{tmp_path}/{name}#{at}" for at in offsets]
    assert rejected == {}


def test_a_crawl_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    """Some tools gzip the file and not its records."""
    pages, _ = read(tmp_path, gzip.compress(b"".join(three("plain"))))
    assert [p.id for p in pages] == URLS


def test_records_that_are_no_pages_are_counted(tmp_path: Path) -> None:
    """Pictures, redirects, requests and lists for robots make one row together."""
    records = [
        Record("https://gazette.example/a.png", b"PNG", "Content-Type: image/png"),
        Record("https://gazette.example/old", b"", "Location: /new", "301 Moved"),
        Record("https://gazette.example/robots.txt", b"User-agent: *", "Content-Type: text/plain"),
        Record(type="request"),
        Record(),
    ]
    (tmp_path / "c.warc").write_bytes(packed(records, "plain"))
    page, told = open_pile([tmp_path], ReadSettings())
    assert isinstance(page, Page)
    assert isinstance(told, Rejection)
    assert (told.page, told.reason) == ("c.warc", "not_pages")
    assert "1 image, 1 request, 1 status 301, 1 text" in told.detail


def test_other_records_that_hold_text_are_pages(tmp_path: Path) -> None:
    """`resource` as HTML, and the plain text of `conversion`."""
    resource = Record(URLS[0], b"<p>Hi", type="resource")
    text = Record(URLS[1], b"Hi there", type="conversion", block_type="text/plain")
    pages, _ = read(tmp_path, packed([resource, text]))
    assert [(p.media, p.data) for p in pages] == [("html", b"<p>Hi"), ("text", b"Hi there")]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(b"<p>Hi", mtime=0)),
        ("Content-Encoding: gzip", b"<p>Hi"),
        ("Transfer-Encoding: chunked", b"5\r\n<p>Hi\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", b"<p>Hi"),
        ("Content-Encoding: identity", b"<p>Hi"),
    ],
)
def test_http_encodings_are_taken_off(tmp_path: Path, head: str, body: bytes) -> None:
    """Where the body has them: crawlers leave the header when they take the encoding off."""
    (page,), _ = read(tmp_path, packed([Record(body=body, head=f"{HTML}\r\n{head}")]))
    assert page.data == b"<p>Hi"


def test_a_charset_of_the_header_is_kept(tmp_path: Path) -> None:
    """Pages whose markup names none keep their letters, and a lie does no harm."""
    told = f"{HTML}; charset=iso-8859-1"
    old = Record(URLS[0], "<p>Käse".encode("latin-1"), told)
    lie = Record(URLS[1], "<p>Käse".encode(), told)
    nonsense = Record(URLS[2], b"<p>K", f"{HTML}; charset=punycode\x01")
    pages, _ = read(tmp_path, packed([old, lie, nonsense]))
    assert [p.data.decode("utf-8-sig") for p in pages] == ["<p>Käse", "<p>Käse", "<p>K"]


def test_a_page_above_the_bound_is_told(tmp_path: Path) -> None:
    """Plain, or once its encoding is taken off; the pages after it are read."""
    large = Record(URLS[0], b"x" * 6000)
    bomb = Record(URLS[1], gzip.compress(b"x" * 100_000), f"{HTML}\r\nContent-Encoding: gzip")
    pages, rejected = read(tmp_path, packed([large, bomb, Record(URLS[2])], "plain"), settings=SMALL)
    assert [p.id for p in pages] == URLS[2:]
    assert rejected == {URLS[0]: "too_large", URLS[1]: "too_large"}


def test_an_archive_that_unpacks_without_end_is_left(tmp_path: Path) -> None:
    """What came before is kept."""
    data = packed([Record(URLS[0]), Record(URLS[1], b"x" * 1_000_000), Record(URLS[2])])
    pages, rejected = read(tmp_path, data, settings=SMALL)
    assert [p.id for p in pages] == URLS[:1]
    assert rejected["c.warc.gz"] == "too_large"


@pytest.mark.parametrize("how", ["plain", "gz", "zst"])
def test_a_damaged_record_does_not_end_the_crawl(tmp_path: Path, how: str) -> None:
    """Reading goes on where the next record begins."""
    first, second, third = three(how)
    broken = bytearray(second)
    if how == "plain":
        broken[:] = second.replace(b"Content-Length", b"Content-Lingth")
    else:
        broken[len(second) // 2 : len(second) // 2 + 8] = b"\xff" * 8
    pages, rejected = read(tmp_path, first + bytes(broken) + third)
    assert {URLS[0], URLS[2]} <= {p.id for p in pages}
    assert "broken_warc" in rejected.values()


@pytest.mark.parametrize("how", ["plain", "gz", "zst"])
def test_a_truncated_crawl_gives_what_is_whole(tmp_path: Path, how: str) -> None:
    """The page that was cut is told, not passed off as whole."""
    pages, rejected = read(tmp_path, b"".join(three(how))[:-60])
    assert [p.id for p in pages] == URLS[:2]
    assert set(rejected.values()) <= {"truncated", "broken_warc", "not_pages"}
    assert rejected


@pytest.mark.parametrize("length", [b"20", b"-5", b"99999999999999999999", b"7000000", b"", b"1e3"])
def test_a_record_with_a_wrong_length_does_not_end_the_crawl(tmp_path: Path, length: bytes) -> None:
    """Too short, too long, or no number: it is told, and other records are not taken for its text."""
    first, second, third = three("plain")
    lied = re.sub(rb"Content-Length: \d+", b"Content-Length: " + length, second)
    pages, rejected = read(tmp_path, first + lied + third, "c.warc")
    assert pages[0].id == URLS[0]
    assert all(b"WARC/1" not in p.data for p in pages)
    assert rejected


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    """Garbage called WARC is one row; an empty file holds no pages."""
    assert read(tmp_path, b"garbage" * 100) == ([], {"c.warc.gz#0": "broken_warc"})
    assert read(tmp_path, b"") == ([], {})


def test_the_same_address_twice_keeps_both_pages(tmp_path: Path) -> None:
    """A page that was crawled again after a change gets a name of its own; the same bytes count once."""
    again = Record(body=b"<p>The ferry was early.")
    pages, rejected = read(tmp_path, packed([Record(), again, Record()]))
    address = "https://gazette.example/tram"
    assert sorted(p.id for p in pages) == [address, f"{address}~2"]
    assert list(rejected.values()) == ["same_page"]


def test_a_crawl_streams(tmp_path: Path) -> None:
    """Nothing after the first page is held while it is looked at: the rest may be gone by then."""
    many = [Record(f"https://gazette.example/{n}", f"<p>{n}".encode() * 5000) for n in range(40)]
    (tmp_path / "c.warc").write_bytes(packed(many, "plain"))
    pile = open_pile([tmp_path / "c.warc"], ReadSettings())
    assert isinstance(next(pile), Page)
    (tmp_path / "c.warc").write_bytes(b"")
    assert sum(isinstance(item, Page) for item in pile) < 38
