"""What a face shows of a pile: the object behind `result.json`."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from samecopy.records.account import Event, Figure, Statement
from samecopy.records.article import Article
from samecopy.records.copies import Family
from samecopy.records.page import Rejection


@dataclass(frozen=True, slots=True)
class PageView:
    """One read page. `family` is the id of the family that it carries, None for a lone article."""

    article: Article
    locator: str
    digest: str
    story: str
    families: tuple[str, ...]


def story_key(pages: Iterable[str]) -> str:
    """A story's name that outlasts a run: a digest of its least page id, whatever else the pile holds.

    No two stories of a run have one key, for a page lies in one story.

    >>> story_key(["b.html", "a.html"]) == story_key(["a.html", "c.html"])
    True
    """
    least = min(pages, default="")
    return "k" + hashlib.blake2b(least.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


@dataclass(frozen=True, slots=True)
class StoryHead:
    """A story without what is in it: the row of the `stories` table. Fields as in `Story`;
    `families` holds family ids."""

    id: str
    title: str
    pages: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    families: tuple[str, ...]
    lone: tuple[str, ...]
    origins_at_most: int
    not_seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """All of a story's statements, events and figures."""

    story: str
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Pages that report one event. `id` is `s1`, `s2`, … by size, `key` the name that stays when later
    pages join; `lone` are pages in no family.

    `letters` maps each report (a family id, or a lone page's id) to its letter, sorted by letter:
    A is the family with most outlets. `origins_at_most` is the number of reports after joining
    those of one outlet; `not_seen` are sentences that say what the pile does not hold.
    """

    id: str
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

    @property
    def key(self) -> str:
        return story_key(self.pages)


@dataclass(frozen=True, slots=True)
class Result:
    """The whole reading of a pile. `outlets` counts those that are named."""

    pages: tuple[PageView, ...]
    outlets: int
    stories: tuple[Story, ...]
    rejected: tuple[Rejection, ...]
    warnings: tuple[str, ...] = ()

    def numbered(self, name: str) -> str:
        """A name with its story's number in place of its key: `k0f3a…/A` becomes `s1/A`, others stay."""
        head, slash, rest = name.partition("/")
        number = next((story.id for story in self.stories if story.key == head), head)
        return number + slash + rest
