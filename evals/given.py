"""Figures of the invented stories, field by field: value, unit, of what, giver, trend.

A story of `counts/stories.jsonl` may name its `figures`: phrases to find each by (`keys`), `low` and `high`
(null where a bound is open), `unit`, `of` and `giver` (words of which ours must hold one; no giver: the
narrator), `trend` and `approximate`. A field that the gold leaves out is not judged: the text does not settle
it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evals.figures import Figure
from samecopy.records import Figure as Count

Gold = Any
"""One decoded figure of a story's gold."""

Right = Callable[[Gold, Count], bool]
"""Whether one field of ours is the gold's."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One gold figure: its phrase, and the fields judged, each right or not; None where it was not found."""

    story: str
    phrase: str
    fields: dict[str, bool] | None

    @property
    def wrong(self) -> tuple[str, ...]:
        if self.fields is None:
            return ("not found",)
        return tuple(field for field, right in self.fields.items() if not right)


def _value(gold: Gold, ours: Count) -> bool:
    pairs = ((gold["low"], ours.low), (gold["high"], ours.high))
    return all(a is b if a is None or b is None else abs(a - b) < 0.01 for a, b in pairs)


def _giver(gold: Gold, ours: Count) -> bool:
    if not gold["giver"] or ours.giver is None:
        return not gold["giver"] and ours.giver is None
    return _holds(ours.giver.name, gold["giver"])


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


FIELDS: dict[str, tuple[str, Right]] = {
    "value": ("low", _value),
    "approximate": ("approximate", lambda gold, ours: bool(gold["approximate"] == ours.approximate)),
    "unit": ("unit", lambda gold, ours: bool(gold["unit"] == ours.unit)),
    "of": ("of", lambda gold, ours: _holds(ours.of, gold["of"])),
    "giver": ("giver", _giver),
    "trend": ("trend", lambda gold, ours: bool(gold["trend"] == ours.trend)),
}
"""Each field judged: the gold's key, without which it is not, and the comparison."""


def graded(story: str, pairs: Sequence[tuple[Gold, Count | None]]) -> Iterator[Graded]:
    """Every gold figure of a story beside ours, judged."""
    for gold, ours in pairs:
        fields = (
            None
            if ours is None
            else {name: right(gold, ours) for name, (key, right) in FIELDS.items() if key in gold}
        )
        yield Graded(story, gold["keys"][0], fields)


def measured(name: str, items: Sequence[Graded], beyond: int) -> list[Figure]:
    """Share found, right in each field, and in all of them; `beyond` is how many we tell that no gold has."""
    met = [item.fields for item in items if item.fields is not None]
    found = [
        Figure(f"{name}: found", len(met) / len(items), f"of {len(items)}"),
        Figure(f"{name}: beyond the gold", beyond / (len(met) + beyond), f"of {len(met) + beyond}"),
    ]
    for field in FIELDS:
        judged = [fields[field] for fields in met if field in fields]
        found.append(Figure(f"{name}: {field} right", sum(judged) / len(judged), f"of {len(judged)}"))
    exact = sum(all(fields.values()) for fields in met)
    return [*found, Figure(f"{name}: exact", exact / len(items), f"of {len(items)}")]
