"""A sentence as a row of words with a rough part of speech: the ground of `events` and `figures`.

A handful of closed word classes and endings, no tagger: enough to tell where a noun phrase ends and
where a verb group stands. The word lists are in `eventwords`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from samecopy.records import Span
from samecopy.stages.account import eventwords
from samecopy.text.dates import Time
from samecopy.text.tense import NOT_PAST, PAST

Tag = Literal[
    "determiner",
    "preposition",
    "conjunction",
    "subordinator",
    "auxiliary",
    "verb",
    "adverb",
    "pronoun",
    "name",
    "noun",
    "number",
    "time",
    "possessive",
    "quote",
    "comma",
    "sign",
]

WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z]\b)?|(?:[A-Z]\.)+[A-Z]\b|[A-Z]\.(?=\s[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|Sgt|Prof|Capt|Maj|Adm|Rev|Cpl)\."
    r"|[0-9]+(?:[.,][0-9]+)*(?:-[a-z]+)*"
    r"|[^\W_]+(?:[-–][^\W_]+|['’](?!s\b)[^\W_]+)*|['’]s\b|[^\w\s]"
)
LONGEST_ASIDE = 8
QUOTES = frozenset('"“”«»„`')


class Word(NamedTuple):
    """A word of a row; `low` is its lower case, `begin` and `end` count in page text.

    A named tuple, as one is made for each word of an article: it costs a third of a frozen dataclass.
    """

    begin: int
    end: int
    low: str
    tag: Tag
    capital: bool
    time: int = -1
    """Number of the temporal expression that the word is part of, -1 for none."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one sentence of `text`."""

    text: str
    words: tuple[Word, ...]
    times: tuple[Time, ...]

    def phrase(self, begin: int, end: int) -> str:
        """The text of words begin to end, white space folded."""
        if begin >= end:
            return ""
        return " ".join(self.text[self.words[begin].begin : self.words[end - 1].end].split())

    def lows(self, begin: int, end: int) -> list[str]:
        return [word.low for word in self.words[max(0, begin) : max(0, end)]]

    def lows_without_times(self, begin: int, end: int) -> list[str]:
        """The same with "" for each word of a time, so that the month of May is no modal."""
        return ["" if word.tag == "time" else word.low for word in self.words[max(0, begin) : max(0, end)]]


def row_of(text: str, span: Span, times: Sequence[Time]) -> Row:
    """Read one sentence. `times` are those inside the span, in order."""
    words: list[Word] = []
    at = 0
    for found in WORD.finditer(text, span.begin, span.end):
        raw, (begin, end) = found.group(), found.span()
        while at < len(times) and times[at].end <= begin:
            at += 1
        inside = at < len(times) and times[at].begin < end
        low = raw.lower().replace("’", "'")
        tag: Tag = "time" if inside else tag_of(raw, low, words)
        words.append(Word(begin, end, low, tag, raw[0].isupper(), at if inside else -1))
    return Row(text, tuple(without_asides(retagged(words))), tuple(times))


def retagged(words: list[Word]) -> list[Word]:
    """Tags that the words around decide: "Shelling was heard" opens with a noun, "10:00 local time" is one
    time, "the savers' money" is theirs."""
    if len(words) > 1 and words[0].tag == "verb" and words[1].tag in ("auxiliary", "verb"):
        words[0] = words[0]._replace(tag="noun")
    for at in range(1, len(words) - 1):
        owner, mark = words[at - 1], words[at]
        after_s = mark.low == "'" and owner.low.endswith("s") and owner.end == mark.begin
        if after_s and not any(word.low == "'" for word in words[:at]):
            words[at] = mark._replace(tag="possessive")
    for at in range(2, len(words)):
        local = words[at - 1].low == "local" and words[at].low == "time" and words[at - 2].tag == "time"
        if local:
            for k in (at - 1, at):
                words[k] = words[k]._replace(tag="time", time=words[at - 2].time)
    return words


