"""Days that aligned wording fixes on pages without a publication date.

One copy, two desks: where a dated page says "Thursday" and an undated one "tomorrow", the undated one
came out on Wednesday. Where the undated page says "Thursday" too, only that mention is fixed.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import Article, Cell, Evidence, InferredTime, PageSpan, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.moments import day
from samecopy.text.dates import Time, find_times, same_day

_REACH = 8  # days around a mention in which a news page may stand that calls it by a relative word


@dataclass(frozen=True, slots=True)
class _Couple:
    """Two expressions that stand in the same place of one copy, on two pages."""

    known: Article
    known_span: Span
    undated: Article
    undated_span: Span


@dataclass(frozen=True, slots=True)
class _Constraint:
    """What a couple says of the undated page: the day of its mention, and the days on which the page
    can have come out; None where the expression is good on any day."""

    couple: _Couple
    mention: str
    days: frozenset[datetime.date] | None


def infer_times(
    members: Sequence[Article], collation: Collation, settings: CollateSettings
) -> tuple[InferredTime, ...]:
    """The publication days, or days of mentions, that the collation fixes on pages without a date.

    A page's publication day (`span` None) is given where exactly one day agrees with all aligned
    wording; contradictory wording gives nothing. Sorted by page, then place. Calendar days are local
    to the outlets, as pages state them.
    """
    by_page = {m.page: m for m in members}
    days = {m.page: day(m) for m in members}
    found: list[InferredTime] = []
    base = by_page[collation.base]
    others = [by_page[w.page] for w in collation.witnesses if w.page != base.page]
    dated = [m for m in others if days[m.page] is not None]
    if days[base.page] is None:
        found.extend(_infer(base, [c for m in dated for c in _couples(collation, m, base)], days))
        days[base.page] = _publication(found, base.page)
    for other in others:
        if days[other.page] is None and days[base.page] is not None:
            found.extend(_infer(other, list(_couples(collation, base, other)), days))
    return tuple(sorted(found, key=lambda i: (i.page, i.span or Span(-1, -1))))


def _publication(found: Sequence[InferredTime], page: str) -> datetime.date | None:
    days = [i.day for i in found if i.page == page and i.span is None]
    return datetime.date.fromisoformat(days[0]) if days else None


def _couples(collation: Collation, known: Article, undated: Article) -> Iterator[_Couple]:
    """Expressions aligned between the base and a witness, one of them `known`: those edited into each
    other, and those left alone."""
    base_known = known.page == collation.base
    witness_page = undated.page if base_known else known.page
    witness = next(w for w in collation.witnesses if w.page == witness_page)
    for edit in witness.edits:
        if edit.kind in ("date_form", "number") and edit.before_span and edit.after_span:
            if edit.before_span.page != collation.base:
                continue  # a row that the base lacks
            before, after = _plain(edit.before_span), _plain(edit.after_span)
            yield (
                _Couple(known, before, undated, after)
                if base_known
                else _Couple(known, after, undated, before)
            )
    edited = [s for e in witness.edits for s in (e.before_span, e.after_span) if s is not None]
    for row in collation.rows:
        sides = [_cells(row.cells, article.page) for article in (known, undated)]
        if not row.in_base or not all(sides):
            continue
        left, right = (
            [t for cell in side for t in _times(article, cell, edited)]
            for article, side in ((known, sides[0]), (undated, sides[1]))
        )
        texts = [
            [known.text[t.begin : t.end] for t in left],
            [undated.text[t.begin : t.end] for t in right],
        ]
        if texts[0] == texts[1]:
            for a, b in zip(left, right, strict=True):
                yield _Couple(known, Span(a.begin, a.end), undated, Span(b.begin, b.end))


def _plain(span: PageSpan) -> Span:
    return Span(span.begin, span.end)


def _cells(cells: Sequence[Cell], page: str) -> list[Cell]:
    return sorted((c for c in cells if c.page == page), key=lambda c: c.span)


def _times(article: Article, cell: Cell, edited: Sequence[PageSpan]) -> list[Time]:
    return [
        t
        for t in find_times(article.text, day(article), cell.span.begin, cell.span.end)
        if t.relative
        and not any(s.page == article.page and s.begin < t.end and t.begin < s.end for s in edited)
    ]


def _infer(
    page: Article, couples: Sequence[_Couple], days: Mapping[str, datetime.date | None]
) -> list[InferredTime]:
    constraints = [c for couple in couples if (c := _constrain(couple, days[couple.known.page])) is not None]
    if not constraints:
        return []
    bounds = [c.days for c in constraints if c.days is not None]
    possible = frozenset.intersection(*bounds) if bounds else None
    deciding = [c for c in constraints if c.days is not None and len(c.days) == 1]
    if possible is not None and not possible:
        return []
    if possible is not None and len(possible) == 1 and deciding:
        (only,) = possible
        return [InferredTime(page.page, None, only.isoformat(), _evidence(deciding[0], None))]
    return [
        InferredTime(page.page, c.couple.undated_span, c.mention, _evidence(c, c.mention))
        for c in constraints
    ]


def _constrain(couple: _Couple, known_day: datetime.date | None) -> _Constraint | None:
    """The publication days under which both expressions denote one day."""
    mention = _day_of(couple.known, couple.known_span, known_day)
    if mention is None:
        return None
    text = couple.undated_span.of(couple.undated.text)
    if _deictic(text) and text.casefold() == couple.known_span.of(couple.known.text).casefold():
        return None  # "today" carried over word for word may be a day old
    middle = datetime.date.fromisoformat(mention)
    days = frozenset(
        candidate
        for shift in range(-_REACH, _REACH + 1)
        if (candidate := _shifted(middle, shift)) is not None
        and same_day(text, candidate, mention, None) is not None
    )
    return _Constraint(couple, mention, days if 0 < len(days) <= 2 * _REACH else None)


def _shifted(middle: datetime.date, shift: int) -> datetime.date | None:
    try:
        return middle + datetime.timedelta(days=shift)
    except OverflowError:
        return None


def _day_of(article: Article, span: Span, known_day: datetime.date | None) -> str | None:
    """The full ISO day that an expression in its sentence denotes."""
    paragraph = next((p.span for p in article.paragraphs if p.span.begin <= span.begin < p.span.end), span)
    for time in find_times(article.text, known_day, paragraph.begin, paragraph.end):
        if time.begin < span.end and span.begin < time.end and time.value:
            value = time.value[:10]
            return value if _is_day(value) else None
    return None


def _is_day(value: str) -> bool:
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10


def _deictic(text: str) -> bool:
    """Whether an expression names a day by its distance: it fits one day of writing only."""
    probe = datetime.date(2023, 3, 1)
    fitting = [
        shift
        for shift in range(-_REACH, _REACH + 1)
        if same_day(text, probe + datetime.timedelta(days=shift), probe.isoformat(), None) is not None
    ]
    return len(fitting) == 1


def _evidence(constraint: _Constraint, mention: str | None) -> Evidence:
    c = constraint.couple
    there, here = c.known_span.of(c.known.text), c.undated_span.of(c.undated.text)
    where = f"“{there}” on {c.known.page}, which is {constraint.mention}"
    text = (
        f"“{here}” stands where the same copy has {where}"
        if mention is None
        else f"“{here}” is aligned with {where}"
    )
    spans = (
        PageSpan(c.known.page, c.known_span.begin, c.known_span.end),
        PageSpan(c.undated.page, c.undated_span.begin, c.undated_span.end),
    )
    return Evidence("date", text, c.undated.page, spans)
