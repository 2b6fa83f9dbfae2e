"""Lists of other articles: neighbours of one make, each headed by a link, with a little text below.

A teaser's text reads like an article's, and its class names may say nothing; what gives a list away is
its repetition. Sections of one article also repeat, but their headings are rarely links, and their text
is longer.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from samecopy.stages.extract.elements import HEADINGS, Elements
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.phrases import furniture_phrase
from samecopy.stages.extract.places import held_words

_TEASERS = 3  # neighbours that make a list
_TEASER_WORDS = 90  # a longer text under a linked heading is a section of a list-like article
_BESIDE_WORDS = 60  # running text that must be left outside, or the list is what the page is


def listed(lines: Sequence[Line], elements: Elements, why: Sequence[str], prose: Sequence[int]) -> set[int]:
    """Numbers of the lines that stand in lists of other articles, by repetition or by a heading."""
    first = _FirstLines(lines, elements)
    return _repeated(lines, elements, why, prose, first) | _headed(lines, elements, why, prose, first)


class _FirstLines:
    """The number of the first line that stands in an element or in one inside it, -1 if there is none:
    the first line of an element with as high a number, for numbers count elements as they open."""

    def __init__(self, lines: Sequence[Line], elements: Elements) -> None:
        self._nodes = [line.node for line in lines]
        self._highest = list(accumulate(self._nodes, max))
        self._ends = elements.ends

    def of(self, element: int) -> int:
        number = bisect_left(self._highest, element)
        return number if number < len(self._nodes) and self._nodes[number] < self._ends[element] else -1


def _repeated(
    lines: Sequence[Line],
    elements: Elements,
    why: Sequence[str],
    prose: Sequence[int],
    first: _FirstLines,
) -> set[int]:
    """Lines in lists of teasers; none if hardly any text is left beside them."""
    groups: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    for number, words in enumerate(held_words(lines, elements, prose)):
        if 0 < words <= _TEASER_WORDS:
            make = elements.parents[number], elements.tags[number], elements.names[number]
            groups[make].append(number)
    teasers = {
        number
        for group in groups.values()
        if len(group) >= _TEASERS and 4 * sum(why[first.of(n)] == "links" for n in group) >= 3 * len(group)
        for number in group
    }
    if not teasers:
        return set()
    inside = elements.inside(teasers)
    found = {number for number, line in enumerate(lines) if line.node in inside}
    beside = sum(words for number, words in enumerate(prose) if number not in found)
    return found if beside >= _BESIDE_WORDS else set()


def _headed(
    lines: Sequence[Line], elements: Elements, why: Sequence[str], prose: Sequence[int], first: _FirstLines
) -> set[int]:
    """Lines in elements that open with a heading like "Related stories", by class names or words, below
    enough running text."""
    above = 0
    opened: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if line.tag in HEADINGS and line.tag != "h1" and above >= _BESIDE_WORDS:
            related = why[number] == "related" or furniture_phrase(line.text) == "related"
            opened += [(number, elements.parents[line.node])] if related else []
        above += prose[number]
    inside = elements.inside([p for number, p in opened if p >= 0 and first.of(p) == number])
    return {number for number, line in enumerate(lines) if line.node in inside} if inside else set()
