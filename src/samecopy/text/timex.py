"""Rules that read a run of time tokens as a TIMEX3 type and value.

Each rule is a regular expression over class letters (`timewords`) and a reader. Where several rules
match, the longest match wins, then the earlier rule. This file has the dates and clock times that
name a calendar place; `timespans` has durations, sets and what is counted from the anchor.

Source of the values: TimeML 1.2.1 annotation guidelines (TIMEX3), ISO 8601.
"""

import datetime

from samecopy.text import calendar
from samecopy.text.calendar import Day, Tense
from samecopy.text.numerals import NUMBER_WORDS, value_of
from samecopy.text.timerun import Kind, Reading, Rule, Run, rule
from samecopy.text.timewords import (
    CLOCK_WORDS,
    DATE_TAKERS,
    DECADES,
    MONTHS,
    NAMES_TOO,
    ORDINALS,
    PARTS,
    SEASONS,
    WEEKDAYS,
)

OWNERS = frozenset(("their", "his", "her", "my", "our", "your"))
COMPARING = frozenset(("than", "from", "since", "after", "following", "over"))
"""Before "Friday's …": it has been, whatever the verb says ("will get more than Friday's price")."""


def day_number(word: str) -> int:
    return int(word.rstrip("stndrh"))


def month_day(run: Run) -> Reading | None:
    """January 10 · 10 January 2022 · Monday, Jan. 10."""
    month = MONTHS[run.find("Mb") or ""]
    day = day_number(run.find("Dd") or "0")
    year_word = run.find("y")
    if calendar.make_day(2000, month, day) is None:
        return None
    if year_word is not None:
        found = calendar.make_day(int(year_word), month, day)
        return Reading("DATE", found.isoformat()) if found else None
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    named = run.find("Ww")
    matching = calendar.year_with(run.anchor, month, day, WEEKDAYS[named]) if named else None
    tense: Tense = "past" if run.find("l") else "future" if run.find("k") else run.tense()
    year = matching or calendar.year_near(run.anchor, month, day, tense, strict=run.follows_past())
    return Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}", relative=True)


def month_year(run: Run) -> Reading:
    """May 1997 · May of 1997 · early May 1997."""
    month = MONTHS[run.find("Mb") or ""]
    return Reading("DATE", f"{int(run.find('y') or 0):04d}-{month:02d}")


def month_alone(run: Run) -> Reading | None:
    """October · last April · next May · this June."""
    name = run.find("Mb") or ""
    before = run.tokens.words[run.begin - 1] if run.begin else ""
    if run.end - run.begin == 1 and name in NAMES_TOO and before not in DATE_TAKERS:
        return None
    month = MONTHS[name]
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    side = run.find("lkpf")
    tense: Tense = "past" if side in ("last", "past") else "future" if side else run.tense()
    year = calendar.year_near(run.anchor, month, None, tense, strict=run.follows_past())
    if side == "last":
        year = run.anchor.year - (month >= run.anchor.month)
    elif side == "next":
        year = run.anchor.year + (month <= run.anchor.month)
    if run.find("s"):
        year = run.anchor.year
    return Reading("DATE", f"{year:04d}-{month:02d}", relative=True)


def week_of_month(run: Run) -> Reading | None:
    """the last week of March: in that month, by a week that countries count in different ways."""
    month = MONTHS[run.find("Mb") or ""]
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    year = calendar.year_near(run.anchor, month, None, run.tense(), strict=run.follows_past())
    return Reading("DATE", f"{year:04d}-{month:02d}", relative=True)


def season(run: Run) -> Reading | None:
    """last summer · this fall · next winter · the spring of 1996 · spring 1996."""
    code = SEASONS[run.find("S") or ""]
    year_word = run.find("y")
    if year_word is not None:
        return Reading("DATE", f"{int(year_word):04d}-{code}")
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    side = run.find("lkpf")
    year = run.anchor.year
    if side in ("last", "past"):
        year -= run.anchor.month < begins + 3 if code != "WI" else 1
    elif side:
        year += run.anchor.month >= begins
    return Reading("DATE", f"{year:04d}-{code}", relative=True)


def year_alone(run: Run) -> Reading | None:
    """1997 · fiscal 1997 · the year 2020 · early 1997, unless the number counts things."""
    word = run.find("y") or ""
    classes, words = run.tokens.classes, run.tokens.words
    if not "1700" <= word <= "2100":
        return None
    if run.begin and (classes[run.begin - 1] in "$/.%" or words[run.begin - 1] in ("no", "about", "nearly")):
        return None
    if run.end < len(classes) and classes[run.end] in "UunP%/$":
        return None
    return Reading("DATE", word)


