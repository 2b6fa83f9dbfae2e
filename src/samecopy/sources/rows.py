"""Tables of pages, one row at a time: JSONL, CSV and Parquet here, JSON in `objects`, XML in `items`.

A row is a mapping from our column names (`columns`) to cells, with its number from 1. A row that
cannot be read is an `UnreadablePage` in its place and the rows after it are still read; a file that
cannot be read further ends with one. Memory is bounded by the largest row, not by the file.
"""

import csv
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from samecopy.errors import UnreadablePage
from samecopy.settings import ReadSettings
from samecopy.sources.columns import COLUMNS, Cell, Line, Rows, known_columns
from samecopy.sources.files import Found
from samecopy.sources.items import read_items
from samecopy.sources.objects import Shapes, decoded, read_objects
from samecopy.sources.unpack import bounded_lines, open_stream

_DELIMITERS = (",", ";", "\t", "|")
_BATCH_ROWS = 64  # of at most 20 MB each; larger batches were no faster on article-sized rows


def read_rows(found: Found, settings: ReadSettings) -> Rows:
    """The rows of a JSONL, JSON, CSV, Parquet, feed or wire file.

    Raises:
        UnreadablePage: the file cannot be opened, or not be read further.
    """
    reader = _READERS[found.kind]
    with open_stream(found, settings) as stream:
        yield from reader(stream, found, settings)


def _jsonl(stream: BinaryIO, found: Found, settings: ReadSettings) -> Rows:
    shapes = Shapes()
    for number, line in bounded_lines(stream, settings.max_page_bytes):
        if line is None:
            yield number, _long_row(found, number, settings)
            continue
        if not line.strip():
            continue
        where, mend = f"{found.locator}, line {number},", "Write one object per line."
        row = decoded(line, where, mend)
        if isinstance(row, UnreadablePage):
            yield number, row
            continue
        if not isinstance(row, dict):
            yield number, UnreadablePage("not_an_object", f"{where} is JSON but not an object. {mend}")
            continue
        yield Line(number, shapes.cells(row))


def _long_row(found: Found, number: int, settings: ReadSettings) -> UnreadablePage:
    detail = (
        f"{found.locator}, row {number}, is longer than {settings.max_page_bytes:,} bytes, too much for one "
        "page. Check that its lines end where its articles do."
    )
    return UnreadablePage("too_large", detail)


def _csv(stream: BinaryIO, found: Found, settings: ReadSettings) -> Rows:
    lines = _csv_lines(stream, found, settings)
    header = next(lines, "")
    delimiter = _delimiter(header)
    # the standard library keeps this bound for the whole process; it is only ever raised
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_page_bytes))
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error as error:
        detail = f"{found.locator} cannot be read as CSV: its first row is broken ({error}). Write it again."
        yield 1, UnreadablePage("broken_csv", detail)
        return
    columns = {ours: names.index(theirs) for ours, theirs in known_columns(names).items()}
    number = 0
    try:
        for number, record in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            if not any(cell.strip() for cell in record):
                continue
            if any(cell.strip() for cell in record[len(names) :]):
                detail = (
                    f"{found.locator}, row {number}, has {len(record)} cells under {len(names)} headings. "
                    "Put quotation marks around cells that hold the delimiter."
                )
                yield number, UnreadablePage("broken_row", detail)
                continue
            yield Line(number, {ours: record[at] for ours, at in columns.items() if at < len(record)})
    except csv.Error as error:
        detail = (
            f"{found.locator} cannot be read as CSV after row {number} ({error}). "
            "Look for a quotation mark that is never closed."
        )
        yield number + 1, UnreadablePage("broken_csv", detail)


def _csv_lines(stream: BinaryIO, found: Found, settings: ReadSettings) -> Iterator[str]:
    """Lines as UTF-8, or as spreadsheets write them when it is not; no byte is refused."""
    for number, line in bounded_lines(stream, settings.max_page_bytes):
        if line is None:
            # a record may span lines, so what follows cannot be told from the rest of this one
            raise _long_row(found, number, settings)
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")


def _delimiter(header: str) -> str:
    """The delimiter under which the header names most columns that we know.

    >>> _delimiter("url;title;text")
    ';'
    """

    def columns(delimiter: str) -> tuple[int, int]:
        try:
            names = next(csv.reader([header], delimiter=delimiter), [])
        except csv.Error:
            return (0, 0)
        return (len(known_columns(names)), len(names))

    return max(_DELIMITERS, key=columns)


def _parquet(stream: BinaryIO, found: Found, settings: ReadSettings) -> Rows:
    number = 0
    try:
        table = pq.ParquetFile(stream, pre_buffer=False)
        columns = known_columns(table.schema_arrow.names)
        for batch in table.iter_batches(_BATCH_ROWS, columns=sorted(columns.values()), use_threads=False):
            cells = {ours: _cells(batch.column(theirs)) for ours, theirs in columns.items()}
            for at in range(batch.num_rows):
                number += 1
                yield Line(number, {ours: column[at] for ours, column in cells.items()})
    except (pa.ArrowException, NotImplementedError, ValueError, OSError) as error:
        why = str(error).split("\n", 1)[0].rstrip(".")
        detail = f"{found.locator} cannot be read as Parquet after row {number} ({why}). Write it again."
        yield number + 1, UnreadablePage("broken_parquet", detail)


def _cells(column: pa.Array) -> list[Cell]:
    """Python values; times as ISO 8601 text, for nanoseconds do not fit a `datetime`."""
    if pa.types.is_timestamp(column.type):
        texts: list[str | None] = column.cast(pa.string()).to_pylist()
        return [text and text.replace(" ", "T", 1) for text in texts]
    cells: list[Cell] = column.to_pylist()
    return cells


_READERS = {"jsonl": _jsonl, "json": read_objects, "csv": _csv, "parquet": _parquet, "xml": read_items}


def wanted() -> str:
    """The columns that a table of pages may have, for messages."""
    return ", ".join(f"{ours} ({', '.join(names[1:3])})" for ours, names in COLUMNS if ours != "file")
