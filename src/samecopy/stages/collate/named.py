"""Names in a change: which they are, and whether another took their place."""

from samecopy.stages.collate.change import STYLE, Change, Side, Verdict
from samecopy.stages.collate.forms import unmatched
from samecopy.stages.collate.lexicon import (
    BEGINNERS,
    FUNCTION_WORDS,
    HONORIFICS,
    NEUTRAL_PERSONS,
    SOURCE_NOUNS,
    TITLES,
)
from samecopy.stages.collate.units import is_name
from samecopy.text.inflections import BASE_FORMS
from samecopy.text.spelling import standard
from samecopy.text.stems import stem
from samecopy.text.wordlists import listed

_AUXILIARIES = listed("is was has had will would may might can could should must did does")


def names_in(side: Side) -> set[str]:
    """The names in a side, titles left out."""
    times = side.covered("time")
    return {
        key.removesuffix("'s")
        for i, key in enumerate(side.keys, side.begin)
        if i not in times and stands_as_name(side, i) and key not in TITLES and key not in HONORIFICS
    }


def stands_as_name(side: Side, piece: int) -> bool:
    """Whether a piece is a name, or a capitalised part of one."""
    in_run = any(u.begin <= piece < u.end for u in side.units if u.kind == "name")
    return is_name(side.block, piece) or (in_run and side.block.surface(piece)[:1].isupper())


def name(change: Change) -> Verdict | None:
    """The verdict where a name changed, came or went."""
    before, after = change.before, change.after
    old, new = names_in(before) - _plain(after), names_in(after) - _plain(before)
    if _opening(before) and _opening(after) and all(unmatched(before.words, after.words)):
        return Verdict("name", True)
    if not (old or new):
        return None
    keys = _plain(before) | _plain(after)
    if (not old or not new) and not keys - NEUTRAL_PERSONS - HONORIFICS - TITLES - (old | new):
        pronoun = keys & NEUTRAL_PERSONS
        return STYLE if pronoun and not (before.empty or after.empty) else Verdict("name", True)
    if old and new:
        return Verdict("name", True)
    left, right = unmatched(before.words, after.words)
    return None if (left | right) - {stem(standard(n)) for n in old | new} else Verdict("name", True)


def _opening(side: Side) -> bool:
    """Whether a side is one word that opens a sentence and may well be a name: a bare singular before a
    verb."""
    if side.end - side.begin != 1 or not side.block.opens_sentence(side.begin):
        return False
    key, surface = side.keys[0], side.surfaces[0]
    common = key.endswith(("s", "ing", "ly")) or key in FUNCTION_WORDS | BEGINNERS | SOURCE_NOUNS | TITLES
    following = side.key_at(side.end)
    verb = following in _AUXILIARIES or following in BASE_FORMS or following.endswith("ed")
    return surface[:1].isupper() and surface[1:].islower() and verb and not common


def _plain(side: Side) -> set[str]:
    return {key.removesuffix("'s") for key in side.keys}
