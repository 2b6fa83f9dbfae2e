"""Dates on two pages compared: the same day in two forms, another day, or nobody can tell."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from samecopy.text.dates import FULL_DAY, find_times, same_day

_SOME_DAYS = (datetime.date(2023, 3, 1), datetime.date(2023, 8, 11))
"""Two days of writing, on different weekdays: forms that agree on both agree by the calendar."""


@dataclass(frozen=True, slots=True)
class DatesCompared:
    """`same`: both denote one day, `day` where it is known. `other`: they denote different times.
    `unknown`: it depends on a publication day that is not known."""

    verdict: Literal["same", "other", "unknown"]
    day: str | None = None


def compare_read(
    before: Sequence[str | None], after: Sequence[str | None], alone: DatesCompared
) -> DatesCompared:
    """Compare the values that dates have in their sentences, where tense says which Saturday is meant.

    `alone` is what the naked words say. A day is given only where both sides read as that day; where
    the sentences disagree and the naked words could agree, nobody can tell.

    >>> compare_read(["2030-05-04"], ["2030-05-04"], DatesCompared("unknown"))
    DatesCompared(verdict='same', day='2030-05-04')
    >>> compare_read(["2030-05-04"], ["2030-05-11"], DatesCompared("same", "2030-05-04")).verdict
    'unknown'
    """
    old, new = _days(before), _days(after)
    if old and new:
        if old == new:
            return DatesCompared("same", old[0] if len(old) == 1 else None)
        return DatesCompared("unknown") if alone.day is not None else alone
    if len(before) == len(after) == 1 and before[0] is not None and before[0] == after[0]:
        return DatesCompared("same")
    return DatesCompared(alone.verdict)


def _days(values: Sequence[str | None]) -> list[str]:
    """The days that values name, none where one names no day."""
    named = [value[:10] for value in values if value and FULL_DAY.match(value)]
    return named if len(named) == len(values) else []


def compare_dates(
    before: str, before_day: datetime.date | None, after: str, after_day: datetime.date | None
) -> DatesCompared:
    """Compare two expressions, each with its page's publication day.

    >>> compare_dates("Monday", datetime.date(2024, 5, 6), "today", datetime.date(2024, 5, 6))
    DatesCompared(verdict='same', day='2024-05-06')
    >>> compare_dates("14 March", None, "March 14", None).verdict, compare_dates(
    ...     "Monday", None, "today", None
    ... ).verdict
    ('same', 'unknown')
    """
    day = same_day(before, before_day, after, after_day)
    if day is not None:
        return DatesCompared("same", day)
    if all(same_day(before, d, after, d) for d in _SOME_DAYS):
        known = before_day or after_day
        return DatesCompared("same", same_day(before, known, after, known) if known else None)
    values = [_value(before, before_day), _value(after, after_day)]
    if None not in values:
        return DatesCompared("same" if values[0] == values[1] else "other")
    if _fixed(before) and _fixed(after):
        return DatesCompared("other")
    if _is_weekday(before) and _is_weekday(after):
        return DatesCompared("other")
    return DatesCompared("unknown")


def _value(expression: str, day: datetime.date | None) -> str | None:
    times = find_times(expression, day)
    return times[0].value if len(times) == 1 else None


def _fixed(expression: str) -> bool:
    """Whether the day and month do not depend on the day of writing."""
    days = [_value(expression, d) for d in _SOME_DAYS]
    return None not in days and len({(value or "")[4:] for value in days}) == 1


def _is_weekday(expression: str) -> bool:
    words = expression.split()
    return len(words) == 1 and words[0].rstrip(".").lower()[:3] in (
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    )
