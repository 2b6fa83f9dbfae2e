"""Changes of one paragraph seen together: words that left one place and stand in another.

"Police arrested two men" and "two men were arrested by police" differ in two places, and say the same.
What is put together here are couples of changes, one that takes words out and one that puts them in.
A change that turns who did it into whom it was done to is found here too.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from samecopy.stages.collate.attribution import source_moved
from samecopy.stages.collate.change import Change, Side, Verdict
from samecopy.stages.collate.lexicon import FUNCTION_WORDS, HEDGES, NEGATORS, NEUTRAL_PERSONS, NEUTRAL_VERBS
from samecopy.stages.collate.named import names_in
from samecopy.text.spelling import standard
from samecopy.text.stems import stem
from samecopy.text.synonyms import SPLIT_PHRASES
from samecopy.text.wordlists import listed

Judged = tuple[Change, Verdict]
"""A change with the verdict on it alone."""

MOVED = Verdict("wording", False, note="the same words in another place")
NAMED_OTHERWISE = Verdict("style", False, note="the same, named otherwise")
PUT_OTHERWISE = Verdict("style", False, note="the source put otherwise")
_REACH = 20
"""Changes on either side among which words may have moved: keeps one endless paragraph linear."""
_JOINING = listed("but and that while")
_AGE = listed("year years old aged")
_TOLD = listed("tell tells told telling")
_BE = listed("is are was were be been being")
_ADJUNCT = listed(
    "on in at by after before during since until when while as if because although despite with amid for from"
)


def weighed_together(found: Sequence[Judged]) -> list[Judged]:
    """The verdicts, those weighed anew whose changes answer one another."""
    result = list(found)
    cuts = [i for i, (change, _) in enumerate(found) if _takes_out(change)]
    puts = [i for i, (change, _) in enumerate(found) if _puts_in(change)]
    for i in cuts:
        for j in puts[bisect_left(puts, i - _REACH) : bisect_right(puts, i + _REACH)]:
            if i == j or not (result[i][1].matters or result[j][1].matters):
                continue
            for at, verdict in zip((i, j), _together(found[i][0], found[j][0]), strict=True):
                if verdict is not None and result[at][1].matters:
                    result[at] = found[at][0], verdict
    _split_phrases(result)
    _voice(result)
    return _turned(result)


def _takes_out(change: Change) -> bool:
    return not any(_content(change.after))


def _puts_in(change: Change) -> bool:
    return not any(_content(change.before))


def _content(side: Side) -> tuple[str, ...]:
    """The stems of a side's words of content, in order."""
    words = (w.removesuffix("'s") for w in side.words)
    return tuple(stem(standard(w)) for w in words if w and w not in FUNCTION_WORDS and w not in _AGE)


def _together(cut: Change, put: Change) -> tuple[Verdict | None, Verdict | None]:
    """What words taken out and words put in are when seen together; None: what they are alone."""
    taken, placed = cut.before, put.after
    if source_moved(taken, placed):
        return PUT_OTHERWISE, PUT_OTHERWISE
    old, new = _content(taken), _content(placed)
    if not old or not new:
        return None, None
    guarded = NEGATORS | HEDGES.keys()
    if set(taken.words) & guarded != set(placed.words) & guarded:
        return None, None
    if sorted(old) == sorted(new):
        return (MOVED, MOVED) if _same_words(cut, put, same_order=old == new) else (None, None)
    if _by_pronoun(taken, placed) or _by_pronoun(placed, taken):
        return NAMED_OTHERWISE, NAMED_OTHERWISE
    return (
        MOVED if _within(old, new) and (_adjunct(taken) or _only_names(taken)) else None,
        MOVED if _within(new, old) and (_adjunct(placed) or _only_names(placed) or len(new) > 1) else None,
    )


def _same_words(cut: Change, put: Change, *, same_order: bool) -> bool:
    """Whether the same words say the same in another place: a phrase or clause in its order, a source
    with its verb, a verb turned passive with its doer."""
    taken, placed = cut.before, put.after
    if same_order:
        words = [[k for k in side.keys if k not in _JOINING] for side in (taken, placed)]
        phrase = words[0] == words[1] and len(words[0]) > 2
        if phrase or len(_content(taken)) > 2 or _adjunct(taken) or _beside_one_name(cut, put):
            return True
    said = set(taken.words) & NEUTRAL_VERBS - _TOLD
    return bool(said) or _passive(taken) != _passive(placed)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words stand in the other's too, in the same order."""
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def _only_names(side: Side) -> bool:
    names = {stem(standard(n)) for n in names_in(side)}
    return bool(names) and set(_content(side)) <= names


def _by_pronoun(short: Side, long: Side) -> bool:
    """Whether a name stands where the other has a pronoun: "his lawyer", "Veld's lawyer"."""
    names = {stem(standard(n)) for n in names_in(long)}
    rest = tuple(w for w in _content(long) if w not in names)
    return bool(names) and bool({*short.keys} & NEUTRAL_PERSONS) and rest == _content(short)


def _adjunct(side: Side) -> bool:
    """Whether a side tells when, where or under which circumstances."""
    return bool(side.inside("time")) or side.key_at(side.begin) in _ADJUNCT


def _passive(side: Side) -> bool:
    keys = set(side.keys)
    return "by" in keys and bool(keys & _BE)


def _beside_one_name(cut: Change, put: Change) -> bool:
    """Whether words about somebody went from one side of the name to the other."""
    return bool(_around(cut.before) & _around(put.after))


def _around(side: Side) -> set[str]:
    """The capitalised words and figures right before and behind a side."""
    places = [i for i in (side.begin - 1, side.end) if 0 <= i < len(side.block.pieces)]
    return {side.key_at(i) for i in places if _marked(side.block.surface(i))}


def _marked(surface: str) -> bool:
    return surface[:1].isupper() or surface.isdigit()


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


def _voice(found: list[Judged]) -> None:
    """A verb turned passive, its two parties having changed places."""
    for i, (first, _) in enumerate(found):
        for j in range(i + 1, min(i + 3, len(found))):
            second = found[j][0]
            parties = [_content(s) for s in (first.before, first.after, second.before, second.after)]
            crossed = all(parties) and parties[0] == parties[3] and parties[1] == parties[2]
            if crossed and _by_added([change for change, _ in found[i : j + 1]]):
                found[i], found[j] = (first, MOVED), (second, MOVED)


def _by_added(changes: Sequence[Change]) -> bool:
    """Whether one side of a stretch, and not the other, is passive."""
    old = {key for change in changes for key in change.before.keys}
    new = {key for change in changes for key in change.after.keys}
    return any("by" in x - y and (x - y) & _BE for x, y in ((old, new), (new, old)))


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
