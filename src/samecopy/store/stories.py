"""The state of an index of stories: what adding a batch of reports must know of those before.

reports   number, id, pages, day (ordinal; where it stands in time), how sure the day is; where its
          terms lie in a file beside the database; how crowded it is about it (`factor`); its story
edges     pairs of reports that are near, `a` the later, with the day of `a`
stories   number, key, former keys
articles  id, title, when published: of all articles that reports were made of
"""

from collections.abc import Mapping
from pathlib import Path

from samecopy.settings import StorySettings
from samecopy.store.growing import GrowingStore
from samecopy.store.rows import RowFile

_TABLES = {
    "reports": "number INTEGER, id VARCHAR, pages VARCHAR[], day INTEGER, sure DOUBLE, terms_at BIGINT, "
    "terms INTEGER, factor DOUBLE, story INTEGER",
    "edges": "a INTEGER, b INTEGER, day INTEGER, score FLOAT",
    "stories": "number INTEGER, key VARCHAR, formerly VARCHAR[]",
    "articles": "id VARCHAR, title VARCHAR, published VARCHAR",
}

TERM = 4
"""Columns of a term's row: its key's lower and upper half, its count (the bits of a float32), its letters."""


class StoryStore(GrowingStore):
    """An open index of stories in a folder of its own; the terms of its reports lie in `terms`."""

    terms: RowFile

    def __init__(self, folder: Path, settings: StorySettings) -> None:
        refusal = (
            f"the stories in {folder} were made with other settings or another version; choose another "
            "folder and add all reports to it"
        )
        super().__init__(folder / "stories.duckdb", _TABLES, settings, refusal)

    def drop_edges(self, first: int, last: int) -> None:
        """Deletes the pairs whose later report has one of these days."""
        self._db.execute("DELETE FROM edges WHERE day BETWEEN ? AND ?", [first, last])

    def _open(self) -> None:
        self.terms = RowFile(self.folder / "terms", TERM, self._size("terms"))

    def _close(self) -> None:
        self.terms.close()

    def _sizes(self) -> Mapping[str, int]:
        return {"terms": len(self.terms)}
