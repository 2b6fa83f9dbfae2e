"""The measure of the stories' evaluation."""

import importlib.util
import sys
from pathlib import Path

SPEC = importlib.util.spec_from_file_location(
    "evals_stories", Path(__file__).parents[2] / "evals" / "stories.py"
)
assert SPEC is not None
assert SPEC.loader is not None
stories = importlib.util.module_from_spec(SPEC)
sys.modules["evals_stories"] = stories
SPEC.loader.exec_module(stories)


def test_the_adjusted_rand_index_is_that_computed_by_hand() -> None:
    """Pairs together in both 2, in gold 6, in found 3, of 15: (2 − 1.2) / (4.5 − 1.2)."""
    assert abs(stories.adjusted_rand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) - 0.8 / 3.3) < 1e-12


def test_equal_groupings_agree_wholly() -> None:
    """Whatever their numbers; chance agreement is about nothing."""
    assert stories.adjusted_rand([0, 0, 1], [5, 5, 2]) == 1.0
    assert stories.adjusted_rand([0, 1, 2], [0, 1, 2]) == 1.0
    assert stories.adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]) < 0
