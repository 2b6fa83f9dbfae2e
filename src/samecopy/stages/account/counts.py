"""The two counts behind an item, each an upper bound with its evidence.

*Reports*: the roots of the reports whose pages carry the item (`reports.py`).
*Primary sources*: one per report at most, since one text names one giver of one statement; equal
named sources in several reports are one; an anonymous source in another report may be another person
("at most"), an unnamed one adds nobody. Never less than one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import Evidence, PageSpan, Source
from samecopy.stages.account.reports import Report
from samecopy.text.words import fold, words

_NAMED = frozenset({"named_person", "named_official"})
_BODIES = frozenset({"institution", "government", "document"})
_NOBODY = frozenset({"unnamed_reports", "unknown"})


@dataclass(frozen=True, slots=True)
class Carried:
    """One mention as far as counting needs it: the report that carries it, and who is its source."""

    report: Report
    source: Source | None
    place: PageSpan


@dataclass(frozen=True, slots=True)
class Counts:
    """Both counts and the evidence they open into."""

    reports_at_most: int
    primary_sources_at_most: int
    evidence: tuple[Evidence, ...]


def count(carried: Sequence[Carried], letters: Mapping[str, str]) -> Counts:
    """The two counts of one item. `letters` names reports as the faces do ("A")."""
    by_root: dict[str, list[Carried]] = {}
    for c in carried:
        by_root.setdefault(c.report.root, []).append(c)
    groups = [by_root[root] for root in sorted(by_root, key=lambda r: letters.get(r, r))]
    givers = _distinct([source for source in (_source_of(group) for group in groups) if source is not None])
    evidence = [_report_line(group, letters) for group in groups]
    evidence += [_source_line(source, carried) for source in givers]
    return Counts(len(groups), max(1, len(givers)), tuple(evidence))


def same_source(a: Source, b: Source) -> bool:
    """Whether two sources in different reports are one entity, as far as their names tell."""
    if a.type in _NAMED and b.type in _NAMED:
        return _one_name(a.name, b.name)
    if a.type in _BODIES and b.type in _BODIES:
        left, right = _folded(a.name), _folded(b.name)
        return bool(left and right) and (left <= right or right <= left)
    return a.type == b.type and a.type in _NOBODY


def _source_of(group: Sequence[Carried]) -> Source | None:
    """The one source that a report gives: the first in reading order of its first page that names one."""
    given = [c for c in group if c.source is not None and c.source.type not in _NOBODY]
    return min(given, key=lambda c: c.place).source if given else None


def _distinct(sources: Iterable[Source]) -> list[Source]:
    kept: list[Source] = []
    for source in sources:
        if not any(same_source(source, other) for other in kept):
            kept.append(source)
    return kept


def _one_name(a: str, b: str) -> bool:
    """`Jane Roe` and `Minister Jane Roe`, or the same surname with nothing against it."""
    left, right = _capitalised(a), _capitalised(b)
    return (
        bool(left and right)
        and (left[-1] == right[-1])
        and (set(left) <= set(right) or set(right) <= set(left))
    )


def _capitalised(name: str) -> list[str]:
    return [fold(w.of(name)) for w in words(name) if name[w.begin].isupper()]


def _folded(name: str) -> set[str]:
    return {fold(w.of(name)) for w in words(name)} - {"the", "a", "an", "of"}


def _report_line(group: Sequence[Carried], letters: Mapping[str, str]) -> Evidence:
    reports = {c.report.id: c.report for c in group}
    names = ", ".join(sorted(letters.get(r, r) for r in reports))
    pages = sorted({c.place.page for c in group})
    what = "report" if len(reports) == 1 else "reports, joined as one,"
    text = f"{what} {names}: carried by {len(pages)} {'page' if len(pages) == 1 else 'pages'}"
    return Evidence("report", text, "", tuple(sorted(c.place for c in group)))


def _source_line(source: Source, carried: Sequence[Carried]) -> Evidence:
    spans = sorted(c.place for c in carried if c.source is not None and c.source.key == source.key)
    kind = source.type.replace("_", " ")
    return Evidence("source", f"{source.name} ({kind})", "", tuple(spans))
