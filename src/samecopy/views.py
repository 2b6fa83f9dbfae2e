"""What any face shows, read from the store. Faces ask here and never the store itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa

from samecopy.errors import NotInStore
from samecopy.records import (
    Account,
    Article,
    Family,
    Membership,
    PageView,
    Passage,
    Rejection,
    Result,
    Story,
    StoryHead,
)
from samecopy.settings import STORE_NAME
from samecopy.store import Store
from samecopy.tables import TABLE_NAMES, PageRow, Warned


@dataclass(frozen=True, slots=True)
class Members:
    """The articles of a family, which of their paragraphs carry it, and where they agree."""

    articles: tuple[Article, ...]
    memberships: tuple[Membership, ...]
    passages: tuple[Passage, ...]


def result(store: Store) -> Result:
    """The whole reading of a pile. Raises `StoreError` when the store holds no finished run."""
    pages = {row.page: row for row in store.rows(PageRow)}
    articles = store.rows(Article)
    families = {f.id: f for f in store.rows(Family)}
    accounts = {a.story: a for a in store.rows(Account)}
    heads = store.rows(StoryHead)
    story_of = {page: head.id for head in heads for page in head.pages}
    rejected = store.rows(Rejection)
    return Result(
        pages=tuple(_page_view(a, pages[a.page], story_of[a.page], families) for a in articles),
        outlets=len({a.outlet.key for a in articles} - {""}),
        stories=tuple(_story(head, families, accounts[head.id]) for head in heads),
        rejected=rejected,
        warnings=tuple(w.text for w in store.rows(Warned)),
    )


def article(store: Store, page: str) -> Article:
    """One page as it was read. Raises `NotInStore` naming pages that are near."""
    articles = {a.page: a for a in store.rows(Article)}
    if page not in articles:
        near = [p for p in sorted(articles) if page.casefold() in p.casefold()][:3]
        hint = f"; did you mean {', '.join(near)}?" if near else "; `samecopy show` lists them"
        raise NotInStore(f"no page {page!r} in {store.path}{hint}")
    return articles[page]


def family_named(told: Result, id_: str) -> Family:
    """A family by its id or its place (`s1/A`). Raises `NotInStore`."""
    id_ = told.numbered(id_)
    for story in told.stories:
        letters = dict(story.letters)
        for family in story.families:
            if id_ in (family.id, f"{story.id}/{letters.get(family.id, '')}"):
                return family
    raise NotInStore(f"no family {id_!r}; `samecopy show` lists them")


def members_of(store: Store, family: Family) -> Members:
    """What the pages of a family share, read from the store."""
    pages = set(family.pages)
    return Members(
        tuple(a for a in store.rows(Article) if a.page in pages),
        tuple(m for m in store.rows(Membership) if m.family == family.id),
        tuple(p for p in store.rows(Passage) if p.a in pages and p.b in pages),
    )


def with_family(told: Result, family: Family) -> Result:
    """A result in which one family is told as given."""
    stories = (
        replace(s, families=tuple(family if f.id == family.id else f for f in s.families))
        for s in told.stories
    )
    return replace(told, stories=tuple(stories))


def tables(store: Store, names: Sequence[str] = ()) -> Mapping[str, pa.Table]:
    """The named tables as Arrow, all of them when none is named. Raises `NotInStore`."""
    return {name: store.table(name) for name in names or TABLE_NAMES}


def store_in(folder: Path) -> Path:
    """Where a run keeps its store."""
    return folder / STORE_NAME


def _page_view(read: Article, row: PageRow, story: str, families: dict[str, Family]) -> PageView:
    carried = tuple(f.id for f in families.values() if read.page in f.pages)
    return PageView(read, row.locator, row.digest, story, carried, row.fetched)


def _story(head: StoryHead, families: dict[str, Family], account: Account) -> Story:
    return Story(
        id=head.id,
        key=head.key,
        formerly=head.formerly,
        title=head.title,
        pages=head.pages,
        letters=head.letters,
        families=tuple(families[f] for f in head.families),
        lone=head.lone,
        origins_at_most=head.origins_at_most,
        not_seen=head.not_seen,
        statements=account.statements,
        events=account.events,
        figures=account.figures,
        uncertain=account.uncertain,
    )
