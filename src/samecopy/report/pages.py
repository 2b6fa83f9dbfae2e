"""What the document shows of each page: its metadata, and its whole text with every claim marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samecopy.records import Article, Family, PageSpan, Result, Span, Story
from samecopy.report.anchors import outward, page_anchor
from samecopy.report.labels import Pile
from samecopy.report.marks import Block, blocks
from samecopy.report.wording import moment


@dataclass(frozen=True, slots=True)
class Carried:
    """Says beside a paragraph which family row it carries."""

    says: str
    anchor: str
    state: str


@dataclass(frozen=True, slots=True)
class ShownPage:
    anchor: str
    id: str
    label: str
    title: str
    outlet: str
    url: str
    link: str | None
    published: str
    evidence: str
    modified: str
    byline: str
    dateline: str
    credits: tuple[str, ...]
    language: str
    read_by: str
    story: str
    reports: tuple[tuple[str, str], ...]
    blocks: tuple[tuple[Block, tuple[Carried, ...]], ...]


def show_pages(result: Result, pile: Pile) -> tuple[ShownPage, ...]:
    """All read pages in the order of the result."""
    claimed = _claimed(result)
    carried = _carried(result)
    reports = _reports(result)
    shown: list[ShownPage] = []
    for view in result.pages:
        article = view.article
        spans = [*claimed.get(article.page, ()), *(c.span for c in article.credits if c.span is not None)]
        marked = tuple(
            (block, tuple(carried.get((article.page, block.number), ())) if block.number is not None else ())
            for block in blocks(article, _inside(spans, article))
        )
        shown.append(_page(pile, article, view.story, tuple(reports.get(article.page, ())), marked))
    return tuple(shown)


def _page(
    pile: Pile,
    article: Article,
    story: str,
    reports: tuple[tuple[str, str], ...],
    marked: tuple[tuple[Block, tuple[Carried, ...]], ...],
) -> ShownPage:
    return ShownPage(
        anchor=page_anchor(article.page),
        id=article.page,
        label=pile.label(article.page),
        title=article.title or "",
        outlet=article.outlet.name or article.outlet.key,
        url=article.url or "",
        link=outward(article.url),
        published=moment(article.published.value) if article.published is not None else "",
        evidence=article.published.evidence if article.published is not None else "",
        modified=moment(article.modified.value) if article.modified is not None else "",
        byline=article.byline or "",
        dateline=article.dateline.place if article.dateline is not None else "",
        credits=tuple(dict.fromkeys(credit.text for credit in article.credits)),
        language=article.language or "",
        read_by=article.read_by,
        story=story,
        reports=reports,
        blocks=marked,
    )


def _claimed(result: Result) -> dict[str, list[Span]]:
    """Every span that the document points at, by page."""
    claimed: dict[str, list[Span]] = {}
    for story in result.stories:
        for span in _pointed(story):
            claimed.setdefault(span.page, []).append(Span(span.begin, span.end))
    return claimed


def _pointed(story: Story) -> Iterator[PageSpan]:
    for event in story.events:
        yield from event.spans
    for figure in story.figures:
        yield from figure.spans
    for statement in story.statements:
        yield from statement.spans
        for line in statement.evidence:
            yield from line.spans
    for family in story.families:
        for line in (*family.origin.evidence, *(e for d in family.origin.descents for e in d.evidence)):
            yield from line.spans
        for witness in family.witnesses:
            for edit in witness.edits:
                yield from (span for span in (edit.before_span, edit.after_span) if span is not None)


def _inside(spans: Iterable[Span], article: Article) -> list[Span]:
    return [span for span in spans if 0 <= span.begin < span.end <= len(article.text)]


def _carried(result: Result) -> dict[tuple[str, int], list[Carried]]:
    carried: dict[tuple[str, int], list[Carried]] = {}
    for story in result.stories:
        letters = dict(story.letters)
        for family in story.families:
            letter = letters.get(family.id, family.id)
            for page, paragraph, row, state in _cells(family):
                line = Carried(f"{letter} {row} {state}", f"{story.id}/{letter}/{row}", state)
                carried.setdefault((page, paragraph), []).append(line)
    return carried


def _cells(family: Family) -> Iterator[tuple[str, int, str, str]]:
    for row in family.rows:
        for cell in row.cells:
            yield cell.page, cell.paragraph, row.id, cell.state


def _reports(result: Result) -> dict[str, list[tuple[str, str]]]:
    """The letters under which each page stands, with their addresses."""
    reports: dict[str, list[tuple[str, str]]] = {}
    for story in result.stories:
        members = {family.id: family.pages for family in story.families}
        for report, letter in story.letters:
            for page in members.get(report, (report,)):
                reports.setdefault(page, []).append((letter, f"{story.id}/{letter}"))
    return reports
