"""Other words for the same: set phrases, with the words beside them, and light verbs."""

from collections.abc import Sequence

from samecopy.stages.collate.change import Change, Side
from samecopy.stages.collate.forms import content, paraphrased, unmatched
from samecopy.stages.collate.lexicon import LIGHT_VERBS
from samecopy.text.stems import stem

_BESIDE = ((0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (2, 2))
"""Equal words before and after a change that may belong to a set phrase with it."""
_NOUN_ENDINGS = ("ition", "ation", "ision", "sion", "tion", "ment", "ance", "ence", "ion", "al")
_KIN = 4  # letters: "deci(sion)" and "deci(de)"
_LIGHT_STEMS = frozenset(map(stem, LIGHT_VERBS))


def same_phrase(change: Change) -> bool:
    """Whether both sides say one thing by set phrases, some equal words beside them included."""
    for back, ahead in _BESIDE:
        sides = _widened(change.before, back, ahead), _widened(change.after, back, ahead)
        if sides[0] is None or sides[1] is None or not _beside_equal(change, back, ahead):
            continue
        words = [side.words for side in sides if side is not None]
        put = [paraphrased(w) for w in words]
        ways = ((put[0], put[1]), (put[0], words[1]), (words[0], put[1]))
        if put != words and any(not any(unmatched(*way)) for way in ways):
            return True
    return False


def _widened(side: Side, back: int, ahead: int) -> Side | None:
    begin, end = side.begin - back, side.end + ahead
    return side.cut(begin, end) if begin >= 0 and end <= len(side.block.pieces) else None


def _beside_equal(change: Change, back: int, ahead: int) -> bool:
    before, after = change.before, change.after
    led = all(before.key_at(before.begin - k) == after.key_at(after.begin - k) for k in range(1, back + 1))
    return led and all(before.key_at(before.end + k) == after.key_at(after.end + k) for k in range(ahead))


def light_verb(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a verb stands for a light verb with its noun.

    >>> light_verb(("made", "a", "decision"), ("decided",)), light_verb(("made", "a", "cake"), ("decided",))
    (True, False)
    """
    old, new = content(before), content(after)
    for heavy, light in ((old, new), (new, old)):
        if not heavy & _LIGHT_STEMS or light & _LIGHT_STEMS:
            continue
        nouns = heavy - _LIGHT_STEMS
        if len(nouns) == len(light) and all(any(_kin(n, verb) for verb in light) for n in nouns) and light:
            return True
    return False


def _kin(noun: str, verb: str) -> bool:
    if noun == verb:
        return True
    roots = [noun.removesuffix(ending) for ending in _NOUN_ENDINGS if noun.endswith(ending)]
    return any(_same_start(root, verb) for root in roots or [noun])


def _same_start(root: str, verb: str) -> bool:
    least = max(_KIN, min(len(root), len(verb)) - 1)
    return root[:least] == verb[:least] and len(root) >= least
