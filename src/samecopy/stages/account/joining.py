"""Which mentions are joined to one item: connected components over likely pairs, found by an index.

What makes two mentions alike is not decided here; that is `merge`.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from samecopy.stages.account.paraphrase import Gist

_RAREST = 4  # of a mention's words that recur in the story; alike mentions share one of them
_REACH = 50  # mentions looked at on either side of one, in the order of their words, where more share a word

_NO_GIST = Gist(frozenset(), frozenset())

RowKey = tuple[str, str]
"""A collation row: (family id, row id)."""

Change = tuple[str, str]
"""An edit of substance that a witness made: (row id, its wording there)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with what joining needs: the collation rows of its paragraph, the `keys` by which likely
    pairs are found, its words in order, and for a statement the set of its folded words, its text, its gist
    and the edits of substance inside it."""

    page: str
    rows: frozenset[RowKey]
    keys: frozenset[str]
    run: str
    bag: frozenset[str] = frozenset()
    text: str = ""
    changes: frozenset[Change] = frozenset()
    gist: Gist = _NO_GIST
    denied: bool = False


def joined(
    placed: Sequence[Placed], alike: Callable[[int, int], bool], repeats: Sequence[Hashable] = ()
) -> tuple[tuple[int, ...], ...]:
    """Connected components of `alike` over mentions that share a row or a rare word.

    Candidates come from an index, so that cost follows the number of likely pairs. Mentions with equal
    `repeats` (not None) must be alike, and alike to the same others but for those of their own page: only
    two of them, on two pages, are set against others, so that a thousand pages of one copy cost a
    thousand steps.
    """
    parent = list(range(len(placed)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(i: int, j: int) -> None:
        a, b = find(i), find(j)
        parent[max(a, b)] = min(a, b)

    speaking: list[int] = []
    first: dict[Hashable, int] = {}
    second: dict[Hashable, int] = {}
    for i, key in enumerate(repeats or [None] * len(placed)):
        if key is None or first.setdefault(key, i) == i:
            speaking.append(i)
            continue
        join(first[key], i)
        if placed[i].page != placed[first[key]].page and second.setdefault(key, i) == i:
            speaking.append(i)
    for i, j in _candidates(placed, speaking):
        if find(i) != find(j) and alike(min(i, j), max(i, j)):
            join(i, j)
    groups: dict[int, list[int]] = {}
    for i in range(len(placed)):
        groups.setdefault(find(i), []).append(i)
    return tuple(tuple(g) for g in groups.values())


def _candidates(placed: Sequence[Placed], speaking: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each pair once, held in no list: pairs of one row, and of a mention with those that have one of its
    rarest words."""
    by_row: dict[RowKey, list[int]] = {}
    for i in speaking:
        for row in placed[i].rows:
            by_row.setdefault(row, []).append(i)
    index = _Index(placed, speaking)
    for i in speaking:
        place = placed[i]
        beside = {j for row in place.rows for j in by_row[row] if j < i}
        near = index.near(i)
        yield from ((i, j) for j in beside)
        for j in near - beside:
            if j < i or (place.rows.isdisjoint(placed[j].rows) and not index.looks_at(j, i)):
                yield i, j


class _Index:
    """Mentions by the words that they are looked up by. A word that very many have shows to each of them
    only those that begin most like it, so that a story ten times as large costs ten times as much."""

    def __init__(self, placed: Sequence[Placed], speaking: Sequence[int]) -> None:
        self._placed = placed
        self._rarest: dict[int, frozenset[str]] = {}
        self._listed: dict[str, list[int]] = {}
        self._ranks: dict[str, dict[int, int]] = {}
        spread = Counter(word for place in placed for word in place.keys)
        for i in speaking:
            recurring = [word for word in placed[i].keys if spread[word] > 1]
            self._rarest[i] = frozenset(sorted(recurring, key=lambda w: (spread[w], w))[:_RAREST])
            for word in placed[i].keys:
                self._listed.setdefault(word, []).append(i)
        for word, found in self._listed.items():
            if len(found) > _REACH:
                found.sort(key=lambda i: (placed[i].run, i))
                self._ranks[word] = {i: rank for rank, i in enumerate(found)}

    def near(self, i: int) -> set[int]:
        """The mentions that one looks at."""
        found: set[int] = set()
        for word in self._rarest[i]:
            ranks = self._ranks.get(word)
            begin = 0 if ranks is None else max(0, ranks[i] - _REACH)
            found.update(self._listed[word][begin : begin + 2 * _REACH + 1])
        found.discard(i)
        return found

    def looks_at(self, i: int, j: int) -> bool:
        """Whether `j` is one of those that `i` looks at."""
        for word in self._rarest[i] & self._placed[j].keys:
            ranks = self._ranks.get(word)
            if ranks is None or abs(ranks[i] - ranks[j]) <= _REACH:
                return True
        return False
