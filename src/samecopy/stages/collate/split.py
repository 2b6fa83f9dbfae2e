"""Cutting a change where two differences only touch: a date beside a name, a figure beside a verb.

Dates and figures that answer each other, and words that are one word spelled or written in two ways,
are cut out; what is left on either side is looked at again.
"""

from collections.abc import Iterator, Sequence

from samecopy.stages.collate.apposition import reordered
from samecopy.stages.collate.change import Change, Side
from samecopy.stages.collate.dated import compare_dates
from samecopy.stages.collate.lexicon import FUNCTION_WORDS
from samecopy.stages.collate.unit import Unit
from samecopy.text.spelling import same_spelling
from samecopy.text.wordlists import listed

_BESIDE_DATES = listed("on in at by of the from for since until to this early late earlier later mid")


def split(change: Change) -> list[Change]:
    """The changes that one change consists of, in order; itself where it is one."""
    if change.marks or change.before.empty or change.after.empty or reordered(change):
        return [change]
    if parts := _sentence_apart(change):
        return [part for one in parts for part in split(one)]
    for kind in ("time", "number", "name"):
        couple = _answering(change, kind)
        if couple is not None and (kind != "name" or _at_one_end(change, *couple)):
            return _cut_out(change, *couple, date=kind == "time")
    if parts := _equal_ends(change):
        return [part for one in parts for part in split(one)]
    return list(_trimmed(change))


def _equal_ends(change: Change) -> list[Change]:
    """A word at either end that is equal but for case, told apart from what stands beside it."""
    before, after = change.before, change.after
    if before.end - before.begin == after.end - after.begin == 1:
        return []
    if _loose_equal(before, after, before.end - 1, after.end - 1):
        cuts = before.end - 1, after.end - 1
    elif _loose_equal(before, after, before.begin, after.begin):
        cuts = before.begin + 1, after.begin + 1
    else:
        return []
    return [
        Change(before.cut(before.begin, cuts[0]), after.cut(after.begin, cuts[1])),
        Change(before.cut(cuts[0], before.end), after.cut(cuts[1], after.end)),
    ]


def _loose_equal(before: Side, after: Side, x: int, y: int) -> bool:
    """Whether two pieces have one key, and belong to no unit."""
    inside = any(u.begin <= at < u.end for side, at in ((before, x), (after, y)) for u in side.units)
    cased = before.block.surface(x) != after.block.surface(y)
    return cased and before.key_at(x) == after.key_at(y) and not inside


def _sentence_apart(change: Change) -> list[Change]:
    """The end of a sentence, and whole sentences that only one side goes on with, told apart."""
    before, after = change.before, change.after
    if not all(side.block.ends_sentence(side.end) for side in (before, after)):
        return []
    old, new = (_next_sentence(side) for side in (before, after))
    if (old is None) == (new is None):
        return []
    cuts = before.end if old is None else old, after.end if new is None else new
    return [
        Change(before.cut(before.begin, cuts[0]), after.cut(after.begin, cuts[1])),
        Change(before.cut(cuts[0], before.end), after.cut(cuts[1], after.end)),
    ]


def _next_sentence(side: Side) -> int | None:
    """The first piece of a side, at least three before its end, that begins a sentence."""
    places = range(max(side.begin, 1), side.end - 2)
    return next((i for i in places if side.block.ends_sentence(i)), None)


def _answering(change: Change, kind: str) -> tuple[Unit, Unit] | None:
    old, new = change.before.inside(kind), change.after.inside(kind)
    if not old or not new:
        return None
    if kind == "time" and len(old) != len(new):
        for one in old:
            for other in new:
                if _days_agree(change, one, other):
                    return one, other
    couple = old[0], new[0]
    whole = _whole(change.before, old[0]) and _whole(change.after, new[0])
    return None if whole else couple


