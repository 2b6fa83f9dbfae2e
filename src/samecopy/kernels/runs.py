"""Bytes to runs that may be words: a block at a time, by arithmetic on bits.

`tokenise` reads the runs. What counts as a letter here is ASCII only; of anything else it is told where to
look closer.
"""

import numpy as np

from samecopy.kernels.bits import LANES, classes, first_bit
from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, U8

# The last bytes of a block only tell what follows the ones before: a character of three bytes, beside one.
_STEP = LANES - 4
_STEPS = np.uint64(_STEP)
_LAST_BIT = np.uint64(_STEP - 1)
_DECIDED = np.uint64((1 << _STEP) - 1)
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_NONE = np.uint64(0)
_1 = np.uint64(1)
_2 = np.uint64(2)


@compiled
def runs(data: U8, begin: int, stop: int, between: bool, turns: I32, special: I32) -> int:
    """Where runs of bytes that may belong to words begin and end, and which bytes ask for a closer look.

    Writes the places, counted from `begin`, to `turns` (beginnings and ends by turns) and `special`, each
    closed by places beyond the text; returns how many turns there are. ASCII letters, digits and what
    joins them are plain, and so are blanks and most of punctuation. Special are, in runs, bytes beyond
    ASCII and what stands beside them; `between` runs, if asked for, newlines, quotation marks, dashes.
    """
    asked = _ALL if between else _NONE
    n = 0
    m = 0
    letter_before = _NONE
    digit_before = _NONE
    inside = _NONE
    within_gap = _NONE
    for i in range(begin, stop + 1, _STEP):
        letters, digits, wide, apostrophes, points, breaks, lead, second, joining = classes(data, i)
        valid = _ALL if stop - i >= LANES else (_1 << np.uint64(stop - i)) - _1
        gaps = lead & (second >> _1) & ~(joining >> _2) & valid
        gap = gaps | (gaps << _1) | (gaps << _2) | within_gap
        wide &= valid & ~gap
        letters &= valid
        digital = digits & valid | wide
        lettered = letters | wide
        apostrophes &= valid
        after_letter = (lettered << _1) | letter_before
        joined = apostrophes & after_letter & (lettered >> _1)
        within = letters | digital | joined
        within |= points & ((digital << _1) | digit_before) & (digital >> _1)
        closer = wide | asked & (gaps | breaks & valid | apostrophes & ~joined)
        turn = (within ^ ((within << _1) | inside)) & _DECIDED
        closer &= _DECIDED
        letter_before = (lettered >> _LAST_BIT) & _1
        digit_before = (digital >> _LAST_BIT) & _1
        inside = (within >> _LAST_BIT) & _1
        within_gap = ((gaps & _DECIDED) | (gaps & _DECIDED) << _1 | (gaps & _DECIDED) << _2) >> _STEPS
        while turn != _NONE:
            turns[n] = i - begin + first_bit(turn)
            turn &= turn - _1
            n += 1
        while closer != _NONE:
            special[m] = i - begin + first_bit(closer)
            closer &= closer - _1
            m += 1
    turns[n : n + 2] = stop - begin + 1
    special[m] = stop - begin + 1
    return n
