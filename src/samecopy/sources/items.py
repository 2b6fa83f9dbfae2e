"""XML files of items as rows: feeds (`feeds`), wire items and peers' dumps (`wires`), one item at a time.

Memory is bounded by one item. Entities are never expanded, no file or address that the XML names is ever
opened, and nesting is bounded by the parser (libxml2).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from lxml import etree

from samecopy.errors import UnreadablePage
from samecopy.settings import ReadSettings
from samecopy.sources.columns import Cell, Line, Rows
from samecopy.sources.feeds import atom_entry, rss_item
from samecopy.sources.files import Found
from samecopy.sources.wires import news_item, trafilatura_doc
from samecopy.sources.xmltext import local

_ITEMS: Mapping[str, Callable[[etree._Element], Mapping[str, Cell]]] = {
    "item": rss_item,
    "entry": atom_entry,
    "newsItem": news_item,
    "doc": trafilatura_doc,
}
_ROOTS: Mapping[str, tuple[str, ...]] = {
    "rss": ("item",),
    "RDF": ("item",),
    "channel": ("item",),
    "feed": ("entry",),
    "entry": ("entry",),
    "newsMessage": ("newsItem",),
    "newsItem": ("newsItem",),
    "doc": ("doc",),
}


def read_items(stream: BinaryIO, found: Found, settings: ReadSettings) -> Rows:
    """The items of a feed or of a wire file.

    Raises:
        UnreadablePage: it is neither, or one item is too large.
    """
    watched = _Watched(stream, found, settings.max_page_bytes)
    number = 0
    try:
        parsed = etree.iterparse(
            watched,
            events=("start", "end"),
            recover=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        for item in _items(parsed, found):
            if watched.ended:  # the parser closes what the file left open
                raise etree.XMLSyntaxError("it ends too early", None, 0, 0)
            number += 1
            watched.seen = 0
            try:
                yield Line(number, _ITEMS[local(item)](item))
            except UnreadablePage as error:
                yield number, error
            _drop(item)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        yield number + 1, _broken(found, number, str(error).split("\n", 1)[0])


def _items(parsed: etree.iterparse, found: Found) -> Iterator[etree._Element]:
    """The elements that are items, whole; all others are dropped as they end."""
    wanted: tuple[str, ...] | None = None
    inside = depth = 0
    for event, element in parsed:
        name = local(element)
        if wanted is None:
            if name not in _ROOTS:
                detail = (
                    f"{found.locator} is XML of a kind that is not read ({name[:40]}). "
                    "RSS, Atom, NewsML-G2 and trafilatura's are."
                )
                raise UnreadablePage("unknown_kind", detail)
            wanted = _ROOTS[name]
        if event == "start":
            depth += 1
            inside += name in wanted
            continue
        depth -= 1
        if name in wanted:
            inside -= 1
            if not inside:
                yield element
        elif not inside:
            _drop(element)
    if depth or wanted is None:
        raise etree.XMLSyntaxError("it ends too early", None, 0, 0)


def _drop(element: etree._Element) -> None:
    """Free an element that is done with, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _broken(found: Found, number: int, why: str) -> UnreadablePage:
    detail = f"{found.locator} cannot be read as XML after item {number} ({why}). Download it again."
    return UnreadablePage("broken_xml", detail)


class _Watched:
    """A stream that ends with `too_large` when an item goes on for too long. `seen` counts its bytes,
    `ended` tells that all of it was read."""

    def __init__(self, stream: BinaryIO, found: Found, limit: int) -> None:
        self._stream = stream
        self._found = found
        self._limit = limit
        self.seen = 0
        self.ended = False

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.seen += len(data)
        self.ended = self.ended or not data
        if self.seen > 2 * self._limit:
            detail = (
                f"{self._found.locator} has an item of more than {self._limit:,} bytes, too much for one "
                "page. Look whether its items ever end."
            )
            raise UnreadablePage("too_large", detail)
        return data
