"""The embedded store: one DuckDB file that holds the tables and the work already done.

The only file that knows the database. Two kinds of things live in it:

- the *tables* of `tables.py`, replaced all together in one transaction at the end of a run, with a
  marker (settings digest, schema version). Present means complete.
- *work*: what a step gave for one key (a page, a family, a story), with the digest of everything it
  was computed from. It is committed in batches as a run goes on, so that a run that was interrupted,
  or that meets new pages, does only what is missing. Nothing is reused on an unequal digest.

A transaction that fails (full disk, kill) leaves what was there before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import pyarrow as pa

from samecopy.errors import NotInStore, StoreError
from samecopy.store.database import connect, mapped, transaction
from samecopy.tables import (
    BY_ROW,
    FLAT,
    SCHEMA_VERSION,
    TABLE_NAMES,
    TABLES,
    Flat,
    Table,
    from_arrow,
    schema,
)

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Work:
    """What one step gave for one key. `marker` digests all that it was computed from."""

    step: str
    key: str
    marker: str
    rows: bytes


class Store:
    """An open store. Use as a context manager; raises `StoreError` for whatever goes wrong with the file.

    >>> with Store(Path("/dev/shm/doc.duckdb")) as store:  # doctest: +SKIP
    ...     store.rows(Family)
    ()
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._written: Mapping[str, pa.Table] = {}  # what this store wrote itself need not be read again
        if read_only and not path.exists():
            raise StoreError(f"no store at {path}: run `samecopy run PATH… --out {path.parent}` first")
        with mapped(path, "open"):
            self._db = connect(path, read_only)
            if not read_only:
                self._prepare()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def _prepare(self) -> None:
        self._db.execute("CREATE TABLE IF NOT EXISTS meta (name VARCHAR PRIMARY KEY, value VARCHAR)")
        found = self._meta("schema")
        if found is not None and found != str(SCHEMA_VERSION):
            self._forget()
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('schema', ?)", [str(SCHEMA_VERSION)])
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS work (step VARCHAR, key VARCHAR, marker VARCHAR, rows BLOB)"
        )

    def _forget(self) -> None:
        """Rows of another schema version cannot be read: what they hold is computed anew."""
        for (name,) in self._db.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            self._db.execute(f'{"DELETE FROM" if name == "meta" else "DROP TABLE"} "{name}"')

    def markers(self, step: str) -> dict[str, str]:
        """What earlier runs did in a step, without its rows: key → marker."""
        with mapped(self.path, "read"):
            found = self._db.execute("SELECT key, marker FROM work WHERE step = ?", [step]).fetchall()
        return dict(found)

    def work(self, step: str, keys: Sequence[str]) -> dict[str, bytes]:
        """The rows that earlier runs gave for some keys of a step. Bounded by the keys asked for."""
        if not keys:
            return {}
        query = "SELECT key, rows FROM work WHERE step = ? AND key IN (SELECT unnest(?::VARCHAR[]))"
        with mapped(self.path, "read"):
            return dict(self._db.execute(query, [step, list(keys)]).fetchall())

    def keep(self, done: Iterable[Work]) -> None:
        """Commit a batch of work, replacing what the same keys had."""
        batch = list(done)
        if not batch:
            return
        table = pa.table(
            {
                "step": [w.step for w in batch],
                "key": [w.key for w in batch],
                "marker": [w.marker for w in batch],
                "rows": pa.array([w.rows for w in batch], pa.binary()),
            }
        )
        with mapped(self.path, "write"), transaction(self._db):
            self._db.register("batch", table)
            self._db.execute(
                "DELETE FROM work USING batch WHERE work.step = batch.step AND work.key = batch.key"
            )
            self._db.execute("INSERT INTO work SELECT step, key, marker, rows FROM batch")
            self._db.unregister("batch")

    def replace(self, tables: Mapping[str, pa.Table], used: Mapping[str, Iterable[str]], marker: str) -> None:
        """Replace all tables at once and drop work that this run did not use.

        `used` maps each step to the keys that it used; `marker` is the settings digest.
        """
        with mapped(self.path, "write"), transaction(self._db):
            for name, table in tables.items():
                self._db.register("incoming", table)
                self._db.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM incoming')
                self._db.unregister("incoming")
            pairs = [(step, key) for step, keys in used.items() for key in keys]
            live = pa.table(
                {
                    "step": pa.array([s for s, _ in pairs], pa.string()),
                    "key": pa.array([k for _, k in pairs], pa.string()),
                }
            )
            self._db.register("live", live)
            self._db.execute("DELETE FROM work WHERE (step, key) NOT IN (SELECT step, key FROM live)")
            self._db.unregister("live")
            self._db.execute("INSERT OR REPLACE INTO meta VALUES ('settings', ?)", [marker])
        self._written = dict(tables)

    def marker(self) -> str | None:
        """The settings digest of the tables, None before the first complete run."""
        with mapped(self.path, "read"):
            return self._meta("settings")

    def _meta(self, name: str) -> str | None:
        found = self._db.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchall()
        return str(found[0][0]) if found else None

    def rows(self, row: type[R]) -> tuple[R, ...]:
        """All rows of a row type's table, in the table's order."""
        return from_arrow(row, self._arrow(BY_ROW[row]))

    def _arrow(self, table: Table) -> pa.Table:
        if table.name in self._written:
            return self._written[table.name]
        with mapped(self.path, "read"):
            if self.marker() is None:
                raise StoreError(f"{self.path} holds no finished run: run `samecopy run PATH…` again")
            return self._db.sql(f'SELECT * FROM "{table.name}"').to_arrow_table().cast(schema(table.row))

    def _flat(self, flat: Flat) -> pa.Table:
        """Unroll one list after the other; a struct's fields become columns at the last one."""
        keep = ", ".join(flat.keep)
        *outer, last = flat.path
        inner = f'"{flat.of}"'
        for column in outer:
            inner = f"(SELECT {keep.split(', ')[0]}, unnest({column}, max_depth := 2) FROM {inner})"
            keep = ", ".join(k.split(" AS ")[-1] for k in flat.keep)
        with mapped(self.path, "read"):
            return self._db.sql(
                f"SELECT {keep}, unnest({last}, max_depth := 2) FROM {inner}"
            ).to_arrow_table()

    def table(self, name: str) -> pa.Table:
        """A table, or a flat one, as Arrow. Raises `NotInStore` for a name that is neither."""
        for table in TABLES:
            if table.name == name:
                return self._arrow(table)
        for flat in FLAT:
            if flat.name == name:
                return self._flat(flat)
        raise NotInStore(f"no table {name!r}: the tables are {', '.join(TABLE_NAMES)}")
