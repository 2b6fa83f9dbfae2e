"""Whether a change is one of attribution: who says it, how it is said, or that anybody says it."""

import re

from samecopy.stages.collate.change import Change, Side, Verdict
from samecopy.stages.collate.forms import unmatched
from samecopy.stages.collate.lexicon import (
    ANONYMITY,
    FUNCTION_WORDS,
    LOADED_VERBS,
    NEUTRAL_VERBS,
    OCCASIONS,
    SOURCE_NOUNS,
    STANCES,
)
from samecopy.stages.collate.named import names_in, stands_as_name
from samecopy.text.wordlists import listed

_CLAUSE = re.compile(r"[,;:.!?—–()]")
_PERSONS = listed("person people man woman men women")
_REPORTING = NEUTRAL_VERBS | LOADED_VERBS.keys()
_UNNAMED = (
    "not to be named",
    "not be named",
    "not to be identified",
    "declined to be",
    "not be identified",
)
_FINITE = ("d", "s", "wrote", "spoke", "told", "swore")
_FURTHER = 8  # words after a subject in which its verb is looked for


def attribution(change: Change) -> Verdict | None:
    """The verdict where a change is of attribution, None where it is not."""
    before, after = change.before, change.after
    keys = set(before.keys) | set(after.keys)
    if keys & ANONYMITY or _unnamed(before) != _unnamed(after):
        return _verdict("the source's anonymity")
    old, new = _stances(before), _stances(after)
    if _one_sided(before, after):
        if (bool(old) != bool(new) or _credits(before) != _credits(after)) and _is_source(before, after):
            return _verdict("the source")
        return _passed_on(before, after)
    if names_in(before) and names_in(after):
        return None
    left, right = unmatched(before.words, after.words)
    people = keys & SOURCE_NOUNS
    if people and left and right and _speaks(before) and _speaks(after):
        return _verdict("the source")
    if _who(before) and _who(after) and _who(before) != _who(after) and _goes_on_to_say(after):
        return _verdict("how many or which sources")
    return None


def stance(change: Change) -> Verdict | None:
    """The verdict where another verb of saying takes the place of one."""
    old, new = _stances(change.before), _stances(change.after)
    return _verdict("the reporting verb") if old and new and old != new else None


def counted_source(change: Change) -> Verdict | None:
    """The verdict where speakers that were counted on one page are not on the other."""
    before, after = change.before, change.after
    if bool(before.inside("number")) == bool(after.inside("number")):
        return None
    named = _who(before) and _who(after) and _who(before) != _who(after)
    return _verdict("how many or which sources") if named and _goes_on_to_say(after) else None


def source_moved(cut: Side, put: Side) -> bool:
    """Whether a source is put otherwise: "said in a statement", "according to"."""
    if cut.empty or put.empty or not (_sourced(cut) and _sourced(put)):
        return False
    return _credits(cut) != _credits(put) and _beyond_saying(cut) == _beyond_saying(put)


def _sourced(side: Side) -> bool:
    return _credits(side) or bool(set(side.words) & NEUTRAL_VERBS)


def _beyond_saying(side: Side) -> set[str]:
    return set(side.words) - NEUTRAL_VERBS - OCCASIONS - FUNCTION_WORDS - {"as", "per"}


def when_said(change: Change) -> bool:
    """Whether all that came or went is the day on which something was said."""
    side, place = (change.after, change.before) if change.before.empty else (change.before, change.after)
    if not place.empty or not side.inside("time"):
        return False
    rest = [i for i in range(side.begin, side.end) if i not in side.covered("time")]
    near = {side.key_at(side.begin - 1), side.key_at(side.begin - 2)}
    return all(side.key_at(i) in FUNCTION_WORDS for i in rest) and bool(near & NEUTRAL_VERBS)


def _verdict(note: str) -> Verdict:
    return Verdict("attribution", True, note=note)


def _stances(side: Side) -> set[str]:
    """The verbs of saying in a side, those that only report as one, with set phrases."""
    found = {LOADED_VERBS.get(w, "say") for w in side.words if w in _REPORTING}
    text = f" {' '.join(side.words)} "
    return found | {stance for phrase, stance in STANCES.items() if f" {phrase} " in text}


def _passed_on(before: Side, after: Side) -> Verdict | None:
    """Somebody who speaks for the speaker came or went ("a spokesman for the mayor said")."""
    side = after if before.empty else before
    if side.empty or not any(w in SOURCE_NOUNS for w in side.words):
        return None
    speaks = side.key_at(side.end - 1) in ("for", "of") and _goes_on_to_say(side)
    return _verdict("who speaks") if speaks else None


def _who(side: Side) -> set[str]:
    """The nouns for unnamed speakers in a side, one or several told apart."""
    nouns = SOURCE_NOUNS | _PERSONS
    return {w for w in side.words if w in nouns}


def _goes_on_to_say(side: Side) -> bool:
    """Whether a reporting verb in the past or third person follows in the same clause."""
    for piece in range(side.end, min(side.end + _FURTHER, len(side.block.pieces))):
        if _CLAUSE.search(side.block.gap(piece)):
            return False
        key = side.key_at(piece)
        if key in _REPORTING and key.endswith(_FINITE):
            return True
    return False


def _one_sided(before: Side, after: Side) -> bool:
    """Whether all content stands on one side."""
    return any(all(w in FUNCTION_WORDS for w in side.words) for side in (before, after))


def _unnamed(side: Side) -> bool:
    text = " ".join(side.keys)
    return any(phrase in text for phrase in _UNNAMED)


def _credits(side: Side) -> bool:
    return "according" in side.keys or ("as" in side.keys and "per" in side.keys)


def _is_source(before: Side, after: Side) -> bool:
    """Whether what one side has is a source with its verb: neither a bare verb, nor a clause that
    goes on after it ("is demanding a shorter week")."""
    longer = before if len(before.keys) >= len(after.keys) else after
    if _credits(longer):
        return True
    said = [i for i in range(longer.begin, longer.end) if longer.key_at(i) in _REPORTING]
    if not said or (longer.key_at(said[-1]).endswith("ing") and not names_in(longer)):
        return False
    times = longer.covered("time")
    beyond = [
        longer.key_at(i)
        for i in range(said[-1] + 1, longer.end)
        if i not in times
        and longer.key_at(i) not in FUNCTION_WORDS | OCCASIONS
        and not stands_as_name(longer, i)
    ]
    subject = [w for w in longer.words if w not in _REPORTING and w not in FUNCTION_WORDS]
    told = {w for w in beyond if w in SOURCE_NOUNS | _PERSONS}
    return bool(subject) and len(beyond) - len(told) <= 1


def _speaks(side: Side) -> bool:
    """Whether a side is the subject of a reporting verb, has it, or stands after "according to"."""
    lead = {side.key_at(side.begin - k) for k in (1, 2, 3)}
    last = side.end - side.begin > 1 and side.key_at(side.end - 1) in _REPORTING
    return last or side.key_at(side.end) in _REPORTING or "according" in lead
