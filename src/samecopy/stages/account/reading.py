"""What one article says: its statements, events and figures, before they meet those of other pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from samecopy.records import Article, EventMention, FigureMention, InferredTime, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.events import read_events
from samecopy.stages.account.figures import read_figures
from samecopy.stages.account.statements import read_statements, sure
from samecopy.text.dates import Time, find_times


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one page, of any confidence, in reading order. `failed` names what stopped the
    reading, "" if nothing."""

    page: str
    statements: tuple[StatementMention, ...]
    events: tuple[EventMention, ...]
    figures: tuple[FigureMention, ...]
    failed: str = ""


def read_mentions(article: Article, inferred: Sequence[InferredTime], settings: AccountSettings) -> Mentions:
    """Read one article. `inferred` are the days that aligned witnesses fixed for this page."""
    times = read_times(article, inferred)
    statements = read_statements(article, settings)
    telling = sure(statements, settings)
    return Mentions(
        article.page,
        statements,
        read_events(article, times, telling, settings),
        read_figures(article, times, telling, settings),
    )


def read_times(article: Article, inferred: Sequence[InferredTime]) -> tuple[Time, ...]:
    """The temporal expressions of the body, resolved against the publication day where one is known."""
    anchor = _anchor(article, inferred)
    fixed = {(i.span.begin, i.span.end): i.day for i in inferred if i.span is not None}
    found = []
    for paragraph in article.paragraphs:
        for time in find_times(article.text, anchor, paragraph.span.begin, paragraph.span.end):
            day = fixed.get((time.begin, time.end))
            found.append(replace(time, value=day) if time.value is None and day is not None else time)
    return tuple(found)


def _anchor(article: Article, inferred: Sequence[InferredTime]) -> date | None:
    if article.published is not None:
        return date.fromisoformat(article.published.day)
    for i in inferred:
        if i.span is None:
            return date.fromisoformat(i.day)
    return None
