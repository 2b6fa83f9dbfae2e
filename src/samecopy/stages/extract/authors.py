"""Who wrote a page: the surest evidence of its byline.

1. what was given beside the page, 2. a line that says "By", 3. JSON-LD, 4. elements marked as author in
or above the body, 5. meta elements, 6. a line that class names call a byline, 7. a line of nothing but
names under the headline. Where a step names the house only (the outlet, a desk, a company), a person
named further down is preferred. Authors of comments and of other articles are never looked at.
"""

import re
from collections.abc import Iterator

from samecopy.records import Outlet
from samecopy.stages.extract.body import Body
from samecopy.stages.extract.bylines import join_authors
from samecopy.stages.extract.credits import own
from samecopy.stages.extract.metadata import Facts
from samecopy.stages.extract.opening import Opening
from samecopy.stages.extract.parsed import Parsed

_ELSEWHERE = frozenset(
    ("comments", "related", "sidebar", "navigation", "footer", "newsletter", "tags", "sharing")
)
_HOUSE = re.compile(
    r"\b(?:gmbh|e\. ?v\.|inc|ltd|llc|s\.a\.|online|media|redaktion|redaction|rédaction|redacción|redazione"
    r"|redactie|redaktionen|editorial|newsroom|staff|desk|team|editors?|contributors?)(?!\w)"
    r"|\.(?:com|net|org|de|fr|es|it|at|ch)$",
    re.IGNORECASE,
)
_BYLINE_WORDS = 12


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
    return next((names for names in found if not _of_the_house(names, outlet)), found[0] if found else None)


def _of_the_house(names: str, outlet: Outlet) -> bool:
    """Whether a byline names the outlet, its publisher or its desk: somebody else may be named below."""
    return own(names, outlet) or bool(_HOUSE.search(names))


def _rungs(facts: Facts, parsed: Parsed, body: Body, opening: Opening) -> Iterator[list[str]]:
    said = [opening.byline] if opening.byline else []
    if opening.byline_said:
        yield said
    yield list(facts.authors)
    yield _marked(parsed, body, opening)
    yield list(facts.named)
    yield _classed(parsed, body)
    if not opening.byline_said:
        yield said


def _marked(parsed: Parsed, body: Body, opening: Opening) -> list[str]:
    """Texts of author elements: those from headline to the body's end, else above, else one below."""
    end = parsed.lines[body.lines[-1]].node if body.lines else -1
    found = [
        (text, node)
        for text, node in parsed.head.authors
        if not 0 <= node < len(body.places) or body.places[node] not in _ELSEWHERE
    ]
    top = parsed.lines[opening.title_line].node if opening.title_line is not None else end
    between = [text for text, node in parsed.head.authors if top <= node <= end]
    before = [text for text, node in found if node <= end]
    return between or before or [text for text, _ in found[:1]]


def _classed(parsed: Parsed, body: Body) -> list[str]:
    return [
        line.text
        for line, why in zip(parsed.lines, body.why, strict=True)
        if why == "byline" and line.words <= _BYLINE_WORDS
    ][:1]
