"""The account of one story: mentions of all its pages, merged and counted.

`reading.py` reads the mentions of one article; here they meet those of the other pages. The order of
items is that of the first report's base page, so that the account reads like the story.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import (
    Account,
    Article,
    Event,
    EventMention,
    Family,
    Figure,
    FigureMention,
    Membership,
    PageSpan,
    Source,
    Span,
    Statement,
    StatementMention,
    StoryHead,
    Trend,
    Uncertain,
)
from samecopy.settings import AccountSettings
from samecopy.stages.account.chains import Chains, chains
from samecopy.stages.account.counts import Carried, Counts, count
from samecopy.stages.account.disagreeing import disagreeing
from samecopy.stages.account.lifted import lifted
from samecopy.stages.account.merge import (
    Places,
    bag,
    day,
    event_groups,
    paragraph_at,
    places,
    statement_groups,
    whole,
)
from samecopy.stages.account.notseen import differing, not_seen
from samecopy.stages.account.quantities import figure_groups
from samecopy.stages.account.reports import Report, report_places, reports_of
from samecopy.stages.account.statements import sure
from samecopy.text.numbering import letter


@dataclass(frozen=True, slots=True)
class StoryParts:
    """All that one story is told from. Every sequence is in page order."""

    id: str
    title: str
    families: tuple[Family, ...]
    memberships: tuple[Membership, ...]
    articles: tuple[Article, ...]
    statements: tuple[StatementMention, ...]
    events: tuple[EventMention, ...]
    figures: tuple[FigureMention, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A story's head and its account."""

    head: StoryHead
    account: Account


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every item of one story is counted against."""

    where: Places
    of_place: Mapping[tuple[str, int], Report]
    letters: Mapping[str, str]
    rank: Mapping[str, int]
    chains: Chains

    def carried(self, page: str, begin: int, end: int, source: Source | None) -> Carried:
        number = paragraph_at(self.where.articles[page], begin)
        report = self.of_place.get((page, number)) or self.of_place[page, -1]
        if source is not None and self.chains.passes_on(source):
            source = None
        return Carried(report, source, PageSpan(page, begin, end), self.chains.at(page, begin, end))

    def counts(self, carried: Sequence[Carried], settings: AccountSettings) -> Counts:
        places = [(c.report.root, c.place) for c in carried]
        alike = lifted(places, self.where.articles, settings.lifted_words)
        return count(carried, self.letters, alike)

    def order(self, page: str, begin: int) -> tuple[int, int]:
        return self.rank[page], begin


@dataclass(frozen=True, slots=True)
class _Events:
    """The events of a story, and how many were too uncertain."""

    told: tuple[Event, ...]
    uncertain: int


def tell(parts: StoryParts, settings: AccountSettings) -> Told:
    """Merge and count one story's account."""
    reports = reports_of(parts.families, parts.articles)
    letters = tuple((r.id, letter(n)) for n, r in enumerate(reports))
    scene = _Scene(
        places(parts.families, parts.articles),
        report_places(reports, parts.memberships),
        dict(letters),
        _ranks(reports, parts.families),
        chains(parts.articles, reports),
    )
    head = StoryHead(
        id=parts.id,
        title=_title(reports, parts),
        pages=tuple(a.page for a in parts.articles),
        letters=letters,
        families=tuple(r.id for r in reports if r.family),
        lone=tuple(r.id for r in reports if not r.family),
        origins_at_most=len({r.root for r in reports}),
        not_seen=not_seen(reports, parts.families, parts.articles, dict(letters)),
    )
    statements = sure(parts.statements, settings)
    unsure = [m for m in parts.statements if m.confidence < settings.statement_confidence]
    events = _events(parts.events, statements, scene, settings)
    account = Account(
        parts.id,
        _statements(statements, scene, settings),
        differing(events.told, parts.articles, settings),
        disagreeing(_figures(parts.figures, scene, settings), scene.where.articles, settings),
        Uncertain(len(statement_groups(unsure, scene.where, settings)), events.uncertain),
    )
    return Told(head, account)


def _title(reports: Sequence[Report], parts: StoryParts) -> str:
    """The headline that most outlets' copy came with, else the one that the grouping chose."""
    bases = {f.id: f.base for f in parts.families}
    titles = {a.page: a.title for a in parts.articles}
    first = reports[0]
    named = [titles.get(page) for page in (bases.get(first.id, ""), *sorted(first.pages)) if titles.get(page)]
    if first.family and named:
        return named[0] or ""
    return parts.title or _opening(parts.articles[0])


def _opening(article: Article) -> str:
    """The first words of an article that has no headline."""
    words_ = " ".join(article.paragraph_texts()).split()
    return " ".join(words_[:8]) + (" …" if len(words_) > 8 else "")


def _ranks(reports: Sequence[Report], families: Sequence[Family]) -> dict[str, int]:
    """Pages in the order their reports are told: base first within a family."""
    bases = {f.id: f.base for f in families}
    ordered: list[str] = []
    for report in reports:
        pages = sorted(report.pages, key=lambda p: (p != bases.get(report.id), p))
        ordered += [p for p in pages if p not in ordered]
    return {page: n for n, page in enumerate(ordered)}


