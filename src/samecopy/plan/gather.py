"""Between the steps: rows of one table gathered into the items of the next."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from samecopy.plan.items import Copy, DatedArticle, Group, Reports
from samecopy.plan.keys import Named, named
from samecopy.records import (
    Article,
    Body,
    Dated,
    Family,
    InferredTime,
    Membership,
    Page,
    Passage,
    Rejection,
    StoryHead,
)
from samecopy.stages import account, story
from samecopy.tables import PageRow, Warned


class Intake:
    """Splits a pile, as it streams by, into pages to read, their provenance, and rejections; notes the
    dates that were given beside pages."""

    def __init__(self, pile: Iterable[Page | Rejection]) -> None:
        self._pile = pile
        self.rows: list[PageRow] = []
        self.rejected: list[Rejection] = []
        self.given_dates: dict[str, str] = {}

    def pages(self) -> Iterator[Page]:
        for item in self._pile:
            if isinstance(item, Rejection):
                self.rejected.append(item)
            else:
                self.rows.append(PageRow(item.id, item.locator, item.digest, item.given.fetched))
                if item.given.published:
                    self.given_dates[item.id] = item.given.published
                yield item

    def unread_dates(self, articles: Sequence[Article]) -> tuple[Warned, ...]:
        """A warning for every given date that the reader could not take."""
        told = []
        for article in articles:
            given = self.given_dates.get(article.page)
            if given and (article.published is None or not article.published.evidence.startswith("given")):
                instead = "its own date was taken" if article.published else "taken as no date"
                text = f"{article.page}: the given date {given!r} is not ISO 8601; {instead}"
                told.append(Warned(article.page, text))
        return tuple(told)


_HIDDEN = re.compile(
    "(?<=\\w)[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufe00-\ufe0e\U000e0000-\U000e0fff]+(?=\\w)"
)


def hidden_signs(articles: Sequence[Article]) -> tuple[Warned, ...]:
    """A warning for every article with signs inside its words that show nothing."""
    told = []
    for article in articles:
        found = sum(len(match[0]) for match in _HIDDEN.finditer(article.text))
        if found:
            signs = "sign that shows" if found == 1 else "signs that show"
            text = f"{article.page}: {found} {signs} nothing stood inside words; passed over when comparing"
            told.append(Warned(article.page, text))
    return tuple(told)


def on_inferred_days(articles: Sequence[Article], inferred: Sequence[InferredTime]) -> list[Article]:
    """Articles with the publication days that aligned witnesses fixed, said to be inferred."""
    days = {i.page: Dated(i.day, f"inferred: {i.evidence.text}") for i in inferred if i.span is None}
    return [
        replace(a, published=days[a.page]) if a.published is None and a.page in days else a for a in articles
    ]


def page_of(article: Article) -> str:
    return article.page


def body(article: Article) -> Body:
    return Body(article.page, article.outlet.key, article.body())


def in_page_text(passage: Passage, by_page: Mapping[str, Article]) -> Passage:
    a, b = by_page[passage.a], by_page[passage.b]
    return replace(passage, a_span=a.place(passage.a_span), b_span=b.place(passage.b_span))


def families(
    memberships: Sequence[Membership], passages: Sequence[Passage], by_page: Mapping[str, Article]
) -> list[Copy]:
    groups: dict[str, list[Membership]] = {}
    for membership in memberships:
        groups.setdefault(membership.family, []).append(membership)
    by_pair: dict[str, list[Passage]] = {}
    for passage in passages:
        by_pair.setdefault(passage.a, []).append(passage)
    copies = []
    for family, members in sorted(groups.items()):
        pages = sorted(m.page for m in members)
        inside = [p for page in pages for p in by_pair.get(page, ()) if p.b in set(pages)]
        copies.append(Copy(family, tuple(by_page[p] for p in pages), tuple(members), tuple(inside)))
    return copies


def reports(families: Sequence[Family], articles: Sequence[Article], loose: float) -> Reports:
    """What stories are made of: each family by its base, each lone article by itself. `loose` is how sure
    a day is that rests on weak evidence, 0 to 1."""
    by_page = {a.page: a for a in articles}
    in_family = {page for f in families for page in f.pages}
    reports = [
        _report(f.id, f.pages, by_page[f.base], [by_page[p] for p in f.pages], loose) for f in families
    ]
    reports += [_report(a.page, (a.page,), a, [a], loose) for a in articles if a.page not in in_family]
    return Reports(tuple(sorted(reports, key=lambda r: r.id)))


_LOOSE = ("meta date", "meta dc.date", "meta dcterms.date")  # day of a change or of the site, often


def _report(
    id_: str, pages: tuple[str, ...], base: Article, members: Sequence[Article], loose: float
) -> story.Report:
    """Its day is the earliest sure one, else the earliest."""
    days = [m.published for m in members if m.published is not None]
    sure = [d for d in days if d.evidence not in _LOOSE]
    title = base.title or next((m.title for m in members if m.title), None)
    text = f"{title or ''}\n{base.body()}"
    return story.Report(
        id=id_,
        pages=pages,
        text=text,
        title=title,
        day=min((d.day for d in sure or days), default=None),
        days_sure=1.0 if sure else loose if days else 0.0,
    )


def sharing_pages(groups: Sequence[Sequence[int]], reports: Sequence[story.Report]) -> list[tuple[int, ...]]:
    """Groups of reports, those with a page in common joined: a page spliced from two copies tells one
    event by both."""
    joined: list[tuple[set[int], set[str]]] = []
    for group in groups:
        members, pages = set(group), {page for i in group for page in reports[i].pages}
        apart = []
        for other in joined:
            if other[1] & pages:
                members |= other[0]
                pages |= other[1]
            else:
                apart.append(other)
        joined = [*apart, (members, pages)]
    return [tuple(sorted(members)) for members, _ in joined]


def beside(families: Sequence[Family], inferred: Sequence[InferredTime]) -> dict[str, str]:
    """For each page of a family the base that may have been read for it. Left out are bases, and pages with
    a day that others fixed."""
    fixed = {i.page for i in inferred}
    apart = fixed | {f.base for f in families}
    return {p: f.base for f in families if f.base not in fixed for p in f.pages if p not in apart}


def dated(articles: Iterable[Article], inferred: Sequence[InferredTime]) -> list[DatedArticle]:
    fixed: dict[str, list[InferredTime]] = {}
    for i in inferred:
        fixed.setdefault(i.page, []).append(i)
    return [DatedArticle(a, tuple(fixed.get(a.page, ()))) for a in articles]


def parts(
    groups: Sequence[Group],
    families: Sequence[Family],
    memberships: Sequence[Membership],
    by_page: Mapping[str, Article],
    mentions: Sequence[account.Mentions],
) -> list[account.StoryParts]:
    """Stories by size, then first page: `s1`, `s2`, …; a family lies in one story, by its base."""
    said = {m.page: m for m in mentions}
    ranks = {f.id: rank for rank, f in enumerate(families)}
    of_family: dict[str, list[int]] = {}
    for rank, membership in enumerate(memberships):
        of_family.setdefault(membership.family, []).append(rank)
    ordered = sorted(groups, key=lambda g: (-len(g.pages), g.pages))
    parts = []
    for number, group in enumerate(ordered, start=1):
        inside = [families[rank] for rank in sorted(ranks[r] for r in group.reports if r in ranks)]
        here = [said[p] for p in group.pages]
        parts.append(
            account.StoryParts(
                id=f"s{number}",
                title=group.title,
                families=tuple(inside),
                memberships=tuple(
                    memberships[n] for n in sorted(n for f in inside for n in of_family.get(f.id, ()))
                ),
                articles=tuple(by_page[p] for p in group.pages),
                statements=tuple(s for m in here for s in m.statements),
                events=tuple(e for m in here for e in m.events),
                figures=tuple(f for m in here for f in m.figures),
            )
        )
    return parts


def with_keys(heads: Sequence[StoryHead], earlier: Sequence[StoryHead]) -> list[StoryHead]:
    """Stories with the keys that those of an earlier run handed down."""
    known = [Named(head.pages, head.key, head.formerly) for head in earlier]
    keys = named([head.pages for head in heads], known)
    return [replace(head, key=one.key, formerly=one.formerly) for head, one in zip(heads, keys, strict=True)]
