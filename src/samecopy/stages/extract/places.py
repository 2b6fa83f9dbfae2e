"""Furniture by place: what class names and zones of the elements around a line say of it.

No name and no zone counts that holds most of the page's running text: templates call the article's own
wrapper anything. Only comments may be longer than the article.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from samecopy.stages.extract.elements import HEADINGS, Elements
from samecopy.stages.extract.hints import furniture_hint
from samecopy.stages.extract.line import Line, Zone

_ZONE_WHY = (
    (Zone.NAV, "zone:nav"),
    (Zone.FOOTER, "zone:footer"),
    (Zone.ASIDE, "zone:aside"),
    (Zone.CAPTION, "zone:caption"),
    (Zone.BUTTON, "zone:button"),
    (Zone.FORM, "zone:form"),
)
_TABLE_TAGS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_OF_TABLES = frozenset(("widget", "byline", "dateline", "standfirst", "caption", "tags"))  # "sortable widget"
_BESIDE = 100  # words of running text that an article has beside comments longer than itself


def place_rules(
    lines: Sequence[Line], elements: Elements, why: list[str], prose: list[int], passed: frozenset[str]
) -> list[str | None]:
    """Furniture by class names and zones, unless the named element holds most prose of the page.

    Returns what the names say of each element."""
    held = held_words(lines, elements, prose)
    total = sum(prose)
    hint: list[str | None] = [None] * len(elements)
    reached = 0
    for number, names in enumerate(elements.names):
        if number < reached or not names:
            continue
        rest = total - held[number]
        if rest < held[number] and rest < _BESIDE:
            continue
        kind, tag = furniture_hint(names), elements.tags[number]
        if kind is None or kind in passed or (rest < held[number] and kind != "comments"):
            continue
        if tag != "blockquote" and not (kind in _OF_TABLES and tag in _TABLE_TAGS):
            reached = elements.ends[number]
            hint[number:reached] = [kind] * (reached - number)
    zones = _excusable(lines, prose, total)
    for number, line in enumerate(lines):
        if why[number] or line.node < 0:
            continue
        place = hint[line.node]
        if place and not (line.tag in HEADINGS and place in ("dateline", "byline", "standfirst")):
            why[number] = place
        elif line.zone & zones:
            why[number] = next(name for zone, name in _ZONE_WHY if line.zone & zones & zone)
        if why[number]:
            prose[number] = 0
    return hint


def _excusable(lines: Sequence[Line], prose: Sequence[int], total: int) -> int:
    """Zones that are furniture on this page: those that do not hold most of its prose."""
    inside: Counter[int] = Counter()
    for line, words in zip(lines, prose, strict=True):
        if words:
            inside[line.zone] += words
    return sum(
        zone for zone, _ in _ZONE_WHY if 2 * sum(n for zones, n in inside.items() if zones & zone) <= total
    )


def held_words(lines: Sequence[Line], elements: Elements, prose: Sequence[int]) -> list[int]:
    """Words of prose inside each element: those of all elements before its end less those before it."""
    own = [0] * len(elements)
    for line, words in zip(lines, prose, strict=True):
        if words and line.node >= 0:
            own[line.node] += words
    before = list(accumulate(own, initial=0))
    return [before[end] - before[number] for number, end in enumerate(elements.ends)]
