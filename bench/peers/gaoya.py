"""gaoya: MinHashStringIndex, which makes its word shingles itself, in Rust, and checks the similarity."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from gaoya.minhash import MinHashStringIndex

from bench.peers.common import BANDS, ROWS, THRESHOLD, WORDS, starred, texts

PACKAGES = ("gaoya", "numpy")


held = texts


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families by what the index gives for each page: those at or above the threshold."""
    return among(held(pages), cores, work)


def among(read: Sequence[str], cores: int, work: Path) -> npt.NDArray[np.int64]:
    """The same of texts in memory."""
    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=BANDS,
        band_size=ROWS,
        analyzer="word",
        lowercase=True,
        ngram_range=(WORDS, WORDS),
        id_container="vec",
    )
    index.par_bulk_insert_docs(list(range(len(read))), read)
    return starred(len(read), index.par_bulk_query(read))
