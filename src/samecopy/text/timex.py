"""Rules that read a run of time tokens as a TIMEX3 type and value.

Each rule is a regular expression over class letters (`timewords`) and a reader. Where several rules
match, the longest match wins, then the earlier rule. This file has the dates that name a calendar
place; `timeclock` has times of day, `holidays` feasts, `timespans` durations, sets and what is counted
from the anchor.

Source of the values: TimeML 1.2.1 annotation guidelines (TIMEX3), ISO 8601.
"""

import datetime
from dataclasses import replace

from samecopy.text import calendar
from samecopy.text.calendar import Tense
from samecopy.text.numerals import NUMBER_WORDS
from samecopy.text.tense import NOUN_LEADS
from samecopy.text.timerun import Kind, Reading, Rule, Run, rule
from samecopy.text.timewords import (
    DATE_TAKERS,
    DECADES,
    MONTHS,
    NAMES_TOO,
    ORDINALS,
    PARTS,
    SEASONS,
    WEEKDAYS,
)
from samecopy.text.wordlists import listed

OWNERS = frozenset(("their", "his", "her", "my", "our", "your"))
SIDES = {"last": -1, "this": 0, "current": 0}
"""How many years or weeks on: "June last year"; every other word looks ahead."""
NEXT_DAYS = 3
"""What is nearer is not "next Friday": it is tomorrow, or just Friday."""
COMPARING = frozenset(("than", "from", "since", "after", "following", "follows", "over"))
"""Before "Friday's …": it has been, whatever the verb says ("will get more than Friday's price")."""
DONE = listed(
    """ruling decision verdict judgment attack attacks assault bombing bombings blast explosion shooting
    killing murder crash accident earthquake quake arrest arrests announcement resignation defeat victory
    win loss"""
)
"""After "Friday's": nobody speaks of them so before they happen."""


def day_number(word: str) -> int:
    return int(word.rstrip("stndrh"))


def month_day(run: Run) -> Reading | None:
    """January 10 · 10 January 2022 · Monday, Jan. 10."""
    return day_in_month(run, day_number(run.find("Dd") or "0"))


def day_in_month(run: Run, day: int) -> Reading | None:
    """That day of the month that the run names."""
    month = MONTHS[run.find("Mb") or ""]
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


def dates(run: Run) -> bool:
    """Whether a word that also names people stands where a month does: "in May", "the March deal"."""
    before = run.tokens.words[run.begin - 1] if run.begin else ""
    noun = run.tokens.classes[run.end : run.end + 1] == "x"
    small = noun and run.tokens.text[run.tokens.begins[run.end]].islower()
    return before in DATE_TAKERS or (small and before in NOUN_LEADS)


def month_of_year(run: Run) -> Reading | None:
    """June last year · 10 May this year · January of next year."""
    if run.find("u") != "year" or run.find("Mb") is None:
        return None
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    year = run.anchor.year + SIDES.get(run.find("lks") or "", 1)
    month, number = MONTHS[run.find("Mb") or ""], run.find("Dd")
    if number is None:
        return Reading("DATE", f"{year:04d}-{month:02d}", relative=True)
    day = calendar.make_day(year, month, day_number(number))
    return Reading("DATE", day.isoformat(), relative=True) if day else None


def spelt_day(run: Run) -> Reading | None:
    """the first of May · the third of June 2022."""
    return day_in_month(run, ORDINALS[run.find("O") or ""])


def first_of_range(run: Run) -> Reading | None:
    """The 24th of "24-25 April 2012" or "24 to 25 April", where the days are in order."""
    words, classes = run.tokens.words, run.tokens.classes
    if day_number(words[run.begin]) >= day_number(words[run.begin + 2]):
        return None
    month = run.begin + 3 + (classes[run.begin + 3] == "o")
    end = month + (3 if classes[month + 1 : month + 3] == ",y" else 2)
    return day_in_month(replace(run, begin=month, end=min(end, len(words))), day_number(words[run.begin]))


def first_with_year(run: Run) -> Reading | None:
    """The 24th of "April 24-25, 2012", where the days are in order."""
    words = run.tokens.words
    if day_number(words[run.begin + 1]) >= day_number(words[run.begin + 3]):
        return None
    return day_in_month(replace(run, end=run.begin + 6), day_number(words[run.begin + 1]))


def last_of_range(run: Run) -> Reading | None:
    """The 25th of "April 24-25" or "April 24 and 25", where the days are in order."""
    words = run.tokens.words
    if day_number(words[run.begin - 2]) >= day_number(words[run.begin]):
        return None
    return day_in_month(replace(run, begin=run.begin - 3), day_number(words[run.begin]))


