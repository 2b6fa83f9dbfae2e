"""Who a reporting verb belongs to: the subject before it, behind it, or taken over from elsewhere.

`agreement` tells whether its form fits them.
"""

import re
from dataclasses import dataclass

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.antecedents import subject_before
from samecopy.stages.account.attribution import Attribution
from samecopy.stages.account.cues import CUES_BY_NEXT, Cue
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.verbs import ASK, MANNER, REFUSE, SAY, TELL, URGE, VOW, WANT

_UNSAID = 0.5  # "did not say whether", "declined to say how": the words behind it are nobody's
_WITHHELD = frozenset(
    ["declined", "declines", "declining", "refused", "refuses", "refusing", "failed", "unable", "hesitated"]
)
_HIDING = re.compile(
    r"(?:(?:that )?(?:their|his|her|the) (?:full |last |real )?names? )?(?:on |for )?(?:not )?"
    r"(?:to )?(?:(?:not )?(?:to )?be (?:publicly )?(?:named|identified|quoted by)\b"
    r"|(?:remain(?:ing)? |stay |keep )?anonym)"
)


def match_cue(row: Row, at: int) -> tuple[Cue, int] | None:
    """The cue whose words stand at `at`, longest first, and the number of the token after it."""
    behind = CUES_BY_NEXT.get(row[at].lower)
    if behind is None:
        return None
    begin = at + 1
    if row[at].lower in gr.BE and begin < len(row) and gr.is_adverb(row[begin]):
        begin += 1  # "is deeply wary of"
    for cue in behind.get(row[begin].lower, ()) if begin < len(row) else ():
        after = begin + len(cue.rest)
        if after <= len(row) and all(
            row[n].lower == w for n, w in zip(range(begin, after), cue.rest, strict=True)
        ):
            return cue, after
    alone = behind.get("")
    return None if alone is None else (alone[0], at + 1)


def hides(row: Row, cue: Cue, after: int) -> bool:
    """`asked not to be named`, `declined to be identified`: tells how the source is given, nothing said."""
    if cue.frame not in (ASK, REFUSE, WANT, URGE, VOW) and cue.lemma not in ("insist", "say"):
        return False
    return _HIDING.match(" ".join(token.lower for token in row[after : after + 8])) is not None


def without_final_marks(row: Row) -> int:
    stop = len(row)
    while stop > 0 and row[stop - 1].kind == "mark" and row[stop - 1].text not in ")”\"'":
        stop -= 1
    return stop


@dataclass(frozen=True, slots=True)
class Subject:
    head: Range | None
    apposition: Range | None
    begin: int
    inherits: bool = False
    inverted: bool = False
    relative: bool = False
    weight: float = 1.0


def subject_of(
    row: Row, cue: Cue, where: tuple[int, int, int], words: set[str], found: list[Attribution]
) -> Subject | None:
    group, at, after = where
    gerund = cue.forms == {"gerund"}
    before = row[group - 1] if group else None
    if gerund and not words & gr.BE:
        return _participial(row, group, found)
    if _inverts(row, cue, group, at, after):
        head = ph.phrase_after(row, after, len(row))
        sure = row[group - 1].kind == "quote" or row[group - 2].kind == "quote"
        if head is not None and _can_speak(row, head, sure=sure) and not _goes_on_as_clause(row, head[1]):
            return Subject(head, apposition_after(row, head[1]), group, inverted=True)
    if before is None:
        return None
    taken = _taken_over(row, cue, group, words, found)
    if taken is not None:
        return taken
    if before.lower in ("who", "which") and group >= 2:
        return _relative(row, group - 1)
    pair = subject_before(row, group, 0)
    if pair is None:
        if before.lower in ("and", "but", "or"):
            head = main_subject(row, group)
            return None if head is None else Subject(head, None, group, inherits=True, weight=0.7)
        return None
    head, apposition = pair
    if apposition is None and (opening := _behind_quotation(row, head[0])) is not None:
        head = (opening, head[1])
    return Subject(head, apposition, head[0])


