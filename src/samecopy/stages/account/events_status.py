"""The status of an event: what its clause says, reconciled with where its day lies.

Words first (called off, ruled out, will, said), then the calendar: what lies after the day of writing
has not happened, what lies before it is no longer ahead.
"""

import datetime
import re
from collections.abc import Sequence

from samecopy.records import EventStatus
from samecopy.stages.account import eventwords
from samecopy.text.tense import tense_at

Day = datetime.date
_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)*")
NO_REACH = 8  # words from "no" to its verb


def days_of(value: str | None) -> tuple[Day, Day] | None:
    """First and last day of a TIMEX3 date value, None where it names no stretch of days.

    >>> days_of("2021-W52"), days_of("P3D")
    ((datetime.date(2021, 12, 27), datetime.date(2022, 1, 2)), None)
    """
    if value is None or not value[:4].isdigit():
        return None
    year = int(value[:4])
    tail = value[5:]
    try:
        if not tail:
            return Day(year, 1, 1), Day(year, 12, 31)
        if tail[0] == "W" and tail[1:3].isdigit():
            first = Day.fromisocalendar(year, int(tail[1:3]), 1)
            return first, first + datetime.timedelta(days=6)
        months = {"Q": 3, "H": 6}.get(tail[0])
        if months:
            last = int(tail[1]) * months
            return Day(year, last - months + 1, 1), month_end(year, last)
        if len(tail) == 2 and tail.isdigit():
            return Day(year, int(tail), 1), month_end(year, int(tail))
        day = Day.fromisoformat(value[:10])
    except ValueError:
        return None
    return day, day


def month_end(year: int, month: int) -> Day:
    return Day(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)


def holds(lows: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands in the words, each phrase's words in a row."""
    present = frozenset(lows)
    return any(present.issuperset(phrase) and stands_in(lows, phrase) for phrase in phrases)


def stands_in(lows: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(lows[at : at + len(phrase)]) == phrase for at in range(len(lows)))


def may_be_open(text: str) -> bool:
    """Whether a sentence has a word without which it says nothing of what has no day: most have none, and
    need not be read for it.

    >>> may_be_open("The lock was rebuilt."), may_be_open("No date for the vote was named.")
    (False, True)
    """
    return not eventwords.OPENING.isdisjoint(_LETTERS.findall(text.lower().replace("’", "'")))


def negated_plan(lows: Sequence[str]) -> EventStatus | None:
    """denied, cancelled or no_date_set where the clause's words say so; these need no day. "" stands for
    a word of a time."""
    if holds(lows, eventwords.NO_DATE) or without_date(lows):
        return "no_date_set"
    if eventwords.PUTTING_OFF.intersection(lows):
        return put_off(lows)
    if holds(lows, eventwords.CALLED_OFF) or eventwords.CANCELLING.intersection(lows):
        return None if "not" in lows else "cancelled"
    if holds(lows, eventwords.NO_PLAN):
        return None if holds(lows, eventwords.NOT_RULED_OUT) else "denied"
    for at, low in enumerate(lows):
        if low in ("won't", "wont") or (low in ("will", "shall") and "not" in lows[at + 1 : at + 3]):
            return None if "only" in lows[at : at + 5] else "denied"
        if low == "no" and {"planned", "scheduled", "expected"}.intersection(lows[at + 2 : at + 8]):
            return "denied"
        if low == "no" and promised(lows[at + 1 :]):
            return "denied"
    return None


def denial(lows: Sequence[str]) -> EventStatus | None:
    """What words before "that" make of the clause after it: "denied that", "did not rule out that"."""
    if not lows:
        return None
    negated = {"not", "n't", "never", "didn't"}.intersection(lows[-5:])
    if lows[-1] in eventwords.DENYING or tuple(lows[-2:]) in eventwords.NO_PLAN:
        return "conditional" if negated else "denied"
    return None


def promised(lows: Sequence[str]) -> bool:
    """Whether a noun and "will" or "would" follow a "no": "no shops would be closed"."""
    for at, low in enumerate(lows[:NO_REACH]):
        if low in ("will", "would", "shall"):
            return at > 0 and "have" not in lows[at + 1 : at + 2]
        if low in eventwords.AUXILIARIES or low in (",", "that"):
            return False
    return False


def without_date(lows: Sequence[str]) -> bool:
    """no date · no new date · no firm timetable."""
    return any(
        low in ("date", "dates", "timetable") and "no" in lows[max(0, at - 2) : at]
        for at, low in enumerate(lows)
    )


def put_off(lows: Sequence[str]) -> EventStatus | None:
    """Postponed: to a day that is named (which then speaks), from a day (off for that day), or without."""
    if "not" in lows:
        return None
    at = next(at for at, low in enumerate(lows) if low in eventwords.PUTTING_OFF)
    after = next((k for k in range(at, len(lows)) if not lows[k]), None)
    if after is not None and {"to", "until", "till"}.intersection(lows[max(at, after - 3) : after]):
        return None
    return "cancelled" if "" in lows else "no_date_set"


def status_of(lows: Sequence[str], at: int, opener: str, when: str | None, anchor: Day | None) -> EventStatus:
    """Status of a clause (its words `lows`, its time at word `at`). "Would" is read as a reported "will"."""
    found = negated_plan(lows)
    if found is not None:
        return found
    if opener in eventwords.CONDITIONS or {"if", "unless"}.intersection(lows):
        return "conditional"
    if eventwords.POSSIBLE.intersection(lows[:at]) or holds(lows, eventwords.NOT_RULED_OUT):
        return "conditional"
    if "can" in lows[:at] and "not" not in lows and side_of(when, anchor) == "scheduled":
        return "conditional"
    if "would" in lows and "have" in lows[lows.index("would") : lows.index("would") + 3]:
        return "conditional"
    tense = tense_at(list(lows), "x" * len(lows), at, at + 1)
    if tense == "future":
        return reconciled("scheduled", lows, when, anchor)
    if is_going_on(lows) and covers(when, anchor):
        return "ongoing"
    return reconciled("happened" if tense == "past" else side_of(when, anchor), lows, when, anchor)


def is_going_on(lows: Sequence[str]) -> bool:
    """is meeting · has been meeting · continues to meet."""
    for at, low in enumerate(lows):
        if low in ("is", "are", "been", "remains", "remain", "am"):
            if any(later.endswith("ing") for later in lows[at + 1 : at + 4]):
                return True
        elif low in ("continues", "continue", "ongoing"):
            return True
    return False


def covers(when: str | None, anchor: Day | None) -> bool:
    days = days_of(when)
    return days is None or anchor is None or days[0] <= anchor <= days[1]


def side_of(when: str | None, anchor: Day | None) -> EventStatus:
    """What the calendar alone says; news narrates, so what is not ahead has happened."""
    days = days_of(when)
    return "scheduled" if days and anchor and days[0] > anchor else "happened"


def reconciled(status: EventStatus, lows: Sequence[str], when: str | None, anchor: Day | None) -> EventStatus:
    """The status that the words gave, unless its day makes that impossible."""
    days = days_of(when)
    if days is None or anchor is None:
        return status
    if status == "happened" and days[0] > anchor:
        return "scheduled"
    if status == "scheduled" and days[1] < anchor and not eventwords.SCHEDULING.intersection(lows):
        return "happened"
    return status
