"""From aligned pairs to families, and to the last pairs that only a family makes worth aligning."""

import numpy as np

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.search import Related
from samecopy.plan.copying import (
    Aligned,
    confirmed,
    ends,
    families,
    gathered,
    joined_pairs,
    keyed,
    some_pairs,
)


def settled(first: Aligned, links: Related, bench: Bench, known: Aligned | None = None) -> Aligned:
    """All pairs with what they amount to, the chosen ones (`first`) before further ones.

    Within a family even a few postings in common are worth a look, so further pairs are aligned there, but
    for those that are `known`.
    """
    settings = bench.shop.settings
    label = families(first, bench.corpus.lengths, settings, False, bench.shop.carry).label
    a, b = ends(links.shared.keys)
    rest = ~links.chosen & (label[a] == label[b])
    kept = known or joined_pairs([])
    wanted, there = links.shared.keys[rest], keyed(kept.pairs)
    kept = some_pairs(kept, np.flatnonzero(np.isin(there, wanted)))
    rest[rest] = ~np.isin(wanted, there)
    more = bench.align(gathered(links.shared, rest, links.unflagged, settings))
    return confirmed(joined_pairs([first, kept, more]), label, settings)
