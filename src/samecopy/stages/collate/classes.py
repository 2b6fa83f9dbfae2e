"""What kind of difference a change is, and whether it matters.

Local form is asked first (dates of one day, spelling, one number in two forms, style), since what only
looks different must not be counted as substance. Then substance, from what is surest to what is
broadest: numbers, words in quotation marks, negation, attribution, hedges, names, other wording.

Wording matters where, abbreviations, inflections, function words and synonyms set aside, either side
keeps a word of content that the other has not.
"""

import re

from samecopy.stages.collate.change import STYLE, Change, Side, Verdict
from samecopy.stages.collate.forms import paraphrased, stem, unmatched
from samecopy.stages.collate.lexicon import (
    ANONYMITY,
    CERTAIN_VERBS,
    FUNCTION_WORDS,
    HEDGES,
    HONORIFICS,
    LOADED_VERBS,
    MEASURE_HEDGES,
    NEGATORS,
    NEUTRAL_PERSONS,
    NEUTRAL_VERBS,
    SOURCE_NOUNS,
    TENTATIVE_VERBS,
    TITLES,
)
from samecopy.stages.collate.local import dates, local_form
from samecopy.stages.collate.quantity import compare_numbers, counts
from samecopy.stages.collate.synonyms import CONTRARY
from samecopy.stages.collate.units import is_name
from samecopy.text.spelling import standard
from samecopy.text.wordlists import listed

SENTENCE_ADDED, SENTENCE_CUT = "a sentence added", "a sentence cut"
_CLAUSE = re.compile(r"[,;:.!?—–()]")
_PERSONS = listed("person people man woman men women")
_REPORTING = NEUTRAL_VERBS | LOADED_VERBS.keys()
_FUTURE = {"will", "would", "shall", "going", "set", "due", "to"}


def classify(change: Change) -> Verdict:
    """The verdict on one change."""
    if change.marks:
        return Verdict("quotation", True, note="quotation marks put on or taken off")
    if _whole_sentence(change):
        return Verdict("wording", True, note=SENTENCE_ADDED if change.before.empty else SENTENCE_CUT)
    one_sided = change.before.empty or change.after.empty
    for rule in _ONE_SIDED if one_sided else _BOTH_SIDED:
        verdict = rule(change)
        if verdict is not None:
            return verdict
    return _wording(change)


def _whole_sentence(change: Change) -> bool:
    """Whether a sentence or more came or went, with nothing in its place."""
    if change.before.empty == change.after.empty:
        return False
    side = change.after if change.before.empty else change.before
    block, count = side.block, len(side.block.pieces)
    if side.end - side.begin < 3:
        return False
    return block.opens_sentence(side.begin) and (side.end == count or block.opens_sentence(side.end))


def _numbers(change: Change) -> Verdict | None:
    verdict = compare_numbers(change.before, change.after)
    if verdict == "other":
        return Verdict("number", True)
    if verdict == "bounds":
        return Verdict("hedge", True, note="the same figure, otherwise qualified")
    return None


def _quotation(change: Change) -> Verdict | None:
    before, after = change.before, change.after
    if not (before.in_quotation and after.in_quotation):
        return None
    return Verdict("quotation", True, note="quoted words changed") if before.keys != after.keys else None


def _negation(change: Change) -> Verdict | None:
    old = sum(word in NEGATORS for word in change.before.words)
    new = sum(word in NEGATORS for word in change.after.words)
    return Verdict("negation", True) if (old > 0) != (new > 0) else None


def _verbs(side: Side) -> set[str]:
    return {LOADED_VERBS.get(w, "say") for w in side.words if w in _REPORTING}


def _attribution(change: Change) -> Verdict | None:
    before, after = change.before, change.after
    keys = set(before.keys) | set(after.keys)
    if keys & ANONYMITY or _unnamed(before) != _unnamed(after):
        return Verdict("attribution", True, note="the source's anonymity")
    old, new = _verbs(before), _verbs(after)
    if old and new and old != new:
        return Verdict("attribution", True, note="the reporting verb")
    credited = [_credits(side) for side in (before, after)]
    dropped = (bool(old) != bool(new) or credited[0] != credited[1]) and _one_sided(before, after)
    if dropped and _has_source(before, after):
        return Verdict("attribution", True, note="the source")
    if _names(before) and _names(after):
        return None
    left, right = unmatched(before.words, after.words)
    people = (set(before.keys) | set(after.keys)) & SOURCE_NOUNS
    if people and left and right and _speaks(before) and _speaks(after):
        return Verdict("attribution", True, note="the source")
    if _who(before) and _who(after) and _who(before) != _who(after) and _goes_on_to_say(after):
        return Verdict("attribution", True, note="how many or which sources")
    return None


def _who(side: Side) -> set[str]:
    """The nouns for unnamed speakers in a side, one or several told apart."""
    nouns = SOURCE_NOUNS | _PERSONS
    return {w for w in side.words if w in nouns}


