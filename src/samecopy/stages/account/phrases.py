"""Noun phrases and verb groups in a token row, found without a tagger: by closed word classes.

English has few hundred function words; between them stand its phrases (Abney 1991, "Parsing by chunks").
`clauses` reads attributions with these.
"""

from collections.abc import Sequence

from samecopy.stages.account.cues import CUES
from samecopy.stages.account.offices import (
    DOCUMENT_PLURALS,
    DOCUMENTS,
    GOVERNMENTS,
    INSTITUTIONS,
    OFFICES,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
    TITLES,
    UNNAMED_REPORTS,
)
from samecopy.stages.account.units import Token

Row = Sequence[Token]
"""The tokens of one unit."""

Range = tuple[int, int]
"""Half-open range of token numbers."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BE = _words("is are was were be been being am isn't aren't wasn't weren't gets got get getting")
HAVE = _words("has have had having hasn't haven't hadn't")
DO = _words("do does did don't doesn't didn't")
MODALS = _words(
    "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't 'll"
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = _words(
    """
    not never also later then now again still even just only already once further soon often always ever too
    previously first initially long simply largely recently repeatedly reportedly actually specifically instead
    therefore thus since yesterday today earlier reportedly quickly once famously publicly both all so far yet
    """
)
DETERMINERS = _words(
    "the a an this that these those his her its their our my your some any no every each another one both all "
    "several many most few two three four five six seven eight nine ten more such"
)
POSSESSIVES = _words("his her its their our my your whose")
SUBJECT_PRONOUNS = _words("he she it they we i you")
PRONOUNS = SUBJECT_PRONOUNS | _words("him them us me")
RELATIVES = _words("who which that whom whose")
PREPOSITIONS = _words(
    "of in on at by for from with to into about over under after before during since until against between among "
    "through within without near around across along behind beyond despite toward towards upon via amid as than "
    "like per outside inside off throughout"
)
INNER_PREPOSITIONS = _words("of for in from at with on to near")
SUBORDINATORS = _words(
    "that which who whom whose because if when while although though unless whether whereas where why how what "
    "after before since as until than so once"
)
COORDINATORS = _words("and or but nor yet")
LEADERS = _words(
    "but and or yet so however meanwhile still also then now moreover furthermore nevertheless nonetheless "
    "besides indeed instead afterwards later earlier because as when while if although though that since "
    "where after before until unless whether than what how why which for according citing quoting asked"
)
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon tue wed thu fri "
    "sat sun january february march april may june july august september october november december"
)
TIME_STARTERS = _words("late early earlier later last next this recently again")
LINKING_INFINITIVES = _words(
    """
    expected set due likely ready plans planned planning wants wanted want declined refused continued continues went
    tried able going used scheduled quick about prepared failed began begins started appeared seemed appears seems
    intends vowed promised slated poised eager forced ought has had have expects meant moved prompted bound willing
    rushed took hastened hesitated chose happy careful unable hoping hopes hoped
    """
)
SPEAKER_NOUNS = (
    OFFICES
    | PEOPLE
    | OFFICIAL_PLURALS
    | PEOPLE_PLURALS
    | GOVERNMENTS
    | INSTITUTIONS
    | DOCUMENTS
    | DOCUMENT_PLURALS
    | UNNAMED_REPORTS
)


def is_day(token: Token) -> bool:
    return token.lower in DAYS and (
        token.capital or token.lower in ("today", "yesterday", "tomorrow", "tonight")
    )


def contracted(token: Token) -> str | None:
    """`he` for `he's`, `they` for `they've`; None for all else."""
    head, mark, tail = token.lower.partition("'")
    if mark and head in SUBJECT_PRONOUNS | {"who", "that"} and tail in ("s", "ve", "d", "ll", "re", "m"):
        return head
    return None


def possessive(token: Token) -> bool:
    return token.lower.endswith(("'s", "s'")) and contracted(token) is None


def is_adverb(token: Token) -> bool:
    return token.lower in ADVERBS or (
        token.lower.endswith("ly") and not token.capital and len(token.lower) > 4
    )


def finite(token: Token) -> bool:
    """Whether a word looks like a finite verb."""
    if token.kind != "word" or token.capital:
        return False
    if token.lower in AUXILIARIES or contracted(token) is not None:
        return True
    if token.lower.endswith("ed") and len(token.lower) > 4:
        return True
    if token.lower in _COMMON_VERBS:
        return True
    return any(
        not cue.rest and not cue.noun and cue.forms & {"past", "third"} for cue in CUES.get(token.lower, ())
    )


_COMMON_VERBS = _words(
    """
    went came took made gave got saw knew ran left began broke fell rose grew held kept led lost met paid put sent
    set sold stood won wrote brought bought built caught chose drew drove ate fought flew found became hit hung
    goes comes takes makes gives gets sees knows runs leaves begins breaks falls rises grows holds keeps leads loses
    meets pays puts sends sells stands wins brings buys builds becomes needs remains stays means includes seems
    appears shows faces works lives plays helps allows requires makes goes hurts causes offers happens
    need remain mean include seem appear make go come take give get see become
    """
)


def clauselike(row: Row, begin: int, end: int) -> bool:
    """Whether `row[begin:end]` up to its first mark holds a finite verb after its first word."""
    for at in range(begin, end):
        token = row[at]
        if token.kind == "mark" and token.text in ",;:.?!—–":
            return False
        if (at > begin and finite(token)) or contracted(token) is not None:
            return True
    return False


def verb_group(row: Row, verb: int, floor: int) -> int:
    """Number of the first token of the verb group that ends with the verb at `verb`."""
    at = verb
    while at > floor:
        token = row[at - 1]
        if token.kind != "word":
            break
        if token.lower in AUXILIARIES or token.lower == "not" or (is_adverb(token) and not token.capital):
            at -= 1
        elif (
            token.lower == "to" and at - 2 >= floor and row[at - 2].lower in LINKING_INFINITIVES | AUXILIARIES
        ):
            at -= 2
        elif token.lower in LINKING_INFINITIVES and row[at].lower in ("on", "to"):
            at -= 1
        else:
            break
    return at


def name_like(row: Row, begin: int, end: int) -> bool:
    """Whether all words are capitalised or particles of names (`de`, `al`, initials, titles)."""
    words = [t for t in row[begin:end] if t.kind == "word"]
    if not words or len(words) > 9:
        return False
    return words[-1].capital and all(t.capital or t.lower in _NAME_PARTICLES for t in words)


_NAME_PARTICLES = _words(
    "de la le da di du del van von der den bin ibn al el of the and for ter ten dos das y e st st."
)


def speaker_like(row: Row, begin: int, end: int) -> bool:
    """Whether the phrase's head (before its first preposition) is a noun for who or what can speak."""
    head = None
    for at in range(begin, end):
        token = row[at]
        if (
            (token.kind == "mark"
            and token.text in ",;")
            or (
                token.kind == "word" and at > begin and token.lower in PREPOSITIONS | {"who", "which", "that"}
            )
        ):
            break
        if token.kind == "word":
            head = token
    return head is not None and (head.lower in SPEAKER_NOUNS or head.capital)


