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

_BUFFER = 1 << 18  # bytes written at a time: columns put by are small, a call for each would cost more


class Spill:
    """Rows of some columns under each of many numbers, in the order they were put.

    `room` is how many bytes stay in memory; `folder` is where the rest goes, and must exist and be
    this spill's alone. Every `put` has arrays of the `dtypes`, of one length. Once all is put, different
    numbers may be read and dropped in different threads.

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
        self._bytes: dict[int, int] = defaultdict(int)
        self._total = 0
        self._filed: dict[int, int] = defaultdict(int)

    def __enter__(self) -> "Spill":
        return self

    def __exit__(self, *_: object) -> None:
        for number in {*self._held, *self._filed}:
            self.drop(number)

    def put(self, number: int, columns: Sequence[Array]) -> None:
        """Adds rows to those under `number`. Raises `StoreError` when a file cannot be written."""
        if len(columns[0]) == 0:
            return
        # a slice would keep all of its array in memory, long after its own rows went to a file
        self._held[number].append([c if c.base is None else c.copy() for c in columns])
        size = sum(column.nbytes for column in columns)
        self._bytes[number] += size
        self._total += size
        while self._total > self._room:
            self._file_away(max(self._bytes, key=self._bytes.__getitem__))

    def rows(self, number: int) -> tuple[Array, ...]:
        """All rows under a number, a column each; none gives empty columns.

        Rows in files are mapped, not loaded, when all of them are there.
        """
        if not self._filed.get(number):
            held = self._held.get(number, [])
            return tuple(_joined(held, place, dtype) for place, dtype in enumerate(self._dtypes))
        if number in self._held:
            self._file_away(number)
        with told(self._folder, "read"):
            return tuple(
                np.memmap(self._file(number, place), dtype=dtype, mode="r", shape=(self._filed[number],))
                for place, dtype in enumerate(self._dtypes)
            )

    def drop(self, number: int) -> None:
        """Forgets the rows under a number."""
        self._taken(number)
        if self._filed.pop(number, 0):
            for place in range(len(self._dtypes)):
                self._file(number, place).unlink(missing_ok=True)

    def _taken(self, number: int) -> list[Sequence[Array]]:
        self._total -= self._bytes.pop(number, 0)
        return self._held.pop(number, [])

    def _file_away(self, number: int) -> None:
        """Puts the held rows of a number into its files. One at a time: who waits for a step waits little."""
        parts = self._taken(number)
        with told(self._folder, "write"):
            for place, dtype in enumerate(self._dtypes):
                with self._file(number, place).open("ab", buffering=_BUFFER) as file:
                    for part in parts:
                        file.write(np.ascontiguousarray(part[place], dtype=dtype).data)
        self._filed[number] += sum(len(part[0]) for part in parts)

    def _file(self, number: int, place: int) -> Path:
        return self._folder / f"{number}.{place}"


def _joined(parts: Sequence[Sequence[Array]], place: int, dtype: np.dtype[np.generic]) -> Array:
    if not parts:
        return np.zeros(0, dtype=dtype)
    return parts[0][place] if len(parts) == 1 else np.concatenate([part[place] for part in parts])
