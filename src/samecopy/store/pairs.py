"""Rows about pairs of articles, in files that are only appended to: what was put last of a pair holds.

A database with rows of millions of pairs reads them from end to end to find those of some articles. Here
their ends stand alone in a file of their own, eight bytes each, which is read as fast as memory is.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from samecopy.kernels.seek import touching
from samecopy.store.failing import told
from samecopy.store.rows import RowFile

I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

_GONE = "gone"


@dataclass(frozen=True, slots=True)
class PairRows:
    """Rows of pairs, the `places` of them among all; columns by name, `a` and `b` being the articles."""

    _ends: I32
    _told: npt.NDArray[np.void]
    places: I64

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        if name in ("a", "b"):
            return np.asarray(self._ends[self.places, "ab".index(name)])
        return np.asarray(self._told[name][self.places])

    def some(self, which: npt.NDArray[Any]) -> "PairRows":
        """Some of the rows, by place or by truth."""
        return replace(self, places=self.places[which])


class PairFile:
    """Rows of the fields of `dtype`, besides `a` and `b`, which tell the pair; in either order it is one.

    `rows` is how many are known, those from `begin` on are looked at; the first `kept` of these are of one
    pair each. What an interrupted run appended beyond the known ones is forgotten.

    >>> file = PairFile(Path("pairs"), np.dtype([("count", np.int32)]), 0, 0, 0)  # doctest: +SKIP
    >>> file.put(a=np.array([1, 2]), b=np.array([2, 3]), count=np.array([7, 8]))  # doctest: +SKIP
    >>> file.touching(np.array([1]))["count"].tolist()  # doctest: +SKIP
    [7]

    Raises `StoreError` when a file cannot be written or read.
    """

    def __init__(self, path: Path, dtype: np.dtype[Any], rows: int, begin: int, kept: int) -> None:
        self._told = np.dtype([*((name, dtype[name]) for name in dtype.names or ()), (_GONE, np.bool_)])
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
        """Adds rows of as many pairs, the fields by name, in the place of what was known of these."""
        if len(self) == self.begin:
            self.kept = len(columns["a"])
        self._append(np.stack([columns["a"], columns["b"]], axis=1), False, columns)

    def drop(self, a: I64, b: I64) -> None:
        """Forgets what is known of some pairs."""
        self._append(np.stack([a, b], axis=1), True, {})

    def forget(self) -> None:
        """Forgets all pairs."""
        self.begin, self.kept = len(self), 0

    def touching(self, numbers: I64, both: bool = False) -> PairRows:
        """The rows of which one end, or `both`, are among the articles."""
        known = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.uint8)
        known[numbers] = 1
        ends = self._ends.mapped()[self.begin :]
        return self._holding(ends, touching(ends, known, 2 if both else 1))

    def all(self) -> PairRows:
        """All rows."""
        ends = self._ends.mapped()[self.begin :]
        return self._holding(ends, np.arange(len(ends)))

    def tidy(self) -> None:
        """Puts the rows that hold together anew, if more were added since than held then."""
        if len(self) - self.begin <= 2 * self.kept:
            return
        rows = self.all()
        columns = {name: rows[name] for name in ("a", "b", *(self._told.names or ()))}
        self.forget()
        self.put(**columns)

    def _append(self, ends: I64, gone: bool, columns: dict[str, npt.NDArray[np.generic]]) -> None:
        made = np.zeros(len(ends), dtype=self._told)
        for name in columns.keys() - {"a", "b"}:
            made[name] = columns[name]
        made[_GONE] = gone
        with told(self._path, "write"):
            self._file.write(made.tobytes())
            self._file.flush()
        self._ends.append(ends.astype(np.int32))

    def _holding(self, ends: I32, places: I64) -> PairRows:
        """Those of some rows that hold, all of a pair being among them.

        Of a pair there is one row among those that were kept, what was put later stands behind them.
        """
        first = int(np.searchsorted(places, self.kept))
        found = self._mapped()[self.begin :]
        if first < len(places):
            later = places[first:]
            keys = _keyed(ends[later])
            order = np.argsort(keys, kind="stable")
            keys, later = keys[order], later[order]
            last = np.append(keys[1:] != keys[:-1], True) & ~found[_GONE][later]
            before = _keyed(ends[places[:first]])
            place = np.minimum(np.searchsorted(keys, before), len(keys) - 1)
            places = np.append(places[:first][keys[place] != before], later[last])
        return PairRows(ends, found, places)

    def _mapped(self) -> npt.NDArray[np.void]:
        if len(self) == 0:
            return np.zeros(0, dtype=self._told)
        with told(self._path, "read"):
            return np.memmap(self._path, dtype=self._told, mode="r", shape=(len(self),)).view(np.ndarray)


def _keyed(ends: I32) -> I64:
    """A key for each pair, the same in either order."""
    a, b = ends[:, 0].astype(np.int64), ends[:, 1].astype(np.int64)
    return np.minimum(a, b) << 32 | np.maximum(a, b)
