"""Where outlets differ about a figure: "12,000, the police; 30,000, the organisers".

Which of them is right is not our business: each stays an item with its own counts, and carries a note. The
neighbour of `notseen`, which does the same for days.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from samecopy.records import Article, Figure, PageSpan
from samecopy.settings import AccountSettings
from samecopy.stages.account import eventwords
from samecopy.stages.account.figures import TOLL
from samecopy.stages.account.givers import COUNTING, PUTTING, QUANTITIES, SPEAKING
from samecopy.stages.account.merge import bag, content_words
from samecopy.stages.account.quantities import LIVES, UNNAMED
from samecopy.text.sentences import sentences
from samecopy.text.stems import stem

_FORM_WORDS = (
    frozenset(eventwords.CLOSED) | eventwords.SAYING | COUNTING | PUTTING | SPEAKING | QUANTITIES | UNNAMED
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure as far as comparing needs it: what is counted, the other words of its sentence, whose."""

    figure: Figure
    of: frozenset[str]
    beside: frozenset[str]
    tolls: frozenset[str]
    outlets: frozenset[str]


def disagreeing(
    figures: Sequence[Figure], articles: Mapping[str, Article], settings: AccountSettings
) -> tuple[Figure, ...]:
    """Figures with a note where two outlets give one thing two values.

    Only what is sure: one unit, ranges that do not meet and lie within one order of magnitude, the same
    words for what is counted, and sentences that share a word beside it (two where people are counted, whom
    every story has) or say nothing beside it.
    """
    alike: dict[tuple[str | None, frozenset[str]], list[_Told]] = defaultdict(list)
    for figure in figures:
        told = _told(figure, articles)
        if told.of:
            alike[figure.unit, told.of].append(told)
    differ: dict[str, list[Figure]] = {}
    for a, b in (pair for same in alike.values() for pair in combinations(same, 2)):
        if _differ(a, b, settings):
            differ.setdefault(a.figure.id, [a.figure]).append(b.figure)
            differ.setdefault(b.figure.id, [b.figure]).append(a.figure)
    return tuple(replace(f, note=_note(differ[f.id])) if f.id in differ else f for f in figures)


def _told(figure: Figure, articles: Mapping[str, Article]) -> _Told:
    of = content_words(bag(figure.of)) - UNNAMED
    place = figure.spans[0]
    found = bag(_sentence(articles[place.page], place))
    giver = bag(figure.giver.name) if figure.giver is not None else frozenset[str]()
    beside = content_words(found) - of - giver - _FORM_WORDS
    return _Told(
        figure,
        frozenset(map(stem, of)),
        frozenset(stem(w) for w in beside if not w[0].isdigit()),
        found & TOLL,
        frozenset(articles[p].outlet.key or p for p in figure.pages),
    )


def _sentence(article: Article, place: PageSpan) -> str:
    for paragraph in article.paragraphs:
        if paragraph.span.begin <= place.begin < paragraph.span.end:
            for sentence in sentences(article.text, paragraph.span.begin, paragraph.span.end):
                if sentence.begin <= place.begin < sentence.end:
                    return sentence.of(article.text)
    return ""


def _differ(a: _Told, b: _Told, settings: AccountSettings) -> bool:
    """Whether two figures of the same things in one unit are told apart by two outlets."""
    if a.outlets & b.outlets or not _apart(a.figure, b.figure, settings):
        return False
    if a.tolls and b.tolls and a.tolls.isdisjoint(b.tolls):
        return False
    if a.of <= LIVES:
        return len(a.beside & b.beside) > 1
    return not a.beside or not b.beside or bool(a.beside & b.beside)


def _apart(a: Figure, b: Figure, settings: AccountSettings) -> bool:
    """Whether no value is in both, and rounding does not tell it."""
    (_, high), (other_low, _) = sorted((_bounds(a), _bounds(b)))
    if other_low <= high or high <= 0:
        return False
    gap = (other_low - high) / other_low
    rounded = a.approximate or b.approximate
    return gap > (settings.differ_rounded if rounded else 0.0) and other_low <= high * settings.differ_times


def _bounds(figure: Figure) -> tuple[float, float]:
    return figure.low or 0.0, inf if figure.high is None else figure.high


def _note(figures: Sequence[Figure]) -> str:
    ordered = sorted(figures, key=lambda f: (_bounds(f), f.id))
    named = [f"{f.surface} ({f.giver.name})" if f.giver is not None else f.surface for f in ordered]
    return "outlets differ: " + " or ".join(dict.fromkeys(named))
