"""What columns of a table are called, and how their cells become what is given beside a page."""

import datetime
import math
from collections.abc import Iterable, Mapping

from samecopy.records import Given

COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "page_id", "article_id", "uid", "uuid")),
    ("url", ("url", "link", "href", "address", "uri", "page_url", "source_url", "canonical_url")),
    (
        "outlet",
        ("outlet", "source", "publisher", "source_name", "site", "site_name", "newspaper", "media", "domain"),
    ),
    (
        "published",
        (
            "published",
            "published_at",
            "date",
            "date_published",
            "published_date",
            "publication_date",
            "publish_date",
            "pub_date",
            "published_on",
            "datetime",
            "timestamp",
        ),
    ),
    ("title", ("title", "headline", "heading")),
    ("byline", ("byline", "author", "authors", "creator")),
    (
        "text",
        ("text", "body", "content", "article", "main_text", "article_text", "article_body", "full_text"),
    ),
    ("html", ("html", "raw_html", "page_html")),
    ("file", ("file", "page", "path", "filename", "file_name", "name")),
)
"""Our name of each column and what tables in the wild call it, the commonest first. Case, spaces,
underscores and dashes do not count: `Published At` is `published_at`."""

Cell = object
"""A value as a reader gave it: string, number, date, bytes, list, mapping or None."""

_NAMES = {
    name.replace("_", ""): (column, rank) for column, names in COLUMNS for rank, name in enumerate(names)
}
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_SECONDS = (10**8, 10**10)  # 1973 to 2286; below lie years and days, above lie milliseconds


def known_columns(names: Iterable[str]) -> dict[str, str]:
    """Our column names mapped to the table's own; where two synonyms stand, the commoner one.

    >>> known_columns(["Headline", "Published At", "body", "shares"])
    {'title': 'Headline', 'published': 'Published At', 'text': 'body'}
    """
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        plain = "".join(c for c in name.casefold() if c.isalnum())
        if plain in _NAMES:
            column, rank = _NAMES[plain]
            if column not in best or rank < best[column][0]:
                best[column] = (rank, name)
    return {column: name for column, (_, name) in best.items()}


def as_text(cell: Cell) -> str | None:
    """A cell as stripped text; None where it says nothing.

    Lists are joined, and of a mapping (`{"id": 7, "name": "The Herald"}`) the name is taken.

    >>> as_text(["A. Writer", "B. Writer"]), as_text("  ")
    ('A. Writer, B. Writer', None)
    """
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, bytes):
        return as_text(cell.decode("utf-8", "replace"))
    if isinstance(cell, list | tuple):
        return ", ".join(part for part in map(as_text, cell) if part) or None
    if isinstance(cell, Mapping):
        return as_text(cell.get("name") or cell.get("title"))
    if isinstance(cell, float):
        return None if math.isnan(cell) else str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    # a lone surrogate can stand in JSON but in no file
    return str(cell).encode("utf-8", "replace").decode("utf-8").strip() or None


def as_time(cell: Cell) -> str | None:
    """A publication time as given; a count of seconds or milliseconds since 1970 as ISO 8601 in UTC.

    >>> as_time(1000000000), as_time("2001-09-09")
    ('2001-09-09T01:46:40+00:00', '2001-09-09')
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell):
        for unit in (1, 1000):
            if _SECONDS[0] <= cell / unit < _SECONDS[1]:
                return (_EPOCH + datetime.timedelta(seconds=int(cell / unit))).isoformat()
    return as_text(cell)


def given(row: Mapping[str, Cell]) -> Given:
    """What a row with our column names gives beside its page."""
    return Given(
        url=as_text(row.get("url")),
        outlet=as_text(row.get("outlet")),
        published=as_time(row.get("published")),
        title=as_text(row.get("title")),
        byline=as_text(row.get("byline")),
    )


def merged(own: Given, beside: Given) -> Given:
    """`own` where it says something, else `beside`."""
    return Given(
        url=own.url or beside.url,
        outlet=own.outlet or beside.outlet,
        published=own.published or beside.published,
        title=own.title or beside.title,
        byline=own.byline or beside.byline,
    )