def _verb_within(row: Row, at: int) -> bool:
    """A finite verb that cannot be a participle before its noun ("the elected mayor")."""
    token = row[at]
    if not finite(token):
        return False
    after = row[at + 1] if at + 1 < len(row) else None
    if token.lower.endswith("ed"):
        return after is not None and (after.capital or after.lower in DETERMINERS) and at > 0
    return at > 0 and row[at - 1].lower not in DETERMINERS


def _in_phrase(row: Row, at: int) -> bool:
    """Whether the token can stand inside a noun phrase that is read from its end."""
    token = row[at]
    if token.kind == "quote":
        return token.words <= 2
    if token.kind == "mark":
        return token.text in "&%#" or (token.text == "." and at + 1 < len(row) and row[at - 1].capital)
    if token.lower in _OUTSIDE_PHRASES or contracted(token) is not None or _verb_within(row, at):
        return False
    if token.lower == "by":
        before = row[at - 1].lower if at else ""
        return before in DOCUMENTS or before in ("published", "released", "issued", "written", "commissioned")
    return not (token.lower in PREPOSITIONS and token.lower not in INNER_PREPOSITIONS)


_OUTSIDE_PHRASES = AUXILIARIES | SUBORDINATORS | PRONOUNS


def phrase_back(row: Row, end: int, floor: int) -> Range | None:
    """The noun phrase that ends right before token `end`, not reaching below `floor`."""
    if end <= floor:
        return None
    if row[end - 1].text == ")" and (opening := _mark_before(row, end - 1, floor, ")")) is not None:
        return phrase_back(row, opening, floor)
    last = row[end - 1]
    if last.kind != "word" and not (last.kind == "quote" and last.words <= 2):
        return None
    if last.lower in PRONOUNS or last.lower in (
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
    if begin >= end or row[end - 1].lower in PREPOSITIONS | COORDINATORS | DETERMINERS - {
        "all",
        "both",
        "some",
        "many",
    }:
        return None
    return (begin, end)


def _joins(row: Row, at: int, end: int) -> bool:
    """Whether a coordinator at `at` joins two noun phrases rather than two clauses."""
    if row[at].lower == "but":
        return False
    before, after = row[at - 1] if at else None, row[at + 1]
    if before is None or before.kind != "word":
        return False
    if before.capital and (after.capital or after.lower in DETERMINERS):
        return True
    plural = before.lower.endswith("s") and row[end - 1].lower.endswith("s")
    return plural and before.lower not in AUXILIARIES


def _trim_front(row: Row, begin: int, end: int) -> int:
    """Leave out leading conjunctions, adverbs, time words and prepositional phrases."""
    while begin < end:
        token = row[begin]
        if (
            token.kind != "word"
            or token.lower in LEADERS
            or (is_adverb(token) and token.lower not in ("both", "all", "only"))
        ):
            begin += 1
        elif token.lower in PREPOSITIONS:
            begin = _skip_prepositional(row, begin, end)
        elif finite(token) and begin + 1 < end and not token.capital:
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
    if token.lower not in DETERMINERS or token.lower in ("one", "both", "all", "more", "no") or token.capital:
        return False
    if before.lower in DETERMINERS | PREPOSITIONS | COORDINATORS or possessive(before):
        return False
    return before.kind == "word"


def _skip_prepositional(row: Row, begin: int, end: int) -> int:
    """Past "On Tuesday", "In Oslin": the phrase after it begins at a determiner or a second name."""
    at = begin + 1
    while at < end and (row[at].lower in DETERMINERS or is_day(row[at]) or row[at].text.isdigit()):
        at += 1
        if at < end and is_day(row[at - 1]) and not row[at].text.isdigit():
            return at
    for later in range(at + 1, end):
        if _new_clause(row, later):
            return later
    return end if at < end else begin + 1


def subject_before(row: Row, end: int, floor: int) -> tuple[Range, Range | None] | None:
    """The noun phrase right before a verb group at `end`, and its apposition if commas set one off.

    Returns (head, apposition) as token ranges; the apposition lies after the head.
    """
    if end <= floor:
        return None
    last = row[end - 1]
    if contracted(last) is not None:
        return ((end - 1, end), None)
    if not (last.kind == "mark" and last.text in ",)—–-"):
        head = phrase_back(row, end, floor)
        return None if head is None else (head, None)
    return _set_off(row, end - 1, floor)


def _set_off(row: Row, close: int, floor: int) -> tuple[Range, Range] | None:
    """`Ilse Marn, the mayor of Oslin,` ending with the mark at `close`."""
    best: tuple[Range, Range] | None = None
    at = close
    for _ in range(4):
        opening = _mark_before(row, at, floor, row[close].text)
        if opening is None:
            break
        segment = (opening + 1, at)
        if segment[0] >= segment[1] or (not _relative(row, segment[0]) and _runs_as_clause(row, *segment)):
            break
        head = phrase_back(row, opening, floor)
        if head is not None and (name_like(row, *head) or speaker_like(row, *head)):
            best = (head, (opening + 1, close))
            if name_like(row, *head) and row[head[1] - 1].lower not in SPEAKER_NOUNS:
                break
        at = opening
    return best


def _mark_before(row: Row, at: int, floor: int, mark: str) -> int | None:
    wanted = "(" if mark == ")" else mark
    for place in range(at - 1, max(floor, at - 30) - 1, -1):
        if row[place].kind == "mark" and row[place].text == wanted:
            return place
        if row[place].kind == "quote" and row[place].words > 3:
            return None
    return None


def _relative(row: Row, at: int) -> bool:
    return row[at].lower in ("who", "whose", "which", "where", "speaking")


def _runs_as_clause(row: Row, begin: int, end: int) -> bool:
    return any(row[n].lower in AUXILIARIES for n in range(begin, end)) and not row[begin].lower.startswith(
        "who"
    )


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
        row[end - 1].lower in PREPOSITIONS | COORDINATORS | DETERMINERS or is_adverb(row[end - 1])
    ):
        end -= 1
    return (begin, end) if end > begin else None


