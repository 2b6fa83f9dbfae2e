"""What kind of difference a change is, and whether it matters.

Local form is asked first (dates of one day, spelling, one number in two forms, style), since what only
looks different must not be counted as substance. Then substance, from what is surest to what is
broadest: numbers, words in quotation marks, negation, attribution, hedges, names, other wording.

Wording matters where, abbreviations, inflections, function words and synonyms set aside, either side
keeps a word of content that the other has not.
"""

import itertools

from samecopy.stages.collate.attribution import attribution, counted_source, stance, when_said
from samecopy.stages.collate.change import STYLE, Change, Side, Verdict
from samecopy.stages.collate.forms import content, unmatched
from samecopy.stages.collate.lexicon import (
    CERTAIN_VERBS,
    FAILING,
    HEDGES,
    MEASURE_HEDGES,
    NEGATING,
    NEGATORS,
    NEUTRAL_VERBS,
    SOFT_NEGATORS,
    TENTATIVE_VERBS,
    WHOLES,
)
from samecopy.stages.collate.local import dates, local_form
from samecopy.stages.collate.named import name
from samecopy.stages.collate.phrasing import light_verb, same_phrase
from samecopy.stages.collate.quantity import compare_numbers, counts
from samecopy.text.stems import stem
from samecopy.text.synonyms import CONTRARY
from samecopy.text.wordlists import listed

SENTENCE_ADDED, SENTENCE_CUT = "a sentence added", "a sentence cut"
_SAYING = {stem(w) for w in NEUTRAL_VERBS} | {"reporter", "journalist", "not"}
_CLAUSE_WORDS = 4  # words of content: phrases that hold a figure or a name have no more
_BOUNDS = listed("early late soon high low little few much many")
_BEFORE_PARTICIPLE = listed("a an the his her its their is are was were be been being")
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
    if before.empty or after.empty:
        words, place = (after, before) if before.empty else (before, after)
        quoted = words.in_quotation and place.at_quotation
    else:
        quoted = before.in_quotation and after.in_quotation
    return (
        Verdict("quotation", True, note="quoted words changed")
        if quoted and before.keys != after.keys
        else None
    )


def _clause(change: Change) -> Verdict | None:
    """What came or went where it is a clause: more than a figure, a name or a negation."""
    side = change.after if change.before.empty else change.before
    long = len(content(side.words)) > _CLAUSE_WORDS
    return (
        Verdict("wording", True, note="a clause " + ("added" if change.before.empty else "cut"))
        if long
        else None
    )


def _negation(change: Change) -> Verdict | None:
    old, new = {*change.before.words}, {*change.after.words}
    if _softened(old, new) or _softened(new, old):
        return Verdict("hedge", True, note="a negation softened")
    if (_negated(change.before) != _negated(change.after)) != _opposite(old - new, new - old):
        return Verdict("negation", True)
    return None


def _negated(side: Side) -> bool:
    words = side.words
    failing = any(w in FAILING and following == "to" for w, following in itertools.pairwise(words))
    return failing != any(word in NEGATORS for word in words)


def _softened(old: set[str], new: set[str]) -> bool:
    """Whether "no" became "little"."""
    return (
        bool(old & NEGATORS - SOFT_NEGATORS)
        and bool(new & SOFT_NEGATORS)
        and not new & NEGATORS - SOFT_NEGATORS
    )


def _opposite(old: set[str], new: set[str]) -> bool:
    """Whether a word became the same with a negating prefix ("fit", "unfit")."""
    words = old | new
    return any(
        f"{prefix}{w}" in words and (w in old) != (f"{prefix}{w}" in old)
        for prefix in NEGATING
        for w in words
    )


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
    found = {HEDGES[w] for w in side.words if w in HEDGES and w not in ("can", "reported")}
    passive = (i for i in range(side.begin, side.end) if side.key_at(i - 1) in _BEFORE_PARTICIPLE)
    found |= {HEDGES["reported"] for i in passive if side.key_at(i) == "reported"}
    for i in range(side.begin, side.end):
        if side.key_at(i) == "said" and side.key_at(i + 1) == "to":
            found.add(HEDGES["reported"])
        if side.key_at(i) == side.key_at(i + 2) == "as" and side.key_at(i + 1) in _BOUNDS:
            found.add(f"as {side.key_at(i + 1)} as")
    beside = side.cut(side.end, min(side.end + 1, len(side.block.pieces)))
    if counts(side) or counts(beside) or {*side.keys, *beside.keys} & WHOLES:
        found |= {MEASURE_HEDGES[w] for w in side.words if w in MEASURE_HEDGES}
    return found


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
    if {*before.words, *after.words} & NEUTRAL_VERBS and left | right <= _SAYING:
        return STYLE
    if _contrary(before, after):
        return Verdict("wording", True)
    if not left and not right:
        return STYLE
    if when_said(change):
        return Verdict("wording", False, note="the day on which it was said")
    if same_phrase(change) or light_verb(before.words, after.words):
        return Verdict("wording", False, note="another phrase for the same")
    return Verdict("wording", True)


_BOTH_SIDED = (
    dates,
    local_form,
    counted_source,
    _numbers,
    _quotation,
    _surety,
    stance,
    _negation,
    attribution,
    _hedge,
    name,
)
_ONE_SIDED = (local_form, attribution, _quotation, _clause, _numbers, _negation, _hedge, name)
"""What came or went with its source is first of all a source that came or went."""
