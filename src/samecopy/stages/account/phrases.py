"""Noun phrases and verb groups in a token row, found without a tagger: by closed word classes.

English has few hundred function words; between them stand its phrases (Abney 1991, "Parsing by chunks").
`clauses` reads attributions with these.
"""

from collections.abc import Sequence

from samecopy.stages.account import grammar as gr
from samecopy.stages.account.cues import CUES
from samecopy.stages.account.offices import DOCUMENTS
from samecopy.stages.account.units import Token
from samecopy.text.wordlists import listed

Row = Sequence[Token]
"""The tokens of one unit."""

Range = tuple[int, int]
"""Half-open range of token numbers."""


def clause_over_apposition(row: Row, begin: int, end: int) -> bool:
    """`a rival, the trawler firm Dorn Vale, had offered …`: a verb behind one verbless part in commas."""
    marks = [n for n in range(begin, min(end, begin + 24)) if row[n].kind == "mark"][:2]
    if len(marks) < 2 or any(row[n].text != "," for n in marks) or marks[1] + 1 >= end:
        return False
    first, second = marks
    relative = row[first + 1].lower in ("who", "which", "whose", "where")
    if clauselike(row, begin, first) or second - first < 2:
        return False
    if not relative and any(map(gr.finite, row[first:second])):
        return False
    at = second + 1
    while at < end and gr.is_adverb(row[at]):
        at += 1
    return at < end and gr.finite(row[at])


def clauselike(row: Row, begin: int, end: int) -> bool:
    """Whether `row[begin:end]` up to its first mark holds a gr.finite verb after its first word."""
    for at in range(begin, end):
        token = row[at]
        if token.kind == "mark" and token.text in ",;:.?!—–":
            return False
        if (at > begin and gr.finite(token)) or gr.contracted(token) is not None:
            return True
    return False


def verb_group(row: Row, verb: int, floor: int) -> int:
    """Number of the first token of the verb group that ends with the verb at `verb`."""
    at = verb
    while at > floor:
        token = row[at - 1]
        if token.kind != "word":
            break
        if (
            token.lower in gr.AUXILIARIES
            or token.lower == "not"
            or (gr.is_adverb(token) and not token.capital)
        ):
            at -= 1
        elif (
            token.lower == "to"
            and at - 2 >= floor
            and row[at - 2].lower in gr.LINKING_INFINITIVES | gr.AUXILIARIES
        ):
            at -= 2
        elif token.lower in gr.LINKING_INFINITIVES and row[at].lower in ("on", "to"):
            at -= 1
        else:
            break
    return at


def name_like(row: Row, begin: int, end: int) -> bool:
    """Whether all words are capitalised or particles of names (`de`, `al`, initials, titles)."""
    words = [t for t in row[begin:end] if t.kind == "word"]
    if not words or len(words) > 9:
        return False
    return words[-1].capital and all(t.capital or t.lower in gr.NAME_PARTICLES for t in words)


def speaker_like(row: Row, begin: int, end: int) -> bool:
    """Whether the phrase's head (before its first preposition) is a noun for who or what can speak."""
    head = None
    for at in range(begin, end):
        token = row[at]
        if head is not None and token.lower.endswith("ing") and head.lower in gr.SPEAKER_NOUNS:
            break
        if (token.kind == "mark" and token.text in ",;") or (
            token.kind == "word" and at > begin and token.lower in gr.PREPOSITIONS | {"who", "which", "that"}
        ):
            break
        if token.kind == "word":
            head = token
    return head is not None and (head.lower in gr.SPEAKER_NOUNS or head.capital)


def _verb_within(row: Row, at: int) -> bool:
    """A gr.finite verb that cannot be a participle before its noun ("the elected mayor")."""
    token = row[at]
    if not gr.finite(token):
        return False
    after = row[at + 1] if at + 1 < len(row) else None
    if token.lower.endswith("ed"):
        return after is not None and (after.capital or after.lower in gr.DETERMINERS) and at > 0
    return at > 0 and row[at - 1].lower not in gr.DETERMINERS


def _in_phrase(row: Row, at: int) -> bool:
    """Whether the token can stand inside a noun phrase that is read from its end."""
    token = row[at]
    if token.kind == "quote":
        return token.words <= 2
    if token.kind == "mark":
        if token.text in "'’":
            return at > 0 and row[at - 1].lower.endswith("s") and at + 1 < len(row)
        return token.text in "&%#" or (token.text == "." and at + 1 < len(row) and row[at - 1].capital)
    if token.lower in _OUTSIDE_PHRASES or gr.contracted(token) is not None or _verb_within(row, at):
        return False
    if token.lower == "by":
        before = row[at - 1].lower if at else ""
        return before in DOCUMENTS or before in ("published", "released", "issued", "written", "commissioned")
    return not (token.lower in gr.PREPOSITIONS and token.lower not in gr.INNER_PREPOSITIONS)


# Determiners that stand for a noun of their own may end a phrase: "both said", "nearly three in five said".
_NO_END = (
    gr.PREPOSITIONS | gr.COORDINATORS | listed("the a an this that his her its their our my your no every")
)
_OUTSIDE_PHRASES = gr.AUXILIARIES | gr.SUBORDINATORS | gr.PRONOUNS


