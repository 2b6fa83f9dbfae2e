"""The copy tree of a family, laid out one node a line, like a tree of folders.

One line a node keeps any number of witnesses legible at any width. An origin outside the pile, or an
undecided one, is a node too, drawn dashed; so is a line of low confidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from samecopy.records import Descent, Family
from samecopy.report.descent import descent_words
from samecopy.report.labels import Name

_ROW = 46
_STEP = 26
_RADIUS = 7
_LEFT = 14
_TEXT = 15
_CHARACTER = 8.8  # a wide system font at 14 px, so that no label runs out of the drawing
_LABEL = 36


@dataclass(frozen=True, slots=True)
class Node:
    """One page, or the origin that is not a page (`page` None), with where it is drawn; `sure` is the
    confidence of the line that leads to it."""

    page: str | None
    kind: Literal["page", "outside", "undecided"]
    label: str
    detail: str
    depth: int
    x: int
    y: int
    edge: str
    sure: str


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes in drawing order; `words` says each line of descent in words."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    words: tuple[str, ...]


def copy_tree(family: Family, names: Mapping[str, Name], details: Mapping[str, str]) -> Tree:
    """Lay out a family's origin and witnesses. `details` holds a second line for each page."""
    parents = _parents(family)
    children: dict[str | None, list[str]] = {}
    for page in family.pages:
        children.setdefault(parents[page], []).append(page)
    nodes: list[Node] = []
    words: list[str] = []
    root = _root(family)
    if root is not None:
        nodes.append(_node(None, root[0], root[1], root[2], 0, 0, None, ""))
    start = 1 if root is not None else 0
    lines = {line.page: line for line in family.origin.descents}
    _grow(nodes, children, names, details, start, {page: line.confidence for page, line in lines.items()})
    for node in nodes:
        if node.page is None:
            continue
        line = lines.get(node.page) or Descent(node.page, "undecided", None, "low")
        words.append(f"{names[node.page]}: {descent_words(line, names, family.origin)}.")
    longest = max(
        (node.x + _TEXT + _CHARACTER * max(len(node.label), 0.8 * len(node.detail)) for node in nodes),
        default=0.0,
    )
    return Tree(int(longest) + 8, max(len(nodes), 1) * _ROW, tuple(nodes), tuple(words))


def _parents(family: Family) -> dict[str, str | None]:
    """Each page's parent within the family; a line that would run in a circle is cut at its first page."""
    given = {line.page: line.parent for line in family.origin.descents}
    parents: dict[str, str | None] = {}
    for page in family.pages:
        parent = given.get(page)
        parents[page] = parent if parent in family.pages and parent != page else None
        seen = {page}
        above = parents[page]
        while above is not None:
            if above in seen:
                parents[page] = None
                break
            seen.add(above)
            above = parents.get(above)
    return parents


def _root(family: Family) -> tuple[Literal["outside", "undecided"], str, str] | None:
    origin = family.origin
    if origin.kind == "outside":
        return "outside", origin.agency or "lost original", "not in the pile"
    if origin.kind == "undecided":
        return "undecided", "origin undecided", "the evidence names no page"
    return None


def _grow(
    nodes: list[Node],
    children: Mapping[str | None, Sequence[str]],
    names: Mapping[str, Name],
    details: Mapping[str, str],
    depth: int,
    sure: Mapping[str, str],
) -> None:
    stack = [(page, depth, 0 if depth else None) for page in reversed(children.get(None, ()))]
    while stack:
        page, at, above = stack.pop()
        row = len(nodes)
        name = names[page]
        detail = " · ".join(
            part for part in (name.besides if name.outlet else "", details.get(page, "")) if part
        )
        nodes.append(
            _node(page, "page", name.outlet or name.besides, detail, at, row, above, sure.get(page, ""))
        )
        stack += [(child, at + 1, row) for child in reversed(children.get(page, ()))]


def _node(
    page: str | None,
    kind: Literal["page", "outside", "undecided"],
    label: str,
    detail: str,
    depth: int,
    row: int,
    above: int | None,
    sure: str,
) -> Node:
    x, y = _LEFT + depth * _STEP, row * _ROW + _ROW // 2
    edge = ""
    if above is not None:
        edge = f"M{x - _STEP} {above * _ROW + _ROW // 2 + _RADIUS}V{y}H{x - _RADIUS}"
    shown = label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"
    return Node(page, kind, shown, detail, depth, x, y, edge, sure)
