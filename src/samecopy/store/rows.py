"""Rows of integers in one file, appended and read again by where they stand."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from samecopy.store.failing import told

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]


class RowFile:
    """int32 rows of one width in a file; what an entry in a database points at by place and number.

    `rows` is how many are known: what an interrupted run appended beyond them is forgotten.

    Raises `StoreError` when the file cannot be written or read.
    """

    def __init__(self, path: Path, width: int, rows: int = 0) -> None:
        self._path = path
        self._width = width
        self._rows = rows
        with told(path, "open"):
            self._file = path.open("a+b")
            self._file.truncate(rows * width * 4)

    def __len__(self) -> int:
        return self._rows

    def close(self) -> None:
        self._file.close()

    def append(self, rows: I32) -> int:
        """Adds (n, width) rows and returns the place of the first."""
        begin = self._rows
        with told(self._path, "write"):
            self._file.write(np.ascontiguousarray(rows, dtype=np.int32).data)
            self._file.flush()
        self._rows += len(rows)
        return begin

    def read(self, at: I64, counts: I64) -> I32:
        """The `counts[i]` rows from place `at[i]` on, for each i in turn: (sum of counts, width)."""
        total = int(counts.sum())
        if total == 0:
            return np.zeros((0, self._width), dtype=np.int32)
        firsts = np.cumsum(counts) - counts
        places = np.arange(total) + np.repeat(at - firsts, counts)
        with told(self._path, "read"):
            return np.asarray(self.mapped()[places])

    def mapped(self) -> I32:
        """All rows, (n, width), as they lie in the file."""
        if self._rows == 0:
            return np.zeros((0, self._width), dtype=np.int32)
        shape = (self._rows, self._width)
        with told(self._path, "read"):
            return np.memmap(self._path, dtype=np.int32, mode="r", shape=shape).view(np.ndarray)
