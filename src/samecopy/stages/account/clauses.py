"""Attributions inside one unit: cue, source and content as ranges of tokens.

Each cue is tried in its frame: subject before or behind it, content after or before it ("…, she said").
Then the attributions of the unit are fitted to each other: one ends where the next begins, one set off
by commas takes what stands left of it, one inside another's content is nested. `speech` reads across units.
"""

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.agreement import agrees
from samecopy.stages.account.attribution import Attribution
from samecopy.stages.account.beside import according, colon_cue, noun_cue, noun_stance
from samecopy.stages.account.contents import content_after
from samecopy.stages.account.cues import OPENERS, Cue
from samecopy.stages.account.endings import end_of_content
from samecopy.stages.account.offices import DOCUMENT_PLURALS, DOCUMENTS
from samecopy.stages.account.passives import asked, passive, seeming
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.setoff import continued, last_quote, left_of, parenthetical
from samecopy.stages.account.subjects import (
    Subject,
    hides,
    match_cue,
    mood,
    subject_of,
    without_final_marks,
)
from samecopy.stages.account.verbs import CALL, REFUSE, SEEM, SHOW, THINK, Frame

_SHOWN = 0.6  # "the poll shows a lead": a writing tells it; a man may show anything
_JOINTS = ("and", "but", "while", "although", "though", "as", "when", "after", "before")
_SILENT = (
    "comment",
    "say",
    "discuss",
    "elaborate",
    "respond",
    "answer",
    "speak",
    "talk",
    "disclose",
    "identify",
    "specify",
    "be",
)
_OPENING = ("while", "although", "though", "when", "as", "after", "before", "since")
_SPEAKING = ("say", "tell", "declare", "argue", "ask", "manner", "judge", "call", "urge")


def attributions(row: Row) -> list[Attribution]:
    """All attributions that a unit's tokens hold, in the order of their cues, fitted to each other."""
    stop = without_final_marks(row)
    found: list[Attribution] = []
    at = 0
    while at < stop:
        token = row[at]
        if token.lower in OPENERS:
            one = (
                according(row, at, stop, found)
                or _verb(row, at, stop, found)
                or noun_cue(row, at, stop)
                or noun_stance(row, at, stop)
            )
            if one is not None:
                found.append(one)
                at = max(at, one.cue[1] - 1)
        elif token.text == ":" and (colon := colon_cue(row, at, found)) is not None:
            found.append(colon)
        at += 1
    found = [a for a in found if not any(_tells_who(b, a) for b in found)]
    _fit(row, found)
    return found


def _tells_who(one: Attribution, other: Attribution) -> bool:
    """Whether `other` lies inside the source of `one` ("a diver who saw the wreck said …")."""
    return one is not other and one.source is not None and one.source[0] < other.cue[0] < one.source[1]


def _verb(row: Row, at: int, stop: int, found: list[Attribution]) -> Attribution | None:
    matched = match_cue(row, at)
    if matched is None or (row[at].capital and at > 0):
        return None
    cue, after = matched
    group = ph.verb_group(row, at, 0)
    words = {row[n].lower for n in range(group, at)} | _contracted_be(row, group)
    if _passive(cue, words):
        return passive(row, cue, (group, after), stop)
    if (question := asked(row, cue, (group, after), stop)) is not None:
        return question
    if hides(row, cue, after):
        return None
    subject = subject_of(row, cue, (group, at, after), words, found)
    if subject is None or not agrees(row, cue, subject, words, after):
        return None
    content = _content(row, cue, subject, after, stop)
    if content is None:
        return None
    slot, ranges, confidence, extra = content
    if cue.frame is SEEM:
        return seeming(row, (group, after), subject, slot, ranges)
    if cue.frame is SHOW and slot == "phrase" and _documented(row, subject):
        confidence = max(confidence, _SHOWN)
    if _reduced(row, cue, subject, words, (slot, ranges[0][0])):
        return None
    if cue.frame is REFUSE and slot == "infinitive" and _silent(row, *ranges[0]):
        slot, confidence = "unsaid", confidence * 0.6  # "declined to comment on …": nothing is said
    return Attribution(
        cue=(group, after),
        frame=cue.frame,
        slot=slot,
        source=subject.head,
        apposition=subject.apposition,
        content=ranges,
        confidence=confidence * subject.weight * mood(row, group, words, subject),
        future=bool(words & {"will", "would", "'ll", "shall", "to"}),
        inherits=subject.inherits,
        extra=extra,
    )


