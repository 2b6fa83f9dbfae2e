"""Attributions whose source is left out or stands behind "by": passives, "seems", "asked whether …".

What the subject is said to do belongs to the content there: "The ferry is expected to sail" attributes
that the ferry sails, to nobody.
"""

from samecopy.stages.account import phrases as ph
from samecopy.stages.account.attribution import Attribution
from samecopy.stages.account.contents import content_after
from samecopy.stages.account.cues import Cue
from samecopy.stages.account.endings import end_of_content, end_of_phrase
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.subjects import Subject
from samecopy.stages.account.verbs import ASK, CALL, DENOUNCE, JUDGE, SEEM, TELL, THINK

_IMPERSONAL = 0.8  # "it was announced that": the passive of reports
_TOLD = 0.68  # "was asked whether": asked by somebody, of whom nothing is told
_NOBODY = 0.4  # "was announced that" behind another subject is mostly no report of speech
_RAISED = 0.62  # "is expected to"
_SAID_OF = 0.6
_SEEMING = 0.45  # "seemed to": as often the reporter's impression as anybody's


def passive(row: Row, cue: Cue, span: Range, stop: int) -> Attribution | None:
    """ "It was announced by the mayor that …": the agent is the source; without one it is unknown."""
    group, after = span
    agent = None
    if after < stop and row[after].lower == "by":
        agent = ph.phrase_after(row, after + 1, stop)
        after = agent[1] if agent else after
    content = content_after(row, cue.frame, after, stop)
    subject = ph.phrase_back(row, group, 0)
    if (
        subject is not None
        and (judged := _judged(row, cue, span, (agent, subject), (after, stop))) is not None
    ):
        return judged
    if content is None:
        return None
    if content.slot == "infinitive":
        return _raised(row, cue, span, (agent, subject, content.range))
    if content.slot not in ("that", "quote"):
        return None
    impersonal = subject is not None and row[subject[0]].lower == "it"
    if content.slot == "quote" and agent is None:
        return None
    told = _TOLD if cue.frame in (ASK, TELL) else _NOBODY
    weight = _IMPERSONAL if agent or impersonal else told
    return Attribution(
        span, cue.frame, content.slot, agent, None, [content.range], content.confidence * weight
    )


def _judged(
    row: Row, cue: Cue, span: Range, parts: tuple[Range | None, Range], rest: Range
) -> Attribution | None:
    """`The toll is opposed by the guild`, `is seen as a burden`, `was accused of waste`: of whom or what
    it is said, and what."""
    agent, subject = parts
    after, stop = rest
    if cue.frame not in (JUDGE, DENOUNCE, CALL, THINK) or row[subject[0]].lower in (
        "who",
        "which",
        "that",
        "it",
    ):
        return None
    link = row[after].lower if after < stop else ""
    charged = link in ("of", "for", "over") and cue.frame is DENOUNCE
    if link == "as" or charged:
        end = end_of_phrase(row, after, end_of_content(row, after, stop))
        return Attribution(span, cue.frame, "phrase", agent, None, [subject, (after, end)], _SAID_OF)
    if agent is None:
        return None
    return Attribution(span, cue.frame, "phrase", agent, None, [subject], _SAID_OF)


def _raised(
    row: Row, cue: Cue, span: Range, parts: tuple[Range | None, Range | None, Range]
) -> Attribution | None:
    """ "The ferry is expected to sail": who does it and what is done, said by nobody in particular."""
    agent, subject, content = parts
    if subject is None or row[subject[0]].lower in ("who", "which", "that"):
        return None
    return Attribution(span, cue.frame, "infinitive", agent, None, [subject, content], _RAISED)


def seeming(row: Row, span: Range, subject: Subject, slot: str, ranges: list[Range]) -> Attribution | None:
    """ "The ferry seemed ready": how it looks, to nobody in particular."""
    if subject.head is None or subject.inherits or slot == "left":
        return None
    impersonal = row[subject.head[0]].lower == "it" and slot == "that"
    parts = ranges if impersonal else [subject.head, *ranges]
    return Attribution(span, SEEM, slot, None, None, parts, _SEEMING)


def asked(row: Row, cue: Cue, span: Range, stop: int) -> Attribution | None:
    """ "Asked whether …, she said", "when asked who …": a question, up to the comma."""
    group, after = span
    if cue.frame is not ASK or "participle" not in cue.forms or after >= stop:
        return None
    if group and row[group - 1].lower not in ("when", "if", "once"):
        return None
    agent = None
    if row[after].lower == "by":
        agent = ph.phrase_after(row, after + 1, stop)
        after = agent[1] if agent else after
    content = content_after(row, cue.frame, after, stop)
    if content is None or content.slot != "that":
        return None
    begin = content.range[0]
    end = next((n for n in range(begin, content.range[1]) if row[n].text == ","), content.range[1])
    return Attribution(span, cue.frame, "that", agent, None, [(begin, end)], _RAISED)
