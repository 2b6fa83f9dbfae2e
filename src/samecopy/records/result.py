"""What a face shows of a pile: the object behind `result.json`."""

from dataclasses import dataclass

from samecopy.records.account import Event, Figure, Statement
from samecopy.records.article import Article
from samecopy.records.copies import Family
from samecopy.records.page import Rejection


@dataclass(frozen=True, slots=True)
class PageView:
    """One read page. `families` are the ids of those that it carries, none for a lone article; `fetched`
    is the time at which the bytes were fetched, where it was given."""

    article: Article
    locator: str
    digest: str
    story: str
    families: tuple[str, ...]
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class StoryHead:
    """A story without what is in it: the row of the `stories` table. Fields as in `Story`;
    `families` holds family ids. It has no `key` while nobody has asked what earlier runs called it."""

    id: str
    title: str
    pages: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    families: tuple[str, ...]
    lone: tuple[str, ...]
    origins_at_most: int
    not_seen: tuple[str, ...]
    key: str = ""
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncertain:
    """How many items of a story were read but are not told, as too uncertain; copies count once."""

    statements: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """All of a story's statements, events and figures, and how many were left out."""

    story: str
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    uncertain: Uncertain = Uncertain()


@dataclass(frozen=True, slots=True)
class Story:
    """Pages that report one event. `id` is `s1`, `s2`, … by size, `key` the name that stays from run to
    run over one store, `formerly` the keys of stories that became part of it; `lone` are pages in no family.

    `letters` maps each report (a family id, or a lone page's id) to its letter, sorted by letter:
    A is the family with most outlets. `origins_at_most` is the number of reports after joining
    those of one outlet; `not_seen` are sentences that say what the pile does not hold.
    """

    id: str
    key: str
    formerly: tuple[str, ...]
    title: str
    pages: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    families: tuple[Family, ...]
    lone: tuple[str, ...]
    origins_at_most: int
    not_seen: tuple[str, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    uncertain: Uncertain = Uncertain()


@dataclass(frozen=True, slots=True)
class Result:
    """The whole reading of a pile. `outlets` counts those that are named."""

    pages: tuple[PageView, ...]
    outlets: int
    stories: tuple[Story, ...]
    rejected: tuple[Rejection, ...]
    warnings: tuple[str, ...] = ()

    def numbered(self, name: str) -> str:
        """A name with its story's number in place of its key, or a former one: `k0f3a…/A` becomes `s1/A`,
        others stay."""
        head, slash, rest = name.partition("/")
        number = next((story.id for story in self.stories if head in (story.key, *story.formerly)), head)
        return number + slash + rest
