"""Clock times in two forms: whether "4.30 p.m." and "16:30", or "9 a.m. EDT" and "1300 GMT", are one.

Only what stands in the words is read: which day is meant is for `dates`. Offsets are those of the zones'
usual abbreviations (RFC 5322, section 4.3, and the summer times of Europe).
"""

import re
from dataclasses import dataclass

_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "ist": 330, "jst": 540, "msk": 180,
}  # fmt: skip
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_CLOCK = re.compile(
    rf"""
    (?<![\w.,:$€£])(?:
      (?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?
    | (?P<hours>[01]?\d|2[0-3])[:.](?P<minutes>[0-5]\d)(?![\d%:]|\.\d)(?=\s?(?:h\b|hrs\b|hours\b)|(?<=:\d\d))
    | (?P<digits>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|Z|hrs|hours)\b)
    | (?P<named>noon|midday|midnight)\b
    )(?:\s?(?P<zone>{"|".join(_ZONES)})\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, `text[begin:end]`: minutes after midnight, and the zone's minutes ahead of UTC."""

    begin: int
    end: int
    minutes: int
    offset: int | None


def find_clocks(text: str, begin: int = 0, end: int | None = None) -> list[Clock]:
    """The clock times of `text[begin:end]`, in order.

    >>> [(c.minutes, c.offset) for c in find_clocks("from 4.30 p.m. until 2015 GMT")]
    [(990, None), (1215, 0)]
    """
    stop = len(text) if end is None else end
    return [_clock(found) for found in _CLOCK.finditer(text, begin, stop)]


def _clock(found: re.Match[str]) -> Clock:
    zone = found["zone"]
    return Clock(*found.span(), _minutes(found), None if zone is None else _ZONES[zone.lower()])


def _minutes(found: re.Match[str]) -> int:
    if found["named"]:
        return _NAMED[found["named"].lower()]
    if found["digits"]:
        return int(found["digits"][:2]) * 60 + int(found["digits"][2:])
    if found["hours"]:
        return int(found["hours"]) * 60 + int(found["minutes"])
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
    return hour * 60 + int(found["minute"] or 0)


def same_clock(one: Clock, other: Clock) -> bool | None:
    """Whether two times of day are one; None where only one of two that differ names its zone.

    >>> a, b = find_clocks("9 a.m. EDT, 1300 GMT")
    >>> same_clock(a, b)
    True
    """
    if one.offset is None and other.offset is None:
        return one.minutes == other.minutes
    if one.offset is None or other.offset is None:
        return True if one.minutes == other.minutes else None
    return (one.minutes - one.offset - other.minutes + other.offset) % 1440 == 0