def _goes_on_to_say(side: Side) -> bool:
    """Whether a reporting verb in the past or third person follows in the same clause."""
    for piece in range(side.end, min(side.end + 8, len(side.block.pieces))):
        if _CLAUSE.search(side.block.gap(piece)):
            return False
        key = side.key_at(piece)
        if key in _REPORTING and key.endswith(("d", "s", "wrote", "spoke")):
            return True
    return False


def _one_sided(before: Side, after: Side) -> bool:
    """Whether all content stands on one side."""
    return any(all(w in FUNCTION_WORDS for w in side.words) for side in (before, after))


def _unnamed(side: Side) -> bool:
    text = " ".join(side.keys)
    return any(
        phrase in text
        for phrase in (
            "not to be named",
            "not be named",
            "not to be identified",
            "declined to be",
            "not be identified",
        )
    )


def _credits(side: Side) -> bool:
    return "according" in side.keys or ("as" in side.keys and "per" in side.keys)


def _has_source(before: Side, after: Side) -> bool:
    """Whether what one side has is a source with its verb, not a bare verb."""
    longer = before if len(before.keys) >= len(after.keys) else after
    said = {w for w in longer.words if w in _REPORTING} | {"according", "to", "as", "per"}
    return any(w not in said and w not in FUNCTION_WORDS for w in longer.words) or _credits(longer)


def _speaks(side: Side) -> bool:
    """Whether a side is the subject of a reporting verb, or stands after "according to"."""
    lead = {side.key_at(side.begin - k) for k in (1, 2, 3)}
    return side.key_at(side.end) in _REPORTING or "according" in lead


def _surety(change: Change) -> Verdict | None:
    """What was found out on one side, and is only suggested on the other."""
    old, new = {*change.before.words}, {*change.after.words}
    for sure, unsure in ((old - new, new - old), (new - old, old - new)):
        if sure & CERTAIN_VERBS and unsure & TENTATIVE_VERBS and not sure & TENTATIVE_VERBS:
            return Verdict("hedge", True)
    return None


def _hedge(change: Change) -> Verdict | None:
    old, new = (_hedges(side) for side in (change.before, change.after))
    return Verdict("hedge", True) if old != new else None


def _hedges(side: Side) -> set[str]:
    found = {HEDGES[w] for w in side.words if w in HEDGES}
    if any(w in ("can",) for w in side.words):
        found = {HEDGES[w] for w in side.words if w in HEDGES and w != "can"}
    if counts(side) or counts(side.cut(side.end, min(side.end + 1, len(side.block.pieces)))):
        found |= {MEASURE_HEDGES[w] for w in side.words if w in MEASURE_HEDGES}
    return found


def _names(side: Side) -> set[str]:
    times = side.covered("time")
    return {
        key.removesuffix("'s")
        for i, key in enumerate(side.keys, side.begin)
        if i not in times and _is_name(side, i) and key not in TITLES and key not in HONORIFICS
    }


def _is_name(side: Side, piece: int) -> bool:
    in_run = any(u.begin <= piece < u.end for u in side.units if u.kind == "name")
    return is_name(side.block, piece) or (in_run and side.block.surface(piece)[:1].isupper())


def _name(change: Change) -> Verdict | None:
    before, after = change.before, change.after
    old, new = _names(before), _names(after)
    if not (old - new or new - old):
        return None
    keys = {key.removesuffix("'s") for key in (*before.keys, *after.keys)}
    if (not old or not new) and not keys - NEUTRAL_PERSONS - HONORIFICS - TITLES - (old | new):
        pronoun = keys & NEUTRAL_PERSONS
        return STYLE if pronoun and not (before.empty or after.empty) else Verdict("name", True)
    if old - new and new - old:
        return Verdict("name", True)
    left, right = unmatched(before.words, after.words)
    return None if (left | right) - {stem(standard(n)) for n in old | new} else Verdict("name", True)


def _contrary(before: Side, after: Side) -> bool:
    old, new = set(before.words), set(after.words)
    return any(
        (old - new) & couple and (new - old) & couple and (old - new) & couple != (new - old) & couple
        for couple in CONTRARY
    )


def _wording(change: Change) -> Verdict:
    before, after = change.before, change.after
    if not before.keys and not after.keys:
        return Verdict("punctuation", False)
    left, right = unmatched(before.words, after.words)
    left, right = left - HEDGES.keys() - _FUTURE, right - HEDGES.keys() - _FUTURE
    neutral = {w for w in (*before.words, *after.words) if w in NEUTRAL_VERBS}
    if neutral and not (left | right) - neutral - {"reporter", "journalist", "say", "stat", "add", "not"}:
        return STYLE
    if _contrary(before, after):
        return Verdict("wording", True)
    if not left and not right:
        return STYLE
    if not any(unmatched(paraphrased(before.words), paraphrased(after.words))):
        return Verdict("wording", False, note="another phrase for the same")
    return Verdict("wording", True)


_BOTH_SIDED = (dates, local_form, _numbers, _quotation, _negation, _surety, _attribution, _hedge, _name)
_ONE_SIDED = (local_form, _attribution, _numbers, _quotation, _negation, _hedge, _name)
"""What came or went with its source is first of all a source that came or went."""
