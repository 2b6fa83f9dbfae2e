"""Pages of one outlet together: what recurs across its articles is the outlet's, not the article's.

A line is folded (case, digits, white space) and counted over the outlet's articles; one that stands
in several is furniture in all. Copies and versions of one article count once, or else an update would
take the body of the report that it updates. Other outlets are never looked at: that *they* print the
same paragraph is what samecopy is there to find.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from samecopy.records import Article, Furniture, Paragraph
from samecopy.settings import ReadSettings

_DIGITS = re.compile(r"\d+")


def read_site(articles: Sequence[Article], settings: ReadSettings) -> tuple[Article, ...]:
    """The same articles in the same order, with recurring lines moved from body to furniture.

    A line goes when it stands in `site_pages` articles that are not versions of each other, or in
    `site_edge_pages` of them when it is short and at an end of the body in each. An article never
    loses its whole body this way.
    """
    keys = [_keys(article) for article in articles]
    group = _versions(keys, settings)
    seen: defaultdict[str, set[int]] = defaultdict(set)
    edges: defaultdict[str, set[int]] = defaultdict(set)
    for number, article in enumerate(articles):
        last = len(keys[number]) - 1
        for place, key in enumerate(keys[number]):
            seen[key].add(group[number])
            short = len(article.paragraphs[place].span) <= settings.site_edge_chars
            if short and (place < settings.site_edge_lines or place > last - settings.site_edge_lines):
                edges[key].add(group[number])
    recurring = {key for key, groups in seen.items() if len(groups) >= settings.site_pages}
    recurring |= {
        key
        for key, groups in edges.items()
        if len(groups) >= settings.site_edge_pages and groups == seen[key]
    }
    return tuple(_without(article, key, recurring) for article, key in zip(articles, keys, strict=True))


def _keys(article: Article) -> list[str]:
    return [_DIGITS.sub("0", " ".join(text.casefold().split())) for text in article.paragraph_texts()]


def _versions(keys: Sequence[list[str]], settings: ReadSettings) -> list[int]:
    """A number for each article, equal for those that share most of the shorter one's text.

    Only articles that share a rare line are compared, so a site of thousands of pages stays cheap.
    """
    group = list(range(len(keys)))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, lines in enumerate(keys):
        for key in set(lines):
            holders[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for key, numbers in holders.items():
        for place, one in enumerate(numbers[: settings.site_compared]):
            for other in numbers[place + 1 : settings.site_compared]:
                shared[one, other] += len(key)
    sizes = [sum(len(key) for key in set(lines)) for lines in keys]
    for (one, other), size in sorted(shared.items()):
        if size > settings.site_version_share * max(1, min(sizes[one], sizes[other])):
            _join(group, one, other)
    return [_root(group, number) for number in range(len(group))]


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _join(group: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first


def _without(article: Article, keys: Sequence[str], recurring: set[str]) -> Article:
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
