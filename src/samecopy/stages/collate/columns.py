"""Two blocks side by side, column by column, and what differs.

A column holds a matched couple of words, or a word that one side lacks. A run of columns that differ is
a change: found in words, in letters (case, accents), in quotation marks, and grown to whole units.
Punctuation between equal words is compared apart. `edits` turns changes into edits.
"""

import datetime
import itertools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from samecopy.stages.collate.change import Change, Side
from samecopy.stages.collate.lexicon import FUNCTION_WORDS
from samecopy.stages.collate.pieces import Block
from samecopy.stages.collate.units import units
from samecopy.text.diff import aligned
from samecopy.text.quotes import quoted
from samecopy.text.wordlists import listed

_QUOTE_MARKS = re.compile(r"[“”„«»\"‘’‚'`]")
_DASHES = re.compile(r"[‐‑‒–—―−-]+")


_NOT = ("not", "never")
_AUXILIARIES = listed(
    """
    is are was were am be been being has have had do does did will would can could may might must should shall
    """
)


@dataclass(slots=True)
class Columns:
    """Two blocks side by side. `couples[c]` is (piece before, piece after), one of them None where a
    side lacks it; `differs[c]` whether the column is part of an edit."""

    before: Side
    after: Side
    couples: list[tuple[int | None, int | None]] = field(default_factory=list)
    differs: list[bool] = field(default_factory=list)
    marks: list[bool] = field(default_factory=list)


def side_by_side(
    before: Block, after: Block, days: tuple[datetime.date | None, datetime.date | None]
) -> Columns:
    """Lay two blocks out in columns, differences grown to whole units. `days` are the publication days
    of their pages."""
    columns = _columns(_side(before, days[0]), _side(after, days[1]))
    _split_compounds(columns)
    _grow(columns)
    _bridge(columns)
    _grow(columns)
    _with_auxiliary(columns)
    return columns


@lru_cache(maxsize=1024)  # pure: a row's wording is set beside that of each witness
def _side(block: Block, day: datetime.date | None) -> Side:
    spans = quoted(block.text, block.span.begin, block.span.end)
    flags = [False] * len(block.pieces)
    for q in spans:
        first = bisect_left(block.pieces, q.inner_begin, key=lambda p: p.begin)
        last = bisect_left(block.pieces, q.inner_end, key=lambda p: p.begin)
        flags[first:last] = [True] * (last - first)
    return Side(block, 0, len(block.pieces), tuple(units(block, day)), tuple(flags), day)


def _columns(before: Side, after: Side) -> Columns:
    columns = Columns(before, after)
    a, b = before.block, after.block
    pairs = aligned(a.keys, b.keys, a.breaks(), b.breaks())
    i = j = 0
    for x, y in [*pairs, (len(a.pieces), len(b.pieces))]:
        for piece in range(i, x):
            _add(columns, (piece, None), differs=True)
        for piece in range(j, y):
            _add(columns, (None, piece), differs=True)
        if x < len(a.pieces) and y < len(b.pieces):
            marks = before.quoted[x] != after.quoted[y]
            _add(columns, (x, y), differs=marks or _shape(a.surface(x)) != _shape(b.surface(y)), marks=marks)
        i, j = x + 1, y + 1
    return columns


def _add(
    columns: Columns, couple: tuple[int | None, int | None], *, differs: bool, marks: bool = False
) -> None:
    columns.couples.append(couple)
    columns.differs.append(differs)
    columns.marks.append(marks)


def _shape(surface: str) -> str:
    return surface.replace("’", "'").replace("ʼ", "'")


def _unit_columns(columns: Columns) -> Iterator[range]:
    """The columns of each unit of either side."""
    for side, which in ((columns.before, 0), (columns.after, 1)):
        at = {couple[which]: c for c, couple in enumerate(columns.couples) if couple[which] is not None}
        for unit in side.units:
            yield range(at[unit.begin], at[unit.end - 1] + 1)


def _grow(columns: Columns) -> None:
    """A unit differs as a whole."""
    spread = list(_unit_columns(columns))
    grown = True
    while grown:
        grown = False
        for stretch in spread:
            some = [columns.differs[c] for c in stretch]
            if any(some) and not all(some):
                grown = True
                for c in stretch:
                    columns.differs[c] = True


def _bridge(columns: Columns) -> None:
    """One or two function words left standing between two rewritten stretches are part of them."""
    fixed = {c for stretch in _unit_columns(columns) for c in stretch}
    runs = _runs(columns.differs)
    for left, right in itertools.pairwise(runs):
        between = range(left.stop, right.start)
        if len(between) > 2 or fixed.intersection(left) or fixed.intersection(right):
            continue
        keys = [columns.before.block.pieces[columns.couples[c][0] or 0].key for c in between]
        if (
            all(key in FUNCTION_WORDS for key in keys)
            and _rewritten(columns, left)
            and _rewritten(columns, right)
        ):
            for c in between:
                columns.differs[c] = True


