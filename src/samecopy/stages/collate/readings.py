"""What each witness has of a family's copy, as small countable things: readings.

A witness *carries* rows, and where its wording of a row departs from the row's own it has *variants*.
Two witnesses that carry a row agree where their variants are equal. A long stretch put in or left out
inside a row is a piece that one has and the other lacks, as a row is. Which way a variant went is not
known here: `kinship` weighs readings, `descent` reads the direction from the tree.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samecopy.records import Article, Cell, PageSpan
from samecopy.settings import DescentSettings
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.pieces import Piece, blocks
from samecopy.text.diff import gaps, matches
from samecopy.text.spelling import standard

SPELLING = "spelling"
"""The rule of two listed spellings of one word."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A stretch of a row's words `[begin, end)` worded as `words`. `rule` names what was done ("k~c" of
    letters, "said~told" of words), so that one habit seen many times can be told from many changes;
    `habit` says that it is a matter of spelling. Where it is one of two listed spellings, `british` says
    that it is the one that is; the row has the other."""

    row: int
    begin: int
    end: int
    words: tuple[str, ...]
    rule: str
    habit: bool
    british: bool


@dataclass(slots=True)
class Witnessed:
    """What one page has. `rows`: rows it carries, in its own order. `variants`: numbers of short
    variants, `lacks` and `puts_in` those of long stretches left out of rows and put into them."""

    rows: list[int] = field(default_factory=list)
    variants: set[int] = field(default_factory=set)
    lacks: set[int] = field(default_factory=set)
    puts_in: set[int] = field(default_factory=set)
    spans: dict[int, PageSpan] = field(default_factory=dict)


@dataclass(slots=True)
class Readings:
    """The readings of a family: `variants` by number, what each page has, and the words of each row.

    `carriers` counts the pages that carry a row, `holders` those that have a variant.
    """

    words: list[int]
    variants: list[Variant]
    pages: dict[str, Witnessed]
    carriers: Counter[int]
    holders: Counter[int]


def readings(members: Sequence[Article], collation: Collation, settings: DescentSettings) -> Readings:
    """The readings of a family, members in order of page id."""
    pieces = {m.page: {b.number: b.pieces for b in blocks(m)} for m in members}
    pages = {m.page: Witnessed() for m in members}
    numbers: dict[Variant, int] = {}
    order: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, row in enumerate(collation.rows):
        cells: dict[str, list[Cell]] = defaultdict(list)
        for cell in row.cells:
            cells[cell.page].append(cell)
        base: list[str] | None = None
        for page, here in cells.items():
            order[page].append((here[0].span.begin, place))
            found = _pieces(pieces[page], sorted(here, key=lambda c: c.span))
            own = [piece.key for piece in found]
            if base is None:  # the first cell is that of the page which gave the row its wording
                base = own
            elif own != base:
                _note(pages[page], page, _variants(place, base, own), found, numbers, settings)
    for page, places in order.items():
        pages[page].rows = [place for _, place in sorted(places)]
    return Readings(
        [len(row.text.split()) for row in collation.rows],
        list(numbers),
        pages,
        Counter(row for w in pages.values() for row in set(w.rows)),
        Counter(v for w in pages.values() for v in (*w.variants, *w.lacks, *w.puts_in)),
    )


def _pieces(pieces: Mapping[int, Sequence[Piece]], cells: Sequence[Cell]) -> list[Piece]:
    """The words of a row's cells in one page, without a dateline's."""
    return [
        piece
        for cell in cells
        for piece in pieces[cell.paragraph]
        if cell.span.begin <= piece.begin and piece.end <= cell.span.end
    ]


def _note(
    witnessed: Witnessed,
    page: str,
    variants: Sequence[tuple[Variant, int]],
    own: Sequence[Piece],
    numbers: dict[Variant, int],
    settings: DescentSettings,
) -> None:
    """Enters a cell's variants; each comes with the place of its first word in the cell."""
    for variant, at in variants:
        number = numbers.setdefault(variant, len(numbers))
        length = len(variant.words)
        if not length and variant.end - variant.begin >= settings.stretch_words:
            witnessed.lacks.add(number)
        elif length >= settings.stretch_words and variant.begin == variant.end:
            witnessed.puts_in.add(number)
        else:
            witnessed.variants.add(number)
        if length:
            witnessed.spans[number] = PageSpan(page, own[at].begin, own[at + length - 1].end)


def _variants(row: int, base: list[str], own: list[str]) -> list[tuple[Variant, int]]:
    """The differences of a cell from its row, equally long ones word by word."""
    found = []
    for gap in gaps(matches(base, own), len(base), len(own)):
        before, after = base[gap.a_begin : gap.a_end], own[gap.b_begin : gap.b_end]
        if len(before) == len(after):
            for step, (old, new) in enumerate(zip(before, after, strict=True)):
                at = gap.a_begin + step
                variant = Variant(row, at, at + 1, (new,), *rule(old, new), new != standard(new))
                found.append((variant, gap.b_begin + step))
        else:
            named = rule("".join(before), "".join(after)) if before and after else ("", False)
            if not named[1]:
                named = ("~".join(sorted((" ".join(before), " ".join(after)))), False)
            found.append((Variant(row, gap.a_begin, gap.a_end, tuple(after), *named, False), gap.b_begin))
    return found


def rule(old: str, new: str) -> tuple[str, bool]:
    """What turns one word into the other, either way, and whether it is a habit of spelling: listed
    correspondences (`SPELLING`), or one or two letters changed inside.

    >>> rule("harbour", "harbor"), rule("kandel", "candel"), rule("said", "told")
    (('spelling', True), ('c~k', True), ('said~told', False))
    """
    if standard(old) == standard(new):
        return SPELLING, True
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if head + tail >= _LETTERS_KEPT and (left + right).isalpha() and max(len(left), len(right)) <= _LETTERS:
        return "~".join(sorted((left, right))), True
    return "~".join(sorted((old, new))), False


_LETTERS = 2  # "-ise" and "-ize", "mr" and "m", but not "said" and "told"
_LETTERS_KEPT = 1


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other))
    )
