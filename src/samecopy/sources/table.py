"""Rows of tables, feeds and wire files as pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from samecopy.errors import UnreadablePage
from samecopy.records import Page, Rejection
from samecopy.records.page import MediaType
from samecopy.settings import ReadSettings
from samecopy.sources.beside import Beside, told_of
from samecopy.sources.columns import Cell, Line, as_text, given, merged
from samecopy.sources.files import Found
from samecopy.sources.kinds import is_markup
from samecopy.sources.markup import digest_of, from_cell
from samecopy.sources.rows import read_rows, wanted
from samecopy.sources.unpack import too_large


def read_table(found: Found, told: Sequence[Beside], settings: ReadSettings) -> Iterator[Page | Rejection]:
    """The pages of a table in the order of its rows, a rejection in place of each that cannot be read.

    Raises:
        UnreadablePage: the file cannot be read, or has no column for the text.
    """
    for row in read_rows(found, settings):
        number = row.number if isinstance(row, Line) else row[0]
        name, locator = f"{found.id}#{number}", f"{found.locator}#{number}"
        if (
            isinstance(row, Line)
            and found.kind in ("csv", "parquet")
            and not {"text", "html"} & row.cells.keys()
        ):
            raise _no_text_column(found, row)
        try:
            if not isinstance(row, Line):
                raise row[1]
            yield _row_page(row, name, locator, told, found.path, settings)
        except UnreadablePage as error:
            yield Rejection(name, locator, error.reason, error.detail)


def _no_text_column(found: Found, row: Line) -> UnreadablePage:
    detail = f"{found.locator} has no column for the text. Columns that are read: {wanted()}."
    if row.cells.keys() & {"fetched", "url"} == {"fetched", "url"}:
        detail += " If it is an index of a crawl, name the WARC files that it tells of."
    elif "file" in row.cells:
        detail += " If it tells of files, call it pages.csv and name the directory that holds it and them."
    return UnreadablePage("no_text_column", detail)


def _row_page(
    row: Line, name: str, locator: str, told: Sequence[Beside], path: Path, settings: ReadSettings
) -> Page:
    media, text = _content(row)
    if text is None:
        detail = f"{locator} has no text. Fill its column `text` or `html`, or drop the row."
        raise UnreadablePage("no_text", detail)
    data = from_cell(text) if media == "html" else text.encode("utf-8", "replace")
    if len(data) > settings.max_page_bytes:
        raise too_large(locator, settings.max_page_bytes)
    known = given(row.cells)
    known = merged(known, told_of(path, known.url, told))
    identity = " ".join((as_text(row.cells.get("id")) or known.url or name).split())
    return Page(identity, locator, media, data, digest_of(data), known)


def _content(row: Line) -> tuple[MediaType, str | None]:
    """A whole HTML document where the row has one (dates and credits stand in its markup), else its
    text, else its piece of HTML."""
    html, text = _body(row.cells.get("html")), _body(row.cells.get("text"))
    if html and (text is None or _is_markup(html)):
        return "html", html
    if text and _is_markup(text):
        return "html", text
    return "text", text


def _body(cell: Cell) -> str | None:
    """A text cell as it is (offsets count in it); paragraphs in a list become lines."""
    if isinstance(cell, bytes):
        cell = cell.decode("utf-8", "replace")
    if isinstance(cell, list):
        cell = "\n".join(part for part in map(as_text, cell) if part)
    return cell if isinstance(cell, str) and cell.strip() else None


def _is_markup(text: str) -> bool:
    return is_markup(text[:1024].encode("utf-8", "replace"))