def without_asides(words: Sequence[Word]) -> list[Word]:
    """The words without short brackets, "(R-Texas)", which break a noun phrase; those with a time stay."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        if words[at].low == "(":
            inside = words[at : at + LONGEST_ASIDE]
            close = next((k for k, word in enumerate(inside) if word.low == ")"), 0)
            if close and not any(word.tag == "time" for word in inside[:close]):
                at += close + 1
                continue
        kept.append(words[at])
        at += 1
    return kept


def tag_of(raw: str, low: str, before: Sequence[Word]) -> Tag:
    """The part of speech that the word's form and its neighbour before suggest."""
    closed = eventwords.CLOSED.get(low)
    if low in ("may", "march") and raw[0].isupper() and before:
        return "name"
    if closed is not None:
        if low == "us" and raw.isupper():
            return "name"
        return closed
    if raw[0].isdigit():
        return "number"
    if low == "'s" and before and before[-1].low in eventwords.CONTRACTING:
        return "auxiliary"
    if not raw[0].isalpha():
        return sign_of(raw, low)
    if raw[0].isupper() and not before and low.endswith("ing"):
        return "verb"
    if raw[0].isupper() and (before or raw.isupper()):
        return "name"
    if is_verb(low, before):
        return "verb"
    if low.endswith("ly") and len(low) > 4 and low not in eventwords.LY_NOUNS:
        return "adverb"
    return "name" if raw[0].isupper() else "noun"


def sign_of(raw: str, low: str) -> Tag:
    if low == "'s":
        return "possessive"
    if raw in QUOTES:
        return "quote"
    return "comma" if raw in ",;:—–()" else "sign"


def is_verb(low: str, before: Sequence[Word]) -> bool:
    """Whether a lower-case open-class word is a finite or infinite verb here."""
    last = before[-1] if before else None
    if "-" in low:
        return False
    if last is not None and low.isalpha() and last.low in ("i", "we", "they"):
        return True
    if last is not None and last.low in ("he", "she") and low.endswith("s"):
        return True
    if last is not None and last.tag in ("determiner", "possessive") and last.low != "that":
        return False
    if low in PAST or low in eventwords.PRESENT_VERBS:
        return True
    if low.endswith("ed") and len(low) > 4 and low not in NOT_PAST:
        return True
    if last is not None and last.low == "to" and low.endswith("s") and not low.endswith(("ss", "us")):
        return False  # "sent to schools": an infinitive has no ending
    if last is not None and (last.low == "to" or last.tag == "auxiliary" or last.low in ("not", "n't")):
        return last.low not in ("is", "are", "was", "were", "be", "been") or low.endswith(("ing", "ed", "en"))
    if last is not None and last.tag == "adverb" and len(before) > 1 and before[-2].tag == "auxiliary":
        return before[-2].low in eventwords.MODALS or low.endswith(("ing", "ed"))
    return False


def is_plural(word: Word) -> bool:
    """Whether a lower-case noun is a plural, which seldom stands before another noun."""
    low = word.low
    if word.tag != "noun" or low in eventwords.SINGULAR_S or low.endswith("ics"):
        return False
    return low in ("people", "men", "women", "children", "police") or (
        low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is"))
    )


def noun_phrase_end(row: Row, begin: int) -> int:
    """End of the noun phrase that begins at a word; `begin` itself where there is none."""
    at = begin
    while at < len(row.words) and row.words[at].tag in ("determiner", "number", "adverb"):
        at += 1
    end = begin
    while at < len(row.words) and row.words[at].tag in ("noun", "name", "possessive", "number"):
        at += 1
        end = at
        if is_plural(row.words[at - 1]) and row.lows(at, at + 1) not in (["'s"], ["'"]):
            break
        if (
            at + 1 < len(row.words)
            and row.words[at].low in ("and", "or", "&")
            and row.words[at - 1].tag == row.words[at + 1].tag == "name"
        ):
            at += 1
    return end


def noun_phrase_begin(row: Row, end: int) -> int:
    """Begin of the noun phrase that ends before a word; `end` itself where there is none."""
    at = end
    while at > 0:
        before = row.words[at - 1]
        joins = (
            before.low in ("and", "&")
            and 1 < at < end
            and row.words[at - 2].tag == row.words[at].tag == "name"
        )
        if not joins and before.tag not in ("noun", "name", "possessive", "number"):
            break
        at -= 1
    while at > 0 and row.words[at - 1].tag in ("determiner", "number"):
        at -= 1
    return at
