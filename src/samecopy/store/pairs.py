"""Rows about pairs of articles, in files that are only appended to: what was put last of a pair holds.

A database with rows of millions of pairs reads them from end to end to find those of some articles. Here
their ends stand alone in a file of their own, eight bytes each, which is read as fast as memory is.
"""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from samecopy.kernels.seek import touching
from samecopy.store.failing import told
from samecopy.store.rows import RowFile

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
Rows = npt.NDArray[np.void]
"""Rows with a field for each column: of a pair the articles `a` and `b`, and what is told of it."""

_GONE = "gone"


class PairFile:
    """Rows of the fields of `dtype`, besides `a` and `b`, which tell the pair; in either order it is one.

    `rows` is how many are known, those from `begin` on hold; `kept` held when they were last put together
    anew. What an interrupted run appended beyond the known ones is forgotten.

    Raises `StoreError` when a file cannot be written or read.
    """

    def __init__(self, path: Path, dtype: np.dtype[Any], rows: int, begin: int, kept: int) -> None:
        told_of = [(name, dtype[name]) for name in dtype.names or ()]
        self._dtype = np.dtype([("a", np.int32), ("b", np.int32), *told_of])
        self._told = np.dtype([*told_of, (_GONE, np.bool_)])
        self._path = path.with_name(path.name + ".told")
        self._ends = RowFile(path.with_name(path.name + ".ends"), 2, rows)
        self.begin, self.kept = begin, kept
        with told(self._path, "open"):
            self._file = self._path.open("a+b")
            self._file.truncate(rows * self._told.itemsize)

    def __len__(self) -> int:
        return len(self._ends)

    def close(self) -> None:
        self._ends.close()
        self._file.close()

    def put(self, **columns: npt.NDArray[np.generic]) -> None:
        """Adds rows, the fields by name, in the place of what was known of the same pairs."""
        self._append(np.stack([columns["a"], columns["b"]], axis=1), False, columns)

    def drop(self, a: I64, b: I64) -> None:
        """Forgets what is known of some pairs."""
        self._append(np.stack([a, b], axis=1), True, {})

    def forget(self) -> None:
        """Forgets all pairs."""
        self.begin, self.kept = len(self), 0

    def touching(self, numbers: I64, both: bool = False) -> Rows:
        """The rows of which one end, or `both`, are among the articles."""
        ends = self._ends.mapped()[self.begin :]
        known = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.uint8)
        known[numbers] = 1
        return self._holding(touching(ends, known, 2 if both else 1))

    def all(self) -> Rows:
        """All rows."""
        return self._holding(np.arange(len(self) - self.begin))

    def tidy(self) -> None:
        """Puts the rows that hold together anew, if as many were added since as held then."""
        self.kept = self.kept or len(self) - self.begin
        if len(self) - self.begin <= 2 * self.kept:
            return
        rows = self.all()
        self.begin, self.kept = len(self), len(rows)
        self.put(**{name: rows[name] for name in rows.dtype.names or ()})

    def _append(self, ends: I64, gone: bool, columns: dict[str, npt.NDArray[np.generic]]) -> None:
        made = np.zeros(len(ends), dtype=self._told)
        for name in set(columns) - {"a", "b"}:
            made[name] = columns[name]
        made[_GONE] = gone
        with told(self._path, "write"):
            self._file.write(made.tobytes())
            self._file.flush()
        self._ends.append(ends.astype(np.int32))

    def _holding(self, places: I64) -> Rows:
        """Those of some rows that hold, all of a pair being among them."""
        ends = self._ends.mapped()[self.begin :][places].astype(np.int64)
        keys = ends.min(axis=1) << 32 | ends.max(axis=1)
        order = np.argsort(keys, kind="stable")
        last = order[np.append(keys[order][1:] != keys[order][:-1], True)] if len(order) else order
        found = self._mapped()[self.begin :][places[last]]
        rows = np.empty(len(last), dtype=self._dtype)
        rows["a"], rows["b"] = ends[last, 0], ends[last, 1]
        for name in set(rows.dtype.names or ()) - {"a", "b"}:
            rows[name] = found[name]
        return np.asarray(rows[~found[_GONE]])

    def _mapped(self) -> Rows:
        if len(self) == 0:
            return np.zeros(0, dtype=self._told)
        with told(self._path, "read"):
            return np.memmap(self._path, dtype=self._told, mode="r", shape=(len(self),)).view(np.ndarray)
