"""One page to one article, or to a rejection with its reason.

1. Bytes are refused if empty, binary or too large, else decoded (`text.charset`).
2. HTML becomes page text with features (`markup`), plain text blocks without (`text.lines`): `parsed`.
3. Lines are labelled: body or furniture (`body`, `phrases`, `hints`), then the opening (`opening`).
4. Metadata: given beside the page, else the markup's head (`metadata`), else its elements and the lines
   (`published`, `authors`).
5. Credits and dateline (`credits`, `datelines`) of what was labelled.

Pages of one outlet are compared with each other in `site.py`.
"""

from collections.abc import Sequence
from dataclasses import replace

from resiliparse.parse.lang import detect_fast

from samecopy.records import Article, Credit, Dateline, Furniture, Outlet, Page, Paragraph, Rejection, Span
from samecopy.settings import ReadSettings
from samecopy.stages.extract.authors import byline
from samecopy.stages.extract.body import Body, find_body
from samecopy.stages.extract.credits import (
    byline_credits,
    distinct,
    line_credits,
    tail_credits,
    text_credits,
)
from samecopy.stages.extract.datelines import read_dateline
from samecopy.stages.extract.endings import closing, contributed_credits
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.metadata import Facts, read_facts
from samecopy.stages.extract.opening import Opening, read_opening
from samecopy.stages.extract.outlets import outlet_of, registrable_domain
from samecopy.stages.extract.parsed import Parsed, parse
from samecopy.stages.extract.provenance import markup_credits, own_address
from samecopy.stages.extract.published import modified, published
from samecopy.stages.extract.refusals import refuse_article, refuse_bytes
from samecopy.text.charset import looks_binary

READ_BY = "samecopy.read/2"

_PHOTO = frozenset(("credit_line", "caption", "zone:caption"))


def read_page(page: Page, settings: ReadSettings) -> Article | Rejection:
    """Read one page. Never raises on its content.

    Reasons of rejection: `empty`, `too_large`, `binary`, `error_page`, `paywall`, `no_article`.

    >>> from samecopy.records import Page
    >>> words = b"The ferry to Holm was late again on Monday, the harbour office said in a notice."
    >>> article = read_page(Page("a", "a.txt", "text", b"Ferry late\\n\\n" + words, ""), ReadSettings())
    >>> len(article.paragraphs)
    1
    """
    refusal = refuse_bytes(page, settings, looks_binary(page.data))
    if refusal:
        return refusal
    source = parse(page, settings)
    if isinstance(source, Rejection):
        return source
    facts = read_facts(source.head)
    body = find_body(source.lines, source.elements, settings)
    site = next(iter(facts.sites), None)
    url = page.given.url or own_address(facts.urls, facts.sites, source.head.title)
    names = (page.given.outlet, site, registrable_domain(url).split(".")[0] if url else None)
    opening = read_opening(source.lines, body, page.given.title, facts.headlines, names)
    body = _without(body, opening)
    outlet = outlet_of(url, page.given.outlet, site, (source.head.title, *facts.headlines), opening.title)
    body = _without_sign_offs(source.lines, body, outlet)
    prose = sum(
        source.lines[n].words if source.lines[n].words > 3 else len(source.lines[n].text) // 3
        for n in body.lines
    )
    refusal = refuse_article(
        page, source.lines, (source.head.title, opening.title or ""), prose, facts.free, settings
    )
    if refusal:
        return refusal
    return _article(page, source, facts, body, opening, outlet, url)


def _without(body: Body, opening: Opening) -> Body:
    dropped = dict(opening.dropped)
    why = list(body.why)
    for number, rule in dropped.items():
        why[number] = rule
    if opening.title_line is not None:
        why[opening.title_line] = "title"
    if opening.byline_line is not None:
        why[opening.byline_line] = "byline"
    return replace(body, lines=tuple(n for n in body.lines if not why[n]), why=tuple(why))


def _without_sign_offs(lines: Sequence[Line], body: Body, outlet: Outlet) -> Body:
    """A last line that is a credit and nothing else, or a signature, is no paragraph."""
    kept, why = list(body.lines), list(body.why)
    while len(kept) > 1 and closing(lines[kept[-1]], outlet, _above(lines, kept[:-1])) is not None:
        why[kept.pop()] = "sign_off"
    return replace(body, lines=tuple(kept), why=tuple(why))


