"""Rules for quarters and halves of a year, and for the quarter that a report of results is about.

The neighbour of `timex`, which has the other dates that name a calendar place.
"""

from samecopy.text import calendar
from samecopy.text.timerun import Reading, Rule, Run, rule
from samecopy.text.timewords import ORDINALS
from samecopy.text.timex import day_number


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
    if half and not run.find("ulkpfsv-"):
        return None  # "she scored in the second half"; "first-half profit" is a year's
    if run.anchor is None:
        return Reading("DATE", None, relative=True)
    if run.find("u") and not run.find("lkpfsv"):
        return Reading("DATE", f"{run.anchor.year:04d}-{code}", relative=True)  # "the first half of the year"
    side = run.find("lkpfsv")
    if side is not None:
        year = run.anchor.year + {"last": -1, "past": -1, "previous": -1, "this": 0}.get(side, 1)
        return Reading("DATE", f"{year:04d}-{code}", relative=True)
    # The last such quarter that has begun: results are reported after it, forecasts made within it.
    # The one just over is the exception: who expects to report on it, looks back at it.
    now = (run.anchor.month + 5) // 6 if half else (run.anchor.month + 2) // 3
    ahead = not half and run.tense() == "future" and (now - ordinal) % 4 > 1
    year = run.anchor.year + (ahead and ordinal < now) - (not ahead and ordinal > now)
    return Reading("DATE", f"{year:04d}-{code}", relative=True)


def last_part(run: Run) -> Reading:
    """the last quarter of 1990 · the last half of 1990."""
    return Reading("DATE", f"{run.find('y')}-{'H2' if run.find('h') else 'Q4'}")


def year_quarter(run: Run) -> Reading | None:
    """the 1988 quarter · last year's period · the year-ago quarter, once the text has named a quarter."""
    if run.quarter is None or (run.find("y") is None and run.unit() != "year"):
        return None
    year = run.find("y") or f"{int(run.quarter[:4]) - 1:04d}"
    return Reading("DATE", year + run.quarter[4:], relative=True)


def the_quarter(run: Run) -> Reading | None:
    """the quarter · the latest quarter · the latest period, once the text has named a quarter."""
    if run.quarter:
        return Reading("DATE", run.quarter, relative=True)
    if run.anchor is None or run.find("!"):
        return None
    found = calendar.shift(run.anchor, "quarter", -1)
    return Reading("DATE", calendar.name_of(found, "quarter") if found else None, relative=True)


RULES: tuple[Rule, ...] = (
    rule(r"(?:t?[lksv]uY)?(?:t?y)?t?[Od]-?[qh](?:ot?[lksv]u|otu|oy|y)?|Q,?y?|[Od]-q", "qhQ", quarter),
    rule(r"t?l-?[qh]oy", "qh", last_part),
    rule(r"t?(?:yY?|[lv]uY|u-[GE])[q!]", "q!", year_quarter),
    rule(r"tq|t\*[q!]", "q!", the_quarter),
)
