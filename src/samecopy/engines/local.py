"""The embedded engine: one process, one store beside it.

Carries the plan's steps in memory, page by page, and commits what is done in batches: an interrupted
run goes on where it stopped, a second run does only new work. `copies.py` beside it finds the copies.
"""

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

import msgspec

from samecopy import plan, views
from samecopy.engines.copies import find_copies, find_copies_arrays
from samecopy.errors import NotInStore
from samecopy.plan import gather, single
from samecopy.plan.contract import Step
from samecopy.plan.items import Compared
from samecopy.records import Article, Body, Copies, Family, Page, Rejection
from samecopy.settings import CopySettings, Settings
from samecopy.sources.articles import Articles
from samecopy.store import Store, Work
from samecopy.tables import TABLES, to_arrow

Item = TypeVar("Item")
Made = TypeVar("Made")
Row = TypeVar("Row")

BATCH = 64
"""Items between two commits: at 40 to 200 pages a second an interruption loses about a second."""


class Advance(Protocol):
    """Called with the number of items done since the last call."""

    def __call__(self, n: int) -> None: ...


class Progress(Protocol):
    """Shows long work to a person. `total` is None while it is not known."""

    def step(self, doing: str, total: int | None) -> AbstractContextManager[Advance]: ...


class Local:
    """The engine contract over one store. Not reentrant; use one per run."""

    def __init__(self, store: Store, settings: Settings, progress: Progress) -> None:
        self._store = store
        self._settings = settings
        self._progress = progress
        self.used: dict[str, list[str]] = {}

    def each(self, step: Step[Item, Made], items: Iterable[Item]) -> list[Made]:
        total = len(items) if isinstance(items, Sequence) else None
        with self._progress.step(step.doing, total) as advance:
            return list(self._carried(step, items, advance))

    def _carried(self, step: Step[Item, Made], items: Iterable[Item], advance: Advance) -> Iterator[Made]:
        keys = self.used.setdefault(step.name, [])
        pending: list[Work] = []
        try:
            for key, marker, item, rows in self._looked_up(step, items):
                keys.append(key)
                if rows is not None:
                    outcome = msgspec.msgpack.decode(rows, type=step.makes)
                else:
                    outcome = step.stage(item, self._settings)
                    pending.append(Work(step.name, key, marker, msgspec.msgpack.encode(outcome)))
                if len(pending) >= BATCH:
                    self._store.keep(pending)
                    pending = []
                advance(1)
                yield outcome
        finally:  # also on Ctrl-C: what is done is kept
            self._store.keep(pending)

    def _looked_up(
        self, step: Step[Item, Made], items: Iterable[Item]
    ) -> Iterator[tuple[str, str, Item, bytes | None]]:
        """Items with key, marker, and the rows that an earlier run gave on equal inputs. Rows are fetched
        for a batch at a time, so that memory does not grow with what is stored."""
        markers = self._store.markers(step.name)
        left = iter(items)
        while batch := list(itertools.islice(left, BATCH if markers else 1)):
            keyed = [(step.key(item), _marker(step, item, self._settings), item) for item in batch]
            known = [key for key, marker, _ in keyed if markers.get(key) == marker]
            rows = self._store.work(step.name, known)
            for key, marker, item in keyed:
                yield key, marker, item, rows.get(key)

    def remembered(self, name: str, keys: Iterable[str], makes: type[Made]) -> dict[str, Made]:
        markers, now = self._store.markers(name), self._settings.digest()
        self.used.setdefault(name, []).extend(markers)  # what other piles taught stays as well
        rows = self._store.work(name, [key for key in keys if markers.get(key) == now])
        return {key: msgspec.msgpack.decode(one, type=makes) for key, one in rows.items()}

    def remember(self, name: str, things: Mapping[str, Made]) -> None:
        marker = self._settings.digest()
        self.used.setdefault(name, []).extend(things)
        self._store.keep(Work(name, key, marker, msgspec.msgpack.encode(one)) for key, one in things.items())

    def earlier(self, row: type[Row]) -> tuple[Row, ...]:
        return self._store.rows(row) if self._store.marker() is not None else ()

    def copies(self, bodies: Sequence[Body], settings: CopySettings) -> Copies:
        step: Step[Sequence[Body], Copies] = Step(
            "copies",
            "finding copies (the first run on a machine compiles)",
            key=lambda _: "pile",
            inputs=lambda b: b,
            stage=lambda b, s: find_copies(b, s.copies),
            obeys=lambda s: s.copies,
            makes=Copies,
        )
        return self.each(step, [tuple(bodies)])[0]


def run(
    pile: Iterable[Page | Rejection], store: Store, settings: Settings, progress: Progress
) -> plan.Outcome:
    """Carry out the whole plan and replace the store's tables in one transaction."""
    engine = Local(store, settings, progress)
    outcome = plan.carry_out(engine, pile, settings)
    tables = {t.name: to_arrow(t.row, getattr(outcome, t.name)) for t in TABLES}
    store.replace(tables, engine.used, settings.digest())
    return outcome


def stories_of(articles: Articles, settings: Settings) -> tuple[int, ...]:
    """The number of each article's story; articles that carry one copy are in one story."""
    found = find_copies_arrays(articles.ids, articles.outlets, articles.texts, settings.copies)
    families = found.labels.tolist()
    return single.stories_of(
        articles.ids, articles.titles, articles.texts, articles.published, families, settings
    )


def compare(a: Article, b: Article, settings: Settings) -> Compared:
    """What `b` kept, cut, moved, changed and added, beside `a`."""
    copies = find_copies([gather.body(a), gather.body(b)], settings.copies)
    return single.compared(a, b, copies, settings)


def rebased(family: Family, members: views.Members, base: str, settings: Settings) -> Family:
    """A family told against the page `base`. Raises `NotInStore` where that page does not carry it."""
    if base not in family.pages:
        raise NotInStore(f"no page {base!r} in this family; it has {', '.join(family.pages)}")
    return single.rebased(family, members.articles, members.memberships, members.passages, base, settings)


def _marker(step: Step[Item, Made], item: Item, settings: Settings) -> str:
    """Digest of all that an outcome depends on: step, its settings and version, the item's inputs."""
    digest = hashlib.blake2b(step.name.encode(), digest_size=16)
    digest.update(msgspec.msgpack.encode(step.obeys(settings)))
    digest.update(msgspec.msgpack.encode(step.inputs(item)))
    return digest.hexdigest()
