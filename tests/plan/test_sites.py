"""What an outlet's pages teach is kept in the store for its later pages."""

from collections.abc import Sequence
from pathlib import Path

from samecopy.api import Quiet
from samecopy.engines import local
from samecopy.records import Article, Given, Page
from samecopy.settings import Settings
from samecopy.store import Store

NOTICE = "The Post is printed on the mill's own paper in the old town hall of Torvik."
STORIES = (
    "The ferry to Lunna sails again on Saturday.\n\n{}\n\nIts shaft was mended in eleven weeks of work.",
    "A crane fell on an empty shed on Thursday.\n\n{}\n\nNobody was hurt, the harbour office of Orrin said.",
    "Five towns share the water of a lake now.\n\n{}\n\nThe quarrel over it had lasted for nine long years.",
)
PAGES = [
    Page(f"{n}.txt", f"{n}.txt", "text", story.format(NOTICE).encode(), str(n), Given(outlet="Post"))
    for n, story in enumerate(STORIES)
]


def articles(pages: Sequence[Page], store: Store) -> tuple[Article, ...]:
    return local.run(pages, store, Settings(), Quiet()).articles


def test_a_later_pile_is_read_with_what_an_earlier_one_taught(tmp_path: Path) -> None:
    """Other pages of the outlet, not in the pile any more, tell that the line is its own."""
    with Store(tmp_path / "store.duckdb") as store:
        articles(PAGES[:2], store)
        (late,) = articles(PAGES[2:], store)
        again = articles(PAGES[2:], store)
    with Store(tmp_path / "other.duckdb") as fresh:
        (alone,) = articles(PAGES[2:], fresh)
    assert NOTICE in alone.body()
    assert NOTICE not in late.body()
    assert again == (late,)


def test_a_pile_read_twice_is_read_the_same(tmp_path: Path) -> None:
    """Its own pages of the first time are no witnesses in the second."""
    with Store(tmp_path / "store.duckdb") as store:
        assert articles(PAGES[:2], store) == articles(PAGES[:2], store)
