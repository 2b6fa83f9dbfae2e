"""Independent reports: which pages count as one report, and why.

A *report* is a family, or a lone article. Reports are joined, so that they count once, when all their
pages are of one outlet or of one owner, or when both are credited to one agency. An owner is whom the line of
copyright at the end of a page names. Everything in doubt joins; nothing
here ever splits what `memberships` hold together. Neighbours: `merge.py` finds which mentions say one
thing, `counts.py` counts the reports and sources behind them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samecopy.records import Article, Family, Membership
from samecopy.settings import BODY_WORDS
from samecopy.text.bodies import maybe_same_body, name_words

_WHOLE_PAGE = re.compile(r"\b(?:19|20|21)[0-9]{2}\b|rights reserved", re.IGNORECASE)
_WHOLE_PAGE_CREDITS = frozenset({"dateline", "byline", "sign_off", "copyright", "markup"})


@dataclass(frozen=True, slots=True)
class Report:
    """A family or a lone article. `id` is the family's or the page's; `root` the id of the report
    that stands for all those it is joined with; `agency` the one credited, if any."""

    id: str
    root: str
    pages: tuple[str, ...]
    outlets: tuple[str, ...]
    agency: str | None
    family: bool
    houses: tuple[str, ...] = ()
    """Owners of its pages; a page's outlet where no owner is named."""


def reports_of(families: Sequence[Family], articles: Sequence[Article]) -> tuple[Report, ...]:
    """All reports of a story, most outlets first (then most pages, then id): the order of their letters.

    `articles` are the story's; those in no family are lone.
    """
    by_page = {a.page: a for a in articles}
    in_family = {page for family in families for page in family.pages}
    drafts = [
        Report(
            f.id, f.id, f.pages, _outlets(f.pages, by_page), f.origin.agency, True, _houses(f.pages, by_page)
        )
        for f in families
    ]
    drafts += [
        Report(
            a.page,
            a.page,
            (a.page,),
            _outlets((a.page,), by_page),
            _credited(a),
            False,
            _houses((a.page,), by_page),
        )
        for a in articles
        if a.page not in in_family
    ]
    drafts.sort(key=lambda r: (-len(r.outlets), -len(r.pages), r.id))
    roots = _joined(drafts)
    return tuple(replace(r, root=root) for r, root in zip(drafts, roots, strict=True))


def report_places(
    reports: Sequence[Report], memberships: Sequence[Membership]
) -> Mapping[tuple[str, int], Report]:
    """(page, paragraph number) → report, for pages in more than one family; `(page, -1)` → the report
    of every page's remaining paragraphs."""
    by_id = {r.id: r for r in reports}
    places: dict[tuple[str, int], Report] = {}
    for report in reversed(reports):
        for page in report.pages:
            places[page, -1] = report
    for m in sorted(memberships, key=lambda m: (-m.share, m.family)):
        if m.family in by_id:
            for number in m.paragraphs:
                places.setdefault((m.page, number), by_id[m.family])
    return places


def _outlets(pages: Sequence[str], by_page: Mapping[str, Article]) -> tuple[str, ...]:
    """Outlet keys; a page of an unknown outlet stands for itself."""
    return tuple(sorted({by_page[p].outlet.key or f"page {p}" for p in pages if p in by_page}))


def _houses(pages: Sequence[str], by_page: Mapping[str, Article]) -> tuple[str, ...]:
    articles = [by_page[p] for p in pages if p in by_page]
    return tuple(sorted({_owner(a) or a.outlet.key or f"page {a.page}" for a in articles}))


def _owner(article: Article) -> str:
    """The folded name in the page's line of copyright, "" where there is none. Above the end, and without a
    year or a reservation of rights, such a line belongs to a picture."""
    end = article.paragraphs[-1].span.begin if article.paragraphs else 0
    for credit in article.credits:
        if credit.kind != "copyright" or credit.agency or credit.span is None:
            continue
        if credit.span.begin >= end or _WHOLE_PAGE.search(credit.text):
            return " ".join(w for w in name_words(credit.name) if not w.isdigit())
    return ""


def _credited(article: Article) -> str | None:
    for credit in article.credits:
        if credit.agency and credit.kind in _WHOLE_PAGE_CREDITS:
            return credit.name
    return None


def _joined(drafts: Sequence[Report]) -> list[str]:
    roots = [r.id for r in drafts]
    for i, later in enumerate(drafts):
        for j in range(i):
            if roots[i] != roots[j] and _one_origin(drafts[j], later):
                old, new = roots[i], roots[j]
                roots = [new if root == old else root for root in roots]
    return roots


def _one_origin(a: Report, b: Report) -> bool:
    if len(a.outlets) == 1 and a.outlets == b.outlets:
        return True
    if len(a.houses) == 1 and a.houses == b.houses:
        return True
    return a.agency is not None and b.agency is not None and maybe_same_body(a.agency, b.agency, BODY_WORDS)
