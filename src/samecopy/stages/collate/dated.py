"""Dates on two pages compared: the same day in two forms, another day, or nobody can tell."""

import datetime
from dataclasses import dataclass
from typing import Literal

from samecopy.text.dates import find_times, same_day

_SOME_DAYS = (datetime.date(2023, 3, 1), datetime.date(2023, 8, 11))
"""Two days of writing, on different weekdays: forms that agree on both agree by the calendar."""


@dataclass(frozen=True, slots=True)
class DatesCompared:
    """`same`: both denote one day, `day` where it is known. `other`: they denote different times.
    `unknown`: it depends on a publication day that is not known."""

    verdict: Literal["same", "other", "unknown"]
    day: str | None = None


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
