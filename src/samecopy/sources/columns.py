"""What columns of a table are called, and how their cells become what is given beside a page."""

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from samecopy.errors import UnreadablePage
from samecopy.records import Given

COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "page_id", "article_id", "uid", "uuid")),
    (
        "url",
        (
            "url",
            "link",
            "href",
            "address",
            "uri",
            "page_url",
            "source_url",
            "requested_url",
            "responded_url",
            "canonical_url",
            "canonical_link",
        ),
    ),
    (
        "outlet",
        (
            "outlet",
            "source",
            "publisher",
            "source_name",
            "source_hostname",
            "site",
            "site_name",
            "meta_site_name",
            "newspaper",
            "media",
            "media_name",
            "domain",
            "source_domain",
            "hostname",
            "url_host_registered_domain",
        ),
    ),
    (
        "published",
        (
            "published",
            "published_at",
            "date",
            "date_published",
            "date_publish",
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
        (
            "text",
            "body",
            "content",
            "article",
            "main_text",
            "article_text",
            "article_body",
            "full_text",
            "plain_text",
            "content_text",
            "raw_text",
        ),
    ),
    ("html", ("html", "raw_html", "page_html", "content_html")),
    (
        "fetched",
        (
            "fetched",
            "fetched_at",
            "fetch_time",
            "fetch_date",
            "date_download",
            "crawl_date",
            "indexed_date",
            "retrieved",
            "accessed",
            "filedate",
        ),
    ),
    ("file", ("file", "page", "path", "filename", "file_name", "name")),
)
"""Our name of each column and what tables in the wild call it, the commonest first. Case, spaces,
underscores and dashes do not count: `Published At` is `published_at`."""

_PEERS: tuple[Mapping[str, str], ...] = ({"url": "source", "outlet": "sourcehostname"},)
"""What some tables mean by a name that means another thing elsewhere; each holds where all its names
stand. The first is trafilatura's JSON, whose `source` is the address."""

Cell = object
"""A value as a reader gave it: string, number, date, bytes, list, mapping or None."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table. `number` counts from 1: lines of JSONL, records of CSV and Parquet, items of
    a feed."""

    number: int
    cells: Mapping[str, Cell]


Rows = Iterator[Line | tuple[int, UnreadablePage]]
"""Rows as they come; an error in place of a row that cannot be read, with the row's number."""

_NAMES = {
    name.replace("_", ""): (column, rank) for column, names in COLUMNS for rank, name in enumerate(names)
}
_PAGE_ADDRESS = re.compile(r"https?://[^/\s]+/[^\s]")
_MAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2,8},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{2,4}\s+\d{1,2}:\d{2}")
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_SECONDS = (10**8, 10**10)  # 1973 to 2286; below lie years and days, above lie milliseconds


def known_columns(names: Iterable[str]) -> dict[str, str]:
    """Our column names mapped to the table's own; where two synonyms stand, the commoner one.

    >>> known_columns(["Headline", "Published At", "body", "shares"])
    {'title': 'Headline', 'published': 'Published At', 'text': 'body'}
    """
    best: dict[str, tuple[int, str]] = {}
    plainly: dict[str, str] = {}
    for name in names:
        plain = "".join(c for c in name.casefold() if c.isalnum())
        plainly.setdefault(plain, name)
        if plain in _NAMES:
            column, rank = _NAMES[plain]
            if column not in best or rank < best[column][0]:
                best[column] = (rank, name)
    known = {column: name for column, (_, name) in best.items()}
    for peer in _PEERS:
        if plainly.keys() >= set(peer.values()):
            known |= {column: plainly[plain] for column, plain in peer.items()}
    return known


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
    """A time as given; a count of seconds or milliseconds since 1970, and the form of RFC 2822 that feeds
    use, as ISO 8601.

    >>> as_time(1000000000), as_time("2001-09-09"), as_time("Sun, 09 Sep 2001 01:46:40 GMT")
    ('2001-09-09T01:46:40+00:00', '2001-09-09', '2001-09-09T01:46:40+00:00')
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell):
        for unit in (1, 1000):
            if _SECONDS[0] <= cell / unit < _SECONDS[1]:
                return (_EPOCH + datetime.timedelta(seconds=int(cell / unit))).isoformat()
    text = as_text(cell)
    if text and _MAIL_DATE.match(text):
        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, OverflowError):  # a 31st of February
            return text
    return text


def given(row: Mapping[str, Cell]) -> Given:
    """What a row with our column names gives beside its page. An outlet that is a page's address is that.

    >>> known = given({"outlet": "https://a.example/1", "byline": ["A. Writer"]})
    >>> known.url, known.outlet, known.byline
    ('https://a.example/1', None, 'A. Writer')
    """
    url, outlet = as_text(row.get("url")), as_text(row.get("outlet"))
    if outlet and _PAGE_ADDRESS.match(outlet):
        url, outlet = url or outlet, None
    return Given(
        url=url,
        outlet=outlet,
        published=as_time(row.get("published")),
        title=as_text(row.get("title")),
        byline=as_text(row.get("byline")),
        fetched=as_time(row.get("fetched")),
    )


def merged(own: Given, beside: Given) -> Given:
    """`own` where it says something, else `beside`."""
    return Given(
        url=own.url or beside.url,
        outlet=own.outlet or beside.outlet,
        published=own.published or beside.published,
        title=own.title or beside.title,
        byline=own.byline or beside.byline,
        fetched=own.fetched or beside.fetched,
    )
