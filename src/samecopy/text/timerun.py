"""What a rule over time tokens sees and gives: the run of tokens it matched, and its reading.

The rules are in `timex` (dates and clock times) and `timespans` (durations, sets, counted dates).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from samecopy.text.calendar import Day, Tense, Unit
from samecopy.text.numerals import value_of
from samecopy.text.tense import beside, opens, tense_at
from samecopy.text.timetokens import Tokens
from samecopy.text.timewords import UNITS

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule read: `relative` when the value depends on the anchor."""

    kind: Kind
    value: str | None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens begin to end (half-open) that a rule matched, with the day of writing.

    `last` is the last date that the text named before, as its first day, for "that year", `last_day` the
    last that was a day, for "the day before", and `quarter` the last quarter that was over ("profit rose
    in the third quarter from a year earlier" compares two third quarters).
    """

    tokens: Tokens
    begin: int
    end: int
    anchor: Day | None
    last: Day | None = None
    last_day: Day | None = None
    quarter: str | None = None

    def find(self, letters: str) -> str | None:
        """The first word of the run with one of these classes."""
        for at in range(self.begin, self.end):
            if self.tokens.classes[at] in letters:
                return self.tokens.words[at]
        return None

    def number(self) -> float | None:
        """The number that the run's digits or number words say; None for "several" and "some"."""
        digits = self.find("DyN")
        if digits is not None:
            return float(digits.replace(",", "")) if len(digits) < 16 else None
        words = [
            self.tokens.words[at] for at in range(self.begin, self.end) if self.tokens.classes[at] == "n"
        ]
        if "g" in self.tokens.classes[self.begin : self.end]:
            return 2 if self.find("g") == "couple" else None
        return value_of(words) if words else 1

    def unit(self) -> Unit:
        """The unit of time that the run names."""
        return UNITS[self.find("uUq") or "day"]

    def told(self, unit: Unit) -> Day | None:
        """The date that "two days later" counts from: the last day of the text, for years the last year."""
        return self.last_day if unit in ("day", "week") else self.last

    def opens(self) -> bool:
        """Whether the run, or "in" before it, opens a sentence."""
        before = self.begin - (self.tokens.classes[self.begin - 1 : self.begin] == "i")
        return opens(self.tokens.classes, before)

    def follows_past(self) -> bool:
        """Whether a past verb stands right before the run."""
        return beside(self.tokens.words, self.begin) == "past"

    def tense(self) -> Tense:
        return tense_at(self.tokens.words, self.tokens.classes, self.begin, self.end)


NO_TIME = Reading("DURATION", None)
"""Read and no time: unlike a declined run, its tokens are spent."""

Reader = Callable[[Run], Reading | None]
"""Reads a matched run; None declines it."""

Rule = tuple[re.Pattern[str], Reader, frozenset[str]]


def rule(pattern: str, needs: str, reader: Reader) -> Rule:
    """A rule with the classes of which any match holds one: a text without them is not searched."""
    return re.compile(pattern), reader, frozenset(needs)
