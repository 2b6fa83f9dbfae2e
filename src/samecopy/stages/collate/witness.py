"""One page described against its family's base: lists of paragraphs, counts, headline, edits."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samecopy.records import Article, Cell, CellState, Edit, Headline, Span, Witness, WitnessParagraph
from samecopy.settings import CollateSettings
from samecopy.stages.collate import edits
from samecopy.stages.collate.headline import compare_headlines
from samecopy.stages.collate.moments import day
from samecopy.stages.collate.pieces import Block
from samecopy.stages.collate.rows import Draft, Layout, Part
from samecopy.text.diff import matches


@dataclass(slots=True)
class _Reading:
    """What is gathered of one witness while its rows are gone through."""

    lists: dict[CellState | str, list[WitnessParagraph]] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    cells: dict[int, list[Cell]] = field(default_factory=dict)
    words_kept: int = 0
    words_changed: int = 0
    words_cut: int = 0
    words_added: int = 0

    def put(self, state: CellState | str, paragraph: WitnessParagraph) -> None:
        self.lists.setdefault(state, []).append(paragraph)

    def listed(self, state: str) -> tuple[WitnessParagraph, ...]:
        return tuple(self.lists.get(state, ()))


def describe(
    member: Article, members: Sequence[Article], layout: Layout, settings: CollateSettings
) -> tuple[Witness, dict[int, list[Cell]]]:
    """A member's description, and its cells by row (numbers of drafts). The base comes first in
    `members`; a row that it lacks is compared with the page that gave the row its wording."""
    reading = _Reading()
    base, days = members[0], {m.page: day(m) for m in members}
    reading.edits.extend(compare_headlines(base, member))
    for place, row in enumerate(layout.order):
        _read_row(reading, member, days, layout.drafts[row], row, f"p{place + 1}", settings)
    total = reading.words_kept + reading.words_changed + reading.words_cut
    witness = Witness(
        page=member.page,
        base=member.page == base.page,
        kept_share=reading.words_kept / total if total else 0.0,
        words_kept=reading.words_kept,
        words_cut=reading.words_cut,
        words_changed=reading.words_changed,
        words_added=reading.words_added,
        headline=Headline(base.title, member.title, any(e.kind == "headline" for e in reading.edits)),
        kept=reading.listed("kept"),
        cut=reading.listed("cut"),
        moved=reading.listed("moved"),
        changed=reading.listed("changed"),
        added=reading.listed("added"),
        edits=tuple(edits.sentences_moved(reading.edits)),
    )
    return witness, reading.cells


def _read_row(
    reading: _Reading,
    member: Article,
    days: Mapping[str, datetime.date | None],
    draft: Draft,
    row: int,
    name: str,
    settings: CollateSettings,
) -> None:
    parts = sorted(draft.parts.get(member.page, ()), key=lambda p: p.own.span)
    if not parts:
        if draft.copy:
            reading.put("cut", _paragraph(name, draft.block))
            reading.words_cut += len(draft.block.pieces)
        return
    if draft.copy:
        _count(reading, draft.block, parts)
    for part in parts:
        found: list[Edit] = []
        if member.page != draft.block.page:
            written = days[draft.block.page], days[member.page]
            found = edits.compare(name, part.row, part.own, written, settings)
        state = _state(part, found, copy=draft.copy)
        reading.edits.extend(found)
        if not draft.copy:
            reading.words_added += len(part.own.pieces)
        reading.put(state, _paragraph(name, part.own))
        cell = Cell(member.page, part.own.number, Span(part.own.span.begin, part.own.span.end), state)
        reading.cells.setdefault(row, []).append(cell)


def _state(part: Part, found: Sequence[Edit], *, copy: bool) -> CellState:
    if not copy:
        return "added"
    if part.moved:
        return "moved"
    return "changed" if found else "kept"


def _count(reading: _Reading, block: Block, parts: Sequence[Part]) -> None:
    """Of a row's words: those that the witness has, those it changed, those no part of it answers to."""
    kept = sum(_shared(part.row.keys, part.own.keys) for part in parts)
    answered = sum(len(part.row.pieces) for part in parts)
    reading.words_kept += kept
    reading.words_changed += answered - kept
    reading.words_cut += len(block.pieces) - answered


def _shared(row: list[str], own: list[str]) -> int:
    return len(row) if row == own else len(matches(row, own))


def _paragraph(name: str, block: Block) -> WitnessParagraph:
    span = block.span
    return WitnessParagraph(
        row=name,
        text=span.of(block.text),
        page=block.page,
        begin=span.begin,
        end=span.end,
        words=len(block.pieces),
    )
