"""From aligned pairs to families, and to the last pairs that only a family makes worth aligning."""

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.search import Related
from samecopy.plan.copying import Aligned, Families, confirmed, ends, families, gathered, joined_pairs
from samecopy.settings import CopySettings


def settled(
    first: Aligned, links: Related, lengths: npt.NDArray[np.int64], bench: Bench, settings: CopySettings
) -> tuple[Aligned, Families]:
    """Families of the chosen pairs, once aligned (`first`), and all pairs with what they amount to.

    Within a family even a few postings in common are worth a look, so further pairs are aligned there.
    """
    label = families(first, lengths, settings, settled=False).label
    a, b = ends(links.shared.keys)
    rest = ~links.chosen & (label[a] == label[b])
    more = bench.align(gathered(links.shared, rest, links.unflagged, settings))
    aligned = confirmed(joined_pairs([first, more]), label, settings)
    return aligned, families(aligned, lengths, settings)
