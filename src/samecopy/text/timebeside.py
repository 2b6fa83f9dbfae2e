"""Rules for a day or week told by another day: "the day before yesterday", "the week of March 6".

The neighbour of `timetold`, which counts from a day that the text named before.
"""

import datetime
from dataclasses import replace

from samecopy.text import calendar
from samecopy.text.calendar import Day
from samecopy.text.holidays import holiday
from samecopy.text.timerun import Reading, Rule, Run, rule
from samecopy.text.timespans import today
from samecopy.text.timex import month_day, weekday

READERS = (("T", today), ("H", holiday), ("MbDd", month_day), ("Ww", weekday))
"""What reads the day that the run names, by the classes of tokens that it has."""


def named(run: Run) -> Reading | None:
    """The day that the run names at its end: "yesterday", "Easter", "March 6" or "last Tuesday"."""
    classes = run.tokens.classes
    for letters, reader in READERS:
        at = next((at for at in range(run.begin, run.end) if classes[at] in letters), None)
        if at is not None:
            sided = at > run.begin and classes[at - 1] in "lk"
            return reader(replace(run, begin=at - sided))
    return None


def told_by(run: Run, unit: calendar.Unit, count: int) -> Reading | None:
    """The unit so many units on from the one that holds the day named."""
    reading = named(run)
    if reading is None or reading.value is None:
        return reading and replace(reading, kind="DATE")
    found: Day | None = calendar.shift(datetime.date.fromisoformat(reading.value[:10]), unit, count)
    return Reading("DATE", calendar.name_of(found, unit) if found else None, reading.relative)


def day_beside(run: Run) -> Reading | None:
    """the day after tomorrow · the day before Thanksgiving · the day before last Tuesday."""
    return told_by(run, "day", -1 if run.find("<") else 1) if run.find("u") == "day" else None


def week_of(run: Run) -> Reading | None:
    """the week of March 6 · Easter week."""
    return told_by(run, "week", 0) if run.find("u") == "week" else None


def weekend_of(run: Run) -> Reading | None:
    """Easter weekend · the weekend of March 6 · Labor Day weekend, before its Monday."""
    reading = named(run)
    if reading is None or reading.value is None:
        return reading and replace(reading, kind="DATE")
    day = calendar.shift_days(datetime.date.fromisoformat(reading.value[:10]), -BEFORE_DAYS)
    return Reading("DATE", calendar.weekend_of(day) if day else None, reading.relative)


BEFORE_DAYS = 2
"""A Monday or Tuesday makes the weekend before it long; any later day belongs to the one after it."""
DAY = r"(?:T|H|[lk]?[Ww]|[Mb][Dd](?:,?y)?|[Dd][Mb](?:y)?)"
RULES: tuple[Rule, ...] = (
    rule(rf"tu[<>]{DAY}", "<>", day_beside),
    rule(rf"tuo{DAY}|Hu", "u", week_of),
    rule(rf"teo{DAY}|t?He", "e", weekend_of),
)
