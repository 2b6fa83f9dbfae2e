"""What the document shows of one family: verdict, strip, headlines, copy tree, side-by-side views."""

from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import Cell, Edit, Evidence, Family, PageSpan, Row, Span, Witness
from samecopy.report.anchors import page_anchor
from samecopy.report.difference import Piece, pieces
from samecopy.report.labels import Pile, Place, added_words
from samecopy.report.sizes import count
from samecopy.report.tree import Tree, copy_tree
from samecopy.report.visible import one_line
from samecopy.report.wording import (
    SIGN_WORDS,
    edit_word,
    family_size,
    moment,
    origin_words,
    percent,
    report_kind,
    weight_word,
    witness_facts,
)

_STATES = {"kept": "K", "changed": "C", "moved": "M", "added": "A", "cut": "", "absent": ""}
_WORST = ("kept", "added", "changed", "moved")  # where a witness has a row in pieces, the last of these wins


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """One numbered edit with its kind and weight in words."""

    number: int
    anchor: str
    kind: str
    matters: bool
    weight: str
    before: str
    after: str
    context: str
    note: str
    before_place: Place | None
    after_place: Place | None


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of one witness, beside the base: the address of its strip cell.

    `state` may also be `cut` (the base has the row, the witness has not) or `absent` (an added row of
    another witness; it is then shown in the strip only).
    """

    anchor: str
    row: str
    state: str
    letter: str
    matters: bool
    says: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    left_anchor: str | None
    right_anchor: str | None
    edits: tuple[ShownEdit, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A witness: one column of the strip, one headline, one side-by-side view."""

    number: int
    anchor: str
    page: str
    label: str
    outlet: str
    besides: str
    base: bool
    facts: tuple[str, ...]
    title: str
    title_before: str
    rewritten: bool
    title_edits: tuple[ShownEdit, ...]
    whole_title: bool
    passages: tuple[Passage, ...]
    edits: int
    matter: int


@dataclass(frozen=True, slots=True)
class StripRow:
    """A row of the strip with its cells in column order."""

    anchor: str
    row: str
    text: str
    in_base: bool
    cells: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A line of the ledger: the sign, the finding, which way it speaks, and where it stands."""

    sign: str
    text: str
    speaks_for: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class FamilyPanel:
    letter: str
    anchor: str
    kind: str
    origin_kind: str
    origin: str
    origin_anchor: str | None
    confidence: str
    pages: int
    one_outlet: bool
    size: str
    base: str
    columns: tuple[Column, ...]
    rows: tuple[StripRow, ...]
    grounds: tuple[Ground, ...]
    tree: Tree


def family_panel(pile: Pile, family: Family, story: str, letter: str) -> FamilyPanel:
    """Gather what is shown of `family`, the report `letter` of `story`."""
    anchor = f"{story}/{letter}"
    witnesses = sorted(family.witnesses, key=lambda witness: not witness.base)
    columns = tuple(
        _column(pile, family, witness, number, anchor) for number, witness in enumerate(witnesses, start=1)
    )
    rows = tuple(
        StripRow(
            f"{anchor}/{row.id}",
            row.id,
            one_line(row.text),
            row.in_base,
            tuple(c.passages[at] for c in columns),
        )
        for at, row in enumerate(family.rows)
    )
    outlets = pile.outlets(family.pages)
    likely = pile.label(family.origin.page) if family.origin.page is not None else None
    return FamilyPanel(
        letter=letter,
        anchor=anchor,
        kind=report_kind(family.origin, outlets, likely),
        origin_kind=family.origin.kind,
        origin=one_line(origin_words(family.origin, likely)),
        origin_anchor=page_anchor(family.origin.page) if family.origin.page is not None else None,
        confidence=family.origin.confidence,
        pages=len(family.pages),
        one_outlet=outlets.one,
        size=family_size(len(family.pages), outlets),
        base=pile.label(family.base),
        columns=columns,
        rows=rows,
        grounds=tuple(_ground(pile, line) for line in family.origin.evidence),
        tree=copy_tree(family, pile.names, _details(pile, family)),
    )


def _column(pile: Pile, family: Family, witness: Witness, number: int, anchor: str) -> Column:
    passages = tuple(
        _passage(pile, family.base, row, witness, f"{anchor}/{row.id}/{number}") for row in family.rows
    )
    title_edits = tuple(
        _edit(pile, at, edit, f"{anchor}/h/{number}")
        for at, edit in enumerate((e for e in witness.edits if e.row == "h"), start=1)
    )
    article = pile.views[witness.page].article
    name = pile.names[witness.page]
    return Column(
        number=number,
        anchor=f"{anchor}/w{number}",
        page=page_anchor(witness.page),
        label=str(name),
        outlet=name.outlet or name.besides,
        besides=name.besides if name.outlet else "",
        base=witness.base,
        facts=() if witness.base else witness_facts(witness),
        title=one_line(witness.headline.after or article.title or ""),
        title_before=one_line(witness.headline.before or ""),
        rewritten=witness.headline.rewritten,
        title_edits=title_edits,
        whole_title=_whole_title(witness, title_edits),
        passages=passages,
        edits=sum(len(passage.edits) for passage in passages),
        matter=sum(edit.matters for passage in passages for edit in passage.edits),
    )


def _whole_title(witness: Witness, edits: Sequence[ShownEdit]) -> bool:
    """Whether one edit holds the whole headline: its wording is then shown already."""
    return len(edits) == 1 and edits[0].after == one_line(witness.headline.after or "")


def _passage(pile: Pile, base: str, row: Row, witness: Witness, anchor: str) -> Passage:
    here = [cell for cell in row.cells if cell.page == witness.page]
    there = [cell for cell in row.cells if cell.page == base]
    edits = [edit for edit in witness.edits if edit.row == row.id]
    state = (
        max((cell.state for cell in here), key=_WORST.index) if here else "cut" if row.in_base else "absent"
    )
    matters = any(edit.matters for edit in edits)
    return Passage(
        anchor=anchor,
        row=row.id,
        state=state,
        letter=_STATES[state],
        matters=matters,
        says=_says(state, edits, here) + _whence(pile, row, state),
        left=_side(pile, there, [edit.before_span for edit in edits]),
        right=_side(pile, here, [edit.after_span for edit in edits]),
        left_anchor=_paragraph_anchor(there),
        right_anchor=_paragraph_anchor(here),
        edits=tuple(_edit(pile, number, edit, anchor) for number, edit in enumerate(edits, start=1)),
    )


def _says(state: str, edits: Sequence[Edit], here: Sequence[Cell]) -> str:
    """The cell's state in words, for a reader who sees neither letter nor colour."""
    if state == "absent":
        return "not here"
    said = state
    if state == "moved" and here:
        said += f" to paragraph {here[0].paragraph + 1}"
    if edits:
        matter = sum(edit.matters for edit in edits)
        said += f", {count(len(edits), 'edit')}"
        said += f", {matter} of substance" if matter else ", form only"
    return said


