"""A difference between two blocks, with what its classification looks at."""

import datetime
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from samecopy.records import EditKind
from samecopy.stages.collate.forms import Words, expanded
from samecopy.stages.collate.pieces import Block
from samecopy.stages.collate.unit import Unit


@dataclass(frozen=True, slots=True)
class Side:
    """Pieces `begin` to `end` of one block. `quoted` tells of each piece of the block whether it
    stands within quotation marks; `day` is the page's publication day."""

    block: Block
    begin: int
    end: int
    units: tuple[Unit, ...]
    quoted: tuple[bool, ...]
    day: datetime.date | None

    @property
    def empty(self) -> bool:
        return self.begin == self.end

    @property
    def keys(self) -> Words:
        return tuple(p.key for p in self.block.pieces[self.begin : self.end])

    @property
    def surfaces(self) -> Words:
        return tuple(self.block.surface(i) for i in range(self.begin, self.end))

    @property
    def words(self) -> Words:
        """Keys with abbreviations and contractions written out."""
        return expanded(self.surfaces, self.keys)

    @property
    def text(self) -> str:
        if self.empty:
            return ""
        pieces = self.block.pieces
        return self.block.text[pieces[self.begin].begin : pieces[self.end - 1].end]

    def inside(self, kind: str) -> list[Unit]:
        """The units of a kind that lie in the side."""
        first = bisect_left(self.units, self.begin, key=lambda u: u.begin)
        last = bisect_right(self.units, self.end, key=lambda u: u.end)
        return [u for u in self.units[first:last] if u.kind == kind]

    def covered(self, kind: str) -> set[int]:
        """The pieces of the side that lie in units of a kind."""
        return {i for u in self.inside(kind) for i in range(u.begin, u.end)}

    @property
    def in_quotation(self) -> bool:
        """Whether it stands within quotation marks; an empty side, whether its place does."""
        if self.empty:
            before = self.begin > 0 and self.quoted[self.begin - 1]
            return before and self.begin < len(self.quoted) and self.quoted[self.begin]
        return all(self.quoted[self.begin : self.end])

    @property
    def at_quotation(self) -> bool:
        """Whether an empty side stands within quotation marks, or right before or behind quoted words."""
        behind = self.begin > 0 and self.quoted[self.begin - 1]
        return behind or (self.begin < len(self.quoted) and self.quoted[self.begin])

    def cut(self, begin: int, end: int) -> "Side":
        return Side(self.block, begin, end, self.units, self.quoted, self.day)

    def key_at(self, piece: int) -> str:
        """The key of a piece of the block, "" past its ends."""
        return self.block.pieces[piece].key if 0 <= piece < len(self.block.pieces) else ""


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in the base (`before`) and in the witness (`after`). `marks`: all words are the
    same, but quotation marks were put on or taken off."""

    before: Side
    after: Side
    marks: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, whether it matters, and for a date the day both sides denote."""

    kind: EditKind
    matters: bool
    same_day: str | None = None
    note: str = ""


STYLE = Verdict("style", False)
