"""Appositions turned round: "Orrin Line director Ida Brook" and "Ida Brook, Orrin Line's director"."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samecopy.stages.collate.change import Change, Side
from samecopy.stages.collate.lexicon import FUNCTION_WORDS, TITLES

_LONGEST = 14
"""Words of a name with what its bearer is; longer stretches say more than that."""


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A name, and the other words about it in any order."""

    name: tuple[str, ...]
    rest: Counter[str]


def reordered(change: Change) -> bool:
    """Whether both sides are one name and the same words on its bearer, a title among them."""
    before, after = change.before, change.after
    if not all(0 < side.end - side.begin <= _LONGEST for side in (before, after)):
        return False
    return any(a == b for a in _readings(before) for b in _readings(after))


def joined(found: Iterable[Change]) -> Iterator[Change]:
    """Changes in order, two that turn an apposition round put together with what stands between."""
    held: Change | None = None
    for change in found:
        both = held and Change(
            held.before.cut(held.before.begin, change.before.end),
            held.after.cut(held.after.begin, change.after.end),
        )
        if both and reordered(both):
            held = both
            continue
        if held:
            yield held
        held = change
    if held:
        yield held


def _readings(side: Side) -> Iterator[_Bearer]:
    """A name that opens the side before a comma, and one that closes it."""
    block = side.block
    marked = [i for i in range(side.begin + 1, side.end) if block.gap(i).strip()]
    if len(marked) > 1:
        return
    if marked and block.gap(marked[0]).strip() != ",":
        return
    places = {*marked} if marked else {*range(side.begin + 1, side.end)}
    for place in sorted(places):
        if marked and (found := _bearer(side.cut(side.begin, place), side.cut(place, side.end))):
            yield found
        if found := _bearer(side.cut(place, side.end), side.cut(side.begin, place)):
            yield found


def _bearer(name: Side, about: Side) -> _Bearer | None:
    if not all(surface[:1].isupper() for surface in name.surfaces) or not TITLES & {*about.keys}:
        return None
    rest = Counter(key.removesuffix("'s") for key in about.keys)
    for word in FUNCTION_WORDS & rest.keys():
        del rest[word]
    return _Bearer(name.keys, rest)