def _taken_over(row: Row, cue: Cue, group: int, words: set[str], found: list[Attribution]) -> Subject | None:
    """ "… and added", "called it “a gift,” thanked …": the subject of the attribution before."""
    if not found:
        return None
    before, previous = row[group - 1], found[-1]
    reached = bool(previous.content) and previous.content[-1][1] == group
    if before.kind == "quote" and before.last == "," and previous.cue[1] <= group and reached:
        return Subject(previous.source, previous.apposition, group, inherits=True, weight=0.9)
    if before.lower in ("and", "but", "or", "then") and (cue.forms != {"base"} or words):
        return Subject(previous.source, previous.apposition, group, inherits=True, weight=0.95)
    return None


def _behind_quotation(row: Row, begin: int) -> int | None:
    """Where a subject begins that joins two nouns behind a quotation (“…,” the skipper and owner said)."""
    if begin < 2 or row[begin - 1].lower not in ("and", "or"):
        return None
    for at in range(begin - 1, max(-1, begin - 14), -1):
        token = row[at]
        if token.kind == "quote":
            return at + 1 if token.last in ",.?!" and at + 1 < begin - 1 else None
        if token.kind != "word" or gr.finite(token):
            return None
    return None


def _goes_on_as_clause(row: Row, at: int) -> bool:
    """ ", says Marn will sail": the phrase behind the verb is a subject of its own."""
    while at < len(row) and (gr.is_adverb(row[at]) or row[at].lower in ("so", "far")):
        at += 1
    return at < len(row) and row[at].kind == "word" and gr.finite(row[at])


_BEFORE_PARTICIPLE = (
    "and",
    "but",
    "by",
    "while",
    "before",
    "after",
    "when",
    "then",
    "without",
    "since",
    "besides",
)
"""What a participle stands behind where its subject is that of the sentence."""


def _participial(row: Row, group: int, found: list[Attribution]) -> Subject | None:
    """ ", adding that …": the one who speaks already, else the subject of the sentence."""
    before = row[group - 1] if group else None
    if before is not None and before.kind == "word" and before.lower not in _BEFORE_PARTICIPLE:
        if before.lower in gr.PREPOSITIONS | gr.DETERMINERS or gr.possessive(before):
            return None
        pair = ph.phrase_back(row, group, 0)
        return None if pair is None else Subject(pair, None, pair[0], weight=0.6)
    previous = next((a for a in reversed(found) if a.source is not None), None)
    if previous is not None:
        return Subject(previous.source, previous.apposition, group, inherits=True)
    head = (main_subject(row, group) or _opening(row, group)) if group else None
    if head is None:
        return Subject(None, None, group, inherits=True, weight=0.4) if group == 0 else None
    return Subject(head, None, group, inherits=True, weight=0.9)


def _opening(row: Row, before: int) -> Range | None:
    """The name or pronoun that opens a sentence whose verb is not known."""
    end = 0
    while end < before and row[end].kind == "word" and row[end].capital:
        end += 1
    first = row[0].lower
    if end == 1 and first in gr.SUBJECT_PRONOUNS:
        return (0, 1)
    return (0, end) if end and first not in gr.NO_NAMES and not gr.is_day(row[0]) else None


def _relative(row: Row, who: int) -> Subject | None:
    """ "… Holm, who said …": the antecedent."""
    end = who - 1 if row[who - 1].text == "," else who
    head = ph.phrase_back(row, end, 0)
    if head is None:
        return None
    name = next((n for n in range(head[1] - 1, head[0], -1) if row[n].lower in gr.PREPOSITIONS), None)
    if name is not None and row[who].lower == "who" and ph.name_like(row, name + 1, head[1]):
        head = (name + 1, head[1])
    weight = 0.85 if row[who].lower == "who" else 0.7
    return Subject(head, None, head[0], relative=True, weight=weight)


