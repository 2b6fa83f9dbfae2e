"""Events in one article."""

from collections.abc import Sequence

from samecopy.records import Article, EventMention, StatementMention
from samecopy.settings import AccountSettings
from samecopy.text.dates import Time


def read_events(
    article: Article, times: Sequence[Time], statements: Sequence[StatementMention], settings: AccountSettings
) -> tuple[EventMention, ...]:
    """None yet."""
    return ()
