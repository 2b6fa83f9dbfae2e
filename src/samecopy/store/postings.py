"""Postings on disk, found by hash: a few segments, each written once.

Each batch of articles adds a segment; small ones are merged, so that there are few and each posting is
rewritten seldom: the log-structured merge of O'Neil, Cheng, Gawlick, O'Neil (Acta Informatica 1996).
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from samecopy.kernels.invert import spread
from samecopy.kernels.seek import seek
from samecopy.store.failing import told

U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]
I32 = npt.NDArray[np.int32]
Three = tuple[U64, I32, I32]
"""Hashes, the number of the article of each, and its word position there."""

SKIP = 6
RANGES = 1 << SKIP
"""Ranges of hashes that a segment is written in, by their lowest bits: what a merge holds is one of them."""

_BUCKET = 16  # postings in a bucket, about: two lines of cache are read to find one
_FAN = 4  # a segment is merged with those before it that are not this many times as large
_COLUMNS = (
    ("hashes", np.dtype(np.uint64)),
    ("article", np.dtype(np.int32)),
    ("position", np.dtype(np.int32)),
)


@dataclass(frozen=True, slots=True)
class Segment:
    """One folder of postings: how many there are, and the bits that choose a bucket within a range."""

    name: str
    postings: int
    bits: int


def write(folder: Path, name: str, parts: Iterable[Three]) -> Segment:
    """Writes a segment from the postings of each of `RANGES` ranges in turn, each in order of article.

    Raises `StoreError` when it cannot be written.
    """
    made = folder / name
    total, bits = 0, -1
    bounds = [np.zeros(1, dtype=np.int64)]
    with told(made, "write"):
        made.mkdir()
        files = [(made / column).open("wb") for column, _ in _COLUMNS]
        try:
            for part in parts:
                if bits < 0:  # the ranges are of about one size
                    bits = max(0, (len(part[0]) // _BUCKET).bit_length())
                edges, code, who, where = spread(part[0], part[1], part[2], 1 << bits, SKIP)
                columns: tuple[npt.NDArray[Any], ...] = (code, who, where)
                bounds.append(edges[1:] + total)
                total += len(part[0])
                for file, column in zip(files, columns, strict=True):
                    file.write(np.ascontiguousarray(column).data)
        finally:
            for file in files:
                file.close()
        (made / "bounds").write_bytes(np.concatenate(bounds).data)
    return Segment(name, total, bits)


def find(folder: Path, segments: Sequence[Segment], wanted: U64) -> tuple[I64, I32, I32]:
    """All postings of some hashes, which must differ: a number for the hash, article, word position.

    The number of a hash is its place among the wanted; postings come in no particular order.
    """
    parts = []
    for segment in segments:
        order = np.argsort(_bucket(wanted, segment.bits))
        with told(folder / segment.name, "read"):
            hashes, article, position = _columns(folder, segment)
            bounds = _map(folder / segment.name / "bounds", np.dtype(np.int64), (RANGES << segment.bits) + 1)
            at, which = seek(bounds, hashes, wanted[order], SKIP, segment.bits)
            parts.append((order[which], article[at], position[at]))
    which = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in parts)])
    article = np.concatenate([np.zeros(0, np.int32), *(part[1] for part in parts)])
    return which, article, np.concatenate([np.zeros(0, np.int32), *(part[2] for part in parts)])


def filed(folder: Path, name: str, segments: Sequence[Segment], some: Three) -> tuple[Segment, ...]:
    """The segments after postings, in order of article, were added under this name."""
    bounds, hashes, article, position = spread(*some, RANGES)
    parts = ((hashes[a:b], article[a:b], position[a:b]) for a, b in pairwise(bounds.tolist()))
    return merged(folder, f"{name}m", (*segments, write(folder, name, parts)))


def merged(folder: Path, name: str, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments after the last few were merged into one of this name, where they are of like size.

    What was merged stays on disk until `swept`.
    """
    kept = list(segments)
    last: list[Segment] = []
    while kept and (not last or kept[-1].postings < _FAN * sum(s.postings for s in last)):
        last.insert(0, kept.pop())
    if len(last) < 2:
        return tuple(segments)
    return (*kept, write(folder, name, ranges(folder, last)))


def swept(folder: Path, segments: Sequence[Segment]) -> None:
    """Removes the folders of all other segments."""
    names = {segment.name for segment in segments}
    for path in sorted(folder.iterdir()):
        if path.name not in names:
            shutil.rmtree(path, ignore_errors=True)


def ranges(folder: Path, segments: Sequence[Segment]) -> Iterator[Three]:
    """The postings of each range in turn, those of one segment after those of the one before."""
    for number in range(RANGES):
        parts = []
        for segment in segments:
            edges = _map(folder / segment.name / "bounds", np.dtype(np.int64), (RANGES << segment.bits) + 1)
            low, high = edges[number << segment.bits], edges[(number + 1) << segment.bits]
            hashes, article, position = _columns(folder, segment)
            parts.append((hashes[low:high], article[low:high], position[low:high]))
        yield _joined(parts)


def _joined(parts: Sequence[Three]) -> Three:
    hashes = np.concatenate([np.zeros(0, np.uint64), *(part[0] for part in parts)])
    article = np.concatenate([np.zeros(0, np.int32), *(part[1] for part in parts)])
    return hashes, article, np.concatenate([np.zeros(0, np.int32), *(part[2] for part in parts)])


def _bucket(hashes: U64, bits: int) -> npt.NDArray[np.uint64]:
    low = hashes & np.uint64(RANGES - 1)
    return low << np.uint64(bits) | hashes >> np.uint64(SKIP) & np.uint64((1 << bits) - 1)


def _columns(folder: Path, segment: Segment) -> Three:
    hashes, article, position = (
        _map(folder / segment.name / column, dtype, segment.postings) for column, dtype in _COLUMNS
    )
    return hashes, article, position


def _map(path: Path, dtype: np.dtype[Any], rows: int) -> npt.NDArray[Any]:
    return np.memmap(path, dtype=dtype, mode="r", shape=(rows,)) if rows else np.zeros(0, dtype=dtype)