def main_subject(row: Row, before: int) -> Range | None:
    """The noun phrase before the first finite verb left of token `before`."""
    for at in range(1, before):
        token = row[at]
        if token.kind == "word" and gr.finite(token):
            pair = subject_before(row, ph.verb_group(row, at, 0), 0)
            if pair is not None:
                return pair[0]
    return None


def _inverts(row: Row, cue: Cue, group: int, at: int, after: int) -> bool:
    """“…,” said Marn: a cue right behind a quotation or comma, with a phrase behind it."""
    if group != at or not cue.forms & {"past", "third"} or after >= len(row) or group == 0:
        return False
    if cue.frame not in (SAY, TELL, ASK, MANNER) and not cue.frame.bare >= 0.85:
        return False
    before, following = row[group - 1], row[after]
    behind_quote = before.kind == "quote" or (
        before.text in ",-–—" and group >= 2 and row[group - 2].kind == "quote"
    )
    if not behind_quote and before.text != ",":
        return False
    if not behind_quote and not any(gr.finite(row[n]) for n in range(group - 1)):
        head = ph.phrase_after(row, after, len(row))
        if head is None or head[1] >= len(row) or row[head[1]].text != ",":
            return False
    starts = (
        following.capital
        or following.lower in gr.DETERMINERS | gr.SUBJECT_PRONOUNS
        or _bare_speaker(row, cue, group, after)
    )
    return starts and following.kind == "word" and not gr.is_day(following) and following.lower != "that"


def _bare_speaker(row: Row, cue: Cue, group: int, after: int) -> bool:
    """“…,” said nurse Ada Holm: a phrase without determiner that names a person or one who can speak."""
    quote = row[group - 1] if row[group - 1].kind == "quote" else row[group - 2]
    behind = quote.kind == "quote" and (quote.last in ",.?!…" or row[group - 1].kind == "mark")
    head = ph.phrase_after(row, after, len(row))
    if head is None or not ph.speaker_like(row, *head):
        return False
    return behind or (cue.frame is SAY and row[head[1] - 1].capital)


def _can_speak(row: Row, head: Range, *, sure: bool) -> bool:
    """Whether the phrase behind a cue can be who speaks; without a quotation before it, more is asked."""
    first = row[head[0]].lower
    if first in gr.PRONOUNS:
        return sure or head[1] >= len(row) or row[head[1]].kind == "mark"
    if not sure and first in gr.POSSESSIVES:
        return False
    return ph.name_like(row, *head) or ph.speaker_like(row, *head) or (sure and first in gr.DETERMINERS)


def apposition_after(row: Row, at: int) -> Range | None:
    """ ", the mayor of Oslin" behind an inverted source, up to the next comma or the end."""
    if at >= len(row) or row[at].text != ",":
        return None
    end = at + 1
    while (
        end < len(row)
        and not (row[end].kind == "mark" and row[end].text in ",.;:—–")
        and row[end].kind != "quote"
    ):
        if row[end].lower in gr.AUXILIARIES and not any(row[n].lower == "who" for n in range(at + 1, end)):
            return None
        end += 1
    return (at + 1, end) if end > at + 1 and match_cue(row, at + 1) is None else None


def mood(row: Row, group: int, words: set[str], subject: Subject) -> float:
    weight = 1.0
    if words & {"not", "never"} or any(word.endswith("n't") for word in words):
        weight *= _UNSAID
    if words & _WITHHELD:
        weight *= _UNSAID
    if subject.head is not None:
        first = row[subject.head[0]]
        if (gr.contracted(first) or first.lower) in ("i", "you", "we"):
            weight *= 0.6
    begin = min(group, subject.begin)
    if begin > 0 and row[begin - 1].lower in ("if", "unless", "whether"):
        weight *= 0.5
    if words & {"may", "might", "could", "should", "must", "can"}:
        weight *= 0.8
    return weight
