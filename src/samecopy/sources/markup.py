"""The bytes of one HTML page: their digest, their charset when only an envelope told it, their address."""

import codecs
import hashlib
import re
from codecs import BOM_UTF8

from samecopy.text.charset import decode

_HEAD = 1 << 16  # addresses stand in the head of a page
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?(?!utf-?8)[a-z]", re.IGNORECASE)
_ADDRESS = re.compile(
    rb"<link\b(?=[^>]*\brel=[\"']?canonical)[^>]*\bhref=[\"']?([^\"'\s>]+)"
    rb"|<meta\b(?=[^>]*og:url)[^>]*\bcontent=[\"']?([^\"'\s>]+)"
    rb"|<!-- saved from url=\(\d+\)(\S+) -->",
    re.IGNORECASE,
)


def digest_of(data: bytes) -> str:
    """The BLAKE2b-128 of a page's bytes in hex."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def address_in(data: bytes) -> str | None:
    """The page's own address, where its head tells it.

    >>> address_in(b'<head><link rel="canonical" href="https://a.example/1">')
    'https://a.example/1'
    """
    match = _ADDRESS.search(data, 0, _HEAD)
    return next(group for group in match.groups() if group).decode("utf-8", "replace") if match else None


def from_cell(text: str) -> bytes:
    """HTML that was a cell of a table, as bytes that are read with the letters that the cell had: the
    charset that the markup names, it had before it became a cell."""
    data = text.encode("utf-8", "replace")
    return BOM_UTF8 + data if _CHARSET.search(data, 0, _HEAD) else data


def from_envelope(data: bytes, charset: str | None) -> bytes:
    """HTML as bytes that are read with the charset that an envelope (MIME, HTTP) told. Bytes that are
    UTF-8 stay so whatever it told, and those of a charset that is not known stay as they are.

    >>> from_envelope("Käse".encode("latin-1"), "iso-8859-1").decode("utf-8-sig")
    'Käse'
    >>> from_envelope("Käse".encode(), "iso-8859-1").decode()
    'Käse'
    """
    if charset is None:
        return data
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return data
    if name == "utf-8":
        return data
    read = decode(data, charset)
    if read.encoding == "utf-8" or data.startswith(BOM_UTF8):
        return data
    return BOM_UTF8 + read.text.encode("utf-8", "replace")
