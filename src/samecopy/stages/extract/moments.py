"""Publication times as pages write them, to ISO 8601 with the page's own offset. No clock is read."""

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from samecopy.text.months import month_number

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,:]\d+)?)?\s*(?P<zone>Z|UTC"
    r"|GMT|[+-]\d{2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_ISO_ALONE = re.compile(rf"(?<![\d-]){_ISO.pattern.replace('-?', '-')}(?!\d)", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?<!\bv)(?:(?P<year>\d{4})[/.](?P<second>\d{1,2})[/.](?P<third>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<mark>\. ?|/|-| \| )(?P<middle>\d{1,2})(?:\. ?|/|-| \| )(?P<last>\d{4}|\d{2}))"
    r"(?![\d/-]|\.\d)"
)
_YEAR_ENDS = r"(?!\d(?!\d?[:.h]\d\d))"  # a clock may follow without a space: two elements in one line
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[ -]?\s*(?:de |di |of |d[’'])?\s*([^\W\d_]{3,13})\.?,?[ -]\s*"
    rf"(?:de |del |d[’'])?(\d{{4}}){_YEAR_ENDS}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"([^\W\d_]{{3,13}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{{4}}){_YEAR_ENDS}"
)
_MAIL = re.compile(
    r"(?:[^\W\d_]{2,9},? )?(\d{1,2})[ -]([^\W\d_]{3,9})[ -](\d{4}),? (\d{1,2}:\d{2}(?::\d{2})?)\s*"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_CHINESE = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")
_IN_URL = re.compile(r"/(19[89]\d|20\d\d)[/-]?(0[1-9]|1[0-2]|[1-9])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)")
_DAY_FIRST_IN_URL = re.compile(
    r"/(?:[^/]*[_-])?(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-(19[89]\d|20\d\d)(?=[/._-]|$)"
)
_CLOCK = re.compile(r"(?:(?<!\d)|(?<=\D\d{4}))(\d{1,2})[:.h](\d{2})(?![\d.])\s*([ap]\.?m\b)?", re.IGNORECASE)
_MINUTE = datetime.timedelta(minutes=1)
_EAST, _WEST = datetime.timedelta(hours=14), datetime.timedelta(hours=12)  # the farthest offsets on earth
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
    return _mail(text) or day_in_words(text)


@lru_cache(maxsize=1024)  # the same few lines are asked by several steps; pure
def day_in_words(text: str, day_first: bool | None = None) -> str | None:
    """The first full day that a short text names, in words of many languages or in figures.

    `day_first` says how the page's country writes 4/5/2031; unknown, such a day is read only where one
    order is possible. With full stops the day is always first.

    >>> day_in_words("Published: May 4, 2031, 9:00"), day_in_words("le 4 mai 2031"), day_in_words("4/5/2031")
    ('2031-05-04', '2031-05-04', None)
    """
    match = _ISO_ALONE.search(text)
    if match:
        return _from_iso(match)
    found = [*_named_days(text), *_figured_days(text, day_first)]
    return min(found)[1] if found else None


def _named_days(text: str) -> Iterator[tuple[int, str]]:
    for form, day_at, month_at in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for match in form.finditer(text):
            month = month_number(match.group(month_at))
            day = _day(int(match.group(3)), month, int(match.group(day_at))) if month else None
            if day:
                yield match.start(), day
                break


def _figured_days(text: str, day_first: bool | None) -> Iterator[tuple[int, str]]:
    match = _CHINESE.search(text)
    day = _day(*(int(part) for part in match.groups())) if match else None
    if match and day:
        yield match.start(), day
    for match in _NUMERIC.finditer(text):
        day = _figured_day(match, day_first)
        if day:
            yield match.start(), day
            return


def _figured_day(match: re.Match[str], day_first: bool | None) -> str | None:
    if match.group("year"):
        return _day(int(match.group("year")), int(match.group("second")), int(match.group("third")))
    one, two = int(match.group("first")), int(match.group("middle"))
    last, stopped = match.group("last"), match.group("mark")[0] == "."
    if len(last) == 2 and not stopped and day_first is None:
        return None
    year = int(last) if len(last) == 4 else 2000 + int(last)
    if stopped or one > 12:
        return _day(year, two, one)
    if day_first is None and one != two and two <= 12:
        return None
    return _day(year, two, one) if day_first and two <= 12 else _day(year, one, two)


def in_utc(moment: str) -> bool:
    """Whether a moment is told in Coordinated Universal Time, as machines do, not in the place's own."""
    return moment.endswith("+00:00")


def same_instant(one: str, other: str) -> bool:
    """Whether two moments with offsets are one, to the minute.

    >>> same_instant("2031-05-04T23:30:10+00:00", "2031-05-05T01:30:00+02:00")
    True
    """
    if not (len(one) == len(other) == 25):
        return False
    apart = datetime.datetime.fromisoformat(one) - datetime.datetime.fromisoformat(other)
    return abs(apart) < datetime.timedelta(minutes=1)


def as_shown(moment: str, shown: str, day_first: bool | None = None) -> str | None:
    """A moment told in UTC, in the place's own day: `shown` is a line of the page with a day beside it.

    With a clock in the line the offset follows, to the quarter of an hour; without one the day alone
    is left. None where the line names no day, the same day, or one that no place on earth has then.

    >>> as_shown("2031-05-05T02:30:00+00:00", "May 4, 2031 at 9:30 p.m."), as_shown(
    ...     "2031-05-05T02:30:00+00:00", "4 May 2031"
    ... )
    ('2031-05-04T21:30:00-05:00', '2031-05-04')
    """
    day = (day_in_words(shown, day_first) or "")[:10]
    if not day or day == moment[:10] or not in_utc(moment) or len(moment) < 20:
        return None
    utc = datetime.datetime.fromisoformat(moment)
    begin = datetime.datetime.fromisoformat(f"{day}T00:00:00+00:00")
    if not (begin - _EAST < utc < begin + datetime.timedelta(days=1) + _WEST):
        return None
    clock = _CLOCK.search(shown)
    if clock is None:
        return day
    hour = int(clock.group(1)) % 12 + 12 * (clock.group(3) or "")[:1].lower().count("p")
    hour = hour if clock.group(3) else int(clock.group(1))
    if hour > 23:
        return day
    local = begin + datetime.timedelta(hours=hour, minutes=int(clock.group(2)))
    quarters = round((local - utc) / datetime.timedelta(minutes=15))
    offset = datetime.timezone(datetime.timedelta(minutes=15 * quarters))
    own = utc.astimezone(offset).isoformat() if -_WEST <= 15 * quarters * _MINUTE <= _EAST else day
    return own if own[:10] == day else day


def day_in_url(url: str) -> str | None:
    """The day in a URL's path: ``/2031/05/04/``, or ``/24-05-2031`` where one order is possible.

    >>> day_in_url("https://a.example/2031/05/04/b"), day_in_url("https://a.example/news/b-24-05-2031")
    ('2031-05-04', '2031-05-24')
    """
    match = _IN_URL.search(url)
    if match:
        return _day(*(int(part) for part in match.groups()))
    match = _DAY_FIRST_IN_URL.search(url)
    day, month, year = (int(part) for part in match.groups()) if match else (0, 0, 0)
    return _day(year, month, day) if day > 12 or (day and day == month) else None


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
    hours, minutes = int(digits[:2]), int(digits[2:])
    return f"{zone[0]}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""


def _mail(text: str) -> str | None:
    """A moment as mails and feeds write it (RFC 5322)."""
    match = _MAIL.match(text)
    month = month_number(match.group(2)) if match else None
    if not match or not month:
        return None
    day, _, year, clock, zone = match.groups()
    return iso_moment(f"{year}-{month:02}-{int(day):02}T{clock}{zone or ''}")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None
