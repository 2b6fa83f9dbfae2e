"""Rules for durations, and dates counted from the day of writing ("two weeks ago").

The neighbour of `timex` and `timesets`; `Run`, `Reading` and `Rule` are in `timerun`.
"""

from samecopy.text import calendar
from samecopy.text.tense import mark
from samecopy.text.timerun import NO_TIME, Kind, Reading, Rule, Run, rule
from samecopy.text.timewords import (
    LENGTHS,
    ORDINALS,
    PARTS,
    PLURAL_UNITS,
    TODAYS,
    WEEKDAYS,
)
from samecopy.text.wordlists import listed

# Words that rank one thing among those of a time that has passed: "the worst fire in ten years".
RANKING = listed("first second third fourth fifth best worst most least only once time times")
EST_NOUNS = listed(
    "forest request interest harvest protest contest conquest arrest invest suggest guest quest"
)
CHILDREN = listed("baby babies boy girl infant son daughter child twins")
MODALS = listed("will would may might could can shall should ll")
TIMES_OVER = listed("once twice times")
RANK_REACH = 8  # words from the rank to "in"


def count_of(run: Run) -> float | None:
    """How many units: 2 of "two weeks", 2.5 of "two and a half", 2 1/2 and 2½, 0.5 of "half a century"."""
    if run.tokens.classes[run.begin] == "h":
        return 0.5
    count = run.number()
    if count is None:
        return None
    if (run.find("uUq") or "").startswith("fortnight"):
        return count * 2
    return count + 0.5 if run.find("h/_") else count


def today(run: Run) -> Reading:
    """today · tonight · yesterday morning · tomorrow."""
    word = run.find("T") or ""
    part = "TNI" if word == "tonight" else PARTS.get(run.find("P") or "", "")
    kind: Kind = "TIME" if part else "DATE"
    day = run.anchor and calendar.shift_days(run.anchor, TODAYS[word])
    return Reading(kind, day.isoformat() + part if day else None, relative=True)


def this_part(run: Run) -> Reading:
    """this morning · last night."""
    part = PARTS[run.find("P") or ""]
    if run.anchor is None:
        return Reading("TIME", None, relative=True)
    day = calendar.shift_days(run.anchor, -1) if run.find("l") else run.anchor
    return Reading("TIME", day.isoformat() + part if day else None, relative=True)


def beside(run: Run) -> Reading:
    """last week · this year · next month · earlier this year · the previous quarter."""
    unit = run.unit()
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    count = -1 if run.find("lv") else 1 if run.find("kf") else 0
    if unit == "quarter" and count == 0 and run.quarter and not run.find("s"):
        return Reading("DATE", run.quarter, relative=True)
    told = run.find("fv") or (run.find("k") and run.find("t") and (unit == "day" or run.tense() == "past"))
    base = (run.told(unit) if told else None) or run.anchor
    found = calendar.shift(base, unit, count)
    return Reading("DATE", calendar.name_of(found, unit) if found else None, relative=True)


def whole_unit(run: Run) -> Reading | None:
    """the end of the year: the one that the day of writing lies in; later in the day: the last named."""
    unit = run.unit()
    day = (run.last_day if unit == "day" else None) or run.anchor
    return Reading("DATE", calendar.name_of(day, unit) if day else None, relative=True)


def for_unit(run: Run) -> Reading | None:
    """For the year, sales rose: a unit that stands by itself."""
    alone = run.tokens.classes[run.end : run.end + 1] in (",", ".", "")
    led = run.begin and run.tokens.words[run.begin - 1] == "for"
    return whole_unit(run) if alone and led and run.unit() in ("week", "month", "year") else None


def whole_year(run: Run) -> Reading | None:
    """the full year · the fiscal year · year's end; no other unit is said so without a place in time."""
    return whole_unit(run) if run.unit() == "year" else None


def ending(run: Run) -> Reading:
    """the year ended March 31 · the year to March: a span of that length, whichever year it is called."""
    return Reading("DURATION", calendar.period(run.unit(), 1))


def century(run: Run) -> Reading | None:
    """the 20th century · the nineteenth century."""
    ordinal = run.find("d")
    number = int(ordinal.rstrip("stndrh")) if ordinal else ORDINALS.get(run.find("O") or "", 0)
    return Reading("DATE", f"{number - 1:02d}XX") if run.unit() == "century" and number else None


