"""A mixed pile becomes pages and rejections."""

import gzip
import io
import json
from pathlib import Path

import pytest

from samecopy.errors import InputError
from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile

SMALL = ReadSettings(max_page_bytes=2000, max_unpack_ratio=5)
TEXT = "The ferry to Norhaven will stay in port until the harbour wall is mended."


def pages(*paths: Path, settings: ReadSettings | None = None) -> list[Page]:
    return [p for p in open_pile(paths, settings or ReadSettings()) if isinstance(p, Page)]


def rejections(*paths: Path, settings: ReadSettings | None = None) -> list[Rejection]:
    return [p for p in open_pile(paths, settings or ReadSettings()) if isinstance(p, Rejection)]


def reasons(*paths: Path, settings: ReadSettings | None = None) -> list[tuple[str, str]]:
    return [(r.page, r.reason) for r in rejections(*paths, settings=settings)]


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")


def jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_directory_is_read_whole_and_in_order(tmp_path: Path) -> None:
    """Files of all depths come sorted by their path below the root; hidden ones do not come."""
    (tmp_path / "sub").mkdir()
    write(tmp_path, b__txt=TEXT, a__html="<p>Hello", __hidden="no")
    (tmp_path / "sub" / "c.text").write_text(TEXT + "!")
    found = pages(tmp_path)
    assert [(p.id, p.media) for p in found] == [("a.html", "html"), ("b.txt", "text"), ("sub/c.text", "text")]
    assert reasons(tmp_path) == []


def test_a_file_named_directly_is_called_by_its_name(tmp_path: Path) -> None:
    """The id of a single file is its file name; the locator is its path."""
    write(tmp_path, a__txt=TEXT)
    (page,) = pages(tmp_path / "a.txt")
    assert (page.id, page.locator, page.data) == ("a.txt", str(tmp_path / "a.txt"), TEXT.encode())


def test_a_path_that_does_not_exist_is_the_callers_error(tmp_path: Path) -> None:
    """It is raised at once, before a page is taken, and names the path."""
    with pytest.raises(InputError, match="nowhere does not exist"):
        open_pile([tmp_path / "nowhere"], ReadSettings())


def test_the_order_of_paths_changes_nothing(tmp_path: Path) -> None:
    """Two roots with files of one name give the same pages whichever is named first."""
    for name in "xy":
        (tmp_path / name).mkdir()
        write(tmp_path / name, page__txt=f"{TEXT} {name}", same__txt=TEXT)
    x, y = tmp_path / "x", tmp_path / "y"
    assert list(open_pile([x, y], ReadSettings())) == list(open_pile([y, x], ReadSettings()))
    assert sorted(p.id for p in pages(x, y)) == ["page.txt", "page.txt~2", "same.txt"]


def test_a_root_within_a_root_adds_nothing(tmp_path: Path) -> None:
    """A file that two named paths reach is one page, named from the higher one."""
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", a__txt=TEXT)
    assert [p.id for p in pages(tmp_path / "sub", tmp_path, tmp_path / "sub" / "a.txt")] == ["sub/a.txt"]
    assert reasons(tmp_path / "sub", tmp_path) == []


def test_the_same_page_twice_is_counted_once(tmp_path: Path) -> None:
    """Equal bytes with nothing known beside them: the second is rejected and names the first."""
    write(tmp_path, a__txt=TEXT, b__txt=TEXT)
    (rejection,) = rejections(tmp_path)
    assert (rejection.page, rejection.reason) == ("b.txt", "same_page")
    assert "a.txt" in rejection.detail


def test_two_outlets_may_carry_the_same_bytes(tmp_path: Path) -> None:
    """Equal bytes given for two outlets are two pages."""
    path = jsonl(
        tmp_path / "rows.jsonl",
        {"id": "1", "outlet": "Norhaven Herald", "text": TEXT},
        {"id": "2", "outlet": "Coast Courier", "text": TEXT},
        {"id": "3", "outlet": "coast courier", "text": TEXT},
    )
    assert [p.id for p in pages(path)] == ["1", "2"]
    assert reasons(path) == [("3", "same_page")]


