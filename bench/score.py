"""How well families were found, against known ones."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np

CLASSES = ("light", "medium", "heavy", "brief")


class Known(Protocol):
    """A pile of which the family and the class of each page are known."""

    @property
    def families(self) -> Sequence[int]: ...

    @property
    def classes(self) -> Sequence[str]: ...


def score(gold: Sequence[int], found: Sequence[int]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of pages in one family; gold -1 stands in none.

    >>> score([0, 0, 0, -1], [5, 5, 7, 8])
    (1.0, 0.3333333333333333, 0.5)
    """
    both = _pairs(Counter((g, f) for g, f in zip(gold, found, strict=True) if g >= 0))
    wanted, claimed = _pairs(Counter(g for g in gold if g >= 0)), _pairs(Counter(found))
    f1 = 2 * both / (wanted + claimed) if wanted + claimed else 1.0
    return both / claimed if claimed else 1.0, both / wanted if wanted else 1.0, f1


def claimed(found: Sequence[int]) -> int:
    """Pairs of pages that stand in one family.

    >>> claimed([5, 5, 5, 7])
    3
    """
    return _pairs(Counter(found))


def attached(known: Known, found: Sequence[int]) -> dict[str, float]:
    """For each class of copy the share that stands with another page of its family."""
    together = Counter(zip(known.families, found, strict=True))
    rows = list(zip(known.classes, known.families, found, strict=True))
    return {
        kind: float(np.mean([together[family, label] > 1 for one, family, label in rows if one == kind]))
        for kind in CLASSES
        if kind in known.classes
    }


def _pairs(sizes: Counter[int] | Counter[tuple[int, int]]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())
