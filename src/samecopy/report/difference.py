"""One side of an aligned paragraph, cut into the words that stayed and the words that changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from samecopy.records import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `edit` is the number of the edit that it belongs to, None where it stayed."""

    text: str
    edit: int | None = None


def pieces(text: str, span: Span, edits: Iterable[tuple[int, Span]]) -> tuple[Piece, ...]:
    """`span` of `text` cut at numbered edits. Edits grow to whole words; one that lies outside the
    span, is empty, or runs into an earlier one shows no piece of its own.

    >>> pieces("about forty boats", Span(0, 17), [(1, Span(6, 9))])
    (Piece(text='about ', edit=None), Piece(text='forty', edit=1), Piece(text=' boats', edit=None))
    """
    cut: list[Piece] = []
    at = span.begin
    for number, raw in sorted(edits, key=lambda edit: (edit[1], edit[0])):
        if len(raw) <= 0 or raw.begin < span.begin or raw.end > span.end:
            continue
        whole = _whole_words(text, raw, span)
        begin = max(at, whole.begin)
        if begin >= whole.end:
            continue
        if begin > at:
            cut.append(Piece(text[at:begin]))
        cut.append(Piece(text[begin : whole.end], number))
        at = whole.end
    if at < span.end:
        cut.append(Piece(text[at : span.end]))
    return tuple(cut)


def _whole_words(text: str, span: Span, bounds: Span) -> Span:
    begin, end = span.begin, span.end
    while begin > bounds.begin and text[begin - 1].isalnum() and text[begin].isalnum():
        begin -= 1
    while end < bounds.end and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(begin, end)
