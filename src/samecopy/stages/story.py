"""Stories: which reports tell of the same event, and what the story is called.

A report is a family's base or a lone article (`copies` finds them before). Two reports are near when
they share telling words and were published close in time; a report that has many others near, as in a
topic told every day, needs more. Reports whose nearness on average holds form a story. Vectors come from
`text.vectors`, the loops from `kernels.cosine`.
"""

import datetime
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from samecopy.kernels.cosine import average_linkage, near_pairs, nearest_mean, score_table
from samecopy.kernels.types import I32, I64
from samecopy.kernels.union import components
from samecopy.settings import StorySettings
from samecopy.text.vectors import F32, F64, Vectors, Weighing, telling, vectors
from samecopy.text.words import fold, words

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


@dataclass(frozen=True, slots=True)
class _Field:
    """Reports laid out for the kernels, those without a reliable day first, then by day."""

    order: tuple[int, ...]
    vectors: Vectors
    day: I32
    sure: F64
    free: int


Edges = tuple[I32, I32, F32]
"""Pairs of rows, the second the lesser, and their scores."""

Groups = tuple[tuple[int, ...], ...]
"""Positions of reports, story by story."""


def story_edges(reports: Sequence[Report], settings: StorySettings) -> tuple[StoryEdge, ...]:
    """Pairs of reports that are near enough to be of one story, sorted by their ids (a < b).

    A story's reports always hang together by such edges; two reports with an edge need not be of one
    story (see `group`).
    """
    field, (a, b, score) = _thinned(_laid_out(reports, settings), settings)
    ids = [reports[at].id for at in field.order]
    pairs = (
        (*sorted((ids[i], ids[j])), s) for i, j, s in zip(a.tolist(), b.tolist(), score.tolist(), strict=True)
    )
    return tuple(
        sorted((StoryEdge(i, j, round(s, 6)) for i, j, s in pairs), key=lambda edge: (edge.a, edge.b))
    )


def group(reports: Sequence[Report], settings: StorySettings) -> Groups:
    """Reports of one event together: positions in `reports`, by id within a story; the stories by size,
    then by first id. Every report is in exactly one story, the same in any order of reports.

    Average linkage over TF-IDF cosines times exp(−days / decay), within the connected components of the
    edges; a day that is unknown or unsure weighs accordingly less. Scores are lessened where reports lie
    close together, after the local scaling of Zelnik-Manor and Perona 2004.

    >>> ferry = Report("a", ("a",), "Ferry stays in port. The ferry to Norhaven stays in port.")
    >>> again = Report("c", ("c",), "Norhaven ferry in port. The Norhaven ferry stays in port for a week.")
    >>> bread = Report("b", ("b",), "Price of bread falls. Bakers lowered the price of bread.")
    >>> group([ferry, bread, again], StorySettings())
    ((0, 2), (1,))
    """
    field, edges = _thinned(_laid_out(reports, settings), settings)
    label = np.arange(len(reports))
    for block in _blocks(len(reports), edges, settings):
        table = score_table(
            field.vectors.starts,
            field.vectors.term,
            field.vectors.weight,
            field.vectors.terms,
            field.day,
            field.sure,
            block,
            settings.decay_days,
            settings.undated,
        )
        label[block] = block[average_linkage(table, settings.threshold)]
    stories: dict[int, list[int]] = {}
    for at, story in zip(field.order, label.tolist(), strict=True):
        stories.setdefault(story, []).append(at)

    def place(at: int) -> tuple[str, str]:
        return (reports[at].id, reports[at].text)

    told = [tuple(sorted(story, key=place)) for story in stories.values()]
    return tuple(sorted(told, key=lambda story: (-len(story), place(story[0]))))


def group_articles(
    ids: Sequence[str],
    texts: Sequence[str],
    settings: StorySettings,
    titles: Sequence[str | None] | None = None,
    days: Sequence[str | None] | None = None,
) -> tuple[int, ...]:
    """The number of each article's story, 0 for the largest; `titles` and `days` as far as known.

    >>> group_articles(["a", "b"], ["The ferry stays in port.", "Bread is cheap."], StorySettings())
    (0, 1)
    """
    reports = [
        Report(identity, (identity,), text, titles[at] if titles else None, days[at] if days else None)
        for at, (identity, text) in enumerate(zip(ids, texts, strict=True))
    ]
    numbers = [0] * len(reports)
    for number, story in enumerate(group(reports, settings)):
        for at in story:
            numbers[at] = number
    return tuple(numbers)


