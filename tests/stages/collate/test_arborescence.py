"""The cheapest tree below a root, against all trees there are."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.stages.collate.arborescence import Line, arborescence


def hangs(parents: list[int], root: int) -> bool:
    """Whether every node leads to the root."""
    for node in range(len(parents)):
        steps = 0
        while node != root and steps < len(parents):
            node = parents[node]
            steps += 1
        if node != root:
            return False
    return True


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, int, list[Line]]:
    """Two to five nodes; the root reaches all, other lines are there or not."""
    count = draw(st.integers(2, 5))
    root = draw(st.integers(0, count - 1))
    couples = [(a, b) for a in range(count) for b in range(count) if a != b and b != root]
    costs = st.integers(-3, 6)
    lines = [(a, b, draw(costs)) for a, b in couples if a == root or draw(st.booleans())]
    return count, root, draw(st.permutations(lines))


@settings(deadline=None)
@given(graphs())
def test_no_tree_is_cheaper(graph: tuple[int, int, list[Line]]) -> None:
    """As cheap as the cheapest of all choices of one line a node that hang from the root."""
    count, root, lines = graph
    cost = {(a, b): c for a, b, c in lines}
    found = arborescence(count, root, lines)
    assert found[root] == -1
    assert hangs(found, root)
    choices = [[a for a in range(count) if (a, b) in cost] if b != root else [-1] for b in range(count)]
    trees = [list(tree) for tree in product(*choices) if hangs(list(tree), root)]
    cheapest = min(sum(cost[a, b] for b, a in enumerate(tree) if b != root) for tree in trees)
    assert sum(cost[a, b] for b, a in enumerate(found) if b != root) == cheapest


def test_a_node_out_of_reach_is_an_error() -> None:
    """Two nodes in a circle that no line enters."""
    with pytest.raises(ValueError, match="cannot be reached"):
        arborescence(3, 0, [(1, 2, 1), (2, 1, 1)])
