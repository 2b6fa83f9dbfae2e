"""Reports into stories.

A report is a family's base or a lone article (`copies` finds them before). Two reports are near when
they share telling words and were published close in time; a report that has many others near, as in a
topic told every day, needs more. Reports whose nearness on average holds form a story.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samecopy.settings import StorySettings
from samecopy.stages.story.near import Edges, Field, joined, lessened, near, scaled, weighing
from samecopy.text.vectors import Counts, counts

_RELIABLE = 0.95
"""A day surer than this bounds how far a report is compared back in time."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report: a family, by its base, or a lone page.

    `id` is the family's or the page's, `text` the title and body of its base, `day` the earliest known
    publication day (ISO 8601) and `days_sure` how sure it is, 0 to 1.
    """

    id: str
    pages: tuple[str, ...]
    text: str
    title: str | None = None
    day: str | None = None
    days_sure: float = 1.0


@dataclass(frozen=True, slots=True)
class StoryEdge:
    """Two reports that are near; `score`, 0 to 1, is their cosine times the nearness of their days, less
    the closer others lie to either."""

    a: str
    b: str
    score: float


Groups = tuple[tuple[int, ...], ...]
"""Positions of reports, story by story."""


def story_edges(reports: Sequence[Report], settings: StorySettings) -> tuple[StoryEdge, ...]:
    """Pairs of reports that are near enough to be of one story, sorted by their ids (a < b).

    A story's reports always hang together by such edges; two reports with an edge need not be of one
    story (see `group`).
    """
    order, field = laid_out(reports, settings)
    edges = _near(field, settings)
    edges = edges.of(edges.score >= settings.threshold)
    ids = [reports[at].id for at in order]
    pairs = (
        (*sorted((ids[i], ids[j])), s)
        for i, j, s in zip(edges.a.tolist(), edges.b.tolist(), edges.score.tolist(), strict=True)
    )
    return tuple(
        sorted((StoryEdge(i, j, round(s, 6)) for i, j, s in pairs), key=lambda edge: (edge.a, edge.b))
    )


def group(reports: Sequence[Report], settings: StorySettings) -> Groups:
    """Reports of one event together: positions in `reports`, by id within a story; the stories by size,
    then by first id. Every report is in exactly one story, the same in any order of reports.

    Average linkage over TF-IDF cosines times exp(−days / decay); a day that is unknown or unsure weighs
    accordingly less.

    >>> ferry = Report("a", ("a",), "Ferry stays in port. The ferry to Norhaven stays in port.")
    >>> again = Report("c", ("c",), "Norhaven ferry in port. The Norhaven ferry stays in port for a week.")
    >>> bread = Report("b", ("b",), "Price of bread falls. Bakers lowered the price of bread.")
    >>> group([ferry, bread, again], StorySettings())
    ((0, 2), (1,))
    """
    order, field = laid_out(reports, settings)
    label = joined(len(reports), _near(field, settings), settings)
    stories: dict[int, list[int]] = {}
    for at, story in zip(order, label.tolist(), strict=True):
        stories.setdefault(story, []).append(at)

    def place(at: int) -> tuple[str, str]:
        return (reports[at].id, reports[at].text)

    told = [tuple(sorted(story, key=place)) for story in stories.values()]
    return tuple(sorted(told, key=lambda story: (-len(story), place(story[0]))))


def laid_out(reports: Sequence[Report], settings: StorySettings) -> tuple[tuple[int, ...], Field]:
    """The places of the reports in order, those without a reliable day first, then by day; and the field
    that they make in it."""
    days = [day_of(report) for report in reports]
    sure = [min(max(report.days_sure, 0.0), 1.0) for report in reports]

    def place(at: int) -> tuple[int, str, str]:
        reliable = days[at] >= 0 and sure[at] >= _RELIABLE
        return (days[at] if reliable else -1, reports[at].id, reports[at].text)

    order = tuple(sorted(range(len(reports)), key=place))
    return order, Field(
        terms_of([reports[at] for at in order], settings),
        np.array([days[at] for at in order], dtype=np.int32),
        np.array([sure[at] for at in order], dtype=np.float64),
        sum(place(at)[0] < 0 for at in order),
    )


def terms_of(reports: Sequence[Report], settings: StorySettings) -> Counts:
    """The terms of each report, whatever other reports there are."""
    heads, bodies = zip(*(_head_and_body(report) for report in reports), strict=True) if reports else ((), ())
    return counts(heads, bodies, weighing(settings))


def _near(field: Field, settings: StorySettings) -> Edges:
    edges = near(field, settings)
    return lessened(edges, scaled(len(field.day), edges, settings))


def day_of(report: Report) -> int:
    """Days since the year 1, −1 where the day is unknown or no day."""
    try:
        return datetime.date.fromisoformat((report.day or "")[:10]).toordinal()
    except ValueError:
        return -1


def _head_and_body(report: Report) -> tuple[str, str]:
    """The text may begin with the title or not; its words are to count once, as a head."""
    head = (report.title or "").strip()
    return (head, report.text.lstrip().removeprefix(head)) if head else ("", report.text)
