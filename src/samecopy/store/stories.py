"""The state of an index of stories: what adding a batch of reports must know of those before.

reports   number, id, pages, day (ordinal; where it stands in time), how sure the day is; where its
          terms lie in a file beside the database; how crowded it is about it (`factor`); its story
edges     pairs of reports that are near, `a` the later, with the day of `a`
stories   number, key, former keys
articles  id, title, when published: of all articles that reports were made of
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.errors import StoreError
from samecopy.store.database import connect, mapped, transaction
from samecopy.store.failing import told
from samecopy.store.rows import RowFile

_TABLES = {
    "reports": "number INTEGER, id VARCHAR, pages VARCHAR[], day INTEGER, sure DOUBLE, terms_at BIGINT, "
    "terms INTEGER, factor DOUBLE, story INTEGER",
    "edges": "a INTEGER, b INTEGER, day INTEGER, score FLOAT",
    "stories": "number INTEGER, key VARCHAR, formerly VARCHAR[]",
    "articles": "id VARCHAR, title VARCHAR, published VARCHAR",
    "meta": "name VARCHAR, value VARCHAR",
}

TERM = 4
"""Columns of a term's row: its key's lower and upper half, its count (the bits of a float32), its letters."""


class StoryStore:
    """An open index of stories in a folder of its own, made when it is missing.

    `made_with` marks the settings; an index made with others cannot be added to.

    Raises `StoreError` for other settings, and for whatever goes wrong with the files.
    """

    def __init__(self, folder: Path, made_with: str) -> None:
        self._folder, self._made_with = folder, made_with
        self._path = folder / "stories.duckdb"
        with told(folder, "make"):
            folder.mkdir(parents=True, exist_ok=True)
        with mapped(self._path, "open"):
            self._db = connect(self._path, read_only=False)
            for name, columns in _TABLES.items():
                self._db.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
        if self._meta().setdefault("made_with", made_with) != made_with:
            self._db.close()
            raise StoreError(
                f"the stories in {folder} were made with other settings or another version; choose another "
                "folder and add all reports to it"
            )
        self.terms = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self.terms.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing: an addition is made within."""
        try:
            with mapped(self._path, "write"), transaction(self._db):
                yield
                meta = [("made_with", self._made_with), ("terms", str(len(self.terms)))]
                self._db.execute("DELETE FROM meta")
                self._db.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        except BaseException:
            self.terms.close()
            self.terms = self._opened()
            raise

    def fetch(self, statement: str, wanted: npt.NDArray[np.generic] | pa.Array | None = None) -> pa.Table:
        """The rows of a SELECT, in which `wanted` stands for a table of that one column `n`."""
        with mapped(self._path, "read"):
            if wanted is not None:
                self._db.register("wanted", pa.table({"n": wanted}))
            found = self._db.sql(statement).to_arrow_table()
            if wanted is not None:
                self._db.unregister("wanted")
        return found

    def put(self, table: str, rows: pa.Table) -> None:
        """Adds rows, the columns by name."""
        self._with(rows, f"INSERT INTO {table} BY NAME SELECT * FROM incoming")

    def update(self, rows: pa.Table) -> None:
        """Sets columns of reports; one of the columns given is `number`."""
        columns = ", ".join(f"{name} = incoming.{name}" for name in rows.column_names if name != "number")
        where = "reports.number = incoming.number"
        self._with(rows, f"UPDATE reports SET {columns} FROM incoming WHERE {where}")

    def drop(self, table: str, column: str, numbers: npt.NDArray[np.int64]) -> None:
        """Deletes the rows that have one of the numbers in a column."""
        where = f"{column} IN (SELECT n FROM incoming)"
        self._with(pa.table({"n": numbers}), f"DELETE FROM {table} WHERE {where}")

    def drop_edges(self, first: int, last: int) -> None:
        """Deletes the pairs whose later report has one of these days."""
        self._db.execute("DELETE FROM edges WHERE day BETWEEN ? AND ?", [first, last])

    def _with(self, rows: pa.Table, statement: str) -> None:
        self._db.register("incoming", rows)
        self._db.execute(statement)
        self._db.unregister("incoming")

    def _meta(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT name, value FROM meta").fetchall())

    def _opened(self) -> RowFile:
        return RowFile(self._folder / "terms", TERM, int(self._meta().get("terms", "0")))