def _whence(pile: Pile, row: Row, state: str) -> str:
    words = added_words(pile, row) if state == "added" else ""
    return f", {words}" if words else ""


def _side(pile: Pile, cells: Sequence[Cell], spans: Sequence[PageSpan | None]) -> tuple[Piece, ...]:
    side: list[Piece] = []
    for cell in cells:
        numbered = [
            (number, Span(span.begin, span.end))
            for number, span in enumerate(spans, start=1)
            if span is not None and span.page == cell.page
        ]
        if side:
            side.append(Piece(" ¶ "))
        side += pieces(pile.views[cell.page].article.text, cell.span, numbered)
    return tuple(side)


def _paragraph_anchor(cells: Sequence[Cell]) -> str | None:
    return f"{page_anchor(cells[0].page)}/p{cells[0].paragraph + 1}" if cells else None


def _edit(pile: Pile, number: int, edit: Edit, anchor: str) -> ShownEdit:
    note = edit.note
    if not note and edit.same_day is not None:
        note = f"both are {edit.same_day}"
    return ShownEdit(
        number=number,
        anchor=f"{anchor}/e{number}",
        kind=edit_word(edit.kind),
        matters=edit.matters,
        weight=weight_word(edit),
        before=one_line(edit.before),
        after=one_line(edit.after),
        context=one_line(edit.context),
        note=note,
        before_place=pile.place(edit.before_span) if edit.before_span is not None else None,
        after_place=pile.place(edit.after_span) if edit.after_span is not None else None,
    )


def _ground(pile: Pile, line: Evidence) -> Ground:
    speaks = {"": "", "outside": "an origin outside the pile"}
    return Ground(
        SIGN_WORDS.get(line.sign, line.sign.replace("_", " ")),
        line.text,
        speaks[line.speaks_for] if line.speaks_for in speaks else pile.label(line.speaks_for),
        pile.places(line.spans),
    )


def _details(pile: Pile, family: Family) -> dict[str, str]:
    details: dict[str, str] = {}
    for witness in family.witnesses:
        published = pile.views[witness.page].article.published
        carried = "base" if witness.base else f"kept {percent(witness.kept_share)}"
        time = moment(published.value) if published is not None else "no time given"
        details[witness.page] = f"{time} · {carried}"
    return details
