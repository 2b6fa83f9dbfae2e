"""What each code point is to a word, and what it folds to: the tables behind `words` and the kernels.

A word is a run of letters, digits and marks; an apostrophe between letters and a point or comma between
digits join (`don't`, `1,200.5`). Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese)
give one word per base character, as the default rules of Unicode's UAX #29 do for most of them.
Folding lifts case, width, accents on Latin and Greek letters, and the shapes of quotes and dashes.

The tokenizer itself is `kernels.tokenise`; what callers use is `text.words`.
"""

import functools
import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

OTHER, LETTER, DIGIT, SINGLE, MARK, APOSTROPHE, POINT, NEWLINE, QUOTE, OPENER, SINGLE_OPENER = range(11)
UNKNOWN = 255

_BEYOND_LATIN_AND_GREEK = "\u0400"
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
)
INVISIBLE = "".join(
    map(
        chr,
        (
            *(0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF),  # soft hyphen, joiners, marks of order
            *range(0x200B, 0x2010),  # zero-width space and joiners, left-to-right and right-to-left mark
            *range(0x202A, 0x202F),  # embeddings and overrides of direction
            *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates of direction
            *range(0xFE00, 0xFE10),  # variation selectors
            *range(0xFFF9, 0xFFFC),  # annotation anchors
        ),
    )
)
"""Code points that show nothing (most of Unicode's Default_Ignorable_Code_Point); so do those of plane 14,
which the kernels know by themselves. In a word they are passed over, at no cost to offsets."""
_SAID_BY_HAND = {
    0x27: APOSTROPHE,
    0x2019: APOSTROPHE,
    0x2BC: APOSTROPHE,
    0xFF07: APOSTROPHE,
    0x2E: POINT,
    0x2C: POINT,
    0x0A: NEWLINE,
    0x2028: NEWLINE,
    0x2029: NEWLINE,
    0x22: QUOTE,
    0xAB: QUOTE,
    0xBB: QUOTE,
    0x201D: QUOTE,
    0x201F: QUOTE,
    0xFF02: QUOTE,
    0x201C: OPENER,
    0x201E: OPENER,
    0x300C: OPENER,
    0x300E: OPENER,
    0x300D: QUOTE,
    0x300F: QUOTE,
    0x2018: SINGLE_OPENER,
    **dict.fromkeys(map(ord, INVISIBLE), MARK),
}
_UNDECOMPOSED = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "þ": "th", "ð": "d", "ё": "е",
}  # fmt: skip
_SHAPES = (
    dict.fromkeys("‘’‚‛ʼ′＇`´", "'")
    | dict.fromkeys("“”„‟«»″＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys(INVISIBLE, "")
)


@dataclass(frozen=True, slots=True)
class Letters:
    """Tables over code points below 0x20000; those above count as Han (single) up to 0x3FFFF.

    `kinds` (uint8) holds one of the constants of this module; `folds` (uint64) packs up to three code
    points, 21 bits each, the first lowest; 0 folds to nothing.
    """

    kinds: npt.NDArray[np.uint8]
    folds: npt.NDArray[np.uint64]


@functools.lru_cache(maxsize=4096)  # a page's lines are held against several titles; pure
def only_letters(text: str) -> str:
    """The letters and digits of a text, in one case: what is left of a name however it is set.

    >>> only_letters("Halden-Post.example")
    'haldenpostexample'
    """
    return "".join(filter(str.isalnum, text.casefold()))


def fold_letter(letter: str) -> str:
    """The folded form of one code point, at most three code points long.

    >>> fold_letter("É"), fold_letter("ß"), fold_letter("’"), fold_letter("Ｗ")
    ('e', 'ss', "'", 'w')
    """
    if letter in _SHAPES:
        return _SHAPES[letter]
    if "\u0300" <= letter <= "\u036f":
        return ""
    if letter > "\uffff":
        if "\U000e0000" <= letter < "\U000e1000":
            return ""  # tags and variation selectors
        return letter  # historic scripts and styled letters: not worth a table
    base = unicodedata.normalize("NFKD", letter).casefold()
    if base[:1] < _BEYOND_LATIN_AND_GREEK:
        base = "".join(c for c in base if not "\u0300" <= c <= "\u036f")
    else:
        base = unicodedata.normalize("NFKC", letter).casefold()
    return "".join(_UNDECOMPOSED.get(c, c) for c in base)[:3]


def kind_of(code: int) -> int:
    """What a code point is to a word: one of this module's constants, `SINGLE` not told from `LETTER`."""
    if code in _SAID_BY_HAND:
        return _SAID_BY_HAND[code]
    category = unicodedata.category(chr(code))
    if category[0] == "M":
        return MARK
    if category[0] not in "LN":
        return OTHER
    return DIGIT if category == "Nd" else LETTER


_COMMON = ((0, 0x250), (0x2000, 0x20D0))
"""Latin, punctuation and currency signs: all that most texts are written with."""


@functools.cache
def common_letters() -> Letters:
    """Tables of the common code points only, in a millisecond; of others `kinds` says UNKNOWN."""
    size = _COMMON[-1][1]
    kinds = np.full(size, UNKNOWN, dtype=np.uint8)
    folds = np.arange(size, dtype=np.uint64)
    for low, high in _COMMON:
        kinds[low:high] = [kind_of(code) for code in range(low, high)]
        _fold(kinds, folds, low, high)
    return Letters(kinds=kinds, folds=folds)


@functools.cache
def letters() -> Letters:
    """The tables, built once per process (some 30 ms)."""
    size = 0x20000
    kinds = np.zeros(size, dtype=np.uint8)
    folds = np.arange(size, dtype=np.uint64)
    for low, high in ((0, 0x3400), (0xA000, 0xAC00), (0xF900, 0x10000)):
        kinds[low:high] = [kind_of(code) for code in range(low, high)]
    for low, high in ((0x3400, 0xA000), (0xAC00, 0xD7A4), (0x10000, size)):
        # Large and plain: a letter or nothing, and quickly told.
        kinds[low:high] = [LETTER if chr(code).isalnum() else OTHER for code in range(low, high)]
    for low, high in _UNSPACED:
        part = kinds[low : high + 1]
        part[part == LETTER] = SINGLE
    for low, high in ((0, 0x3400), (0xA640, 0xAC00), (0xF900, 0x10000)):
        _fold(kinds, folds, low, high)
    return Letters(kinds=kinds, folds=folds)


def _fold(kinds: npt.NDArray[np.uint8], folds: npt.NDArray[np.uint64], low: int, high: int) -> None:
    for code in range(low, high):
        letter = chr(code)
        if kinds[code] and not (letter.casefold() == letter and _plain(letter)):
            folds[code] = _packed(fold_letter(letter))


def _plain(letter: str) -> bool:
    known = letter in _UNDECOMPOSED or letter in _SHAPES
    return letter.isalnum() and not known and unicodedata.is_normalized("NFKD", letter)


def _packed(folded: str) -> int:
    return sum(ord(letter) << (21 * place) for place, letter in enumerate(folded))
