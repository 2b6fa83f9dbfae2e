"""One word to its hash: of plain letters eight bytes at a time, of others letter by letter.

Which code point is what, and folds to what, the caller's tables say (`text.letters`); `tokenise` is the
caller.
"""

import numpy as np

from samecopy.kernels.bits import chunk
from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import U8, U64

# What a code point is to a word; `text.letters` builds its tables with the same numbers.
LETTER, DIGIT, SINGLE, MARK, APOSTROPHE, POINT, NEWLINE, QUOTE, OPENER, SINGLE_OPENER = range(1, 11)
UNKNOWN = 255  # a table of common letters only says nothing of this one

_WHOLE = 0x20000  # code points that the whole table tells of
_HAN_ENDS = 0x40000
_TAGS = 0xE0000  # tags and variation selectors show nothing
_TAGS_END = 0xE1000

_FIRST = np.uint64(0x9E3779B97F4A7C15)
_PRIME = np.uint64(0xD6E8FEB86659FD93)
_LAST = np.uint64(0xCA9B0C7EBA1DA115)
_LOWER = np.uint64(0x2020202020202020)  # lifts the case of ASCII letters, and is in digits and points already
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_NONE = np.uint64(0)
_CODE = np.uint64(0x1FFFFF)
_SEVEN = np.uint64(0x7F)
_ASCII = np.uint64(0x80)
_BEYOND_ASCII = np.uint64(0x808080)
_7 = np.uint64(7)
_8 = np.uint64(8)
_14 = np.uint64(14)
_16 = np.uint64(16)
_21 = np.uint64(21)
_24 = np.uint64(24)
_32 = np.uint64(32)
_64 = np.uint64(64)


@compiled
def wide(data: U8, i: int) -> tuple[int, int]:
    """The code point whose lead byte, beyond ASCII, is `data[i]`, and its length in bytes."""
    lead = int(data[i])
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | (int(data[i + 1]) & 0x3F), 2
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (int(data[i + 1]) & 0x3F) << 6 | (int(data[i + 2]) & 0x3F), 3
    high = (lead & 0x07) << 18 | (int(data[i + 1]) & 0x3F) << 12
    return high | (int(data[i + 2]) & 0x3F) << 6 | (int(data[i + 3]) & 0x3F), 4


@compiled
def kind_of(kinds: U8, code: int) -> int:
    if code < kinds.shape[0]:
        return int(kinds[code])
    if kinds.shape[0] < _WHOLE:
        return UNKNOWN
    if code < _HAN_ENDS:
        return SINGLE
    return MARK if _TAGS <= code < _TAGS_END else 0


@compiled
def _mixed(h: np.uint64, eight: np.uint64) -> np.uint64:
    h = (h ^ eight) * _PRIME
    return h ^ (h >> _32)


@compiled
def plain(data: U8, begin: int, end: int) -> np.uint32:
    """The hash of a word of ASCII letters, digits and what joins them: all are folded by one bit."""
    size = end - begin
    first = min(size, 8)
    second = max(min(size - 8, 8), 0)
    h = (chunk(data, begin) | _LOWER) & (_ALL >> np.uint64(64 - 8 * first))
    h = _mixed(_FIRST, h)
    rest = (chunk(data, begin + 8) | _LOWER) & (_ALL >> np.uint64(64 - 8 * max(second, 1)))
    h = _mixed(h, rest if second > 0 else _NONE)
    begin += 16
    while begin < end:
        rest = (chunk(data, begin) | _LOWER) & (_ALL >> np.uint64(64 - 8 * min(end - begin, 8)))
        h = _mixed(h, rest)
        begin += 8
    return np.uint32((h * _LAST) >> _32)


@compiled
def folded(  # noqa: C901 - kernels are loops, not calls
    data: U8, i: int, until: int, kinds: U8, folds: U64
) -> tuple[np.uint32, int, int]:
    """The hash of the word that begins at `data[i]`, where it ends, and how many code points it has less
    than bytes. Of ASCII letters alone the hash is what `plain` gives."""
    h = _FIRST
    eight = np.uint64(0)
    filled = np.uint64(0)
    chunks = 0
    last = 0
    more = 0
    while i < until:
        code = int(data[i])
        width = 1
        if code < 128:
            kind = int(kinds[code])
        else:
            code, width = wide(data, i)
            kind = kind_of(kinds, code)
        if kind == LETTER or kind == DIGIT:  # noqa: SIM109 - numba compiles no set
            if last == SINGLE:
                break
        elif kind == SINGLE:
            if last != 0:
                break
        elif kind == APOSTROPHE or kind == POINT:  # noqa: SIM109
            wanted = LETTER if kind == APOSTROPHE else DIGIT
            if last != wanted or i + width >= until:
                break
            j = i + width
            if kind_of(kinds, int(data[j]) if data[j] < 128 else wide(data, j)[0]) != wanted:
                break
        elif kind != MARK:
            break
        if kind <= SINGLE:
            last = kind
        packed = folds[code] if code < kinds.shape[0] else _NONE if kind == MARK else np.uint64(code)
        while packed != _NONE:
            # ASCII in one byte, the others in three that are none.
            spelt = packed & _CODE
            packed = packed >> _21
            bits = _8
            if spelt >= _ASCII:
                low = (spelt & _SEVEN) | (spelt >> _7 & _SEVEN) << _8
                spelt = low | (spelt >> _14) << _16 | _BEYOND_ASCII
                bits = _24
            eight |= spelt << filled
            filled += bits
            if filled >= _64:
                h = _mixed(h, eight)
                chunks += 1
                filled -= _64
                eight = spelt >> (bits - filled)
        i += width
        more += width - 1
    if filled > _NONE:
        h = _mixed(h, eight)
        chunks += 1
    while chunks < 2:
        h = _mixed(h, _NONE)
        chunks += 1
    return np.uint32((h * _LAST) >> _32), i, more
