"""Makes WARC files with the library that crawlers use."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fastwarc.stream_io import GzipWriter, ZstdWriter
from fastwarc.warc import WarcRecord, WarcRecordType

HTML = "Content-Type: text/html"


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `head` are the HTTP headers after the status line."""

    url: str | None = "https://gazette.example/tram"
    body: bytes = b"<p>The ferry was late."
    head: str = HTML
    status: str = "200 OK"
    type: str = "response"
    date: str = "2026-03-11T08:12:00Z"
    block_type: str | None = None


def packed(records: Sequence[Record], how: str = "gz") -> bytes:
    """The records as a WARC file: `plain`, `gz` or `zst`, a member a record as the standard asks for."""
    return b"".join(_PACK[how](_record(record)) for record in records)


def _record(record: Record) -> bytes:
    made = WarcRecord()
    made.init_headers(getattr(WarcRecordType, record.type))
    if record.url is not None:
        made.headers["WARC-Target-URI"] = record.url
    made.headers["WARC-Date"] = record.date
    if record.type == "response":
        made.headers["Content-Type"] = "application/http; msgtype=response"
        head = f"HTTP/1.1 {record.status}\r\n" + (f"{record.head}\r\n" if record.head else "") + "\r\n"
        made.set_bytes_content(head.encode() + record.body)
    else:
        made.headers["Content-Type"] = record.block_type or "text/html"
        made.set_bytes_content(record.body)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def _gzip(data: bytes) -> bytes:
    out = io.BytesIO()
    with GzipWriter(out) as writer:
        writer.write(data)
    return out.getvalue()


def _zstd(data: bytes) -> bytes:
    out = io.BytesIO()
    with ZstdWriter(out) as writer:
        writer.write(data)
    return out.getvalue()


_PACK: dict[str, Callable[[bytes], bytes]] = {"plain": bytes, "gz": _gzip, "zst": _zstd}
