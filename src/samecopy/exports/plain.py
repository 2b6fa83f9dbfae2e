"""What was read in a page as plain text: what it says of itself, its body, and what was left out."""

import re
from collections.abc import Iterator
from typing import Protocol

from samecopy.records import Article, Dated, Rejection

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


class Outcome(Protocol):
    """What reading a page gave: an article, or the reason why not."""

    @property
    def article(self) -> Article | None: ...
    @property
    def rejection(self) -> Rejection | None: ...


def read_text(outcome: Outcome) -> str:
    """An article as lines, or the reason why there is none; ends with a newline.

    Control characters and bidirectional controls of the page are shown as U+FFFD.
    """
    if outcome.article is not None:
        return "".join(f"{_plain(line)}\n" for line in _article(outcome.article))
    if outcome.rejection is not None:
        rejection = outcome.rejection
        return (
            f"{_plain(rejection.page)}: not read ({_plain(rejection.reason)}): {_plain(rejection.detail)}\n"
        )
    return ""


def _article(article: Article) -> Iterator[str]:
    yield f"page       {article.page}"
    yield f"title      {article.title or 'none found'}"
    yield f"outlet     {article.outlet.name or article.outlet.key or 'unknown'}"
    yield f"published  {_dated(article.published)}"
    if article.modified is not None:
        yield f"modified   {_dated(article.modified)}"
    if article.byline is not None:
        yield f"byline     {article.byline}"
    if article.dateline is not None:
        yield f"dateline   {article.dateline.place}"
    yield f"credits    {', '.join(credit.text for credit in article.credits) or 'no credit line found'}"
    yield f"read by    {article.read_by}"
    for text in article.paragraph_texts():
        yield ""
        yield text
    if article.furniture:
        yield ""
    for line in article.furniture:
        yield f"left out ({line.why})  {line.span.of(article.text)}"


def _dated(time: Dated | None) -> str:
    return f"{time.value} ({time.evidence})" if time is not None else "no date found"


def _plain(line: str) -> str:
    return _HIDDEN.sub("�", " ".join(line.splitlines()))
