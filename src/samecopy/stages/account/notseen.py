"""What the pile does not show, in sentences; and where outlets differ about a day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

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
    dates = [_dating(e, dated) for e in events if _may_differ(e, dated)]
    dates.sort(key=lambda d: (d.day, d.event.id))
    notes: dict[str, set[str]] = {}
    for a, b in _near(dates, settings.differ_days):
        if _differ(a, b, settings):
            for one in (a, b):
                notes.setdefault(one.event.id, set()).add(f"{a.day} or {b.day}")
    return tuple(
        replace(e, note="outlets differ: " + "; ".join(sorted(notes[e.id]))) if e.id in notes else e
        for e in events
    )


def _may_differ(event: Event, dated: Mapping[str, str]) -> bool:
    """Whether an event has a full day, is no mere reference, and stands in a page of known day."""
    full = event.when is not None and _FULL_DAY.fullmatch(day(event.when)) is not None
    return full and event.status in ("scheduled", "happened") and not dated.keys().isdisjoint(event.pages)


@dataclass(frozen=True, slots=True)
class _Dating:
    """An event as far as its day is compared: the words for what it is, without names of those in it, its
    place and form words; its ranks; the outlets that tell it; and its times as written."""

    event: Event
    day: date
    called: frozenset[str]
    ranks: frozenset[str]
    outlets: frozenset[str]
    surfaces: frozenset[str]


def _dating(event: Event, dated: Mapping[str, str]) -> _Dating:
    named = bag(" ".join((*event.who, event.where or "")))
    called = content_words(bag(event.what)) - named - _FORM_WORDS
    return _Dating(
        event,
        date.fromisoformat(day(event.when or "")),
        called - _RANKS,
        called & _RANKS,
        frozenset(dated.get(p, p) for p in event.pages),
        frozenset(words.casefold() for _, words in event.surfaces),
    )


def _near(ordered: Sequence[_Dating], days: int) -> Iterator[tuple[_Dating, _Dating]]:
    """Pairs that lie so many days apart, or fewer."""
    first = 0
    for at, late in enumerate(ordered):
        while (late.day - ordered[first].day).days > days:
            first += 1
        yield from ((ordered[n], late) for n in range(first, at))


def _differ(a: _Dating, b: _Dating, settings: AccountSettings) -> bool:
    if a.event.status != b.event.status or a.day == b.day:
        return False
    if a.surfaces & b.surfaces:
        return False  # "shortly after noon" in both: only the days of publication differ
    if a.outlets & b.outlets:
        return False
    if a.ranks and b.ranks and a.ranks != b.ranks:
        return False  # the first round and the second
    shared = len(a.called & b.called)
    return shared >= settings.differ_least_words and overlap(a.called, b.called) >= settings.differ_what


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