def _statements(
    mentions: Sequence[StatementMention], scene: _Scene, settings: AccountSettings
) -> tuple[Statement, ...]:
    mentions = sorted(mentions, key=lambda m: scene.order(m.page, m.content[0].begin))
    items = []
    for number, group in enumerate(statement_groups(mentions, scene.where, settings), start=1):
        members = [mentions[i] for i in group]
        spans = [whole(m.content) for m in members]
        carried = [
            scene.carried(m.page, s.begin, s.end, m.source) for m, s in zip(members, spans, strict=True)
        ]
        counts = scene.counts(carried, settings)
        items.append(_statement(f"st{number}", members, carried, counts, scene))
    return tuple(items)


def _statement(
    id_: str, members: Sequence[StatementMention], carried: Sequence[Carried], counts: Counts, scene: _Scene
) -> Statement:
    first = members[0]
    text = scene.where.articles[first.page].text
    return Statement(
        id=id_,
        text=" … ".join(span.of(text) for span in first.content),
        kind=first.kind,
        source=first.source,
        cue=None if first.cue is None else first.cue.of(text),
        pages=tuple(sorted({m.page for m in members})),
        spans=tuple(sorted(c.place for c in carried)),
        reports_at_most=counts.reports_at_most,
        primary_sources_at_most=counts.primary_sources_at_most,
        evidence=counts.evidence,
        primary_sources_at_least=counts.primary_sources_at_least,
    )


def _events(
    mentions: Sequence[EventMention],
    statements: Sequence[StatementMention],
    scene: _Scene,
    settings: AccountSettings,
) -> _Events:
    mentions = sorted(mentions, key=lambda m: scene.order(m.page, m.span.begin))
    items = []
    groups = [[mentions[i] for i in g] for g in event_groups(mentions, scene.where, settings)]
    certain = [g for g in groups if max(m.confidence for m in g) >= settings.event_confidence]
    said: dict[str, list[tuple[Span, Source]]] = {}
    for statement in statements:
        said.setdefault(statement.page, []).append((whole(statement.content), statement.source))
    for number, members in enumerate(certain, start=1):
        carried = [
            scene.carried(m.page, m.span.begin, m.span.end, _said_by(m.span, said.get(m.page, ())))
            for m in members
        ]
        items.append(_event(f"e{number}", members, carried, scene.counts(carried, settings), scene))
    return _Events(tuple(items), len(groups) - len(certain))


def _event(
    id_: str, members: Sequence[EventMention], carried: Sequence[Carried], counts: Counts, scene: _Scene
) -> Event:
    first = next((m for m in members if m.when is not None), members[0])
    told = {m.when for m in members if m.when is not None}
    surfaces = {(m.page, m.time.of(scene.where.articles[m.page].text)) for m in members if m.time is not None}
    status = Counter(m.status for m in members).most_common(1)[0][0]
    return Event(
        id=id_,
        what=first.what,
        when=day(first.when) if first.when is not None and len(told) > 1 else first.when,
        where=next((m.where for m in members if m.where is not None), None),
        who=_taking_part(members),
        status=status,
        pages=tuple(sorted({m.page for m in members})),
        spans=tuple(sorted(c.place for c in carried)),
        surfaces=tuple(sorted(surfaces)),
        reports_at_most=counts.reports_at_most,
        primary_sources_at_most=counts.primary_sources_at_most,
        primary_sources_at_least=counts.primary_sources_at_least,
        evidence=counts.evidence,
    )


def _taking_part(members: Sequence[EventMention]) -> tuple[str, ...]:
    """Names of those who take part, each once: a name within a longer one is the same."""
    names = list(dict.fromkeys(name for m in members for name in m.who))
    bags = [bag(name) for name in names]
    return tuple(
        name
        for n, name in enumerate(names)
        if not any(bags[n] < other or (bags[n] == other and k < n) for k, other in enumerate(bags))
    )


def _figures(
    mentions: Sequence[FigureMention], scene: _Scene, settings: AccountSettings
) -> tuple[Figure, ...]:
    mentions = sorted(mentions, key=lambda m: scene.order(m.page, m.span.begin))
    items = []
    for number, group in enumerate(figure_groups(mentions, scene.where, settings), start=1):
        members = [mentions[i] for i in group]
        carried = [scene.carried(m.page, m.span.begin, m.span.end, m.giver) for m in members]
        counts = scene.counts(carried, settings)
        first = next((m for m in members if m.giver is not None), members[0])
        items.append(
            Figure(
                id=f"f{number}",
                surface=first.surface,
                low=first.low,
                high=first.high,
                approximate=first.approximate,
                unit=first.unit,
                of=first.of,
                giver=first.giver,
                pages=tuple(sorted({m.page for m in members})),
                spans=tuple(sorted(c.place for c in carried)),
                reports_at_most=counts.reports_at_most,
                primary_sources_at_most=counts.primary_sources_at_most,
                primary_sources_at_least=counts.primary_sources_at_least,
                evidence=counts.evidence,
                trend=_one_trend(members),
            )
        )
    return tuple(items)


def _one_trend(members: Sequence[FigureMention]) -> Trend:
    """The trend that mentions of one figure give, "" where they give none or both."""
    trends = {m.trend for m in members if m.trend}
    return trends.pop() if len(trends) == 1 else ""


def _said_by(span: Span, said: Sequence[tuple[Span, Source]]) -> Source | None:
    """Who says that an event is: the source of the first statement of its page whose content covers it."""
    covering = (source for content, source in said if content.begin <= span.begin and span.end <= content.end)
    return next(covering, None)
