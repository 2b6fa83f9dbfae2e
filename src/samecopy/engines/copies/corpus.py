"""The texts that copies are looked for in: in memory, or in a file read a batch at a time."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from samecopy.store.texts import TextFile


class Corpus(Protocol):
    """Texts by number. `lengths` (int64) are their code points; `read` gives them, `raw` in the form they
    are kept in, which costs less. Both are safe in several threads."""

    @property
    def lengths(self) -> npt.NDArray[np.int64]: ...

    def read(self, numbers: Sequence[int]) -> Sequence[str]: ...

    def raw(self, numbers: Sequence[int]) -> Sequence[str] | Sequence[bytes]: ...


class Held:
    """Texts in memory."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.lengths = np.array([len(text) for text in texts], dtype=np.int64)

    def read(self, numbers: Sequence[int]) -> Sequence[str]:
        return [self._texts[i] for i in numbers]

    def raw(self, numbers: Sequence[int]) -> Sequence[str]:
        return self.read(numbers)


class Filed:
    """Texts of a file in an order of their own: text t is number `order[t]` of the file."""

    def __init__(self, file: TextFile, order: npt.NDArray[np.int64]) -> None:
        file.flush()
        self._file = file
        self._order = order
        self.lengths = file.lengths_of(order)

    def read(self, numbers: Sequence[int]) -> Sequence[str]:
        return self._file.read(self._order[np.asarray(numbers, dtype=np.int64)].tolist())

    def raw(self, numbers: Sequence[int]) -> Sequence[bytes]:
        return self._file.encoded(self._order[np.asarray(numbers, dtype=np.int64)].tolist())


def batches(sizes: npt.NDArray[np.int64], limit: int) -> Iterator[tuple[int, int]]:
    """Ranges of items whose sizes add up to about `limit`.

    >>> list(batches(np.array([3, 3, 3]), 5))
    [(0, 2), (2, 3)]
    """
    begin = total = 0
    for place, size in enumerate(sizes.tolist()):
        total += size
        if total >= limit or place == len(sizes) - 1:
            yield begin, place + 1
            begin, total = place + 1, 0