def _at_one_end(change: Change, old: Unit, new: Unit) -> bool:
    """Whether two names alone open both sides, or close them, and one may be the other misspelt."""
    before, after = change.before, change.after
    if len(before.inside("name")) != 1 or len(after.inside("name")) != 1:
        return False
    names = set(before.cut(old.begin, old.end).keys), set(after.cut(new.begin, new.end).keys)
    opens = (
        old.begin == before.begin
        and new.begin == after.begin
        and min(before.end - old.end, after.end - new.end)
    )
    closes = (
        old.end == before.end
        and new.end == after.end
        and min(old.begin - before.begin, new.begin - after.begin)
    )
    return bool(names[0] & names[1]) and bool(opens or closes)


def _days_agree(change: Change, old: Unit, new: Unit) -> bool:
    before, after = change.before, change.after
    texts = before.cut(old.begin, old.end).text, after.cut(new.begin, new.end).text
    return compare_dates(texts[0], before.day, texts[1], after.day).verdict == "same"


def _whole(side: Side, unit: Unit) -> bool:
    return side.begin == unit.begin and side.end == unit.end


def _cut_out(change: Change, old: Unit, new: Unit, *, date: bool) -> list[Change]:
    before, after = change.before, change.after
    left = Change(before.cut(before.begin, old.begin), after.cut(after.begin, new.begin))
    middle = Change(before.cut(old.begin, old.end), after.cut(new.begin, new.end))
    right = Change(before.cut(old.end, before.end), after.cut(new.end, after.end))
    if _slight(left, date=date):
        middle, left = _joined(left, middle), _nothing(middle)
    if _slight(right, date=date):
        middle, right = _joined(middle, right), _nothing(middle)
    return [part for side in (left, middle, right) if not _is_nothing(side) for part in _again(side, middle)]


def _again(change: Change, middle: Change) -> list[Change]:
    if change is middle:
        return [change] if not _unchanged(change) else []
    return split(change)


def _slight(change: Change, *, date: bool) -> bool:
    """Nothing but prepositions, articles and "late" or "early": they go with a date; with a figure,
    nothing does."""
    keys = set(change.before.keys) | set(change.after.keys)
    return date and bool(keys) and keys <= _BESIDE_DATES


def _joined(left: Change, right: Change) -> Change:
    return Change(
        left.before.cut(left.before.begin, right.before.end),
        left.after.cut(left.after.begin, right.after.end),
    )


def _nothing(near: Change) -> Change:
    return Change(
        near.before.cut(near.before.begin, near.before.begin),
        near.after.cut(near.after.begin, near.after.begin),
    )


def _is_nothing(change: Change) -> bool:
    return change.before.empty and change.after.empty


def _unchanged(change: Change) -> bool:
    return change.before.text == change.after.text


def _trimmed(change: Change) -> Iterator[Change]:
    """Words at either end that are equal but for spelling or case stand for themselves."""
    heads: list[Change] = []
    tails: list[Change] = []
    while not _single(change) and _variants(change.before, change.after, 0):
        heads.append(_pair(change, 0))
        change = Change(
            change.before.cut(change.before.begin + 1, change.before.end),
            change.after.cut(change.after.begin + 1, change.after.end),
        )
    while not _single(change) and _variants(change.before, change.after, -1):
        tails.append(_pair(change, -1))
        change = Change(
            change.before.cut(change.before.begin, change.before.end - 1),
            change.after.cut(change.after.begin, change.after.end - 1),
        )
    yield from heads
    yield change
    yield from reversed(tails)


def _single(change: Change) -> bool:
    """Too small to trim, or one unit as a whole: names and compounds stay in one piece."""
    before, after = change.before, change.after
    short = min(len(before.keys), len(after.keys)) < 2
    return short or _one_unit(before) or _one_unit(after)


def _one_unit(side: Side) -> bool:
    return any(u.begin <= side.begin and u.end >= side.end for u in side.units)


def _variants(before: Side, after: Side, place: int) -> bool:
    old, new = before.surfaces[place], after.surfaces[place]
    keys: Sequence[str] = (before.keys[place], after.keys[place])
    return keys[0] not in FUNCTION_WORDS and keys[0] != keys[1] and same_spelling(old, new)


def _pair(change: Change, place: int) -> Change:
    before, after = change.before, change.after
    at = before.begin if place == 0 else before.end - 1
    to = after.begin if place == 0 else after.end - 1
    return Change(before.cut(at, at + 1), after.cut(to, to + 1))
