"""One unit of a block, and which pieces a stretch of text touches."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from samecopy.stages.collate.pieces import Block
from samecopy.text.dates import Time
from samecopy.text.numbers import Number

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


def under(block: Block, begin: int, end: int) -> tuple[int, int]:
    """The pieces that a stretch of page text touches."""
    first = bisect_right(block.pieces, begin, key=lambda p: p.end)
    last = bisect_left(block.pieces, end, key=lambda p: p.begin)
    return (first, last) if first < last else (0, 0)