def weekend(run: Run) -> Reading:
    """this weekend · last weekend · over the weekend."""
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    side = run.find("lks")
    ahead = side == "next" or run.tense() == "future"
    weeks = 0 if ahead or run.anchor.weekday() >= 5 else -1
    found = calendar.shift_days(run.anchor, 7 * weeks)
    return Reading("DATE", calendar.weekend_of(found) if found else None, relative=True)


def counted(run: Run) -> Reading | None:
    """two weeks ago · a year earlier · three days later · in ten days."""
    unit, count = run.unit(), count_of(run)
    ahead = run.find("E") == "later" or run.find("i+=") is not None
    if run.find("E") in ("early", "late", "mid"):
        return None
    if run.find("E") and run.tokens.words[run.end : run.end + 1] == ["than"]:
        return duration(run)
    if count is None and run.find("E"):
        return duration(run)
    if count is None:
        return Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    if unit == "year" and run.quarter and count == 1 and not ahead:
        return Reading("DATE", f"{int(run.quarter[:4]) - 1}{run.quarter[4:]}", relative=True)
    if unit in ("second", "minute", "hour"):
        # "an hour later": of the day that is being told, which may be any.
        return duration(run) if run.find("E") else Reading("DATE", run.anchor.isoformat(), relative=True)
    if count % 1 and unit in calendar.MONTH_UNITS:
        months = round(count * calendar.MONTH_UNITS[unit])
        found, unit = calendar.shift_months(run.anchor, months if ahead else -months), "year"
    else:
        told = run.find("E") in ("later", "earlier")
        base = (run.told(unit) if told else None) or run.anchor
        found = calendar.shift(base, unit, round(count) if ahead else -round(count))
    return Reading("DATE", calendar.name_of(found, unit) if found else None, relative=True)


def ranked(run: Run) -> bool:
    """Whether something is the first, the largest or the only one "in three days"."""
    words = run.tokens.words
    for at in range(run.begin - 1, max(-1, run.begin - RANK_REACH), -1):
        word = words[at]
        if word in RANKING or (word.endswith("est") and len(word) > 4 and word not in EST_NOUNS):
            return True
        if run.tokens.classes[at] in ",.|" or mark(words, at):
            return False
    return False


def from_now(run: Run) -> Reading | None:
    """two weeks from now · a year from today · a week from Monday."""
    if run.find("W"):
        return from_weekday(run)
    return counted(run) if run.tokens.words[run.end - 1] in ("now", "today") else None


def from_weekday(run: Run) -> Reading | None:
    """A week from Monday, which lies ahead: the day so many units on; not "for a week from Monday"."""
    if run.tokens.words[run.begin - 1 : run.begin] == ["for"]:
        return None
    count = count_of(run)
    if run.anchor is None or count is None or count % 1:
        return Reading("DATE", None, relative=True)
    first = calendar.weekday_near(run.anchor, WEEKDAYS[run.find("W") or ""], "future")
    found = calendar.shift(first, run.unit(), int(count)) if first else None
    return Reading("DATE", found.isoformat() if found else None, relative=True)


def in_days(run: Run) -> Reading | None:
    """in three days, where the clause looks ahead; else a duration, as in "the first in three days"."""
    if not ranked(run) and run.tense() == "future":
        return counted(run)
    return duration(run)


def duration(run: Run) -> Reading | None:
    """two weeks · a five-year plan · the past three months · several days."""
    after = run.tokens.classes[run.end : run.end + 1]
    share = after == "o" or run.tokens.words[run.end - 2 : run.end] == ["-", "quarters"]
    if run.unit() == "quarter" and share and count_of(run) is not None:
        return None  # a quarter of something is a share, and so are three-quarters
    return Reading("SET" if rated(run) else "DURATION", calendar.period(run.unit(), count_of(run)))


def of_each(run: Run) -> Reading:
    """24 hours a day, five days a week: how much of each, at no time."""
    return NO_TIME


def some_day(run: Run) -> Reading | None:
    """It will one day be a port: no day in particular, where the clause looks ahead."""
    led = run.begin and run.tokens.words[run.begin - 1] in MODALS
    return Reading("DATE", "FUTURE_REF") if led and run.unit() == "day" else None


