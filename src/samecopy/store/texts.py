"""The texts of a pile in one file, so that a pile may be larger than memory."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from samecopy.store.failing import told

I64 = npt.NDArray[np.int64]


class TextFile:
    """Texts appended to a file as UTF-8 (lone surrogates included), read again by number.

    A second file beside it says where each ends and how many code points it has. `texts` is how many are
    known: what an interrupted run appended beyond them is forgotten. Reading is safe in several threads.

    Raises `StoreError` when the files cannot be written or read.
    """

    def __init__(self, path: Path, texts: int = 0) -> None:
        self._path = path
        self._places_path = path.with_name(path.name + ".places")
        self._count = texts
        self._mapped = np.zeros((0, 2), dtype=np.int64)
        with told(path, "open"):
            self._places = self._places_path.open("a+b")
            self._places.truncate(texts * 16)
            self._file = path.open("a+b")
            self._end = int(self._known()[-1, 0]) if texts else 0
            self._file.truncate(self._end)

    def __enter__(self) -> "TextFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._count

    def close(self) -> None:
        self._file.close()
        self._places.close()

    def lengths_of(self, numbers: I64) -> I64:
        """The code points of some texts."""
        return np.array(self._known()[numbers, 1])

    def append(self, texts: Sequence[str]) -> None:
        """Adds texts; they take the next numbers and can be read after `flush`."""
        parts = [text.encode("utf-8", "surrogatepass") for text in texts]
        known = np.empty((len(parts), 2), dtype=np.int64)
        known[:, 0] = self._end + np.cumsum([len(part) for part in parts], dtype=np.int64)
        known[:, 1] = [len(text) for text in texts]
        with told(self._path, "write"):
            self._file.write(b"".join(parts))
            self._places.write(known.data)
        self._count += len(parts)
        self._end = int(known[-1, 0]) if len(known) else self._end

    def flush(self) -> None:
        """Hands all that was appended to the operating system."""
        with told(self._path, "write"):
            self._file.flush()
            self._places.flush()

    def read(self, numbers: Sequence[int]) -> list[str]:
        """The texts of some numbers, in the order given."""
        return [text.decode("utf-8", "surrogatepass") for text in self.encoded(numbers)]

    def encoded(self, numbers: Sequence[int]) -> list[bytes]:
        """The same as they lie in the file; those that stand in a row are read at once."""
        wanted = np.asarray(numbers, dtype=np.int64)
        ends = self._known()[:, 0]
        begins = np.where(wanted > 0, ends[wanted - 1], 0) if len(wanted) else wanted
        sizes = ends[wanted] - begins
        handle = self._file.fileno()
        places = list(zip(begins.tolist(), sizes.tolist(), strict=True))
        with told(self._path, "read"):
            if len(wanted) and (np.diff(wanted) == 1).all():
                row = os.pread(handle, int(ends[wanted[-1]] - begins[0]), places[0][0])
                first = places[0][0]
                return [row[begin - first : begin - first + size] for begin, size in places]
            return [os.pread(handle, size, begin) for begin, size in places]

    def _known(self) -> I64:
        if len(self._mapped) != self._count:
            with told(self._places_path, "read"):
                self._mapped = np.memmap(
                    self._places_path, dtype=np.int64, mode="r", shape=(self._count, 2)
                ).view(np.ndarray)
        return self._mapped
