"""The tree of least cost that hangs from one root: a minimum spanning arborescence.

The method is that of Chu and Liu (1965, "On the shortest arborescence of a directed graph") and Edmonds
(1967, "Optimum branchings"), with the heaps of Tarjan (1977, "Finding optimum branchings"): every node
takes its cheapest line, a circle of such lines becomes one node, and is opened again at the end. What
lines cost is decided in `descent`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Line = tuple[int, int, int]
"""Parent, child, cost; costs are whole numbers, so that sums do not depend on their order."""


def arborescence(count: int, root: int, lines: Sequence[Line]) -> list[int]:
    """The parent of each of `count` nodes, the root's own -1, so that the costs sum to the least.

    O(lines · log²). Among equally cheap trees the choice is the same for the same lines. Raises
    `ValueError` where a node cannot be reached from the root.

    >>> arborescence(3, 0, [(0, 1, 5), (0, 2, 9), (1, 2, 1), (2, 1, 1)])
    [-1, 0, 1]
    """
    sets = _Sets(count)
    queues = _queues(count, lines)
    seen = [-1] * count
    seen[root] = root
    taken: dict[int, int] = {}
    circles: list[tuple[int, int, list[int]]] = []
    for start in range(count):
        at = sets.of(start)
        path: list[int] = []
        chosen: list[int] = []
        while seen[at] < 0:
            line = queues[at].cheapest(sets, lines)
            if line is None:
                raise ValueError(f"node {start} cannot be reached from the root {root}")
            path.append(at)
            chosen.append(line)
            seen[at] = start
            at = sets.of(lines[line][0])
            if seen[at] == start:
                at = _closed(at, path, chosen, sets, queues, circles)
                seen[at] = -1
        for line in chosen:
            taken[sets.of(lines[line][1])] = line
    for circle, joins, inside in reversed(circles):
        sets.undo(joins)
        entering = taken[circle]
        for line in inside:
            taken[sets.of(lines[line][1])] = line
        taken[sets.of(lines[entering][1])] = entering
    return [-1 if node == root else lines[taken[node]][0] for node in range(count)]


@dataclass(slots=True)
class _Queue:
    """Lines into a node, cheapest first; `shift` is to be added to the costs in the heap."""

    heap: list[tuple[int, int]] = field(default_factory=list)
    shift: int = 0

    def cheapest(self, sets: "_Sets", lines: Sequence[Line]) -> int | None:
        """Takes the cheapest line from elsewhere; all others cost so much less from now on."""
        while self.heap:
            cost, line = heappop(self.heap)
            parent, child, _ = lines[line]
            if sets.of(parent) != sets.of(child):
                self.shift = -cost
                return line
        return None


def _queues(count: int, lines: Iterable[Line]) -> list[_Queue]:
    queues = [_Queue() for _ in range(count)]
    for number, (_, child, cost) in enumerate(lines):
        queues[child].heap.append((cost, number))
    for queue in queues:
        heapify(queue.heap)
    return queues


def _closed(
    at: int,
    path: list[int],
    chosen: list[int],
    sets: "_Sets",
    queues: list[_Queue],
    circles: list[tuple[int, int, list[int]]],
) -> int:
    """Makes one node of the circle that ends the path at `at`; its number."""
    joins = len(sets.joined)
    begin = path.index(at)
    members, inside = path[begin:], chosen[begin:]
    del path[begin:], chosen[begin:]
    queue = queues[members[0]]
    node = members[0]
    for member in members[1:]:
        queue = _merged(queue, queues[member])
        node = sets.join(node, member)
    queues[node] = queue
    circles.append((node, joins, inside))
    return node


def _merged(one: _Queue, other: _Queue) -> _Queue:
    if len(one.heap) < len(other.heap):
        one, other = other, one
    for cost, line in other.heap:
        heappush(one.heap, (cost + other.shift - one.shift, line))
    return one


class _Sets:
    """Joined nodes, with the joins in order so that they can be undone."""

    def __init__(self, count: int) -> None:
        self.above = list(range(count))
        self.size = [1] * count
        self.joined: list[tuple[int, int]] = []

    def of(self, node: int) -> int:
        while self.above[node] != node:
            node = self.above[node]
        return node

    def join(self, one: int, other: int) -> int:
        if self.size[one] < self.size[other]:
            one, other = other, one
        self.above[other] = one
        self.size[one] += self.size[other]
        self.joined.append((one, other))
        return one

    def undo(self, joins: int) -> None:
        """Takes back all joins but the first so many."""
        while len(self.joined) > joins:
            one, other = self.joined.pop()
            self.above[other] = other
            self.size[one] -= self.size[other]
