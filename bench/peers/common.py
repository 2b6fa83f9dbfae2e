"""What the tools share: the texts, shingles of words, families of a graph. Light, and kind to the peers.

All look for Jaccard 0.5 over shingles of five words, 25 bands of 5 hashes: what datasketch chooses for that
threshold and 128 permutations.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

THRESHOLD = 0.5
WORDS = 5
BANDS = 25
ROWS = 5
SEED = 42


def texts(pages: Path) -> list[str]:
    """The texts of a pile."""
    read: list[str] = pq.read_table(pages, columns=["text"])["text"].to_pylist()
    return read


def shingles(text: str) -> list[str]:
    """Runs of five words, in lower case.

    >>> shingles("The bridge at Mellin closes tonight.")
    ['the bridge at mellin closes', 'bridge at mellin closes tonight.']
    """
    words = text.lower().split()
    return [" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))]


def families(n: int, edges: Iterable[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Labels of the connected components of a graph of `n` nodes: the least node of each.

    >>> families(4, [(3, 1), (1, 0)]).tolist()
    [0, 0, 2, 0]
    """
    root = list(range(n))
    for a, b in edges:
        a, b = _top(root, a), _top(root, b)
        root[max(a, b)] = min(a, b)
    return np.array([_top(root, x) for x in range(n)], dtype=np.int64)


def starred(n: int, groups: Iterable[Sequence[int]]) -> npt.NDArray[np.int64]:
    """The same for groups of nodes that belong together.

    >>> starred(4, [[3, 1, 0], [2]]).tolist()
    [0, 0, 2, 0]
    """
    return families(n, ((group[0], other) for group in groups for other in group[1:]))


def _top(root: list[int], x: int) -> int:
    while root[x] != x:
        root[x] = root[root[x]]
        x = root[x]
    return x