def title_of(titles: Sequence[str]) -> str:
    """A short plain name for a story: the headline whose words the other headlines share most.

    Sections before a colon ("Opinion:") and outlets after a bar ("… | The Herald") are left off, a
    question or a quotation is taken only when there is nothing plainer. "" when there is no title.

    >>> title_of(["Ferry stuck in port", "Why is the ferry stuck?", "Storm keeps ferry in port | The Herald"])
    'Ferry stuck in port'
    """
    plain = sorted({name for title in titles if (name := _plain(title))})
    bags = {name: {fold(span.of(name)) for span in words(name)} for name in plain}
    counts = Counter(word for title in titles for word in bags.get(_plain(title), ()))

    def central(name: str) -> float:
        shared = sum((counts[word] - 1) * telling(len(word)) for word in bags[name])
        loud = 0.7 if re.search(r"[?!…“”\"]", name) else 1.0
        return loud * shared / math.sqrt(sum(telling(len(word)) for word in bags[name]) + 4)

    return max(plain, key=lambda name: (round(central(name), 9), -len(name), name), default="")


def _plain(title: str) -> str:
    """A headline without the section before it and the outlet after it."""
    title = " ".join(title.split())
    for mark in (" | ", " – ", " — ", " - "):
        head, found, tail = title.rpartition(mark)
        if found and len(tail.split()) <= 4 < len(head.split()) + 1:
            title = head
    head, found, tail = title.partition(": ")
    return tail if found and len(head.split()) == 1 and len(tail.split()) > 3 else title


def _laid_out(reports: Sequence[Report], settings: StorySettings) -> _Field:
    days = [_day(report) for report in reports]
    sure = [min(max(report.days_sure, 0.0), 1.0) for report in reports]

    def place(at: int) -> tuple[int, str, str]:
        reliable = days[at] >= 0 and sure[at] >= _RELIABLE
        return (days[at] if reliable else -1, reports[at].id, reports[at].text)

    order = sorted(range(len(reports)), key=place)
    heads, bodies = zip(*(_head_and_body(reports[at]) for at in order), strict=True) if order else ((), ())
    weighing = Weighing(settings.head_weight, settings.lead_words, settings.prior_reports, settings.idf_power)
    return _Field(
        tuple(order),
        vectors(heads, bodies, weighing),
        np.array([days[at] for at in order], dtype=np.int32),
        np.array([sure[at] for at in order], dtype=np.float64),
        sum(place(at)[0] < 0 for at in order),
    )


def _day(report: Report) -> int:
    """Days since the year 1, −1 where the day is unknown or no day."""
    try:
        return datetime.date.fromisoformat((report.day or "")[:10]).toordinal()
    except ValueError:
        return -1


def _head_and_body(report: Report) -> tuple[str, str]:
    """The text may begin with the title or not; its words are to count once, as a head."""
    head = (report.title or "").strip()
    return (head, report.text.lstrip().removeprefix(head)) if head else ("", report.text)


def _thinned(field: _Field, settings: StorySettings) -> tuple[_Field, Edges]:
    """The reports with shorter vectors where many others are near, and the edges that are left: a
    threshold that suits a lone event would run all days of a long topic together."""
    a, b, score = _edges(field, settings)
    common = settings.topic_closeness
    close = nearest_mean(len(field.order), a, b, score, settings.topic_reports, common)
    factor = (close / common) ** (-settings.topic_power / 2)
    length = np.repeat(factor, np.diff(field.vectors.starts))
    shorter = replace(field.vectors, weight=(field.vectors.weight * length).astype(np.float32))
    score = (score * factor[a] * factor[b]).astype(np.float32)
    kept = score >= settings.threshold
    return replace(field, vectors=shorter), (a[kept], b[kept], score[kept])


def _edges(field: _Field, settings: StorySettings) -> Edges:
    # a full cosine of 1 falls below the threshold after so many days
    window = math.ceil(-math.log(settings.threshold) * settings.decay_days)
    a, b, score = near_pairs(
        field.vectors.starts,
        field.vectors.term,
        field.vectors.weight,
        field.vectors.terms,
        field.day,
        field.sure,
        field.free,
        window,
        settings.crowd,
        settings.decay_days,
        settings.undated,
        settings.threshold,
    )
    return a, b, score


def _blocks(n: int, edges: Edges, settings: StorySettings) -> list[I64]:
    """Connected components of more than one report. One too large for a table is cut at its weaker
    edges, which loses only merges that those alone would have brought about."""
    a, b, score = edges
    done: list[I64] = []
    waiting = [(np.arange(n), np.arange(len(score)), settings.threshold)]
    while waiting:
        rows, kept, threshold = waiting.pop()
        position = np.full(n, -1, dtype=np.int64)
        position[rows] = np.arange(len(rows))
        label = components(len(rows), position[a[kept]], position[b[kept]])
        for root, size in zip(*np.unique(label, return_counts=True), strict=True):
            if size == 1:
                continue
            part = rows[label == root]
            if size <= settings.max_table:
                done.append(part)
                continue
            inside = kept[(label[position[a[kept]]] == root) & (score[kept] >= threshold * 1.2)]
            waiting.append((part, inside, threshold * 1.2))
    return done
