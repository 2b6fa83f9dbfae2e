"""A directory of fetched pages: a file a page, and `pages.jsonl` beside them that tells of each.

`samecopy run DIR` reads it like any directory, with address and fetch time. What is there already is not
fetched again.
"""

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

from samecopy.errors import InputError, UnreadablePage
from samecopy.records import Rejection
from samecopy.sources.kinds import kind_by_head
from samecopy.sources.markup import from_envelope

TOLD = "pages.jsonl"
_SUFFIXES = (("html", ".html"), ("xml", ".xml"), ("text/plain", ".txt"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PLAIN = re.compile(r"[^A-Za-z0-9.]+")


class Came(Protocol):
    """An answer of the network; `fetch.Answer` is one."""

    @property
    def url(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def fetched(self) -> str: ...


class Fetches(Protocol):
    """Fetches a page or raises `UnreadablePage`; `fetch.Fetcher` does."""

    def fetch(self, url: str, /) -> Came: ...


class Kept(msgspec.Struct, frozen=True):
    """A page in the directory: its file, the address it came from in the end, the one that was asked for,
    and when it was fetched."""

    file: str
    url: str
    asked: str
    fetched: str


class Folder:
    """The directory. Raises `InputError` where it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            lines = (path / TOLD).read_bytes().splitlines() if (path / TOLD).exists() else []
            kept = [msgspec.json.decode(line, type=Kept) for line in lines if line.strip()]
        except OSError as error:
            raise InputError(f"cannot use {path}: {error.strerror}; choose another --into") from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            cure = "choose another --into"
            raise InputError(f"{path / TOLD} was not written by samecopy fetch ({error}); {cure}") from error
        self._kept = {page.asked: page for page in kept}

    def get(self, url: str, fetcher: Fetches, *, again: bool) -> tuple[Kept | Rejection, bool]:
        """The page at an address, and whether it was there already. A page that cannot be had is a
        rejection; one that was there before stays."""
        known = self._kept.get(url)
        if known is not None and not again and (self.path / known.file).is_file():
            return known, True
        try:
            return self._keep(url, fetcher.fetch(url)), False
        except UnreadablePage as error:
            return Rejection(url, url, error.reason, error.detail), False

    def _keep(self, asked: str, came: Came) -> Kept:
        charset = _CHARSET.search(came.type)
        suffix = _suffix(came)
        if suffix is None:
            detail = f"{asked} is of the type {came.type or 'unknown'}, which is no page. Name pages only."
            raise UnreadablePage("unknown_kind", detail)
        page = Kept(_name(asked) + suffix, came.url, asked, came.fetched)
        data = from_envelope(came.data, charset[1]) if charset and suffix != ".xml" else came.data
        self._kept[asked] = page
        lines = b"".join(msgspec.json.encode(self._kept[url]) + b"\n" for url in sorted(self._kept))
        self._write(page.file, data)
        self._write(TOLD, lines)
        return page

    def _write(self, name: str, data: bytes) -> None:
        """Beside its place and then moved there: present means complete."""
        part = self.path / f".{name}.part"
        try:
            part.write_bytes(data)
            os.replace(part, self.path / name)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            cure = "free space or choose another --into"
            raise InputError(f"cannot write {self.path / name}: {error.strerror}; {cure}") from error


def _suffix(came: Came) -> str | None:
    kind = came.type.partition(";")[0].strip().lower()
    if not kind or kind == "application/octet-stream":
        return {"html": ".html", "xml": ".xml"}.get(kind_by_head(came.data) or "")
    return next((suffix for sign, suffix in _SUFFIXES if sign in kind), None)


def _name(url: str) -> str:
    """A file name that a person knows again, and that no other address has.

    >>> _name("https://gazette.example/news/night-tram?id=7")
    'gazette.example-news-night-tram-id-7-29afd062'
    """
    parts = urlsplit(url)
    plain = _PLAIN.sub("-", f"{parts.hostname}{parts.path}-{parts.query}")[:80].strip("-.")
    return f"{plain}-{hashlib.blake2b(url.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