def _above(lines: Sequence[Line], numbers: Sequence[int]) -> str:
    return "\n".join(lines[n].text for n in numbers)


def _article(
    page: Page,
    source: Parsed,
    facts: Facts,
    body: Body,
    opening: Opening,
    outlet: Outlet,
    url: str | None,
) -> Article:
    names = byline(page.given.byline, facts, source, body, opening, outlet)
    dateline, placed = _dateline(source.lines, body, outlet)
    paragraphs = tuple(Paragraph(number, source.lines[n].span) for number, n in enumerate(body.lines))
    furniture = tuple(
        Furniture(line.span, rule)
        for line, rule in zip(source.lines, body.why, strict=True)
        if rule and rule != "title"
    )
    return Article(
        page=page.id,
        text=source.text,
        title=opening.title,
        title_span=_title_span(source, opening),
        outlet=outlet,
        url=url,
        published=published(page.given.published, facts.published, source, body, opening, url),
        modified=facts.modified or modified(source, body),
        byline=names,
        language=_language(source, body),
        dateline=dateline,
        credits=distinct([*placed, *_credits(page, source, facts, body, opening, outlet, names, url)]),
        paragraphs=paragraphs,
        furniture=furniture,
        read_by=f"{READ_BY} ({body.step})",
        section=facts.section,
        canonical=facts.canonical,
    )


def _title_span(source: Parsed, opening: Opening) -> Span | None:
    """Where the title stands on the page: its line, or that part of it which is the title."""
    if opening.title_line is None:
        return None
    span = source.lines[opening.title_line].span
    at = span.of(source.text).find(opening.title) if opening.title else -1
    return span if at < 0 else Span(span.begin + at, span.begin + at + len(opening.title or ""))


def _dateline(lines: Sequence[Line], body: Body, outlet: Outlet) -> tuple[Dateline | None, list[Credit]]:
    for number in body.lines[:2]:
        dateline, found = read_dateline(lines[number], outlet)
        if dateline or found:
            return dateline, found
    return None, []


def _credits(
    page: Page,
    source: Parsed,
    facts: Facts,
    body: Body,
    opening: Opening,
    outlet: Outlet,
    names: str | None,
    url: str | None,
) -> list[Credit]:
    lines = source.lines
    number = opening.byline_line if opening.byline_line is not None else _classed(source, body, names)
    said = lines[number] if number is not None else None
    found = byline_credits(said.text, said.span, outlet) if said else []
    found = found or byline_credits(names, said.span if said else None, outlet)
    found += text_credits([lines[n] for n in body.lines], outlet)
    if body.lines:
        found += tail_credits(lines[body.lines[-1]], outlet)
        near = range(max(0, body.lines[0] - 8), min(len(lines), body.lines[-1] + 9))
        aside = [
            lines[n]
            for n in near
            if body.why[n] and body.why[n] not in _PHOTO and body.why[n] not in ("title", "links", "byline")
        ]
        above = _above(lines, body.lines)
        for n in near:
            if body.why[n] == "sign_off":
                found += closing(lines[n], outlet, above) or []
        found += line_credits(aside, outlet) + contributed_credits(aside, outlet)
        found += text_credits([lines[n] for n in near if body.why[n] == "standfirst"], outlet)
    found += line_credits(
        [line for line, why in zip(lines, body.why, strict=True) if why == "copyright"], outlet
    )
    pairs = list(facts.credits)
    canonical = registrable_domain(facts.canonical) if facts.canonical and "//" in facts.canonical else ""
    if canonical and canonical != registrable_domain(url or ""):
        pairs.append(("canonical", canonical))
    return found + markup_credits(pairs, outlet)


def _classed(source: Parsed, body: Body, names: str | None) -> int | None:
    """The line that class names call a byline, if it holds the names that were read."""
    return next(
        (
            n
            for n, line in enumerate(source.lines)
            if names and body.why[n] == "byline" and names in line.text
        ),
        None,
    )


def _language(source: Parsed, body: Body) -> str | None:
    """The document's language, else that of the body's letters; None for too short a text."""
    said = (source.head.language or "").strip().split("-")[0].split("_")[0].lower()
    if len(said) in (2, 3) and said.isalpha():
        return said
    sample = "\n".join(source.lines[n].text for n in body.lines)[:3000]
    language, rank = detect_fast(sample) if len(sample) >= 60 else ("unknown", 0)
    return language if language != "unknown" and rank < 1200 else None
