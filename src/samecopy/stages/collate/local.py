"""Local form: differences in how a thing is written, not in what is said.

Dates of one day, one spelling or another, one figure in two forms, one bearer with more or less of name
and title. What is no local form is left to `classes`.
"""

import re

from samecopy.stages.collate.apposition import reordered
from samecopy.stages.collate.bearer import one_bearer
from samecopy.stages.collate.change import STYLE, Change, Side, Verdict
from samecopy.stages.collate.dated import compare_dates, compare_read
from samecopy.stages.collate.forms import spelled, without_honorifics
from samecopy.stages.collate.lexicon import FUNCTION_WORDS
from samecopy.stages.collate.quantity import compare_numbers
from samecopy.stages.collate.unit import Unit
from samecopy.text.bodies import is_acronym
from samecopy.text.clock import find_clocks, same_clock
from samecopy.text.numerals import NUMBER_WORDS
from samecopy.text.spelling import same_spelling

_NEAR_DATES = frozenset(("early", "late", "earlier", "later", "mid"))
_HYPHENED = re.compile(r"[A-Z]\w+[-\u2010\u2011][A-Z]\w")
_NUMERALS = re.compile(r"\d[\d.,]*")


def dates(change: Change) -> Verdict | None:
    """Two dates and nothing else: one day in two forms, another day, or nobody can tell."""
    before, after = change.before, change.after
    if not (before.inside("time") and after.inside("time")):
        return None
    rest = [
        key
        for side in (before, after)
        for i, key in enumerate(side.keys, side.begin)
        if i not in side.covered("time") and key not in FUNCTION_WORDS and key not in _NEAR_DATES
    ]
    if rest:
        return None
    if before.text.casefold() == after.text.casefold():
        return STYLE
    verdict, day = _clocks_compared(before, after) or _compared(before, after)
    if verdict == "same":
        counted = day is None and "#" in _uncounted(before) and _uncounted(before) == _uncounted(after)
        return Verdict("number_form", False) if counted else Verdict("date_form", False, day)
    if verdict == "other":
        return Verdict(
            "number", True, note="another day" if before.inside("time")[0].time else "another time"
        )
    if before.inside("time")[0].time is None:
        return Verdict("date_form", False, note="one page alone names the zone")
    unknown = before.day is None or after.day is None
    why = ": a publication day is not known" if unknown else ""
    return Verdict("date_form", False, note=f"the days cannot be compared{why}")


def _clocks_compared(before: Side, after: Side) -> tuple[str, None] | None:
    """Times of day alone, which no day of publication bears on; None where there is a date too."""
    clocks = []
    for side in (before, after):
        times = side.inside("time")
        found = find_clocks(_text(side, times))
        if len(times) != 1 or times[0].time is not None or len(found) != 1:
            return None
        clocks.append(found[0])
    same = same_clock(*clocks)
    return "unknown" if same is None else "same" if same else "other", None


def _compared(before: Side, after: Side) -> tuple[str, str | None]:
    """Dates have the values that their sentences give them."""
    old, new = before.inside("time"), after.inside("time")
    alone = compare_dates(_text(before, old), before.day, _text(after, new), after.day)
    found = compare_read(_values(old), _values(new), alone)
    return found.verdict, found.day


def _uncounted(side: Side) -> list[str]:
    """A date's words, each count put as one sign."""
    keys = (key for key in side.keys if key not in FUNCTION_WORDS)
    return ["#" if key in NUMBER_WORDS or key.isdigit() else key for key in keys]


def _values(times: list[Unit]) -> list[str | None]:
    return [u.time.value for u in times if u.time is not None]


def _text(side: Side, times: list[Unit]) -> str:
    return side.cut(times[0].begin, times[-1].end).text


def local_form(change: Change) -> Verdict | None:
    """Spelling, one number in two forms, and style that shows in the words themselves."""
    before, after = change.before, change.after
    figures = compare_numbers(before, after)
    if figures in ("other", "bounds"):
        return None
    if before.keys == after.keys and not _respelled(before, after):
        return STYLE
    if not before.empty and not after.empty:
        if figures == "same" and _NUMERALS.findall(before.text) != _NUMERALS.findall(after.text):
            return Verdict("number_form", False)
        if same_spelling(before.text, after.text):
            return Verdict("spelling", False)
        if figures == "same":
            return Verdict("number_form", False)
    old, new = spelled(before.words), spelled(after.words)
    if without_honorifics(old) == without_honorifics(new) and (old or new):
        return STYLE
    if is_acronym(old, new) or is_acronym(new, old):
        return STYLE
    if (one_bearer(before, after) and _hyphens(before) == _hyphens(after)) or reordered(change):
        return STYLE
    return None


def _hyphens(side: Side) -> bool:
    """Whether a name is a double one, which a simple one is not short for."""
    return _HYPHENED.search(side.text) is not None


def _respelled(before: Side, after: Side) -> bool:
    """Whether words differ in more than case and points."""
    old, new = (side.text.casefold().replace(".", "") for side in (before, after))
    return old != new