def _documented(row: Row, subject: Subject) -> bool:
    """Whether a writing shows it: a poll, a report, the records."""
    return subject.head is not None and any(
        row[n].lower in DOCUMENTS | DOCUMENT_PLURALS for n in range(*subject.head)
    )


def _silent(row: Row, to: int, end: int) -> bool:
    """`to comment`, `to publicly comment`: the verb behind "to" is one of saying."""
    at = to + 1
    while at < end - 1 and gr.is_adverb(row[at]):
        at += 1
    return at < end and row[at].lower in _SILENT


def _reduced(row: Row, cue: Cue, subject: Subject, words: set[str], content: tuple[str, int]) -> bool:
    """`A truce agreed last August held …`: a participle behind its noun, the sentence's verb after it."""
    slot, begin = content
    head = subject.head
    if head is None or words or subject.inherits or subject.inverted or "participle" not in cue.forms:
        return False
    if cue.frame in (CALL, THINK) and row[head[0]].lower in ("a", "an") and not ph.speaker_like(row, *head):
        return True
    if slot not in ("bare", "phrase") or not gr.finite(row[begin]) or row[begin].capital:
        return False
    pronoun = row[head[0]].lower in gr.PRONOUNS or gr.contracted(row[head[0]]) is not None
    return not (pronoun or ph.name_like(row, *head) or ph.speaker_like(row, *head))


def _passive(cue: Cue, words: set[str]) -> bool:
    return (
        "participle" in cue.forms
        and bool(words & gr.BE)
        and cue.rest[:1] not in (("quoted",), ("cited",))
        and (not cue.lemma.startswith("be_"))
    )


def _content(
    row: Row, cue: Cue, subject: Subject, after: int, stop: int
) -> tuple[str, list[Range], float, list[Range]] | None:
    """Slot, ranges, confidence and continuing quotations of a cue with its subject."""
    frame = cue.frame
    left = left_of(row, subject.begin - _behind_as(row, subject))
    behind = subject.apposition or subject.head
    tail = behind[1] if subject.inverted and behind else after
    right = None if subject.inverted else content_after(row, frame, after, stop)
    if _opens_as(row, subject, after, stop) and _sets_off(frame):
        return "left", [(after + 1, end_of_content(row, after + 1, stop))], frame.bare, []
    quote_left = left is not None and last_quote(row, left) is not None
    if left is not None and parenthetical(
        row, subject, left, right, quote_left=quote_left, broken=_broken(row, frame, after, stop)
    ):
        best = max(frame.quote if quote_left else 0.0, frame.bare if _sets_off(frame) else 0.0)
        if best:
            more, extra = continued(row, left, tail, stop, quote_left=quote_left)
            return "left", [left, *more], best, extra
    if right is None:
        return None
    return right.slot, [right.range], right.confidence, []


def _broken(row: Row, frame: Frame, after: int, stop: int) -> bool:
    """Whether a comma stands right behind the cue, or behind the pronoun of whom it is told to."""
    if frame.addressee and after < stop and row[after].lower in gr.PRONOUNS:
        after += 1
    return after < stop and row[after].text == ","


def _contracted_be(row: Row, group: int) -> set[str]:
    """`they're` before a verb form holds its "are"; "he's" is as often "he has"."""
    before = row[group - 1].lower if group else ""
    return {"are"} if before.endswith(("'re", "'m")) or before in ("it's", "that's") else set()


def _behind_as(row: Row, subject: Subject) -> bool:
    """`The dam broke, as Holm said.`"""
    return subject.begin > 0 and row[subject.begin - 1].lower == "as"


def _opens_as(row: Row, subject: Subject, after: int, stop: int) -> bool:
    """`As Holm said, the dam broke.`"""
    comma = after < stop and row[after].text == ","
    return subject.begin == 1 and _behind_as(row, subject) and comma and ph.clauselike(row, after + 1, stop)


def _sets_off(frame: Frame) -> bool:
    return frame.bare >= 0.6


