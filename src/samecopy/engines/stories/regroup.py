"""Stories found anew where pairs changed, and no farther than that changes anything.

Average linkage joins the two nearest groups, over and over. A set of whole stories is therefore grouped by
itself as it is amid all, as long as none of it would join something outside. So the touched stories are
grouped together with all that are near to them: where those come out as they were, nothing farther off
can change either; where not, they are touched too.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.plan.storying import Edges, joined, lessened
from samecopy.settings import StorySettings
from samecopy.store.stories import StoryStore

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Known:
    """A few numbers of every report, in order of day and id; `place` has each number's row."""

    number: I64
    day: I64
    sure: F64
    terms_at: I64
    terms: I64
    factor: F64
    story: I64
    place: I64

    @classmethod
    def of(cls, store: StoryStore) -> Self:
        """As the index knows them by now."""
        found = store.fetch(
            "SELECT number, day, sure, terms_at, terms, factor, story FROM reports ORDER BY day, id"
        )
        number, day, terms_at, terms, story = (
            np.asarray(found[name].to_numpy(), dtype=np.int64)
            for name in ("number", "day", "terms_at", "terms", "story")
        )
        place = np.full(int(number.max(initial=-1)) + 1, -1, dtype=np.int64)
        place[number] = np.arange(len(number))
        sure, factor = (np.asarray(found[name].to_numpy(), dtype=np.float64) for name in ("sure", "factor"))
        return cls(number, day, sure, terms_at, terms, factor, story, place)

    def rows(self, numbers: I64) -> I64:
        """The rows of reports by number."""
        return np.asarray(self.place[numbers])

    def edges(self, found: pa.Table) -> Edges:
        """Pairs of the database, by rows."""
        a, b = (self.rows(found[name].to_numpy()).astype(np.int32) for name in ("a", "b"))
        return Edges(a, b, found["score"].to_numpy())


def regroup(store: StoryStore, known: Known, touched: I64, settings: StorySettings) -> list[I64]:
    """The stories, as numbers of reports, of all touched reports and of those that these changed."""
    inside = known.rows(touched)
    while True:
        inside = _whole(known, inside)
        edges = _edges(store, known, inside)
        strong = edges.score >= settings.threshold
        around = _whole(known, np.union1d(inside, np.append(edges.a[strong], edges.b[strong])))
        edges = _edges(store, known, around)
        within = np.isin(edges.a, around) & np.isin(edges.b, around)
        place = np.full(len(known.number), -1, dtype=np.int32)
        place[around] = np.arange(len(around))
        kept = edges.of(within)
        label = joined(len(around), Edges(place[kept.a], place[kept.b], kept.score), settings)
        changed = around[_moved(known.story[around], label.astype(np.int64))]
        wider = np.union1d(inside, changed)
        if len(_whole(known, wider)) == len(inside):
            mine = np.isin(around, inside)
            rows, labels = around[mine], label[mine]
            order = np.argsort(labels, kind="stable")
            bounds = np.flatnonzero(np.diff(labels[order])) + 1
            return [known.number[group] for group in np.split(rows[order], bounds) if len(group)]
        inside = wider


def _whole(known: Known, rows: I64) -> I64:
    """The rows of all stories that have one of these, ascending."""
    there = np.zeros(int(known.story.max(initial=-1)) + 1, dtype=bool)
    there[known.story[rows]] = True
    return np.flatnonzero(there[known.story])


def _edges(store: StoryStore, known: Known, rows: I64) -> Edges:
    """The pairs that have one of these rows, lessened; as rows."""
    found = store.fetch(
        "SELECT a, b, score FROM edges WHERE a IN (SELECT n FROM wanted) OR b IN (SELECT n FROM wanted)",
        wanted=known.number[rows],
    )
    return lessened(known.edges(found), known.factor)


def _moved(before: I64, after: I64) -> npt.NDArray[np.bool_]:
    """Which are with others than before, by their labels."""
    _, old, old_sizes = np.unique(before, return_inverse=True, return_counts=True)
    _, new, new_sizes = np.unique(after, return_inverse=True, return_counts=True)
    _, both, sizes = np.unique(old * len(before) + new, return_inverse=True, return_counts=True)
    return np.asarray((old_sizes[old] != sizes[both]) | (new_sizes[new] != sizes[both]))
