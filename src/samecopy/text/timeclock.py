"""Rules that read times of day: "06:12 GMT on Tuesday", "half past five", "the early hours of Friday".

The neighbour of `timex`, which reads the dates; which clock times are equal is for `clock`.
"""

import re
from dataclasses import replace

from samecopy.text import calendar
from samecopy.text.calendar import Day
from samecopy.text.numerals import value_of
from samecopy.text.timerun import Reading, Rule, Run, rule
from samecopy.text.timewords import CLOCK_WORDS, PARTS
from samecopy.text.timex import month_day, weekday


def clock(run: Run) -> Reading | None:
    """06:12 GMT · 2 p.m. · noon · 10 o'clock Friday morning."""
    word = run.find("C")
    if word in CLOCK_WORDS:
        return at_clock(run, CLOCK_WORDS[word])
    head = replace(run, end=run.begin + 1)
    spoken = (word or head.find("D") or str(int(head.number() or 0))).replace(".", ":")
    hour, _, minute = spoken.partition(":")
    half = (run.find("A") or "o")[0]  # "a.m.", "p.m." or "o'clock"
    twelve = half != "o" and int(hour) <= 12
    number = int(hour) % 12 + 12 * (half == "p") if twelve else int(in_half(run, int(hour)))
    if number > 24 or minute[:2] > "59":
        return None
    return at_clock(run, f"T{number:02d}:{minute or '00'}")


def spoken_clock(run: Run) -> Reading | None:
    """half past five · ten past four on Tuesday morning · a quarter to six this evening."""
    words = run.tokens.words[run.begin : run.end]
    turn = next(at for at, word in enumerate(words) if word in ("past", "to"))
    hour = value_of([words[turn + 1]]) or 0
    minutes = {"half": 30, "quarter": 15}.get(words[turn - 1]) or value_of([words[turn - 1]]) or 0
    if not 1 <= hour <= 12 or minutes >= 60:
        return None
    if words[turn] == "to":
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return at_clock(run, f"T{in_half(run, hour):02.0f}:{minutes:02.0f}")


def in_half(run: Run, hour: float) -> float:
    """The hour of the day, where a part of the day beside it says which half is meant."""
    part = PARTS.get(run.find("P") or "")
    late = part in ("TAF", "TEV") or (part == "TNI" and hour > 5)
    return hour % 12 + 12 if late else hour


def bare_hour(run: Run) -> Reading | None:
    """at six on Tuesday morning · at 9 this evening."""
    hour = replace(run, end=run.begin + 1).number() or 0
    return at_clock(run, f"T{in_half(run, hour):02.0f}:00") if 1 <= hour <= 12 else None


def four_digits(run: Run) -> Reading | None:
    """1830 GMT · 0630 GMT on Friday."""
    word = run.find("yN") or ""
    if len(word) != 4 or not word.isdigit() or word[:2] > "23" or word[2:] > "59":
        return None
    return at_clock(run, f"T{word[:2]}:{word[2:]}")


def at_clock(run: Run, shown: str) -> Reading | None:
    """A clock time on the day that the expression names beside it, else on the day of writing."""
    if run.anchor is None:
        return Reading("TIME", None, relative=True)
    day = day_beside(run, run.anchor)
    return Reading("TIME", day + shown, relative=True) if day else None


def day_beside(run: Run, anchor: Day) -> str | None:
    """The ISO day that the run names: by a month, a weekday or a word like "tomorrow"."""
    classes = run.tokens.classes[run.begin : run.end]
    month = next((at for at, letter in enumerate(classes) if letter in "Mb"), None)
    if month is not None:
        begin = run.begin + month - (classes[month - 1] in "Dd")
        found = month_day(replace(run, begin=begin))
        return found.value if found else None
    if "W" in classes:
        at = run.begin + classes.index("W")
        found = weekday(replace(run, begin=at, end=at + 1))
        return found.value if found else None
    told = AFTER_DAY.search(run.tokens.classes, max(0, run.begin - REACH_DAY), run.begin)
    if run.last_day and ("it" in classes or told):
        return run.last_day.isoformat()  # "at four in the morning", "on Friday at 8 p.m."
    shift = {"yesterday": -1, "tomorrow": 1}.get(run.find("T") or "", 0)
    return str(calendar.shift_days(anchor, shift) or "")


def small_hours(run: Run) -> Reading | None:
    """the early hours of Tuesday · the early hours of Tuesday morning."""
    return at_clock(run, "TMO") if run.find("U") == "hours" else None


def part_of(run: Run) -> Reading | None:
    """the evening of 12 March · dawn on Wednesday."""
    joint = run.tokens.words[run.begin + run.tokens.classes[run.begin : run.end].index("P") + 1]
    return at_clock(run, PARTS[run.find("P") or ""]) if joint in ("of", "on") else None


def part_of_day(run: Run) -> Reading | None:
    """mid-afternoon yesterday · early morning on Tuesday."""
    return at_clock(run, PARTS[run.find("P") or ""])


def in_part(run: Run) -> Reading | None:
    """in the morning · mid-afternoon: of the day that the text named last, else of the day of writing."""
    day = run.last_day or run.anchor
    part = PARTS[run.find("P") or ""]
    return Reading("TIME", day.isoformat() + part if day else None, relative=True)


def overnight(run: Run) -> Reading | None:
    """overnight: the night before the day of writing, or the one after it where the clause looks ahead."""
    if run.find("P") != "overnight":
        return None
    if run.anchor is None:
        return Reading("TIME", None, relative=True)
    day = run.anchor if run.tense() == "future" else calendar.shift_days(run.anchor, -1)
    return Reading("TIME", day.isoformat() + "TNI" if day else None, relative=True)


AFTER_DAY = re.compile(r"(?:WP?|T|[Mb][Dd](?:,?y)?|[Dd][Mb]y?),?x?@?x?\Z")
"""The day named right before a clock time: "Friday at about 8 p.m.", "March 3, at noon"."""
REACH_DAY = 8  # tokens of the longest of these
DATE = r"(?:W,?)?(?:[Dd]o?[Mb]|[Mb][Dd])(?:,?y)?"
DAY = rf"(?:[Tx]?{DATE}|[Tx]?WP?|T|sP|itP)"
RULES: tuple[Rule, ...] = (
    rule(rf"(?:[DNn]AZ?|CA?Z?)(?:;[DNC]Z;)?,?{DAY}?", "ACZ", clock),
    rule(rf"[yN]Z(?:;[DNC]Z;)?{DAY}?", "Z", four_digits),
    rule(r"(?:(?:n|h|a?q)p|a?q2)n(?:[Tx]?WP?|T|sP|xtP)?", "p2", spoken_clock),
    rule(r"(?:t|E)*UoWP?", "U", small_hours),
    rule(r"(?<=@)[nD](?:xWP|sP|TP|itP)", "P", bare_hour),
    rule(rf"t?P[ox](?:{DATE}|W)", "P", part_of),
    rule(r"(?:Ei|(?<=[i<>]))tP", "P", in_part),
    rule(r"t?E-?P", "P", in_part),
    rule(rf"E-?P{DAY}", "P", part_of_day),
    rule(r"(?<![at])P", "P", overnight),
)
