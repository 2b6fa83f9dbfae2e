"""A pile: whatever lies in the named paths, as pages.

`files` lists, `unpack` gives bytes, `rows` reads tables, `beside` knows what lies beside, `naming`
settles ids. A pile is read twice, once for the digests and once for the pages, so that names do not
depend on order and memory does not grow with the pages.
"""

import hashlib
import re
import shutil
import sys
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from samecopy.errors import UnreadablePage
from samecopy.records import Given, Page, Rejection
from samecopy.records.page import MediaType
from samecopy.settings import ReadSettings
from samecopy.sources.beside import Beside, gather, told_of
from samecopy.sources.columns import Cell, as_text, given, merged
from samecopy.sources.files import STDIN, Found, list_files
from samecopy.sources.mhtml import main_part
from samecopy.sources.naming import Naming, Survey, name_pages
from samecopy.sources.rows import Line, read_rows, wanted
from samecopy.sources.unpack import read_page_bytes, too_large

_TABLES = ("jsonl", "csv", "parquet")
_HEAD = 1 << 16  # addresses stand in the head of a page
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype\s+html|<html|<head|<body)", re.IGNORECASE
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?(?!utf-?8)[a-z]", re.IGNORECASE)
_ADDRESS = re.compile(
    rb"<link\b(?=[^>]*\brel=[\"']?canonical)[^>]*\bhref=[\"']?([^\"'\s>]+)"
    rb"|<meta\b(?=[^>]*og:url)[^>]*\bcontent=[\"']?([^\"'\s>]+)"
    rb"|<!-- saved from url=\(\d+\)(\S+) -->",
    re.IGNORECASE,
)


def open_pile(paths: Sequence[Path], settings: ReadSettings) -> Iterator[Page | Rejection]:
    """The pages of a mixed pile, and a rejection for each thing in it that is none.

    Directories are walked whole (hidden files skipped). Read are saved HTML and MHTML, plain text,
    JSONL, CSV and Parquet, each also as `.gz`; `-` is JSONL on standard input. What `pages.csv` or
    `pages.jsonl` in a directory tells of its files is given with them. Pages come in the order of their
    files' ids, rows in the order of their table, in whatever order the paths are named.

    Ids: a file's path below the root; a row's `id`, else its url, else `table.jsonl#3`. Of pages with
    one id the later ones, in the order of their digests, get `~2`, `~3`.

    Raises:
        InputError: a path does not exist. Nothing else stops a pile.

    >>> list(open_pile([], ReadSettings()))
    []
    """
    return _open(list_files(paths), settings)


def _open(items: list[Found | Rejection], settings: ReadSettings) -> Iterator[Page | Rejection]:
    with ExitStack() as spools:
        items = [_spooled(item, spools) if isinstance(item, Found) else item for item in items]
        told, tellers = gather([item for item in items if isinstance(item, Found)], settings)
        items = [i for i in items if isinstance(i, Rejection) or str(i.path) not in tellers]
        survey = Survey()
        for item in _pages(items, told, settings):
            if isinstance(item, Page):
                survey.add(item)
        naming = name_pages(survey)
        at = -1
        for item in _pages(items, told, settings):
            if isinstance(item, Page):
                at += 1
                yield _settled(item, at, survey, naming)
            else:
                yield item
        for beside in sorted(told, key=lambda beside: str(beside.folder)):
            yield from beside.rejected


def _spooled(found: Found, spools: ExitStack) -> Found:
    """Standard input as a file, for it cannot be read twice."""
    if found.path != STDIN:
        return found
    path = Path(spools.enter_context(tempfile.TemporaryDirectory(prefix="samecopy-"))) / "stdin.jsonl"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return replace(found, path=path)


def _settled(page: Page, at: int, survey: Survey, naming: Naming) -> Page | Rejection:
    """The page under its final id, unless it is there already."""
    if at >= len(survey.ids) or bytes.fromhex(page.digest) != survey.content(at):
        detail = f"{page.locator} changed while the pile was read. Read it again when nothing writes there."
        return Rejection(page.id, page.locator, "changed", detail)
    if at in naming.same_as:
        detail = (
            f"{page.locator} is the same page as {naming.same_as[at]}: the same bytes, outlet and address. "
            "It was counted once; if two outlets carried it, give each its outlet or url."
        )
        return Rejection(page.id, page.locator, "same_page", detail)
    return replace(page, id=naming.renamed[at]) if at in naming.renamed else page


