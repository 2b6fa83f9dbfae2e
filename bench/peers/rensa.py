"""rensa: R-MinHash over whole sets of shingles, RMinHashLSH with the bands of the others."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rensa import RMinHash, RMinHashLSH

from bench.peers.common import BANDS, ROWS, SEED, THRESHOLD, shingles, starred, texts

PACKAGES = ("rensa", "numpy")

_BATCH = 1_000  # pages whose shingles are held as strings


held = texts


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families by what the index gives; it compares signatures by band only."""
    return among(held(pages), cores, work)


def among(read: Sequence[str], cores: int, work: Path) -> npt.NDArray[np.int64]:
    """The same of texts in memory."""
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=BANDS * ROWS, num_bands=BANDS)
    sketches = []
    for first in range(0, len(read), _BATCH):
        sets = [shingles(text) for text in read[first : first + _BATCH]]
        sketches += RMinHash.from_token_sets(sets, num_perm=BANDS * ROWS, seed=SEED)
    index.insert_many(sketches)
    return starred(len(read), index.query_all(sketches))
