"""Paragraphs as pieces: words, and the signs that carry meaning (%, $, €), with their spans.

`text.words` says what a word is. Here initials written with points ("U.S.") are put together, and
signs between words that a word diff must not lose are made pieces of their own.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import Article, Span
from samecopy.text.words import fold, words

_SIGNS = re.compile(r"[%$€£¥₹₽°&@+#§]")
_BREAK = re.compile(r"[,;:.!?—–()\[\]“”\"«»\n]")
_SENTENCE_END = re.compile(r"[.!?…:]['\"”’)\]]*\s|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or sign at `[begin, end)` of the page text; `key` is its folded form."""

    begin: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page, or a part of one, in pieces."""

    page: str
    number: int
    text: str
    span: Span
    pieces: tuple[Piece, ...]

    @property
    def keys(self) -> list[str]:
        return [piece.key for piece in self.pieces]

    def surface(self, piece: int) -> str:
        return self.text[self.pieces[piece].begin : self.pieces[piece].end]

    def gap(self, piece: int) -> str:
        """What stands between a piece and the one before it."""
        before = self.pieces[piece - 1].end if piece else self.span.begin
        after = self.pieces[piece].begin if piece < len(self.pieces) else self.span.end
        return self.text[before:after]

    def breaks(self) -> list[bool]:
        """Whether a clause begins at each piece; true past the last."""
        inner = [i == 0 or _BREAK.search(self.gap(i)) is not None for i in range(len(self.pieces))]
        return [*inner, True]

    def opens_sentence(self, piece: int) -> bool:
        """Whether a piece is the first of its sentence, or follows an opening quotation mark."""
        if piece == 0:
            return True
        gap = self.gap(piece)
        return (_SENTENCE_END.search(gap + " ") is not None and len(gap) > 1) or gap.endswith(
            ("“", ' "', " ‘")
        )

    def ends_sentence(self, piece: int) -> bool:
        """Whether a sentence ends before a piece, or the block does."""
        return piece == len(self.pieces) or _SENTENCE_END.search(self.gap(piece)) is not None

    def part(self, begin: int, end: int) -> "Block":
        """The block of the pieces `begin` to `end`, cut at the white space before each end."""
        if begin == 0 and end == len(self.pieces):
            return self
        start = self.span.begin if begin == 0 else self._cut(begin)
        stop = self.span.end if end == len(self.pieces) else self._cut(end)
        stop -= len(self.text[start:stop]) - len(self.text[start:stop].rstrip())
        return Block(self.page, self.number, self.text, Span(start, stop), self.pieces[begin:end])

    def _cut(self, piece: int) -> int:
        """Where a part that begins with a piece begins: after the white space, before its marks."""
        begin = self.pieces[piece].begin
        space = re.search(r"\S*$", self.gap(piece))
        return begin - len(space.group()) if space else begin


def blocks(article: Article) -> list[Block]:
    """The paragraphs of an article in pieces, in reading order. The words of a dateline ("TARN (PW) —")
    are no part of the copy."""
    if not article.paragraphs:
        return []
    text, first, last = article.text, article.paragraphs[0], article.paragraphs[-1]
    spans = words(text, first.span.begin, last.span.end)
    begins = [span.begin for span in spans]
    found: list[Block] = []
    for p in article.paragraphs:
        own = spans[bisect_left(begins, p.span.begin) : bisect_left(begins, p.span.end)]
        pieces = _pieces(text, p.span, own)
        begin = article.behind_dateline(p).begin
        rest = tuple(x for x in pieces if x.begin >= begin)
        found.append(Block(article.page, p.number, text, p.span, rest or pieces))
    return found


def block(page: str, number: int, text: str, span: Span) -> Block:
    """One stretch of page text in pieces.

    >>> b = block("a", 0, "The U.S. paid $5m.", Span(0, 18))
    >>> [b.surface(i) for i in range(len(b.pieces))]
    ['The', 'U.S.', 'paid', '$', '5m']
    """
    return Block(page, number, text, span, _pieces(text, span, words(text, span.begin, span.end)))


def _pieces(text: str, span: Span, own: Sequence[Span]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = span.begin
    for word in own:
        found.extend(_signs(text, at, word.begin))
        found.append(Piece(word.begin, word.end, fold(text[word.begin : word.end])))
        at = word.end
    found.extend(_signs(text, at, span.end))
    if not found and len(span):
        return (Piece(span.begin, span.end, span.of(text)),)  # "* * *" is a paragraph too
    return tuple(_per_cent(text, _numero(text, _initials(text, found, span.end))))


def _per_cent(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """ "Per cent" is one piece, as "percent" is."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and (last.key, piece.key) == ("per", "cent") and text[last.end : piece.begin].isspace():
            found[-1] = Piece(last.begin, piece.end, "percent")
        else:
            found.append(piece)
    return found


def _numero(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """ "No. 8" is number 8: the sign for a number has the key of the word."""
    found = list(pieces)
    for i, (piece, following) in enumerate(itertools.pairwise(pieces)):
        sign = _NUMERO.get(text[piece.begin : piece.end])
        pointed = text[piece.end : following.begin].rstrip() == "."
        if sign and pointed and text[following.begin].isdigit():
            found[i] = Piece(piece.begin, piece.end, sign)
    return found


_NUMERO = {"No": "number", "Nos": "numbers"}


def _signs(text: str, begin: int, end: int) -> list[Piece]:
    return [Piece(m.start(), m.end(), m.group()) for m in _SIGNS.finditer(text, begin, end)]


def _initials(text: str, pieces: Sequence[Piece], end: int) -> list[Piece]:
    """Runs of single letters joined by points become one piece, its last point included."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        last = at
        while last + 1 < len(pieces) and _joined(text, pieces[last], pieces[last + 1]):
            last += 1
        if last > at:
            stop = pieces[last].end
            stop += stop < end and text[stop] == "."
            key = "".join(piece.key for piece in pieces[at : last + 1])
            found.append(Piece(pieces[at].begin, stop, key))
        else:
            found.append(pieces[at])
        at = last + 1
    return found


def _joined(text: str, left: Piece, right: Piece) -> bool:
    letters = left.end - left.begin == 1 and right.end - right.begin == 1
    return letters and text[left.end : right.begin] == "." and text[left.begin].isalpha()