def month_alone(run: Run) -> Reading | None:
    """October · last April · next May · this June · that July."""
    name = run.find("Mb") or ""
    if run.end - run.begin == 1 and name in NAMES_TOO and not dates(run):
        return None
    month = MONTHS[name]
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    side = run.find("lkpf")
    tense: Tense = "past" if side in ("last", "past") else "future" if side else run.tense()
    strict = run.follows_past() or (tense == "past" and run.opens())
    year = calendar.year_near(run.anchor, month, None, tense, strict)
    if side == "last":
        year = run.anchor.year - (month >= run.anchor.month)
    elif side == "next":
        year = run.anchor.year + (month <= run.anchor.month)
    if run.find("sz"):
        year = ((run.find("z") and run.last) or run.anchor).year
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
    elif run.tokens.classes[run.begin - 1 : run.begin] == "i":  # "in the fall"
        year += run.tense() == "future" and run.anchor.month >= begins + 3
        year -= run.tense() == "past" and run.anchor.month < begins
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
    if len(digits) != 4:
        return None
    century = digits[2] == "0" and digits < "2000"  # "the 1800s"
    return Reading("DATE", digits[:2] + "XX" if century else digits[:-1] + "X")


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


def day_of_week(run: Run) -> Reading | None:
    """Thursday last week · Tuesday night of next week."""
    if run.find("u") != "week":
        return None
    code = PARTS.get(run.find("P") or "", "")
    kind: Kind = "TIME" if code else "DATE"
    if run.anchor is None:
        return Reading(kind, None, relative=True)
    weeks = SIDES.get(run.find("lks") or "", 1)
    day = calendar.shift_days(run.anchor, 7 * weeks + WEEKDAYS[run.find("W") or ""] - run.anchor.weekday())
    return Reading(kind, day.isoformat() + code, relative=True) if day else None


def names_paper(run: Run) -> bool:
    """Whether a weekday begins a name: "the Sunday Herald"."""
    words, classes, text = run.tokens.words, run.tokens.classes, run.tokens.text
    if not run.begin or words[run.begin - 1] != "the" or classes[run.end : run.end + 1] != "x":
        return False
    return text[run.tokens.begins[run.end]].isupper()


def looked_back_at(run: Run) -> bool:
    """Whether a weekday owns what has been, whatever the verb says: "more than Friday's price", "will appeal
    against Friday's ruling"."""
    if run.tokens.classes[run.end : run.end + 1] != "Y":
        return False
    words = run.tokens.words
    compared = run.begin > 0 and words[run.begin - 1] in COMPARING
    return compared or not DONE.isdisjoint(words[run.end + 1 : run.end + 3])


def weekday(run: Run) -> Reading | None:
    """Thursday · last Thursday · next Thursday · Thursday night · the previous Thursday."""
    code = PARTS.get(run.find("P") or "", "")
    kind: Kind = "TIME" if code else "DATE"
    if run.anchor is None:
        return Reading(kind, None, relative=True)
    if names_paper(run):
        return None
    number = WEEKDAYS[run.find("W") or ""]
    side = run.find("lkpfsv")
    tense: Tense = "past" if side in ("last", "past") else "future" if side else run.tense()
    if looked_back_at(run):
        tense = "past"
    if side == "this":
        tense = "past" if run.tense() == "past" else "future"
    base = run.last_day if run.find("v") and run.last_day else run.anchor
    found = calendar.weekday_near(base, number, "past" if run.find("v") else tense)
    if found == base and side in ("last", "previous"):
        found = calendar.shift_days(found, -7)
    if found and side == "next" and (found - base).days < NEXT_DAYS:
        found = calendar.shift_days(found, 7)
    return Reading(kind, found.isoformat() + code, relative=True) if found else None


RULES: tuple[Rule, ...] = (
    rule(r"[Mb][Dd](?=[-&2][Dd],y(?![Uu%]))", "Mb", first_with_year),
    rule(r"(?:[Ww],?|t?[lk])?[Mb][Dd](?:,?y(?![Uu%]))?", "Mb", month_day),
    rule(r"(?:[Ww],?)?t?[Dd]o?[Mb](?:,?y)?", "Mb", month_day),
    rule(r"(?:Bo|E-?)?[Mb](?:,|o)?y", "Mb", month_year),
    rule(r"(?:(?:Bo|E-?)?(?:t?[lkpf]|s|z)?)M", "M", month_alone),
    rule(r"(?:t?[lkpfs])S|tSoy|Sy|tS(?=[,.;])|(?<=i)tS(?!o)|t?E-?S", "S", season),
    rule(r"(?:Bo|E-?)?(?:tuy|t?Fu?y|y)", "y", year_alone),
    rule(r"(?:tu)?n(?:-?n){1,4}(?![uUn%-])", "n", spoken_year),
    rule(r"t?(?:E-?)?K", "K", decade),
    rule(r"t?[lO]uo[Mb]", "Mb", week_of_month),
    rule(r"I", "I", iso),
    rule(r"J", "J", slashed),
    rule(r"(?:E)?(?:t?[lkpfsv])?WP?", "W", weekday),
    rule(r"(?:E-?)?(?:[Dd]o?[Mb]|[Mb][Dd]?)o?t?[lks]u", "Mb", month_of_year),
    rule(r"E?WP?o?t?[lks]u", "W", day_of_week),
    rule(r"t?Oo[Mb](?:,?y)?", "O", spelt_day),
    rule(r"[Dd](?=[&2-][Dd]o?[Mb])", "Mb", first_of_range),
    rule(r"(?<=[Mb][Dd][&2-])[Dd](?:,?y)?", "Mb", last_of_range),
)
