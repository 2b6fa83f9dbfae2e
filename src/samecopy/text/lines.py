"""Plain text to lines, and lines to blocks: a hard-wrapped paragraph is one block again.

Knows layout only: line ends, blank lines, the width of the text. What a block is *for* (title,
body, site furniture) is the reading stage's business.
"""

import itertools
import re
from dataclasses import dataclass

from samecopy.records.span import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FIRST = re.compile(r"\S+")
_MARKER = re.compile(r"(?:[-*+•·–—▪●◦‣]|\(?\d{1,3}[.)])\s+\S")
_CLOSED = re.compile(r"[.!?…。！？।؟:;]['\"”’»)\]]*$")

_MIN_WIDTH = 50  # narrower columns occur in verse and menus, not in wrapped files
_MAX_WIDTH = 100  # a longer line is a whole paragraph
_MIN_PAIRS = 3  # fewer wrapped pairs of lines are chance


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or the lines of one wrapped paragraph; `spaced` says that a blank line stands before."""

    span: Span
    spaced: bool


def blocks(text: str) -> list[Block]:
    """The blocks of a text, without blank ones, white space at their ends left out.

    Lines are joined only where the file as a whole is wrapped: where lines fill a common width, so
    that the next line's first word would not have fitted (what every greedy line breaker leaves).

    >>> [b.span.of("One line.\\n\\nNext.\\n") for b in blocks("One line.\\n\\nNext.\\n")]
    ['One line.', 'Next.']
    """
    lines = _lines(text)
    width = _wrapped_width(text, lines)
    if width is None:
        return lines
    joined: list[Block] = []
    for line in lines:
        if joined and not line.spaced and _continues(text, joined[-1].span, line.span, width):
            joined[-1] = Block(Span(joined[-1].span.begin, line.span.end), joined[-1].spaced)
        else:
            joined.append(line)
    return joined


def _lines(text: str) -> list[Block]:
    found: list[Block] = []
    end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        begin = match.start() + len(line) - len(line.lstrip())
        gap = text[end:begin].replace("\r\n", "\n")
        spaced = sum(gap.count(end_of_line) for end_of_line in "\n\r\u2029") > 1 or not found
        end = begin + len(stripped)
        found.append(Block(Span(begin, end), spaced))
    return found


def _wrapped_width(text: str, lines: list[Block]) -> int | None:
    """The column at which the file was wrapped, or None."""
    width = max((len(line.span) for line in lines), default=0)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    pairs = filled = closed = 0
    for before, line in itertools.pairwise(lines):
        if line.spaced:
            continue
        pairs += 1
        filled += _fills(text, before.span, line.span, width)
        closed += bool(_CLOSED.search(before.span.of(text)))
    # Sentences one to a line also have like lengths; but then most lines end a sentence.
    if pairs < _MIN_PAIRS or filled * 10 < pairs * 6 or closed * 2 > pairs:
        return None
    return width


def _fills(text: str, before: Span, after: Span, width: int) -> bool:
    first = _FIRST.match(text, after.begin, after.end)
    start = text.rfind("\n", before.begin, before.end) + 1
    last = before.end - max(start, before.begin)
    return first is not None and last + 1 + len(first.group()) > width


def _continues(text: str, before: Span, after: Span, width: int) -> bool:
    return _fills(text, before, after, width) and not _MARKER.match(text, after.begin, after.end)
