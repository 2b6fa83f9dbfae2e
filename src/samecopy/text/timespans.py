"""Rules for durations, sets, and dates counted from the day of writing ("two weeks ago").

The neighbour of `timex`; `Run`, `Reading` and `Rule` are in `timerun`.
"""

from samecopy.text import calendar
from samecopy.text.calendar import Unit
from samecopy.text.tense import mark
from samecopy.text.timerun import NO_TIME, Kind, Reading, Rule, Run, rule
from samecopy.text.timewords import (
    MONTHS,
    ORDINALS,
    PARTS,
    PLURAL_UNITS,
    REFERENCES,
    SETS,
    TODAYS,
    UNITS,
    WEEKDAYS,
)
from samecopy.text.wordlists import listed

# Words that rank one thing among those of a time that has passed: "the worst fire in ten years".
RANKING = listed("first second third fourth fifth best worst most least only once time times")
EST_NOUNS = listed(
    "forest request interest harvest protest contest conquest arrest invest suggest guest quest"
)
RANK_REACH = 8  # words from the rank to "in"


def unit_of(run: Run) -> Unit:
    word = run.find("uUq") or "day"
    return UNITS[word]


def count_of(run: Run) -> float | None:
    count = run.number()
    if count is not None and (run.find("uUq") or "").startswith("fortnight"):
        return count * 2
    return count


def today(run: Run) -> Reading:
    """today · tonight · yesterday morning · tomorrow."""
    word = run.find("T") or ""
    part = "TNI" if word == "tonight" else PARTS.get(run.find("P") or "", "")
    kind: Kind = "TIME" if part else "DATE"
    day = run.anchor and calendar.shift_days(run.anchor, TODAYS[word])
    return Reading(kind, day.isoformat() + part if day else None, relative=True)


def this_part(run: Run) -> Reading:
    """this morning · last night · that evening."""
    part = PARTS[run.find("P") or ""]
    if run.anchor is None:
        return Reading("TIME", None, relative=True)
    day = calendar.shift_days(run.anchor, -1) if run.find("l") else run.anchor
    return Reading("TIME", day.isoformat() + part if day else None, relative=True)


def beside(run: Run) -> Reading:
    """last week · this year · next month · earlier this year · the previous quarter."""
    unit = unit_of(run)
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    count = -1 if run.find("lv") else 1 if run.find("kf") else 0
    if unit == "quarter" and count == 0 and run.quarter and not run.find("s"):
        return Reading("DATE", run.quarter, relative=True)
    base = run.last if run.last and (run.find("f") or (unit == "day" and run.find("v"))) else run.anchor
    found = calendar.shift(base, unit, count)
    return Reading("DATE", calendar.name_of(found, unit) if found else None, relative=True)


def whole_unit(run: Run) -> Reading | None:
    """the end of the year: the one that the day of writing lies in."""
    unit = unit_of(run)
    if unit == "day" or run.anchor is None:
        return None if unit == "day" else Reading("DATE", None, relative=True)
    return Reading("DATE", calendar.name_of(run.anchor, unit), relative=True)


def whole_year(run: Run) -> Reading | None:
    """the full year · the fiscal year · year's end; no other unit is said so without a place in time."""
    return whole_unit(run) if unit_of(run) == "year" else None


def ending(run: Run) -> Reading:
    """the year ended March 31: a span of that length, whichever year it is called."""
    return Reading("DURATION", calendar.period(unit_of(run), 1))


def that_unit(run: Run) -> Reading | None:
    """that year · earlier that day: the one that the text named last."""
    unit = unit_of(run)
    named = run.last if unit == "year" else run.last_day
    if named is None:
        return Reading("DATE", None, relative=True) if run.anchor is None else None
    return Reading("DATE", calendar.name_of(named, unit), relative=True)


def century(run: Run) -> Reading | None:
    """the 20th century · the nineteenth century."""
    ordinal = run.find("d")
    number = int(ordinal.rstrip("stndrh")) if ordinal else ORDINALS.get(run.find("O") or "", 0)
    return Reading("DATE", f"{number - 1:02d}XX") if unit_of(run) == "century" and number else None


def year_quarter(run: Run) -> Reading | None:
    """the 1988 quarter · last year's period · the year-ago quarter, once the text has named a quarter."""
    if run.quarter is None or (run.find("y") is None and unit_of(run) != "year"):
        return None
    year = run.find("y") or f"{int(run.quarter[:4]) - 1:04d}"
    return Reading("DATE", year + run.quarter[4:], relative=True)


def the_past(run: Run) -> Reading:
    """in the past."""
    return Reading("DATE", "PAST_REF")


def at_present(run: Run) -> Reading | None:
    """the current price · its recent offer; "this" and "latest" before another noun name no time."""
    word = run.tokens.words[run.begin]
    if word not in ("current", "recent"):
        return None
    return Reading("DATE", "PRESENT_REF" if word == "current" else "PAST_REF")


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
    unit, count = unit_of(run), count_of(run)
    ahead = run.find("E") == "later" or run.find("i+") is not None
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
        return Reading("DATE", run.anchor.isoformat(), relative=True)
    found = calendar.shift(run.anchor, unit, round(count) if ahead else -round(count))
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


