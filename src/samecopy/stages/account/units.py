"""Sentences as token rows for reading attributions: each quotation is one token.

A unit is a sentence, or several that one quotation spans. `phrases` reads noun phrases and verb groups
in the rows, `clauses` attributions.
"""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from samecopy.records import Article, Span
from samecopy.text.quotes import Quoted, quoted
from samecopy.text.sentences import sentences

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w]|[.'’&/-](?=[^\W_])|,(?=\d{3}))*|[$£€]\d[\d.,]*\d"
    r"|--+|(?<!\S)-(?!\S)|[^\w\s]",
)
_UNLIKE_LOWERED = ("US", "IT", "WHO")  # acronyms that are other words in lower case
_ABBREVIATED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|No|Rev|Hon|Supt|Inc|Corp|Co|Ltd|Bros|[A-Z])$"
)


class Token(NamedTuple):
    """A word, a mark, or a whole quotation (`words`: how many it holds, else 0).

    A named tuple, as one is made for each word of an article: it costs a third of a frozen dataclass.
    """

    text: str
    lower: str
    begin: int
    end: int
    kind: Literal["word", "mark", "quote"]
    words: int = 0
    quote: Quoted | None = None

    @property
    def last(self) -> str:
        """The last character inside the marks of a quotation, or of the word."""
        return self.text[-1:]

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Unit:
    """One row. `paragraph` is the paragraph's number in reading order, `title` tells a headline."""

    paragraph: int
    begin: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def quotes(self) -> list[Token]:
        return [token for token in self.tokens if token.kind == "quote"]

    @property
    def only_quotes(self) -> bool:
        """Whether nothing but quotations and marks stands in it."""
        return bool(self.quotes) and all(token.kind != "word" for token in self.tokens)


def read_units(article: Article, longest: int) -> list[Unit]:
    """The units of an article's body, in reading order, none of more than `longest` tokens."""
    units: list[Unit] = []
    for paragraph in article.paragraphs:
        span = article.behind_dateline(paragraph)
        quotes = quoted(article.text, span.begin, span.end)
        at = 0
        for begin, end in _merged(article.text, span, quotes):
            inside: list[Quoted] = []
            while at < len(quotes) and quotes[at].begin < end:
                inside.append(quotes[at])
                at += 1
            row = _tokens(article.text, begin, end, inside)
            for first in range(0, len(row), longest):
                part = row[first : first + longest]
                units.append(Unit(paragraph.number, part[0].begin, part[-1].end, part))
    return units


def _merged(text: str, span: Span, quotes: list[Quoted]) -> list[tuple[int, int]]:
    """Sentence ranges, joined where a quotation crosses the cut; a closing mark is never left alone."""
    merged: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences(text, span.begin, span.end):
        while at < len(quotes) and quotes[at].end <= sentence.begin:
            at += 1
        crossing = at < len(quotes) and quotes[at].begin < sentence.begin < quotes[at].end
        if crossing and merged:
            merged[-1] = (merged[-1][0], sentence.end)
        else:
            merged.append((sentence.begin, sentence.end))
    return merged


def _tokens(text: str, begin: int, end: int, quotes: list[Quoted]) -> tuple[Token, ...]:
    row: list[Token] = []
    at = begin
    for quote in quotes:
        row.extend(_plain(text, at, quote.begin))
        words = len(quote.of(text).split())
        inner = quote.of(text).strip()
        row.append(Token(inner or "“”", "“”", quote.begin, quote.end, "quote", words, quote))
        at = quote.end
    row.extend(_plain(text, at, end))
    return tuple(row)


def _plain(text: str, begin: int, end: int) -> list[Token]:
    row: list[Token] = []
    for match in _TOKEN.finditer(text, begin, end):
        word = match.group()
        if word == "." and row and row[-1].end == match.start() and _ABBREVIATED.match(row[-1].text):
            last = row.pop()
            row.append(Token(last.text + ".", last.lower + ".", last.begin, match.end(), "word"))
            continue
        if word.startswith("-") and (len(word) > 1 or text[match.end() : match.end() + 1].isspace()):
            word = "—"  # a typed dash
        lower = word if word in _UNLIKE_LOWERED else word.lower().replace("’", "'")
        row.append(
            Token(
                word,
                lower,
                match.start(),
                match.end(),
                "word" if word[0].isalnum() or word[0] in "$£€" else "mark",
            )
        )
    return row
