"""The state of an index of copies: what adding a batch of articles must know of those before.

Articles are numbered as they came. Texts, postings, furniture and passages lie in flat files beside the
database, which says where; what a file holds beyond that is forgotten, so that an addition is kept as a
whole or not at all.

    articles      id, outlet (in `outlets`, -1 where unknown), digest; postings; what it is a version of
                  and hangs together with (`knot`)
    versions      pairs of articles that are versions of one story
    shared        pairs that share postings, and whether they are worth aligning (`chosen`)
    pairs         pairs that were aligned; `early` is what one amounted to before families were known
    segments      of the postings: those found by their hash, and furniture (`stock`), which lies under
                  hash and outlet
    parts         articles in families, by the article that a family is named after
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
from samecopy.store.postings import Segment, Three, filed, swept
from samecopy.store.rows import RowFile
from samecopy.store.texts import TextFile

I64 = npt.NDArray[np.int64]

_TABLES = {
    "articles": "number INTEGER, id VARCHAR, outlet INTEGER, digest BLOB, postings INTEGER, version INTEGER, "
    "knot INTEGER, flags_at BIGINT, flags INTEGER",
    "outlets": "number INTEGER, name VARCHAR",
    "versions": "a INTEGER, b INTEGER",
    "shared": "a INTEGER, b INTEGER, count INTEGER, chosen BOOLEAN",
    "pairs": "a INTEGER, b INTEGER, first BOOLEAN, early UTINYINT, kind UTINYINT, containment DOUBLE, "
    "words INTEGER, unquoted INTEGER, a_share DOUBLE, b_share DOUBLE, spans_at BIGINT, spans INTEGER",
    "parts": "number INTEGER, head INTEGER, first BOOLEAN, share DOUBLE",
    "segments": "name VARCHAR, postings BIGINT, bits INTEGER, stock BOOLEAN",
    "meta": "name VARCHAR, value VARCHAR",
}
DATABASE = "index.duckdb"
"""The file by which a folder is known as an index."""

PASSAGE = 5
"""Columns of a passage's row: begin and end in a, begin and end in b, verbatim (1 or 0)."""


class IndexStore:
    """An open index in a folder of its own, made when it is missing.

    `made_with` marks the settings; an index made with others cannot be added to.

    Raises `StoreError` for other settings, and for whatever goes wrong with the files.
    """

    def __init__(self, folder: Path, made_with: str) -> None:
        self.folder = folder
        self._path = folder / DATABASE
        with told(folder, "make"):
            (folder / "postings").mkdir(parents=True, exist_ok=True)
        with mapped(self._path, "open"):
            self._db = connect(self._path, read_only=False)
            for name, columns in _TABLES.items():
                self._db.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
        known = self._meta()
        if known.setdefault("made_with", made_with) != made_with:
            self._db.close()
            raise StoreError(
                f"the index in {folder} was made with other settings or another version; choose another "
                "folder and add all articles to it"
            )
        self.texts = TextFile(folder / "texts", int(known.get("texts", "0")))
        self.flags = RowFile(folder / "flags", 1, int(known.get("flags", "0")))
        self.spans = RowFile(folder / "spans", PASSAGE, int(known.get("spans", "0")))
        self.segments, self.stock = self._segments(stock=False), self._segments(stock=True)
        self._made_with = made_with
        with told(folder, "write"):
            swept(self.postings, (*self.segments, *self.stock))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        for file in (self.texts, self.flags, self.spans):
            file.close()

    @property
    def postings(self) -> Path:
        """The folder of the segments."""
        return self.folder / "postings"

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing: an addition is made within. Keeps where the files end and which segments are."""
        try:
            with mapped(self._path, "write"), transaction(self._db):
                yield
                self._remember()
        except BaseException:
            self._reopen()
            raise
        with told(self.folder, "write"):
            swept(self.postings, (*self.segments, *self.stock))

    def file(self, some: Three, stock: Three) -> None:
        """Adds postings, in order of article: those found by their hash, and furniture by its key."""
        name = f"{len(self.texts)}"
        self.segments = filed(self.postings, name, self.segments, some)
        self.stock = filed(self.postings, f"{name}s", self.stock, stock)

    def fetch(self, statement: str, **numbers: npt.NDArray[np.generic] | pa.Array) -> pa.Table:
        """The rows of a SELECT, in which each name stands for a table of that one column `n`."""
        with mapped(self._path, "read"):
            for name, values in numbers.items():
                self._db.register(name, pa.table({"n": values}))
            found = self._db.sql(statement).to_arrow_table()
            for name in numbers:
                self._db.unregister(name)
        return found

    def put(self, table: str, rows: pa.Table) -> None:
        """Adds rows, the columns by name."""
        self._with(rows, f"INSERT INTO {table} BY NAME SELECT * FROM incoming")

    def update(self, rows: pa.Table) -> None:
        """Sets columns of articles; one of the columns given is `number`."""
        columns = ", ".join(f"{name} = incoming.{name}" for name in rows.column_names if name != "number")
        self._with(
            rows, f"UPDATE articles SET {columns} FROM incoming WHERE articles.number = incoming.number"
        )

    def rekind(self, rows: pa.Table) -> None:
        """Sets what pairs (columns a, b), aligned before families were known, amount to (kind)."""
        where = "first AND pairs.a = incoming.a AND pairs.b = incoming.b"
        self._with(rows, f"UPDATE pairs SET kind = incoming.kind FROM incoming WHERE {where}")

    def drop(self, table: str, where: str, numbers: I64) -> None:
        """Deletes the rows for which `where` holds; `wanted` in it has the numbers as column `n`."""
        self._db.register("wanted", pa.table({"n": numbers}))
        self._db.execute(f"DELETE FROM {table} WHERE {where}")
        self._db.unregister("wanted")

    def forget(self) -> None:
        """Forgets all that was found of the articles, not themselves."""
        for table in ("versions", "shared", "pairs", "parts"):
            self._db.execute(f"DELETE FROM {table}")

    def _with(self, rows: pa.Table, statement: str) -> None:
        self._db.register("incoming", rows)
        self._db.execute(statement)
        self._db.unregister("incoming")

    def _meta(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT name, value FROM meta").fetchall())

    def _segments(self, stock: bool) -> tuple[Segment, ...]:
        wanted = "SELECT name, postings, bits FROM segments WHERE stock = ? ORDER BY rowid"
        return tuple(Segment(*row) for row in self._db.execute(wanted, [stock]).fetchall())

    def _remember(self) -> None:
        self.texts.flush()
        sizes = {"texts": len(self.texts), "flags": len(self.flags), "spans": len(self.spans)}
        meta = [("made_with", self._made_with), *((name, str(size)) for name, size in sizes.items())]
        self._db.execute("DELETE FROM meta")
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", meta)
        self._db.execute("DELETE FROM segments")
        for stock, segments in ((False, self.segments), (True, self.stock)):
            for one in segments:
                row = [one.name, one.postings, one.bits, stock]
                self._db.execute("INSERT INTO segments VALUES (?, ?, ?, ?)", row)

    def _reopen(self) -> None:
        """The files and segments as the database knows them."""
        known = self._meta()
        for file in (self.texts, self.flags, self.spans):
            file.close()
        self.texts = TextFile(self.folder / "texts", int(known.get("texts", "0")))
        self.flags = RowFile(self.folder / "flags", 1, int(known.get("flags", "0")))
        self.spans = RowFile(self.folder / "spans", PASSAGE, int(known.get("spans", "0")))
        self.segments, self.stock = self._segments(stock=False), self._segments(stock=True)
        swept(self.postings, (*self.segments, *self.stock))
