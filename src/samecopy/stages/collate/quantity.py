"""Figures on two pages compared: the same in two forms, the same otherwise qualified, or others."""

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from samecopy.stages.collate.change import Side
from samecopy.stages.collate.lexicon import FUNCTION_WORDS, MEASURE_HEDGES
from samecopy.stages.collate.unit import Unit
from samecopy.text.measures import convertible, same_amount
from samecopy.text.numbers import Number
from samecopy.text.numberwords import APPROXIMATE

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
    old, new = old or _both(before), new or _both(after)
    if len(old) != len(new) or not all(_agree(a, b) for a, b in zip(old, new, strict=True)):
        return "other"
    if _bounds(before, after) != _bounds(after, before):
        return "bounds"
    if _others(before) != _others(after) or _digits(before) == _digits(after):
        return "none"
    return "same"


Reading = tuple[str, str]
"""A figure's value and unit, as text; a duration is its own value."""


def _values(side: Side) -> list[set[Reading]]:
    """Each figure of a side, in each of its readings."""
    found: list[set[Reading]] = []
    for unit in side.inside("number"):
        if unit.number is not None and (score := _score(unit.number)):
            found.extend({(count, "")} for count in score)
        elif unit.number is not None:
            readings = {
                (_value(n), u) for n in (unit.number, unit.or_number) if n for u in _units(n.unit or "")
            }
            found.append(readings)
        elif unit.time is not None:
            found.append({(_length(unit.time.value) or side.cut(unit.begin, unit.end).text.lower(), "")})
    return found


def _both(side: Side) -> list[set[Reading]]:
    """ "Both" is two where the other side counts."""
    return [{("2", "")}] if "both" in side.keys else []


def _score(number: Number) -> tuple[str, ...]:
    """Both counts of a score or a vote; a rising one reads like a range."""
    if number.high is None or number.low <= number.high:
        return ()
    return f"{number.low:.12g}", f"{number.high:.12g}"


def _units(unit: str) -> tuple[str, ...]:
    """Pounds are weighed or paid."""
    return (unit, "GBP") if unit == "pounds" else (unit,)


def _agree(old: set[Reading], new: set[Reading]) -> bool:
    """Whether two figures have one reading in common, or one is the other in another measure."""
    return bool(old & new) or any(_converted(one, other) for one in old for other in new)


def _converted(one: Reading, other: Reading) -> bool:
    amounts = [tuple(map(float, _AMOUNT.findall(value))) for value, _ in (one, other)]
    return len(amounts[0]) == len(amounts[1]) and all(
        same_amount(a, one[1], b, other[1]) for a, b in zip(*amounts, strict=True)
    )


_AMOUNT = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
_LENGTH = re.compile(r"P(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?")
_PART = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
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

    >>> _length("PT48H") == _length("P2D"), _length("P1Y6M"), _length("P1M") == _length("P30D")
    (True, '18M', False)
    """
    if value is None or _LENGTH.fullmatch(value) is None:
        return value
    days, _, hours = value.partition("T")
    parts = [(sign, n, unit) for sign, part in (("", days), ("T", hours)) for n, unit in _PART.findall(part)]
    bases = {_EXACT[sign, unit][0] for sign, _, unit in parts}
    if len(bases) != 1:
        return value
    return f"{sum(float(n) * _EXACT[sign, unit][1] for sign, n, unit in parts):.12g}{bases.pop()}"


def _value(number: Number) -> str:
    """The figure named: of "up to 40" it is 40, of "at least 40" too, of "40 to 50" both."""
    if number.low == 0 and number.high is not None:
        return f"{number.high:.12g}"
    if number.high is None or number.high == number.low:
        return f"{number.low:.12g}"
    return f"{number.low:.12g}-{number.high:.12g}"


def _bounds(side: Side, other: Side) -> list[tuple[bool, bool, bool]]:
    """How each figure is qualified. What a converted measure is called "about" for is the conversion."""
    numbers = [(u, u.number) for u in side.inside("number") if u.number is not None]
    others = [u.number.unit or "" for u in other.inside("number") if u.number is not None]
    return [
        (
            _approximate(side, unit, number) and not any(convertible(number.unit or "", o) for o in others),
            number.low == 0,
            number.high is None,
        )
        for unit, number in numbers
        for _ in _score(number) or "1"
    ]


def _approximate(side: Side, unit: Unit, number: Number) -> bool:
    """Whether a figure says that it is not exact; a share in words ("half") is as exact as one in percent."""
    text = side.cut(unit.begin, unit.end).text.casefold()
    return number.approximate and (number.unit != "%" or text.startswith(APPROXIMATE))


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
