"""Meaningful units in a block: dates, numbers with their unit, names, compounds.

An edit that touches a unit takes in the whole of it: "10 January" is one date, not two words. What
a unit is, is in `unit`; figures are in `amounts`.
"""

import datetime
import re
from collections.abc import Sequence

from samecopy.stages.collate.amounts import duration, figures
from samecopy.stages.collate.lexicon import BEGINNERS, FUNCTION_WORDS, HONORIFICS, PARTICLES, TITLES
from samecopy.stages.collate.pieces import Block
from samecopy.stages.collate.unit import Unit, under
from samecopy.text.clock import Clock, find_clocks
from samecopy.text.dates import Time, find_times


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

    times = find_times(block.text, anchor, block.span.begin, block.span.end)
    for begin, end in _clocks(block, times):
        add(Unit("time", begin, end))
    for time in times:
        if time.type in ("DATE", "TIME"):
            add(Unit("time", *under(block, time.begin, time.end), time=time))
        elif time.type == "DURATION":
            add(duration(block, time))
    for unit in figures(block):
        add(unit)
    for begin, end in _names(block, free):
        add(Unit("name", begin, end))
    for begin, end in _compounds(block):
        add(Unit("compound", begin, end))
    return sorted(found, key=lambda u: u.begin)


def _clocks(block: Block, read: Sequence[Time]) -> list[tuple[int, int]]:
    """Times of day that name no day beside them; `text.dates` reads the others whole."""
    times = [t for t in read if t.type == "TIME"]
    found = find_clocks(block.text, block.span.begin, block.span.end)
    whole = [
        c for c in found if not any(t.begin < c.begin or c.end < t.end - 1 for t in times if _meet(t, c))
    ]
    return [under(block, c.begin, c.end) for c in whole]


def _meet(time: Time, clock: Clock) -> bool:
    return time.begin < clock.end and clock.begin < time.end


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
