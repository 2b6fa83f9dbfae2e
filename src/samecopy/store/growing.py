"""What the states of the indexes have in common: a few tables, and flat files beside them.

The database says where the files end. What a file holds beyond that is forgotten, so that an addition is
kept as a whole or not at all.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.errors import StoreError
from samecopy.settings import CopySettings, StorySettings
from samecopy.store.database import connect, mapped, transaction
from samecopy.store.failing import told


class GrowingStore(ABC):
    """An open index in a folder of its own, made when it is missing.

    `tables` has the columns of each table as the database declares them. An index made with others, or
    other `settings`, cannot be added to; `refusal` says so.

    Raises `StoreError` for other settings, and for whatever goes wrong with the files.
    """

    def __init__(
        self,
        path: Path,
        tables: Mapping[str, str],
        settings: CopySettings | StorySettings,
        refusal: str,
    ) -> None:
        self.folder, self._path = path.parent, path
        made_with = msgspec.msgpack.encode((settings, dict(tables)))
        self._made_with = hashlib.blake2b(made_with, digest_size=16).hexdigest()
        with told(self.folder, "make"):
            self.folder.mkdir(parents=True, exist_ok=True)
        with mapped(path, "open"):
            self._db = connect(path, read_only=False)
            for name, columns in {**tables, "meta": "name VARCHAR, value VARCHAR"}.items():
                self._db.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
        if self._meta().get("made_with", self._made_with) != self._made_with:
            self._db.close()
            raise StoreError(refusal)
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self._close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing: an addition is made within."""
        try:
            with mapped(self._path, "write"), transaction(self._db):
                yield
                self._remember()
        except BaseException:
            self._close()
            self._open()
            raise

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
        self._with("incoming", rows, f"INSERT INTO {table} BY NAME SELECT * FROM incoming")

    def update(self, table: str, rows: pa.Table) -> None:
        """Sets columns; one of the columns given is `number`, by which rows are known."""
        columns = ", ".join(f"{name} = incoming.{name}" for name in rows.column_names if name != "number")
        statement = f"UPDATE {table} SET {columns} FROM incoming WHERE {table}.number = incoming.number"
        self._with("incoming", rows, statement)

    def drop(self, table: str, where: str, numbers: npt.NDArray[np.int64]) -> None:
        """Deletes the rows for which `where` holds; `wanted` in it has the numbers as column `n`."""
        self._with("wanted", pa.table({"n": numbers}), f"DELETE FROM {table} WHERE {where}")

    def _with(self, name: str, rows: pa.Table, statement: str) -> None:
        self._db.register(name, rows)
        self._db.execute(statement)
        self._db.unregister(name)

    def _meta(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT name, value FROM meta").fetchall())

    def _size(self, file: str) -> int:
        """Where a file ends, in rows."""
        return int(self._meta().get(file, "0"))

    def _remember(self) -> None:
        """Keeps where the files end."""
        sizes = {name: str(size) for name, size in self._sizes().items()}
        self._db.execute("DELETE FROM meta")
        self._db.executemany(
            "INSERT INTO meta VALUES (?, ?)", list({"made_with": self._made_with, **sizes}.items())
        )

    @abstractmethod
    def _open(self) -> None:
        """Opens the files as far as the database knows them."""

    @abstractmethod
    def _close(self) -> None:
        """Closes the files."""

    @abstractmethod
    def _sizes(self) -> Mapping[str, int]:
        """Where each file ends by now, in rows."""
