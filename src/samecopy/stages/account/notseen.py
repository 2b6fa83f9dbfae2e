"""What the pile does not show, in sentences; and where outlets differ about a day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from samecopy.records import Article, Event, Family
from samecopy.settings import AccountSettings
from samecopy.stages.account import eventwords
from samecopy.stages.account.merge import bag, content_words, day, overlap
from samecopy.stages.account.reports import Report
from samecopy.text.wordlists import listed

_FULL_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RANKS = listed("first second third fourth fifth sixth last next another final previous new")
_FORM_WORDS = frozenset(eventwords.CLOSED) | eventwords.SAYING | eventwords.SCHEDULING


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
    inferred = sum(1 for a in articles if a.published and a.published.evidence.startswith("inferred"))
    told.append(
        _missing(nameless, len(articles), "no outlet named; pages of one outlet may count as several")
    )
    told.append(_missing(undated, len(articles), "no date found; relative dates may stay unresolved"))
    told.append(_missing(inferred, len(articles), "no date found; the day was inferred from aligned wording"))
    return tuple(line for line in told if line)


def differing(
    events: Sequence[Event], articles: Sequence[Article], settings: AccountSettings
) -> tuple[Event, ...]:
    """Events with a note where two outlets tell one event with two days.

    Only what is sure: both days are full days near each other, both told by a page whose own day is
    known, with one status, and what the two events are called shares its words apart from who takes part.
    """
    dated = {a.page: a.outlet.key or a.page for a in articles if a.published is not None}
    notes: dict[str, set[str]] = {}
    for a, b in combinations([e for e in events if _may_differ(e, dated)], 2):
        if _differ(a, b, dated, settings):
            days = " or ".join(sorted((day(a.when or ""), day(b.when or ""))))
            notes.setdefault(a.id, set()).add(days)
            notes.setdefault(b.id, set()).add(days)
    return tuple(
        replace(e, note="outlets differ: " + "; ".join(sorted(notes[e.id]))) if e.id in notes else e
        for e in events
    )


def _may_differ(event: Event, dated: Mapping[str, str]) -> bool:
    """Whether an event has a full day, is no mere reference, and stands in a page of known day."""
    full = event.when is not None and _FULL_DAY.fullmatch(day(event.when)) is not None
    return full and event.status in ("scheduled", "happened") and not dated.keys().isdisjoint(event.pages)


def _differ(a: Event, b: Event, dated: Mapping[str, str], settings: AccountSettings) -> bool:
    apart = abs((date.fromisoformat(day(a.when or "")) - date.fromisoformat(day(b.when or ""))).days)
    if a.status != b.status or not 0 < apart <= settings.differ_days:
        return False
    if {t.casefold() for _, t in a.surfaces} & {t.casefold() for _, t in b.surfaces}:
        return False  # "shortly after noon" in both: only the days of publication differ
    if {dated.get(p, p) for p in a.pages} & {dated.get(p, p) for p in b.pages}:
        return False
    left, right = _called(a), _called(b)
    ranks = left & _RANKS, right & _RANKS
    if all(ranks) and ranks[0] != ranks[1]:
        return False  # the first round and the second
    left, right = left - _RANKS, right - _RANKS
    return overlap(left, right) >= settings.differ_what and len(left & right) >= settings.differ_least_words


def _called(event: Event) -> frozenset[str]:
    """The words that say what an event is: without names of those in it, its place and form words."""
    named = bag(" ".join((*event.who, event.where or "")))
    return content_words(bag(event.what)) - named - _FORM_WORDS


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
    return f"Counted as one report: {', '.join(joined)} (one outlet, owner or agency)." if joined else ""


def _missing(n: int, of: int, what: str) -> str:
    return f"{n} of {of} {'page' if of == 1 else 'pages'}: {what}." if n else ""
