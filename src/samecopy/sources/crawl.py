"""Pages in web archives (WARC 1.0 and 1.1, ISO 28500), as crawlers write them, compressed or not.

Pages are the successful HTML and text responses, `resource` records of those kinds, and the plain text
of `conversion` records (WET files). Requests, pictures, redirects and the like are counted, not read,
and one rejection tells how many there were. A record is located by its offset in the file, so that
other tools can open it there. Memory is bounded by one record, never by the file.
"""

import io
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from samecopy.errors import UnreadablePage
from samecopy.records import Given, Page, Rejection
from samecopy.records.page import MediaType
from samecopy.settings import ReadSettings
from samecopy.sources.files import Found
from samecopy.sources.markup import digest_of, from_envelope
from samecopy.sources.unpack import most_unpacked, open_raw, too_large, unpacks_without_end

_HTML = ("text/html", "application/xhtml+xml")
_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_STARTS = ((b"\x1f\x8b", b"\x1f\x8b\x08"), (b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd"), (b"", b"WARC/1."))
_CHUNK = 1 << 20


def read_crawl(found: Found, settings: ReadSettings) -> Iterator[Page | Rejection]:
    """The pages of one WARC file in its order. Ids are their addresses.

    A damaged record is one rejection, and reading goes on where the next record begins, a bounded
    number of times.

    Raises:
        UnreadablePage: the file cannot be opened, or unpacks without end.
    """
    with open_raw(found) as raw:
        yield from _Crawl(found, raw, settings).pages()


class _Crawl:
    """One reading of one file."""

    def __init__(self, found: Found, raw: BinaryIO, settings: ReadSettings) -> None:
        self._found = found
        self._raw = raw
        self._settings = settings
        self._left = most_unpacked(found.size, settings)
        self._others: Counter[str] = Counter()
        self._truncated = False
        head = raw.read(4)
        raw.seek(0)
        self._start = next(start for magic, start in _STARTS if head.startswith(magic))

    def pages(self) -> Iterator[Page | Rejection]:
        begin: int | None = 0
        for _ in range(self._settings.max_repairs + 1):
            if begin is not None:
                begin = yield from self._run(begin)
        if self._others:
            told = ", ".join(f"{n:,} {what}" for what, n in sorted(self._others.items()))
            detail = f"{self._found.locator} also holds records that are no pages: {told}; nothing to mend."
            yield Rejection(self._found.id, self._found.locator, "not_pages", detail)

    def _run(self, begin: int) -> Generator[Page | Rejection, None, int | None]:
        """The pages from an offset to the end or to damage; where to go on after that."""
        place = begin
        try:
            for place, record in self._records(begin):
                yield from self._page(place, record)
                if self._truncated:  # its length may be a lie that swallowed the records after it
                    self._truncated = False
                    return self._next_start(place + 1)
        except OSError as error:
            if error.errno is not None:
                raise
            goes_on = self._next_start(place + 1)
            yield self._damaged(place, goes_on, error)
            return goes_on
        return None

    def _records(self, begin: int) -> Iterator[tuple[int, WarcRecord]]:
        self._raw.seek(begin)
        stream = cast(BinaryIO, _From(self._raw, begin))
        for record in ArchiveIterator(stream, WarcRecordType.any_type, parse_http=False):
            yield begin + record.stream_pos, record

    def _next_start(self, begin: int) -> int | None:
        """Where a record may begin at or after an offset."""
        self._raw.seek(begin)
        held = b""
        while data := self._raw.read(_CHUNK):
            held += data
            at = held.find(self._start)
            if at >= 0:
                return self._raw.tell() - len(held) + at
            held = held[-len(self._start) + 1 :]
        return None

    def _damaged(self, place: int, begin: int | None, error: OSError) -> Rejection:
        goes_on = f"Reading goes on at offset {begin}" if begin is not None else "No record comes after it"
        detail = (
            f"{self._found.locator} is damaged after offset {place} ({error}). {goes_on}; download it again."
        )
        name = f"#{place}"
        return Rejection(self._found.id + name, self._found.locator + name, "broken_warc", detail)

    def _page(self, place: int, record: WarcRecord) -> Iterator[Page | Rejection]:
        self._left -= record.content_length
        if self._left < 0:
            raise unpacks_without_end(self._found.locator)
        locator = f"{self._found.locator}#{place}"
        try:
            page = self._read(locator, record)
        except UnreadablePage as error:
            address = _clean(record.headers.get("WARC-Target-URI")) or f"{self._found.id}#{place}"
            yield Rejection(address, locator, error.reason, error.detail)
            return
        if page is not None:
            yield page

    def _read(self, locator: str, record: WarcRecord) -> Page | None:
        kind = record.record_type
        if not kind & _PAGES:
            name = (record.headers.get("WARC-Type") or "").lower()
            self._others[name if name in _OTHERS else "other"] += 1
            return None
        length = record.content_length
        if length > 2 * self._settings.max_page_bytes:
            raise too_large(locator, self._settings.max_page_bytes)
        is_http = kind == WarcRecordType.response and record.is_http
        if is_http:
            record.parse_http(quirks_mode=True)
        media = _media(record, is_http)
        if media is None:
            self._others[_what(record, is_http)] += 1
            return None
        data = self._payload(locator, record, is_http)
        if media == "html":
            data = from_envelope(data, record.http_charset if is_http else None)
        known = Given(
            url=_clean(record.headers.get("WARC-Target-URI")), fetched=_clean(record.headers.get("WARC-Date"))
        )
        identity = known.url or f"{self._found.id}#{locator.rpartition('#')[2]}"
        return Page(identity, locator, media, data, digest_of(data), known)

    def _payload(self, locator: str, record: WarcRecord, is_http: bool) -> bytes:
        """The record's payload, its HTTP encodings taken off."""
        limit = self._settings.max_page_bytes
        data = record.reader.read(limit + 1)
        if len(data) > limit:
            raise too_large(locator, limit)
        if len(data) < record.content_length:
            detail = f"{locator} ends before its record does. Download {self._found.locator} again."
            self._truncated = True
            raise UnreadablePage("truncated", detail)
        return _decoded(locator, data, record, limit) if is_http else data


class _From(io.RawIOBase):
    """The rest of a file as a stream whose offsets count from where it begins."""

    def __init__(self, raw: BinaryIO, begin: int) -> None:
        super().__init__()
        self._raw = raw
        self._begin = begin

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._raw.read(size)

    def tell(self) -> int:
        return self._raw.tell() - self._begin


def _decoded(locator: str, data: bytes, record: WarcRecord, limit: int) -> bytes:
    """A body without its transfer and content encodings, where it really has them: crawlers take them off
    and leave the headers that tell of them."""
    headers = record.http_headers
    codings = [c.strip().lower() for c in (headers.get("Content-Encoding") or "").split(",")]
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        codings.append("chunked")
    for coding in reversed(codings):
        if coding not in _CODINGS:
            continue
        try:
            plain = _CODINGS[coding](io.BytesIO(data)).read(limit + 1)
        except OSError as error:
            if _is_plain(data):
                continue
            detail = f"{locator} says that it is encoded as {coding} and is not ({error}). Fetch it again."
            raise UnreadablePage("broken_encoding", detail) from error
        if len(plain) > limit:
            raise too_large(locator, limit)
        data = plain
    return data


_CODINGS: dict[str, Callable[[BinaryIO], WarcReader]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": lambda stream: GzipReader(stream, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
    "chunked": ChunkedReader,
}


def _is_plain(data: bytes) -> bool:
    """Whether a body that cannot be decoded was decoded already."""
    return b"<" in data[:1024] and b"\0" not in data[:1024]


def _media(record: WarcRecord, is_http: bool) -> MediaType | None:
    if record.record_type == WarcRecordType.conversion:
        return "text" if _type_of(record.headers.get("Content-Type")) == "text/plain" else None
    if is_http:
        if not 200 <= _status(record) < 300:
            return None
        kind = _type_of(record.http_content_type)
    else:
        kind = _type_of(record.headers.get("Content-Type"))
    if kind in _HTML:
        return "html"
    address = (record.headers.get("WARC-Target-URI") or "").rstrip(">")
    return "text" if kind == "text/plain" and not address.endswith(".txt") else None  # robots.txt, ads.txt


def _status(record: WarcRecord) -> int:
    code: object = getattr(record.http_headers, "status_code", None)
    return code if isinstance(code, int) else 0


def _what(record: WarcRecord, is_http: bool) -> str:
    """What a record is that is no page, for the count."""
    if is_http and not 200 <= _status(record) < 300:
        code = _status(record)
        return f"status {code}" if 100 <= code < 600 else "no status"
    kind = _type_of(record.http_content_type if is_http else record.headers.get("Content-Type"))
    family = kind.partition("/")[0]
    return family if family in _FAMILIES else "other"


_OTHERS = ("warcinfo", "request", "metadata", "revisit", "continuation")
_FAMILIES = ("image", "text", "application", "audio", "video", "font")


def _type_of(header: str | None) -> str:
    return (header or "").partition(";")[0].strip().lower()


def _clean(header: str | None) -> str | None:
    """A header's value; WARC 1.0 put addresses in angle brackets."""
    text = (header or "").encode("utf-8", "replace").decode("utf-8")
    return " ".join(text.strip().removeprefix("<").removesuffix(">").split()) or None
