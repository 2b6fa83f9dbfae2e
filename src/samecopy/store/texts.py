"""The texts of a pile in one file, so that a pile may be larger than memory."""

import os
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from samecopy.errors import StoreError


class TextFile:
    """Texts appended to a file as UTF-8 (lone surrogates included), read again by number.

    `places` (int64, one more than texts) says where each begins, and `lengths` (int64) how many code
    points it has; both are given for texts that an earlier run appended, none for a new file. Reading is
    safe in several threads.

    Raises `StoreError` when the file cannot be written or read.
    """

    def __init__(
        self,
        path: Path,
        places: npt.NDArray[np.int64] | None = None,
        lengths: npt.NDArray[np.int64] | None = None,
    ) -> None:
        self._path = path
        self._places = array("q", [0] if places is None else places.tolist())
        self._lengths = array("q", [] if lengths is None else lengths.tolist())
        try:
            self._file = path.open("a+b")
            self._file.truncate(self._places[-1])  # what an interrupted run appended is not known
        except OSError as error:
            raise self._failed("open", error) from error

    def __enter__(self) -> "TextFile":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._lengths)

    @property
    def places(self) -> npt.NDArray[np.int64]:
        """Where each text begins, in bytes, and the end of the last; int64."""
        return np.array(self._places, dtype=np.int64)

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """The code points of each text; int64."""
        return np.array(self._lengths, dtype=np.int64)

    def append(self, texts: Sequence[str]) -> None:
        """Adds texts; they take the next numbers."""
        parts = [text.encode("utf-8", "surrogatepass") for text in texts]
        try:
            self._file.write(b"".join(parts))
        except OSError as error:
            raise self._failed("write", error) from error
        for text, part in zip(texts, parts, strict=True):
            self._places.append(self._places[-1] + len(part))
            self._lengths.append(len(text))

    def flush(self) -> None:
        """Hands all that was appended to the operating system; needed before `read`."""
        try:
            self._file.flush()
        except OSError as error:
            raise self._failed("write", error) from error

    def read(self, numbers: Sequence[int]) -> list[str]:
        """The texts of some numbers, in the order given."""
        handle = self._file.fileno()
        try:
            return [
                os.pread(handle, self._places[i + 1] - self._places[i], self._places[i]).decode(
                    "utf-8", "surrogatepass"
                )
                for i in numbers
            ]
        except OSError as error:
            raise self._failed("read", error) from error

    def _failed(self, verb: str, error: OSError) -> StoreError:
        return StoreError(
            f"cannot {verb} the texts in {self._path}: {error.strerror or error}; free space there or name "
            "another place"
        )
