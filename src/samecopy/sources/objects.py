"""JSON objects as rows: what each of the known shapes calls its fields, and files of one or many objects.

Shapes: an object whose keys are columns (`columns`), ninjs 1 to 3 (IPTC News in JSON), a JSON Feed, and an
answer of a news service that wraps its articles in a list (`{"articles": [...]}`).
"""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import msgspec

from samecopy.errors import UnreadablePage
from samecopy.settings import ReadSettings
from samecopy.sources.columns import Cell, Line, Rows, as_text, known_columns
from samecopy.sources.files import Found

_JSON = msgspec.json.Decoder()
_CHUNK = 1 << 16
_OUTSIDE = re.compile(rb"[\"\[\]{}]")
_INSIDE = re.compile(rb"[\"\\]")
_LISTS = ("items", "articles", "results", "stories", "documents", "docs", "data", "news", "hits")
_MARKED_UP = ("text/html", "application/xhtml+xml", "html", "xhtml", "html5")
_CACHED = 1000  # sets of keys, of which a file has a handful


class Shapes:
    """Cells of JSON objects. Keeps the names of columns that it has looked up."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], dict[str, str]] = {}

    def cells(self, record: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """The object's cells under our column names.

        >>> Shapes().cells({"Headline": "Ferry late", "body": "…"})
        {'title': 'Ferry late', 'text': '…'}
        """
        keys = tuple(record)
        if keys not in self._names:
            if len(self._names) > _CACHED:
                self._names.clear()
            self._names[keys] = {} if _is_ninjs(record) else known_columns(keys)
        names = self._names[keys]
        return {ours: record[theirs] for ours, theirs in names.items()} if names else _ninjs(record)


def _is_ninjs(record: Mapping[str, Cell]) -> bool:
    return "uri" in record and any(key == "bodies" or key.startswith("body_") for key in record)


def _ninjs(record: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """Cells of a ninjs item: 1.x names bodies and headlines by key, 2.x has lists of them, 3.x writes
    its names in camel case. The published time is that of this version of the text.

    >>> _ninjs({"uri": "urn:a:1", "versionCreated": "2026-03-11", "bodies": [{"value": "Hi"}]})
    {'id': 'urn:a:1', 'published': '2026-03-11', 'text': 'Hi'}
    """
    plain = {key.lower(): value for key, value in record.items()}
    uri = as_text(plain.get("uri"))
    cells: dict[str, Cell] = {
        "id": uri,
        "url": uri if uri and uri.startswith(("http://", "https://")) else None,
        "title": _first(plain.get("headlines")) or plain.get("headline") or plain.get("headline_main"),
        "byline": plain.get("by") or plain.get("byline"),
        "outlet": plain.get("copyrightholder") or _first(plain.get("infosources"), "name"),
        "published": plain.get("versioncreated") or plain.get("contentcreated") or plain.get("firstcreated"),
        **_bodies(plain),
    }
    return {column: cell for column, cell in cells.items() if cell}


def _bodies(plain: Mapping[str, Cell]) -> dict[str, Cell]:
    """The body with markup where there is one, for the plain one may have lost its paragraphs."""
    found: dict[str, Cell] = {}
    listed = plain.get("bodies")
    for body in listed if isinstance(listed, list) else []:
        if isinstance(body, Mapping):
            kinds = {
                str(value).lower() for key, value in body.items() if key.lower() in ("contenttype", "role")
            }
            found.setdefault("html" if kinds & set(_MARKED_UP) else "text", body.get("value"))
    for key, value in plain.items():
        if key.startswith("body_"):
            found.setdefault("html" if key.removeprefix("body_") in _MARKED_UP else "text", value)
    return {"html": found["html"]} if found.get("html") else found


def _first(listed: Cell, key: str = "value") -> Cell:
    """A value of the main one of a list of objects, else of the first."""
    objects = [o for o in listed if isinstance(o, Mapping)] if isinstance(listed, list) else []
    main = [o for o in objects if o.get("role") == "main"] or objects
    return main[0].get(key) if main else None


def read_objects(stream: BinaryIO, found: Found, settings: ReadSettings) -> Rows:
    """The objects of a `.json` file: one, a list, a wrapped list, or one after the other."""
    shapes, number = Shapes(), 0
    for data in _objects(stream, settings.max_page_bytes):
        number += 1
        if data is None:
            detail = (
                f"{found.locator}, object {number}, is longer than {settings.max_page_bytes:,} bytes. "
                "Write its articles as JSON lines, one object a line."
            )
            yield number, UnreadablePage("too_large", detail)
            continue
        value = decoded(data, f"{found.locator}, object {number},", "Write it again.")
        if isinstance(value, UnreadablePage):
            yield number, value
            continue
        for record in _unwrapped(value):
            yield Line(number, shapes.cells(record))
            number += 1
        number -= 1
    if number == 0:
        detail = f"{found.locator} holds no JSON object. Write one, or a list of them."
        yield 1, UnreadablePage("not_an_object", detail)


def decoded(data: bytes, where: str, mend: str) -> Cell | UnreadablePage:
    """A JSON value, or what is wrong with it: `where` it stands and how to `mend` it."""
    try:
        value: Cell = _JSON.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return UnreadablePage("broken_json", f"{where} is not JSON ({error}). {mend}")
    return value


def _unwrapped(value: Cell) -> list[Mapping[str, Cell]]:
    """The articles of an object: what its list holds, where it is a wrapper, else the object itself."""
    if not isinstance(value, dict):
        return []
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, dict):
            inner = next((inner[n] for n in _LISTS if isinstance(inner.get(n), list)), None)
        if isinstance(inner, list) and inner and all(isinstance(item, dict) for item in inner):
            return inner
    return [value]


def _objects(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The objects of a stream as bytes, whether in one list or one after the other; None for one above
    `limit` bytes. Only brackets and strings are looked at, so that a list of any length streams by.

    >>> import io
    >>> list(_objects(io.BytesIO(b'[{"a": "]}"}, {"b": [1]}]'), 99))
    [b'{"a": "]}"}', b'{"b": [1]}']
    """
    state = _Cut(limit)
    while data := stream.read(_CHUNK):
        yield from state.objects(data)
    if state.depth:
        yield state.taken(b"")


class _Cut:
    """Cuts a stream into its outermost objects; keeps what has come of an object that is not whole yet."""

    def __init__(self, limit: int) -> None:
        self.depth = 0
        self._limit = limit
        self._held = bytearray()
        self._size = 0
        self._inside = self._escaped = False

    def objects(self, data: bytes) -> Iterator[bytes | None]:
        begin, at = 0, int(self._escaped)
        self._escaped = False
        while match := (_INSIDE if self._inside else _OUTSIDE).search(data, at):
            sign, at = match[0], match.end()
            if sign == b"\\":
                at += 1
                self._escaped = at > len(data)
            elif sign == b'"':
                self._inside = not self._inside
            elif sign in b"{[":
                if self.depth or sign == b"{":
                    begin = begin if self.depth else match.start()
                    self.depth += 1
            elif self.depth:
                self.depth -= 1
                if not self.depth:
                    yield self.taken(data[begin:at])
        if self.depth:
            self._hold(data[begin:])

    def taken(self, rest: bytes) -> bytes | None:
        """The object that ends with `rest`; None if it is too long."""
        self._hold(rest)
        whole = bytes(self._held) if self._size <= self._limit else None
        self._held.clear()
        self._size = 0
        return whole

    def _hold(self, part: bytes) -> None:
        self._size += len(part)
        if self._size <= self._limit:
            self._held += part
        else:
            self._held.clear()
