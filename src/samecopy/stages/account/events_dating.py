"""A time in its sentence, what a reading makes of it, and times that date nothing of their own.

The readings are in `events_nouns` (events that a noun names) and `events_read` (the cascade, clauses).
"""

from dataclasses import dataclass

from samecopy.records import EventStatus
from samecopy.stages.account import eventwords
from samecopy.stages.account.events_clauses import Clause, is_verbal
from samecopy.stages.account.events_status import Day, status_of
from samecopy.stages.account.events_what import Range
from samecopy.stages.account.rows import Row
from samecopy.text.dates import Time

COMPARE_REACH = 8  # words from "up from" to "a day earlier"


@dataclass(frozen=True, slots=True)
class Dating:
    """A time of a row with the words that it spans and the clause it stands in."""

    row: Row
    clauses: list[Clause]
    clause: Clause
    begin: int
    end: int
    time: Time
    anchor: Day | None

    @property
    def when(self) -> str | None:
        value = self.time.value
        return None if value is None or value.endswith("_REF") else value

    def status(self, begin: int, end: int) -> EventStatus:
        """Status by the words begin to end."""
        lows = self.row.lows_without_times(begin, end)
        at = max(0, min(self.begin - begin, len(lows) - 1))
        return status_of(lows, at, self.clause.opener, self.when, self.anchor)


@dataclass(frozen=True, slots=True)
class Read:
    """What a reading found: the words of the event, where its names are looked for, its status."""

    what: str
    scope: Range
    subject: Range
    status: EventStatus
    confidence: float


def compared(dating: Dating) -> bool:
    """up from 78 crowns a day earlier: the day of what is compared with, not of the event."""
    lows = dating.row.lows(max(dating.clause.begin, dating.begin - COMPARE_REACH), dating.begin)
    if "," in lows:
        lows = lows[len(lows) - lows[::-1].index(",") :]
    last = dating.row.words[dating.end - 1].low
    earlier = last in ("earlier", "ago", "before") or dating.row.words[dating.begin].low == "last"
    return earlier and any(low in ("from", "than", "versus", "against", "compared") for low in lows[:-1])


def qualifies(dating: Dating) -> bool:
    """Electricity for delivery next week rose on Monday: a first time that belongs to the subject."""
    row, clause = dating.row, dating.clause
    if not dating.end < clause.end or not is_verbal(row.words[dating.end]):
        return False
    if any(is_verbal(word) for word in row.words[clause.begin : dating.begin]):
        return False
    at = before_time(row, dating.begin)
    later = any(word.tag == "time" for word in row.words[dating.end : clause.end])
    return later and at >= clause.begin and row.words[at].tag == "noun"


def coarse(dating: Dating) -> bool:
    """A year, a month or a decade that the text names outright."""
    value = dating.when or ""
    return not dating.time.relative and len(value) < 8 and dating.time.type == "DATE"


def before_time(row: Row, at: int) -> int:
    """The word before a time and the prepositions that it takes."""
    at -= 1
    while at >= 0 and (row.words[at].low in eventwords.TIME_TAKING or row.words[at].tag == "determiner"):
        at -= 1
    return at
