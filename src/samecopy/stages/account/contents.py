"""What follows a reporting verb: addressee, adjuncts, then the content and where it ends."""

from dataclasses import dataclass

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.endings import acts, end_of_content, end_of_phrase
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.verbs import ASK, DENOUNCE, MANNER, SAY, URGE, Frame

_CLAUSE_WORDS = frozenset(["that", "whether", "if", "how", "why", "what", "where", "when", "who", "which"])
_LOOK_AHEAD = 16
_TELLING_PHRASE = 4  # "criticised the plan" tells little of what was said


@dataclass(frozen=True, slots=True)
class Content:
    """A content right of its cue: the slot of `Frame` that it fills, its tokens, how sure that is."""

    slot: str
    range: Range
    confidence: float


def content_after(row: Row, frame: Frame, after: int, stop: int) -> Content | None:
    """The content that a cue ending before token `after` takes on its right, or None."""
    at = _past_addressee(row, after, stop) if frame.addressee else after
    at = _past_set_off(row, _past_adjuncts(row, at, stop), stop)
    if at >= stop:
        return None
    slot, begin = _slot(row, frame, at, stop)
    if slot is None:
        return None
    confidence = {
        "quote": frame.quote,
        "that": frame.that,
        "bare": frame.bare,
        "infinitive": frame.infinitive,
        "phrase": frame.phrase,
    }[slot]
    if not confidence:
        return None
    end = end_of_content(row, begin, stop)
    if slot == "infinitive" and frame in (URGE, ASK) and _names_whom(row, after, begin):
        begin = after  # "urged both sides to return": whom is part of what is urged
    if slot == "phrase":
        end = end_of_phrase(row, begin, end)
        if end - begin < _TELLING_PHRASE and frame is not DENOUNCE:
            confidence *= 0.7
    return Content(slot, (begin, end), confidence) if end > begin else None


def _names_whom(row: Row, after: int, to: int) -> bool:
    """Whether all between a verb of urging and its "to" is the noun phrase of who is to act."""
    between = row[after:to]
    return bool(between) and all(
        (token.kind == "word" or token.text in "()")
        and not gr.is_day(token)
        and token.lower not in gr.PRONOUNS
        for token in between
    )


def _slot(row: Row, frame: Frame, at: int, stop: int) -> tuple[str | None, int]:
    token = row[at]
    if token.text in ":,—–" and token.kind == "mark":
        quote = at + 1 < stop and row[at + 1].kind == "quote"
        colon = token.text == ":" and at + 1 < stop and frame.bare > 0
        return ("quote", at + 1) if quote else ("that", at + 1) if colon else (None, at)
    if token.kind == "quote":
        whole = token.words >= 3 or at + 1 >= stop or row[at + 1].kind == "mark"
        return ("quote", at) if whole or not frame.bare else ("bare", at)
    if token.kind != "word":
        return None, at
    if token.lower in _CLAUSE_WORDS and not (token.lower == "that" and _demonstrative(row, at)):
        weak = token.lower not in ("that", "whether") and (frame.that < 0.6 or frame is MANNER)
        return (None, at) if weak else ("that", at)
    if token.lower == "to":
        return ("infinitive", at) if acts(row, at + 1, stop) else (None, at)
    if token.lower in ("having", "being") and frame.bare >= 0.85 and ph.clauselike(row, at, stop):
        return "bare", at
    if token.lower in gr.PREPOSITIONS or token.lower in gr.COORDINATORS | gr.AUXILIARIES:
        return _slot_behind_preposition(row, frame, at, stop)
    if frame.bare and (ph.clauselike(row, at, stop) or ph.clause_over_apposition(row, at, stop)):
        return "bare", at
    if frame.bare >= 0.85 and token.lower in gr.SUBJECT_PRONOUNS:
        return "bare", at
    if frame.infinitive >= 0.5 and _object_acts(row, at, stop):
        return "infinitive", at
    if frame is SAY and _verb_ahead(row, at, stop):
        return "bare", at
    return "phrase", at


def _verb_ahead(row: Row, at: int, stop: int) -> bool:
    """`said Ada Holm, the mayor, hasn't …`, `said closing both gates at night puts …`: what follows "said"
    is a clause if a finite verb comes, however long its subject is."""
    return any(gr.finite(row[n]) for n in range(at + 1, min(stop, at + _LOOK_AHEAD)))


