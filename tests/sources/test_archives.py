"""Zip archives and WACZ files are looked into, and nothing in them climbs out."""

import stat
import zipfile
from pathlib import Path

import pytest

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile
from tests.sources.warcs import Record, packed

SMALL = ReadSettings(max_page_bytes=2000, max_unpack_ratio=10)
TEXT = "The ferry to Norhaven will stay in port until the harbour wall is mended."


def archive(path: Path, **members: str | bytes) -> Path:
    """A zip; `__` stands for a slash, `_` for a dot."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def read(path: Path, settings: ReadSettings | None = None) -> tuple[list[Page], dict[str, str]]:
    items = list(open_pile([path], settings or ReadSettings()))
    assert all(i.detail.endswith(".") for i in items if isinstance(i, Rejection))
    rejected = {i.page: i.reason for i in items if isinstance(i, Rejection)}
    return [i for i in items if isinstance(i, Page)], rejected


def test_pages_and_tables_in_a_zip_are_read(tmp_path: Path) -> None:
    """Under their names in the archive, in the order of these."""
    archive(tmp_path / "a.zip", b__page_html="<p>Hello", a_txt=TEXT, rows_jsonl='{"text": "Hi"}\n')
    pages, rejected = read(tmp_path)
    assert [p.id for p in pages] == ["a.zip/a.txt", "a.zip/b/page.html", "a.zip/rows.jsonl#1"]
    assert pages[0].locator == f"{tmp_path}/a.zip/a.txt"
    assert rejected == {}


def test_what_lies_beside_pages_in_a_zip_is_known(tmp_path: Path) -> None:
    """A `pages.csv` in the archive tells of its files, and is no page."""
    archive(tmp_path / "a.zip", x__a_txt=TEXT, x__pages_csv="file,outlet\na.txt,The Herald\n")
    (page,), rejected = read(tmp_path / "a.zip")
    assert (page.id, page.given.outlet) == ("a.zip/x/a.txt", "The Herald")
    assert rejected == {}


@pytest.mark.parametrize("name", ["../up.txt", "a/../../up.txt", "/etc/up.txt", "C:\\up.txt", "..\\up.txt"])
def test_names_that_climb_out_are_refused(tmp_path: Path, name: str) -> None:
    """The member is told and left, the others are read."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(name, TEXT)
        file.writestr("b.txt", TEXT)
    pages, rejected = read(tmp_path / "a.zip")
    assert [p.id for p in pages] == ["a.zip/b.txt"]
    assert list(rejected.values()) == ["climbs_out"]
    assert {p.name for p in tmp_path.iterdir()} == {"a.zip"}


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    """There is nothing to call its page by."""
    data = archive(tmp_path / "a.zip", x=TEXT).read_bytes()
    for head, at in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        begin = data.index(head)
        data = data[: begin + at] + b"\0\0\1\0" + data[begin + at + 4 :]  # its name becomes its extra field
    (tmp_path / "a.zip").write_bytes(data)
    pages, rejected = read(tmp_path)
    assert pages == []
    assert set(rejected.values()) <= {"climbs_out", "broken_zip"}
    assert rejected


def test_links_in_a_zip_are_refused(tmp_path: Path) -> None:
    """What they point at is not read."""
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(link, "/etc/passwd")
    assert read(tmp_path) == ([], {"a.zip/a.txt": "link_in_archive"})