def _with_auxiliary(columns: Columns) -> None:
    """A "not" that came or went is shown with the verb before it: "had not" and "had"."""
    for run in _runs(columns.differs):
        keys = [_key_at(columns, c) for c in run]
        if (
            len(run) == 1
            and keys[0] in _NOT
            and run.start
            and _key_at(columns, run.start - 1) in _AUXILIARIES
        ):
            columns.differs[run.start - 1] = True


def _key_at(columns: Columns, c: int) -> str:
    x, y = columns.couples[c]
    return columns.before.key_at(x) if x is not None else columns.after.key_at(y if y is not None else -1)


def _rewritten(columns: Columns, run: range) -> bool:
    """Whether both sides have words of their own in a run."""
    return any(columns.couples[c][1] is None for c in run) and any(columns.couples[c][0] is None for c in run)


def _runs(differs: Sequence[bool]) -> list[range]:
    found: list[range] = []
    begin: int | None = None
    for at, flag in enumerate([*differs, False]):
        if flag and begin is None:
            begin = at
        elif not flag and begin is not None:
            found.append(range(begin, at))
            begin = None
    return found


def changes(columns: Columns) -> Iterator[Change]:
    """Runs of differing columns, cut where both sides begin a sentence."""
    for run in (part for whole in _runs(columns.differs) for part in _sentences(columns, whole)):
        yield _change(columns, run, marks=all(columns.marks[c] and _same_words(columns, c) for c in run))


def _sentences(columns: Columns, run: range) -> Iterator[range]:
    begin = run.start
    for c in run[1:]:
        x, y = columns.couples[c]
        if x is None or y is None:
            continue
        if columns.before.block.opens_sentence(x) and columns.after.block.opens_sentence(y):
            yield range(begin, c)
            begin = c
    yield range(begin, run.stop)


def _same_words(columns: Columns, c: int) -> bool:
    x, y = columns.couples[c]
    if x is None or y is None:
        return False
    return columns.before.block.pieces[x].key == columns.after.block.pieces[y].key


def _change(columns: Columns, run: range, *, marks: bool = False) -> Change:
    sides = []
    for which, side in ((0, columns.before), (1, columns.after)):
        inside = [columns.couples[c][which] for c in run]
        pieces = [p for p in inside if p is not None]
        if pieces:
            sides.append(side.cut(pieces[0], pieces[-1] + 1))
        else:
            place = _next(columns, run.stop, which, len(side.block.pieces))
            sides.append(side.cut(place, place))
    return Change(sides[0], sides[1], marks)


def _next(columns: Columns, at: int, which: int, last: int) -> int:
    """The first piece of a side at or after a column."""
    for c in range(at, len(columns.couples)):
        piece = columns.couples[c][which]
        if piece is not None:
            return piece
    return last


def _split_compounds(columns: Columns) -> None:
    """Where punctuation inside a unit differs ("long-term", "long term"), its words differ."""
    joined = {c for stretch in _unit_columns(columns) for c in stretch[1:]}
    for c in sorted(joined):
        place = _matched_gap(columns, c)
        if place is not None and not _same_gap(columns, *place):
            columns.differs[c - 1] = columns.differs[c] = True


def punctuation(columns: Columns) -> list[tuple[int, int]]:
    """The pieces, before and after, in front of which the punctuation differs, both neighbours being
    equal; one past the last piece for what ends the paragraph."""
    found: list[tuple[int, int]] = []
    for c in range(1, len(columns.couples) + 1):
        if columns.differs[c - 1] or (c < len(columns.couples) and columns.differs[c]):
            continue
        place = _matched_gap(columns, c)
        if place is not None and not _same_gap(columns, *place):
            found.append(place)
    return found


def _matched_gap(columns: Columns, c: int) -> tuple[int, int] | None:
    """The pieces after the gap before column c, where both its neighbours are matched."""
    x, y = columns.couples[c - 1]
    if x is None or y is None:
        return None
    if c == len(columns.couples):
        return x + 1, y + 1
    follow = columns.couples[c]
    return None if follow[0] is None or follow[1] is None else (follow[0], follow[1])


def _same_gap(columns: Columns, x: int, y: int) -> bool:
    old, new = _marks(columns.before.block.gap(x)), _marks(columns.after.block.gap(y))
    if old.count('"') != new.count('"'):  # marks put on or taken off show in the words they enclose
        old, new = old.replace('"', ""), new.replace('"', "")
    return old == new


def _marks(gap: str) -> str:
    """Punctuation without white space, the shapes of quotation marks and of dashes made one."""
    visible = "".join(c for c in gap if not c.isspace() and unicodedata.category(c) != "Cf")
    return _DASHES.sub("-", _QUOTE_MARKS.sub('"', visible)).replace("…", "...")
