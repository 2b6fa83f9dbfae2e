"""The shape of `result.json` and of its parts: one struct an object, fields in the order written.

The shape is stable: fields may be added, none renamed or removed without raising `SCHEMA`. Where a
record of the pipeline has just the right fields (an edit, a ledger line, a span), it stands here itself.
"""

from collections.abc import Mapping

import msgspec

from samecopy.records import (
    Descent,
    Evidence,
    Headline,
    PageSpan,
    Rejection,
    Trend,
    Uncertain,
    WitnessParagraph,
)

SCHEMA = 1


class Lines(msgspec.Struct, frozen=True):
    """A paragraph: its number from 0 and its span in page text."""

    number: int
    begin: int
    end: int


class Credit(msgspec.Struct, frozen=True):
    """A credit line; `begin` and `end` are None where it stood in markup only."""

    name: str
    agency: bool
    kind: str
    text: str
    begin: int | None
    end: int | None


class LeftOut(msgspec.Struct, frozen=True):
    """A line that is not the article, and the rule that left it out."""

    text: str
    why: str
    begin: int
    end: int


class PageShape(msgspec.Struct, frozen=True):
    id: str
    locator: str
    url: str | None
    outlet: str | None
    outlet_key: str
    title: str | None
    byline: str | None
    published: str | None
    published_utc: str | None
    published_evidence: str | None
    modified: str | None
    modified_utc: str | None
    modified_evidence: str | None
    fetched: str | None
    language: str | None
    section: str | None
    canonical: str | None
    dateline: str | None
    credits: list[Credit]
    read_by: str
    digest: str
    story: str
    families: list[str]
    paragraphs: list[Lines]


class ArticleShape(msgspec.Struct, frozen=True):
    """What `samecopy read` prints of a page."""

    page: str
    title: str | None
    byline: str | None
    outlet: str | None
    outlet_key: str
    published: str | None
    published_utc: str | None
    published_evidence: str | None
    modified: str | None
    modified_utc: str | None
    modified_evidence: str | None
    language: str | None
    url: str | None
    canonical: str | None
    section: str | None
    credits: list[Credit]
    dateline: str | None
    body: list[str]
    paragraphs: list[Lines]
    furniture: list[str]
    left_out: list[LeftOut]
    read_by: str


class CellShape(msgspec.Struct, frozen=True):
    page: str
    paragraph: int
    state: str
    begin: int
    end: int


class RowShape(msgspec.Struct, frozen=True):
    id: str
    text: str
    in_base: bool
    first: str | None
    cells: list[CellShape]


class OriginShape(msgspec.Struct, frozen=True):
    """`parents` maps each witness to the page it most likely copied, None where no page is named;
    `descents` says the same with confidence and evidence."""

    kind: str
    page: str | None
    agency: str | None
    confidence: str
    evidence: tuple[Evidence, ...]
    parents: Mapping[str, str | None]
    descents: tuple[Descent, ...]


class EditShape(msgspec.Struct, frozen=True):
    """`spans` are those of `before_span` and `after_span` that there are."""

    row: str
    kind: str
    matters: bool
    before: str
    after: str
    spans: list[PageSpan]
    before_span: PageSpan | None
    after_span: PageSpan | None
    context: str
    same_day: str | None
    note: str


class WitnessShape(msgspec.Struct, frozen=True):
    page: str
    base: bool
    kept_share: float
    words_kept: int
    words_cut: int
    words_changed: int
    words_added: int
    headline: Headline
    kept: tuple[WitnessParagraph, ...]
    cut: tuple[WitnessParagraph, ...]
    moved: tuple[WitnessParagraph, ...]
    changed: tuple[WitnessParagraph, ...]
    added: tuple[WitnessParagraph, ...]
    edits: list[EditShape]


class FamilyShape(msgspec.Struct, frozen=True):
    id: str
    letter: str
    pages: tuple[str, ...]
    base: str
    origin: OriginShape
    rows: list[RowShape]
    witnesses: list[WitnessShape]


class SourceShape(msgspec.Struct, frozen=True):
    text: str
    name: str
    type: str
    relayed_from: str | None


class StatementShape(msgspec.Struct, frozen=True):
    id: str
    text: str
    kind: str
    source: SourceShape
    cue: str | None
    pages: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    reports_at_most: int
    primary_sources_at_least: int
    primary_sources_at_most: int
    evidence: tuple[Evidence, ...]


class Surface(msgspec.Struct, frozen=True):
    """A temporal expression as one page writes it."""

    page: str
    text: str


class EventShape(msgspec.Struct, frozen=True):
    id: str
    what: str
    when: str | None
    where: str | None
    who: tuple[str, ...]
    status: str
    pages: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    surfaces: list[Surface]
    reports_at_most: int
    primary_sources_at_least: int
    primary_sources_at_most: int
    evidence: tuple[Evidence, ...]
    note: str


class FigureShape(msgspec.Struct, frozen=True):
    id: str
    surface: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    of: str
    trend: Trend
    giver: SourceShape | None
    pages: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    reports_at_most: int
    primary_sources_at_least: int
    primary_sources_at_most: int
    evidence: tuple[Evidence, ...]
    note: str


class StoryShape(msgspec.Struct, frozen=True):
    """`letters` maps each report (a family's id, or a lone page's) to its letter, in letter order."""

    id: str
    key: str
    formerly: tuple[str, ...]
    title: str
    pages: tuple[str, ...]
    letters: Mapping[str, str]
    lone: tuple[str, ...]
    not_seen: tuple[str, ...]
    origins_at_most: int
    families: list[FamilyShape]
    statements: list[StatementShape]
    events: list[EventShape]
    figures: list[FigureShape]
    uncertain: Uncertain


class ResultShape(msgspec.Struct, frozen=True):
    schema: int
    outlets: int
    pages: list[PageShape]
    stories: list[StoryShape]
    rejected: tuple[Rejection, ...]
    warnings: tuple[str, ...]


class TimeShape(msgspec.Struct, frozen=True):
    """A temporal expression of one text: TIMEX type and value."""

    begin: int
    end: int
    text: str
    type: str
    value: str | None
    relative: bool


class Words(msgspec.Struct, frozen=True):
    """A span of one text together with its words."""

    begin: int
    end: int
    text: str


class MentionShape(msgspec.Struct, frozen=True):
    """A statement as it stands in one text; `source` has no span where nobody is written there."""

    kind: str
    content: list[Words]
    cue: Words | None
    source: Words | None
    source_name: str
    source_type: str
    relayed_from: str | None
    confidence: float
