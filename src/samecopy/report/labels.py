"""How pages are called in both faces, and the places that a claim points at."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samecopy.records import PageSpan, PageView, Result, Row
from samecopy.report.anchors import page_anchor, span_anchor
from samecopy.report.sizes import Outlets
from samecopy.report.visible import one_line


@dataclass(frozen=True, slots=True)
class Place:
    """A link to words of a page: the page's label, the address, and the words themselves."""

    label: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Name:
    """What a page is called: its outlet, and what tells it from that outlet's other pages ("" if none)."""

    outlet: str
    besides: str = ""

    def __str__(self) -> str:
        if not self.outlet or not self.besides:
            return self.outlet or self.besides
        return f"{self.outlet} ({self.besides})"


@dataclass(frozen=True, slots=True)
class Pile:
    """The pages of a result by id, each with a name that no other page of the pile has."""

    views: Mapping[str, PageView]
    names: Mapping[str, Name]
    carried: Mapping[tuple[str, int], str]
    """Of a paragraph (page, number) that is some family's copy, that family's place (`s1/A`)."""

    def place(self, span: PageSpan) -> Place:
        view = self.views.get(span.page)
        words = view.article.text[span.begin : span.end] if view is not None else ""
        return Place(self.label(span.page), span_anchor(span), one_line(words))

    def places(self, spans: Iterable[PageSpan]) -> tuple[Place, ...]:
        return tuple(self.place(span) for span in spans)

    def pages(self, ids: Iterable[str]) -> tuple[Place, ...]:
        return tuple(Place(self.label(page), page_anchor(page), "") for page in ids)

    def label(self, page: str) -> str:
        return str(self.names[page]) if page in self.names else one_line(page)

    def outlets(self, ids: Iterable[str]) -> Outlets:
        """How many outlets the pages come from."""
        keys = [self.views[page].article.outlet.key for page in ids if page in self.views]
        return Outlets(len(set(keys) - {""}), keys.count(""))

    def published(self, ids: Iterable[str]) -> list[str]:
        """The publication times that are known."""
        dated = (self.views[page].article.published for page in ids if page in self.views)
        return [time.value for time in dated if time is not None]


def pile(result: Result) -> Pile:
    """Index a result. A page is called by its outlet; where an outlet has several pages, or none is
    known, by its file as well, and where that is not enough by its whole id."""
    names = {view.article.page: Name(_outlet(view)) for view in result.pages}
    for besides in (posixpath.basename, str):
        several = {name for name, times in Counter(names.values()).items() if times > 1}
        names = {
            page: Name(name.outlet, one_line(besides(page))) if name in several or not str(name) else name
            for page, name in names.items()
        }
    return Pile({view.article.page: view for view in result.pages}, names, dict(_carried(result)))


def _carried(result: Result) -> Iterator[tuple[tuple[str, int], str]]:
    for story in result.stories:
        letters = dict(story.letters)
        for family in story.families:
            cells = (c for row in family.rows for c in row.cells if row.in_base and len(row.cells) > 1)
            for cell in cells:
                yield (cell.page, cell.paragraph), f"{story.id}/{letters.get(family.id, '')}"


def added_words(index: Pile, row: Row) -> str:
    """Where an added paragraph comes from, as far as is known: another family whose copy it is, or the
    page that had it first of several; "" where there is nothing to say."""
    if row.in_base:
        return ""
    families = sorted(
        {index.carried[at] for c in row.cells if (at := (c.page, c.paragraph)) in index.carried}
    )
    if families:
        return f"carried with {', '.join(families)}"
    return f"first in {index.label(row.first)}" if row.first is not None else ""


def _outlet(view: PageView) -> str:
    outlet = view.article.outlet
    return one_line(outlet.name or outlet.key)
