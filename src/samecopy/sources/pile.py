"""A pile: whatever lies in the named paths, as pages.

`files` lists, `archives` looks into zip files, `unpack` gives bytes, `table` and `crawl` read files of many
pages, `beside` knows what lies beside, `naming` settles ids. A pile is read twice, once for the digests and
once for the pages, so that names do not depend on order and memory does not grow with the pages.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from samecopy.errors import UnreadablePage
from samecopy.records import Given, Page, Rejection
from samecopy.records.page import MediaType
from samecopy.settings import ReadSettings
from samecopy.sources.archives import looked_into
from samecopy.sources.beside import Beside, gather, told_of
from samecopy.sources.columns import merged
from samecopy.sources.crawl import read_crawl
from samecopy.sources.files import STDIN, Found, list_files
from samecopy.sources.kinds import is_markup, kind_by_head
from samecopy.sources.markup import address_in, digest_of
from samecopy.sources.mhtml import main_part
from samecopy.sources.naming import Naming, Survey, name_pages
from samecopy.sources.table import read_table
from samecopy.sources.unpack import read_head, read_page_bytes

_TABLES = ("jsonl", "json", "csv", "parquet", "xml")


def open_pile(paths: Sequence[Path], settings: ReadSettings) -> Iterator[Page | Rejection]:
    """The pages of a mixed pile, and a rejection for each thing in it that is none.

    Directories are walked whole (hidden files skipped), zip archives looked into. Read are saved HTML and
    MHTML, plain text, JSON, JSON lines, CSV, Parquet, feeds, wire items and WARC, each also as `.gz` and
    `.zst`; `-` is standard input, JSON lines unless its first bytes say otherwise. What `pages.csv` or
    `pages.jsonl` in a directory tells of its files is given with them. Pages come in the order of their
    files' ids, rows in the order of their table, in whatever order the paths are named.

    Ids: a file's path below the root; a row's `id`, else its url, else `table.jsonl#3`; a crawled page's
    address. Of pages with one id the later ones, in the order of their digests, get `~2`, `~3`.

    Raises:
        InputError: a path does not exist. Nothing else stops a pile.

    >>> list(open_pile([], ReadSettings()))
    []
    """
    return _open(list_files(paths), settings)


def _open(items: list[Found | Rejection], settings: ReadSettings) -> Iterator[Page | Rejection]:
    with ExitStack() as spools:
        items = [_spooled(i, spools, settings) if isinstance(i, Found) else i for i in items]
        items = looked_into(items, spools, settings)
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


def _spooled(found: Found, spools: ExitStack, settings: ReadSettings) -> Found:
    """Standard input as a file, for it cannot be read twice."""
    if found.path != STDIN:
        return found
    path = Path(spools.enter_context(tempfile.TemporaryDirectory(prefix="samecopy-"))) / "stdin.jsonl"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    spooled = replace(found, path=path)
    return replace(spooled, holds=kind_by_head(read_head(spooled, settings)))


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
            if item.kind == "warc":
                yield from read_crawl(item, settings)
            elif item.kind in _TABLES and not _is_xhtml(item, settings):
                yield from read_table(item, told, settings)
            else:
                yield _single(item, told, settings)
        except UnreadablePage as error:
            yield Rejection(item.id, item.locator, error.reason, error.detail)


def _single(found: Found, told: Sequence[Beside], settings: ReadSettings) -> Page:
    if found.kind == "other" and not found.named:
        detail = (
            f"{found.locator} is of no kind that can be a page. Saved HTML, .txt, .jsonl, .json, .csv, "
            ".parquet, .xml, .warc and .zip are; rename it if it is one."
        )
        raise UnreadablePage("unknown_kind", detail)
    data, address = read_page_bytes(found, settings), None
    if found.kind == "mhtml":
        data, address = main_part(data, found.locator)
    media = _media(found, data)
    if address is None and media == "html":
        address = address_in(data)
    known = told_of(found.path, address, told)
    if found.kind == "mhtml":
        known = merged(known, Given(url=address))
    return Page(found.id, found.locator, media, data, digest_of(data), known)


def _is_xhtml(found: Found, settings: ReadSettings) -> bool:
    """Whether an `.xml` file is a page."""
    head = read_head(found, settings) if found.kind == "xml" else b""
    return b"<html" in head and kind_by_head(head) == "html"


def _media(found: Found, data: bytes) -> MediaType:
    """Raises `UnreadablePage` where neither the name nor the bytes say what it is."""
    if found.kind in ("html", "mhtml", "xml") or is_markup(data):
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
