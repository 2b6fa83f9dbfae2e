"""What the document shows of a story's account: statements, timeline, figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import Event, Figure, Source, Statement
from samecopy.report.anchors import within
from samecopy.report.labels import Pile, Place
from samecopy.report.wording import amount, at_most, day_words

_STATUS = {
    "no_date_set": "no date set",
    "reference": "for reference",
}


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
    outlets: int
    grounds: tuple[tuple[str, tuple[Place, ...]], ...]
    places: tuple[Place, ...]


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
    surfaces: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]


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
    places: tuple[Place, ...]


def show_statements(pile: Pile, story: str, statements: Sequence[Statement]) -> tuple[ShownStatement, ...]:
    return tuple(_statement(pile, story, statement) for statement in statements)


def show_events(
    pile: Pile, story: str, events: Sequence[Event]
) -> tuple[tuple[ShownEvent, ...], tuple[ShownEvent, ...]]:
    """Dated events in order of their dates, and the undated apart."""
    dated = sorted((event for event in events if event.when is not None), key=lambda event: event.when or "")
    undated = [event for event in events if event.when is None]
    return (
        tuple(_event(pile, story, event) for event in dated),
        tuple(_event(pile, story, event) for event in undated),
    )


def show_figures(pile: Pile, story: str, figures: Sequence[Figure]) -> tuple[ShownFigure, ...]:
    return tuple(_figure(pile, story, figure) for figure in figures)


def _statement(pile: Pile, story: str, statement: Statement) -> ShownStatement:
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
        primary=at_most(statement.primary_sources_at_most, "primary source"),
        outlets=pile.outlets(statement.pages),
        grounds=tuple((line.text, pile.places(line.spans)) for line in statement.evidence),
        places=pile.places(statement.spans) or pile.pages(statement.pages),
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
        surfaces=tuple((pile.label(page), surface) for page, surface in event.surfaces),
        places=pile.places(event.spans) or pile.pages(event.pages),
    )


def _figure(pile: Pile, story: str, figure: Figure) -> ShownFigure:
    return ShownFigure(
        anchor=within(story, figure.id),
        surface=figure.surface,
        value=amount(figure.low, figure.high, figure.approximate, figure.unit),
        of=figure.of,
        giver=_name(figure.giver) if figure.giver is not None else "",
        giver_type=_type(figure.giver) if figure.giver is not None else "",
        reports=at_most(figure.reports_at_most, "report"),
        primary=at_most(figure.primary_sources_at_most, "primary source"),
        places=pile.places(figure.spans) or pile.pages(figure.pages),
    )


def _name(source: Source) -> str:
    return source.name or source.text or "source not named"


def _type(source: Source) -> str:
    return source.type.replace("_", " ")
