"""THE list of steps: what is done to a pile, in order, and where each step's rows go.

Only this folder knows the stages. `carry_out` reads as the pipeline; an engine carries each step over
its items with the verbs of `contract.Engine`, so that one list serves one process or many machines.
`items` are what the steps pass on, `gather` turns the rows of one into the items of the next.

    read → sites → copies → collate → stories → mentions → accounts
"""

from collections.abc import Iterable, Mapping, Sequence

from samecopy.plan import gather, single
from samecopy.plan.contract import Engine, Step
from samecopy.plan.items import (
    Collated,
    Copy,
    DatedArticle,
    Group,
    Groups,
    Lessons,
    Outcome,
    Read,
    Reports,
    Site,
)
from samecopy.plan.single import read, statements, times
from samecopy.records import Article, InferredTime, Page, Rejection, StoryHead
from samecopy.settings import Settings
from samecopy.stages import account, extract, story
from samecopy.tables import Warned

__all__ = ["Engine", "Outcome", "Step", "carry_out", "read", "statements", "times"]


def carry_out(engine: Engine, pile: Iterable[Page | Rejection], settings: Settings) -> Outcome:
    """The plan itself: from a pile of pages to the rows of every table."""
    intake = gather.Intake(pile)
    read = engine.each(READ, intake.pages())
    articles = _sited(engine, [r.article for r in read if r.article is not None], settings)
    copies = engine.copies([gather.body(a) for a in articles], settings.copies)
    by_page = {a.page: a for a in articles}
    passages = tuple(gather.in_page_text(p, by_page) for p in copies.passages)
    collated = engine.each(COLLATE, gather.families(copies.memberships, passages, by_page))
    families = tuple(c.family for c in collated)
    inferred = tuple(i for c in collated for i in c.inferred)
    articles = gather.on_inferred_days(articles, inferred)
    by_page = {a.page: a for a in articles}
    groups = engine.each(STORIES, [gather.reports(families, articles, settings.story.loose_days)])[0].groups
    mentions = _said(engine, articles, gather.beside(families, inferred), inferred)
    told = engine.each(ACCOUNTS, gather.parts(groups, families, copies.memberships, by_page, mentions))
    heads = gather.with_keys([t.head for t in told], engine.earlier(StoryHead))
    rejected = [*intake.rejected, *(r.rejection for r in read if r.rejection is not None)]
    return Outcome(
        pages=tuple(sorted(intake.rows, key=lambda p: p.page)),
        rejected=tuple(sorted(rejected, key=lambda r: (r.page, r.locator, r.reason))),
        articles=tuple(articles),
        pairs=copies.pairs,
        passages=passages,
        memberships=copies.memberships,
        families=families,
        inferred_times=inferred,
        stories=tuple(heads),
        statement_mentions=tuple(s for m in mentions for s in m.statements),
        event_mentions=tuple(e for m in mentions for e in m.events),
        figure_mentions=tuple(f for m in mentions for f in m.figures),
        accounts=tuple(t.account for t in told),
        warnings=(
            *intake.unread_dates(articles),
            *gather.hidden_signs(articles),
            *(_warning(m) for m in mentions if m.failed),
        ),
    )


def _warning(mentions: account.Mentions) -> Warned:
    text = f"{mentions.page}: its statements could not be read ({mentions.failed}); please report the page"
    return Warned(mentions.page, text)


def _sited(engine: Engine, articles: Sequence[Article], settings: Settings) -> list[Article]:
    """Let the pages of one outlet, of this run and of earlier ones, teach each other what is furniture;
    unknown outlets teach nobody."""
    known: dict[str, list[Article]] = {}
    for article in articles:
        known.setdefault(article.outlet.key, []).append(article)
    lone = known.pop("", [])
    earlier = engine.remembered("lessons", sorted(known), Lessons)
    sites = []
    for outlet, group in sorted(known.items()):
        ordered = sorted(group, key=gather.page_of)
        before = earlier[outlet].lessons if outlet in earlier else ()
        sites.append(Site(outlet, tuple(ordered), extract.unlearned(ordered, before, settings.read)))
    taught = engine.each(SITES, sites)
    learned = {
        site.outlet: Lessons(extract.kept_lessons(site.articles, site.earlier, settings.read))
        for site in sites
    }
    engine.remember("lessons", {o: new for o, new in learned.items() if earlier.get(o) != new})
    return sorted([*lone, *(a for site in taught for a in site.articles)], key=gather.page_of)


