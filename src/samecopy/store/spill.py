"""Arrays put by under a number, in memory while they are few and in files of a folder beyond that.

What a search over a large pile sets aside between two steps: the postings of each range of hashes, and
what was counted of them. Nothing here outlives its folder.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from samecopy.store.failing import told

Array = npt.NDArray[Any]


class Spill:
    """Rows of some columns under each of many numbers, in the order they were put.

    `room` is how many bytes stay in memory; `folder` is where the rest goes, and must exist and be
    this spill's alone. Every `put` has arrays of the `dtypes`, of one length.

    >>> with Spill((np.int32,), room=0, folder=Path(tempfile.mkdtemp())) as spill:  # doctest: +SKIP
    ...     spill.put(7, [np.array([1, 2], np.int32)])
    ...     spill.rows(7)[0].tolist()
    [1, 2]
    """

    def __init__(self, dtypes: Sequence[type[np.generic]], room: int, folder: Path) -> None:
        self._dtypes = [np.dtype(dtype) for dtype in dtypes]
        self._room = room
        self._folder = folder
        self._held: dict[int, list[Sequence[Array]]] = defaultdict(list)
        self._bytes = 0
        self._filed: dict[int, int] = defaultdict(int)

    def __enter__(self) -> "Spill":
        return self

    def __exit__(self, *_: object) -> None:
        self._held.clear()
        for number in list(self._filed):
            self.drop(number)

    def put(self, number: int, columns: Sequence[Array]) -> None:
        """Adds rows to those under `number`. Raises `StoreError` when a file cannot be written."""
        if len(columns[0]) == 0:
            return
        self._held[number].append(columns)
        self._bytes += sum(column.nbytes for column in columns)
        if self._bytes > self._room:
            self._flush()

    def rows(self, number: int) -> tuple[Array, ...]:
        """All rows under a number, a column each; none gives empty columns.

        Rows in files are mapped, not loaded, when all of them are there.
        """
        held = self._held.get(number, [])
        if not self._filed.get(number):
            return tuple(_joined(held, place, dtype) for place, dtype in enumerate(self._dtypes))
        if held:
            self._append(number, held)
            self._bytes -= sum(column.nbytes for part in held for column in part)
            del self._held[number]
        with told(self._folder, "read"):
            return tuple(
                np.memmap(self._file(number, place), dtype=dtype, mode="r", shape=(self._filed[number],))
                for place, dtype in enumerate(self._dtypes)
            )

    def size(self, number: int) -> int:
        """How many rows there are under a number."""
        return self._filed.get(number, 0) + sum(len(part[0]) for part in self._held.get(number, []))

    def drop(self, number: int) -> None:
        """Forgets the rows under a number."""
        held = self._held.pop(number, [])
        self._bytes -= sum(column.nbytes for part in held for column in part)
        if self._filed.pop(number, 0):
            for place in range(len(self._dtypes)):
                self._file(number, place).unlink(missing_ok=True)

    def _flush(self) -> None:
        for number, parts in sorted(self._held.items()):
            self._append(number, parts)
        self._held.clear()
        self._bytes = 0

    def _append(self, number: int, parts: Sequence[Sequence[Array]]) -> None:
        with told(self._folder, "write"):
            for place, dtype in enumerate(self._dtypes):
                with self._file(number, place).open("ab") as file:
                    file.write(np.ascontiguousarray(_joined(parts, place, dtype), dtype=dtype).data)
        self._filed[number] += sum(len(part[0]) for part in parts)

    def _file(self, number: int, place: int) -> Path:
        return self._folder / f"{number}.{place}"


def _joined(parts: Sequence[Sequence[Array]], place: int, dtype: np.dtype[np.generic]) -> Array:
    if not parts:
        return np.zeros(0, dtype=dtype)
    return parts[0][place] if len(parts) == 1 else np.concatenate([part[place] for part in parts])
