"""Tables whose text is ready to compare: a whole JSONL, CSV or Parquet file as columns.

For `samecopy families` and `samecopy stories`, which take texts as they are. Pages that need reading
come through `pile`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from samecopy.errors import InputError
from samecopy.records import Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.columns import Cell, Line, as_text, given
from samecopy.sources.files import list_files
from samecopy.sources.rows import read_rows, wanted


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One row. `outlet` is a key: the case-folded name, else the URL's host, else ""."""

    id: str
    outlet: str
    title: str | None
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Articles:
    """Columns of equal length."""

    ids: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    titles: list[str | None] = field(default_factory=list)
    published: list[str | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_articles(path: Path, settings: ReadSettings) -> Articles:
    """All rows of a table, in memory. Raises what `article_rows` does."""
    articles = Articles()
    for row in article_rows(path, settings):
        articles.ids.append(row.id)
        articles.outlets.append(row.outlet)
        articles.titles.append(row.title)
        articles.published.append(row.published)
        articles.texts.append(row.text)
    return articles


def article_rows(path: Path, settings: ReadSettings) -> Iterator[ArticleRow]:
    """The rows of a table, one at a time. A row without an id is named by its number.

    Raises:
        InputError: the file is no table, a row cannot be read, has no text, or two share an id.
    """
    items = list_files([path])
    found = items[0] if len(items) == 1 else None
    if found is None or isinstance(found, Rejection) or found.kind not in ("jsonl", "csv", "parquet"):
        raise InputError(
            f"{path} is no table of articles: name a .parquet, .jsonl or .csv file with {wanted()}"
        )
    seen: set[str] = set()
    outlets: dict[str, str] = {}
    for line in read_rows(found, settings):
        if not isinstance(line, Line):
            raise InputError(line[1].detail)
        row = _row(line, str(path))
        if row.id in seen:
            raise InputError(f"{path} has the id {row.id!r} twice: ids must be unique")
        seen.add(row.id)
        # one string per outlet, not one per row
        yield replace(row, outlet=outlets.setdefault(row.outlet, row.outlet))


def _row(line: Line, path: str) -> ArticleRow:
    if "text" not in line.cells:
        raise InputError(
            f"{path}, row {line.number}, has no text: the column text (or body, content) is needed"
        )
    beside = given(line.cells)
    text = line.cells["text"]
    return ArticleRow(
        _id(line.cells.get("id"), line.number),
        _outlet(beside.outlet, beside.url),
        beside.title,
        beside.published,
        text if isinstance(text, str) else "",  # a null text shares nothing
    )


def _id(cell: Cell, number: int) -> str:
    return as_text(cell) or f"row {number}"


def _outlet(name: str | None, url: str | None) -> str:
    """
    >>> _outlet("The Herald ", None), _outlet(None, "https://www.herald.example/a")
    ('the herald', 'herald.example')
    """
    if name:
        return " ".join(name.casefold().split())
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
