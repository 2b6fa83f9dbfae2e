"""Calendar arithmetic on TIMEX3 values: shifting, naming and choosing days, weeks, months, years.

No words here: the words of time are in `timewords`, the rules over them in `timex`, the public
functions in `dates`. Values follow ISO 8601 as extended by TIMEX3 (`2022-W02`, `2021-Q3`, `2021-SU`).
"""

import datetime
from typing import Literal

Tense = Literal["past", "future", "unknown"]
"""Which way a clause looks from the day of writing."""

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
"""A unit of time that can be counted."""

PERIOD = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "quarter": "P{}Q",
    "year": "P{}Y",
    "decade": "P{}E",
    "century": "P{}C",
}

MONTH_UNITS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}

Day = datetime.date


HALVES = {"year": ("P", "Y", "6M"), "hour": ("PT", "H", "30M"), "minute": ("PT", "M", "30S")}
"""How a unit and a half is written: the sign of the unit, and its half in the next lesser one."""


def period(unit: Unit, count: float | None) -> str:
    """The TIMEX3 value of so many units; an unknown count is `X`. Decades and centuries that are
    counted are years, which ISO 8601 has, and so are halves the lesser unit.

    >>> period("week", 2), period("year", None), period("hour", 1.5), period("decade", 2)
    ('P2W', 'PXY', 'PT1H30M', 'P20Y')
    """
    if count is None:
        return PERIOD[unit].format("X")
    if unit in ("decade", "century"):
        return f"P{count * MONTH_UNITS[unit] / 12:g}Y"
    if count % 1 == 0.5 and unit in HALVES:
        head, sign, half = HALVES[unit]
        return head + (f"{count - 0.5:.0f}{sign}" if count > 1 else "") + half
    return PERIOD[unit].format(f"{count:g}")


def make_day(year: int, month: int, day: int) -> Day | None:
    """The day, or None where the calendar has none such.

    >>> make_day(2021, 2, 30) is None
    True
    """
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def shift_days(day: Day, count: int) -> Day | None:
    """The day so many days on, or None outside the years 1 to 9999."""
    try:
        return day + datetime.timedelta(days=count)
    except OverflowError:
        return None


def shift_months(day: Day, count: int) -> Day | None:
    """The same day so many months on, or that month's last day.

    >>> shift_months(datetime.date(2021, 3, 31), -1)
    datetime.date(2021, 2, 28)
    """
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    for last in (day.day, 30, 29, 28):
        found = make_day(year, month + 1, min(last, day.day))
        if found is not None:
            return found
    return None


def shift(day: Day, unit: Unit, count: int) -> Day | None:
    """The day so many units on; None outside the calendar. Units under a day leave the day alone."""
    if abs(count) > 200_000:
        return None
    if unit in MONTH_UNITS:
        return shift_months(day, count * MONTH_UNITS[unit])
    if unit == "week":
        return shift_days(day, 7 * count)
    return shift_days(day, count) if unit == "day" else day


def name_of(day: Day, unit: Unit) -> str:
    """The TIMEX3 value of the unit that holds a day.

    >>> d = datetime.date(2021, 12, 30)
    >>> [name_of(d, u) for u in ("day", "week", "month", "quarter", "year", "decade", "century")]
    ['2021-12-30', '2021-W52', '2021-12', '2021-Q4', '2021', '202X', '20XX']
    """
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "year":
        return f"{day.year:04d}"
    if unit == "decade":
        return f"{day.year // 10:03d}X"
    if unit == "century":
        return f"{day.year // 100:02d}XX"
    return day.isoformat()


def weekend_of(day: Day) -> str:
    """The weekend that ends the ISO week of a day.

    >>> weekend_of(datetime.date(2021, 12, 30))
    '2021-W52-WE'
    """
    return name_of(day, "week") + "-WE"


def weekday_near(anchor: Day, weekday: int, tense: Tense) -> Day | None:
    """The nearest such weekday (Monday is 0) on the side that the tense names; the anchor's own
    weekday is the anchor. Without a tense the nearest past one: news narrates.

    >>> wednesday = datetime.date(2021, 12, 29)
    >>> weekday_near(wednesday, 3, "future"), weekday_near(wednesday, 3, "unknown")
    (datetime.date(2021, 12, 30), datetime.date(2021, 12, 23))
    """
    ahead = (weekday - anchor.weekday()) % 7
    return shift_days(anchor, ahead if tense == "future" or ahead == 0 else ahead - 7)


NEAR_DAYS = 120
"""A yearless date this near is meant whatever the verb says ("payable Dec. 15", written in November):
of 60, 90, 120 and 150 days this read most years right on TimeBank and AQUAINT."""


JUST_DAYS = 30
"""A date this little back is meant even beside a "will": what was, not next year's."""


def year_near(anchor: Day, month: int, day: int | None, tense: Tense, strict: bool = False) -> int:
    """The year of a date written without one: the nearest within four months, beyond that the last
    such date for the past, the next for the future, the nearest where no tense shows. `strict`: a past
    verb stands beside the date and holds within four months too.

    >>> year_near(datetime.date(2021, 12, 29), 1, 10, "past")
    2022
    >>> year_near(datetime.date(2021, 12, 29), 6, 10, "past")
    2021
    """
    gap = (month - anchor.month) * 30.5 + (day - anchor.day if day is not None else 0)
    if gap > 183:
        gaps = {anchor.year - 1: gap - 365, anchor.year: gap}
    else:
        gaps = {anchor.year + 1: gap + 365, anchor.year: gap}
    nearest = min(gaps, key=lambda year: (abs(gaps[year]), -year))
    reach = JUST_DAYS if tense == "future" and gaps[nearest] < 0 else NEAR_DAYS
    if tense == "unknown" or (abs(gaps[nearest]) <= reach and not (strict and tense == "past")):
        return nearest
    if tense == "future":
        return anchor.year + (gap < 0)
    return anchor.year - (gap > 0)


def year_with(anchor: Day, month: int, day: int, weekday: int) -> int | None:
    """The year nearest to the anchor, within five, in which that date falls on that weekday.

    >>> year_with(datetime.date(2021, 12, 29), 1, 10, 0)
    2022
    """
    for step in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5):
        found = make_day(anchor.year + step, month, day)
        if found is not None and found.weekday() == weekday and abs((found - anchor).days) < 183:
            return found.year
    return None


def easter(year: int) -> Day:
    """Easter Sunday of a Gregorian year (the anonymous algorithm of Nature, 20 April 1876).

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Day:
    """The nth such weekday of a month; negative counts from the end.

    >>> nth_weekday(2021, 11, 3, 4), nth_weekday(2021, 5, 0, -1)
    (datetime.date(2021, 11, 25), datetime.date(2021, 5, 31))
    """
    first = datetime.date(year, month, 1)
    days = [first + datetime.timedelta(days=k) for k in range(31)]
    found = [d for d in days if d.month == month and d.weekday() == weekday]
    return found[nth - 1 if nth > 0 else nth]