def _about_so_many(row: Row, at: int, stop: int) -> bool:
    """`said about half of the boats`, `reported at least six fires`: no preposition of place."""
    if row[at].lower not in ("about", "over", "at", "under", "around", "between") or at + 1 >= stop:
        return False
    nxt = row[at + 1]
    return nxt.text[:1].isdigit() or nxt.lower in ("least", "most", "half", "two", "three", "four", "one")


def _slot_behind_preposition(row: Row, frame: Frame, at: int, stop: int) -> tuple[str | None, int]:
    if frame.bare >= 0.85 and _about_so_many(row, at, stop) and ph.clauselike(row, at + 1, stop):
        return "bare", at
    if frame is SAY and (clause := _behind_adjunct(row, at, stop)) is not None:
        return "bare", clause
    quoted = any(row[n].kind == "quote" for n in range(at, stop))  # "condemned as “unjust” …"
    listed = row[at].lower in ("for", "of", "on", "about", "as")
    return ("phrase", at) if quoted and listed and frame.phrase >= 0.4 else (None, at)


def _behind_adjunct(row: Row, at: int, stop: int) -> int | None:
    """`said at a lunch on Tuesday he hadn't …`: the pronoun that opens a clause behind prepositional
    phrases."""
    for place in range(at + 1, min(stop - 1, at + _LOOK_AHEAD)):
        token = row[place]
        if token.kind != "word" or gr.finite(token):
            return None
        if token.lower in ("he", "she", "they", "it", "we", "there", "i"):
            return place if gr.finite(row[place + 1]) or gr.is_adverb(row[place + 1]) else None
    return None


def _object_acts(row: Row, at: int, stop: int) -> bool:
    """`wants the board to resign`: a noun phrase, then "to" and a verb."""
    for place in range(at, min(stop - 1, at + 12)):
        if row[place].kind == "mark" or gr.finite(row[place]):
            return False
        if row[place].lower == "to":
            nxt = row[place + 1]
            noun = nxt.lower in gr.DETERMINERS | gr.PRONOUNS or nxt.lower.endswith("ing")
            return place > at and not nxt.capital and not noun
    return False


def _demonstrative(row: Row, at: int) -> bool:
    """`confirmed that.`, `denied that claim.`: no clause behind it."""
    if at + 1 >= len(row) or row[at + 1].kind == "mark":
        return True
    if row[at + 1].capital or row[at + 1].lower in gr.DETERMINERS | gr.SUBJECT_PRONOUNS:
        return False
    if at + 3 < len(row) and all(row[n].kind == "word" for n in range(at + 1, at + 4)):
        return row[at + 2].lower in gr.PREPOSITIONS and not gr.plural(row[at + 1])
    ahead = range(at + 1, min(len(row), at + 40))
    return not any(row[n].kind == "quote" or gr.finite(row[n]) for n in ahead)


def _past_addressee(row: Row, at: int, stop: int) -> int:
    """Past "reporters", "the Oslin Herald", "a crowd in Pell"."""
    if at >= stop or row[at].kind != "word":
        return at
    if row[at].lower in _CLAUSE_WORDS or row[at].lower == "to":
        return at
    if row[at].lower in gr.PRONOUNS | {
        "reporters",
        "journalists",
        "lawmakers",
        "supporters",
        "investors",
        "viewers",
    }:
        return at + 1
    ahead = _marker_ahead(row, at, stop)
    if ahead is not None:
        return ahead
    end = at
    determined = row[at].lower in gr.DETERMINERS
    end += determined
    if end < stop and row[end].capital:
        while end < stop and (row[end].capital or gr.possessive(row[end])) and row[end].kind == "word":
            end += 1
        return end if not gr.possessive(row[end - 1]) else min(stop, end + 1)
    while end < stop and row[end].kind == "word" and end - at < 5:
        token = row[end]
        if end > at + determined and (
            token.capital or token.lower in gr.DETERMINERS | gr.PRONOUNS | gr.PREPOSITIONS or gr.finite(token)
        ):
            break
        if token.lower in ("to", "that"):
            break
        end += 1
    acting = _to_ahead(row, end, stop)
    return end if acting is None else acting


