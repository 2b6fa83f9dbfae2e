"""What the steps pass on: one frozen record per kind of item, and the rows of a whole run."""

from dataclasses import dataclass

from samecopy.records import (
    Account,
    Article,
    EventMention,
    Family,
    FigureMention,
    InferredTime,
    Membership,
    Pair,
    Passage,
    Rejection,
    StatementMention,
    StoryHead,
)
from samecopy.stages import extract, story
from samecopy.tables import PageRow, Warned


@dataclass(frozen=True, slots=True)
class Read:
    """A page read, or the reason why not."""

    article: Article | None
    rejection: Rejection | None


@dataclass(frozen=True, slots=True)
class Site:
    """All articles of one outlet, and what articles of earlier runs taught of it."""

    outlet: str
    articles: tuple[Article, ...]
    earlier: tuple[extract.Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is remembered of one outlet from run to run."""

    lessons: tuple[extract.Lesson, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A family before its collation: members in page order, spans in page text."""

    family: str
    members: tuple[Article, ...]
    memberships: tuple[Membership, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Collated:
    """A family after it."""

    family: Family
    inferred: tuple[InferredTime, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two pages collated as a family of their own; `pair` says what they share, None where too little."""

    family: Family
    pair: Pair | None


@dataclass(frozen=True, slots=True)
class Reports:
    """All reports of a pile, by id."""

    reports: tuple[story.Report, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one story."""

    title: str
    reports: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """All stories of a pile, before they are told."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class DatedArticle:
    """An article with the days that aligned witnesses fixed for it."""

    article: Article
    inferred: tuple[InferredTime, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The statements of one text, and how many were left out as too uncertain."""

    statements: tuple[StatementMention, ...]
    uncertain: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of every table: field names are table names."""

    pages: tuple[PageRow, ...]
    rejected: tuple[Rejection, ...]
    articles: tuple[Article, ...]
    pairs: tuple[Pair, ...]
    passages: tuple[Passage, ...]
    memberships: tuple[Membership, ...]
    families: tuple[Family, ...]
    inferred_times: tuple[InferredTime, ...]
    stories: tuple[StoryHead, ...]
    statement_mentions: tuple[StatementMention, ...]
    event_mentions: tuple[EventMention, ...]
    figure_mentions: tuple[FigureMention, ...]
    accounts: tuple[Account, ...]
    warnings: tuple[Warned, ...]
