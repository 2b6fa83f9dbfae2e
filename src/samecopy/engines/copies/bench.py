"""Where pairs are aligned: the words of their articles brought side by side, a batch at a time."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.corpus import Corpus
from samecopy.engines.copies.workshop import Workshop
from samecopy.kernels.pack import bundles
from samecopy.plan.copying import (
    Aligned,
    Flagged,
    align_pairs,
    joined_pairs,
    packed,
)
from samecopy.text.words import tokens


@dataclass(frozen=True, slots=True)
class Bench:
    """What alignment needs at hand: the texts and their furniture."""

    corpus: Corpus
    flagged: Flagged
    shop: Workshop

    def align(self, pairs: npt.NDArray[np.int64]) -> Aligned:
        """Aligns pairs in bundles whose articles fit; in the order given."""
        bounds = bundles(pairs, self.corpus.lengths, self.shop.settings.aligned_chars).tolist()
        some = (pairs[low:high] for low, high in pairwise(bounds))
        parts: list[Aligned] = []
        done = 0
        for aligned in self.shop.carry(self._bundle, some):
            parts.append(aligned)
            done += len(aligned.pairs)
            self.shop.tell("align", done, len(pairs))
        return joined_pairs(parts)

    def _bundle(self, pairs: npt.NDArray[np.int64]) -> Aligned:
        numbers = np.unique(pairs)
        found = tokens(self.corpus.raw(numbers.tolist()))
        made = packed(found, numbers, self.flagged, self.shop.settings)
        return align_pairs(made, pairs, self.shop.settings)
