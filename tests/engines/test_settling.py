"""From aligned pairs to the last ones that only a family makes worth aligning."""

import numpy as np
import numpy.typing as npt
import pytest

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.corpus import Held
from samecopy.engines.copies.naming import numbered
from samecopy.engines.copies.search import read, related
from samecopy.engines.copies.settling import settled
from samecopy.engines.copies.workshop import workshop
from samecopy.plan.copying import Aligned, gathered, keyed, some_pairs
from samecopy.settings import CopySettings
from tests.engines.mixed import mixed_pile


def test_further_pairs_that_are_known_are_not_aligned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was aligned before comes out as it was, and only the other pairs are aligned."""
    pile = sorted(mixed_pile(3, 60), key=lambda body: body.id)
    corpus = Held([body.text for body in pile])
    with workshop(CopySettings(), 1) as shop:
        links = related(read(corpus, shop), numbered([body.outlet for body in pile]), shop)
        bench = Bench(corpus, links.flagged, shop)
        first = bench.align(gathered(links.shared, links.chosen, links.unflagged, shop.settings))
        whole = settled(first, links, bench)
        further = np.arange(len(first.kind), len(whole.kind))
        some = some_pairs(whole, further[::2])
        asked = []
        align = Bench.align

        def noted(self: Bench, pairs: npt.NDArray[np.int64]) -> Aligned:
            asked.append(pairs)
            return align(self, pairs)

        monkeypatch.setattr(Bench, "align", noted)
        again = settled(first, links, bench, some)
    assert len(some.kind) > 0
    assert set(keyed(asked[0]).tolist()) == set(keyed(whole.pairs[further[1::2]]).tolist())
    one, other = (some_pairs(found, np.argsort(keyed(found.pairs))) for found in (whole, again))
    for name in ("pairs", "kind", "containment", "words", "bounds", "spans", "verbatim", "shares"):
        assert (getattr(one, name) == getattr(other, name)).all()