def phrase_back(row: Row, end: int, floor: int) -> Range | None:
    """The noun phrase that ends right before token `end`, not reaching below `floor`."""
    if end <= floor:
        return None
    if row[end - 1].text == ")" and (opening := mark_before(row, end - 1, floor, ")")) is not None:
        return phrase_back(row, opening, floor)
    last = row[end - 1]
    if last.kind != "word" and not (last.kind == "quote" and last.words <= 2):
        return None
    if end - 3 >= floor and last.lower in ("them", "these", "those") and row[end - 2].lower == "of":
        return (end - 3, end)
    if last.lower in gr.PRONOUNS or last.lower in (
        "who",
        "some",
        "others",
        "many",
        "this",
        "that",
        "which",
        "everyone",
    ):
        return (end - 1, end)
    begin = end
    while begin > floor and end - begin < 24 and _in_phrase(row, begin - 1):
        token = row[begin - 1]
        if begin < end and token.lower in ("and", "or", "but") and not _joins(row, begin - 1, end):
            break
        begin -= 1
    begin = _trim_front(row, begin, end)
    if begin >= end or row[end - 1].lower in _NO_END:
        return None
    return (begin, end)


def _joins(row: Row, at: int, end: int) -> bool:
    """Whether a coordinator at `at` joins two noun phrases rather than two clauses."""
    if row[at].lower == "but":
        return False
    before, after = row[at - 1] if at else None, row[at + 1]
    if before is None or before.kind != "word":
        return False
    if before.capital and (after.capital or after.lower in gr.DETERMINERS):
        return True
    plural = before.lower.endswith("s") and row[end - 1].lower.endswith("s")
    return plural and before.lower not in gr.AUXILIARIES


def _trim_front(row: Row, begin: int, end: int) -> int:
    """Leave out leading conjunctions, adverbs, time words and prepositional phrases."""
    while begin < end:
        token = row[begin]
        if (
            token.kind != "word"
            or token.lower in gr.LEADERS
            or (gr.is_adverb(token) and token.lower not in ("both", "all", "only"))
        ):
            begin += 1
        elif token.lower in gr.PREPOSITIONS:
            begin = _skip_prepositional(row, begin, end)
        elif gr.finite(token) and begin + 1 < end and not token.capital:
            begin += 1
        else:
            later = next((n for n in range(begin + 1, end) if _new_clause(row, n)), None)
            if later is None or later + 1 >= end:
                return begin
            begin = later
    return begin


def _new_clause(row: Row, at: int) -> bool:
    """A determiner or pronoun right after a noun opens another phrase ("last week the mayor")."""
    token, before = row[at], row[at - 1]
    if (
        token.lower not in gr.DETERMINERS
        or token.lower in ("one", "both", "all", "more", "no")
        or token.capital
    ):
        return False
    if before.lower in gr.DETERMINERS | gr.PREPOSITIONS | gr.COORDINATORS or gr.possessive(before):
        return False
    if before.lower.endswith("ing") and at > 1 and row[at - 2].lower in gr.SPEAKER_NOUNS:
        return False  # "the surveyor leading the search"
    return before.kind == "word"


def _skip_prepositional(row: Row, begin: int, end: int) -> int:
    """Past "On Tuesday", "In Oslin": the phrase after it begins at a determiner or a second name."""
    at = begin + 1
    while at < end and (row[at].lower in gr.DETERMINERS or gr.is_day(row[at]) or row[at].text.isdigit()):
        at += 1
        if at < end and gr.is_day(row[at - 1]) and not row[at].text.isdigit():
            return at
    for later in range(at + 1, end):
        if _new_clause(row, later):
            return later
    return end if at < end else begin + 1


def mark_before(row: Row, at: int, floor: int, mark: str) -> int | None:
    """The place of the mark that opens what `mark` at `at` closes, in one breath."""
    wanted = "(" if mark == ")" else mark
    for place in range(at - 1, max(floor, at - 30) - 1, -1):
        if row[place].kind == "mark" and row[place].text == wanted:
            return place
        if row[place].kind == "quote" and row[place].words > 3:
            return None
    return None


def phrase_after(row: Row, begin: int, ceiling: int) -> Range | None:
    """The noun phrase that begins at token `begin`, with its "of", "for" and "in" parts."""
    end = begin
    while end < ceiling and end - begin < 22:
        token = row[end]
        if token.kind == "quote" and token.words > 3:
            break
        if token.kind == "mark" and token.text not in "&%#.":
            break
        if token.kind == "mark" and token.text == "." and not (end > begin and len(row[end - 1].text) <= 2):
            break
        if token.kind == "word" and _ends_phrase(row, begin, end):
            break
        end += 1
    while end > begin and (
        row[end - 1].lower in gr.PREPOSITIONS | gr.COORDINATORS | gr.DETERMINERS or gr.is_adverb(row[end - 1])
    ):
        end -= 1
    return (begin, end) if end > begin else None


def _ends_phrase(row: Row, begin: int, at: int) -> bool:
    token = row[at]
    if token.lower in gr.AUXILIARIES | gr.SUBORDINATORS or gr.is_day(token):
        return True
    if at > begin and (token.lower in gr.PRONOUNS or row[begin].lower in gr.PRONOUNS):
        return True
    if token.lower in gr.PREPOSITIONS:
        after = row[at + 1] if at + 1 < len(row) else None
        return (
            token.lower not in ("of", "for", "from", "with", "at", "in", "on", "by")
            or after is None
            or (
                token.lower in ("in", "on", "at", "for", "with", "from")
                and (gr.is_day(after) or after.lower in gr.TIME_WHOLES)
            )
        )
    return at > begin and token.lower in gr.TIME_STARTERS


def is_cue(row: Row, at: int) -> bool:
    """Whether a verb form of saying, asking or the like stands at `at`."""
    return any(
        cue.forms & {"past", "third"} and cue.frame.quote >= 0.9 for cue in CUES.get(row[at].lower, ())
    )
