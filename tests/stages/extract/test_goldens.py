"""Stored pages and what is read in them. All are invented.

    python tests/stages/extract/test_goldens.py --regenerate

writes the expected JSON anew; look at the difference before committing it.
"""

import sys
from pathlib import Path

import msgspec
import pytest

from samecopy.records import Article, Given, Page, Rejection, Span
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

FOLDER = Path(__file__).parents[2] / "goldens" / "extract"
PAGES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".html", ".txt"))


def expected(name: str) -> bytes:
    """What is read in a stored page, as JSON with the text of each span."""
    given = msgspec.json.decode((FOLDER / "given.json").read_bytes(), type=dict[str, Given]).get(
        name, Given()
    )
    data = (FOLDER / name).read_bytes()
    page = Page(name, name, "html" if name.endswith(".html") else "text", data, "", given)
    read = read_page(page, ReadSettings())
    view = read if isinstance(read, Rejection) else article_view(read)
    return msgspec.json.format(msgspec.json.encode(view), indent=1) + b"\n"


def article_view(article: Article) -> dict[str, object]:
    """An article with the text in place of each span."""

    def at(span: Span | None) -> str | None:
        return span.of(article.text) if span else None

    return {
        "title": article.title,
        "title_at": at(article.title_span),
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "modified": article.modified,
        "byline": article.byline,
        "language": article.language,
        "dateline": article.dateline and [article.dateline.place, at(article.dateline.span)],
        "credits": [[c.kind, c.name, c.agency, c.text, at(c.span)] for c in article.credits],
        "paragraphs": article.paragraph_texts(),
        "furniture": [[line.why, at(line.span)] for line in article.furniture],
    }


@pytest.mark.parametrize("name", PAGES)
def test_stored_page_reads_as_expected(name: str) -> None:
    """A stored page gives the article or the rejection that is stored beside it."""
    assert expected(name).decode() == (FOLDER / f"{name}.json").read_text("utf-8")


if __name__ == "__main__" and "--regenerate" in sys.argv:
    for stored in PAGES:
        (FOLDER / f"{stored}.json").write_bytes(expected(stored))
