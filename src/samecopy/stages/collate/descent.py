"""The copy tree of a family: for each witness the source it was most likely made of.

Each of a few pages, and an origin that is not in the pile, is tried as the root. The tree below it is
the cheapest over all choices of sources (`arborescence`), where a line costs what `kinship` says of the
texts, and more where the source was put out later or is not the origin itself. Weighing roots and lines
by the exponential of what they cost more than the best gives how sure each line is: no more than a
measure, which made piles with known trees tie to shares that are right (`settings.DescentSettings`).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from samecopy.settings import DescentSettings
from samecopy.stages.collate.arborescence import Line, arborescence
from samecopy.stages.collate.kinship import Kinship, Likeness, Text, unseen

Later = Callable[[int, int], bool]
"""Whether the first page was surely put out after the second."""
Refers = Callable[[int, int], bool]
"""Whether the first page names the second, or is a later version of it by the same outlet."""

Reads = tuple[tuple[int, ...], frozenset[int], frozenset[int], frozenset[int]]
"""All that one text has: its rows, its short variants, what it leaves out of rows and puts into them."""

OUTSIDE = -1
"""In place of a page's number: an origin that is not in the pile."""


@dataclass(frozen=True, slots=True)
class Ancestry:
    """The likeliest tree. `sources` has each page's source by number, None for the root; `shares` how
    sure each source of a page is, None for being the root, 0 to 1; `roots` the same of the root."""

    root: int
    sources: Sequence[int | None]
    shares: Sequence[Mapping[int | None, float]]
    roots: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class _Tree:
    cost: int
    parents: Sequence[int]
    into: Mapping[int, Sequence[tuple[int, int]]]


def ancestry(
    kin: Kinship,
    later: Later,
    refers: Refers,
    first: Sequence[int],
    settings: DescentSettings,
    root: int | None,
) -> Ancestry:
    """The likeliest tree of a family. `first` has the pages by what is known of their time, earliest
    first; `root` fixes the root (a page's number, or `OUTSIDE`). Deterministic; near linear in pages."""
    count = len(kin.texts)
    origin = unseen(kin.readings)
    roots = (
        _roots(kin, origin, first, later, settings) if root is None else {root: [root]} if root >= 0 else {}
    )
    sources = _sources(kin, list(roots), settings)
    trees: dict[int, _Tree] = {}
    for last in (False, True):
        between = _Lines(kin, origin, sources, later, refers, settings)
        tried = [*roots, OUTSIDE] if root is None else [root]
        trees = {r: between.tree(r) for r in tried}
        best = min(trees, key=lambda r: (trees[r].cost, r))
        if not last:
            parents = trees[best].parents
            texts = [*kin.texts, origin]
            kin = kin.reweighted((texts[p], texts[c]) for c, p in enumerate(parents[:count]) if p >= 0)
    return _weighed(trees, best, count, roots)


def _roots(
    kin: Kinship, origin: Text, first: Sequence[int], later: Later, settings: DescentSettings
) -> dict[int, list[int]]:
    """The pages worth trying as the origin: those that lack and change least of what is shared, and the
    earliest. Of pages that read alike to the letter the first stands for all that might as well be it."""
    words = kin.readings.words
    rank = {page: place for place, page in enumerate(first)}
    equal: dict[Reads, list[int]] = defaultdict(list)
    for page in first:
        equal[_reads(kin.texts[page])].append(page)
    alike = {pages[0]: [p for p in pages if not later(p, pages[0])] for pages in equal.values()}

    def lacking(page: int) -> tuple[int, int]:
        text = kin.texts[page]
        missing = sum(words[row] for row in origin.carried - text.carried)
        changed = kin.differing(origin, text, origin.carried & text.carried)
        return missing + 3 * len(changed), rank[page]

    found = sorted(alike, key=lacking)[: settings.roots]
    return {page: alike[page] for page in (*found, first[0])}


def _reads(text: Text) -> Reads:
    return tuple(text.rows), frozenset(text.variants), frozenset(text.lacks), frozenset(text.puts_in)


def _sources(kin: Kinship, roots: Sequence[int], settings: DescentSettings) -> list[list[int]]:
    """For each page the pages that may be its source: all of a small family, else the origins tried and
    those that share most of what few have."""
    count = len(kin.texts)
    if count <= settings.candidates + settings.roots:
        return [[p for p in range(count) if p != page] for page in range(count)]
    having: dict[tuple[str, int], list[int]] = defaultdict(list)
    for page, text in enumerate(kin.texts):
        for key in _traits(text):
            having[key].append(page)
    found = []
    for page, text in enumerate(kin.texts):
        sharing: Counter[int] = Counter()
        for key in _traits(text):
            if 1 < len(having[key]) <= 2 * settings.candidates:
                for other in having[key]:
                    sharing[other] += 1000 // len(having[key])
        best = sorted((p for p in sharing if p != page), key=lambda p: (-sharing[p], p))
        best = best[: settings.candidates]
        found.append([*best, *(r for r in roots if r != page and r not in best)])
    return found


