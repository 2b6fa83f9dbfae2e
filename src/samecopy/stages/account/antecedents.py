"""The noun phrase before a verb: past appositions, relative clauses and participles between the two.

`phrases` reads a phrase from its end or its beginning; `subjects` decides whether it can be who speaks.
"""

from samecopy.stages.account import grammar as gr
from samecopy.stages.account.offices import DOCUMENTS
from samecopy.stages.account.phrases import Range, Row, mark_before, name_like, phrase_back, speaker_like


def subject_before(row: Row, end: int, floor: int) -> tuple[Range, Range | None] | None:
    """The noun phrase right before a verb group at `end`, and its apposition if commas set one off.

    Returns (head, apposition) as token ranges; the apposition lies after the head.
    """
    while end - 2 > floor and gr.is_day(row[end - 1]):
        end -= 2 if row[end - 2].lower == "on" else 1  # "the mayor on Friday said"
    if end <= floor:
        return None
    last = row[end - 1]
    if gr.contracted(last) is not None:
        return ((end - 1, end), None)
    if not (last.kind == "mark" and last.text in ",)—–-"):
        who = _who_before(row, end, floor)
        head = phrase_back(row, end if who is None else who, floor)
        if head is not None and who is not None:
            return ((head[0], end), None) if end - who > 2 else None
        return None if head is None else (_written_by(row, head, floor) or head, None)
    return _set_off(row, end - 1, floor)


def _written_by(row: Row, head: Range, floor: int) -> Range | None:
    """`a draft seen by the Herald lists …`: the writing, not who has it."""
    made = [n for n in range(max(floor + 1, head[0] - 12), head[0]) if row[n].lower in gr.MADE]
    if not made or any(row[n].kind != "word" for n in range(made[0], head[0])):
        return None
    if row[made[0] - 1].lower not in DOCUMENTS:
        return None
    return phrase_back(row, made[0], floor)


def _set_off(row: Row, close: int, floor: int) -> tuple[Range, Range] | None:
    """`Ilse Marn, the mayor of Oslin,` ending with the mark at `close`."""
    best: tuple[Range, Range] | None = None
    at = close
    for _ in range(4):
        opening = mark_before(row, at, floor, row[close].text)
        if opening is None:
            break
        segment = (opening + 1, at)
        if segment[0] >= segment[1] or (not _relative(row, segment[0]) and _runs_as_clause(row, *segment)):
            break
        head = phrase_back(row, opening, floor)
        if (who := _who_before(row, opening, floor)) is not None:
            antecedent = phrase_back(row, who, floor)
            if antecedent is not None:
                return ((antecedent[0], opening), (opening + 1, close))
        if head is not None and gr.is_day(row[head[1] - 1]):
            break
        called = head is not None and name_like(row, opening + 1, at) and _definite(row, head[0])
        if head is not None and (called or name_like(row, *head) or speaker_like(row, *head)):
            best = (head, (opening + 1, close))
            named = (
                name_like(row, opening + 1, at) and not name_like(row, *head) and not _within(row, head[0])
            )
            if named or (name_like(row, *head) and row[head[1] - 1].lower not in gr.SPEAKER_NOUNS):
                break
        at = opening
    return best


def _definite(row: Row, at: int) -> bool:
    """ "the tunnel's surveyor", "Oslin's tallest farmer": right before a name, whoever that noun is."""
    return row[at].lower in gr.DETERMINERS or gr.possessive(row[at])


def _within(row: Row, at: int) -> bool:
    """Whether token `at` stands in a relative clause that commas set off."""
    for place in range(at - 1, max(0, at - 16), -1):
        if row[place].kind == "mark":
            return False
        if row[place].lower in ("who", "which", "whose"):
            return row[place - 1].text == ","
    return False


def _who_before(row: Row, end: int, floor: int) -> int | None:
    """The "who" of a relative clause that runs to token `end` without a mark in between."""
    for at in range(end - 1, max(floor, end - 22), -1):
        if row[at].kind != "word":
            return None
        if row[at].lower == "who":
            return at if row[at - 1].kind == "word" and not gr.finite(row[at - 1]) else None
    return None


def _relative(row: Row, at: int) -> bool:
    if row[at].lower == "and" and at + 1 < len(row):
        at += 1
    return row[at].lower in ("who", "whose", "which", "where", "speaking")


def _runs_as_clause(row: Row, begin: int, end: int) -> bool:
    for at in range(begin, end):
        if row[at].lower in ("who", "whose", "which", "that"):
            return False
        if row[at].lower in gr.AUXILIARIES:
            return True
    return False
