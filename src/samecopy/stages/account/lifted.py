"""Sentences that two reports have in common word for word: for what stands in them the two are one.

A block lifted from one report into another makes no copy of the whole page, yet what the block says was
reported once. Words between quotation marks do not speak for it: two reporters hear one speaker.
"""

from collections.abc import Mapping, Sequence

from samecopy.records import Article, PageSpan
from samecopy.text.quotes import quoted
from samecopy.text.sentences import sentences
from samecopy.text.words import fold, words

Run = tuple[str, ...]


def runs(article: Article, place: PageSpan, length: int) -> frozenset[Run]:
    """All runs of `length` folded words outside quotation marks in the sentences that a place touches."""
    found: set[Run] = set()
    for paragraph in article.paragraphs:
        span = paragraph.span
        if span.end <= place.begin or place.end <= span.begin:
            continue
        for sentence in sentences(article.text, span.begin, span.end):
            if sentence.begin < place.end and place.begin < sentence.end:
                found |= _runs(article.text, sentence.begin, sentence.end, length)
    return frozenset(found)


def _runs(text: str, begin: int, end: int, length: int) -> set[Run]:
    inside = quoted(text, begin, end)
    free = [
        fold(w.of(text))
        for w in words(text, begin, end)
        if not any(q.begin <= w.begin < q.end for q in inside)
    ]
    return {tuple(free[i : i + length]) for i in range(len(free) - length + 1)}


def lifted(
    places: Sequence[tuple[str, PageSpan]], articles: Mapping[str, Article], length: int
) -> tuple[tuple[str, str], ...]:
    """Couples of roots whose places share a run. `places` are (root, place) of one item's mentions.

    Linear in places: each run is looked up once.
    """
    if len({root for root, _ in places}) < 2:
        return ()
    first: dict[Run, str] = {}
    couples: set[tuple[str, str]] = set()
    for root, place in places:
        for run in runs(articles[place.page], place, length):
            other = first.setdefault(run, root)
            if other != root:
                couples.add((min(other, root), max(other, root)))
    return tuple(sorted(couples))
