"""Temporal expressions of English text as TIMEX3 values, and whether two denote the same day.

`find_times` reads a text as classes of time words (`timetokens`, `timewords`), matches rules over
them (`timex`, `timequarters`, `holidays`, `timeclock`, `timespans`, `timetold`, `timebeside`, `timesets`),
and resolves what depends on the day of writing with `calendar` and `tense`. Not here: what happens at those
times (`stages.account.events`).
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from samecopy.text import (
    calendar,
    holidays,
    timebeside,
    timeclock,
    timequarters,
    timesets,
    timespans,
    timetold,
    timex,
)
from samecopy.text.timerun import NO_TIME, Reader, Run
from samecopy.text.timetokens import Tokens, tokens

FULL_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CALENDAR = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}.*)?)?\Z")
WRITTEN = range(1000, 9000)
"""Years of writing: the calendar must hold the dates before and after that are counted from them."""
QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
RULES = (
    timex.RULES
    + timequarters.RULES
    + holidays.RULES
    + timeclock.RULES
    + timespans.RULES
    + timetold.RULES
    + timebeside.RULES
    + timesets.RULES
)


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression, `text[begin:end]`.

    `value` is its TIMEX3 value (`2022-01-10`, `2022-01`, `2021-W52`, `P3D`, `PRESENT_REF`), None where
    it needs an anchor that is not given or may be read in two ways. `relative`: the value depends on
    the anchor, as it does for a date without a year.
    """

    begin: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    relative: bool


def candidates(read: Tokens) -> Iterable[tuple[int, int, Reader]]:
    """What the rules match, leftmost first, longest first, earlier rule first."""
    present = frozenset(read.classes)
    found = [
        (match.start(), -match.end(), number)
        for number, (pattern, _, needs) in enumerate(RULES)
        if not needs.isdisjoint(present)
        for match in pattern.finditer(read.classes)
        if match.end() > match.start()
    ]
    return ((begin, -end, RULES[number][1]) for begin, end, number in sorted(found))


def find_times(text: str, anchor: datetime.date | None, begin: int = 0, end: int | None = None) -> list[Time]:
    """Temporal expressions of `text[begin:end]` in order, none overlapping; offsets in `text`.

    `anchor` is the day of writing; without one in the years 1000 to 8999, what depends on it has the value
    None. A weekday or a date without a year looks back or ahead as the verb around it does.

    >>> day = datetime.date(2021, 12, 29)
    >>> [t.value for t in find_times("The board said Monday it will vote on January 10.", day)]
    ['2021-12-27', '2022-01-10']
    """
    if anchor is not None and anchor.year not in WRITTEN:
        anchor = None
    read = tokens(text, begin, end)
    found: list[Time] = []
    last: datetime.date | None = None
    last_day: datetime.date | None = None
    quarter: str | None = None
    reached = 0
    for first, stop, reader in candidates(read):
        if first < reached:
            continue
        reading = reader(Run(read, first, stop, anchor, last, last_day, quarter))
        if reading is None:
            continue
        reached = stop
        if reading is NO_TIME:
            continue
        found.append(
            Time(read.begins[first], read.ends[stop - 1], reading.kind, reading.value, reading.relative)
        )
        last = named_day(reading.value) or last
        if reading.value and FULL_DAY.match(reading.value):
            last_day = last
        if reading.value and QUARTER.fullmatch(reading.value) and has_ended(reading.value, anchor):
            quarter = max(reading.value, quarter or "")
    return found


def has_ended(quarter: str, anchor: datetime.date | None) -> bool:
    """Whether a quarter (`2021-Q3`) lies before the day of writing: what results are compared with."""
    return anchor is None or quarter < calendar.name_of(anchor, "quarter")


def named_day(value: str | None) -> datetime.date | None:
    """The day, or the first of the month or year, that a value names."""
    if value is None or not CALENDAR.match(value):
        return None
    return datetime.date.fromisoformat((value + "-01-01")[:10])


def day_of(expression: str, anchor: datetime.date | None) -> str | None:
    """The ISO day that a text consisting of one temporal expression denotes, else None."""
    times = [t for t in find_times(expression, anchor) if t.value]
    if len(times) != 1 or not FULL_DAY.match(times[0].value or ""):
        return None
    return (times[0].value or "")[:10]


def same_day(a: str, a_anchor: datetime.date | None, b: str, b_anchor: datetime.date | None) -> str | None:
    """The ISO day that two expressions, each with its day of writing, both denote, else None.

    >>> same_day("Thursday", datetime.date(2021, 12, 30), "tomorrow", datetime.date(2021, 12, 29))
    '2021-12-30'
    """
    for left in days_of(a, a_anchor):
        if left in days_of(b, b_anchor):
            return left
    return None


def days_of(expression: str, anchor: datetime.date | None) -> list[str]:
    """The days that an expression alone may denote: a weekday or a yearless date looks back or ahead."""
    readings = (day_of(f"{verb} {expression}".strip(), anchor) for verb in ("", "will", "did"))
    return [day for day in dict.fromkeys(readings) if day]
