"""Bytes to text: which encoding a file is in, whatever it claims, and whether it is text at all.

`decode` never fails and never returns a byte order mark. What a file *means* (HTML, plain text) is
not decided here; a caller that knows of a declared charset passes it along.
"""

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    b"%PDF-",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"\x7fELF",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\xd0\xcf\x11\xe0",
    b"PAR1",
    b"SQLite format 3\x00",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"wOFF",
    b"wOF2",
)

# Encodings written in seven bits: such a file is also valid UTF-8, and only its claim tells.
_SEVEN_BIT = frozenset({"iso2022_jp", "hz", "iso2022_kr"})

# Labels that the WHATWG Encoding Standard maps to Windows-1252, which contains them.
_LATIN = frozenset({"iso8859-1", "ascii"})

_NO_CHARSETS = frozenset(
    ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "unicode_escape", "undefined")
)

_SAMPLE = 65_536
_CONTROLS = bytes([*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])


_HIGH = bytes(range(0x80, 0x100))
_FEW = 24  # bytes beyond ASCII; with more, detection is right about Central European and Baltic text
_STRANGE = re.compile(r"[\x80-\x9f\ufffd]|(?<=[^\W\d_])[¡-©«-´¶-¿×÷](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python codec it was read with, and how many characters could not be read."""

    text: str
    encoding: str
    broken: int


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: a known file signature, or control bytes.

    Runs in time of a 64 KB sample.

    >>> looks_binary(b"%PDF-1.7 ..."), looks_binary("Grüße".encode("latin-1"))
    (True, False)
    """
    if data.startswith(_MAGIC) or data[4:8] == b"ftyp":
        return True
    sample = data[:_SAMPLE]
    if _marked(sample) or _wide(sample):
        return False
    # Stray controls occur in real pages (broken CMS exports); one byte in 50 does not.
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 50 > len(sample)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Text of `data`: byte order mark, then UTF-8 where it fits, then `declared`, then detection.

    A file that is valid UTF-8 and has a character beyond ASCII is UTF-8 whatever it declares (the
    chance that other encodings fit is next to nothing), so wrong declarations do no harm.
    Unknown labels are passed over. Detection is uchardet's, over a sample of both ends, except that a
    text with a few accents is Windows-1252.

    >>> decode("Grüße".encode("latin-1"), "iso-8859-1").text
    'Grüße'
    >>> decode("Grüße".encode(), "iso-8859-1").text
    'Grüße'
    """
    marked = _marked(data)
    if marked:
        return _lenient(data[len(marked[0]) :], marked[1])
    wide = _wide(data[:_SAMPLE])
    if wide:
        return _lenient(data, wide)
    claimed = _codec(declared)
    if claimed not in _SEVEN_BIT:
        try:
            return Decoded(data.decode("utf-8"), "utf-8", 0)
        except UnicodeDecodeError:
            pass
    if claimed == "utf-8":
        return _mostly_utf8(data)
    if claimed:
        read = _lenient(data, claimed)
        if read.broken * 200 <= len(read.text):
            return read
    return _detected(data)


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _MARKS if data.startswith(mark[0])), None)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in European text every second byte is zero."""
    if len(sample) < 4 or 0 not in sample or sample.count(0) * 4 < len(sample):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 9 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 9 * odd else None


def _codec(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if name in _LATIN:
        return "cp1252"
    # UTF-16 declared inside readable ASCII is a lie; codecs that are no charsets (rot13) are no answer.
    if name.startswith(("utf-16", "utf-32", "utf-7")) or name in _NO_CHARSETS or _try(b"a", name) is None:
        return None
    return name


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec, "replace")
    except (ValueError, TypeError, LookupError):
        return None


def _mostly_utf8(data: bytes) -> Decoded:
    read = _lenient(data, "utf-8")
    return read if read.broken * 200 <= len(read.text) else _detected(data)


def _detected(data: bytes) -> Decoded:
    label = _codec(detect_encoding(data, max_len=_SAMPLE, from_html_meta=False)) or "cp1252"
    found = _lenient(data, label)
    if label == "cp1252":
        # Bytes that Windows-1252 does not have are letters in Windows-1250.
        central = _lenient(data, "cp1250") if found.broken else found
        return central if _strange(central.text) < _strange(found.text) else found
    western = _lenient(data, "cp1252")
    return western if _clearly_western(data[:_SAMPLE], western.text, found.text) else found


def _clearly_western(sample: bytes, western: str, other: str) -> bool:
    """Whether Windows-1252 is to be preferred to what detection says.

    A handful of accents among ASCII tells detection nothing, and Windows-1252 is what such files are;
    otherwise the reading with fewer signs that no text has wins, and detection where they are equal.
    """
    high = len(sample) - len(sample.translate(None, _HIGH))
    strange = _strange(western[:_SAMPLE])
    if high < _FEW and 10 * high < len(sample):
        return not strange
    return strange < _strange(other[:_SAMPLE])


def _strange(text: str) -> int:
    """Signs that no text has: C1 controls, unreadable bytes, symbols between two letters."""
    return len(_STRANGE.findall(text))


def _lenient(data: bytes, codec: str) -> Decoded:
    text = _try(data, codec)
    if text is None:
        text, codec = data.decode("cp1252", "replace"), "cp1252"
    return Decoded(text, codec, text.count("�"))