def _ends_phrase(row: Row, begin: int, at: int) -> bool:
    token = row[at]
    if token.lower in AUXILIARIES | SUBORDINATORS or is_day(token):
        return True
    if at > begin and (token.lower in PRONOUNS or row[begin].lower in PRONOUNS):
        return True
    if token.lower in PREPOSITIONS:
        after = row[at + 1] if at + 1 < len(row) else None
        return (
            token.lower not in ("of", "for", "from", "with", "at", "in", "on", "by")
            or after is None
            or (
                token.lower in ("in", "on", "at", "for", "with", "from")
                and (is_day(after) or after.lower in TIME_WHOLES)
            )
        )
    return at > begin and token.lower in TIME_STARTERS


TIME_WHOLES = _words("an a the this statement interview tweet email letter his her their response its")
TITLE_WORDS = TITLES


def titles_a_work(token: Token) -> bool:
    """`her novel “The Salt Road at Night”`: every word of weight in the quotation is capitalised."""
    words = [word for word in token.text.split() if len(word) > 3]
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def is_cue(row: Row, at: int) -> bool:
    """Whether a verb form of saying, asking or the like stands at `at`."""
    return any(
        cue.forms & {"past", "third"} and cue.frame.quote >= 0.9 for cue in CUES.get(row[at].lower, ())
    )
