"""Code points to words: the first kernel, and the one definition of a word.

The tables come from `text.letters`; strings come in and spans go out in `text.words`.
"""

import numpy as np
from numba import njit

from samecopy.kernels.types import I32, I64, U8, U32, U64

# What a code point is to a word; `text.letters` builds its tables with the same numbers.
LETTER, DIGIT, SINGLE, MARK, APOSTROPHE, POINT, NEWLINE, QUOTE, OPENER, SINGLE_OPENER = range(1, 11)

_OFFSET = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_LOW = np.uint64(0x1FFFFF)
_21 = np.uint64(21)
_32 = np.uint64(32)
_MIX = np.uint64(0x9E3779B97F4A7C15)


@njit(cache=True, nogil=True)
def tokenise(  # noqa: C901 - kernels are loops, not calls
    codes: U32, bounds: I64, kinds: U8, folds: U64, word: U32, begin: I32, end: I32, line: I32, quoted: U8
) -> I64:
    """Finds the words of many texts that stand one after the other in `codes`.

    Text t is `codes[bounds[t]:bounds[t + 1]]`. For each word its folded hash (`word`), its span in code
    points of its own text (`begin`, `end`), the number of its line and whether it stands between
    quotation marks that close before the line ends, or
    open the next line again (`quoted`, 1 or 0) are written to the five arrays,
    which must be as long as `codes`. Returns (texts + 1,) int64: where each text's words begin.

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
        base = bounds[t]
        stop = bounds[t + 1]
        row = 0
        inside = False
        inside_single = False
        opened = 0
        i = base
        while i < stop:
            code = codes[i]
            kind = kinds[code] if code < size else (SINGLE if code < 0x40000 else 0)
            if kind == 0 or kind == MARK or kind == POINT:  # noqa: SIM109 - numba compiles no set
                i += 1
                continue
            if kind > SINGLE:
                if kind == NEWLINE:
                    row += 1
                    if inside or inside_single:
                        # A quotation goes on where the next line opens with a mark again; else the mark
                        # was a stray one, and what follows it is not quoted.
                        j = i + 1
                        while j < stop and codes[j] <= 32:
                            j += 1
                        again = kinds[codes[j]] if j < stop and codes[j] < size else 0
                        if again < QUOTE:
                            for x in range(opened, n):
                                quoted[x] = 0
                    inside = False
                    inside_single = False
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
                i += 1
                continue
            # A word begins here; hash it while looking for its end.
            first = i
            h = _OFFSET
            last = 0
            while i < stop:
                code = codes[i]
                kind = kinds[code] if code < size else (SINGLE if code < 0x40000 else 0)
                if kind == LETTER or kind == DIGIT:  # noqa: SIM109
                    if last == SINGLE:
                        break
                elif kind == SINGLE:
                    if last != 0:
                        break
                elif kind == APOSTROPHE or kind == POINT:  # noqa: SIM109
                    wanted = LETTER if kind == APOSTROPHE else DIGIT
                    if last != wanted or i + 1 >= stop:
                        break
                    follows = codes[i + 1]
                    if follows >= size or kinds[follows] != wanted:
                        break
                elif kind != MARK:
                    break
                if kind <= SINGLE:
                    last = kind
                packed = folds[code] if code < size else np.uint64(code)
                while packed != 0:
                    h = (h ^ (packed & _LOW)) * _PRIME
                    packed = packed >> _21
                i += 1
            word[n] = np.uint32((h * _MIX) >> _32)
            begin[n] = first - base
            end[n] = i - base
            line[n] = row
            quoted[n] = 1 if inside or inside_single else 0
            n += 1
        if inside or inside_single:
            for x in range(opened, n):
                quoted[x] = 0
        starts[t + 1] = n
    return starts
