"""Feasts whose day the calendar gives: their names as time tokens, and the day of each in a year.

Only those that fall on one day in most countries that keep them; days of nations, which many countries
keep under one name ("Independence Day"), are left out.
"""

import datetime
from collections.abc import Callable

from samecopy.text import calendar
from samecopy.text.calendar import Day
from samecopy.text.timerun import Reading, Rule, Run, rule


def fixed(month: int, day: int) -> Callable[[int], Day]:
    return lambda year: datetime.date(year, month, day)


def nth(month: int, weekday: int, count: int) -> Callable[[int], Day]:
    return lambda year: calendar.nth_weekday(year, month, weekday, count)


def from_easter(days: int) -> Callable[[int], Day]:
    return lambda year: calendar.easter(year) + datetime.timedelta(days)


HOLIDAYS: dict[str, Callable[[int], Day]] = {
    "new year's eve": fixed(12, 31),
    "new year's day": fixed(1, 1),
    "valentine's day": fixed(2, 14),
    "st. patrick's day": fixed(3, 17),
    "ash wednesday": from_easter(-46),
    "palm sunday": from_easter(-7),
    "good friday": from_easter(-2),
    "easter": from_easter(0),
    "easter sunday": from_easter(0),
    "easter monday": from_easter(1),
    "halloween": fixed(10, 31),
    "may day": fixed(5, 1),
    "memorial day": nth(5, 0, -1),
    "labor day": nth(9, 0, 1),
    "columbus day": nth(10, 0, 2),
    "veterans day": fixed(11, 11),
    "armistice day": fixed(11, 11),
    "remembrance day": fixed(11, 11),
    "thanksgiving": nth(11, 3, 4),
    "thanksgiving day": nth(11, 3, 4),
    "christmas": fixed(12, 25),
    "christmas eve": fixed(12, 24),
    "christmas day": fixed(12, 25),
    "boxing day": fixed(12, 26),
}


def holiday(run: Run) -> Reading | None:
    """Christmas · Thanksgiving Day · New Year's Eve, with the year as for a date without one."""
    day_in = HOLIDAYS[(run.find("H") or "").replace("’", "'")]
    named = run.find("y")
    if named is not None:
        return Reading("DATE", day_in(int(named)).isoformat())
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    near = day_in(run.anchor.year)
    year = calendar.year_near(run.anchor, near.month, near.day, run.tense())
    return Reading("DATE", day_in(year).isoformat(), relative=True)


RULES: tuple[Rule, ...] = (rule(r"H(?:,?y)?", "H", holiday),)