def _fit(row: Row, found: list[Attribution]) -> None:
    """Let attributions of one unit respect each other's bounds; mark those inside another's content."""
    for number, one in enumerate(found):
        if one.set_off and one.content and one.content[0][0] < one.begin:
            _claim_left(row, found, number)
        elif not one.inherits and one.begin >= 2:
            joint = one.begin - 1
            if row[joint].lower in _JOINTS and row[joint - 1].last == ",":
                _cut(found[:number], joint - (row[joint - 1].kind == "mark"))
            elif row[joint].lower in ("and", "but") and _pronoun_says(row, one):
                _cut(found[:number], joint)
            elif row[joint].text == "," and one.slot in ("that", "quote"):
                _cut([a for a in found[:number] if a.begin and row[a.begin - 1].lower in _JOINTS], joint)
        elif one.inherits and one.frame.name in _SPEAKING and row[one.cue[0] - 1].lower != "by":
            joint = one.cue[0] - (row[one.cue[0] - 1].lower in ("and", "but", "or", "then"))
            _cut(found[:number], joint - 1 if joint > 0 and row[joint - 1].text in ",—–" else joint)
    for one in found:
        _bound(row, one, found)
    for one in found:
        one.content = [r for r in one.content if r[0] < r[1]]
        for other in found:
            if (
                other is not one
                and other.confidence >= 0.5
                and any(b <= one.cue[0] < e for b, e in other.content)
            ):
                one.nested = True
    found[:] = [one for one in found if one.content]


def _bound(row: Row, one: Attribution, found: list[Attribution]) -> None:
    """What is said inside a relative clause ends with it; in a clause that opens the sentence with a
    conjunction, where the main clause begins."""
    for other in found:
        part = other.apposition
        if part is not None and other is not one and part[0] <= one.cue[0] < part[1]:
            _cut([one], part[1])
    opening = next((n for n in range(one.begin) if row[n].lower in _OPENING), None)
    if opening is not None and any(row[n].kind != "word" or gr.finite(row[n]) for n in range(opening)):
        opening = None
    if opening is None or one.slot in ("left", "according"):
        return
    for at in range(one.cue[1] + 1, len(row) - 2):
        comma = row[at].text == "," or (row[at].kind == "quote" and row[at].last == ",")
        if comma and ph.clauselike(row, at + 1, len(row)) and not gr.finite(row[at + 1]):
            if row[at + 1].lower not in gr.PREPOSITIONS | gr.COORDINATORS | gr.SUBORDINATORS:
                _cut([one], at + (row[at].kind == "quote"))
            return


def _pronoun_says(row: Row, one: Attribution) -> bool:
    """ "… and she said …": a new attribution, not more of what was said."""
    return (
        one.source is not None
        and row[one.source[0]].lower in gr.SUBJECT_PRONOUNS
        and one.frame.name in ("say", "tell", "declare", "argue")
        and one.slot in ("that", "bare", "quote")
    )


def _cut(earlier: list[Attribution], place: int) -> None:
    """Contents that run over `place` end there, unless they begin behind it."""
    for one in earlier:
        one.content = [(b, min(e, place)) if b < place else (b, e) for b, e in one.content]


def _claim_left(row: Row, found: list[Attribution], number: int) -> None:
    """A set-off cue takes what stands left of it, down to the set-off cue before it."""
    one = found[number]
    begin, end = one.content[0]
    for other in found[:number]:
        if other.content and other.content[0][0] >= one.begin:
            continue
        if (
            other.set_off
            and other.content
            and other.content[0][0] < other.begin
            and not _relayed(other, end, row)
        ):
            behind = max(
                other.cue[1],
                other.source[1] if other.source else 0,
                other.apposition[1] if other.apposition else 0,
            )
            while behind < end and (row[behind].text in ",;" or row[behind].lower in ("and", "but", "while")):
                behind += 1
            if behind < end:
                begin = max(begin, behind)
            other.content = [r for r in other.content if r[0] < other.begin]
        else:
            other.content = [(b, min(e, end)) for b, e in other.content]
    one.content[0] = (begin, end)


def _relayed(other: Attribution, end: int, row: Row) -> bool:
    """“…,” Marn will tell the council, Holm said: nothing of its own between the two cues."""
    behind = max(other.cue[1], other.source[1] if other.source else 0)
    return all(row[n].lower not in gr.AUXILIARIES and not gr.finite(row[n]) for n in range(behind, end))