def rated(run: Run) -> bool:
    """Whether something is counted for each unit: "seats a week", "$500 million a year", "twice a day"."""
    classes, words, at = run.tokens.classes, run.tokens.words, run.begin - 1
    if classes[run.begin : run.end] not in ("au", "aq") or at < 1:
        return False
    things = words[at].endswith("s") and classes[at - 1] in "DNyn"
    return things or classes[at] in "DNyn" or words[at] in TIMES_OVER


def quarter_century(run: Run) -> Reading | None:
    """a quarter of a century · a quarter-century."""
    return Reading("DURATION", calendar.period("year", 25)) if run.find("u") == "century" else None


def lasting(run: Run) -> Reading:
    """a weeklong strike · their third day-long meeting."""
    unit = LENGTHS.get(run.find("j") or "") or run.unit()
    return Reading("DURATION", calendar.period(unit, 1))


def vague_span(run: Run) -> Reading | None:
    """in recent years: so many of them as nobody counts; the coming weeks, which lie ahead."""
    if run.find("k"):
        return Reading("DATE", "FUTURE_REF")
    return Reading("DURATION", calendar.period(run.unit(), None))


def aged(run: Run) -> Reading | None:
    """a 44-year-old, a ten-day-old baby: an age, no time; the nine-month-old truce: how long it has held."""
    if run.unit() == "year" or CHILDREN.intersection(run.tokens.words[run.end : run.end + 1]):
        return NO_TIME
    return Reading("DURATION", calendar.period(run.unit(), count_of(run)))


def bare_plural(run: Run) -> Reading | None:
    """years, weeks: an unknown count; these days: now; nights are not counted so."""
    if run.find("U") == "nights":
        return None
    unit = PLURAL_UNITS[run.find("U") or ""]
    if unit == "day" and run.begin and run.tokens.words[run.begin - 1] == "these":
        return Reading("DATE", "PRESENT_REF")
    return None if unit == "quarter" else Reading("DURATION", calendar.period(unit, None))


NUMBER = r"(?:(?:[DN](?:D/D|_)?|n(?:-?n){0,5}|gn?)(?:-?&-?a-?h-?)?)"
UNIT = r"[uUq]"
RULES: tuple[Rule, ...] = (
    rule(r"E?TP?", "T", today),
    rule(r"[sl]P", "P", this_part),
    rule(r"(?:E|(?:t|E)?Bo)?(?:t?[lkvfs])F?[uq]", "uq", beside),
    rule(r"(?:t|E)?Bot[uq]|Eitu|(?<=[Uqh]o)tu", "uq", whole_unit),
    rule(r"tu", "u", for_unit),
    rule(r"(?:i?t?[*]|i?t?k)U", "U", vague_span),
    rule(r"t?(?:1F?|F)u(?!5)|u[Y-]?B", "u", whole_year),
    rule(r"tF?u(?=5|2[MbDd])", "u", ending),
    rule(r"t?[Od]-?u", "u", century),
    rule(r"t?[lks]e|te", "e", weekend),
    rule(rf"(?:{NUMBER}|h?a(?:go?)?)[uUq](?:&ah)?(?:78)?(?:G|E)", "uUq", counted),
    rule(rf"(?:{NUMBER}|a(?:go?)?)[uU]=[RTW]", "RTW", from_now),
    rule(r"a[uq]-?(?:G|E)|[uq]-[GE]", "uUq", counted),
    rule(r"iNUMBER[uUq]".replace("NUMBER", NUMBER), "uUq", in_days),
    rule(r"nu", "u", some_day),
    rule(rf"(?:t?[lpkfs])?(?:t|a)?(?:{NUMBER}|a)(?:o|go|4|1)?-?[uUq](?:&ah)?(?!-?#)", "uUq", duration),
    rule(r"ha?-?u", "h", duration),
    rule(r"(?:t|a)?q(?:oa|-)?u", "q", quarter_century),
    rule(r"(?:t|a)?j|u-m", "ju", lasting),
    rule(rf"(?:t[lpk]){NUMBER}{UNIT}", "uUq", duration),
    rule(r"[ts]p[uq]", "uUq", duration),
    rule(rf"(?:t|a)?{NUMBER}-?[uUq]-?#", "#", aged),
    rule(rf"{NUMBER}-?Uau", "U", of_each),
    rule(r"U", "U", bare_plural),
)
