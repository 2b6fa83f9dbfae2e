"""JSON of a result, of its parts, and of what was read in single texts: UTF-8, indented by one.

`shapes` says what the objects look like; tables as JSON lines are in `tables`. Equal results give
equal bytes.
"""

from collections.abc import Sequence
from typing import Protocol

import msgspec

from samecopy.errors import NotInStore
from samecopy.exports import shapes, shaping
from samecopy.records import Article, Family, Rejection, Result, StatementMention
from samecopy.text.dates import Time


class Outcome(Protocol):
    """What reading a page gave: an article, or the reason why not."""

    @property
    def article(self) -> Article | None: ...
    @property
    def rejection(self) -> Rejection | None: ...


class Compared(Protocol):
    """Two pages collated as a family of their own."""

    @property
    def family(self) -> Family: ...


def result_json(result: Result) -> bytes:
    """The whole result, `shapes.ResultShape`.

    >>> result_json(Result((), 0, (), ())).splitlines()[1]
    b' "schema": 1,'
    """
    return _encode(
        shapes.ResultShape(
            schema=shapes.SCHEMA,
            outlets=result.outlets,
            pages=[shaping.page(view) for view in result.pages],
            stories=[shaping.story(story) for story in result.stories],
            rejected=result.rejected,
            warnings=result.warnings,
        )
    )


def part_json(result: Result, id_: str | None) -> bytes:
    """A page, a story (`s1`, or its key) or a family (`s1/A`, or its own id); the whole result without an id.

    Raises `NotInStore` where nothing has that id.
    """
    if id_ is None:
        return result_json(result)
    id_ = result.numbered(id_)
    for story in result.stories:
        if story.id == id_:
            return _encode(shaping.story(story))
        letters = dict(story.letters)
        for family in story.families:
            if id_ in (family.id, f"{story.id}/{letters.get(family.id, '')}"):
                return _encode(shaping.family(family, letters.get(family.id, "")))
        lone = next((page for page in story.lone if id_ == f"{story.id}/{letters.get(page, '')}"), None)
        id_ = id_ if lone is None else lone
    for view in result.pages:
        if view.article.page == id_:
            return _encode(shaping.page(view))
    raise NotInStore(f"no page, story or family {id_!r}; `samecopy show` lists them")


def comparison_json(compared: Compared) -> bytes:
    """Two pages compared, `shapes.FamilyShape` with no letter."""
    return _encode(shaping.family(compared.family, ""))


def article_json(read: Article) -> bytes:
    """What was read in one page, `shapes.ArticleShape`."""
    return _encode(shaping.article(read))


def read_json(outcome: Outcome) -> bytes:
    """What was read in one page, or its rejection as a `records.Rejection`, on one line: JSON lines."""
    return _line(outcome.rejection if outcome.article is None else shaping.article(outcome.article))


def times_json(text: str, times: Sequence[Time]) -> bytes:
    """The temporal expressions of a text, a list of `shapes.TimeShape`.

    >>> times_json("on 2 May", [])
    b'[]'
    """
    return _encode(
        [shapes.TimeShape(t.begin, t.end, text[t.begin : t.end], t.type, t.value, t.relative) for t in times]
    )


def statements_json(text: str, mentions: Sequence[StatementMention]) -> bytes:
    """The statements of a text, a list of `shapes.MentionShape`."""
    return _encode([shaping.mention(text, mention) for mention in mentions])


def _encode(value: object) -> bytes:
    return msgspec.json.format(_line(value), indent=1)


def _line(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # a file name that is not UTF-8 comes to us with lone surrogates
        return msgspec.json.encode(_mended(msgspec.to_builtins(value)))


def _mended(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
