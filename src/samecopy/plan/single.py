"""One stage on one thing: what the commands for single files call.

No store, no other pages: `times` and `statements` read plain text as it is, so that offsets count in
the file; `compared` sets one article against another.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from samecopy.plan import gather
from samecopy.plan.items import Collated, Compared, Copy, Read, Said
from samecopy.plan.storying import Telling, report_of
from samecopy.records import (
    Article,
    Copies,
    Dated,
    Family,
    Membership,
    Page,
    Passage,
    Rejection,
    plain_article,
)
from samecopy.settings import Settings
from samecopy.stages import account, collate, extract, story
from samecopy.text.dates import Time, find_times
from samecopy.text.lines import blocks


def read(page: Page, settings: Settings) -> Read:
    """One page read, or rejected whatever a parser throws: one broken page never stops a pile."""
    try:
        outcome = extract.read_page(page, settings.read)
    except Exception as error:
        detail = f"{page.locator}: the reader failed on it ({type(error).__name__}); please report the page"
        return Read(None, Rejection(page.id, page.locator, "reader_failed", detail))
    return Read(None, outcome) if isinstance(outcome, Rejection) else Read(outcome, None)


def article_of(text: str, published: date | None) -> Article:
    """Plain text as an article: every block of lines is a paragraph, nothing is furniture."""
    dated = None if published is None else Dated(published.isoformat(), "given")
    return plain_article("text", text, [b.span for b in blocks(text)], dated, "plain text, all of it")


def times(text: str, published: date | None) -> tuple[Time, ...]:
    """The temporal expressions of a text, in order."""
    return tuple(find_times(text, published))


def statements(text: str, published: date | None, settings: Settings) -> Said:
    """The statements of a text, in order."""
    found = account.read_statements(article_of(text, published), settings.account)
    telling = account.sure(found, settings.account)
    return Said(telling, len(found) - len(telling))


def stories_of(
    ids: Sequence[str],
    titles: Sequence[str | None],
    texts: Sequence[str],
    published: Sequence[str | None],
    families: Sequence[int],
    settings: Settings,
) -> tuple[int, ...]:
    """Articles grouped by event: the number of each one's story, 0 for the largest.

    `families` number each article's family, which is one report.
    """
    members: dict[int, list[int]] = {}
    for at, family in enumerate(families):
        members.setdefault(family, []).append(at)
    rows = [Telling(*row) for row in zip(ids, titles, texts, published, strict=True)]
    told = list(members.values())
    reports = [report_of([rows[at] for at in family]) for family in told]
    numbers = [0] * len(ids)
    for number, grouped in enumerate(story.group(reports, settings.story)):
        for report in grouped:
            for at in told[report]:
                numbers[at] = number
    return tuple(numbers)


def compared(a: Article, b: Article, copies: Copies, settings: Settings) -> Compared:
    """Article `b` described against `a` as if both were one family. Passages of `copies` count in bodies."""
    by_page = {a.page: a, b.page: b}
    members = tuple(sorted((a, b), key=gather.page_of))
    memberships = tuple(
        Membership("pair", m.page, 1.0, tuple(p.number for p in m.paragraphs)) for m in members
    )
    passages = tuple(gather.in_page_text(p, by_page) for p in copies.passages)
    made = collated(Copy("pair", members, memberships, passages), settings, base=a.page)
    return Compared(made.family, copies.pairs[0] if copies.pairs else None)


def rebased(
    family: Family,
    members: Sequence[Article],
    memberships: Sequence[Membership],
    passages: Sequence[Passage],
    base: str,
    settings: Settings,
) -> Family:
    """A family with its witnesses described against another of its pages. Where the copy likely came from
    does not depend on it and stays. Spans of `passages` count in page text."""
    collation = collate.collate(members, memberships, passages, settings.collate, base=base)
    return replace(family, base=collation.base, rows=collation.rows, witnesses=collation.witnesses)


def collated(copy: Copy, settings: Settings, base: str | None = None) -> Collated:
    """One family, collated: against `base`, or the witness that carries most."""
    collation = collate.collate(copy.members, copy.memberships, copy.passages, settings.collate, base=base)
    family = Family(
        id=copy.family,
        pages=tuple(m.page for m in copy.members),
        base=collation.base,
        rows=collation.rows,
        witnesses=collation.witnesses,
        origin=collate.origin(copy.members, collation, settings.collate),
    )
    return Collated(family, collate.infer_times(copy.members, collation, settings.collate))
