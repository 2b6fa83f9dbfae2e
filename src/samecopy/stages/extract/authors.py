"""Who wrote a page: the surest evidence of its byline.

1. what was given beside the page, 2. a line that says "By", 3. JSON-LD, 4. elements marked as author in
or above the body, 5. meta elements, 6. a line that class names call a byline, 7. a line of nothing but
names under the headline, or of names and days, 8. the last line or one right below it that is names and
nothing else. Where a step names the house only (the outlet, a desk, a company), a person named further
down is preferred, and a fuller form of the same name over a shorter. Authors of comments and of other
articles are never looked at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from samecopy.records import Outlet
from samecopy.stages.extract.body import Body
from samecopy.stages.extract.bylines import (
    HOUSE,
    alone_by,
    dated_byline,
    join_authors,
    labelled_byline,
    line_byline,
    named_once,
    tail_byline,
)
from samecopy.stages.extract.credits import own
from samecopy.stages.extract.elements import HEADINGS
from samecopy.stages.extract.line import Line, Zone
from samecopy.stages.extract.metadata import Facts
from samecopy.stages.extract.opening import Opening
from samecopy.stages.extract.outlets import segments
from samecopy.stages.extract.parsed import Parsed

_ELSEWHERE = frozenset(
    ("comments", "related", "sidebar", "navigation", "footer", "newsletter", "tags", "sharing")
)
# A name of a block, among others: "article-author", "authorName", "byline". What begins it is asked after
# its second letter, which is seldom: so thousands of names are looked through at once.
_BLOCK = re.compile(
    r"ut(?<=(?<![A-Za-z])[Aa]ut|(?<=[a-z])Aut)(?:h?or(?:s|en|es|e|in)?|eurs?)(?:[_-]*(?:[Nn]ames?|[Ll]ink|[Tt]ext|[Tt]itle))?(?![\w-])"
    r"|yline(?<=(?<![A-Za-z])[Bb]yline|(?<=[a-z])Byline)s?(?:[_-]*(?:[Nn]ames?|[Ll]ink|[Tt]ext|[Aa]uthor))?(?![\w-])"
)
_OTHERS = frozenset(("comments", "related", "sidebar"))  # those of other articles stand there
_WORDS = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[,;&/+]|\b(?:and|und|et|y|e|en|og|och|i)\b", re.IGNORECASE)
_NAME_WORDS = 4
_BYLINE_WORDS = 12
_TAIL = 3  # lines below the body that may name the author


def byline(
    given: str | None, facts: Facts, parsed: Parsed, body: Body, opening: Opening, outlet: Outlet
) -> str | None:
    """The byline of a page whose body is known: names joined by commas, or None."""
    if given:
        return given
    found = [
        names
        for names in (join_authors(rung, outlet) for rung in _rungs(facts, parsed, body, opening))
        if names
    ]
    persons = [names for names in found if not _of_the_house(names, outlet)]
    markup = [
        join_authors(source, outlet)
        for source in (facts.authors, _marked(parsed, body, opening), facts.named)
    ]
    structured = markup[0]
    agreed = _agreed(persons, markup, opening)
    best = agreed or next(iter((*persons, *found)), None)
    if not best:
        return None
    several = [names for names in (structured, *_told_twice(markup)) if names and "," in names]
    for names in several:
        if _words(best) < _words(names):
            return names  # a line may name the first of several
    plainer = [names for names in found if _in_full(names, best) or _bare(names, best)]
    return next((names for names in plainer if not _of_the_house(names, outlet)), best)


def _in_full(names: str, best: str) -> bool:
    """Whether a name is the whole of one that is a single word: "Voss" and "Ada Voss"."""
    single = len(best.split()) == 1 and "," not in names and len(names.split()) <= _NAME_WORDS
    return single and _words(best) < _words(names)


def _bare(name: str, best: str) -> bool:
    """Whether one name is what a byline has beside a post, a place or other things that are no name: "Ada
    Voss" and "Ada VossStaff Writer"."""
    if best.startswith((f"{name} in ", f"{name} for ", f"{name} für ")):
        return True
    before, inside, after = best.partition(name)
    rest = f"{before} {after}".strip()
    if not inside or " " not in name or "," in name or _JOINED.search(rest):
        return False
    return len(rest.split()) > 1 or (bool(after) and not after[0].isspace())


def _agreed(persons: Sequence[str], markup: Sequence[str | None], opening: Opening) -> str | None:
    """Persons whom two of the markup's sources name, where a line says "By" and shares no word with them:
    "Von Wind und Wellen" is a heading that only begins like a byline."""
    if not opening.byline or not opening.byline_said:
        return None
    said = _words(opening.byline)
    return next((one for one in persons if markup.count(one) > 1 and not _words(one) & said), None)


def _told_twice(markup: Sequence[str | None]) -> list[str]:
    """Names that two sources tell, in whatever order."""
    told = [names for names in markup if names]
    return [one for n, one in enumerate(told) if any(_words(one) == _words(other) for other in told[:n])]


def _words(names: str) -> set[str]:
    return set(_WORDS.findall(names.casefold()))


def _of_the_house(names: str, outlet: Outlet) -> bool:
    """Whether a byline names the outlet, its publisher or its desk: somebody may be named below."""
    parts = [part.casefold() for part in segments(outlet.name or "")]
    return own(names, outlet) or names.casefold() in parts or bool(HOUSE.search(names))


