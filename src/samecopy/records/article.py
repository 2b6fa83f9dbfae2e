"""What was read in a page."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from samecopy.records.span import Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published a page. `key` is what outlets are told apart by: the registrable domain where a
    URL is known, else the case-folded name, else "" (unknown)."""

    key: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication time: ISO 8601 date (`2021-12-30`) or date-time with the offset the page gave
    (`2021-12-30T06:12:00+02:00`), and the evidence it rests on (`given`, `json-ld datePublished`, …)."""

    value: str
    evidence: str

    @property
    def day(self) -> str:
        """The calendar day, local to the outlet, as `YYYY-MM-DD`."""
        return self.value[:10]

    @property
    def utc(self) -> str | None:
        """The moment in Coordinated Universal Time; None for a day alone and for a time without offset.

        >>> Dated("2031-05-04T06:12:00+02:00", "given").utc, Dated("2031-05-04", "given").utc
        ('2031-05-04T04:12:00+00:00', None)
        """
        moment = datetime.datetime.fromisoformat(self.value)
        return moment.astimezone(datetime.UTC).isoformat() if moment.tzinfo else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One body paragraph; `span` in page text. `number` counts from 0 in reading order."""

    number: int
    span: Span


class Furniture(msgspec.Struct, frozen=True, gc=False):
    """A line of the page that is not the article. `why` names the rule that left it out."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit to an agency or another outlet found on the page ("(AFP)", "By Reuters", "reports X").

    `name` is the credited body as written, without brackets; `agency` says whether it is an agency
    (listed, or used as one by its form). `span` is None where it stood in markup only.
    """

    name: str
    agency: bool
    kind: Literal["dateline", "byline", "sign_off", "copyright", "text", "markup"]
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """`GENEVA (AFP) —` at the head of the first paragraph: the place, and the whole as a span."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """What was read in one page. `text` is the page text; every span points into it.

    `title_span` is None where the title came from beside the page or from markup only.
    Paragraphs do not overlap and stand in reading order; so do the furniture lines. `section` is the
    outlet's own name for the part of its paper; `canonical` the address that the page gives as its own, or
    as that of the page it was taken from.
    """

    page: str
    text: str
    title: str | None
    title_span: Span | None
    outlet: Outlet
    url: str | None
    published: Dated | None
    modified: Dated | None
    byline: str | None
    language: str | None
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Furniture, ...]
    read_by: str
    section: str | None = None
    canonical: str | None = None

    def paragraph_texts(self) -> list[str]:
        return [p.span.of(self.text) for p in self.paragraphs]

    def behind_dateline(self, paragraph: Paragraph) -> Span:
        """A paragraph without the dateline at its head."""
        line, span = self.dateline, paragraph.span
        if line is None or not (span.begin <= line.span.begin and line.span.end <= span.end):
            return span
        return Span(line.span.end, span.end)

    def body(self) -> str:
        """The body paragraphs, one per line; line breaks within a paragraph become spaces, so that
        line numbers are paragraph numbers and lengths stay as they are."""
        return "\n".join(t.replace("\n", " ").replace("\r", " ") for t in self.paragraph_texts())

    def place(self, span: Span) -> Span:
        """A span of `body()` as a span of the page text."""
        return Span(self._offset(span.begin, end=False), self._offset(span.end, end=True))

    def _offset(self, at: int, *, end: bool) -> int:
        """Page-text offset of a body offset; an end belongs to the paragraph that it closes."""
        start = 0
        for paragraph in self.paragraphs:
            length = len(paragraph.span)
            if at < start + length or (end and at == start + length):
                return paragraph.span.begin + at - start
            start += length + 1
        return self.paragraphs[-1].span.end if self.paragraphs else 0


def plain_article(
    page: str, text: str, paragraphs: Iterable[Span], published: Dated | None = None, read_by: str = "given"
) -> Article:
    """An article of which only the text is known, and what is a paragraph in it.

    >>> plain_article("p", "One. Two.", [Span(0, 4), Span(5, 9)]).paragraph_texts()
    ['One.', 'Two.']
    """
    return Article(
        page=page,
        text=text,
        title=None,
        title_span=None,
        outlet=Outlet(""),
        url=None,
        published=published,
        modified=None,
        byline=None,
        language=None,
        dateline=None,
        credits=(),
        paragraphs=tuple(Paragraph(number, span) for number, span in enumerate(paragraphs)),
        furniture=(),
        read_by=read_by,
    )
