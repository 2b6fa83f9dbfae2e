"""Strings from pages, made safe to look at: no control characters, no bidirectional overrides.

A hostile title may hold an escape sequence for the terminal, or U+202E, which turns the text after
it around. Both faces of this floor pass every string of a page through `visible`. Escaping for HTML
is the template engine's job, not ours; right-to-left text itself is left alone.
"""

import re
import unicodedata

_DROPPED = re.compile("[\r\ufeff\u200b\u2060]")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\\s\u2028\u2029]+")
_ELLIPSIS = "…"


def visible(text: str) -> str:
    """`text` with control characters, bidirectional controls and lone surrogates shown as U+FFFD.

    Newlines and tabs stay; carriage returns and zero-width spaces go. Joiners and the plain
    left-to-right and right-to-left marks stay, since honest Persian, Hebrew and Hindi need them.

    >>> visible("invoice\\u202etxt.exe")
    'invoice�txt.exe'
    """
    return _HIDDEN.sub("�", _DROPPED.sub("", text))


def one_line(text: str) -> str:
    """`visible` text on one line, its runs of white space as one space.

    >>> one_line(" two\\n lines ")
    'two lines'
    """
    return visible(_BREAKS.sub(" ", text)).strip()


def cells(text: str) -> int:
    """How many terminal columns `text` takes: wide East Asian characters two, combining marks none.

    >>> cells("日本"), cells("e\\u0301")
    (4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def fit(text: str, columns: int) -> str:
    """`text` cut to at most `columns` terminal columns, with an ellipsis where it was cut.

    >>> fit("a long name", 7)
    'a long…'
    """
    if cells(text) <= columns:
        return text
    kept: list[str] = []
    room = columns - 1
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + _ELLIPSIS if columns > 0 else ""


def pad(text: str, columns: int) -> str:
    """`text` cut or filled with spaces to exactly `columns` terminal columns.

    >>> pad("ab", 4) + "|"
    'ab  |'
    """
    shown = fit(text, columns)
    return shown + " " * (columns - cells(shown))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
