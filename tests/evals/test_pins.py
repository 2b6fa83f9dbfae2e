"""Accuracy on what ships with the sources does not fall below its pins."""

import pytest

from evals.__main__ import PARTS
from evals.figures import Figure, broken, pins


@pytest.mark.parametrize("part", ["piles", "fresh", "counts", "credits", "edits", "forms", "sites", "copies"])
def test_accuracy_keeps_its_pins(part: str) -> None:
    """What is labelled here, invented sites and a made pile of copies: every pinned figure holds."""
    measure, _ = PARTS[part]
    figures = measure(None, False)
    assert figures
    assert broken(figures) == []


def test_a_figure_below_its_floor_is_told() -> None:
    """The pin and the figure are both named."""
    name, floor = next(iter(pins("floors").items()))
    (line,) = broken([Figure(name, floor - 0.5)])
    assert name in line
    assert "below" in line


def test_a_figure_above_its_ceiling_is_told() -> None:
    """Mistakes that must not happen are pinned from above."""
    name, ceiling = next(iter(pins("ceilings").items()))
    (line,) = broken([Figure(name, ceiling + 1)])
    assert "above" in line
