"""Which lines are the body: HTML by its containers, plain text by its runs of sentences.

1. Each line gets its *prose*: the words it has as running text, none if it is furniture by its
   words, its links, its class names or its zone.
2. HTML: the container is the deepest element that holds nearly all prose of the page (a child is
   entered while it holds most of its parent's). Plain text has no containers: all lines stand.
3. The body is the span of lines with the greatest sum of weights; lines inside it that are
   furniture by rule are left out, all others stay, short ones and subheadings too.

The idea of weighing lines and taking the heaviest span is old (Finn et al. 2001, "Fact or fiction");
descending containers by their share of paragraph text is Readability's (Arc90, 2009) made simpler.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samecopy.settings import ReadSettings
from samecopy.stages.extract.elements import HEADINGS, Elements
from samecopy.stages.extract.features import features
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.listings import listed
from samecopy.stages.extract.phrases import furniture_phrase
from samecopy.stages.extract.places import held_words, place_rules
from samecopy.stages.extract.weighing import weighed
from samecopy.stages.extract.weights import WEIGHTS

_ENDS = tuple(".!?…。！？।؟۔")
_COLONS = (":", "：")
_CLOSERS = "\"'”’»“)]"

_LISTED = re.compile(r"(?:[-*+•·–—▪●◦‣]|\(?\d{1,3}[.)])\s+\S")

_KEPT_TAGS = frozenset(("p", "li", "blockquote", "td", "th", "dd", "pre"))
_NO_KINDS: frozenset[str] = frozenset()
_WRAPPERS = frozenset(
    ("paywall", "widget", "sidebar", "advertising", "byline", "dateline", "standfirst", "tags")
)


Step = Literal["containers", "containers, some names passed over", "lines", "lines, weighed"]
"""How a body was found: by the markup's containers, or by the lines alone, by rules or by weights."""


@dataclass(frozen=True, slots=True)
class Body:
    """`lines`: numbers of the body's lines. `why`: for each line of the page the rule that keeps it
    out, or "" where it is in. `prose`: words of running text in the body. `places`: for each element the
    kind of furniture that its class names or those around it say, or None. `step`: how it was found."""

    lines: tuple[int, ...]
    why: tuple[str, ...]
    prose: int
    places: tuple[str | None, ...] = ()
    step: Step = "lines"


def ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def find_body(lines: Sequence[Line], elements: Elements, settings: ReadSettings) -> Body:
    """The body among a page's lines. `elements` is empty for plain text.

    Where the class names leave next to nothing, some of them lie: it is looked for again without those
    that also name wrappers of articles.
    """
    if not len(elements):
        return _bare(lines, settings)
    body, *_ = _found(lines, elements, settings, _NO_KINDS)
    if body.prose >= settings.stub_words:
        return body
    again, *_ = _found(lines, elements, settings, _WRAPPERS)
    if again.prose < max(settings.stub_words, 3 * body.prose):
        return body
    return replace(again, step="containers, some names passed over")


def ruled(lines: Sequence[Line], settings: ReadSettings) -> tuple[Body, list[str], list[int]]:
    """The body of bare text by rules alone, with each line's rule and its words of running text."""
    return _found(lines, Elements(), settings, _NO_KINDS)


def laden(
    lines: Sequence[Line], body: Body, why: Sequence[str], prose: Sequence[int], settings: ReadSettings
) -> bool:
    """Whether bare text has furniture enough for its lines to be weighed; `body`, `why` and `prose` as from
    `ruled`."""
    outside = len(lines) - len(body.lines)
    return outside >= settings.laden_lines and not _clean(lines, why, prose)


def _bare(lines: Sequence[Line], settings: ReadSettings) -> Body:
    """Bare text: by rules where it has little furniture, else by weights that take the rules' word in."""
    body, why, prose = ruled(lines, settings)
    if not laden(lines, body, why, prose, settings):
        return body
    likely = WEIGHTS.chances(features(lines, why, prose, set(body.lines)))
    paragraphs = [n for n in body.lines if prose[n] >= settings.paragraph_words]
    kept = weighed(lines, likely, paragraphs, settings)
    if not kept:
        return body
    chosen = set(kept)
    rules = tuple("" if n in chosen else why[n] or "outside" for n in range(len(lines)))
    words = sum(_prose(lines[n], settings) for n in kept)
    return Body(tuple(kept), rules, words, step="lines, weighed")


