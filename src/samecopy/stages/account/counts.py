"""The two counts behind an item, with their evidence.

*Reports*: the roots of the reports whose pages carry the item (`reports.py`); a page that has it from another
outlet or agency counts with that one's report (`chains.py`).
*Primary sources*: one per report at most, since one text names one giver of one statement; sources that are
surely one count once (`same.py`). An anonymous or unnamed source in another report may be another person ("at
most") or one already counted ("at least"); an unknown one adds nobody. Never less than one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import Evidence, PageSpan, Source
from samecopy.stages.account.chains import Relayed
from samecopy.stages.account.reports import Report
from samecopy.stages.account.same import NOBODY, distinct, nameless


@dataclass(frozen=True, slots=True)
class Carried:
    """One mention as far as counting needs it: the report that carries it, who is its source, and from
    which other report the page says to have it."""

    report: Report
    source: Source | None
    place: PageSpan
    chain: Relayed | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts and the evidence they open into."""

    reports_at_most: int
    primary_sources_at_least: int
    primary_sources_at_most: int
    evidence: tuple[Evidence, ...]


def count(
    carried: Sequence[Carried], letters: Mapping[str, str], same_words: Sequence[tuple[str, str]] = ()
) -> Counts:
    """The counts of one item. `letters` names reports as the faces do ("A"); `same_words` are couples of
    roots that tell it word for word alike (`lifted.py`)."""
    roots = _roots(carried, same_words)
    by_root: dict[str, list[Carried]] = {}
    for c in carried:
        by_root.setdefault(roots[c.report.root], []).append(c)
    groups = [by_root[root] for root in sorted(by_root, key=lambda r: letters.get(r, r))]
    givers = distinct([source for source in (_source_of(group) for group in groups) if source is not None])
    known = [source for source in givers if not nameless(source)]
    evidence = [_report_line(group, letters) for group in groups]
    evidence += [_source_line(source, carried) for source in givers]
    return Counts(len(groups), max(1, len(known)), max(1, len(givers)), tuple(evidence))


def _roots(carried: Sequence[Carried], same_words: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Root of each report → the one it counts with here, chains followed to their end."""
    roots = {c.report.root: c.report.root for c in carried}
    chained = sorted({(c.report.root, c.chain.root) for c in carried if c.chain is not None})
    for one, other in (*chained, *same_words):
        here, there = roots[one], roots.setdefault(other, other)
        roots = {report: there if root == here else root for report, root in roots.items()}
    return roots


def _source_of(group: Sequence[Carried]) -> Source | None:
    """The one source that a report gives: the first in reading order of its first page that names one; one
    with a name before one without."""
    given = [(nameless(c.source), c.place, c.source) for c in group if c.source is not None]
    given = [g for g in given if g[2].type not in NOBODY]
    return min(given, key=lambda g: g[:2])[2] if given else None


def _report_line(group: Sequence[Carried], letters: Mapping[str, str]) -> Evidence:
    reports = {c.report.id: c.report for c in group}
    names = ", ".join(sorted(letters.get(r, r) for r in reports))
    pages = sorted({c.place.page for c in group})
    cited = sorted({c.chain.name for c in group if c.chain is not None})
    what = "report" if len(reports) == 1 else "reports, joined as one,"
    text = f"{what} {names}: carried by {len(pages)} {'page' if len(pages) == 1 else 'pages'}"
    text += f", citing {', '.join(cited)}" if cited else ""
    return Evidence("report", text, "", tuple(sorted(c.place for c in group)))


def _source_line(source: Source, carried: Sequence[Carried]) -> Evidence:
    spans = sorted(c.place for c in carried if c.source is not None and c.source.key == source.key)
    kind = source.type.replace("_", " ")
    return Evidence("source", f"{source.name} ({kind})", "", tuple(spans))
