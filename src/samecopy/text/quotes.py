"""Quoted stretches of running text, in all the marks that pages use.

Neighbours: `sentences` cuts text into sentences and hard-broken blocks. What a quotation means (speech,
irony, the title of a work) is not decided here.

Marks: “…” "…" «…» „…“ ‘…’ '…' ``…''. Only outermost quotations are given. A single mark may be
an apostrophe: a single quotation must open after white space or punctuation and close within its block.
By the custom of running quotations, each paragraph of a long one opens with a mark and only the last
closes: an unclosed double quotation runs to the end of its block.
"""

import re
from dataclasses import dataclass

from samecopy.records import Span
from samecopy.text.sentences import blocks

_MARK = re.compile(r"``|''|[“”„«»\"‘’‚'〝〞＂]")
_CLOSERS = {
    "“": '”"＂',
    '"': '"”“',
    "＂": '＂"',
    "”": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "``": "''\"”",
    "''": "''\"”",
    "〝": "〞",
}
_ELISION = re.compile(
    r"['’‘](?:\d\d?s?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|round\b|bout\b)", re.IGNORECASE
)
_BEFORE_OPENING = ' \t\n\r\u00a0\u2009\u202f([{—–-/:;,…“"‘«>'


@dataclass(frozen=True, slots=True, order=True)
class Quoted:
    """One quoted stretch: `[begin, end)` with its marks, `[inner_begin, inner_end)` without.

    `closed` is False where no closing mark was found; then `end == inner_end`, the end of the block
    or the place where the next quotation opens.
    """

    begin: int
    end: int
    inner_begin: int
    inner_end: int
    closed: bool

    def of(self, text: str) -> str:
        """The quoted words, without the marks."""
        return text[self.inner_begin : self.inner_end]


def quoted(text: str, begin: int = 0, end: int | None = None) -> list[Quoted]:
    """The outermost quotations of `text[begin:end]`, in order; offsets count in `text`. Linear time.

    >>> text = 'It is “a start,” she said. "Don\\'t stop," he wrote.'
    >>> [q.of(text) for q in quoted(text)]
    ['a start,', "Don't stop,"]
    """
    found: list[Quoted] = []
    for block in blocks(text, begin, end):
        found.extend(_in_block(text, block))
    return found


def _in_block(text: str, block: Span) -> list[Quoted]:
    marks = [
        (m.start(), m.group())
        for m in _MARK.finditer(text, block.begin, block.end)
        if not _is_apostrophe(text, m.start(), m.group(), block)
    ]
    found: list[Quoted] = []
    at = 0
    while at < len(marks):
        place, mark = marks[at]
        if mark in "‘'‚" and mark != "''":
            taken = _single(text, marks, at, block)
        elif _opens(text, place, mark, block):
            taken = _double(text, marks, at, block)
        else:
            taken = None
        if taken is None:
            at += 1
        else:
            one, at = taken
            if one.inner_begin < one.inner_end:
                found.append(one)
    return found


def _before(text: str, place: int, block: Span) -> str:
    return text[place - 1] if place > block.begin else " "


def _after(text: str, place: int, block: Span) -> str:
    return text[place] if place < block.end else " "


def _is_apostrophe(text: str, place: int, mark: str, block: Span) -> bool:
    """A single mark within a word or before an elided one ('90s)."""
    if mark not in ("'", "’", "‘"):
        return False
    if _before(text, place, block).isalnum() and _after(text, place + 1, block).isalnum():
        return True
    return _ELISION.match(text, place, block.end) is not None and mark != "‘"


def _opens(text: str, place: int, mark: str, block: Span) -> bool:
    """Whether a double mark at `place`, outside any quotation, opens one."""
    if mark in ("“", "„", "«", "``", "〝"):
        return True
    if mark in ("’", "»", "〞"):
        return False
    before, after = _before(text, place, block), _after(text, place + len(mark), block)
    return before in _BEFORE_OPENING and not after.isspace()


def _double(text: str, marks: list[tuple[int, str]], at: int, block: Span) -> tuple[Quoted, int]:
    """The quotation opened by `marks[at]`, and the number of the mark to go on from."""
    place, mark = marks[at]
    closers = _CLOSERS[mark]
    inner = place + len(mark)
    for number in range(at + 1, len(marks)):
        other, other_mark = marks[number]
        if other_mark in ("‘", "’", "'", "‚"):
            continue
        before, after = _before(text, other, block), _after(text, other + len(other_mark), block)
        if other_mark == mark == "“" and not before.isspace() and not after.isalnum():
            return Quoted(place, other + 1, inner, other, True), number + 1
        reopening = before.isspace() and not after.isspace() and after.isalnum()
        if other_mark in closers and not (reopening and other_mark in ("''", '"', "“")):
            return Quoted(place, other + len(other_mark), inner, other, True), number + 1
        if other_mark == mark or reopening:
            stop = other
            while stop > inner and text[stop - 1].isspace():
                stop -= 1
            return Quoted(place, stop, inner, stop, False), number
    return Quoted(place, block.end, inner, block.end, False), len(marks)


def _single(text: str, marks: list[tuple[int, str]], at: int, block: Span) -> tuple[Quoted, int] | None:
    """The single quotation opened by `marks[at]`, or None where the mark is an apostrophe."""
    place, mark = marks[at]
    before, after = _before(text, place, block), _after(text, place + 1, block)
    if before not in _BEFORE_OPENING or not (after.isalnum() or after in '“"«[($£€…-'):
        return None
    closers = "’'" if mark == "‘" else "'" if mark == "'" else "‘’"
    candidates: list[int] = []
    for number in range(at + 1, len(marks)):
        other, other_mark = marks[number]
        if (
            other_mark in ("‘", "'")
            and _before(text, other, block) in " \t([—–"
            and (_after(text, other + 1, block).isalnum())
        ):
            break
        if other_mark in closers and not _before(text, other, block).isspace():
            candidates.append(number)
    if not candidates:
        return None
    best = next((n for n in candidates if text[marks[n][0] - 1] in ",.!?…;"), None)
    if best is None:
        best = next((n for n in candidates if not _possessive(text, marks[n][0], block)), candidates[0])
    close = marks[best][0]
    return Quoted(place, close + 1, place + 1, close, True), best + 1


def _possessive(text: str, place: int, block: Span) -> bool:
    """`workers’ rights`: an s before the mark, a word after it."""
    return (
        text[place - 1] == "s"
        and _after(text, place + 1, block) == " "
        and _after(text, place + 2, block).isalpha()
    )
