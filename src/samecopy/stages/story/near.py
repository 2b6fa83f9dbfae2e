"""Which reports are near each other, and which then belong together: arrays in, arrays out.

    near      pairs that share telling words and lie close in time
    scaled    how crowded it is about each report, from its pairs
    lessened  the pairs' scores, lessened where it is crowded
    joined    groups by average linkage

Each step looks no farther than a few days, or some reports, around: what it gives for a stretch of days is
the same in a longer pile. The loops are in `kernels.cosine` and `kernels.linkage`, the vectors come from
`text.vectors`.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.kernels.cosine import near_pairs, nearest_mean
from samecopy.kernels.linkage import average_linkage
from samecopy.kernels.types import I32
from samecopy.settings import StorySettings
from samecopy.text.vectors import F32, F64, Counts, Weighing, vectors

_WHOLE = 1 << 40
"""Scores are joined as whole numbers of this unit, so that their sums are the same in any order."""


@dataclass(frozen=True, slots=True)
class Field:
    """n reports in order: the first `free` are compared with all, the others by ascending `day`.

    `day` (n,) int32 is −1 where unknown, `sure` (n,) float64 how sure it is, 0 to 1.
    """

    counts: Counts
    day: I32
    sure: F64
    free: int


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of rows, `b` the lesser, and their scores."""

    a: I32
    b: I32
    score: F32

    def of(self, kept: npt.NDArray[np.bool_]) -> "Edges":
        """Some of the pairs."""
        return Edges(self.a[kept], self.b[kept], self.score[kept])


def weighing(settings: StorySettings) -> Weighing:
    """How terms weigh."""
    return Weighing(settings.head_weight, settings.lead_words, settings.prior_reports, settings.idf_power)


def reach(settings: StorySettings) -> int:
    """Days after which two reports with sure days are no longer near, whatever they share."""
    return math.ceil(-math.log(settings.threshold) * settings.decay_days)


def near(field: Field, settings: StorySettings, first: int = 0, last: int | None = None) -> Edges:
    """All pairs whose cosine times nearness in time reaches the threshold; of the rows from `first` to
    `last` alone, which are weighed among all."""
    places = field.day.astype(np.int64)
    made = vectors(field.counts, places, field.free, settings.sight, weighing(settings))
    rows = slice(first, last)
    starts = made.starts[first : None if last is None else last + 1]
    entries = slice(int(starts[0]), int(starts[-1]))
    a, b, score = near_pairs(
        starts - starts[0],
        made.term[entries],
        made.weight[entries],
        made.terms,
        field.day[rows],
        field.sure[rows],
        max(field.free - first, 0),
        reach(settings),
        settings.crowd,
        settings.decay_days,
        settings.undated,
        settings.threshold,
    )
    return Edges((a + first).astype(np.int32), (b + first).astype(np.int32), score)


def scaled(n: int, edges: Edges, settings: StorySettings) -> F64:
    """A factor for each of n rows, the lesser the closer its nearest lie: a threshold that suits a lone
    event would run all days of a long topic together.

    After the local scaling of Zelnik-Manor and Perona 2004.
    """
    common = settings.topic_closeness
    close = nearest_mean(n, edges.a, edges.b, edges.score, settings.topic_reports, common)
    return np.asarray((close / common) ** (-settings.topic_power / 2))


def lessened(edges: Edges, factor: F64) -> Edges:
    """The pairs with the factors of both rows in their scores."""
    return Edges(edges.a, edges.b, (edges.score * factor[edges.a] * factor[edges.b]).astype(np.float32))


def joined(n: int, edges: Edges, settings: StorySettings) -> I32:
    """Labels n rows with the least row of their group: those whose nearness on average holds.

    Pairs that are not given count as not near at all.
    """
    score = (edges.score.astype(np.float64) * _WHOLE).astype(np.int64)
    return average_linkage(n, edges.a, edges.b, score, int(settings.threshold * _WHOLE))
