"""datasketch: MinHash and MinHashLSH; each page is asked for among those before it, then added."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from datasketch import MinHash, MinHashLSH

from bench.peers.common import BANDS, ROWS, families, shingles, texts

PACKAGES = ("datasketch", "numpy")


held = texts


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families by what the index gives; it compares signatures by band only."""
    return among(held(pages), cores, work)


def among(read: Sequence[str], cores: int, work: Path) -> npt.NDArray[np.int64]:
    """The same of texts in memory."""
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    edges = []
    sketches = MinHash.generator(
        ([one.encode() for one in shingles(text)] for text in read), num_perm=BANDS * ROWS
    )
    for number, sketch in enumerate(sketches):
        edges += [(other, number) for other in index.query(sketch)]
        index.insert(number, sketch, check_duplication=False)
    return families(len(read), edges)
