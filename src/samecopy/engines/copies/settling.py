"""From aligned pairs to families, and to the last pairs that only a family makes worth aligning."""

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.search import Related
from samecopy.plan.copying import Aligned, confirmed, ends, families, gathered, joined_pairs
from samecopy.settings import CopySettings


def settled(
    first: Aligned, links: Related, lengths: npt.NDArray[np.int64], bench: Bench, settings: CopySettings
) -> Aligned:
    """All pairs with what they amount to, the chosen ones (`first`) before further ones.

    Within a family even a few postings in common are worth a look, so further pairs are aligned there.
    """
    label = families(first, lengths, settings, settled=False).label
    a, b = ends(links.shared.keys)
    rest = ~links.chosen & (label[a] == label[b])
    more = bench.align(gathered(links.shared, rest, links.unflagged, settings))
    return confirmed(joined_pairs([first, more]), label, settings)
