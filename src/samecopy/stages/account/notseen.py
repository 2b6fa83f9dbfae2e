"""What the pile does not show, in sentences; and where outlets differ about a day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from samecopy.records import Article, Event, Family
from samecopy.settings import AccountSettings
from samecopy.stages.account.merge import bag, content_words, overlap
from samecopy.stages.account.reports import Report


def not_seen(
    reports: Sequence[Report],
    families: Sequence[Family],
    articles: Sequence[Article],
    letters: Mapping[str, str],
) -> tuple[str, ...]:
    """Sentences on what is missing from the pile, most weighty first."""
    told = [_origin_line(f, letters[f.id]) for f in sorted(families, key=lambda f: letters[f.id])]
    told.append(_joined_line(reports, letters))
    nameless = sum(1 for a in articles if not a.outlet.key)
    undated = sum(1 for a in articles if a.published is None)
    told.append(_missing(nameless, len(articles), "name no outlet: pages of one outlet may count as several"))
    told.append(_missing(undated, len(articles), "give no date: their relative dates may stay unresolved"))
    return tuple(line for line in told if line)


def differing(events: Sequence[Event], settings: AccountSettings) -> tuple[Event, ...]:
    """Events with a note where two say the same of different days."""
    notes: dict[str, set[str]] = {}
    for a, b in combinations(events, 2):
        if _differ(a, b, settings):
            days = " or ".join(sorted((str(a.when), str(b.when))))
            notes.setdefault(a.id, set()).add(days)
            notes.setdefault(b.id, set()).add(days)
    return tuple(
        replace(e, note="outlets differ: " + "; ".join(sorted(notes[e.id]))) if e.id in notes else e
        for e in events
    )


def _differ(a: Event, b: Event, settings: AccountSettings) -> bool:
    if a.when is None or b.when is None or a.when == b.when or set(a.pages) & set(b.pages):
        return False
    if "reference" in (a.status, b.status) or len(a.when) != len(b.when):
        return False
    what = content_words(bag(a.what)), content_words(bag(b.what))
    return overlap(*what) >= settings.differ_what and min(map(len, what)) >= settings.differ_least_words


def _origin_line(family: Family, name: str) -> str:
    origin = family.origin
    if origin.kind == "page":
        return ""
    if origin.kind == "undecided":
        return f"The origin of copy {name} is undecided: the pages do not show who had it first."
    whose = f"{origin.agency}'s own text" if origin.agency else "the original text"
    return f"The origin of copy {name} is not in the pile: {whose} was not seen."


def _joined_line(reports: Sequence[Report], letters: Mapping[str, str]) -> str:
    joined = [f"{letters[r.id]} with {letters[r.root]}" for r in reports if r.root != r.id]
    return f"Counted as one report: {', '.join(joined)} (one outlet or one agency)." if joined else ""


def _missing(n: int, of: int, what: str) -> str:
    return f"{n} {'page' if n == 1 else 'pages'} of {of} {what}." if n else ""