def spoken_year(run: Run) -> Reading | None:
    """nineteen ninety-six · the year two thousand; other numbers in words are no years."""
    value = run.number()
    first = next(w for at, w in enumerate(run.tokens.words) if at >= run.begin and w in NUMBER_WORDS)
    if value is None or not (first == "nineteen" or run.find("u")) or not 1900 <= value <= 2099:
        return None
    return Reading("DATE", f"{value:.0f}")


def decade(run: Run) -> Reading | None:
    """the 1990s · the '90s · the nineties."""
    word = (run.find("K") or "").strip("'’`")
    if run.begin and run.tokens.words[run.begin - 1] in OWNERS:
        return None  # "a couple in their sixties"
    if word in DECADES:
        return Reading("DATE", f"{DECADES[word] // 10}X")
    digits = word.rstrip("s").rstrip("'’")
    if len(digits) == 2 and not (run.find("K") or "").startswith(("’", "'", "`")):
        return None  # "in the low 40s" is a temperature, an age or a share
    if len(digits) == 2:
        return Reading("DATE", f"19{digits[0]}X" if digits >= "20" else f"20{digits[0]}X")
    return Reading("DATE", digits[:-1] + "X") if len(digits) == 4 else None


def iso(run: Run) -> Reading | None:
    """2022-01-10 · 2022-01-10T06:12."""
    word = (run.find("I") or "").upper()
    try:
        datetime.datetime.fromisoformat(word)
    except ValueError:
        return None
    return Reading("TIME" if "T" in word else "DATE", word)


def slashed(run: Run) -> Reading | None:
    """10/13/2022 and 13/10/2022; 10/01/2022 may be either, so it has no value."""
    first, second, year_word = (int(part) for part in (run.find("J") or "").split("/"))
    year = year_word if year_word > 99 else year_word + (2000 if year_word < 50 else 1900)
    found = {calendar.make_day(year, first, second), calendar.make_day(year, second, first)} - {None}
    if len(found) == 1:
        return Reading("DATE", str(found.pop()))
    return Reading("DATE", None) if found else None


def quarter(run: Run) -> Reading | None:
    """the third quarter · Q3 2021 · this year's third quarter · the first half of 1990."""
    named = run.find("Q")
    ordinal = int(named[1]) if named else ORDINALS.get(run.find("O") or "", 0)
    if run.find("d"):
        ordinal = day_number(run.find("d") or "0")
    half = run.find("h") is not None
    if not 1 <= ordinal <= (2 if half else 4):
        return None
    code = f"{'H' if half else 'Q'}{ordinal}"
    year_word = run.find("y")
    if year_word is not None:
        return Reading("DATE", f"{year_word}-{code}")
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    side = run.find("lkpfsv")
    if side is not None:
        year = run.anchor.year + {"last": -1, "past": -1, "previous": -1, "this": 0}.get(side, 1)
        return Reading("DATE", f"{year:04d}-{code}", relative=True)
    # The last such quarter that has begun: results are reported after it, forecasts made within it.
    now = (run.anchor.month + 5) // 6 if half else (run.anchor.month + 2) // 3
    return Reading("DATE", f"{run.anchor.year - (ordinal > now):04d}-{code}", relative=True)


def weekday(run: Run) -> Reading | None:
    """Thursday · last Thursday · next Thursday · Thursday night."""
    code = PARTS.get(run.find("P") or "", "")
    kind: Kind = "TIME" if code else "DATE"
    if run.anchor is None:
        return Reading(kind, None, relative=True)
    number = WEEKDAYS[run.find("W") or ""]
    side = run.find("lkpfs")
    tense: Tense = "past" if side in ("last", "past") else "future" if side else run.tense()
    possessive = run.tokens.classes[run.end : run.end + 1] == "Y"
    if possessive and run.begin and run.tokens.words[run.begin - 1] in COMPARING:
        tense = "past"
    if side == "this":
        tense = "future" if run.tense() == "future" else "past"
    found = calendar.weekday_near(run.anchor, number, tense)
    if found == run.anchor and side in ("last", "next"):
        found = calendar.shift_days(found, -7 if side == "last" else 7)
    return Reading(kind, found.isoformat() + code, relative=True) if found else None


