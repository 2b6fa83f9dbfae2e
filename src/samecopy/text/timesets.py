"""Rules for what recurs ("every Monday", "daily") and for past, present and future without a date ("now").

The neighbour of `timespans`, which has what is counted.
"""

from samecopy.text import calendar
from samecopy.text.timerun import Reading, Rule, Run, rule
from samecopy.text.timespans import NUMBER, UNIT, count_of
from samecopy.text.timewords import MONTHS, ORDINALS, PARTS, REFERENCES, SETS, WEEKDAYS


def every(run: Run) -> Reading | None:
    """every Monday · on Mondays · every Friday night · each year · every third day · per month."""
    day = run.find("WL")
    month = run.find("M")
    if month is not None:
        return Reading("SET", f"XXXX-{MONTHS[month]:02d}")
    if day is not None:
        number = WEEKDAYS[day.removesuffix("s")] + 1
        return Reading("SET", f"XXXX-WXX-{number}" + PARTS.get(run.find("P") or "", ""))
    if run.find("e"):
        return Reading("SET", SETS["weekends"])
    if run.find("6O"):
        return Reading("SET", calendar.period(run.unit(), ORDINALS.get(run.find("O") or "", 2)))
    if run.find("P"):
        return Reading("SET", "XXXX-XX-XX" + PARTS[run.find("P") or ""])
    return Reading("SET", calendar.period(run.unit(), count_of(run)))


def adverb(run: Run) -> Reading | None:
    """daily · annually · on weekends; "the daily Zora" is a name's."""
    if run.find("X") == "weekends" and run.tokens.words[run.begin - 1 : run.begin] != ["on"]:
        return None
    if (
        run.tokens.classes[run.end : run.end + 1] == "x"
        and run.tokens.text[run.tokens.begins[run.end]].isupper()
    ):
        return None
    return Reading("SET", SETS[run.find("X") or ""])


def reference(run: Run) -> Reading | None:
    """now · recently · soon, where the clause looks ahead."""
    word = run.find("R") or ""
    if run.begin and run.tokens.words[run.begin - 1] == "as":
        return None  # "as soon as possible"
    if word == "soon" and (run.tokens.classes[run.end : run.end + 1] == ">" or run.tense() != "future"):
        return None  # "he soon left", "soon after the vote"
    return Reading("DATE", REFERENCES[word])


def the_future(run: Run) -> Reading | None:
    """the future · the near future."""
    return Reading("DATE", "FUTURE_REF")


def the_past(run: Run) -> Reading:
    """in the past."""
    return Reading("DATE", "PAST_REF")


def at_present(run: Run) -> Reading | None:
    """the current price · its recent offer; "this" and "latest" before another noun name no time."""
    word = run.tokens.words[run.begin]
    if word not in ("current", "recent"):
        return None
    return Reading("DATE", "PRESENT_REF" if word == "current" else "PAST_REF")


RULES: tuple[Rule, ...] = (
    rule(r"(?<=i)tp(?![uUqDNngSMWae-])", "p", the_past),
    rule(r"[s*](?=x)", "s*", at_present),
    rule(r"t3?\?", "?", the_future),
    rule(rf"V{NUMBER}?(?:{UNIT}|WP?|P|M|e)|V[6O]{UNIT}|r[uq]|L", "VrL", every),
    rule(r"X", "X", adverb),
    rule(r"R", "R", reference),
)
