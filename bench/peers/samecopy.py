"""samecopy itself: texts go from the Parquet file to a file of its own, or are held, as the peers do."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

from bench.copies_gen import Pile
from samecopy.engines.copies import find_copies_arrays, find_copies_in
from samecopy.settings import CopySettings
from samecopy.store.texts import TextFile

PACKAGES = ("samecopy", "numba", "numpy")

_BATCH = 1_000  # pages read at a time


Held = tuple[list[str], list[str], list[str]]
"""Ids, outlets, texts."""


def ready() -> None:
    """Loads, or compiles, the kernels."""
    made = Pile(40, 0).make()
    find_copies_arrays(made.ids, made.outlets, made.texts, CopySettings(), cores=1)


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families as samecopy finds them."""
    ids: list[str] = []
    outlets: list[str] = []
    with TextFile(work / "texts") as texts, pq.ParquetFile(pages) as file:
        for batch in file.iter_batches(_BATCH, columns=["id", "outlet", "text"]):
            ids += map(str, batch["id"].to_pylist())
            outlets += batch["outlet"].to_pylist()
            texts.append(batch["text"].to_pylist())
        texts.flush()
        return find_copies_in(ids, outlets, texts, CopySettings(), cores=cores).labels


def held(pages: Path) -> Held:
    """The pages as plain strings."""
    table = pq.read_table(pages, columns=["id", "outlet", "text"])
    return list(map(str, table["id"].to_pylist())), table["outlet"].to_pylist(), table["text"].to_pylist()


def among(read: Held, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families of pages in memory."""
    return find_copies_arrays(*read, CopySettings(), cores=cores).labels
