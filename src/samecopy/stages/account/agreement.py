"""Whether a cue's form and its subject agree: nouns that look like verbs ("the claims office") stay out."""

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.cues import Cue
from samecopy.stages.account.offices import DOCUMENT_PLURALS, DOCUMENTS
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.subjects import Subject, without_final_marks
from samecopy.stages.account.units import Token
from samecopy.stages.account.verbs import SHOW
from samecopy.text.wordlists import listed

_SHARES = listed(
    """percent cent majority half third quarter tenth number lot one two three four five six seven eight
    nine ten most few several"""
)


def agrees(row: Row, cue: Cue, subject: Subject, words: set[str], after: int) -> bool:
    """Keep nouns out: a base form needs a helper or a plural, a third person a singular subject."""
    if subject.inverted or subject.inherits:
        return True
    if words & (gr.AUXILIARIES | {"to"}):
        return True
    if subject.head is None:
        return False
    last = row[subject.head[1] - 1]
    first = row[subject.head[0]]
    pronoun = gr.contracted(first) or first.lower
    if "past" in cue.forms:
        return "base" not in cue.forms or pronoun in gr.PRONOUNS or last.capital
    plural = pronoun in ("they", "we", "i", "you", "many", "some", "others", "who", "those") or _plural(
        row, subject.head
    )
    if cue.frame is SHOW and last.lower in DOCUMENTS | DOCUMENT_PLURALS and not _noun_behind(row, after):
        return True
    if cue.forms == {"base"}:
        return plural and (not cue.noun or _object_or_end_follows(row, after))
    if "third" in cue.forms and cue.noun:
        return (
            not gr.possessive(last)
            and last.lower not in gr.DETERMINERS
            and (
                pronoun in ("he", "she", "it")
                or last.capital
                or row[subject.head[1]].lower in ("who", "which", "that")
                or (not plural and last.lower in gr.SPEAKER_NOUNS and _clause_or_end_follows(row, after))
                or (not plural and _object_follows(row, after))
            )
        )
    return True


def _noun_behind(row: Row, after: int) -> bool:
    return after >= len(row) or row[after].kind == "mark" or row[after].lower in gr.PREPOSITIONS


def _plural(row: Row, head: Range) -> bool:
    nouns: list[Token] = []
    for n in range(*head):
        if nouns and row[n].lower in gr.PREPOSITIONS | {"who", "whose"}:
            break
        nouns.append(row[n])
    if any(token.lower == "and" for token in nouns):
        return True
    last = nouns[-1]
    if last.lower in _SHARES or last.text.isdigit():
        return True
    return gr.plural(last)


def _object_or_end_follows(row: Row, after: int) -> bool:
    return _clause_or_end_follows(row, after) or _object_follows(row, after)


def _object_follows(row: Row, after: int) -> bool:
    """`the gates that block …`, `officials welcome the plan`: a noun is not followed by a determiner."""
    if after >= len(row) or row[after].kind != "word":
        return False
    token = row[after]
    return token.lower in ("that", "whether", "how", "it", "him", "them") or (
        token.lower in gr.DETERMINERS and token.lower not in ("all", "both", "that")
    )


def _clause_or_end_follows(row: Row, after: int) -> bool:
    return after >= without_final_marks(row) or _clause_follows(row, after)


def _clause_follows(row: Row, after: int) -> bool:
    if after >= len(row):
        return False
    token = row[after]
    return (
        token.lower in ("that", "to", "whether")
        or token.kind == "quote"
        or ph.clauselike(row, after, len(row))
    )