def test_two_pages_with_one_address_are_both_kept(tmp_path: Path) -> None:
    """One URL with different bytes is two pages; the later digest gets `~2`, in any order of rows."""
    rows = [{"url": "https://herald.example/1", "text": text} for text in (TEXT, TEXT + " Updated.")]
    there = pages(jsonl(tmp_path / "there.jsonl", *rows))
    back = pages(jsonl(tmp_path / "back.jsonl", *reversed(rows)))
    assert {(p.id, p.digest) for p in there} == {(p.id, p.digest) for p in back}
    assert sorted(p.id for p in there) == ["https://herald.example/1", "https://herald.example/1~2"]


def test_a_suffix_never_takes_a_name_that_is_there(tmp_path: Path) -> None:
    """`x~2` stands in the pile already, so the second `x` becomes `x~3`."""
    rows = [{"id": name, "text": f"{TEXT} {n}"} for n, name in enumerate(("x", "x", "x~2"))]
    assert sorted(p.id for p in pages(jsonl(tmp_path / "rows.jsonl", *rows))) == ["x", "x~2", "x~3"]


def test_rows_are_called_by_id_then_url_then_place(tmp_path: Path) -> None:
    """A row's own id is taken first, then its url, then its file and line."""
    path = jsonl(
        tmp_path / "rows.jsonl",
        {"id": 7, "url": "https://a.example/7", "text": "one"},
        {"url": "https://a.example/8", "text": "two"},
        {"text": "three"},
    )
    found = pages(path)
    assert [p.id for p in found] == ["7", "https://a.example/8", "rows.jsonl#3"]
    assert [p.locator.rsplit("/", 1)[1] for p in found] == ["rows.jsonl#1", "rows.jsonl#2", "rows.jsonl#3"]


def test_what_a_row_gives_comes_with_its_page(tmp_path: Path) -> None:
    """Known columns and their synonyms become what is given; unknown ones are left."""
    row = {
        "Link": "https://a.example/7",
        "publisher": {"name": "Herald"},
        "publishedAt": "2031-05-06",
        "headline": "Ferry stays",
        "authors": ["A. Writer", "B. Writer"],
        "body": TEXT,
        "shares": 12,
    }
    (page,) = pages(jsonl(tmp_path / "rows.jsonl", row))
    assert (page.given.url, page.given.outlet) == ("https://a.example/7", "Herald")
    assert (page.given.published, page.given.title) == ("2031-05-06", "Ferry stays")
    assert page.given.byline == "A. Writer, B. Writer"
    assert (page.media, page.data) == ("text", TEXT.encode())


def test_markup_in_a_row_is_read_as_html(tmp_path: Path) -> None:
    """A whole document in `html` or `text` is HTML; a text beside a mere piece of markup is text."""
    path = jsonl(
        tmp_path / "rows.jsonl",
        {"id": "a", "html": "<html><p>Hello", "text": "Hello"},
        {"id": "b", "text": "<!DOCTYPE html><p>Hi"},
        {"id": "c", "html": "<p>Bonjour</p>", "text": "Bonjour"},
        {"id": "d", "html": "<p>Salut</p>"},
    )
    assert [(p.id, p.media) for p in pages(path)] == [
        ("a", "html"),
        ("b", "html"),
        ("c", "text"),
        ("d", "html"),
    ]


def test_html_in_a_row_keeps_its_letters(tmp_path: Path) -> None:
    """A charset that the markup names no longer holds for a cell: the bytes are marked as UTF-8."""
    row = {"html": '<html><meta charset="iso-8859-1"><p>Käse'}
    (page,) = pages(jsonl(tmp_path / "rows.jsonl", row))
    assert page.data.startswith(b"\xef\xbb\xbf")


def test_compressed_files_are_read(tmp_path: Path) -> None:
    """`.gz` is looked through for pages and for tables."""
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>Hello"))
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Hi"}\n'))
    assert [(p.id, p.media) for p in pages(tmp_path)] == [("a.html.gz", "html"), ("rows.jsonl.gz#1", "text")]


