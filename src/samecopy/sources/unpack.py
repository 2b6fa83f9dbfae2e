"""Bytes of a file, on disk or in an archive, never more than the settings allow.

Compressed files are bounded by what comes out, not by what lies on disk: a few kilobytes of gzip can
hold gigabytes. Everything here raises `UnreadablePage` with the reason of the rejected row.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol, cast

from fastwarc.stream_io import ZstdReader

from samecopy.errors import UnreadablePage
from samecopy.settings import ReadSettings
from samecopy.sources.files import Found, Member, unreadable
from samecopy.sources.kinds import HEAD

_GZIP_MAGIC = b"\x1f\x8b"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHUNK = 1 << 16


def read_page_bytes(found: Found, settings: ReadSettings) -> bytes:
    """The whole file, unpacked.

    Raises:
        UnreadablePage: `too_large`, `broken_gzip`, `broken_zstd`, `broken_zip` or `unreadable`.
    """
    limit = settings.max_page_bytes
    with open_stream(found, settings) as stream:
        if found.size > limit:
            raise too_large(found.locator, limit)
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(found.locator, limit)
    return data


def read_head(found: Found, settings: ReadSettings) -> bytes:
    """The first bytes, unpacked; none where they cannot be read."""
    try:
        with open_stream(found, settings) as stream:
            return stream.read(HEAD)
    except UnreadablePage:
        return b""


def too_large(locator: str, limit: int) -> UnreadablePage:
    """The error for a page above the bound."""
    detail = (
        f"{locator} holds more than {limit:,} bytes, too much for one page. "
        "If it holds many articles, split it into files or rows of one article each."
    )
    return UnreadablePage("too_large", detail)


@contextmanager
def open_raw(found: Found) -> Iterator[BinaryIO]:
    """The file's bytes as they lie on disk or, unpacked, in its archive; failures named as ours.

    Raises:
        UnreadablePage: `unreadable` or `broken_zip`.
    """
    try:
        if found.member is None:
            with open(found.path, "rb") as raw:
                yield raw
        else:
            with _opened(found.member) as inner:
                yield inner
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        if found.member is None:
            raise
        detail = f"{found.locator} is damaged in its archive ({error}). Pack or download it again."
        raise UnreadablePage("broken_zip", detail) from error
    except OSError as error:
        why = unreadable(found.id, found.locator, error)
        raise UnreadablePage(why.reason, why.detail) from error


def _opened(member: Member) -> BinaryIO:
    try:
        return cast(BinaryIO, member.archive.open(member.info))
    except UnicodeDecodeError as error:
        raise zipfile.BadZipFile("its name in place is not the one listed") from error


@contextmanager
def open_stream(found: Found, settings: ReadSettings) -> Iterator[BinaryIO]:
    """The file's bytes as a stream: unpacked when gzip or zstd, its failures named as ours.

    Raises:
        UnreadablePage: `unreadable`, `broken_zip`, `broken_gzip`, `broken_zstd`, or `too_large` when it
            unpacks without end.
    """
    with open_raw(found) as raw:
        magic = raw.read(4)
        raw.seek(0)
        if magic.startswith(_GZIP_MAGIC):
            try:
                with gzip.open(raw) as inner:
                    yield _buffered(_Unpacked(cast(_Reader, inner), found, settings))
            except (gzip.BadGzipFile, zlib.error, EOFError) as error:
                detail = f"{found.locator} is a damaged gzip file ({error}). Compress or download it again."
                raise UnreadablePage("broken_gzip", detail) from error
        elif magic == _ZSTD_MAGIC:
            yield _buffered(_Unpacked(_Zstd(raw, found), found, settings))
        else:
            yield raw


def _buffered(stream: io.RawIOBase) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(stream))


class _Reader(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Zstd:
    """A stream of Zstandard frames; a damaged one is an `UnreadablePage`."""

    def __init__(self, raw: BinaryIO, found: Found) -> None:
        self._inner = ZstdReader(raw)
        self._locator = found.locator

    def read(self, size: int, /) -> bytes:
        try:
            return self._inner.read(size)
        except OSError as error:
            if error.errno is not None:
                raise
            detail = f"{self._locator} is a damaged zstd file ({error}). Compress or download it again."
            raise UnreadablePage("broken_zstd", detail) from error


class _Unpacked(io.RawIOBase):
    """Unpacked bytes that stop with `too_large` once they outgrow what honest text compresses to."""

    def __init__(self, inner: _Reader, found: Found, settings: ReadSettings) -> None:
        super().__init__()
        self._inner = inner
        self._locator = found.locator
        self._left = most_unpacked(found.size, settings)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(min(len(buffer), _CHUNK))
        self._left -= len(data)
        if self._left < 0:
            raise unpacks_without_end(self._locator)
        buffer[: len(data)] = data
        return len(data)


def most_unpacked(packed: int, settings: ReadSettings) -> int:
    """How many bytes `packed` bytes may unpack to."""
    return max(settings.max_page_bytes + 1, packed * settings.max_unpack_ratio)


def unpacks_without_end(locator: str) -> UnreadablePage:
    """The error for a file that is a bomb."""
    detail = (
        f"{locator} unpacks to far more than text does. "
        "Unpack it yourself and look at it before giving it again."
    )
    return UnreadablePage("too_large", detail)


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1, a byte order mark taken off; None for a line above `limit` bytes.

    A stream in UTF-16, as some shells write it, comes out as UTF-8.

    >>> list(bounded_lines(io.BytesIO(b"a\\nlonger\\n"), 4))
    [(1, b'a\\n'), (2, None)]
    """
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    )
    if buffered.peek(2)[:2] in _UTF16_MARKS:
        yield from _utf16_lines(buffered, limit)
        return
    number = 0
    while line := buffered.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = buffered.readline(_CHUNK)
        yield number, None


def _utf16_lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    text = io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="\n")
    number = 0
    try:
        while line := text.readline(limit + 1):
            number += 1
            data = line.encode("utf-8")
            while line and not line.endswith("\n"):
                line = text.readline(_CHUNK)
            yield number, data if len(data) <= limit else None
    finally:
        text.detach()  # else the wrapper would close a file that is not its own
