"""Figures of an evaluation and the floors below which they must not fall.

A floor is pinned in `floors.toml` as `"name" = 0.95`. Raising one is a commit; lowering one needs a
stated reason in that commit. A figure named in `ceilings` must not rise above its pin.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

PINS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `of` says out of how many or on what it was measured."""

    name: str
    value: float
    of: str = ""


def pins(kind: str) -> dict[str, float]:
    """The pinned floors (`floors`) or ceilings (`ceilings`)."""
    with PINS.open("rb") as file:
        return {name: float(value) for name, value in tomllib.load(file).get(kind, {}).items()}


def broken(figures: Iterable[Figure]) -> list[str]:
    """A sentence for every figure beyond its pin."""
    floors, ceilings = pins("floors"), pins("ceilings")
    told = []
    for figure in figures:
        if figure.value < floors.get(figure.name, float("-inf")):
            told.append(f"{figure.name} is {figure.value:g}, below its floor {floors[figure.name]:g}")
        if figure.value > ceilings.get(figure.name, float("inf")):
            told.append(f"{figure.name} is {figure.value:g}, above its ceiling {ceilings[figure.name]:g}")
    return told


def table(figures: Sequence[Figure]) -> str:
    """The figures as aligned lines: name, value, pin, base."""
    floors, ceilings = pins("floors"), pins("ceilings")
    lines = []
    for figure in figures:
        pin = ""
        if figure.name in floors:
            pin = f"floor {floors[figure.name]:g}"
        elif figure.name in ceilings:
            pin = f"ceiling {ceilings[figure.name]:g}"
        lines.append(f"{figure.name:<44} {figure.value:>9.4g}   {pin:<16} {figure.of}".rstrip())
    return "\n".join(lines)
