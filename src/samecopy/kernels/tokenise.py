"""UTF-8 to words: the first kernel, and the one definition of a word.

`runs` finds what may be words, `spell` hashes one. The tables come from `text.letters`; strings come in and
spans go out in `text.words`.
"""

import numpy as np

from samecopy.kernels.bits import LANES
from samecopy.kernels.compiled import compiled
from samecopy.kernels.runs import runs
from samecopy.kernels.spell import (
    APOSTROPHE,
    LETTER,
    NEWLINE,
    QUOTE,
    SINGLE,
    SINGLE_OPENER,
    UNKNOWN,
    folded,
    kind_of,
    plain,
    wide,
)
from samecopy.kernels.types import I32, I64, U8, U32, U64

BEYOND = LANES + 16
"""Bytes that `tokenise` may look at behind the last text."""
_COLON = 0x3A


@compiled
def tokenise(  # noqa: C901 - kernels are loops, not calls
    data: U8, bounds: I64, kinds: U8, folds: U64, word: U32, begin: I32, end: I32, line: I32, quoted: U8
) -> I64:
    """Finds the words of many texts that stand one after the other in `data`, as UTF-8.

    Text t is `data[bounds[t]:bounds[t + 1]]`; surrogates may be encoded as other code points are, and
    `BEYOND` bytes of any kind follow the last text. For each word its folded hash (`word`), its span in
    code points of its own text (`begin`, `end`), the number of its line and whether it stands between
    quotation marks that close before the line ends, or open the next line again (`quoted`, 1 or 0; 2 more
    where the line before ends in a colon) are written to the five arrays, which need one place for every
    two bytes and one for every text. Returns (texts + 1,) int64: where each text's words begin; the last is
    -1 where a letter came that the tables do not tell of.

    Blocks of bytes are sorted by what they are, all at once, and the ends of runs read off the bits, as
    simdjson finds the marks of JSON (Langdale, Lemire: "Parsing gigabytes of JSON per second", VLDB
    Journal 2019). Plain ASCII words, most of all, are hashed eight bytes at a time; the others are read
    letter by letter.

    >>> import numpy as np
    >>> from samecopy.text.words import tokens
    >>> tokens(["He said: “We go.”"]).quoted.tolist()
    [0, 0, 1, 1]
    """
    texts = bounds.shape[0] - 1
    starts = np.zeros(texts + 1, dtype=np.int64)
    longest = np.int64(0)
    for t in range(texts):
        longest = max(longest, bounds[t + 1] - bounds[t])
    turns = np.empty(longest + 3, dtype=np.int32)
    special = np.empty(longest + 3, dtype=np.int32)
    n = 0
    for t in range(texts):
        first = bounds[t]
        base = first  # of the code points: bytes that only go on with one move it
        stop = bounds[t + 1]
        row = 0
        inside = False
        inside_single = False
        opened = 0
        told = 0
        before = n  # words before this line
        found = runs(data, first, stop, True, turns, special)
        turn = 0
        mark = 0
        while True:
            i = first + turns[turn]
            until = first + turns[turn + 1]
            if special[mark] >= turns[turn + 1]:
                if turn == found:
                    break
                word[n] = plain(data, i, until)
                begin[n] = i - base
                end[n] = until - base
                line[n] = row
                quoted[n] = told + 1 if inside or inside_single else told
                n += 1
                turn += 2
                continue
            if special[mark] < turns[turn]:
                i = first + special[mark]
                until = i + 1
                mark += 1
            else:
                turn += 2
                while special[mark] < until - first:
                    mark += 1
            while i < until:
                code = int(data[i])
                width = 1
                if code < 128:
                    kind = int(kinds[code])
                else:
                    code, width = wide(data, i)
                    kind = kind_of(kinds, code)
                if LETTER <= kind <= SINGLE:
                    begin[n] = i - base
                    word[n], i, more = folded(data, i, until, kinds, folds)
                    base += more
                    end[n] = i - base
                    line[n] = row
                    quoted[n] = told + 1 if inside or inside_single else told
                    n += 1
                    continue
                i += width
                base += width - 1
                if kind == UNKNOWN:
                    starts[texts] = -1
                    return starts
                if kind == NEWLINE:
                    row += 1
                    if n > before:
                        before = n
                        j = i - width - 1
                        while data[j] == 32 or data[j] == 13:
                            j -= 1
                        told = 2 if data[j] == _COLON else 0
                    if inside or inside_single:
                        # A quotation goes on where the next line opens with a mark again; else the mark
                        # was a stray one, and what follows it is not quoted.
                        j = i
                        while j < stop and data[j] <= 32:
                            j += 1
                        again = 0
                        if j < stop:
                            again = kind_of(kinds, int(data[j]) if data[j] < 128 else wide(data, j)[0])
                        if again < QUOTE:
                            for x in range(opened, n):
                                quoted[x] &= 2
                    inside = False
                    inside_single = False
                elif kind == APOSTROPHE:
                    inside_single = False
                elif kind >= QUOTE:
                    # A mark that leans on the word after it opens, one that leans on the word before closes.
                    leans = 0
                    if kind == QUOTE:
                        free = i - width == first or data[i - width - 1] <= 32
                        if free != (i >= stop or data[i] <= 32):
                            leans = 1 if free else -1
                    if inside and leans > 0:
                        for x in range(opened, n):
                            quoted[x] &= 2
                        opened = n
                    elif kind == QUOTE and inside:
                        inside = False
                    elif leans >= 0:
                        if not (inside or inside_single):
                            opened = n
                        if kind == SINGLE_OPENER:
                            inside_single = True
                        else:
                            inside = True
        if inside or inside_single:
            for x in range(opened, n):
                quoted[x] &= 2
        starts[t + 1] = n
    return starts


@compiled
def word_hashes(data: U8, bounds: I64, kinds: U8, folds: U64, word: U32) -> I64:
    """The hashes that `tokenise` gives, and nothing else: for fingerprints, in half the time.

    Takes the same and returns the same.

    >>> import numpy as np
    >>> from samecopy.text.words import hashed, tokens
    >>> hashed(["He won’t."])[1].tolist() == tokens(["he WON'T"]).word.tolist()
    True
    """
    texts = bounds.shape[0] - 1
    starts = np.zeros(texts + 1, dtype=np.int64)
    longest = np.int64(0)
    for t in range(texts):
        longest = max(longest, bounds[t + 1] - bounds[t])
    turns = np.empty(longest + 3, dtype=np.int32)
    special = np.empty(longest + 3, dtype=np.int32)
    n = 0
    for t in range(texts):
        first = bounds[t]
        found = runs(data, first, bounds[t + 1], False, turns, special)
        mark = 0
        for turn in range(0, found, 2):
            i = first + turns[turn]
            until = first + turns[turn + 1]
            if special[mark] >= turns[turn + 1]:
                word[n] = plain(data, i, until)
                n += 1
                continue
            while special[mark] < turns[turn + 1]:
                mark += 1
            while i < until:
                code = int(data[i])
                width = 1
                if code < 128:
                    kind = int(kinds[code])
                else:
                    code, width = wide(data, i)
                    kind = kind_of(kinds, code)
                if LETTER <= kind <= SINGLE:
                    word[n], i, _ = folded(data, i, until, kinds, folds)
                    n += 1
                elif kind == UNKNOWN:
                    starts[texts] = -1
                    return starts
                else:
                    i += width
        starts[t + 1] = n
    return starts