def test_two_members_of_one_name_are_two_pages(tmp_path: Path) -> None:
    """None is lost."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("a.txt", TEXT + " Again.")
    pages, rejected = read(tmp_path)
    assert sorted(p.id for p in pages) == ["a.zip/a.txt", "a.zip/a.txt~2"]
    assert rejected == {}


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    """It cannot be read without its password."""
    path = archive(tmp_path / "a.zip", a_txt=TEXT)
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag in the file's header …
    data[data.rfind(b"PK\x01\x02") + 8] |= 1  # … and in the archive's list
    path.write_bytes(bytes(data))
    assert read(path) == ([], {"a.zip/a.txt": "encrypted"})


def test_an_archive_in_an_archive_is_told(tmp_path: Path) -> None:
    """Archives are looked into once, for they nest without end."""
    inner = archive(tmp_path / "inner.zip", a_txt=TEXT).read_bytes()
    path = archive(tmp_path / "a.zip", inner_zip=inner)
    assert read(path) == ([], {"a.zip/inner.zip": "nested_archive"})


def test_a_zip_bomb_is_told(tmp_path: Path) -> None:
    """What unpacks to far more than text does is not unpacked."""
    archive(tmp_path / "a.zip", a_txt=b"x" * 1_000_000)
    archive(tmp_path / "b.zip", **{f"{n}_txt": b"x" * 1900 for n in range(100)})
    assert read(tmp_path, SMALL) == ([], {"a.zip": "too_large", "b.zip": "too_large"})


def test_a_list_of_members_without_end_is_told(tmp_path: Path) -> None:
    """The list is not read when it is longer than the settings allow."""
    archive(tmp_path / "a.zip", **{f"{n}_txt": TEXT for n in range(50)})
    assert read(tmp_path, ReadSettings(max_index_bytes=1000)) == ([], {"a.zip": "too_large"})


def test_a_damaged_zip_is_told(tmp_path: Path) -> None:
    """Cut short it cannot be listed; a garbled member is one row and the others are read."""
    path = archive(tmp_path / "a.zip", a_txt=TEXT * 5, b_txt=TEXT)
    data = path.read_bytes()
    path.write_bytes(data[:50] + b"garbled!" + data[58:])
    (tmp_path / "cut.zip").write_bytes(data[:-30])
    pages, rejected = read(tmp_path)
    assert [p.id for p in pages] == ["a.zip/b.txt"]
    assert rejected == {"a.zip/a.txt": "broken_zip", "cut.zip": "broken_zip"}


def test_a_name_that_is_not_text_where_it_stands_is_told(tmp_path: Path) -> None:
    """The name is listed as UTF-8 and garbled before the member itself: that member is a rejected row."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("é.txt", TEXT)
        made.writestr("b.txt", TEXT)
    data = path.read_bytes()
    name = "é.txt".encode()
    at = data.index(name)
    path.write_bytes(data[:at] + b"\xe3" + data[at + 1 :])
    pages, rejected = read(tmp_path)
    assert ([p.id for p in pages], rejected) == (["a.zip/b.txt"], {"a.zip/é.txt": "broken_zip"})


def test_a_zip_under_another_name_is_known_by_its_head(tmp_path: Path) -> None:
    """A download without a suffix."""
    archive(tmp_path / "download", a_txt=TEXT)
    pages, _ = read(tmp_path)
    assert [p.id for p in pages] == ["download/a.txt"]


def test_hidden_files_and_assets_in_a_zip_are_no_pages(tmp_path: Path) -> None:
    """As in a directory: what browsers and systems put beside pages is left."""
    path = archive(tmp_path / "a.zip", page_html="<p>Hi")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("page_files/frame.html", "<p>advertisement")
        file.writestr("__MACOSX/._page.html", "x")
        file.writestr(".git/config", "x")
    pages, rejected = read(path)
    assert [p.id for p in pages] == ["a.zip/page.html"]
    assert rejected == {"a.zip/page_files": "page_assets"}


def test_the_crawl_in_a_wacz_is_read(tmp_path: Path) -> None:
    """Its WARC files; indexes and lists are not."""
    with zipfile.ZipFile(tmp_path / "c.wacz", "w") as file:
        file.writestr("archive/data.warc.gz", packed([Record()]))
        file.writestr("indexes/index.cdx.gz", b"")
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://a.example"}\n')
        file.writestr("datapackage.json", "{}")
    (page,), rejected = read(tmp_path)
    assert page.given.url == "https://gazette.example/tram"
    assert page.locator == f"{tmp_path}/c.wacz/archive/data.warc.gz#0"
    assert rejected == {}