def _found(
    lines: Sequence[Line], elements: Elements, settings: ReadSettings, passed: frozenset[str]
) -> tuple[Body, list[str], list[int]]:
    """`passed`: kinds of furniture in class names that are passed over."""
    why = [_links_rule(line) for line in lines]
    prose = [0 if rule else _prose(line, settings) for line, rule in zip(lines, why, strict=True)]
    places: list[str | None] = []
    if len(elements):
        places = place_rules(lines, elements, why, prose, passed)
        for number in sorted(listed(lines, elements, why, prose)):
            why[number] = why[number] or "related"
            prose[number] = 0
        inside = _container(lines, elements, prose, settings)
        lead = _lead(lines, inside, why, prose)
        for number, line in enumerate(lines):
            if line.node not in inside and number not in lead:
                why[number] = why[number] or "outside"
                prose[number] = 0
    # Words are looked at last: they cost most, and most lines of a page are out by their place.
    addressed: dict[int, int] = {}
    for number, line in enumerate(lines):
        if not why[number] or why[number] == "links":
            why[number] = furniture_phrase(line.text) or why[number]
            if why[number] == "address" and prose[number]:
                addressed[number] = prose[number]
            prose[number] = 0 if why[number] else prose[number]
    if sum(addressed.values()) > sum(prose):  # the page is a letter to its readers
        for number, words in addressed.items():
            why[number], prose[number] = "", words
    body = _span(lines, why, prose, _home(lines, elements, prose), settings)
    step: Step = "containers" if len(elements) else "lines"
    return replace(body, places=tuple(places), step=step), why, prose


def _lead(lines: Sequence[Line], inside: range, why: Sequence[str], prose: Sequence[int]) -> set[int]:
    """Running text between the last first-rank heading above the container and the container: templates
    set the first paragraph apart."""
    start = next((number for number, line in enumerate(lines) if line.node in inside and prose[number]), 0)
    heading = max((n for n in range(start) if lines[n].tag == "h1"), default=start)
    return {n for n in range(heading + 1, start) if prose[n] and not why[n] and ends_sentence(lines[n].text)}


def _home(lines: Sequence[Line], elements: Elements, prose: Sequence[int]) -> tuple[int, int]:
    """First and last line, as a range, of the paragraphs beside each other that are most of the body:
    those of one parent. What stands between two of them does not end the body."""
    direct: dict[int, int] = {}
    for line, words in zip(lines, prose, strict=True):
        if words and line.tag == "p" and line.node >= 0:
            parent = elements.parents[line.node]
            direct[parent] = direct.get(parent, 0) + words
    home = max(direct, key=lambda parent: (direct[parent], -parent), default=-1)
    if home < 0 or 2 * direct[home] < sum(prose):
        return 0, 0
    held = [
        n
        for n, line in enumerate(lines)
        if prose[n] and line.tag == "p" and elements.parents[line.node] == home
    ]
    return held[0], held[-1] + 1


def _links_rule(line: Line) -> str:
    """Whether a line is links and nothing else."""
    if line.linked and line.link_share > 0.8 and line.words < 25:
        return "" if line.tag == "p" and ends_sentence(line.text) else "links"
    return ""


def _prose(line: Line, settings: ReadSettings) -> int:
    """Words of running text in a line: all of a sentence's, none of a label's."""
    if line.words < settings.prose_words and not _dense(line.text):
        return 0
    if line.link_share > 0.5 or line.tag in HEADINGS:
        return 0
    if line.text.endswith(("...", "…", "…]")):  # a teaser's cut; in an article a rare pause
        return 0
    if ends_sentence(line.text):
        return _size(line)
    return _size(line) // 2 if line.words >= 15 or line.tag == "p" else 0


def _dense(text: str) -> bool:
    """Scripts without spaces between words: Chinese, Japanese, Thai …"""
    return len(text) > 20 and sum(char >= "\u0e00" for char in text[:40]) > 20