def _rungs(facts: Facts, parsed: Parsed, body: Body, opening: Opening) -> Iterator[list[str]]:
    said = [opening.byline] if opening.byline else []
    if opening.byline_said:
        yield said
    yield list(facts.authors)
    yield _marked(parsed, body, opening)
    yield list(facts.named)
    yield _in_blocks(parsed, body, opening)
    yield _labelled(parsed, body, opening)
    if not opening.byline_said:
        yield said
    yield _dated(parsed, body, opening)
    yield _at_the_end(parsed, body)
    yield _lone(parsed, body)


def _marked(parsed: Parsed, body: Body, opening: Opening) -> list[str]:
    """Texts of author elements."""
    return _of_the_article(parsed.head.authors, parsed, body, opening)


def _in_blocks(parsed: Parsed, body: Body, opening: Opening) -> list[str]:
    """First lines of the blocks that class names call an author's."""
    elements = parsed.elements
    marked = set(_blocks(elements.names))
    inside = elements.inside(marked)
    first: dict[int, str] = {}
    for number, line in enumerate(parsed.lines) if marked else ():
        if line.node in inside and line.words <= _BYLINE_WORDS and not line.zone & Zone.FORM:
            node = line.node if line.node in marked else elements.parents[line.node]
            if node in marked:
                first.setdefault(node, _with_by(parsed.lines, number))
    return _of_the_article([(text, node) for node, text in sorted(first.items())], parsed, body, opening)


def _blocks(names: Sequence[str]) -> Iterator[int]:
    """Numbers of the elements with such a name, some twice; all names, a line each, are searched at once."""
    lines, number, reached = "\n".join(names), 0, 0
    for match in _BLOCK.finditer(lines):
        number += lines.count("\n", reached, match.start())
        reached = match.start()
        yield number


def _of_the_article(
    marked: Sequence[tuple[str, int]], parsed: Parsed, body: Body, opening: Opening
) -> list[str]:
    """Of texts in elements those from headline to the body's end, else above, else the first below. What
    blocks of one name tell there and elsewhere is a list's, and others come first."""
    end = parsed.lines[body.lines[-1]].node if body.lines else -1
    top = parsed.lines[opening.title_line].node if opening.title_line is not None else end
    between = [one for one in marked if top <= one[1] <= end]
    beside = [one for one in between if _place(body, one[1]) not in _OTHERS] or between
    if beside:
        listed = {_named(parsed, node) for _, node in marked if not top <= node <= end}
        alone = [text for text, node in beside if _named(parsed, node) not in listed]
        others = beside == between and _place(body, between[0][1]) in _OTHERS
        return alone or ([] if others and len(set(between)) > 1 else [text for text, _ in beside])
    found = [(text, node) for text, node in marked if _place(body, node) not in _ELSEWHERE]
    return [text for text, node in found if node <= end] or [text for text, _ in found[:1]]


def _named(parsed: Parsed, node: int) -> str:
    return parsed.elements.names[node] if node >= 0 else ""


def _lone(parsed: Parsed, body: Body) -> list[str]:
    """The one author whom elements anywhere name, if they name but one."""
    found = {text for text, node in parsed.head.authors if _place(body, node) not in _OTHERS}
    return list(found) if len(found) == 1 else []


def _place(body: Body, node: int) -> str:
    return (body.places[node] or "") if 0 <= node < len(body.places) else ""


def _labelled(parsed: Parsed, body: Body, opening: Opening) -> list[str]:
    """What stands behind "Author:" in a short line from the headline to right below the body."""
    top, end = _bounds(body, opening)
    near = range(max(0, top - _TAIL), min(len(parsed.lines), end + 1 + 2 * _TAIL))
    return _first(
        labelled_byline(_with_by(parsed.lines, n))
        for n in near
        if ":" in parsed.lines[n].text or "：" in parsed.lines[n].text or alone_by(parsed.lines[n - 1].text)
    )


def _bounds(body: Body, opening: Opening) -> tuple[int, int]:
    """The lines from headline to the body's end, both included."""
    start, end = (body.lines[0], body.lines[-1]) if body.lines else (0, -1)
    return min(start, opening.title_line if opening.title_line is not None else start), end


def _with_by(lines: Sequence[Line], number: int) -> str:
    """A line, and "By" before it where that is a line of its own."""
    text = lines[number].text
    return f"{lines[number - 1].text} {text}" if number and alone_by(lines[number - 1].text) else text


def _dated(parsed: Parsed, body: Body, opening: Opening) -> list[str]:
    """Names in a line of days and times between headline and body, or right above the headline."""
    start = body.lines[0] if body.lines else 0
    title = opening.title_line if opening.title_line is not None else start
    near = range(max(0, min(title, start) - 2), start)
    return _first(dated_byline(parsed.lines[n].text) for n in near)


def _at_the_end(parsed: Parsed, body: Body) -> list[str]:
    if not body.lines:
        return []
    last = body.lines[-1]
    tail = [last, *range(last + 1, min(len(parsed.lines), last + 1 + _TAIL))]
    kept = [n for n in tail if n == last or body.why[n] not in (*_ELSEWHERE, "links")]
    return _first(_signed(parsed.lines, n) for n in kept)


def _first(found: Iterable[str | None]) -> list[str]:
    return next(([names] for names in found if names), [])


def _signed(lines: Sequence[Line], number: int) -> str | None:
    """The names of a line that signs an article; a heading begins something else. "By" may stand in a
    line of its own, before the names."""
    line = lines[number]
    if line.tag in HEADINGS:
        return None
    told = _with_by(lines, number)
    if told != line.text:
        return line_byline(told)
    names = tail_byline(told)
    return names if names and named_once(names, (other.text for other in lines)) else None
