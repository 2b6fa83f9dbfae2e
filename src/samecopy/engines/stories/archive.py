"""An archive of articles on disk: copies and stories side by side, both grown batch by batch.

A family is one report. What it is made of may change as articles come, so after each addition to the
copies the families are set against the reports that the stories know; what differs goes to the stories.
An addition that was interrupted between the two is made good by the next one that has its articles.
"""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa

from samecopy.engines.copies.index import Index
from samecopy.engines.stories.index import Grown, StoryIndex
from samecopy.plan.keys import Named
from samecopy.plan.storying import Report, Telling, report_of
from samecopy.records import Body
from samecopy.settings import Settings
from samecopy.sources.articles import ArticleRow


class Archive:
    """An open archive in a folder of its own, made when it is missing.

    Raises `StoreError` when the folder cannot be used or was made with other settings.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._copies = Index(folder / "copies", settings.copies)
        self._stories = StoryIndex(folder / "stories", settings.story)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stories.__exit__()
        self._copies.__exit__()

    def add(self, rows: Sequence[ArticleRow]) -> Grown:
        """Adds articles; known ones are passed over. Raises `InputError` where an id is known with another
        text."""
        self._copies.add([Body(row.id, row.outlet, row.text) for row in rows])
        kept = self._stories.articles([row.id for row in rows])
        fresh = [row for row in rows if row.id not in kept]
        known = self._stories.reports()
        families = self._families({*chain.from_iterable(known.values()), *(row.id for row in fresh)})
        changed = [pages for name, pages in families.items() if known.get(name) != pages]
        gone = [name for name in known if name not in families]
        return self._stories.add(self._reports(changed, fresh), gone, _table(fresh))

    def stories(self) -> list[Named]:
        """All stories with the ids of their articles and their keys, by size."""
        return self._stories.stories()

    def stories_of(self, ids: Sequence[str]) -> dict[str, Named]:
        """The story of each of some articles."""
        wanted = set(ids)
        reports = [name for name, pages in self._stories.reports().items() if wanted & set(pages)]
        return {
            page: one for one in self._stories.stories_of(reports) for page in one.pages if page in wanted
        }

    def _families(self, there: set[str]) -> dict[str, tuple[str, ...]]:
        """The articles of each family that are `there`, by the least id."""
        ids, parts = self._copies.parts()
        head = np.arange(len(ids))
        head[parts.page[parts.first]] = parts.head[parts.first]
        members: dict[int, list[str]] = {}
        for name, at in zip(ids, head.tolist(), strict=True):
            if name in there:
                members.setdefault(at, []).append(name)
        return {pages[0]: tuple(pages) for pages in members.values()}

    def _reports(self, families: Sequence[tuple[str, ...]], fresh: Sequence[ArticleRow]) -> list[Report]:
        ids = [page for pages in families for page in pages]
        texts = self._copies.texts_of(ids)
        beside = self._stories.articles(ids) | {row.id: (row.title, row.published) for row in fresh}
        return [
            report_of([Telling(page, beside[page][0], texts[page], beside[page][1]) for page in pages])
            for pages in families
        ]


def _table(rows: Sequence[ArticleRow]) -> pa.Table:
    return pa.table(
        {
            name: pa.array([getattr(row, name) for row in rows], pa.string())
            for name in ("id", "title", "published")
        }
    )
