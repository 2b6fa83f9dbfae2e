"""A page's bytes taken apart: text, lines, elements and head, in one form for HTML and plain text."""

import re
from codecs import BOM_UTF8
from dataclasses import dataclass

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.stages.extract.elements import Elements, Head
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.markup import read_markup
from samecopy.stages.extract.refusals import refuse_text
from samecopy.text.charset import decode
from samecopy.text.lines import blocks

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096  # where browsers look for a charset: 1024; real pages put scripts before it


@dataclass(frozen=True, slots=True)
class Parsed:
    """`text` is the page text that all spans point into; `html` the decoded document, "" for plain text."""

    text: str
    lines: tuple[Line, ...]
    elements: Elements
    head: Head
    html: str


def parse(page: Page, settings: ReadSettings) -> Parsed | Rejection:
    """Take a page apart, or say why not: it is longer than any article."""
    declared = None
    if page.media == "html":
        match = _META_CHARSET.search(page.data[:_HEAD_BYTES])
        declared = (match.group(1) or match.group(2)).decode("ascii") if match else None
    decoded = decode(page.data, declared)
    text = decoded.text
    if page.media == "html":
        at_hand = decoded.encoding == "utf-8" and not decoded.broken
        markup = read_markup(page.data.removeprefix(BOM_UTF8) if at_hand else text)
        refusal = refuse_text(page, len(markup.text), len(markup.lines), settings)
        return refusal or Parsed(markup.text, markup.lines, markup.elements, markup.head, text)
    refusal = refuse_text(page, len(text), text.count("\n") + 1, settings)
    return refusal or Parsed(text, text_lines(text), Elements(), Head(), "")


def text_lines(text: str) -> tuple[Line, ...]:
    """Plain text in the line model that HTML shares."""
    found: list[Line] = []
    for block in blocks(text):
        content = " ".join(block.span.of(text).split())
        found.append(Line(block.span, content, "", -1, 0, 0, content.count(" ") + 1, block.spaced))
    return tuple(found)
