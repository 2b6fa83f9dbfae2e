"""Rules for what is counted from the day that the text named last: "the next morning", "that year".

The neighbour of `timespans`, which counts from the day of writing as well.
"""

from samecopy.text import calendar
from samecopy.text.timerun import Reading, Rule, Run, rule
from samecopy.text.timewords import PARTS


def that_unit(run: Run) -> Reading | None:
    """that year · earlier that day · the same week: the one that the text named last."""
    unit = run.unit()
    named = run.told(unit)
    if named is None:
        return Reading("DATE", None, relative=True) if run.anchor is None else None
    return Reading("DATE", calendar.name_of(named, unit), relative=True)


def day_beside(run: Run) -> Reading | None:
    """The day before, he had left: counted from the day that the text named last."""
    if run.unit() != "day" or run.last_day is None:
        return None
    found = calendar.shift_days(run.last_day, -1 if run.find("<") else 1)
    return Reading("DATE", found.isoformat() if found else None, relative=True)


def part_beside(run: Run) -> Reading | None:
    """the next morning · the following night · the previous evening · that afternoon."""
    if run.last_day is None:
        return Reading("TIME", None, relative=True) if run.anchor is None else None
    days = 0 if run.find("zc") else -1 if run.find("v") else 1
    found = calendar.shift_days(run.last_day, days)
    return Reading("TIME", found.isoformat() + PARTS[run.find("P") or ""] if found else None, relative=True)


RULES: tuple[Rule, ...] = (
    rule(r"tu[<>](?=[,.]|$)", "u", day_beside),
    rule(r"E?(?:zc?|tc)u", "u", that_unit),
    rule(r"(?:t[kfvc]|zc?)P", "P", part_beside),
)
