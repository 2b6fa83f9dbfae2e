"""Components against flooding."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.union import components

_EDGES = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=25)


def _flooded(n: int, edges: list[tuple[int, int]]) -> list[int]:
    label = list(range(n))
    changed = True
    while changed:
        changed = False
        for a, b in edges:
            low = min(label[a], label[b])
            changed |= label[a] != low or label[b] != low
            label[a] = label[b] = low
    return label


@given(_EDGES)
def test_components_are_what_flooding_finds(edges: list[tuple[int, int]]) -> None:
    """Every node bears the least node it can be reached from."""
    a, b = (np.array([edge[side] for edge in edges], dtype=np.int64) for side in (0, 1))
    assert components(15, a, b).tolist() == _flooded(15, edges)
