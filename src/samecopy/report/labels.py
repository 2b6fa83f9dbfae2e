"""How pages are called in both faces, and the places that a claim points at."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import PageSpan, PageView, Result
from samecopy.report.anchors import page_anchor, span_anchor
from samecopy.report.visible import one_line


@dataclass(frozen=True, slots=True)
class Place:
    """A link to words of a page: the page's label, the address, and the words themselves."""

    label: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Pile:
    """The pages of a result by id, each with a label that no other page of the pile has."""

    views: Mapping[str, PageView]
    labels: Mapping[str, str]

    def place(self, span: PageSpan) -> Place:
        view = self.views.get(span.page)
        words = view.article.text[span.begin : span.end] if view is not None else ""
        return Place(self.label(span.page), span_anchor(span), one_line(words))

    def places(self, spans: Iterable[PageSpan]) -> tuple[Place, ...]:
        return tuple(self.place(span) for span in spans)

    def pages(self, ids: Iterable[str]) -> tuple[Place, ...]:
        return tuple(Place(self.label(page), page_anchor(page), "") for page in ids)

    def label(self, page: str) -> str:
        return self.labels.get(page, one_line(page))

    def outlets(self, ids: Iterable[str]) -> int:
        """How many outlets; pages of unknown outlet together count as one, never as several."""
        return len({self.views[page].article.outlet.key for page in ids if page in self.views})

    def published(self, ids: Iterable[str]) -> list[str]:
        """The publication times that are known."""
        dated = (self.views[page].article.published for page in ids if page in self.views)
        return [time.value for time in dated if time is not None]


def pile(result: Result) -> Pile:
    """Index a result. A page is called by its outlet; where an outlet has several pages, or none is
    known, by its file as well."""
    names = {view.article.page: _outlet(view) for view in result.pages}
    several = _repeated(list(names.values()))
    labels: dict[str, str] = {}
    for page, name in names.items():
        file = posixpath.basename(page) or page
        labels[page] = one_line(file if not name else f"{name} ({file})" if name in several else name)
    again = _repeated(list(labels.values()))
    for page, label in labels.items():
        if label in again:
            labels[page] = one_line(f"{names[page]} ({page})" if names[page] else page)
    return Pile({view.article.page: view for view in result.pages}, labels)


def _outlet(view: PageView) -> str:
    outlet = view.article.outlet
    return one_line(outlet.name or outlet.key)


def _repeated(values: Sequence[str]) -> set[str]:
    return {value for value, times in Counter(values).items() if times > 1}
