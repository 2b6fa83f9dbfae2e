"""Which mentions are joined to one item: connected components over likely pairs, found by an index.

What makes two mentions alike is not decided here; that is `merge`.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from samecopy.stages.account.paraphrase import Gist

_RAREST = 4  # of a mention's words that recur in the story; alike mentions share one of them

_NO_GIST = Gist(frozenset(), frozenset())

RowKey = tuple[str, str]
"""A collation row: (family id, row id)."""

Quantity = tuple[float, float | None, str | None]
"""A number as it counts: low, high, unit; `1,400` and `1400` are one, `four` and `seven` two."""

Change = tuple[str, str]
"""An edit of substance that a witness made: (row id, its wording there)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with what joining needs: its folded words, the collation rows of its paragraph, and for a
    statement its gist, its quantities and the edits of substance inside it."""

    page: str
    begin: int
    bag: frozenset[str]
    rows: frozenset[RowKey]
    quantities: frozenset[Quantity] = frozenset()
    changes: frozenset[Change] = frozenset()
    gist: Gist = _NO_GIST
    denied: bool = False
    run: str = ""
    """Its folded words in order, set off by spaces."""

    def looked_up(self) -> frozenset[str]:
        """What likely pairs are found by."""
        return self.gist.stems or self.bag


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
    spread = Counter(word for place in placed for word in place.looked_up())
    by_row: dict[RowKey, list[int]] = {}
    by_word: dict[str, list[int]] = {}
    rarest: dict[int, frozenset[str]] = {}
    for i in speaking:
        place = placed[i]
        for row in place.rows:
            by_row.setdefault(row, []).append(i)
        for word in place.looked_up():
            by_word.setdefault(word, []).append(i)
        recurring = [word for word in place.looked_up() if spread[word] > 1]
        rarest[i] = frozenset(sorted(recurring, key=lambda w: (spread[w], w))[:_RAREST])
    for i in speaking:
        place = placed[i]
        beside = {j for row in place.rows for j in by_row[row] if j < i}
        near = {j for word in rarest[i] for j in by_word[word] if j != i}
        yield from ((i, j) for j in beside)
        yield from ((i, j) for j in near - beside if j < i or _only_here(place, placed[j], rarest[j]))


def _only_here(place: Placed, later: Placed, words: frozenset[str]) -> bool:
    """Whether a pair is not met again from its later mention, whose rarest `words` are."""
    return words.isdisjoint(place.looked_up()) and place.rows.isdisjoint(later.rows)
