"""Publication times as pages write them, to ISO 8601 with the page's own offset. No clock is read."""

import datetime
import re
from email.utils import parsedate_to_datetime

from samecopy.text.dates import find_times

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,:]\d+)?)?\s*(?P<zone>Z|UTC"
    r"|GMT|[+-]\d{2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})\b|(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_IN_URL = re.compile(r"/(19[89]\d|20\d\d)[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)")
_YEARS = range(1850, 2101)  # outside, it is a template's zero or a typing error


def iso_moment(value: str) -> str | None:
    """An ISO date or date-time of any form that pages use; None where it is none.

    An offset is kept, `Z` becomes `+00:00`, a time without an offset stays local; fractions of
    seconds are dropped.

    >>> iso_moment("2031-05-04T06:12:00.000+0200"), iso_moment("2031-05-04 06:12"), iso_moment("4 May 2031")
    ('2031-05-04T06:12:00+02:00', '2031-05-04T06:12:00', '2031-05-04')
    """
    text = value.strip()[:80]
    match = _ISO.match(text)
    if match:
        return _from_iso(match)
    mailed = _mail(text)
    if mailed:
        return mailed
    for form in (_SLASHED, _CHINESE):
        found = form.search(text)
        if found:
            parts = [int(part) for part in found.groups() if part]
            return _day(*(parts if parts[0] > 31 else parts[::-1]))
    return day_in_words(text)


def day_in_words(text: str) -> str | None:
    """The first full day that a short text names ("Published 4 May 2031").

    >>> day_in_words("Published: May 4, 2031, 9:00")
    '2031-05-04'
    """
    numeric = _CHINESE.search(text) or _SLASHED.search(text) or _ISO.search(text)
    if numeric and numeric.re is _ISO:
        return _from_iso(numeric)
    if numeric:
        parts = [int(part) for part in numeric.groups() if part]
        return _day(*(parts if parts[0] > 31 else parts[::-1]))
    if not re.search(r"\d{4}", text):
        return None
    for time in find_times(text, None):
        if time.value and not time.relative and re.match(r"\d{4}-\d{2}-\d{2}", time.value):
            return time.value[:10]
    return None


def day_in_url(url: str) -> str | None:
    """The day in a URL's path: ``/2031/05/04/``."""
    match = _IN_URL.search(url)
    return _day(*(int(part) for part in match.groups())) if match else None


def _from_iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    day = _day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    if day is None or parts["hour"] is None:
        return day
    hour, minute, second = int(parts["hour"]), int(parts["minute"]), int(parts["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day
    return f"{day}T{hour:02}:{minute:02}:{second:02}{_zone(parts['zone'])}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}" if int(digits[:2]) <= 14 and int(digits[2:]) < 60 else ""


def _mail(text: str) -> str | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds") if moment.year in _YEARS else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None
