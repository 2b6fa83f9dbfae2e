"""ARCHITECTURE.md shows actual rows and the actual house."""

import re

import pytest

from samecopy import plan
from tests.docs.journey import CHOSEN, FILE, ROOT, blocks, filled, shown

TEXT = FILE.read_text(encoding="utf-8")


def test_every_table_is_shown() -> None:
    """The journey passes through all tables that it can choose a row of."""
    assert shown(TEXT) == set(CHOSEN)


def test_the_rows_are_the_actual_ones() -> None:
    """`python -m tests.docs.journey` would change nothing."""
    assert filled(TEXT, blocks()) == TEXT


def test_the_steps_are_the_plans() -> None:
    """The table of steps names those of the plan, in its order."""
    steps = re.findall(r"^\| (\w+) \| an? ", TEXT.replace("| the pile |", "| a pile |"), re.MULTILINE)
    assert steps == ["read", "sites", "copies", "collate", "stories", "mentions", "accounts"]
    assert {s.name for s in vars(plan).values() if isinstance(s, plan.Step)} | {"copies"} == set(steps)


@pytest.mark.parametrize("room", re.findall(r"^\d  ([\w.]+)/? ", TEXT, re.MULTILINE))
def test_every_room_exists(room: str) -> None:
    """A room drawn in the house is there."""
    assert (ROOT / "src" / "samecopy" / room).exists()
