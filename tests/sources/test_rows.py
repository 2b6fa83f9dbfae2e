"""Tables of pages, row by row."""

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile

SMALL = ReadSettings(max_page_bytes=200)


def read(path: Path, settings: ReadSettings | None = None) -> tuple[list[Page], list[tuple[str, str]]]:
    items = list(open_pile([path], settings or ReadSettings()))
    return [i for i in items if isinstance(i, Page)], [
        (i.page, i.reason) for i in items if isinstance(i, Rejection)
    ]


def test_a_broken_line_does_not_stop_the_table(tmp_path: Path) -> None:
    """Each unusable JSONL line is one rejection in its place; the rest is read."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "one"}\n{"text": \n[1]\n\n{"title": "x"}\n{"text": "\xff"}\n{"text": "six"}')
    pages, rejected = read(path)
    assert [p.id for p in pages] == ["rows.jsonl#1", "rows.jsonl#7"]
    assert rejected == [
        ("rows.jsonl#2", "broken_json"),
        ("rows.jsonl#3", "not_an_object"),
        ("rows.jsonl#5", "no_text"),
        ("rows.jsonl#6", "broken_json"),
    ]


def test_a_line_above_the_bound_is_skipped_unread(tmp_path: Path) -> None:
    """The over-long line is rejected, the next one read."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "' + "x" * 500_000 + '"}\n{"text": "two"}\n')
    pages, rejected = read(path, SMALL)
    assert [p.data for p in pages] == [b"two"]
    assert rejected == [("rows.jsonl#1", "too_large")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_and_wide_letters_are_understood(tmp_path: Path, encoding: str) -> None:
    """A byte order mark or UTF-16, as shells and spreadsheets write them, does not hide the first column."""
    (tmp_path / "a.jsonl").write_bytes('{"text": "Ühr"}\n{"text": "zwo"}\n'.encode(encoding))
    (tmp_path / "b.csv").write_bytes("text\ttitle\nEins\tTitel\n".encode(encoding))
    pages, rejected = read(tmp_path)
    assert [p.data.decode() for p in pages] == ["Ühr", "zwo", "Eins"]
    assert rejected == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    """The delimiter is the one under which the header names columns that are known."""
    path = tmp_path / "rows.csv"
    path.write_text(
        delimiter.join(("id", "Outlet", "text"))
        + "\n"
        + delimiter.join(("7", "Herald", '"a, b; c\nd"'))
        + "\n"
    )
    (page,), _ = read(path)
    assert (page.id, page.given.outlet, page.data) == ("7", "Herald", b"a, b; c\nd")


def test_a_table_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    """A line that is not UTF-8 is taken for what spreadsheets write."""
    path = tmp_path / "rows.csv"
    path.write_bytes("text\nKäse “gut”\n".encode("cp1252"))
    (page,), _ = read(path)
    assert page.data.decode() == "Käse “gut”"


def test_a_cell_longer_than_the_library_allows_is_read(tmp_path: Path) -> None:
    """The bound on a cell is ours, not the 131,072 letters of the standard library."""
    path = tmp_path / "rows.csv"
    path.write_text("id,text\n1," + "word " * 40_000 + "\n")
    (page,), _ = read(path)
    assert len(page.data) > 131_072


def test_too_many_cells_reject_the_row(tmp_path: Path) -> None:
    """A delimiter inside an unquoted text would cut it short, so the row is refused."""
    path = tmp_path / "rows.csv"
    path.write_text("id,text\n1,one, two\n2,two\n")
    pages, rejected = read(path)
    assert [p.id for p in pages] == ["2"]
    assert rejected == [("rows.csv#1", "broken_row")]


def test_a_quotation_mark_never_closed_is_bounded(tmp_path: Path) -> None:
    """It swallows no more than one page's worth of lines and is told."""
    path = tmp_path / "rows.csv"
    path.write_text('id,text\n1,one\n2,"two\n' + "and so on\n" * 100)
    pages, rejected = read(path, SMALL)
    assert [p.id for p in pages] in (["1"], ["1", "2"])
    assert rejected[0][1] in ("broken_csv", "too_large")


@pytest.mark.parametrize("name", ["table.csv", "table.parquet"])
def test_a_table_without_texts_is_rejected_once(tmp_path: Path, name: str) -> None:
    """Not one rejection per row, and the sentence says which columns are known."""
    if name.endswith("csv"):
        (tmp_path / name).write_text("id,shares\n1,2\n2,3\n")
    else:
        pq.write_table(pa.table({"id": ["1", "2"], "shares": [2, 3]}), tmp_path / name)
    (rejection,) = open_pile([tmp_path], ReadSettings())
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "no_text_column"
    assert "body" in rejection.detail


def test_parquet_rows_are_pages(tmp_path: Path) -> None:
    """Numbers, dates and times of a typed table become text."""
    times = pa.array([1_000_000_000_123_456_789, None], pa.timestamp("ns"))
    table = pa.table({"id": [7, 8], "date": times, "text": ["one", "two"], "source": ["Herald", None]})
    pq.write_table(table, tmp_path / "rows.parquet")
    pages, rejected = read(tmp_path)
    assert [(p.id, p.data) for p in pages] == [("7", b"one"), ("8", b"two")]
    assert (pages[0].given.published or "")[:19] == "2001-09-09T01:46:40"
    assert (pages[0].given.outlet, pages[1].given.published) == ("Herald", None)
    assert rejected == []


def test_calendar_days_of_a_typed_table_are_iso(tmp_path: Path) -> None:
    """A date column gives `YYYY-MM-DD`."""
    table = pa.table({"published": [datetime.date(2031, 5, 6)], "text": ["one"]})
    pq.write_table(table, tmp_path / "rows.parquet")
    (page,), _ = read(tmp_path)
    assert page.given.published == "2031-05-06"


def test_a_damaged_parquet_file_is_rejected(tmp_path: Path) -> None:
    """Bytes that only claim to be Parquet are one rejection."""
    (tmp_path / "rows.parquet").write_bytes(b"PAR1 not really PAR1")
    assert read(tmp_path) == ([], [("rows.parquet#1", "broken_parquet")])


def test_many_batches_keep_their_numbers(tmp_path: Path) -> None:
    """Row numbers run on over the batches in which a file is read."""
    pq.write_table(pa.table({"text": [f"text {n}" for n in range(300)]}), tmp_path / "rows.parquet")
    pages, _ = read(tmp_path)
    assert [p.id for p in pages] == [f"rows.parquet#{n}" for n in range(1, 301)]


def test_a_broken_heading_is_told(tmp_path: Path) -> None:
    """A carriage return in the middle of the first row of a CSV."""
    (tmp_path / "a.csv").write_bytes(b"text,ti\rtle\nHello,Hi\n")
    assert read(tmp_path / "a.csv") == ([], [("a.csv#1", "broken_csv")])
