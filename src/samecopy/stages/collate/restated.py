"""Changes of one paragraph seen together: words that left one place and stand in another.

"Police arrested two men" and "two men were arrested by police" differ in two places, and say the same.
What is put together here are couples of changes, one that takes words out and one that puts them in.
A change that turns who did it into whom it was done to is found here too.
"""

from collections.abc import Sequence

from samecopy.stages.collate.attribution import source_moved
from samecopy.stages.collate.change import Change, Side, Verdict
from samecopy.stages.collate.forms import stem
from samecopy.stages.collate.lexicon import FUNCTION_WORDS, HEDGES, NEGATORS, NEUTRAL_VERBS
from samecopy.stages.collate.named import names_in
from samecopy.stages.collate.synonyms import SPLIT_PHRASES
from samecopy.text.spelling import standard
from samecopy.text.wordlists import listed

Judged = tuple[Change, Verdict]
"""A change with the verdict on it alone."""

MOVED = Verdict("wording", False, note="the same words in another place")
PUT_OTHERWISE = Verdict("style", False, note="the source put otherwise")
_BE = listed("is are was were be been being")
_ADJUNCT = listed(
    "on in at by after before during since until when while as if because although despite with amid for from"
)


def weighed_together(found: Sequence[Judged]) -> list[Judged]:
    """The verdicts, those weighed anew whose changes answer one another."""
    result = list(found)
    cuts = [i for i, (change, v) in enumerate(found) if v.matters and _takes_out(change)]
    puts = [i for i, (change, v) in enumerate(found) if v.matters and _puts_in(change)]
    for i in cuts:
        for j in puts:
            if i != j and result[i][1].matters and result[j][1].matters:
                verdict = _together(found[i][0], found[j][0])
                if verdict is not None:
                    result[i], result[j] = (found[i][0], verdict), (found[j][0], verdict)
    _split_phrases(result)
    return _turned(result)


def _takes_out(change: Change) -> bool:
    return not any(_content(change.after))


def _puts_in(change: Change) -> bool:
    return not any(_content(change.before))


def _content(side: Side) -> tuple[str, ...]:
    """The stems of a side's words of content, in order."""
    words = (w.removesuffix("'s") for w in side.words)
    return tuple(stem(standard(w)) for w in words if w and w not in FUNCTION_WORDS)


def _together(cut: Change, put: Change) -> Verdict | None:
    taken, placed = cut.before, put.after
    if source_moved(taken, placed):
        return PUT_OTHERWISE
    old, new = _content(taken), _content(placed)
    if not old or not new or set(taken.words) & (NEGATORS | HEDGES.keys()) - set(placed.words):
        return None
    if sorted(old) == sorted(new) and (
        (old == new and (len(old) > 2 or _adjunct(taken) or _beside_one_name(cut, put)))
        or set(taken.words) & NEUTRAL_VERBS
        or _passive(taken) != _passive(placed)
    ):
        return MOVED
    return MOVED if _name_within(taken, placed) or _name_within(placed, taken) else None


def _adjunct(side: Side) -> bool:
    """Whether a side tells when, where or under which circumstances."""
    return bool(side.inside("time")) or side.key_at(side.begin) in _ADJUNCT


def _passive(side: Side) -> bool:
    keys = set(side.keys)
    return "by" in keys and bool(keys & _BE)


def _beside_one_name(cut: Change, put: Change) -> bool:
    """Whether words about somebody went from one side of the name to the other."""
    here = {w for side in (cut.before,) for w in _around(side)}
    return bool(here & _around(put.after))


def _around(side: Side) -> set[str]:
    """The capitalised words right before and behind a side."""
    places = [i for i in (side.begin - 1, side.end) if 0 <= i < len(side.block.pieces)]
    return {side.key_at(i) for i in places if side.block.surface(i)[:1].isupper()}


def _name_within(short: Side, long: Side) -> bool:
    """Whether a side is a name that the other's words contain."""
    names = names_in(short)
    return (
        bool(names)
        and not set(_content(short)) - {stem(standard(n)) for n in names}
        and names <= names_in(long)
    )


def _split_phrases(found: list[Judged]) -> None:
    """Phrases with other words inside: "killed twelve" and "left twelve dead"."""
    for i, (first, verdict) in enumerate(found):
        for j in range(i + 1, min(i + 3, len(found))):
            second, other = found[j]
            if not (verdict.matters and other.matters):
                continue
            old = frozenset(_content(first.before) + _content(second.before))
            new = frozenset(_content(first.after) + _content(second.after))
            if any(old in group and new in group for group in SPLIT_PHRASES):
                same = Verdict("wording", False, note="another phrase for the same")
                found[i], found[j] = (first, same), (second, same)


def _turned(found: Sequence[Judged]) -> list[Judged]:
    """Who did it and whom it was done to changed places where a verb turns passive, or active, and
    nobody moves: "rebels attacked soldiers", "rebels were attacked by soldiers"."""
    result = list(found)
    turned = Verdict("wording", True, note="who did it, and to whom, changed places")
    for i, (first, verdict) in enumerate(found):
        for j in range(i + 1, min(i + 2, len(found))):
            second, other = found[j]
            if verdict.matters or other.matters or not _one_word_between(first, second):
                continue
            for here, there in ((first.before, second.before), (first.after, second.after)):
                bare = all(side.empty for side in _others(first, second, here))
                if (
                    bare
                    and set(here.keys) <= _BE | {"have", "has", "had"}
                    and set(here.keys) & _BE
                    and there.keys == ("by",)
                ):
                    result[i], result[j] = (first, turned), (second, turned)
    return result


def _others(first: Change, second: Change, here: Side) -> tuple[Side, Side]:
    return (first.after, second.after) if here is first.before else (first.before, second.before)


def _one_word_between(first: Change, second: Change) -> bool:
    return second.before.begin - first.before.end == 1 == second.after.begin - first.after.end
