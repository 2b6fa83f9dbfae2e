"""Pages of one outlet together: what recurs across its articles is the outlet's, not the article's.

A line is folded (case, digits, white space) and counted over the outlet's articles; one that stands
in several is furniture in all. Copies and versions of one article count once, or else an update would
take the body of the report that it updates. Other outlets are never looked at: that *they* print the
same paragraph is what samecopy is there to find.

What a page taught is kept as a `Lesson`: digests of its lines, no text. Lessons of pages read earlier
count like pages beside those of now, so that the later pages of an outlet are read better than the first.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from samecopy.records import Article, Furniture, Paragraph
from samecopy.settings import ReadSettings

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one article teaches of its outlet. `page` is a digest of its text; for each body line a digest
    of its folded words, their size in characters, and whether it is short and at an end of the body."""

    page: str
    lines: tuple[int, ...]
    sizes: tuple[int, ...]
    edges: tuple[bool, ...]


def lesson(article: Article, settings: ReadSettings) -> Lesson:
    """The lesson of an article as it was read alone."""
    folded = [_DIGITS.sub("0", " ".join(text.casefold().split())) for text in article.paragraph_texts()]
    last = len(folded) - 1
    edges = [
        len(article.paragraphs[place].span) <= settings.site_edge_chars
        and (place < settings.site_edge_lines or place > last - settings.site_edge_lines)
        for place in range(len(folded))
    ]
    text = hashlib.blake2b(article.text.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Lesson(text, tuple(map(_digest, folded)), tuple(map(len, folded)), tuple(edges))


def kept_lessons(
    articles: Sequence[Article], earlier: Sequence[Lesson], settings: ReadSettings
) -> tuple[Lesson, ...]:
    """Lessons to remember of an outlet: those of before and, as far as there is room, those of now.

    The earlier ones stay, so that a pile read twice is read the same way twice.
    """
    now = {one.page: one for one in (lesson(article, settings) for article in articles)}
    before = [one for one in earlier if one.page not in now]
    return tuple([*before, *now.values()][: settings.site_remembered])


def unlearned(
    articles: Sequence[Article], earlier: Sequence[Lesson], settings: ReadSettings
) -> tuple[Lesson, ...]:
    """Earlier lessons that are not these articles' own: a second run over one pile learns nothing new."""
    here = {lesson(article, settings).page for article in articles}
    return tuple(one for one in earlier if one.page not in here)


def read_site(
    articles: Sequence[Article], settings: ReadSettings, earlier: Sequence[Lesson] = ()
) -> tuple[Article, ...]:
    """The same articles in the same order, with recurring lines moved from body to furniture.

    A line goes when it stands in `site_pages` articles that are not versions of each other, or in
    `site_edge_pages` of them when it is short and at an end of the body in each. Lessons of `earlier`
    articles count as those articles did. An article never loses its whole body this way.
    """
    now = [lesson(article, settings) for article in articles]
    lessons = [*now, *earlier]
    group = _versions(lessons, settings)
    seen: defaultdict[int, set[int]] = defaultdict(set)
    edges: defaultdict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(lessons):
        for key, edge in zip(one.lines, one.edges, strict=True):
            seen[key].add(group[number])
            if edge:
                edges[key].add(group[number])
    recurring = {key for key, groups in seen.items() if len(groups) >= settings.site_pages}
    recurring |= {
        key
        for key, groups in edges.items()
        if len(groups) >= settings.site_edge_pages and groups == seen[key]
    }
    return tuple(_without(article, one.lines, recurring) for article, one in zip(articles, now, strict=True))


def _digest(line: str) -> int:
    return int.from_bytes(hashlib.blake2b(line.encode("utf-8", "replace"), digest_size=7).digest())


def _versions(lessons: Sequence[Lesson], settings: ReadSettings) -> list[int]:
    """A number for each article, equal for those that share most of the shorter one's text.

    Only articles that share a rare line are compared, so a site of thousands of pages stays cheap.
    """
    group = list(range(len(lessons)))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    size: dict[int, int] = {}
    for number, one in enumerate(lessons):
        size.update(zip(one.lines, one.sizes, strict=True))
        for key in set(one.lines):
            holders[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for key, numbers in holders.items():
        for place, first in enumerate(numbers[: settings.site_compared]):
            for other in numbers[place + 1 : settings.site_compared]:
                shared[first, other] += size[key]
    sizes = [sum(size[key] for key in set(one.lines)) for one in lessons]
    for (first, other), common in sorted(shared.items()):
        if common > settings.site_version_share * max(1, min(sizes[first], sizes[other])):
            _join(group, first, other)
    return [_root(group, number) for number in range(len(group))]


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _join(group: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first


def _without(article: Article, keys: Sequence[int], recurring: set[int]) -> Article:
    gone = [place for place, key in enumerate(keys) if key in recurring]
    if not gone or len(gone) == len(keys):
        return article
    dropped = [Furniture(article.paragraphs[place].span, "site") for place in gone]
    kept = [paragraph for place, paragraph in enumerate(article.paragraphs) if place not in set(gone)]
    return replace(
        article,
        paragraphs=tuple(Paragraph(number, paragraph.span) for number, paragraph in enumerate(kept)),
        furniture=tuple(sorted((*article.furniture, *dropped), key=lambda furniture: furniture.span)),
    )
