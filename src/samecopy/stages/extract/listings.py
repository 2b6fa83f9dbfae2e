"""Lists of other articles: neighbours of one make, each headed by a link, with a little text below.

A teaser's text reads like an article's, and its class names may say nothing; what gives a list away is
its repetition. Sections of one article also repeat, but their headings are rarely links, and their text
is longer.
"""

from collections import defaultdict
from collections.abc import Sequence

from samecopy.stages.extract.elements import Elements
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.phrases import furniture_phrase
from samecopy.stages.extract.places import HEADINGS

_TEASERS = 3  # neighbours that make a list
_TEASER_WORDS = 90  # a longer text under a linked heading is a section of a list-like article
_BESIDE_WORDS = 60  # running text that must be left outside, or the list is what the page is


def listed(lines: Sequence[Line], elements: Elements, why: Sequence[str], prose: Sequence[int]) -> set[int]:
    """Numbers of the lines that stand in lists of other articles, by repetition or by a heading."""
    first, held = _summed(lines, elements, prose)
    return _repeated(lines, elements, why, prose, first, held) | _headed(lines, elements, why, prose, first)


def _repeated(
    lines: Sequence[Line],
    elements: Elements,
    why: Sequence[str],
    prose: Sequence[int],
    first: Sequence[int],
    held: Sequence[int],
) -> set[int]:
    """Lines in lists of teasers; none if hardly any text is left beside them."""
    groups: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
    for number, parent in enumerate(elements.parents):
        if 0 < held[number] <= _TEASER_WORDS and first[number] >= 0:
            groups[parent, elements.tags[number], elements.names[number]].append(number)
    teasers = {
        number
        for group in groups.values()
        if len(group) >= _TEASERS and 4 * sum(why[first[n]] == "links" for n in group) >= 3 * len(group)
        for number in group
    }
    if not teasers:
        return set()
    inside = elements.inside(teasers)
    found = {number for number, line in enumerate(lines) if line.node in inside}
    beside = sum(words for number, words in enumerate(prose) if number not in found)
    return found if beside >= _BESIDE_WORDS else set()


def _headed(
    lines: Sequence[Line], elements: Elements, why: Sequence[str], prose: Sequence[int], first: Sequence[int]
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
    inside = elements.inside([p for number, p in opened if p >= 0 and first[p] == number])
    return {number for number, line in enumerate(lines) if line.node in inside} if inside else set()


def _summed(lines: Sequence[Line], elements: Elements, prose: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each element the number of its first line (-1: none) and its words of running text."""
    first, held = [-1] * len(elements), [0] * len(elements)
    for number in range(len(lines) - 1, -1, -1):
        node = lines[number].node
        if node >= 0:
            first[node] = number
            held[node] += prose[number]
    for number in range(len(elements) - 1, 0, -1):
        parent = elements.parents[number]
        if parent >= 0 and first[number] >= 0:
            held[parent] += held[number]
            first[parent] = first[number] if first[parent] < 0 else min(first[parent], first[number])
    return first, held
