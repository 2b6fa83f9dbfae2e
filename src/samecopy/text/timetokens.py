"""A text as tokens with one class letter each, so that rules over time words are regular
expressions over a short string of letters. The letters are in `timewords`."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from samecopy.text.numerals import NUMBER_WORDS
from samecopy.text.timewords import CAPITAL_ONLY, CLASSES
from samecopy.text.wordlists import listed

# The first alternative takes most words at once. Each is a run of one character class with fixed-length
# tails: linear in the text.
TOKEN = re.compile(
    r"""
  (?P<Z>local\ time\b)
| (?P<plain>[a-z]{3,}(?![\w'’]))
| (?P<H>(?:New\ Year['’]s|Christmas)\ (?:Eve|Day)\b|(?:Thanksgiving|Boxing|Valentine['’]s)\ Day\b
    |Good\ Friday\b|Easter\ (?:Sun|Mon)day\b|Palm\ Sunday\b|Ash\ Wednesday\b
    |(?:May|Labor|Memorial|Columbus|Veterans|Armistice|Remembrance|St\.\ Patrick['’]s)\ Day\b)
| (?P<I>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9]))
| (?P<J>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))
| (?P<C>[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?(?![0-9])|\.[0-5][0-9](?=\ ?[ap]\.?m\b)))
| (?P<K>['’`]?[0-9]{1,3}0['’]?s\b)
| (?P<d>[0-9]{1,2}(?:st|nd|rd|th)\b)
| (?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
| (?P<A>[ap]\.m\.|[AP]\.M\.|[apAP][mM]\b|o['’]clock\b)
| (?P<Q>Q[1-4]\b)
| (?P<b>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.)
| (?P<word>[^\W\d_]+)
| (?P<Y>['’]s\b)
| (?P<stop>\n\s*\n)
| (?P<sign>[^\w\s])
""",
    re.VERBOSE,
)
SIGNS = {
    "-": "-",
    "–": "-",
    ",": ",",
    ".": ".",
    "/": "/",
    "$": "$",
    "€": "$",
    "£": "$",
    "%": "%",
    "'": "'",
    "’": "'",
}
# A full stop after one of these, or after a single letter, ends no sentence.
SHORTENED = listed("mr mrs ms dr st gen sen rep gov prof col lt sgt capt inc corp co ltd vs no")
# Classes of words that are written small within a sentence, and of what a sentence may open after, or an
# ordinal ("the 21st Century").
LOWER_CASE = "uUTRXePC"
OPENERS = ".|;-,d"
WEEKDAY_STARTS = frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text: `begins` and `ends` in the text, `words` lower-case, `classes` one letter each."""

    text: str
    begins: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def at(self, offset: int) -> int:
        """Number of the first token that begins at or after an offset."""
        return bisect_left(self.begins, offset)


def number_class(raw: str) -> str:
    """`D` a day of the month, `y` a year, `N` any other number.

    >>> number_class("31"), number_class("1997"), number_class("1,997"), number_class("2.5")
    ('D', 'y', 'N', 'N')
    """
    if raw.isdigit() and len(raw) <= 4:
        value = int(raw)
        if len(raw) <= 2 and 1 <= value <= 31:
            return "D"
        if len(raw) == 4 and 1000 <= value <= 2199:
            return "y"
    return "N"


@lru_cache(maxsize=16384)  # pure: words recur
def word_class(raw: str, low: str) -> str:
    if low in CAPITAL_ONLY and not raw[0].isupper():
        return "x"
    if raw.isupper() and low in ("today", "now", "mar", "sun", "sat"):
        return "x"  # a newspaper's name, a movement's, an abbreviation
    letter = CLASSES.get(low)
    if letter is None:
        return "n" if low in NUMBER_WORDS else "x"
    return letter


def named_so(raw: str, letter: str, text: str, end: int, begin: int, before: str) -> bool:
    """Whether a capital inside a sentence makes a time word part of a name: "USA Today", "60 Minutes"."""
    return letter in LOWER_CASE and raw[0].isupper() and before not in OPENERS and "\n" not in text[end:begin]


def shortens(word: str, text: str, end: int) -> bool:
    """Whether the full stop that ends at `end` shortens the word before it: "Dr. Roe", "Ala., said"."""
    return len(word) == 1 or word in SHORTENED or text.startswith(",", end)


def tokens(text: str, begin: int = 0, end: int | None = None) -> Tokens:
    """Tokens of `text[begin:end]`, offsets in `text`.

    >>> tokens("on Friday, 7 May 2021, at 9:30").classes
    'xW,DMy,@C'
    """
    begins: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    letters: list[str] = []
    for found in TOKEN.finditer(text, begin, len(text) if end is None else end):
        kind = found.lastgroup or "sign"
        raw = found.group()
        if kind == "plain":
            begins.append(found.start())
            ends.append(found.end())
            words.append(raw)
            letters.append(word_class(raw, raw))
            continue
        low = raw.lower()
        if kind == "word":
            letter = word_class(raw, low)
            if letters and named_so(raw, letter, text, ends[-1], found.start(), letters[-1]):
                letter = "x"
        elif kind == "number":
            letter = number_class(raw)
        elif kind == "sign":
            letter = SIGNS.get(raw, ";")
            if letter == "." and words and shortens(words[-1], text, found.end()):
                letter = ";"
        elif kind == "stop":
            letter = "|"
        elif kind == "b":
            low = low[:-1]
            letter = "w" if low[:3] in WEEKDAY_STARTS else "M"
        else:
            letter = kind
        begins.append(found.start())
        ends.append(found.end())
        words.append(low)
        letters.append(letter)
    return Tokens(text, begins, ends, words, "".join(letters))
