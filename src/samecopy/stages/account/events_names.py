"""Who takes part and where: capitalised names and places in a stretch of a row."""

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


def names_in(row: Row, begin: int, end: int, place: str | None) -> tuple[str, ...]:
    """Names of words begin to end as written, without the place, each once, in order."""
    found: list[str] = []
    at = begin
    while at < end:
        if row.words[at].tag != "name":
            at += 1
            continue
        stop = name_end(row, at, end)
        last = row.words[stop - 1].low
        if stop < end and is_plural(row.words[stop]) and last.endswith(PEOPLE_ADJECTIVES):
            stop += 1
        name = (
            row.phrase(at, stop).rstrip(".,")
            if not row.words[stop - 1].low.endswith(".")
            else row.phrase(at, stop)
        )
        if name != place and name not in found and len(name) > 1:
            found.append(name)
        at = stop
    return tuple(found)


def place_in(row: Row, begin: int, end: int) -> str | None:
    """The first capitalised place after "in" or "at"; an official name's own "in" is none."""
    words = row.words
    for at in range(begin, end - 1):
        if words[at].low not in ("in", "at"):
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


def participants(row: Row, scope: Range, subject: Range, place: str | None) -> tuple[str, ...]:
    """Who takes part in what the words of `scope` say. A subject headed by an office, a person or a
    body ("a senior US official", "the board") is one participant as written."""
    head = subject_head(row, subject)
    whole = institution(row, *subject) if head in ACTORS else None
    if whole is None:
        return names_in(row, *scope, place)
    outside = names_in(row, scope[0], subject[0], place) + names_in(row, subject[1], scope[1], place)
    return (whole, *(name for name in outside if name not in whole))


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
