"""Publication times compared: what is known of when a page came out.

A date without a time of day is a day long, and pages state it in their own zone; a time without an
offset may lie in any zone. Such times are weak: they order pages that are days apart, no closer.
"""

import datetime
from dataclasses import dataclass

from samecopy.records import Article

LAST = "9999"
_ZONES = datetime.timedelta(hours=14)  # the widest offset from UTC in use


@dataclass(frozen=True, slots=True)
class Moment:
    """When a page came out: between `first` and `last`, both in UTC. `exact`: to the second."""

    first: datetime.datetime
    last: datetime.datetime
    exact: bool

    def before(self, other: "Moment") -> bool:
        """Whether this moment surely precedes the other."""
        return self.last < other.first


def moment(article: Article) -> Moment | None:
    """The moment of publication, None where none is known or it cannot be read.

    Dates from year 2 to 9998 only.
    """
    if article.published is None:
        return None
    value = article.published.value
    try:
        at = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    if not 1 < at.year < 9999:
        return None
    if at.tzinfo is not None:
        exact = at.astimezone(datetime.UTC)
        return Moment(exact, exact, True)
    length = datetime.timedelta(days=1) if len(value) <= 10 else datetime.timedelta(0)
    start = at.replace(tzinfo=datetime.UTC)
    return Moment(start - _ZONES, start + length + _ZONES, False)


def day(article: Article) -> datetime.date | None:
    """The publication day, local to the outlet."""
    if article.published is None:
        return None
    try:
        return datetime.date.fromisoformat(article.published.day)
    except ValueError:
        return None


def earliest_first(article: Article) -> tuple[str, str, str]:
    """Sort key: publication day, time, page id; pages without a date last."""
    at = moment(article)
    if at is None:
        return LAST, LAST, article.page
    middle = at.first + (at.last - at.first) / 2
    return (at.first if at.exact else middle).isoformat(), "", article.page
