"""A page's text cut into blocks (paragraphs, furniture, the rest), each a tree of marked spans.

Every span that the document points at becomes an element of its own, so that a link lands on the
very words. Spans nest where one holds the other; where two cross, the later is cut in two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from samecopy.records import Article, Span

BlockKind = Literal["title", "paragraph", "furniture", "other"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; `first` where it begins the span, whose address it then carries."""

    span: Span
    first: bool
    inner: "tuple[Mark | str, ...]"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of page text that is shown as one block. `number` counts paragraphs from 0."""

    kind: BlockKind
    number: int | None
    why: str
    content: tuple[Mark | str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: int
    end: int
    span: Span


def blocks(article: Article, spans: Iterable[Span]) -> tuple[Block, ...]:
    """The whole page text in reading order, with `spans` marked; blank stretches are left out."""
    wanted = sorted(set(spans), key=lambda span: (span.begin, -span.end))
    shown: list[Block] = []
    for kind, number, why, span in _layout(article):
        inside = [
            _Piece(max(s.begin, span.begin), min(s.end, span.end), s)
            for s in wanted
            if s.begin < span.end and s.end > span.begin
        ]
        shown.append(Block(kind, number, why, _nest(article.text, span, inside)))
    return tuple(shown)


def _layout(article: Article) -> list[tuple[BlockKind, int | None, str, Span]]:
    named: list[tuple[BlockKind, int | None, str, Span]] = [
        ("paragraph", paragraph.number, "", paragraph.span) for paragraph in article.paragraphs
    ]
    named += [("furniture", None, line.why, line.span) for line in article.furniture]
    if article.title_span is not None:
        named.append(("title", None, "", article.title_span))
    named.sort(key=lambda block: block[3])
    laid: list[tuple[BlockKind, int | None, str, Span]] = []
    at = 0
    for kind, number, why, span in [*named, ("other", None, "", Span(len(article.text), len(article.text)))]:
        laid += [("other", None, "", line) for line in _lines(article.text, at, span.begin)]
        if span.begin >= at and len(span) > 0:
            laid.append((kind, number, why, span))
        at = max(at, span.end)
    return laid


def _lines(text: str, begin: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at = begin
    for line in text[begin:end].split("\n"):
        if line.strip():
            lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    return lines


def _nest(text: str, span: Span, inside: Sequence[_Piece]) -> tuple[Mark | str, ...]:
    content: list[Mark | str] = []
    at = span.begin
    queue = sorted(inside, key=lambda piece: (piece.begin, -piece.end))
    while queue:
        outer = queue.pop(0)
        if outer.begin > at:
            content.append(text[at : outer.begin])
        held = [piece for piece in queue if piece.begin < outer.end]
        rest = [piece for piece in queue if piece.begin >= outer.end]
        rest += [_Piece(outer.end, piece.end, piece.span) for piece in held if piece.end > outer.end]
        held = [_Piece(p.begin, min(p.end, outer.end), p.span) for p in held]
        inner = _nest(text, Span(outer.begin, outer.end), held)
        content.append(Mark(outer.span, outer.begin == outer.span.begin, inner))
        at = outer.end
        queue = sorted(rest, key=lambda piece: (piece.begin, -piece.end))
    if at < span.end:
        content.append(text[at : span.end])
    return tuple(content)
