"""Small invented articles and mentions for tests."""

from samecopy.records import (
    Article,
    Credit,
    Dated,
    Outlet,
    Paragraph,
    Source,
    SourceType,
    Span,
    StatementKind,
    StatementMention,
)


def article(
    page: str,
    *paragraphs: str,
    outlet: str = "",
    published: str | None = None,
    title: str | None = None,
    credited: tuple[Credit, ...] = (),
) -> Article:
    """An article whose page text is its paragraphs, one per line."""
    text = "\n".join(paragraphs)
    spans = []
    at = 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    return Article(
        page=page,
        text=text,
        title=title,
        title_span=None,
        outlet=Outlet(outlet, outlet or None),
        url=None,
        published=None if published is None else Dated(published, "given"),
        modified=None,
        byline=None,
        language=None,
        dateline=None,
        credits=credited,
        paragraphs=tuple(Paragraph(n, span) for n, span in enumerate(spans)),
        furniture=(),
        read_by="test",
    )


def source(name: str, type_: SourceType = "named_person", text: str | None = None) -> Source:
    return Source(text=text or name, name=name, key=name.casefold(), type=type_)


def statement(of: Article, content: str, by: Source, kind: StatementKind = "indirect") -> StatementMention:
    """A mention of `content` as it stands in an article."""
    begin = of.text.index(content)
    return StatementMention(of.page, kind, (Span(begin, begin + len(content)),), None, by)
