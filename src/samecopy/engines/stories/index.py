"""An index of stories on disk: reports are added a batch at a time, and stories keep their keys.

What a report is near to depends on the reports in sight and a few days around, so an addition finds anew
only these, stretch of days by stretch of days:

    edges    pairs of reports whose terms weigh otherwise now, or that are new
    factors  of the reports with such pairs
    groups   stories of these and of all that are near to them (`regroup`)

The stories of reports with days are those that one grouping of all would find, in whatever batches and
order they came. A report without a day takes its place among the last days known when it came, and is
compared with those around; for it the order does count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.engines.stories.regroup import Known, regroup
from samecopy.errors import InputError
from samecopy.kernels.sight import seen
from samecopy.plan.keys import Named, first_key, named
from samecopy.plan.storying import Field, Report, day_of, near, reach, scaled, terms_of
from samecopy.settings import StorySettings
from samecopy.store.stories import TERM, StoryStore
from samecopy.text.vectors import Counts

I64 = npt.NDArray[np.int64]

_NUMBERED = "number IN (SELECT n FROM wanted)"


@dataclass(frozen=True, slots=True)
class Grown:
    """What an addition did: how many reports are `new`, how many were looked at again (`touched`)."""

    new: int
    touched: int


class StoryIndex:
    """An open index of stories in a folder of its own.

    >>> with StoryIndex(Path("news.stories"), StorySettings()) as index:  # doctest: +SKIP
    ...     index.add(reports)
    Grown(new=250, touched=3120)

    Raises `StoreError` when the folder cannot be used or was made with other settings.
    """

    def __init__(self, folder: Path, settings: StorySettings) -> None:
        self._settings = settings
        self._store = StoryStore(folder, settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.__exit__()

    def add(
        self, reports: Sequence[Report], gone: Sequence[str] = (), articles: pa.Table | None = None
    ) -> Grown:
        """Adds reports; those with a known id take the place of the earlier one. Those whose ids are `gone`
        are taken out; `articles` (id, title, published) are kept for `articles`.

        Kept as a whole or not at all. Raises `InputError` where an id comes twice.
        """
        if len({report.id for report in reports}) < len(reports):
            raise InputError("two reports have one id: ids must be unique in an index of stories")
        if not reports and not gone:
            return Grown(0, 0)
        with self._store.change():
            if articles is not None:
                self._store.put("articles", articles)
            before = Known.of(self._store)
            ids = pa.array([*(report.id for report in reports), *gone], pa.string())
            found = self._store.fetch("SELECT number FROM reports JOIN wanted ON id = n", wanted=ids)
            old = np.sort(np.asarray(found["number"].to_numpy(), dtype=np.int64))
            inherited = self._named(_NUMBERED, old)
            days = np.union1d(_days_near(before, old, self._settings), before.day[before.rows(old)])
            self._store.drop("reports", _NUMBERED, old)
            fresh = self._put(reports, before)
            after = Known.of(self._store)
            days = np.union1d(days, _days_near(after, fresh, self._settings))
            parts = [self._renewed(after, *stretch) for stretch in self._stretches(days)]
            touched: I64 = np.unique(np.concatenate(parts))
            self._regroup(touched, inherited)
        return Grown(len(reports) + len(gone) - len(old), len(touched))

    def stories(self) -> list[Named]:
        """All stories with their pages and keys, by size, then by first page."""
        told = self._named("TRUE", np.zeros(0, np.int64))
        return sorted(told, key=lambda one: (-len(one.pages), one.pages))

    def stories_of(self, ids: Sequence[str]) -> list[Named]:
        """The stories of some reports."""
        found = self._store.fetch(
            "SELECT number FROM reports JOIN wanted ON id = n", wanted=pa.array(ids, pa.string())
        )
        return self._named(_NUMBERED, found["number"].to_numpy())

    def reports(self) -> dict[str, tuple[str, ...]]:
        """The pages of each report by its id."""
        found = self._store.fetch("SELECT id, pages FROM reports")
        return dict(zip(found["id"].to_pylist(), map(tuple, found["pages"].to_pylist()), strict=True))

    def articles(self, ids: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
        """Title and publication of those among some articles that were kept."""
        found = self._store.fetch(
            "SELECT id, title, published FROM articles JOIN wanted ON id = n",
            wanted=pa.array(ids, pa.string()),
        )
        return {row["id"]: (row["title"], row["published"]) for row in found.to_pylist()}

    def _put(self, reports: Sequence[Report], before: "Known") -> I64:
        """Adds the reports, each a story of its own for now; their numbers."""
        last = int(before.day.max(initial=0))
        days = [day_of(report) for report in reports]
        last = max([last, *days])
        counts = terms_of(reports, self._settings)
        at = self._store.terms.append(_packed(counts))
        numbers = np.arange(len(reports)) + int(before.number.max(initial=-1)) + 1
        rows = {
            "number": pa.array(numbers, pa.int32()),
            "id": pa.array([report.id for report in reports], pa.string()),
            "pages": pa.array([report.pages for report in reports], pa.list_(pa.string())),
            "day": pa.array([day if day >= 0 else last for day in days], pa.int32()),
            "sure": [
                min(max(report.days_sure, 0.0), 1.0) if day >= 0 else 0.0
                for report, day in zip(reports, days, strict=True)
            ],
            "terms_at": at + counts.starts[:-1],
            "terms": pa.array(np.diff(counts.starts), pa.int32()),
            "factor": np.ones(len(reports)),
            "story": pa.array(numbers, pa.int32()),
        }
        self._store.put("reports", pa.table(rows))
        return numbers

    def _stretches(self, days: I64) -> list[tuple[int, int]]:
        """First and last of days that are renewed together, for their pairs and factors overlap."""
        gaps = np.flatnonzero(np.diff(days) > 3 * reach(self._settings))
        starts, ends = np.append(0, gaps + 1), np.append(gaps, len(days) - 1)
        return [(int(days[a]), int(days[b])) for a, b in zip(starts, ends, strict=True)]

    def _renewed(self, known: "Known", first: int, last: int) -> I64:
        """Finds the pairs of reports of a stretch of days anew, and the factors of all in them; those."""
        far = reach(self._settings)
        low, high = np.searchsorted(known.day, [first - far, last + far + 1]).tolist()
        self._store.drop_edges(first, last + far)
        if low == high:
            return np.zeros(0, dtype=np.int64)
        begin, end = seen(known.day, 0, self._settings.sight)
        left, right = min(int(begin[low]), low), max(int(end[high - 1]), high)
        edges = near(self._field(known, left, right), self._settings, low - left, high - left)
        a, b = edges.a.astype(np.int64) + left, edges.b.astype(np.int64) + left
        new = known.day[a] >= first
        rows = {"a": known.number[a], "b": known.number[b], "day": known.day[a], "score": edges.score}
        self._store.put("edges", pa.table(rows).filter(pa.array(new)))
        found = self._store.fetch(
            f"SELECT a, b, score FROM edges WHERE day BETWEEN {first - far:d} AND {last + 2 * far:d}"
        )
        factor = scaled(len(known.day), known.edges(found), self._settings)
        numbers = known.number[low:high]
        self._store.update("reports", pa.table({"number": numbers, "factor": factor[low:high]}))
        return numbers

    def _field(self, known: "Known", low: int, high: int) -> Field:
        sizes = known.terms[low:high]
        starts = np.append(0, np.cumsum(sizes))
        counts = _unpacked(starts, self._store.terms.read(known.terms_at[low:high], sizes))
        return Field(counts, known.day[low:high].astype(np.int32), known.sure[low:high], 0)

    def _regroup(self, touched: I64, inherited: Sequence[Named]) -> None:
        """Writes the stories of touched reports, and of those that they changed, anew."""
        known = Known.of(self._store)
        groups = regroup(self._store, known, touched, self._settings)
        members = np.concatenate([np.zeros(0, np.int64), *groups])
        old = np.unique(known.story[known.rows(members)])
        earlier = {one.key: one for one in (*self._named("story IN (SELECT n FROM wanted)", old), *inherited)}
        pages = self._pages(members)
        stories = [tuple(sorted({p for number in group.tolist() for p in pages[number]})) for group in groups]
        first = pa.array([first_key(story[0]) for story in stories], pa.string())
        taken = self._store.fetch("SELECT key FROM stories JOIN wanted ON key = n", wanted=first)[
            "key"
        ].to_pylist()
        names = named(stories, earlier.values(), taken)
        self._store.drop("stories", _NUMBERED, old)
        numbers = [int(group[0]) for group in groups]
        self._store.put(
            "stories",
            pa.table(
                {
                    "number": pa.array(numbers, pa.int32()),
                    "key": pa.array([one.key for one in names], pa.string()),
                    "formerly": pa.array([one.formerly for one in names], pa.list_(pa.string())),
                }
            ),
        )
        story = np.repeat(np.array(numbers, dtype=np.int64), [len(group) for group in groups])
        self._store.update("reports", pa.table({"number": members, "story": story}))

    def _pages(self, numbers: I64) -> dict[int, list[str]]:
        found = self._store.fetch(
            "SELECT number, pages FROM reports JOIN wanted ON number = n", wanted=numbers
        )
        return dict(zip(found["number"].to_pylist(), found["pages"].to_pylist(), strict=True))

    def _named(self, where: str, wanted: I64) -> list[Named]:
        """Whole stories that have reports for which `where` holds."""
        found = self._store.fetch(
            "SELECT flatten(list(pages)) AS pages, any_value(key) AS key, any_value(formerly) AS formerly "
            "FROM reports JOIN stories ON story = stories.number WHERE story IN "
            f"(SELECT story FROM reports WHERE {where}) GROUP BY story",
            wanted=wanted,
        )
        return [
            Named(tuple(sorted(set(row["pages"]))), row["key"], tuple(row["formerly"]))
            for row in found.to_pylist()
        ]


def _days_near(known: "Known", numbers: I64, settings: StorySettings) -> I64:
    """The days of reports that have some in sight."""
    begin, end = seen(known.day, 0, settings.sight)
    there = np.zeros(len(known.day) + 1, dtype=np.int64)
    there[known.rows(numbers) + 1] = 1
    so_far = np.cumsum(there)
    return np.unique(known.day[so_far[end] > so_far[begin]])


def _packed(counts: Counts) -> npt.NDArray[np.int32]:
    rows = np.empty((len(counts.key), TERM), dtype=np.int32)
    rows[:, :2] = counts.key.view(np.int32).reshape(-1, 2)
    rows[:, 2] = counts.count.view(np.int32)
    rows[:, 3] = counts.letters
    return rows


def _unpacked(starts: I64, rows: npt.NDArray[np.int32]) -> Counts:
    key = np.ascontiguousarray(rows[:, :2]).view(np.uint64).reshape(-1)
    return Counts(starts, key, np.ascontiguousarray(rows[:, 2]).view(np.float32), rows[:, 3].copy())