def in_days(run: Run) -> Reading | None:
    """in three days, where the clause looks ahead; else a duration, as in "the first in three days"."""
    if not ranked(run) and run.tense() == "future":
        return counted(run)
    return duration(run)


def duration(run: Run) -> Reading | None:
    """two weeks · a five-year plan · the past three months · several days."""
    after = run.tokens.classes[run.end : run.end + 1]
    if unit_of(run) == "quarter" and after == "o":
        return None  # a quarter of something is a share
    count = count_of(run)
    half = "half" in run.tokens.words[run.begin : run.end]
    if half and count is not None:
        count = count + 0.5
    return Reading("DURATION", calendar.period(unit_of(run), count))


def vague_ref(run: Run) -> Reading | None:
    """in recent years · the coming weeks."""
    """in recent years · the coming weeks."""
    return Reading("DATE", "FUTURE_REF" if run.find("k") else "PAST_REF")


def the_quarter(run: Run) -> Reading | None:
    """the quarter · the latest quarter · the latest period, once the text has named a quarter."""
    if run.quarter:
        return Reading("DATE", run.quarter, relative=True)
    if run.anchor is None or run.find("!"):
        return None
    found = calendar.shift(run.anchor, "quarter", -1)
    return Reading("DATE", calendar.name_of(found, "quarter") if found else None, relative=True)


def aged(run: Run) -> Reading | None:
    """a 44-year-old, 55 years old: an age, no time."""
    return NO_TIME


def bare_plural(run: Run) -> Reading | None:
    """years, weeks: an unknown count."""
    unit = PLURAL_UNITS[run.find("U") or ""]
    return None if unit == "quarter" else Reading("DURATION", calendar.period(unit, None))


def every(run: Run) -> Reading | None:
    """every Monday · each year · every two weeks · per month."""
    day = run.find("W")
    month = run.find("M")
    if month is not None:
        return Reading("SET", f"XXXX-{MONTHS[month]:02d}")
    if day is not None:
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[day] + 1}")
    if run.find("P"):
        return Reading("SET", "XXXX-XX-XX" + PARTS[run.find("P") or ""])
    return Reading("SET", calendar.period(unit_of(run), count_of(run)))


def adverb(run: Run) -> Reading | None:
    """daily · annually."""
    return Reading("SET", SETS[run.find("X") or ""])


def reference(run: Run) -> Reading | None:
    """now · recently · soon."""
    if run.begin and run.tokens.words[run.begin - 1] == "as":
        return None  # "as soon as possible"
    return Reading("DATE", REFERENCES[run.find("R") or ""])


def the_future(run: Run) -> Reading | None:
    """the future · the near future."""
    return Reading("DATE", "FUTURE_REF")


NUMBER = r"(?:[DN]|n(?:-?n){0,5}|g)"
UNIT = r"[uUq]"
RULES: tuple[Rule, ...] = (
    rule(r"E?TP?", "T", today),
    rule(r"[slz]P", "P", this_part),
    rule(r"(?:E|(?:t|E)?Bo)?(?:t?[lkvfs])F?[uq]", "uq", beside),
    rule(r"(?:t|E)?Bot[uq]", "uq", whole_unit),
    rule(r"tq|t\*[q!]", "q!", the_quarter),
    rule(r"(?:i?t?[*]|i?t?k)U", "U", vague_ref),
    rule(r"t3?\?", "?", the_future),
    rule(r"t?(?:1F?|F)u(?!5)|u[Y-]?B", "u", whole_year),
    rule(r"Eitu", "uq", whole_unit),
    rule(r"tF?u(?=5)", "u", ending),
    rule(r"E?zu", "u", that_unit),
    rule(r"t?[Od]-?u", "u", century),
    rule(r"t?(?:yY?|[lv]uY|u-[GE])[q!]", "q!", year_quarter),
    rule(r"(?<=i)tp(?![uUqDNngSMWae-])", "p", the_past),
    rule(r"[s*](?=x)", "s*", at_present),
    rule(r"t?[lks]e|te", "e", weekend),
    rule(rf"(?:{NUMBER}|a(?:go?)?)[uUq](?:G|E)", "uUq", counted),
    rule(r"a[uq]-?(?:G|E)|[uq]-[GE]", "uUq", counted),
    rule(r"iNUMBER[uUq]".replace("NUMBER", NUMBER), "uUq", in_days),
    rule(rf"(?:t?[lpkfs])?(?:t|a)?(?:{NUMBER}|a)(?:o|go|4|1)?-?[uUq](?!-?#)", "uUq", duration),
    rule(rf"(?:t[lpk]){NUMBER}{UNIT}", "uUq", duration),
    rule(r"tp[uq]", "uUq", duration),
    rule(rf"(?:t|a)?{NUMBER}-?[uUq]-?#", "#", aged),
    rule(r"U", "U", bare_plural),
    rule(rf"V{NUMBER}?(?:{UNIT}|W|P|M)|r[uq]", "Vr", every),
    rule(r"X", "X", adverb),
    rule(r"R", "R", reference),
)
