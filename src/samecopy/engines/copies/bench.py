"""Where pairs are aligned: the words of their articles brought side by side, a batch at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.corpus import Corpus, batches
from samecopy.engines.copies.crew import carried
from samecopy.engines.copies.workshop import Workshop
from samecopy.kernels.pack import bundles
from samecopy.plan.copying import (
    Aligned,
    Flagged,
    Packed,
    align_pairs,
    joined_packed,
    joined_pairs,
    packed,
)
from samecopy.text.words import Tokens, tokens


@dataclass(frozen=True, slots=True)
class Bench:
    """What alignment needs at hand: the texts or their words (`held`, as `search.Read` has them), and the
    furniture."""

    corpus: Corpus
    held: list[tuple[int, Tokens]] | None
    flagged: Flagged
    shop: Workshop

    def align(self, pairs: npt.NDArray[np.int64]) -> Aligned:
        """Aligns pairs in batches of articles that fit; in the order given."""
        if len(pairs) == 0:
            return joined_pairs([])
        parts: list[Aligned] = []
        done = 0
        for aligned in self._in_memory(pairs) if self.held is not None else self._from_file(pairs):
            parts.append(aligned)
            done += len(aligned.pairs)
            self.shop.tell("align", done, len(pairs))
        return joined_pairs(parts)

    def _in_memory(self, pairs: npt.NDArray[np.int64]) -> Iterator[Aligned]:
        """All words side by side at once, the pairs in batches."""
        made = joined_packed(list(carried(self._pack, self._wanted(pairs), self.shop.cores)))
        step = self.shop.settings.batch_pairs
        some = (pairs[begin : begin + step] for begin in range(0, len(pairs), step))
        return carried(partial(align_pairs, made, settings=self.shop.settings), some, self.shop.cores)

    def _from_file(self, pairs: npt.NDArray[np.int64]) -> Iterator[Aligned]:
        """Bundles of pairs, the words of each side by side."""
        bounds = bundles(pairs, self.corpus.lengths, self.shop.settings.aligned_chars).tolist()
        return carried(self._bundle, (pairs[low:high] for low, high in pairwise(bounds)), self.shop.cores)

    def _bundle(self, pairs: npt.NDArray[np.int64]) -> Aligned:
        made = joined_packed([self._pack(batch) for batch in self._wanted(pairs)])
        return align_pairs(made, pairs, self.shop.settings)

    def _wanted(self, pairs: npt.NDArray[np.int64]) -> Iterator[tuple[npt.NDArray[np.int64], Tokens | None]]:
        """The articles of some pairs, in batches, with the words of a batch where they are held."""
        wanted = np.zeros(len(self.corpus.lengths), dtype=bool)
        wanted[pairs] = True
        for first, found in self.held or ():
            numbers = np.arange(first, first + len(found.starts) - 1)
            if wanted[numbers].any():
                yield np.where(wanted[numbers], numbers, -1 - numbers), found
        if self.held is None:
            numbers = np.flatnonzero(wanted)
            for low, high in batches(self.corpus.lengths[numbers], self.shop.settings.batch_chars):
                yield numbers[low:high], None

    def _pack(self, batch: tuple[npt.NDArray[np.int64], Tokens | None]) -> Packed:
        numbers, found = batch
        wanted = numbers >= 0
        numbers = np.where(wanted, numbers, -1 - numbers)
        if found is None:
            found = tokens(self.corpus.raw(numbers.tolist()))
        return packed(found, numbers, wanted, self.flagged, self.shop.settings)
