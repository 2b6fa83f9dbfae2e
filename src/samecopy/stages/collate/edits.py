"""Edits: minimal word-level differences between a row and what a witness has for it, grown to whole
units, cut where two differences only touch, and classified.

`columns` finds the differences, `split` cuts them apart, `classes` says what each is.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from samecopy.records import Edit, PageSpan
from samecopy.settings import CollateSettings
from samecopy.stages.collate.apposition import joined
from samecopy.stages.collate.change import Change, Side, Verdict
from samecopy.stages.collate.classes import SENTENCE_ADDED, SENTENCE_CUT, classify
from samecopy.stages.collate.columns import Columns, changes, punctuation, side_by_side
from samecopy.stages.collate.pieces import Block
from samecopy.stages.collate.restated import weighed_together
from samecopy.stages.collate.split import split
from samecopy.text.words import folded

_OPENING = re.compile(r"[“„«\"‘'`]+$")
_CLOSING = re.compile(r"[,.!?]?[”“»\"’'`]+")


def compare(
    row: str,
    before: Block,
    after: Block,
    days: tuple[datetime.date | None, datetime.date | None],
    settings: CollateSettings,
) -> list[Edit]:
    """The edits that lead from the row's wording to the witness's, in order of the row.

    `days` are the publication days of the two pages.
    """
    if before.span.of(before.text) == after.span.of(after.text):
        return []
    columns = side_by_side(before, after, days)
    judged = [(part, classify(part)) for change in joined(changes(columns)) for part in split(change)]
    found = [
        (part.before.begin, part.after.begin, edit)
        for part, verdict in weighed_together(judged)
        if (edit := _edit(row, part, verdict, settings)).before != edit.after
    ]
    found.extend((x, y, _gap_edit(row, columns, x, y, settings)) for x, y in punctuation(columns))
    return [edit for _, _, edit in sorted(found, key=lambda f: f[:2])]


def sentences_moved(found: Sequence[Edit]) -> list[Edit]:
    """A page's edits, those weighed anew that take a sentence from one place and put it in another."""
    cut = [_words(e.before) for e in found if e.note == SENTENCE_CUT]
    put = [_words(e.after) for e in found if e.note == SENTENCE_ADDED]
    return [
        replace(e, matters=False, note="a sentence moved")
        if (e.note == SENTENCE_CUT and _words(e.before) in put)
        or (e.note == SENTENCE_ADDED and _words(e.after) in cut)
        else e
        for e in found
    ]


def _words(wording: str) -> tuple[str, ...]:
    return tuple(folded(wording))


def _span(side: Side, *, marks: bool) -> PageSpan | None:
    """Where a side stands in its page, with the quotation marks about it where they are what differs."""
    if side.empty:
        return None
    block = side.block
    begin, end = block.pieces[side.begin].begin, block.pieces[side.end - 1].end
    if marks:
        opening = _OPENING.search(block.gap(side.begin))
        closing = _CLOSING.match(block.gap(side.end))
        begin -= len(opening.group()) if opening else 0
        end += closing.end() if closing else 0
    return PageSpan(block.page, begin, end)


def _wording(side: Side, span: PageSpan | None) -> str:
    return side.block.text[span.begin : span.end] if span else ""


def _context(side: Side, settings: CollateSettings) -> str:
    if side.begin == 0:
        return ""
    first = max(0, side.begin - settings.context_words)
    pieces = side.block.pieces
    return " ".join(side.block.text[pieces[first].begin : pieces[side.begin - 1].end].split())


def _edit(row: str, change: Change, verdict: Verdict, settings: CollateSettings) -> Edit:
    spans = [_span(side, marks=change.marks) for side in (change.before, change.after)]
    return Edit(
        row=row,
        kind=verdict.kind,
        matters=verdict.matters,
        before=_wording(change.before, spans[0]),
        after=_wording(change.after, spans[1]),
        before_span=spans[0],
        after_span=spans[1],
        context=_context(change.before, settings),
        same_day=verdict.same_day,
        note=verdict.note,
    )


def _gap_edit(row: str, columns: Columns, x: int, y: int, settings: CollateSettings) -> Edit:
    """Punctuation, shown with the word before it."""
    texts, spans = [], []
    for piece, side in ((x, columns.before), (y, columns.after)):
        begin, gap = side.block.pieces[piece - 1].begin, side.block.gap(piece)
        end = side.block.pieces[piece - 1].end + len(gap.rstrip())
        texts.append(side.block.text[begin:end])
        spans.append(PageSpan(side.block.page, begin, end))
    return Edit(
        row=row,
        kind="punctuation",
        matters=False,
        before=texts[0],
        after=texts[1],
        before_span=spans[0],
        after_span=spans[1],
        context=_context(columns.before.cut(x - 1, x - 1), settings),
    )
