"""Layout of the copy tree."""

from dataclasses import replace

from samecopy.records import Descent
from samecopy.report.labels import pile
from samecopy.report.tree import Tree, copy_tree
from tests.sample import sample

RESULT = sample()
FAMILY = RESULT.stories[0].families[0]


def drawn(lines: tuple[Descent, ...]) -> Tree:
    family = replace(FAMILY, origin=replace(FAMILY.origin, descents=lines))
    return copy_tree(family, pile(RESULT).names, {})


def test_lost_original_stands_first() -> None:
    """An origin outside the pile is the root, at the left."""
    root = drawn(FAMILY.origin.descents).nodes[0]
    assert (root.kind, root.label, root.depth) == ("outside", "Nordwire", 0)


def test_every_page_has_one_node() -> None:
    """No witness is left out or drawn twice."""
    nodes = drawn(FAMILY.origin.descents).nodes
    assert sorted(n.page for n in nodes if n.page) == sorted(FAMILY.pages)


def test_a_circle_of_parents_is_cut() -> None:
    """Were two pages each other's parent, both are still drawn."""
    a, b = FAMILY.pages[:2]
    nodes = drawn((Descent(a, "page", b, "low"), Descent(b, "page", a, "low"))).nodes
    assert sorted(n.page for n in nodes if n.page) == sorted(FAMILY.pages)


def test_a_child_stands_one_step_in() -> None:
    """A witness of a witness is drawn to the right of it and below."""
    by_page = {node.page: node for node in drawn(FAMILY.origin.descents).nodes}
    parent, child = by_page["harbour-times.html"], by_page["daily-x.html"]
    assert child.depth == parent.depth + 1
    assert child.y > parent.y


def test_a_line_of_low_confidence_is_marked() -> None:
    """The drawing knows which lines to dash."""
    lines = tuple(replace(line, confidence="low") for line in FAMILY.origin.descents)
    assert {node.sure for node in drawn(lines).nodes if node.page and node.edge} == {"low"}


def test_a_line_in_words_names_source_confidence_and_evidence() -> None:
    """Pages that read as the source does are named beside it."""
    said = next(line for line in drawn(FAMILY.origin.descents).words if line.startswith("Daily X"))
    assert "likely from Harbour Times, or from " in said
    assert "which reads the same (medium confidence): put out 3 h after it." in said