def holiday(run: Run) -> Reading | None:
    """Christmas · Thanksgiving Day · New Year's Eve, with the year as for a date without one."""
    name = run.find("H") or ""
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    fixed = {"christmas": (12, 25), "halloween": (10, 31), "thanksgiving": (11, 25), "easter": (4, 10)}
    month, day = fixed[name]
    year_word = run.find("y")
    year = int(year_word) if year_word else calendar.year_near(run.anchor, month, day, run.tense())
    if name == "thanksgiving":
        return Reading("DATE", calendar.nth_weekday(year, 11, 3, 4).isoformat(), relative=not year_word)
    if name == "easter":
        return Reading("DATE", calendar.easter(year).isoformat(), relative=not year_word)
    eve = "eve" in run.tokens.words[run.begin : run.end]
    return Reading("DATE", f"{year:04d}-{month:02d}-{day - eve:02d}", relative=not year_word)


def clock(run: Run) -> Reading | None:
    """06:12 GMT · 2 p.m. · noon · 10 o'clock Friday morning."""
    word = run.find("C")
    if word in CLOCK_WORDS:
        shown = CLOCK_WORDS[word]
    else:
        hour, _, minute = (word or run.find("D") or str(int(run.number() or 0))).partition(":")
        after_noon = (run.find("A") or "").startswith("p")
        number = int(hour) % 12 + 12 * after_noon if run.find("A") and int(hour) <= 12 else int(hour)
        if number > 24 or minute[:2] > "59":
            return None
        shown = f"T{number:02d}:{minute or '00'}"
    return at_clock(run, shown)


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
    part = PARTS.get(run.find("P") or "")
    if part in ("TAF", "TEV") or (part == "TNI" and hour > 5):
        hour = hour % 12 + 12
    return at_clock(run, f"T{hour:02.0f}:{minutes:02.0f}")


def at_clock(run: Run, shown: str) -> Reading | None:
    """A clock time on the day that the expression names beside it, else on the day of writing."""
    if run.anchor is None:
        return Reading("TIME", None, relative=True)
    day: Day | None = run.anchor
    named = run.find("W")
    if named is not None:
        day = calendar.weekday_near(run.anchor, WEEKDAYS[named], run.tense())
    today = run.find("T")
    if today in ("yesterday", "tomorrow"):
        day = calendar.shift_days(run.anchor, 1 if today == "tomorrow" else -1)
    month = MONTHS.get(run.find("Mb") or "")
    if month is not None:
        number = int(run.tokens.words[run.end - 1])
        year = calendar.year_near(run.anchor, month, number, run.tense())
        day = calendar.make_day(year, month, number)
    return Reading("TIME", day.isoformat() + shown, relative=True) if day else None


RULES: tuple[Rule, ...] = (
    rule(r"(?:[Ww],?|t?[lk])?[Mb][Dd](?:,?y(?![Uu%]))?", "Mb", month_day),
    rule(r"(?:[Ww],?)?t?[Dd]o?[Mb](?:,?y)?", "Mb", month_day),
    rule(r"(?:Bo|E-?)?[Mb](?:,|o)?y", "Mb", month_year),
    rule(r"(?:(?:Bo|E-?)?(?:t?[lkpf]|s)?)M", "M", month_alone),
    rule(r"(?:t?[lkpfs])S|tSoy|Sy|tS(?=[,.;])", "S", season),
    rule(r"(?:Bo|E-?)?(?:tuy|t?Fu?y|y)", "y", year_alone),
    rule(r"(?:tu)?n(?:-?n){1,4}(?![uUn%-])", "n", spoken_year),
    rule(r"t?(?:E-?)?K", "K", decade),
    rule(r"t?[lO]uo[Mb]", "Mb", week_of_month),
    rule(r"I", "I", iso),
    rule(r"J", "J", slashed),
    rule(r"(?:t?[lksv]uY)?(?:t?y)?t?[Od]-?[qh](?:ot?[lksv]u|oy|y)?|Q,?y?|[Od]-q", "qhQ", quarter),
    rule(r"(?:E)?(?:t?[lkpfs])?WP?", "W", weekday),
    rule(r"H(?:,?y)?", "H", holiday),
    rule(r"(?:[DNn]AZ?|CA?Z?)(?:;[DNC]Z;)?(?:[Tx]?WP?|T|sP|,?x?[Mb]D)?|WC?A", "ACZ", clock),
    rule(r"(?:(?:n|h|a?q)p|a?q2)n(?:[Tx]?WP?|T|sP|xtP)?", "p2", spoken_clock),
)
