"""Small invented articles and mentions for tests."""

from dataclasses import replace

from samecopy.records import (
    Article,
    Credit,
    Dated,
    Outlet,
    Source,
    SourceType,
    Span,
    StatementKind,
    StatementMention,
    plain_article,
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
    dated = None if published is None else Dated(published, "given")
    bare = plain_article(page, text, spans, dated)
    return replace(bare, title=title, outlet=Outlet(outlet, outlet or None), credits=credited)


def source(name: str, type_: SourceType = "named_person", text: str | None = None) -> Source:
    return Source(text=text or name, name=name, key=name.casefold(), type=type_)


def statement(of: Article, content: str, by: Source, kind: StatementKind = "indirect") -> StatementMention:
    """A mention of `content` as it stands in an article."""
    begin = of.text.index(content)
    return StatementMention(of.page, kind, (Span(begin, begin + len(content)),), None, by)