def _pages(
    items: Sequence[Found | Rejection], told: Sequence[Beside], settings: ReadSettings
) -> Iterator[Page | Rejection]:
    for item in items:
        if isinstance(item, Rejection):
            yield item
            continue
        try:
            if item.kind in _TABLES:
                yield from _table(item, told, settings)
            else:
                yield _single(item, told, settings)
        except UnreadablePage as error:
            yield Rejection(item.id, item.locator, error.reason, error.detail)


def _single(found: Found, told: Sequence[Beside], settings: ReadSettings) -> Page:
    if found.kind == "other" and not found.named and not _markup_file(found, settings):
        detail = (
            f"{found.locator} is of no kind that can be a page. "
            "Saved HTML, .txt, .jsonl, .csv and .parquet are; rename it if it is one."
        )
        raise UnreadablePage("unknown_kind", detail)
    data, address = read_page_bytes(found, settings), None
    if found.kind == "mhtml":
        data, address = main_part(data, found.locator)
    media = _media(found, data)
    if address is None and media == "html":
        address = _address(data)
    known = told_of(found.path, address, told)
    if found.kind == "mhtml":
        known = merged(known, Given(url=address))
    return Page(found.id, found.locator, media, data, _digest(data), known)


def _markup_file(found: Found, settings: ReadSettings) -> bool:
    """Whether a file with a suffix of its own (`news.php`) begins as HTML does."""
    try:
        with found.path.open("rb") as file:
            return _MARKUP.match(file.read(1024)) is not None
    except OSError:
        return False


def _media(found: Found, data: bytes) -> MediaType:
    """Raises `UnreadablePage` where neither the name nor the bytes say what it is."""
    if found.kind in ("html", "mhtml") or _MARKUP.match(data[:1024]):
        return "html"
    if found.kind == "text":
        return "text"
    try:
        if "\0" not in data.decode("utf-8"):
            return "text"
    except UnicodeDecodeError:
        pass
    detail = f"{found.locator} is not text in UTF-8. If it is a page, name it .txt or .html."
    raise UnreadablePage("not_text", detail)


def _address(data: bytes) -> str | None:
    """The page's own address, where its head tells it."""
    match = _ADDRESS.search(data, 0, _HEAD)
    return next(group for group in match.groups() if group).decode("utf-8", "replace") if match else None


def _table(found: Found, told: Sequence[Beside], settings: ReadSettings) -> Iterator[Page | Rejection]:
    for row in read_rows(found, settings):
        number = row.number if isinstance(row, Line) else row[0]
        name, locator = f"{found.id}#{number}", f"{found.locator}#{number}"
        if isinstance(row, Line) and found.kind != "jsonl" and not {"text", "html"} & row.cells.keys():
            raise _no_text_column(found, row)
        try:
            if not isinstance(row, Line):
                raise row[1]
            yield _row_page(row, name, locator, told, found.path, settings)
        except UnreadablePage as error:
            yield Rejection(name, locator, error.reason, error.detail)


def _no_text_column(found: Found, row: Line) -> UnreadablePage:
    detail = f"{found.locator} has no column for the text. Columns that are read: {wanted()}."
    if "file" in row.cells:
        detail += " If it tells of files, call it pages.csv and name the directory that holds it and them."
    return UnreadablePage("no_text_column", detail)


def _row_page(
    row: Line, name: str, locator: str, told: Sequence[Beside], path: Path, settings: ReadSettings
) -> Page:
    media, text = _content(row)
    if text is None:
        detail = f"{locator} has no text. Fill its column `text` or `html`, or drop the row."
        raise UnreadablePage("no_text", detail)
    data = text.encode("utf-8", "replace")
    if media == "html" and _CHARSET.search(data, 0, _HEAD):
        data = BOM_UTF8 + data  # the markup names the charset that it had before it became a cell
    if len(data) > settings.max_page_bytes:
        raise too_large(locator, settings.max_page_bytes)
    known = given(row.cells)
    known = merged(known, told_of(path, known.url, told))
    identity = " ".join((as_text(row.cells.get("id")) or known.url or name).split())
    return Page(identity, locator, media, data, _digest(data), known)


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
    return _MARKUP.match(text[:1024].encode("utf-8", "replace")) is not None


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
