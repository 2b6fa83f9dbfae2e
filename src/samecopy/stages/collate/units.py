"""Meaningful units in a block: dates, numbers with their unit, names, compounds.

An edit that touches a unit takes in the whole of it: "10 January" is one date, not two words.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from samecopy.stages.collate.lexicon import BEGINNERS, FUNCTION_WORDS, HONORIFICS, PARTICLES, TITLES
from samecopy.stages.collate.pieces import Block
from samecopy.text.dates import Time, find_times
from samecopy.text.numbers import Number, find_numbers

UnitKind = Literal["time", "number", "name", "compound"]


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces `begin` to `end` of a block that belong together. `or_number` is another reading of the
    same figure ("5m": five million, or five metres)."""

    kind: UnitKind
    begin: int
    end: int
    time: Time | None = None
    number: Number | None = None
    or_number: Number | None = None


def units(block: Block, anchor: datetime.date | None) -> list[Unit]:
    """The units of a block, in order; dates before numbers before names before compounds where they
    would overlap. `anchor` is the page's publication day."""
    if not block.pieces:
        return []
    found: list[Unit] = []
    free = [True] * len(block.pieces)

    def add(unit: Unit) -> None:
        if unit.begin < unit.end and all(free[unit.begin : unit.end]):
            found.append(unit)
            free[unit.begin : unit.end] = [False] * (unit.end - unit.begin)

    for time in find_times(block.text, anchor, block.span.begin, block.span.end):
        if time.type in ("DATE", "TIME"):
            add(Unit("time", *_under(block, time.begin, time.end), time=time))
        elif time.type == "DURATION":
            add(Unit("number", *_under(block, time.begin, time.end), time=time))
    for unit in _numbers(block):
        add(unit)
    for unit in _short_scales(block):
        add(unit)
    for begin, end in _names(block, free):
        add(Unit("name", begin, end))
    for begin, end in _compounds(block):
        add(Unit("compound", begin, end))
    return sorted(found, key=lambda u: u.begin)


def _numbers(block: Block) -> list[Unit]:
    """Numbers, those with spaced thousands put together ("10 000", as ISO 80000-1 has it)."""
    found: list[Unit] = []
    for number in find_numbers(block.text, block.span.begin, block.span.end):
        begin, end = _under(block, number.begin, number.end)
        last = found[-1] if found else None
        if last is not None and last.number is not None and _goes_on(block, last, begin):
            found[-1] = _joined(last, last.number, end, number)
        else:
            found.append(Unit("number", begin, end, number=number))
    return found


def _goes_on(block: Block, last: Unit, begin: int) -> bool:
    if begin != last.end or begin >= len(block.pieces) or block.gap(begin) not in _SPACES:
        return False
    head, rest = block.surface(begin - 1), block.surface(begin)
    return _HEAD.fullmatch(head) is not None and _THREE.fullmatch(rest) is not None


def _joined(last: Unit, head: Number, end: int, tail: Number) -> Unit:
    """A figure with three more digits, its modifier from the head and its unit from the tail."""
    low = head.low * 1000 + tail.low if head.low else 0.0
    high = None if head.high is None else head.high * 1000 + tail.low
    number = Number(head.begin, tail.end, low, high, head.approximate, tail.unit)
    return Unit("number", last.begin, end, number=number)


def _short_scales(block: Block) -> Iterator[Unit]:
    """ "5m", "2bn", "40k" without a sign of currency, which alone would settle what is meant."""
    for i, piece in enumerate(block.pieces):
        found = _SCALED.fullmatch(piece.key)
        if found:
            value, scale = float(found.group(1)), found.group(2)
            scaled = value * _SCALES[scale]
            amount = Number(piece.begin, piece.end, scaled, scaled, False, None)
            length = Number(piece.begin, piece.end, value, value, False, "m") if scale == "m" else None
            yield Unit("number", i, i + 1, number=amount, or_number=length)


_SPACES = (" ", "\u00a0", "\u202f", "\u2009")
_HEAD, _THREE = re.compile(r"[1-9]\d{0,2}|\d{3}"), re.compile(r"\d{3}")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn|tn)")
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}


def _under(block: Block, begin: int, end: int) -> tuple[int, int]:
    """The pieces that a stretch of page text touches."""
    first = bisect_right(block.pieces, begin, key=lambda p: p.end)
    last = bisect_left(block.pieces, end, key=lambda p: p.begin)
    return (first, last) if first < last else (0, 0)


def is_name(block: Block, piece: int) -> bool:
    """Whether a piece is written as a name: capital letter, and not merely for opening a sentence."""
    surface = block.surface(piece)
    if not _capital(block, piece):
        return False
    return not block.opens_sentence(piece) or _elsewhere(block.text, surface)


def _elsewhere(text: str, surface: str) -> bool:
    """Whether a page writes a word with a capital where no sentence begins."""
    return re.search(rf"[a-z,] {re.escape(surface)}\b", text) is not None


def _names(block: Block, free: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of capitalised words, particles inside them included."""
    found: list[tuple[int, int]] = []
    at = 0
    count = len(block.pieces)
    while at < count:
        if not (free[at] and _capital(block, at)):
            at += 1
            continue
        end = at + 1
        while end < count and free[end] and _continues(block, end):
            end += 1
        while end - 1 > at and not _capital(block, end - 1):
            end -= 1
        if end - at > 1:
            found.append((at, end))
        at = end
    return found


def _capital(block: Block, piece: int) -> bool:
    surface = block.surface(piece)
    key = block.pieces[piece].key
    if not surface[:1].isupper() or key in BEGINNERS:
        return False
    return key not in FUNCTION_WORDS or (key == "us" and surface.rstrip(".").replace(".", "") == "US")


def _continues(block: Block, piece: int) -> bool:
    """Whether a piece goes on with the name that the piece before it belongs to."""
    gap = block.gap(piece)
    before = block.pieces[piece - 1]
    pointed = gap == ". " and (before.end - before.begin == 1 or before.key in HONORIFICS | TITLES)
    if gap not in (" ", "-", "\u00a0", "\u2010", "\u2011") and not pointed:
        return False
    return _capital(block, piece) or block.pieces[piece].key in PARTICLES


def _compounds(block: Block) -> list[tuple[int, int]]:
    """Words joined by hyphens."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(block.pieces):
        end = at + 1
        while end < len(block.pieces) and block.gap(end) in ("-", "\u2010", "\u2011"):
            end += 1
        if end - at > 1:
            found.append((at, end))
        at = end
    return found
