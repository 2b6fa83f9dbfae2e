"""One page to one article, or to a rejection with its reason.

1. Bytes are refused if empty, binary or too large, else decoded (`text.charset`).
2. HTML becomes page text with features (`markup`), plain text blocks without (`text.lines`).
3. Lines are labelled: body or furniture (`body`, `phrases`, `hints`), then the opening (`opening`).
4. Metadata: given beside the page, else the markup (`metadata`), else the lines (`bylines`,
   `moments`); dates of HTML last of all by htmldate.
5. Credits and dateline (`credits`, `datelines`) of what was labelled.

Pages of one outlet are compared with each other in `site.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from htmldate import find_date
from resiliparse.parse.lang import detect_fast

from samecopy.records import Article, Credit, Dated, Dateline, Furniture, Outlet, Page, Paragraph, Rejection
from samecopy.settings import ReadSettings
from samecopy.stages.extract.body import Body, find_body
from samecopy.stages.extract.bylines import join_authors
from samecopy.stages.extract.credits import (
    byline_credits,
    distinct,
    line_credits,
    markup_credits,
    sign_off,
    tail_credits,
    text_credits,
)
from samecopy.stages.extract.datelines import read_dateline
from samecopy.stages.extract.elements import Elements, Head
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.markup import harmless, read_markup
from samecopy.stages.extract.metadata import Facts, read_facts
from samecopy.stages.extract.moments import day_in_url, day_in_words, iso_moment
from samecopy.stages.extract.opening import Opening, read_opening
from samecopy.stages.extract.outlets import outlet_of, registrable_domain
from samecopy.stages.extract.refusals import refuse_article, refuse_bytes, refuse_text
from samecopy.text.charset import decode, looks_binary
from samecopy.text.lines import blocks

READ_BY = "samecopy.read/1"

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_PHOTO = frozenset(("credit_line", "caption", "zone:caption"))


@dataclass(frozen=True, slots=True)
class _Source:
    """A page taken apart, from whichever form."""

    text: str
    lines: tuple[Line, ...]
    elements: Elements
    head: Head
    html: str | None


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
    source = _taken_apart(page, settings)
    if isinstance(source, Rejection):
        return source
    facts = read_facts(source.head)
    body = find_body(source.lines, source.elements, settings)
    url = page.given.url or facts.url
    names = (page.given.outlet, facts.site, registrable_domain(url).split(".")[0] if url else None)
    opening = read_opening(source.lines, body, page.given.title, facts.headlines, names)
    body = _without(body, opening)
    outlet = outlet_of(
        url, page.given.outlet, facts.site, (source.head.title, *facts.headlines), opening.title
    )
    body = _without_sign_offs(source.lines, body, outlet)
    prose = sum(
        source.lines[n].words if source.lines[n].words > 3 else len(source.lines[n].text) // 3
        for n in body.lines
    )
    refusal = refuse_article(page, source.lines, opening.title, prose, facts.free, settings)
    if refusal:
        return refusal
    return _article(page, source, facts, body, opening, outlet, url, settings)


def _taken_apart(page: Page, settings: ReadSettings) -> _Source | Rejection:
    declared = None
    if page.media == "html":
        match = _META_CHARSET.search(page.data[:4096])
        declared = (match.group(1) or match.group(2)).decode("ascii") if match else None
    text = decode(page.data, declared).text
    if page.media == "html":
        markup = read_markup(text)
        refusal = refuse_text(page, len(markup.text), len(markup.lines), settings)
        return refusal or _Source(markup.text, markup.lines, markup.elements, markup.head, text)
    refusal = refuse_text(page, len(text), text.count("\n") + 1, settings)
    return refusal or _Source(text, text_lines(text), Elements(), Head(), None)


def text_lines(text: str) -> tuple[Line, ...]:
    """Plain text in the line model that HTML shares."""
    found: list[Line] = []
    for block in blocks(text):
        content = " ".join(block.span.of(text).split())
        found.append(Line(block.span, content, "", -1, 0, 0, content.count(" ") + 1, block.spaced))
    return tuple(found)


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
    """A last line that is a credit and nothing else is no paragraph."""
    kept, why = list(body.lines), list(body.why)
    while len(kept) > 1 and sign_off(lines[kept[-1]], outlet):
        why[kept.pop()] = "sign_off"
    return replace(body, lines=tuple(kept), why=tuple(why))


def _article(
    page: Page,
    source: _Source,
    facts: Facts,
    body: Body,
    opening: Opening,
    outlet: Outlet,
    url: str | None,
    settings: ReadSettings,
) -> Article:
    byline = page.given.byline or opening.byline or join_authors(_authors(source, facts, body))
    dateline, placed = _dateline(source.lines, body, outlet)
    paragraphs = tuple(Paragraph(number, source.lines[n].span) for number, n in enumerate(body.lines))
    furniture = tuple(
        Furniture(line.span, rule)
        for line, rule in zip(source.lines, body.why, strict=True)
        if rule and rule != "title"
    )
    title_span = source.lines[opening.title_line].span if opening.title_line is not None else None
    return Article(
        page=page.id,
        text=source.text,
        title=opening.title,
        title_span=title_span,
        outlet=outlet,
        url=url,
        published=_published(page, source, facts, body, opening, url, settings),
        modified=facts.modified,
        byline=byline,
        language=_language(source, body),
        dateline=dateline,
        credits=distinct([*placed, *_credits(page, source, facts, body, opening, outlet, byline, url)]),
        paragraphs=paragraphs,
        furniture=furniture,
        read_by=READ_BY,
    )


def _authors(source: _Source, facts: Facts, body: Body) -> list[str]:
    """Authors of the markup, else the first lines that class names call a byline."""
    if facts.authors:
        return list(facts.authors)
    return [
        line.text
        for line, why in zip(source.lines, body.why, strict=True)
        if why == "byline" and line.words <= 12
    ][:1]


def _dateline(lines: Sequence[Line], body: Body, outlet: Outlet) -> tuple[Dateline | None, list[Credit]]:
    for number in body.lines[:2]:
        dateline, found = read_dateline(lines[number], outlet)
        if dateline or found:
            return dateline, found
    return None, []


def _credits(
    page: Page,
    source: _Source,
    facts: Facts,
    body: Body,
    opening: Opening,
    outlet: Outlet,
    byline: str | None,
    url: str | None,
) -> list[Credit]:
    lines = source.lines
    span = lines[opening.byline_line].span if opening.byline_line is not None else None
    found = byline_credits(
        lines[opening.byline_line].text if opening.byline_line is not None else byline, span, outlet
    )
    found += text_credits([lines[n] for n in body.lines], outlet)
    if body.lines:
        found += tail_credits(lines[body.lines[-1]], outlet)
        near = range(max(0, body.lines[0] - 8), min(len(lines), body.lines[-1] + 9))
        aside = [
            lines[n]
            for n in near
            if body.why[n] and body.why[n] not in _PHOTO and body.why[n] not in ("title", "links", "byline")
        ]
        found += line_credits(aside, outlet)
        found += text_credits([lines[n] for n in near if body.why[n] == "standfirst"], outlet)
    found += line_credits(
        [line for line, why in zip(lines, body.why, strict=True) if why == "copyright"], outlet
    )
    pairs = list(facts.credits)
    if facts.canonical and url and registrable_domain(facts.canonical) not in ("", registrable_domain(url)):
        pairs.append(("canonical", registrable_domain(facts.canonical)))
    return found + markup_credits(pairs, outlet)


def _published(
    page: Page,
    source: _Source,
    facts: Facts,
    body: Body,
    opening: Opening,
    url: str | None,
    settings: ReadSettings,
) -> Dated | None:
    """Given, then markup, then a dated line near the headline, the URL, and htmldate."""
    given = iso_moment(page.given.published) if page.given.published else None
    if given:
        return Dated(given, "given")
    if facts.published:
        return facts.published
    stated = _dated_line(source.lines, body, opening)
    if stated:
        return Dated(stated, "text line")
    in_url = day_in_url(url) if url else None
    if in_url:
        return Dated(in_url, "url")
    guessed = _guessed_date(source, url, settings)
    return Dated(guessed, "htmldate") if guessed else None


def _dated_line(lines: Sequence[Line], body: Body, opening: Opening) -> str | None:
    start = body.lines[0]
    above = opening.title_line if opening.title_line is not None and opening.title_line < start else start - 4
    for number in [*range(max(0, above), start), *range(max(0, above - 3), max(0, above))]:
        line = lines[number]
        if line.words <= 14 and any(char.isdigit() for char in line.text):
            day = day_in_words(line.text)
            if day:
                return day
    return None


def _guessed_date(source: _Source, url: str | None, settings: ReadSettings) -> str | None:
    """htmldate on the markup. Its tree is recursive in places: deep and huge pages are left alone."""
    if (
        not source.html
        or len(source.html) > settings.guess_date_chars
        or _deep(source.elements, settings.guess_date_depth)
    ):
        return None
    try:
        # A fixed horizon instead of today's date: the same page reads alike on any day.
        return find_date(
            harmless(source.html), url=url, original_date=True, extensive_search=False, max_date="2100-01-01"
        )
    except Exception:  # htmldate promises no errors of its own and lets its parser's through
        return None


def _deep(elements: Elements, limit: int) -> bool:
    depth = [0] * len(elements)
    for number, parent in enumerate(elements.parents):
        depth[number] = depth[parent] + 1 if parent >= 0 else 0
        if depth[number] > limit:
            return True
    return False


def _language(source: _Source, body: Body) -> str | None:
    """The document's language, else that of the body's letters; None for too short a text."""
    said = (source.head.language or "").strip().split("-")[0].split("_")[0].lower()
    if len(said) in (2, 3) and said.isalpha():
        return said
    sample = "\n".join(source.lines[n].text for n in body.lines)[:3000]
    language, rank = detect_fast(sample) if len(sample) >= 60 else ("unknown", 0)
    return language if language != "unknown" and rank < 1200 else None
