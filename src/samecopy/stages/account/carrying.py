"""Mentions of a page whose every paragraph stands word for word in a page that was read already.

A copy that at most cuts says what its fuller witness says, who "she" is included: its paragraphs are read
once, where most stands around them. What a copy changed or added makes it a text to read for itself.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from samecopy.records import Article, EventMention, FigureMention, Source, Span, StatementMention
from samecopy.stages.account.reading import Mentions

Mention = TypeVar("Mention", StatementMention, EventMention, FigureMention)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of the fuller page, and how far on they stand in the other."""

    begin: int
    end: int
    on: int


def carried_over(mentions: Mentions, fuller: Article, page: Article) -> Mentions | None:
    """The mentions of `page`, taken from those of the page `fuller`; None where it is to be read itself.

    That is where it has a paragraph that does not stand there in the same order, datelines apart, where
    it came out on another day or none is known, where it cut a part of what one mention needs, and where the
    other could not be read.
    """
    days = {a.published.day if a.published is not None else "" for a in (fuller, page)}
    if mentions.failed or len(days) > 1 or "" in days:
        return None
    stretches = _stretches(fuller, page)
    if stretches is None:
        return None
    statements = _kept(mentions.statements, page.page, stretches)
    events = _kept(mentions.events, page.page, stretches)
    figures = _kept(mentions.figures, page.page, stretches)
    if statements is None or events is None or figures is None:
        return None
    return Mentions(page.page, statements, events, figures)


def _stretches(fuller: Article, page: Article) -> list[_Stretch] | None:
    """Each paragraph of the page as a stretch of the fuller one; None where one is not found."""
    found: list[_Stretch] = []
    left = iter(fuller.paragraphs)
    for paragraph in page.paragraphs:
        here = page.behind_dateline(paragraph)
        words = here.of(page.text)
        there = next((s for p in left if (s := fuller.behind_dateline(p)).of(fuller.text) == words), None)
        if there is None:
            return None
        found.append(_Stretch(there.begin, there.end, here.begin - there.begin))
    return found


def _kept(
    mentions: Sequence[Mention], page: str, stretches: Sequence[_Stretch]
) -> tuple[Mention, ...] | None:
    """The mentions that the page has, None where it has one in part."""
    kept: list[Mention] = []
    for mention in mentions:
        spans = _spans(mention)
        places = {span: place for span in spans if (place := _place(span, stretches)) is not None}
        if len(places) == len(set(spans)):
            kept.append(_moved(mention, page, places))
        elif places:
            return None
    return tuple(kept)


def _place(span: Span, stretches: Sequence[_Stretch]) -> Span | None:
    at = bisect_right(stretches, span.begin, key=lambda stretch: stretch.begin) - 1
    if at < 0 or span.end > stretches[at].end:
        return None
    return Span(span.begin + stretches[at].on, span.end + stretches[at].on)


def _spans(mention: StatementMention | EventMention | FigureMention) -> list[Span]:
    """All places that a mention points at."""
    if isinstance(mention, StatementMention):
        return [*mention.content, *_known(mention.cue, mention.source.span)]
    if isinstance(mention, EventMention):
        return [mention.span, *_known(mention.time)]
    return [mention.span, *_known(mention.giver.span if mention.giver is not None else None)]


def _known(*spans: Span | None) -> list[Span]:
    return [span for span in spans if span is not None]


def _moved(mention: Mention, page: str, places: Mapping[Span, Span]) -> Mention:
    """A mention at its places on the other page."""
    if isinstance(mention, StatementMention):
        content = tuple(places[span] for span in mention.content)
        cue = None if mention.cue is None else places[mention.cue]
        return replace(mention, page=page, content=content, cue=cue, source=_source(mention.source, places))
    if isinstance(mention, EventMention):
        time = None if mention.time is None else places[mention.time]
        return replace(mention, page=page, span=places[mention.span], time=time)
    giver = None if mention.giver is None else _source(mention.giver, places)
    return replace(mention, page=page, span=places[mention.span], giver=giver)


def _source(source: Source, places: Mapping[Span, Span]) -> Source:
    return source if source.span is None else replace(source, span=places[source.span])
