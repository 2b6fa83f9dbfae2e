"""Bare articles for the tests of the account, and statements as short rows."""

from dataclasses import replace

from samecopy.records import Article, Outlet, SourceType, StatementKind, plain_article
from samecopy.settings import AccountSettings
from samecopy.stages.account.statements import read_statements
from samecopy.text.sentences import blocks


def bare_article(text: str) -> Article:
    """An article whose body is the whole text, a paragraph for each block."""
    return replace(plain_article("p1", text, blocks(text)), outlet=Outlet("example.org"), language="en")


def told(text: str) -> list[tuple[StatementKind, str, str, SourceType]]:
    """Kind, content (pieces joined by |), resolved name and type of each statement read."""
    return [
        (one.kind, " | ".join(piece.of(text) for piece in one.content), one.source.name, one.source.type)
        for one in read_statements(bare_article(text), AccountSettings())
    ]
