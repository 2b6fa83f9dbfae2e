"""What of the stories' stage an engine carries over stretches of days, and what a report is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.stages.story import (
    Edges,
    Field,
    Report,
    day_of,
    joined,
    lessened,
    near,
    reach,
    scaled,
    terms_of,
)

__all__ = [
    "Edges",
    "Field",
    "Report",
    "Telling",
    "day_of",
    "joined",
    "lessened",
    "near",
    "reach",
    "report_of",
    "scaled",
    "terms_of",
]


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as far as stories need it."""

    id: str
    title: str | None
    text: str
    published: str | None


def report_of(family: Sequence[Telling]) -> Report:
    """What carries one copy is one report, told by its longest text and its earliest day.

    >>> one = Telling("b", "Ferry", "The ferry stays in port.", "2031-05-02")
    >>> report_of([one, Telling("a", None, "The ferry stays.", "2031-05-01T10:00:00Z")])
    Report(id='a', pages=('a', 'b'), text='The ferry stays in port.', title='Ferry', day='2031-05-01', ...)
    """
    ids = sorted(one.id for one in family)
    longest = max(family, key=lambda one: (len(one.text), one.id))
    days = sorted(one.published[:10] for one in family if one.published)
    return Report(ids[0], tuple(ids), longest.text, longest.title, days[0] if days else None)
