"""What the document shows of a story's account: statements, timeline, figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import Event, Figure, PageSpan, Source, Statement, Story
from samecopy.report.anchors import page_anchor, within
from samecopy.report.labels import Pile, Place
from samecopy.report.wording import amount, at_most, between, day_words

_STATUS = {
    "no_date_set": "no date set",
    "reference": "for reference",
}


Reports = Mapping[str, tuple[str, str]]
"""The letter and address of the report that each page of a story belongs to."""


@dataclass(frozen=True, slots=True)
class Carriers:
    """The places of one report, or, in the timeline, of one wording (`letter` and `anchor` empty)."""

    letter: str
    anchor: str
    wording: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ShownStatement:
    anchor: str
    text: str
    kind: str
    source: str
    source_type: str
    as_written: str
    relayed_from: str
    cue: str
    reports: str
    primary: str
    grounds: tuple[tuple[str, tuple[Place, ...]], ...]
    carriers: tuple[Carriers, ...]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    anchor: str
    what: str
    when: str
    value: str
    where: str
    who: str
    status: str
    status_words: str
    reports: str
    note: str
    carriers: tuple[Carriers, ...]


@dataclass(frozen=True, slots=True)
class ShownFigure:
    anchor: str
    surface: str
    value: str
    of: str
    giver: str
    giver_type: str
    reports: str
    primary: str
    note: str
    carriers: tuple[Carriers, ...]


def reports_of(story: Story) -> Reports:
    """Where a page belongs to several families, its first by letter."""
    members = {family.id: family.pages for family in story.families}
    reports: dict[str, tuple[str, str]] = {}
    for report, letter in story.letters:
        for page in members.get(report, (report,)):
            reports.setdefault(page, (letter, f"{story.id}/{letter}"))
    return reports


def show_statements(pile: Pile, story: Story) -> tuple[ShownStatement, ...]:
    reports = reports_of(story)
    return tuple(_statement(pile, story.id, reports, statement) for statement in story.statements)


def show_events(pile: Pile, story: Story) -> tuple[tuple[ShownEvent, ...], tuple[ShownEvent, ...]]:
    """Dated events in order of their dates, and the undated apart."""
    dated = sorted((event for event in story.events if event.when is not None), key=lambda e: e.when or "")
    undated = [event for event in story.events if event.when is None]
    return (
        tuple(_event(pile, story.id, event) for event in dated),
        tuple(_event(pile, story.id, event) for event in undated),
    )


def show_figures(pile: Pile, story: Story) -> tuple[ShownFigure, ...]:
    reports = reports_of(story)
    return tuple(_figure(pile, story.id, reports, figure) for figure in story.figures)


def _statement(pile: Pile, story: str, reports: Reports, statement: Statement) -> ShownStatement:
    source = statement.source
    return ShownStatement(
        anchor=within(story, statement.id),
        text=statement.text,
        kind=statement.kind,
        source=_name(source),
        source_type=_type(source),
        as_written=source.text if source.text != source.name else "",
        relayed_from=source.relayed_from or "",
        cue=statement.cue or "",
        reports=at_most(statement.reports_at_most, "report"),
        primary=between(
            statement.primary_sources_at_least, statement.primary_sources_at_most, "primary source"
        ),
        grounds=tuple((line.text, pile.places(line.spans)) for line in statement.evidence),
        carriers=_by_report(pile, reports, statement.pages, statement.spans),
    )


def _event(pile: Pile, story: str, event: Event) -> ShownEvent:
    return ShownEvent(
        anchor=within(story, event.id),
        what=event.what,
        when=day_words(event.when) if event.when is not None else "",
        value=event.when or "",
        where=event.where or "",
        who=", ".join(event.who),
        status=event.status,
        status_words=_STATUS.get(event.status, event.status),
        reports=at_most(event.reports_at_most, "report"),
        note=event.note,
        carriers=_by_wording(pile, event),
    )


def _figure(pile: Pile, story: str, reports: Reports, figure: Figure) -> ShownFigure:
    return ShownFigure(
        anchor=within(story, figure.id),
        surface=figure.surface,
        value=amount(figure.low, figure.high, figure.approximate, figure.unit, figure.trend),
        of=figure.of,
        giver=_name(figure.giver) if figure.giver is not None else "",
        giver_type=_type(figure.giver) if figure.giver is not None else "",
        reports=at_most(figure.reports_at_most, "report"),
        primary=between(figure.primary_sources_at_least, figure.primary_sources_at_most, "primary source"),
        note=figure.note,
        carriers=_by_report(pile, reports, figure.pages, figure.spans),
    )


def _name(source: Source) -> str:
    return source.name or source.text or "source not named"


def _type(source: Source) -> str:
    return source.type.replace("_", " ")


def _by_report(
    pile: Pile, reports: Reports, pages: Sequence[str], spans: Sequence[PageSpan]
) -> tuple[Carriers, ...]:
    """Places under the letter of their report: as many letters, so many voices at most."""
    held: dict[tuple[str, str], list[Place]] = {}
    for page, place in _places(pile, pages, spans):
        held.setdefault(reports.get(page, ("", "")), []).append(place)
    return tuple(Carriers(letter, anchor, "", tuple(held[letter, anchor])) for letter, anchor in sorted(held))


def _by_wording(pile: Pile, event: Event) -> tuple[Carriers, ...]:
    """Places under the temporal expression that they use; those without one last."""
    wordings = dict(event.surfaces)
    held: dict[str, list[Place]] = {}
    for page, place in _places(pile, event.pages, event.spans):
        held.setdefault(wordings.get(page, ""), []).append(place)
    order = sorted(held, key=lambda wording: not wording)
    return tuple(Carriers("", "", wording, tuple(held[wording])) for wording in order)


def _places(pile: Pile, pages: Sequence[str], spans: Sequence[PageSpan]) -> list[tuple[str, Place]]:
    """One place a span, and the page itself where a page has no span."""
    spanned = {span.page for span in spans}
    places = [(span.page, pile.place(span)) for span in spans]
    places += [(p, Place(pile.label(p), page_anchor(p), "")) for p in pages if p not in spanned]
    return places
