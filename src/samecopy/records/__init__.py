"""Frozen records that every floor above speaks in.

- `page`: bytes with their provenance, and what was given beside them; a rejection.
- `article`: what was read in a page: paragraphs, furniture, metadata, credits.
- `copies`: passages, families, collation rows, edits, witnesses, origin.
- `account`: mentions read in one article (statement, time, event, figure) and the items merged of them.
- `result`: what a face shows: stories, families, the account, the rejected.

Spans count Unicode code points (Python `str` indices), half-open, into the *page text*: for a text
page the decoded file as it is; for an HTML page all text of the page, one line per block, furniture
included, as kept in the store.
"""

from samecopy.records.account import (
    Event,
    EventMention,
    EventStatus,
    Figure,
    FigureMention,
    Source,
    SourceType,
    Statement,
    StatementKind,
    StatementMention,
    Trend,
)
from samecopy.records.article import (
    Article,
    Credit,
    Dated,
    Dateline,
    Furniture,
    Outlet,
    Paragraph,
    plain_article,
)
from samecopy.records.copies import (
    Body,
    Cell,
    CellState,
    Copies,
    Descent,
    Edit,
    EditKind,
    Evidence,
    ExcerptForm,
    Family,
    Headline,
    InferredTime,
    Membership,
    Origin,
    Pair,
    PairClass,
    Passage,
    Row,
    Witness,
    WitnessParagraph,
)
from samecopy.records.page import Given, Page, Rejection
from samecopy.records.result import Account, PageView, Result, Story, StoryHead, Uncertain
from samecopy.records.span import PageSpan, Span

__all__ = [
    "Account",
    "Article",
    "Body",
    "Cell",
    "CellState",
    "Copies",
    "Credit",
    "Dated",
    "Dateline",
    "Descent",
    "Edit",
    "EditKind",
    "Event",
    "EventMention",
    "EventStatus",
    "Evidence",
    "ExcerptForm",
    "Family",
    "Figure",
    "FigureMention",
    "Furniture",
    "Given",
    "Headline",
    "InferredTime",
    "Membership",
    "Origin",
    "Outlet",
    "Page",
    "PageSpan",
    "PageView",
    "Pair",
    "PairClass",
    "Paragraph",
    "Passage",
    "Rejection",
    "Result",
    "Row",
    "Source",
    "SourceType",
    "Span",
    "Statement",
    "StatementKind",
    "StatementMention",
    "Story",
    "StoryHead",
    "Trend",
    "Uncertain",
    "Witness",
    "WitnessParagraph",
    "plain_article",
]
