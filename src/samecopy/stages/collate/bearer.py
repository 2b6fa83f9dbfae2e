"""One bearer under two names: more or less of name and title ("Mr. Hale", "Mayor Tom Hale").

A title that is another title, or that says "former", is a difference in substance; a title that is left
out is not.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from samecopy.stages.collate.change import Side
from samecopy.stages.collate.lexicon import HONORIFICS, TITLES
from samecopy.text.spelling import same_name, standard

_TURNING = frozenset(("former", "ex", "vice", "deputy", "acting"))
"""Words in a title that make it another one."""


@dataclass(slots=True)
class _Called:
    """What a side calls somebody: name, titles, and the country or body that goes before a title."""

    name: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)


def one_bearer(before: Side, after: Side) -> bool:
    """Whether both sides consist of a name with titles, and the same person or body bears them."""
    old, new = _called(before, set(after.keys)), _called(after, set(before.keys))
    if old is None or new is None or _contradict(old, new):
        return False
    short, long = sorted((old.name, new.name), key=len)
    if not long:
        return bool(old.titles and new.titles)
    if not short:
        return _bears(before, after, long) or _bears(after, before, long)
    return any(_same(short, part) for part in (long[-len(short) :], long[: len(short)]))


def _contradict(old: _Called, new: _Called) -> bool:
    if old.qualifiers and new.qualifiers and old.qualifiers != new.qualifiers:
        return True
    if not old.titles or not new.titles:
        return bool((old.titles | new.titles) & _TURNING)
    narrower, wider = sorted((old.titles, new.titles), key=len)
    return not narrower <= wider or bool((wider - narrower) & _TURNING)


def _same(short: list[str], long: list[str]) -> bool:
    pairs = zip(short, long, strict=True)
    return all(same_name(x, y) or x.casefold() == y.casefold() for x, y in pairs)


def _bears(titled: Side, named: Side, name: list[str]) -> bool:
    """Whether either page calls the bearer of a name by the title that the other side has."""
    titles = [key for key in titled.keys if key in TITLES]
    if not titles:
        return False
    called = re.compile(
        rf"\b{re.escape(titles[-1])}\s+(?:[A-Z][\w.]*\s+){{0,2}}{re.escape(name[-1])}\b", re.IGNORECASE
    )
    return any(called.search(side.block.text) for side in (titled, named))


def _called(side: Side, opposite: Collection[str]) -> _Called | None:
    """The name and titles of a side; None where there is more in it. `opposite` are the other side's
    keys: what is a name there is one here, capital or not."""
    found = _Called()
    for i, (key, surface) in enumerate(zip(side.keys, side.surfaces, strict=True), side.begin):
        capital = surface[:1].isupper()
        if key in TITLES:
            found.titles.add(standard(key))
        elif key in HONORIFICS or key in ("the", "of"):
            continue
        elif capital and i + 1 < side.end and _qualifies(key, surface, side.key_at(i + 1)):
            found.qualifiers.add(key)
        elif not capital and key not in opposite:
            return None
        elif not (len(surface) == 1 and found.name):  # else a middle initial
            found.name.append(surface.removesuffix("'s").removesuffix("’s"))
    return found


def _qualifies(key: str, surface: str, following: str) -> bool:
    """Whether a word is a country, nationality or body before a title ("US President")."""
    formed = surface.isupper() or key.endswith(("an", "ish", "ese", "ic", "'s", "i"))
    return formed and following in TITLES
