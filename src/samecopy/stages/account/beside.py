"""Attributions without a reporting verb: "according to", nouns with a *that*-clause, colons."""

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.attribution import Attribution
from samecopy.stages.account.cues import ACCORDING, NOUN_CRIES, NOUN_CUES, NOUN_PLANS, NOUN_STANCES
from samecopy.stages.account.endings import acts, end_of_content
from samecopy.stages.account.offices import UNNAMED_REPORTS
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.setoff import resumes
from samecopy.stages.account.subjects import apposition_after
from samecopy.stages.account.verbs import Frame

_ACCORDING = tuple(tuple(phrase.split()) for phrase in ACCORDING)
_ACCORDING_STARTS = frozenset(phrase[0] for phrase in _ACCORDING)
_NOUN = Frame("noun", 0.8, 0.6, 0.0, 0.0, 0.0)
_STANCE = Frame("stance", 0.0, 0.0, 0.0, 0.55, 0.55)
_CRY = Frame("cry", 0.8, 0.0, 0.0, 0.0, 0.0)
_COLON = Frame("colon", 0.88, 0.0, 0.0, 0.0, 0.0)


def according(row: Row, at: int, stop: int, found: list[Attribution]) -> Attribution | None:
    if row[at].lower not in _ACCORDING_STARTS:
        return None
    for phrase in _ACCORDING:
        end = at + len(phrase)
        if end < stop and all(row[n].lower == word for n, word in zip(range(at, end), phrase, strict=True)):
            break
    else:
        return None
    source = ph.phrase_after(row, end, stop)
    if source is None or (phrase == ("per",) and not _per_source(row, at, source)):
        return None
    apposition = apposition_after(row, source[1])
    close = apposition[1] if apposition else source[1]
    weight = 0.95 if phrase[0] != "per" and phrase[0] not in ("citing", "quoting") else 0.75
    content = _beside(row, at, close, stop)
    if content is None and apposition is not None:
        content, apposition = _beside(row, at, source[1], stop), None
    if content is None:
        return None
    if phrase[0] in ("citing", "quoting") and not _cites(row, content, close, stop):
        return None
    frame = Frame("according", weight, weight, weight, 0, 0)
    ranges = [content]
    if (
        content[0] < at
        and close + 1 < stop
        and row[close].text == ","
        and resumes(row, close + 1, content, stop)
    ):
        ranges.append((close + 1, end_of_content(row, close + 1, stop)))
    return Attribution((at, end), frame, "according", source, apposition, ranges, weight)


def _cites(row: Row, content: Range, close: int, stop: int) -> bool:
    """ "The dam broke, citing divers" ends so; "The board, citing divers, said" is the board's."""
    return close >= stop and any(gr.finite(row[n]) for n in range(*content))


def _per_source(row: Row, at: int, source: Range) -> bool:
    """`per Reuters`, not `per cent`, `per day`, `per capita`."""
    return row[source[0]].capital and at > 0 and row[at - 1].text in ",("


def _beside(row: Row, at: int, close: int, stop: int) -> Range | None:
    """The clause beside an "according to" phrase: after it where it opens the sentence, else before."""
    if at <= 1 or row[at - 1].lower in ("but", "and", "that"):
        begin = close + 1 if close < stop and row[close].text in ",:" else close
        return (begin, end_of_content(row, begin, stop)) if begin < stop else None
    left = (0, at - 1 if row[at - 1].kind == "mark" else at)
    first = left[0]
    while first < left[1] and (
        row[first].lower in ("however", "but", "and", "yet") or row[first].text == ","
    ):
        first += 1
    if left[1] - first >= 2 or row[first].kind == "quote":
        return (first, left[1])
    return (close + 1, stop) if close + 1 < stop else None


def noun_cue(row: Row, at: int, stop: int) -> Attribution | None:
    """`the union's claim that …`, `amid reports that …`."""
    if row[at].lower not in NOUN_CUES or at + 2 >= stop or row[at + 1].lower != "that":
        return None
    if row[at].capital and at > 0:
        return None
    if gr.finite(row[at + 2]) and row[at + 2].lower not in gr.PRONOUNS:
        return None
    source = None
    if at and (gr.possessive(row[at - 1]) or row[at - 1].lower in gr.POSSESSIVES):
        source = ph.phrase_back(row, at, 0) if gr.possessive(row[at - 1]) else (at - 1, at)
    elif at > 1 and gr.possessive(row[at - 2]):
        source = ph.phrase_back(row, at - 1, 0)
    end = end_of_content(row, at + 1, stop)
    if at <= 3 and row[at - 1].lower in gr.PREPOSITIONS:
        end = next((n for n in range(at + 1, end) if row[n].text == ","), end)
    content = (at + 1, end)
    weight = 0.6 if source else 0.62
    if source is None and row[at].lower in UNNAMED_REPORTS:
        source, weight = (at, at + 1), 0.55
    return Attribution((at, at + 1), _NOUN, "noun", source, None, [content], weight)


def noun_stance(row: Row, at: int, stop: int) -> Attribution | None:
    """`the guild's opposition to the toll`, `their decision to sell the mill`, where the text names whose."""
    if at + 2 >= stop or at == 0 or row[at].capital:
        return None
    noun, link = row[at].lower, row[at + 1].lower
    if noun in NOUN_CRIES and link == "of" and row[at + 2].kind == "quote":
        return Attribution((at, at + 2), _CRY, "quote", _whose(row, at), None, [(at + 2, at + 3)], _CRY.quote)
    plan = noun in NOUN_PLANS and link == "to" and acts(row, at + 2, stop)
    if not plan and (noun, link) not in NOUN_STANCES:
        return None
    source = _whose(row, at)
    if source is None:
        return None
    part = (at + 1, _end_of_plan(row, at + 2, stop)) if plan else _judged(row, at + 2, stop)
    if part is None or part[1] - part[0] < 3:
        return None
    return Attribution((at, at + 1), _STANCE, "noun", source, None, [part], _STANCE.phrase)


def _whose(row: Row, at: int) -> Range | None:
    """The possessive before a noun, an adjective allowed between."""
    for end in (at, at - 1):
        if end > 0 and (row[end - 1].lower in gr.POSSESSIVES):
            return (end - 1, end)
        if end > 0 and gr.possessive(row[end - 1]):
            return ph.phrase_back(row, end, 0)
    return None


def _judged(row: Row, begin: int, stop: int) -> Range | None:
    """The noun phrase at `begin`, up to the sentence's own verb."""
    part = ph.phrase_after(row, begin, stop)
    if part is None:
        return None
    return (begin, next((n for n in range(*part) if gr.finite(row[n])), part[1]))


def _end_of_plan(row: Row, begin: int, stop: int) -> int:
    """Where what is planned ends: at a comma or the sentence's own verb."""
    for at in range(begin + 1, stop):
        if row[at].kind == "mark" or row[at].lower in gr.AUXILIARIES:
            return at
    return stop


def colon_cue(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    """`Marn: “…”`: a speaker, a colon, a quotation."""
    if at + 1 >= len(row) or row[at + 1].kind != "quote" or row[at + 1].words < 3:
        return None
    if any(a.content and a.content[-1][1] > at for a in found):
        return None
    head = ph.phrase_back(row, at, 0)
    if head is None or head[0] > 1 or not (ph.name_like(row, *head) or ph.speaker_like(row, *head)):
        return None
    return Attribution((at, at + 1), _COLON, "quote", head, None, [(at + 1, at + 2)], 0.88)
