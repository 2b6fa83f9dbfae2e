"""Invented pages for the tests of collation."""

from collections.abc import Sequence

from samecopy.records import Article, Credit, Dated, Outlet, Paragraph, Span

COPY = (
    "The ferry Lark ran aground off Hesselby on Monday with 212 people aboard, the harbour master said.",
    "No one was hurt, according to the coast service, which sent three boats from Orrin.",
    "“We heard a long scrape and then silence,” said Petra Quill, a nurse on her way home.",
    "The ship was built in 1988 and has been repaired four times since, records show.",
    "Divers will inspect the hull before it is towed to the yard at Mossport.",
    "The operator promised to refund all tickets and to lay on buses until the line reopens.",
)
ADDED = "Hesselby’s mayor called for a second lighthouse and for slower sailings in fog."


def page(
    name: str,
    paragraphs: Sequence[str],
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    credited: Sequence[Credit] = (),
) -> Article:
    """An article whose page text is its title and paragraphs, a blank line between them."""
    parts = [title, *paragraphs] if title else list(paragraphs)
    text = "\n\n".join(parts)
    spans: list[Span] = []
    at = 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    body = spans[1:] if title else spans
    return Article(
        page=name,
        text=text,
        title=title,
        title_span=spans[0] if title else None,
        outlet=Outlet(outlet or f"{name}.example", (outlet or name).title()),
        url=None,
        published=Dated(published, "given") if published else None,
        modified=None,
        byline=None,
        language="en",
        dateline=None,
        credits=tuple(credited),
        paragraphs=tuple(Paragraph(i, span) for i, span in enumerate(body)),
        furniture=(),
        read_by="test",
    )


def agency(name: str) -> Credit:
    return Credit(name, True, "byline", f"By {name}")
