"""The account: mentions read in one article, and the items merged of them over a story."""

from dataclasses import dataclass
from typing import Literal

from samecopy.records.copies import Evidence
from samecopy.records.span import PageSpan, Span

StatementKind = Literal["direct", "mixed", "indirect"]
"""`direct`: the content is quoted words. `indirect`: no quoted words. `mixed`: a clause with some
quoted words in it."""

SourceType = Literal[
    "named_person",
    "named_official",
    "institution",
    "government",
    "anonymous_official",
    "anonymous_person",
    "unnamed_officials",
    "unnamed_reports",
    "document",
    "unknown",
]
"""Who speaks. `government` covers a state, its capital or seat standing for it; `named_official` a
named person with an office; `unnamed_officials` a plural without names."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it. `text` as written at the statement ("the official"), `name` as resolved ("a senior
    US administration official"), `key` what equal sources share (case-folded head of the name),
    `relayed_from` who is quoted in prospect or at second hand ("Biden will say"), if any."""

    text: str
    name: str
    key: str
    type: SourceType
    span: Span | None = None
    relayed_from: str | None = None


@dataclass(frozen=True, slots=True)
class StatementMention:
    """One statement as it stands in one article. `content` may be in pieces ("…," she said, "…")."""

    page: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Source
    confidence: float = 1.0


EventStatus = Literal[
    "scheduled", "happened", "ongoing", "denied", "cancelled", "no_date_set", "conditional", "reference"
]
"""`reference`: a date that qualifies something else (a 2020 ceasefire), not an event reported."""

Trend = Literal["up", "down", ""]
"""Which way a figure goes: "rose to 40", "a fall of 3 percent"; "" where no words say so."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as it stands in one article. `what` is a short phrase of the text's own words, `when`
    an ISO 8601 / TIMEX value (`2021-12-30`, `1997-05`, `2022-W02`) or None, `time` the span of the
    temporal expression, `who` names as written."""

    page: str
    what: str
    span: Span
    when: str | None
    time: Span | None
    where: str | None
    who: tuple[str, ...]
    status: EventStatus
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class FigureMention:
    """One figure as it stands in one article. A bound that is open is None ("tens of thousands":
    low 20000, high None). `of` is what is counted, `giver` who gives it, None for narration; `trend` which
    way it goes, or what is counted goes to or by it."""

    page: str
    span: Span
    surface: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    of: str
    giver: Source | None
    confidence: float = 1.0
    trend: Trend = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement merged over a story, with its two counts (upper bounds) and their evidence. Anonymous
    sources of two reports may be one: then `primary_sources_at_least` is the lower end."""

    id: str
    text: str
    kind: StatementKind
    source: Source
    cue: str | None
    pages: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    reports_at_most: int
    primary_sources_at_most: int
    evidence: tuple[Evidence, ...]
    primary_sources_at_least: int = 1


@dataclass(frozen=True, slots=True)
class Event:
    """An event merged over a story. `surfaces` are the temporal expressions as written, page by page."""

    id: str
    what: str
    when: str | None
    where: str | None
    who: tuple[str, ...]
    status: EventStatus
    pages: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    surfaces: tuple[tuple[str, str], ...]
    reports_at_most: int
    primary_sources_at_most: int
    note: str = ""
    primary_sources_at_least: int = 1
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure merged over a story. `trend` is that of its mentions, "" where they differ; `note` names
    the values where outlets differ."""

    id: str
    surface: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    of: str
    giver: Source | None
    pages: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    reports_at_most: int
    primary_sources_at_most: int
    primary_sources_at_least: int = 1
    evidence: tuple[Evidence, ...] = ()
    trend: Trend = ""
    note: str = ""