def test_standard_input_is_jsonl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads rows from standard input, beside other paths."""

    class Stdin:
        buffer = io.BytesIO(b'{"text": "Hello"}\n{"id": "x", "text": "Hi"}\n')

    write(tmp_path, a__txt=TEXT)
    monkeypatch.setattr("sys.stdin", Stdin())
    assert [p.id for p in pages(Path("-"), tmp_path)] == ["a.txt", "stdin#1", "x"]


def test_a_file_without_suffix_is_text_when_it_decodes(tmp_path: Path) -> None:
    """Bare names are looked at: HTML, text, or rejected."""
    (tmp_path / "page").write_text(TEXT)
    (tmp_path / "saved").write_text("<!doctype html><p>Hello")
    (tmp_path / "blob").write_bytes(b"\x00\x01\xff\xfe")
    assert [(p.id, p.media) for p in pages(tmp_path)] == [("page", "text"), ("saved", "html")]
    assert reasons(tmp_path) == [("blob", "not_text")]


def test_a_saved_page_under_another_suffix_is_known_by_its_head(tmp_path: Path) -> None:
    """`news.php` that begins as HTML is a page; a picture is none."""
    write(tmp_path, news__php="<html><p>Hello", logo__png="PNG")
    assert [(p.id, p.media) for p in pages(tmp_path)] == [("news.php", "html")]
    assert reasons(tmp_path) == [("logo.png", "unknown_kind")]


def test_the_assets_of_a_saved_page_are_no_pages(tmp_path: Path) -> None:
    """`page_files` beside `page.html` is one rejection, not one for each script."""
    (tmp_path / "page_files").mkdir()
    write(tmp_path, page__html="<p>Hello")
    write(tmp_path / "page_files", frame__html="<p>advertisement", script__js="x")
    assert [p.id for p in pages(tmp_path)] == ["page.html"]
    assert reasons(tmp_path) == [("page_files", "page_assets")]


def test_a_page_saved_as_a_single_file_is_unpacked(tmp_path: Path) -> None:
    """MHTML gives its HTML part, in the charset of its envelope, and the address it was saved from."""
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
    part = "Content-Type: text/html; charset=iso-8859-1\nContent-Location: https://a.example/1\n\n<p>Käse\n"
    (tmp_path / "a.mhtml").write_bytes((head + part + "--B--\n").encode("iso-8859-1"))
    (page,) = pages(tmp_path)
    assert (page.media, page.given.url) == ("html", "https://a.example/1")
    assert "Käse" in page.data.decode("utf-8-sig")


def test_an_envelope_without_a_page_is_rejected(tmp_path: Path) -> None:
    """MHTML without HTML in it says so."""
    write(tmp_path, a__mhtml="Content-Type: image/png\n\nxxxx")
    assert reasons(tmp_path) == [("a.mhtml", "broken_mhtml")]


def test_an_envelope_nested_without_end_is_rejected(tmp_path: Path) -> None:
    """Parts in parts; comments in comments of a header do no harm and take no time."""
    write(tmp_path, a__mhtml="Content-Type: multipart/mixed; boundary=B\n\n--B\n" * 1200 + "\n<p>Hi")
    write(tmp_path, b__mhtml="Content-Type: text/html; " + "(" * 20_000 + "\n\n<p>Hi")
    assert reasons(tmp_path) == [("a.mhtml", "broken_mhtml")]


def test_a_page_that_changes_while_the_pile_is_read_is_rejected(tmp_path: Path) -> None:
    """Names rest on the first reading; what differs in the second is not passed off as it."""
    write(tmp_path, a__txt=TEXT, b__txt=TEXT + "!")
    found = open_pile([tmp_path], ReadSettings())
    assert isinstance(next(found), Page)
    write(tmp_path, b__txt="other")
    assert [r.reason for r in found if isinstance(r, Rejection)] == ["changed"]


def test_an_empty_directory_gives_nothing(tmp_path: Path) -> None:
    """A pile of none is no error."""
    assert list(open_pile([tmp_path], ReadSettings())) == []