def _to_ahead(row: Row, at: int, stop: int) -> int | None:
    """The "to" behind a prepositional phrase of the one addressed ("asked the crews of Oslin to wait")."""
    if at >= stop or row[at].lower not in gr.INNER_PREPOSITIONS - {"to"}:
        return None
    for place in range(at + 1, min(stop, at + 7)):
        token = row[place]
        if token.kind != "word" or gr.finite(token) or token.lower in gr.SUBORDINATORS:
            return None
        if token.lower == "to":
            return place if acts(row, place + 1, stop) and not row[place + 1].capital else None
    return None


def _past_adjuncts(row: Row, at: int, stop: int) -> int:
    """Past "on Tuesday", "in a statement", "flatly" where a content follows."""
    for _ in range(6):
        if at >= stop or row[at].kind != "word":
            break
        token = row[at]
        if gr.is_day(token) or (
            gr.is_adverb(token) and token.lower not in ("both", "all", "no", "not", "so")
        ):
            at += 1
            if at < stop and row[at].text.isdigit():
                at += 1
            if at < stop and row[at].lower in ("morning", "afternoon", "evening", "night"):
                at += 1
            continue
        if (
            token.lower in gr.TIME_STARTERS
            and at + 1 < stop
            and (
                gr.is_day(row[at + 1])
                or row[at + 1].lower in ("week", "month", "year", "night", "in", "on", "morning")
            )
        ):
            at += 2 if row[at + 1].lower not in ("in", "on") else 1
            continue
        if token.lower in ("of", "about"):
            ahead = _marker_ahead(row, at, stop)
            return at if ahead is None else ahead
        if (token.lower in gr.PREPOSITIONS and token.lower not in ("to", "as", "of", "about")) or (
            token.lower == "to"
            and at + 1 < stop
            and row[at + 1].lower in gr.DETERMINERS | gr.PRONOUNS | {"reporters"}
        ):
            past = _past_preposition(row, at, stop)
            if past is None:
                break
            at = past
            continue
        break
    return at


def _past_set_off(row: Row, at: int, stop: int) -> int:
    """Past ", per a clerk," and ", in a letter to the guild," before a "that"."""
    if at >= stop or row[at].text != ",":
        return at
    close = next((n for n in range(at + 1, min(stop - 1, at + _LOOK_AHEAD)) if row[n].text == ","), None)
    return at if close is None or row[close + 1].lower != "that" else close + 1


def _past_preposition(row: Row, at: int, stop: int) -> int | None:
    nxt = row[at + 1] if at + 1 < stop else None
    if nxt is None:
        return None
    if gr.is_day(nxt):
        end = at + 2
        while end < stop and (
            row[end].text.isdigit() or row[end].lower in ("morning", "afternoon", "evening", "night")
        ):
            end += 1
        return end
    marker = _marker_ahead(row, at, stop)
    if marker is not None:
        return marker
    if (
        nxt.lower in ("a", "an")
        and at + 2 < stop
        and row[at + 2].lower
        in (
            "statement",
            "interview",
            "tweet",
            "letter",
            "email",
            "speech",
            "briefing",
            "report",
            "memo",
            "post",
            "message",
        )
    ):
        return at + 3
    return None


def _marker_ahead(row: Row, at: int, stop: int) -> int | None:
    """The next "that", colon or quotation before any comma or finite verb."""
    for place in range(at, min(stop, at + _LOOK_AHEAD)):
        token = row[place]
        if token.kind == "quote":
            if place > at and row[place - 1].lower == "to":
                return place - 1
            if token.words < 3 or (gr.titles_a_work(token) and token.last not in ".?!"):
                continue
            return place
        if token.text == ":":
            return place
        if token.kind == "mark":
            following = row[place + 1] if place + 1 < stop else None
            return (
                place
                if token.text == ","
                and following is not None
                and following.kind == "quote"
                and following.words > 3
                else None
            )
        if token.lower in ("that", "whether"):
            return None if _demonstrative(row, place) else place
        if place > at and (gr.finite(token) or token.lower in gr.SUBJECT_PRONOUNS):
            return None
    return None
