"""Bare articles for the tests of the account, and statements as short rows."""

from samecopy.records import Article, Outlet, Paragraph, SourceType, StatementKind
from samecopy.settings import AccountSettings
from samecopy.stages.account.statements import read_statements
from samecopy.text.sentences import blocks


def bare_article(text: str) -> Article:
    """An article whose body is the whole text, a paragraph for each block."""
    return Article(
        page="p1",
        text=text,
        title=None,
        title_span=None,
        outlet=Outlet("example.org"),
        url=None,
        published=None,
        modified=None,
        byline=None,
        language="en",
        dateline=None,
        credits=(),
        paragraphs=tuple(Paragraph(number, span) for number, span in enumerate(blocks(text))),
        furniture=(),
        read_by="test",
    )


def told(text: str) -> list[tuple[StatementKind, str, str, SourceType]]:
    """Kind, content (pieces joined by |), resolved name and type of each statement read."""
    return [
        (one.kind, " | ".join(piece.of(text) for piece in one.content), one.source.name, one.source.type)
        for one in read_statements(bare_article(text), AccountSettings())
    ]
