"""Who takes part and where: capitalised names and places in a stretch of a row."""

import re
from dataclasses import dataclass

from samecopy.stages.account import eventwords
from samecopy.stages.account.events_what import Range
from samecopy.stages.account.offices import (
    GOVERNMENTS,
    INSTITUTIONS,
    OFFICES,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
)
from samecopy.stages.account.rows import Row, is_plural, noun_phrase_end

ACTORS = OFFICES | PEOPLE | OFFICIAL_PLURALS | PEOPLE_PLURALS | GOVERNMENTS | INSTITUTIONS

INNER_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*")
PLACED = re.compile(r"\b(?:in|near) ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?)(?=[\s,.;])")


@dataclass(frozen=True, slots=True)
class Known:
    """What an article shows of its names: words that it writes with a capital inside sentences, and
    names that stand somewhere after "in" or "near"."""

    capitals: frozenset[str]
    places: frozenset[str]


def known_names(text: str) -> Known:
    """The names of a text.

    >>> sorted(known_names("They met in Varn. Schools in Varn reopen, says Ana Berg.").places)
    ['Varn']
    """
    capitals = (re.sub("['’]s$", "", word) for word in INNER_CAPITAL.findall(text))
    return Known(frozenset(capitals), frozenset(PLACED.findall(text)))


ACRONYM = 5  # letters: a longer word in capitals is shouted
PEOPLE_ADJECTIVES = ("an", "ian", "ish", "ese", "ch", "i", "us", "uk", "u.s.", "u.k.", "un", "u.n.", "eu")
"""Endings of names that are adjectives before a plural: "Russian officials" is who takes part."""


def name_end(row: Row, begin: int, end: int) -> int:
    """End of the name that begins at a word; official names run over "of", "for" and "and"."""
    words = row.words
    at = begin + 1
    linked = False
    while at < end:
        word = words[at]
        after = words[at + 1] if at + 1 < end else None
        if word.tag == "name":
            at += 1
        elif after is not None and after.tag == "name" and word.low in ("of", "for"):
            linked = True
            at += 2
        elif after is not None and after.tag == "name" and word.low in ("and", "in") and linked:
            at += 2
            linked = word.low != "in"
        else:
            break
    return at


def names_in(row: Row, begin: int, end: int, place: str | None, known: Known) -> tuple[str, ...]:
    """Names of words begin to end as written, without places, each once, in order. `known` are the words
    that the article writes with a capital inside sentences: a sentence's first word is a name if it is
    among them."""
    found: list[str] = []
    at = begin
    while at < end:
        if row.words[at].tag != "name":
            at += 1
            continue
        stop = name_end(row, at, end)
        whole = stop
        while whole < end and row.words[whole].low in ACTORS:
            whole += 1  # "the Lindish government"
        last = row.words[stop - 1].low
        if whole == stop < end and is_plural(row.words[stop]) and last.endswith(PEOPLE_ADJECTIVES):
            whole += 1
        name = row.phrase(at, whole)
        name = name if last.endswith(".") and whole == stop else name.rstrip(".,")
        if name != place and name not in found and len(name) > 1 and takes_part(row, at, stop, whole, known):
            found.append(name)
        at = whole
    return tuple(found)


def takes_part(row: Row, at: int, stop: int, whole: int, known: Known) -> bool:
    """Whether the name at words at to stop (to whole with what it qualifies) is no mere place, and no
    ordinary word that opens the sentence."""
    alone = stop == at + 1
    raw = row.phrase(at, stop)
    if alone and whole == stop and opens_sentence(row, at) and raw not in known.capitals:
        return raw.isupper() and len(raw) <= ACRONYM
    before = at - 1
    while before >= 0 and row.words[before].tag in ("determiner", "noun", "number"):
        before -= 1
    lead = row.words[before].low if before >= 0 else ""
    if whole > stop and lead not in eventwords.LOCATIVES:
        return True
    if lead in eventwords.LOCATIVES:
        return False
    acts = whole > stop or lead in ("with", "against", "by") or any_verb(row, stop)
    if raw in known.places and not acts:
        return False
    return lead not in ("of", "to", "from", "toward", "towards") or not alone or raw.isupper()


def any_verb(row: Row, at: int) -> bool:
    """Whether a verb follows a name, as after a subject: places act too ("Norby announced")."""
    while at < len(row.words) and row.words[at].tag in ("adverb", "time", "possessive", "noun"):
        at += 1
    return at < len(row.words) and row.words[at].tag in ("verb", "auxiliary")


def opens_sentence(row: Row, at: int) -> bool:
    return all(word.tag in ("quote", "sign", "comma") for word in row.words[:at])


def place_in(row: Row, begin: int, end: int) -> str | None:
    """The first capitalised place after "in" or "at"; an official name's own "in" is none."""
    words = row.words
    named = -1
    for at in range(begin, end - 1):
        if words[at].tag == "name" and at >= named:
            named = name_end(row, at, end)
        if words[at].low not in ("in", "at") or at < named:
            continue
        first = at + 1
        if words[first].tag == "determiner" and first + 1 < end:
            first += 1
        if words[first].tag != "name":
            continue
        stop = first + 1
        while stop < end and words[stop].tag == "name":
            stop += 1
        possessive = stop < end and words[stop].tag == "possessive"
        if words[at].low == "in" and stop < end and words[stop].tag in ("noun",) and not possessive:
            continue
        if not possessive:
            return row.phrase(first, stop)
    return None


def participants(row: Row, scope: Range, subject: Range, place: str | None, known: Known) -> tuple[str, ...]:
    """Who takes part in what the words of `scope` say. A subject headed by an office, a person or a
    body ("a senior US official", "the board") is one participant as written; who is only cited is none."""
    lows = row.lows(*scope)
    if "according" in lows:
        scope = scope[0], scope[0] + lows.index("according")
    head = subject_head(row, subject)
    whole = institution(row, *subject) if head in ACTORS else None
    if whole is None:
        outside = subject[1] <= scope[0] or scope[1] <= subject[0]
        own = names_in(row, *subject, place, known) if outside else ()
        return tuple(dict.fromkeys((*own, *names_in(row, *scope, place, known))))
    rest = names_in(row, scope[0], subject[0], place, known)
    rest += names_in(row, subject[1], scope[1], place, known)
    return (whole, *(name for name in rest if name not in whole))


def subject_head(row: Row, subject: Range) -> str:
    """The head of a subject: its last noun before a complement ("the head of the party")."""
    head = ""
    for word in row.words[subject[0] : subject[1]]:
        if word.tag in ("preposition", "comma"):
            break
        if word.tag in ("noun", "name"):
            head = word.low if word.tag == "noun" else ""
    return head


def institution(row: Row, begin: int, end: int) -> str | None:
    """A subject without a name ("the board"), unless it is a pronoun or nothing."""
    if begin >= end or all(word.tag in ("pronoun", "determiner", "adverb") for word in row.words[begin:end]):
        return None
    if noun_phrase_end(row, begin) == begin:
        return None
    while begin < end and row.words[begin].low in eventwords.LEAD_INS:
        begin += 1
    return row.phrase(begin, end) or None
