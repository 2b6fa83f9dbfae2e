"""Fingerprinting, beside what the machine can do at most with as many bytes.

    python -m bench fingerprint                        on a made pile
    python -m bench fingerprint --articles FILE        on the column `text` of a Parquet file

All on one core, on the same text; megabytes of UTF-8 a second of processor time, the best of several
passes, after compiled code is loaded.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq
from numba import njit

from bench import machine
from bench.copies_gen import Pile
from samecopy.kernels.winnow import winnow
from samecopy.settings import CopySettings
from samecopy.stages.copies.fingerprint import fingerprinted
from samecopy.text.words import hashed, tokens

Bytes = npt.NDArray[np.uint8]
_PRIME = np.uint64(0x100000001B3)


@dataclass(frozen=True, slots=True)
class Speed:
    """What was done, and how many MB of text it took in a second of processor time."""

    name: str
    rate: float


@njit(nogil=True)
def read_once(data: npt.NDArray[np.uint64]) -> np.uint64:
    """Adds up all bytes, eight at a time: what reading them costs."""
    total = np.uint64(0)
    for i in range(data.shape[0]):
        total += data[i]
    return total


@njit(nogil=True)
def hash_once(data: Bytes) -> np.uint64:
    """One hash step a byte (FNV-1a), each waiting for the one before."""
    h = np.uint64(0xCBF29CE484222325)
    for i in range(data.shape[0]):
        h = (h ^ np.uint64(data[i])) * _PRIME
    return h


def best(work: Callable[[], object], passes: int) -> float:
    """Least processor seconds of several passes."""
    times = []
    for _ in range(passes):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def batches(texts: Sequence[str], chars: int) -> Iterator[Sequence[str]]:
    """Texts in batches of about so many code points.

    >>> list(batches(["one", "two", "three"], 6))
    [['one', 'two'], ['three']]
    """
    begin = total = 0
    for place, text in enumerate(texts):
        total += len(text)
        if total >= chars or place == len(texts) - 1:
            yield texts[begin : place + 1]
            begin, total = place + 1, 0


def measured(texts: Sequence[str], settings: CopySettings, passes: int) -> list[Speed]:
    """The limits first, then the steps, then all of it."""
    some = list(batches(texts, settings.batch_chars))
    encoded = ["".join(batch).encode("utf-8", "surrogatepass") for batch in some]
    data = [np.frombuffer(part[: len(part) // 8 * 8], dtype=np.uint8) for part in encoded]
    wide = [part.view(np.uint64) for part in data]
    words = [hashed(batch) for batch in some]
    rooms = [
        (np.empty(len(word), np.uint64), np.empty(len(word), np.int32), np.empty(len(word), np.int32))
        for _, word in words
    ]

    def winnowed() -> None:
        for (starts, word), room in zip(words, rooms, strict=True):
            winnow(starts, word, settings.shingle, settings.window, *room)

    parts: dict[str, Callable[[], object]] = {
        "one pass over memory": lambda: [read_once(part) for part in wide],
        "one hash step a byte": lambda: [hash_once(part) for part in data],
        "text to UTF-8": lambda: [
            [text.encode("utf-8", "surrogatepass") for text in batch] for batch in some
        ],
        "text to words' hashes": lambda: [hashed(batch) for batch in some],
        "hashes to postings": winnowed,
        "text to words with their spans": lambda: [tokens(batch) for batch in some],
        "text to postings": lambda: [fingerprinted(batch, 0, settings) for batch in some],
    }
    size = sum(map(len, encoded)) / 1e6
    for work in parts.values():
        work()
    return [Speed(name, size / best(work, passes)) for name, work in parts.items()]


def main(argv: Sequence[str] = ()) -> int:
    """Prints the table; the exit code is 0."""
    parser = argparse.ArgumentParser(prog="bench fingerprint", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--n", type=int, default=5_000, help="pages of the made pile")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--articles", type=Path, help="Parquet file with a column `text` instead")
    parser.add_argument("--passes", type=int, default=9)
    options = parser.parse_args(argv)
    if options.articles:
        column = pq.read_table(options.articles, columns=["text"])["text"]
        texts = [text for text in column.to_pylist() if text]
    else:
        texts = Pile(options.n, options.seed).make().texts
    chars = sum(map(len, texts))
    print(f"{len(texts)} texts, {chars / 1e6:.0f} million characters, {options.articles or 'invented words'}")
    before = machine.load()
    table = measured(texts, CopySettings(), options.passes)
    print(machine.described(before, machine.load()))
    for speed in table:
        print(f"{speed.name:32}{speed.rate:8.0f} MB/s")
    return 0
