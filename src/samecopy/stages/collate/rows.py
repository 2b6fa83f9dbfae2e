"""The table of a family: paragraphs × witnesses.

`match` says which paragraph carries which row. Here rows are laid out in order, paragraphs that carry
no row become rows of their own, merged and split paragraphs are cut into their parts, and what stands
out of the base's order is marked. What changed inside a cell is found in `edits`.
"""

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samecopy.records import Article, Membership, Passage, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate.match import Match, RowIndex, find_matches, left_over, sentences_apart
from samecopy.stages.collate.pieces import Block
from samecopy.text.sequence import longest_increasing


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a witness paragraph (`own`) that carries a stretch of a row (`row`)."""

    own: Block
    row: Block
    moved: bool = False


@dataclass(slots=True)
class Draft:
    """A row in the making. `block` is the paragraph that gave it its wording, `copy` whether that
    stands in the base and belongs to the family's copy."""

    block: Block
    copy: bool
    parts: dict[str, list[Part]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Layout:
    """Rows in collation order, as numbers of drafts."""

    drafts: list[Draft] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    index: RowIndex = field(default_factory=RowIndex)

    def insert(self, block: Block, after: int | None, *, copy: bool) -> int:
        """A new row after the row `after` (None: first); its number."""
        number = self.index.add(block.keys)
        self.drafts.append(Draft(block, copy))
        place = 0 if after is None else self.order.index(after) + 1
        self.order.insert(place, number)
        return number


def lay_out(
    members: Sequence[Article],
    blocks: Mapping[str, Sequence[Block]],
    memberships: Sequence[Membership],
    passages: Sequence[Passage],
    settings: CollateSettings,
) -> Layout:
    """The rows of a family whose base comes first in `members`."""
    base = members[0].page
    carrying = {m.page: set(m.paragraphs) for m in memberships}
    layout = Layout()
    last: int | None = None
    for block in blocks[base]:
        copy = base not in carrying or block.number in carrying[base]
        last = layout.insert(block, last, copy=copy)
        layout.drafts[last].parts[base].append(Part(block, block))
    hints = _Hints(blocks, passages)
    for member in members[1:]:
        _take_in(layout, member.page, blocks[member.page], hints, settings)
    for draft in layout.drafts:
        draft.copy = draft.block.page == base and (draft.copy or len(draft.parts) > 1)
    for member in members[1:]:
        _mark_moved(layout, member.page)
    return layout


def _take_in(
    layout: Layout, page: str, paragraphs: Sequence[Block], hints: "_Hints", settings: CollateSettings
) -> None:
    found = find_matches(
        layout.index, [b.keys for b in paragraphs], hints.couples(layout.drafts, page), settings
    )
    openings = [[i for i in range(1, len(b.pieces)) if b.ends_sentence(i)] for b in paragraphs]
    found = left_over(layout.index, [b.keys for b in paragraphs], openings, found, settings)
    found = sentences_apart(layout.index, [b.keys for b in paragraphs], openings, found, settings)
    by_paragraph: dict[int, list[Match]] = defaultdict(list)
    by_row: dict[int, list[Match]] = defaultdict(list)
    for match in found:
        by_paragraph[match.paragraph].append(match)
        by_row[match.row].append(match)
    last: int | None = None
    for number, block in enumerate(paragraphs):
        here = by_paragraph.get(number)
        if here is None:
            last = layout.insert(block, last, copy=False)
            layout.drafts[last].parts[page].append(Part(block, block))
            continue
        for match in here:
            row = layout.drafts[match.row]
            own_part = _slice(block, match, here, side=1)
            row_part = _slice(row.block, match, by_row[match.row], side=0)
            row.parts[page].append(Part(own_part, row_part))
        last = here[-1].row


def _slice(block: Block, match: Match, sharing: Sequence[Match], *, side: int) -> Block:
    """The part of a block that belongs to one of the matches sharing it. Cuts fall between the
    words matched on either side of them, at the first break of a sentence or clause if there is one."""
    if len(sharing) == 1:
        return block
    ordered = sorted(sharing, key=lambda m: m.pairs[0][side])
    at = ordered.index(match)
    begin, end = 0, len(block.pieces)
    if at > 0:
        begin = _cut(block, ordered[at - 1].pairs[-1][side] + 1, match.pairs[0][side])
    if at + 1 < len(ordered):
        end = _cut(block, match.pairs[-1][side] + 1, ordered[at + 1].pairs[0][side])
    return block.part(begin, max(end, begin + 1))


def _cut(block: Block, low: int, high: int) -> int:
    places = range(low, high + 1)
    sentence = [i for i in places if 0 < i < len(block.pieces) and block.opens_sentence(i)]
    return sentence[0] if sentence else high


class _Hints:
    """Couples of paragraphs that passages join."""

    def __init__(self, blocks: Mapping[str, Sequence[Block]], passages: Sequence[Passage]) -> None:
        self._blocks = blocks
        self._ends = {page: [b.span.end for b in own] for page, own in blocks.items()}
        self._joined: dict[str, list[tuple[Span, str, Span]]] = defaultdict(list)
        for p in passages:
            if p.a in blocks and p.b in blocks:
                self._joined[p.a].append((p.a_span, p.b, p.b_span))
                self._joined[p.b].append((p.b_span, p.a, p.a_span))

    def couples(self, drafts: Sequence[Draft], page: str) -> Iterable[tuple[int, int]]:
        """(row, place of a paragraph of `page`) wherever a passage joins it to the row's own paragraph."""
        rows: dict[str, dict[int, int]] = defaultdict(dict)
        for row, draft in enumerate(drafts):
            rows[draft.block.page][draft.block.number] = row
        for span, other, other_span in self._joined[page]:
            own = rows.get(other)
            if own is None:
                continue
            there = [own[b.number] for _, b in self._under(other, other_span) if b.number in own]
            here = [place for place, _ in self._under(page, span)] if there else ()
            yield from itertools.product(there, here)

    def _under(self, page: str, span: Span) -> Iterator[tuple[int, Block]]:
        """The paragraphs that lie at least half in a span, or hold half of it, with their places."""
        blocks = self._blocks[page]
        for place in range(bisect_right(self._ends[page], span.begin), len(blocks)):
            block = blocks[place]
            if block.span.begin >= span.end:
                break
            shared = min(span.end, block.span.end) - max(span.begin, block.span.begin)
            if 2 * shared >= min(len(span), len(block.span)):
                yield place, block


def _mark_moved(layout: Layout, page: str) -> None:
    """Mark the fewest parts whose removal leaves the rest in the base's order."""
    places = {row: place for place, row in enumerate(layout.order)}
    standing = sorted(
        (part.own.span.begin, places[row], row, number)
        for row, draft in enumerate(layout.drafts)
        if draft.copy
        for number, part in enumerate(draft.parts.get(page, ()))
    )
    in_order = set(longest_increasing([place for _, place, _, _ in standing]))
    for at, (_, _, row, number) in enumerate(standing):
        if at not in in_order:
            part = layout.drafts[row].parts[page][number]
            layout.drafts[row].parts[page][number] = Part(part.own, part.row, moved=True)