def _traits(text: Text) -> list[tuple[str, int]]:
    rows = [("row", row) for row in sorted(text.carried)]
    return rows + [("variant", v) for v in sorted((*text.variants, *text.lacks, *text.puts_in))]


class _Lines:
    """All lines between pages, at what they cost below any one root."""

    def __init__(
        self,
        kin: Kinship,
        origin: Text,
        sources: Sequence[Sequence[int]],
        later: Later,
        refers: Refers,
        settings: DescentSettings,
    ) -> None:
        count = len(kin.texts)
        self._kin, self._texts, self._settings = kin, kin.texts, settings
        self._aside = settings.aside + int(settings.aside_log * math.log(max(1, count - 1)))
        self._origin = origin
        self._within: dict[tuple[int, int], tuple[Likeness, int]] = {}
        for c, pages in enumerate(sources):
            for p in pages:
                extra = settings.late if later(p, c) else 0
                extra -= settings.reference if refers(c, p) else 0
                self._within[p, c] = (kin.likeness(kin.texts[p], kin.texts[c]), extra)
        self._outside = [kin.likeness(origin, text) for text in kin.texts]

    def tree(self, root: int) -> _Tree:
        """The cheapest tree below a page, or below the origin outside, which is node `count`."""
        count, s = len(self._texts), self._settings
        top = count if root == OUTSIDE else root
        fuller = None if root == OUTSIDE else self._kin.fuller(self._texts[root], self._origin)
        lines: list[Line] = []
        for (p, c), (like, extra) in self._within.items():
            if c == top:
                continue
            if p != top:
                lines.append((p, c, extra + self._of_other(like)))
                continue
            if fuller is not None and like.restored:
                # a short page is no cheap origin for being silent about the words of what it lacks
                extra += self._kin.reworded(fuller, self._texts[c])
                extra -= self._kin.reworded(self._texts[p], self._texts[c])
            lines.append((p, c, extra + self._of_origin(like)))
        if root == OUTSIDE:
            lines += [(count, c, self._of_origin(like)) for c, like in enumerate(self._outside)]
            lacking = 0
        else:
            lacking = len(self._origin.carried - self._texts[root].carried)
        parents = arborescence(count + (root == OUTSIDE), top, lines)
        into: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for p, c, cost in lines:
            into[c].append((p, cost))
        cost = sum(dict(into[c])[p] for c, p in enumerate(parents) if p >= 0)
        return _Tree(cost + s.fuller * lacking + (s.unseen if root == OUTSIDE else 0), parents, into)

    def _of_origin(self, like: Likeness) -> int:
        s = self._settings
        return like.cost + (s.update + s.update_more * (like.restored - 1) if like.restored else 0)

    def _of_other(self, like: Likeness) -> int:
        return like.cost + self._settings.restored * like.restored + self._aside


def _weighed(
    trees: Mapping[int, _Tree], best: int, count: int, alike: Mapping[int, Sequence[int]]
) -> Ancestry:
    """How sure each root and each line is. `alike`: the pages for which a root stands."""
    stands = {root: len(alike.get(root, (root,))) for root in trees}
    roots = _shares({root: tree.cost for root, tree in trees.items()}, stands)
    shares: list[dict[int | None, float]] = [defaultdict(float) for _ in range(count)]
    for root, tree in trees.items():
        for page in range(count):
            if page == root:
                shares[page][None] += roots[root]
                continue
            usable = {p: cost for p, cost in tree.into[page] if not _below(tree.parents, p, page)}
            itself = 1 / stands[root] if page in alike.get(root, ()) else 0.0
            shares[page][None] += roots[root] * itself
            for p, share in _shares(usable, {}).items():
                shares[page][OUTSIDE if p == count else p] += roots[root] * (1 - itself) * share
    parents = trees[best].parents
    sources = [None if p < 0 else OUTSIDE if p == count else p for p in parents[:count]]
    return Ancestry(best, sources, shares, {root: share / stands[root] for root, share in roots.items()})


def _shares(costs: Mapping[int, int], alike: Mapping[int, int]) -> dict[int, float]:
    """Each key's share; `alike` says for how many equals one stands, where not for itself alone.

    >>> _shares({1: 500, 2: 500}, {}), _shares({1: 500, 2: 500}, {1: 3})
    ({1: 0.5, 2: 0.5}, {1: 0.75, 2: 0.25})
    """
    least = min(costs.values())
    weights = {key: alike.get(key, 1) * math.exp((least - cost) / 100) for key, cost in costs.items()}
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


def _below(parents: Sequence[int], page: int, above: int) -> bool:
    while page >= 0:
        if page == above:
            return True
        page = parents[page]
    return False