def _size(line: Line) -> int:
    return max(line.words, len(line.text) // 12 if line.words < 4 else 0)


def _container(
    lines: Sequence[Line], elements: Elements, prose: Sequence[int], settings: ReadSettings
) -> range:
    """Numbers of the elements inside the body's container, itself included."""
    held = held_words(lines, elements, prose)
    top, above = -1, sum(prose)
    while True:
        best = max(elements.children(top), key=lambda child: (held[child], -child), default=-1)
        if best < 0 or not held[best] or held[best] < settings.container_share * above:
            break
        top, above = best, held[best]
    if top >= 0 and elements.tags[top] in ("p", "li", "blockquote") and elements.parents[top] >= 0:
        top = elements.parents[top]
    return range(top, elements.ends[top]) if top >= 0 else range(len(elements))


def _span(
    lines: Sequence[Line], why: list[str], prose: Sequence[int], home: tuple[int, int], settings: ReadSettings
) -> Body:
    """Heaviest span of lines (Kadane), then its short neighbours that end like sentences."""
    best, begin, end = 0.0, 0, 0
    running, start = 0.0, 0
    labels = 0
    for number, line in enumerate(lines):
        labels = 0 if prose[number] else labels + 1
        running += _weight(line, why[number], prose[number], labels, settings)
        if running <= 0:
            running, start = 0.0, number + 1
        elif running > best:
            best, begin, end = running, start, number + 1
    if home[1] and begin < home[1] and end > home[0]:
        begin, end = min(begin, home[0]), max(end, home[1])
    if begin < end and _clean(lines, why, prose):
        begin, end = _first_sentence(lines, begin), len(lines)
    begin, end = _grown(lines, why, begin, end)
    end = _without_tail_block(lines, why, begin, end)
    body = tuple(number for number in range(begin, end) if not why[number])
    chosen = set(body)
    rules = tuple("" if n in chosen else why[n] or "outside" for n in range(len(lines)))
    return Body(body, rules, sum(prose[number] for number in body))


def _weight(line: Line, rule: str, prose: int, labels: int, settings: ReadSettings) -> float:
    """`labels`: how many lines in a row, this one included, are no running text. One alone may be a
    subheading; a run of them is a menu."""
    if prose:
        return min(prose, settings.line_weight_cap)
    if rule:
        return -settings.furniture_weight
    if (
        ends_sentence(line.text)
        or line.tag in _KEPT_TAGS
        or _LISTED.match(line.text)
        or line.text.rstrip(_CLOSERS).endswith(_COLONS)
    ):
        return 0.0
    return -settings.label_weight * (min(labels, settings.label_run) if not line.tag else 1)


def _grown(lines: Sequence[Line], why: Sequence[str], begin: int, end: int) -> tuple[int, int]:
    """Short sentences and list items at the edges belong to the body as well."""
    if begin == end:
        return begin, end
    while end < len(lines) and not why[end] and _goes_on(lines[end - 1], lines[end]):
        end += 1
    while (
        begin > 0
        and not why[begin - 1]
        and (ends_sentence(lines[begin - 1].text) and lines[begin - 1].tag not in HEADINGS)
    ):
        begin -= 1
    return begin, end


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line after the body is of it: a sentence, a paragraph by its tag, or of one element."""
    return ends_sentence(line.text) or line.tag in _KEPT_TAGS or (line.node >= 0 and line.node == last.node)


def _clean(lines: Sequence[Line], why: Sequence[str], prose: Sequence[int]) -> bool:
    """Whether plain text has no furniture at all, so that its short lines are subheadings and lists."""
    plain = not any(line.tag for line in lines)
    words = sum(line.words for line in lines)
    return plain and not any(why) and 2 * sum(prose) >= words


def _first_sentence(lines: Sequence[Line], begin: int) -> int:
    """Number of the first line up to `begin` that is a sentence: what is above are headline and byline."""
    return next((n for n in range(begin) if ends_sentence(lines[n].text) and lines[n].words >= 3), begin)


def _without_tail_block(lines: Sequence[Line], why: Sequence[str], begin: int, end: int) -> int:
    """In plain text whose paragraphs are set apart by blank lines, a last group of lines that is not,
    and goes on as furniture, is furniture from its first line."""
    body = [lines[n] for n in range(begin, end) if not why[n]]
    apart = sum(line.spaced for line in body)
    if not body or body[0].tag or 5 * apart < 4 * len(body) or end >= len(lines):
        return end
    if lines[end].spaced or not why[end]:
        return end
    last = end - 1
    while last > begin and not lines[last].spaced:
        last -= 1
    return last if last > begin else end