def _said(
    engine: Engine, articles: Sequence[Article], beside: Mapping[str, str], inferred: Sequence[InferredTime]
) -> list[account.Mentions]:
    """What each article says. The pages of `beside` take it from their family's base where they can, so that
    paragraphs of a copy are read once, and the others are read after it."""
    by_page = {a.page: a for a in articles}
    first = gather.dated((a for a in articles if a.page not in beside), inferred)
    said = {m.page: m for m in engine.each(MENTIONS, first)}
    for page, base in beside.items():
        carried = account.carried_over(said[base], by_page[base], by_page[page])
        if carried is not None:
            said[page] = carried
    rest = gather.dated((a for a in articles if a.page not in said), inferred)
    if rest:
        said.update((m.page, m) for m in engine.each(MENTIONS, rest))
    return [said[a.page] for a in articles]


def _group(reports: Reports, settings: Settings) -> Groups:
    groups = gather.sharing_pages(story.group(reports.reports, settings.story), reports.reports)
    return Groups(
        tuple(
            Group(
                story.title_of([reports.reports[i].title or "" for i in members]),
                tuple(reports.reports[i].id for i in members),
                tuple(sorted({p for i in members for p in reports.reports[i].pages})),
            )
            for members in groups
        )
    )


def _mentions(dated: DatedArticle, settings: Settings) -> account.Mentions:
    try:
        return account.read_mentions(dated.article, dated.inferred, settings.account)
    except Exception as error:  # one odd page never stops a pile: its copies count, its account is empty
        return account.Mentions(dated.article.page, (), (), (), type(error).__name__)


def _tell(parts: account.StoryParts, settings: Settings) -> account.Told:
    return account.tell(parts, settings.account)


READ: Step[Page, Read] = Step(
    "read",
    "reading pages",
    key=lambda p: p.id,
    inputs=lambda p: (p.id, p.locator, p.media, p.digest, p.given),
    stage=read,
    obeys=lambda s: s.read,
    makes=Read,
)
SITES: Step[Site, Site] = Step(
    "sites",
    "learning furniture",
    key=lambda s: s.outlet,
    inputs=lambda s: s,
    stage=lambda site, s: Site(site.outlet, extract.read_site(site.articles, s.read, site.earlier)),
    obeys=lambda s: s.read,
    makes=Site,
)
COLLATE: Step[Copy, Collated] = Step(
    "collate",
    "comparing witnesses",
    key=lambda c: c.family,
    inputs=lambda c: c,
    stage=single.collated,
    obeys=lambda s: s.collate,
    makes=Collated,
)
STORIES: Step[Reports, Groups] = Step(
    "stories",
    "grouping stories",
    key=lambda _: "pile",
    inputs=lambda r: r,
    stage=_group,
    obeys=lambda s: s.story,
    makes=Groups,
)
MENTIONS: Step[DatedArticle, account.Mentions] = Step(
    "mentions",
    "reading statements",
    key=lambda d: d.article.page,
    inputs=lambda d: d,
    stage=_mentions,
    obeys=lambda s: s.account,
    makes=account.Mentions,
)
ACCOUNTS: Step[account.StoryParts, account.Told] = Step(
    "accounts",
    "counting sources",
    key=lambda p: p.id,
    inputs=lambda p: p,
    stage=_tell,
    obeys=lambda s: s.account,
    makes=account.Told,
)
