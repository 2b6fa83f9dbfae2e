"""Bare articles for the tests of the account, and statements as short rows."""

from dataclasses import replace

from samecopy.records import Article, Outlet, SourceType, StatementKind, StatementMention, plain_article
from samecopy.settings import AccountSettings
from samecopy.stages.account.statements import read_statements, sure
from samecopy.text.sentences import blocks


def bare_article(text: str) -> Article:
    """An article whose body is the whole text, a paragraph for each block."""
    return replace(plain_article("p1", text, blocks(text)), outlet=Outlet("example.org"), language="en")


def statements(article: Article) -> tuple[StatementMention, ...]:
    """The statements of an article that are sure enough to be told."""
    settings = AccountSettings()
    return sure(read_statements(article, settings), settings)


def told(text: str) -> list[tuple[StatementKind, str, str, SourceType]]:
    """Kind, content (pieces joined by |), resolved name and type of each statement read."""
    return [
        (one.kind, " | ".join(piece.of(text) for piece in one.content), one.source.name, one.source.type)
        for one in statements(bare_article(text))
    ]
