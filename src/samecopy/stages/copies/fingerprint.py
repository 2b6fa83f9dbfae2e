"""Articles to postings: which rare-enough word runs stand where.

The first of the four files that find copies: `fingerprint` · `pair` · `align` · `family`. Each is plain
functions over arrays; `engines.copies` carries them from the texts of a pile to its families.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.kernels.invert import spread
from samecopy.kernels.winnow import winnow
from samecopy.settings import CopySettings
from samecopy.text.words import hashed


@dataclass(frozen=True, slots=True)
class Postings:
    """Kept shingles: `hashes` (uint64), the number of the `article` and the word `position` (int32).

    In order of article and position. They carry no settings: postings made with other settings or
    another `CopySettings.version` must not be mixed with these.
    """

    hashes: npt.NDArray[np.uint64]
    article: npt.NDArray[np.int32]
    position: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.hashes)


def fingerprinted(texts: Sequence[str] | Sequence[bytes], first: int, settings: CopySettings) -> Postings:
    """The postings of a batch of texts, numbered from `first` on. Texts may also come as UTF-8.

    >>> made = fingerprinted(["one two three four five six"], 7, CopySettings())
    >>> made.article.tolist(), len(made)
    ([7], 1)
    """
    starts, word = hashed(texts)
    hashes = np.empty(len(word), dtype=np.uint64)
    article = np.empty(len(word), dtype=np.int32)
    position = np.empty(len(word), dtype=np.int32)
    kept = winnow(starts, word, settings.shingle, settings.window, hashes, article, position)
    return Postings(hashes[:kept].copy(), article[:kept] + np.int32(first), position[:kept].copy())


def parted(made: Postings, ranges: int) -> tuple[Postings, ...]:
    """The postings of each of `ranges` (a power of two) ranges of hashes, in the order they have."""
    if ranges == 1:
        return (made,)
    bounds, hashes, article, position = spread(made.hashes, made.article, made.position, ranges)
    return tuple(
        Postings(hashes[low:high], article[low:high], position[low:high])
        for low, high in pairwise(bounds.tolist())
    )
