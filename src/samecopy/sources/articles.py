"""Tables whose text is ready to compare: a whole JSONL, CSV or Parquet file as columns.

For `samecopy families` and `samecopy stories`, which take texts as they are. Pages that need reading
come through `pile`.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from samecopy.errors import InputError
from samecopy.records import Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.columns import Cell, Line, as_text, given
from samecopy.sources.files import list_files
from samecopy.sources.rows import read_rows, wanted


@dataclass(frozen=True, slots=True)
class Articles:
    """Columns of equal length. `outlets` are keys (case-folded name, else the URL's host, else "")."""

    ids: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    titles: list[str | None] = field(default_factory=list)
    published: list[str | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_articles(path: Path, settings: ReadSettings) -> Articles:
    """All rows of a table. A row without an id is named by its number.

    Raises:
        InputError: the file is no table, a row cannot be read, has no text, or two share an id.
    """
    items = list_files([path])
    found = items[0] if len(items) == 1 else None
    if found is None or isinstance(found, Rejection) or found.kind not in ("jsonl", "csv", "parquet"):
        raise InputError(
            f"{path} is no table of articles: name a .parquet, .jsonl or .csv file with {wanted()}"
        )
    articles = Articles()
    for row in read_rows(found, settings):
        if not isinstance(row, Line):
            raise InputError(row[1].detail)
        _append(articles, row, str(path))
    name, times = Counter(articles.ids).most_common(1)[0] if articles.ids else ("", 0)
    if times > 1:
        raise InputError(f"{path} has the id {name!r} {times} times: ids must be unique")
    return articles


def _append(articles: Articles, row: Line, path: str) -> None:
    if "text" not in row.cells:
        raise InputError(
            f"{path}, row {row.number}, has no text: the column text (or body, content) is needed"
        )
    beside = given(row.cells)
    articles.ids.append(_id(row.cells.get("id"), row.number))
    articles.outlets.append(_outlet(beside.outlet, beside.url))
    articles.titles.append(beside.title)
    articles.published.append(beside.published)
    text = row.cells["text"]
    articles.texts.append(text if isinstance(text, str) else "")  # a null text shares nothing


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
