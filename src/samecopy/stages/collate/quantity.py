"""Figures on two pages compared: the same in two forms, the same otherwise qualified, or others."""

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from samecopy.stages.collate.change import Side
from samecopy.stages.collate.lexicon import FUNCTION_WORDS, MEASURE_HEDGES
from samecopy.text.numbers import Number

Compared = Literal["same", "bounds", "other", "none"]
"""`same`: one figure in two forms, nothing else. `bounds`: one figure, but "about" or "at least" came
or went. `other`: other figures. `none`: no figures, or the same ones among other changed words."""


def counts(side: Side) -> bool:
    """Whether a side holds part of a figure."""
    first = bisect_right(side.units, side.begin, key=lambda u: u.end)
    last = bisect_left(side.units, side.end, key=lambda u: u.begin)
    return any(u.kind == "number" for u in side.units[first:last])


def compare_numbers(before: Side, after: Side) -> Compared:
    """Compare the figures of two sides."""
    old, new = _values(before), _values(after)
    if not old and not new:
        return "none"
    if len(old) != len(new) or not all(a & b for a, b in zip(old, new, strict=True)):
        return "other"
    if _bounds(before) != _bounds(after):
        return "bounds"
    if _others(before) != _others(after) or _digits(before) == _digits(after):
        return "none"
    return "same"


def _values(side: Side) -> list[set[tuple[str, str]]]:
    """Value and unit of each figure, in each of its readings; a duration is its own value."""
    found: list[set[tuple[str, str]]] = []
    for unit in side.inside("number"):
        if unit.number is not None:
            readings = (n for n in (unit.number, unit.or_number) if n is not None)
            found.append({(_value(n), n.unit or "") for n in readings})
        elif unit.time is not None:
            found.append({(_length(unit.time.value) or side.cut(unit.begin, unit.end).text.lower(), "")})
    return found


_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_EXACT = {
    ("", "Y"): ("M", 12),
    ("", "M"): ("M", 1),
    ("", "W"): ("S", 7 * 86_400),
    ("", "D"): ("S", 86_400),
    ("T", "H"): ("S", 3_600),
    ("T", "M"): ("S", 60),
    ("T", "S"): ("S", 1),
}


def _length(value: str | None) -> str | None:
    """A duration in the smallest unit that it is an exact number of: months or seconds. Days and months
    have no exact ratio and stay apart.

    >>> _length("PT48H") == _length("P2D"), _length("P1Y"), _length("P1M") == _length("P30D")
    (True, '12M', False)
    """
    found = _LENGTH.fullmatch(value or "")
    if found is None:
        return value
    unit, times = _EXACT.get((found[1], found[3]), ("", 0))
    return f"{float(found[2]) * times:.12g}{unit}" if unit else value


def _value(number: Number) -> str:
    """The figure named: of "up to 40" it is 40, of "at least 40" too, of "40 to 50" both."""
    if number.low == 0 and number.high is not None:
        return f"{number.high:.12g}"
    if number.high is None or number.high == number.low:
        return f"{number.low:.12g}"
    return f"{number.low:.12g}-{number.high:.12g}"


def _bounds(side: Side) -> list[tuple[bool, bool, bool]]:
    return [
        (u.number.approximate, u.number.low == 0, u.number.high is None)
        for u in side.inside("number")
        if u.number is not None
    ]


def _digits(side: Side) -> list[str]:
    """The words of the figures themselves."""
    return [
        key
        for i, key in enumerate(side.keys, side.begin)
        if i in side.covered("number") and key not in MEASURE_HEDGES and key not in FUNCTION_WORDS
    ]


def _others(side: Side) -> list[str]:
    covered = side.covered("number")
    return [
        key
        for i, key in enumerate(side.keys, side.begin)
        if i not in covered and key not in FUNCTION_WORDS and key not in MEASURE_HEDGES
    ]
