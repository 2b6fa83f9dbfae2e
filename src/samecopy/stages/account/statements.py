"""Who said what in one article: direct, mixed and indirect statements with their sources.

From cheap and certain to costly and unsure:

1. `units`: sentences as token rows, each quotation one token.
2. `clauses`: attributions inside each unit, by the frames of `cues`.
3. `speech`: quotations that no cue of their own unit attributes, by neighbours and the running speaker.
4. `resolve`: pronouns, surnames and "the official" to the phrase that introduced them.

Those below the confidence of `AccountSettings.statement_confidence` are left out of every account, but
counted (`tell`). Not read as statements: titles of works in quotation marks, headlines.
"""

from collections.abc import Iterable

from samecopy.records import Article, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.speech import read_speech


def read_statements(article: Article, settings: AccountSettings) -> tuple[StatementMention, ...]:
    """The statements of an article's body, of any confidence, in reading order; spans are in page text.

    The content of a direct statement is the quoted words without their marks, of any other the clause
    without its attribution. Confidence lies in 0..1. No errors are raised.
    """
    found = [
        StatementMention(
            page=article.page,
            kind=one.kind,
            content=one.content,
            cue=one.cue,
            source=one.source,
            confidence=round(one.confidence, 3),
        )
        for one in read_speech(article, settings.statement_longest)
        if one.content
    ]
    return tuple(sorted(found, key=lambda s: (s.content[0].begin, s.content[-1].end, s.cue is None)))


def sure(mentions: Iterable[StatementMention], settings: AccountSettings) -> tuple[StatementMention, ...]:
    """Those that are sure enough to be told."""
    return tuple(m for m in mentions if m.confidence >= settings.statement_confidence)
