"""UTF-8 to words: the first kernel, and the one definition of a word.

The tables come from `text.letters`; strings come in and spans go out in `text.words`.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8, U32, U64

# What a code point is to a word; `text.letters` builds its tables with the same numbers.
LETTER, DIGIT, SINGLE, MARK, APOSTROPHE, POINT, NEWLINE, QUOTE, OPENER, SINGLE_OPENER = range(1, 11)
UNKNOWN = 255  # a table of common letters only says nothing of this one

_WHOLE = 0x20000  # code points that the whole table tells of
_HAN_ENDS = 0x40000

_OFFSET = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_LOW = np.uint64(0x1FFFFF)
_21 = np.uint64(21)
_32 = np.uint64(32)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@compiled
def _wide(data: U8, i: int) -> tuple[int, int]:
    """The code point whose lead byte, beyond ASCII, is `data[i]`, and its length in bytes."""
    lead = int(data[i])
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | (int(data[i + 1]) & 0x3F), 2
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (int(data[i + 1]) & 0x3F) << 6 | (int(data[i + 2]) & 0x3F), 3
    high = (lead & 0x07) << 18 | (int(data[i + 1]) & 0x3F) << 12
    return high | (int(data[i + 2]) & 0x3F) << 6 | (int(data[i + 3]) & 0x3F), 4


@compiled
def _kind(kinds: U8, code: int) -> int:
    if code < kinds.shape[0]:
        return int(kinds[code])
    if kinds.shape[0] < _WHOLE:
        return UNKNOWN
    return SINGLE if code < _HAN_ENDS else 0


@compiled
def tokenise(  # noqa: C901 - kernels are loops, not calls
    data: U8, bounds: I64, kinds: U8, folds: U64, word: U32, begin: I32, end: I32, line: I32, quoted: U8
) -> I64:
    """Finds the words of many texts that stand one after the other in `data`, as UTF-8.

    Text t is `data[bounds[t]:bounds[t + 1]]`; surrogates may be encoded as other code points are. For
    each word its folded hash (`word`), its span in code
    points of its own text (`begin`, `end`), the number of its line and whether it stands between
    quotation marks that close before the line ends, or
    open the next line again (`quoted`, 1 or 0) are written to the five arrays,
    which need one place for every two bytes and one for every text. Returns (texts + 1,) int64: where
    each text's words begin; the last is -1 where a letter came that the tables do not tell of.

    The hash is FNV-1a (Fowler, Noll, Vo; 64 bits) over the folded code points, mixed down to 32 bits.

    >>> import numpy as np
    >>> from samecopy.text.words import tokens
    >>> tokens(["He said: “We go.”"]).quoted.tolist()
    [0, 0, 1, 1]
    """
    texts = bounds.shape[0] - 1
    starts = np.zeros(texts + 1, dtype=np.int64)
    n = 0
    size = kinds.shape[0]
    for t in range(texts):
        base = bounds[t]  # of the code points: bytes that only go on with one move it
        stop = bounds[t + 1]
        row = 0
        inside = False
        inside_single = False
        opened = 0
        i = base
        while i < stop:
            if data[i] < 128:
                code = int(data[i])
                width = 1
                kind = int(kinds[data[i]])
            else:
                code, width = _wide(data, i)
                kind = _kind(kinds, code)
            if kind == 0 or kind == MARK or kind == POINT:  # noqa: SIM109 - numba compiles no set
                i += width
                base += width - 1
                continue
            if kind > SINGLE:
                if kind == NEWLINE:
                    row += 1
                    if inside or inside_single:
                        # A quotation goes on where the next line opens with a mark again; else the mark
                        # was a stray one, and what follows it is not quoted.
                        j = i + width
                        while j < stop and data[j] <= 32:
                            j += 1
                        again = 0
                        if j < stop:
                            again = _kind(kinds, int(data[j]) if data[j] < 128 else _wide(data, j)[0])
                        if again < QUOTE:
                            for x in range(opened, n):
                                quoted[x] = 0
                    inside = False
                    inside_single = False
                elif kind == UNKNOWN:
                    starts[texts] = -1
                    return starts
                elif kind == APOSTROPHE:
                    inside_single = False
                elif kind == QUOTE and inside:
                    inside = False
                else:
                    if not (inside or inside_single):
                        opened = n
                    if kind == SINGLE_OPENER:
                        inside_single = True
                    else:
                        inside = True
                i += width
                base += width - 1
                continue
            # A word begins here; hash it while looking for its end.
            begin[n] = i - base
            h = _OFFSET
            last = 0
            while i < stop:
                if data[i] < 128:
                    kind = int(kinds[data[i]])
                    if kind == LETTER or kind == DIGIT:  # noqa: SIM109
                        if last == SINGLE:
                            break
                        last = kind
                        h = (h ^ folds[data[i]]) * _PRIME
                        i += 1
                        continue
                    if kind == 0:
                        break
                    code = int(data[i])
                    width = 1
                else:
                    code, width = _wide(data, i)
                    kind = _kind(kinds, code)
                if kind == LETTER or kind == DIGIT:  # noqa: SIM109
                    if last == SINGLE:
                        break
                elif kind == SINGLE:
                    if last != 0:
                        break
                elif kind == APOSTROPHE or kind == POINT:  # noqa: SIM109
                    wanted = LETTER if kind == APOSTROPHE else DIGIT
                    if last != wanted or i + width >= stop:
                        break
                    j = i + width
                    if _kind(kinds, int(data[j]) if data[j] < 128 else _wide(data, j)[0]) != wanted:
                        break
                elif kind != MARK:
                    break
                if kind <= SINGLE:
                    last = kind
                packed = folds[code] if code < size else np.uint64(code)
                while packed != 0:
                    h = (h ^ (packed & _LOW)) * _PRIME
                    packed = packed >> _21
                i += width
                base += width - 1
            word[n] = np.uint32((h * _MIX) >> _32)
            end[n] = i - base
            line[n] = row
            quoted[n] = 1 if inside or inside_single else 0
            n += 1
        if inside or inside_single:
            for x in range(opened, n):
                quoted[x] = 0
        starts[t + 1] = n
    return starts
