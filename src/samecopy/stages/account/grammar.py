"""Word classes of English and what one word looks like: helpers, pronouns, prepositions, finite verbs.

Data and predicates of single tokens; `phrases` reads phrases with them, `cues` knows the reporting verbs.
"""

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
    ROLES,
    UNNAMED_REPORTS,
)
from samecopy.stages.account.units import Token


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BE = _words("is are was were be been being am isn't aren't wasn't weren't gets got get getting")
HAVE = _words("has have had having hasn't haven't hadn't")
DO = _words("do does did don't doesn't didn't")
MODALS = _words(
    "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't "
    "mustn't 'll"
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = _words(
    """
    not never also later then now again still even just only already once further soon often always ever
    too previously first initially long simply largely recently repeatedly reportedly actually
    specifically instead therefore thus since yesterday today earlier reportedly quickly once famously
    publicly both all so far yet
    """
)
DETERMINERS = _words(
    "the a an this that these those his her its their our my your some any no every each another one "
    "both all several many most few two three four five six seven eight nine ten more such"
)
POSSESSIVES = _words("his her its their our my your whose")
SUBJECT_PRONOUNS = _words("he she it they we i you")
PRONOUNS = SUBJECT_PRONOUNS | _words("him them us me")
PREPOSITIONS = _words(
    "of in on at by for from with to into about over under after before during since until against "
    "between among through within without near around across along behind beyond despite toward "
    "towards upon via amid as than like per outside inside off throughout"
)
INNER_PREPOSITIONS = _words("of for in from at with on to near")
SUBORDINATORS = _words(
    "that which who whom whose because if when while although though unless whether whereas where why "
    "how what after before since as until than so once"
)
COORDINATORS = _words("and or but nor yet")
LEADERS = _words(
    "but and or yet so however meanwhile still also then now moreover furthermore nevertheless nonetheless "
    "besides indeed instead afterwards later earlier because as when while if although though that since "
    "where after before until unless whether than what how why which for according citing quoting asked"
)
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon "
    "tue wed thu fri sat sun january february march april may june july august september october "
    "november december"
)
NO_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | COORDINATORS
    | LEADERS
    | DO
    | HAVE
    | BE
    | _words("neither either whatever here there now today yes no not even only just such said says asked")
)
"""Words that a capital at the head of a sentence makes no part of a name."""
TIME_STARTERS = _words("late early earlier later last next this recently again")
TIME_WHOLES = _words("an a the this statement interview tweet email letter his her their response its")
MADE = _words(
    "published released issued written commissioned obtained seen filed led dated signed sent leaked "
    "reviewed posted circulated shared drafted shown prepared reported drawn"
)
"""Participles behind a writing ("a memo dated 3 May and seen by …")."""
LINKING_INFINITIVES = _words(
    """
    expected set due likely ready plans planned planning wants wanted want declined refused continued
    continues went tried able going used scheduled quick about prepared failed began begins started
    appeared seemed appears seems intends vowed promised slated poised eager forced ought has had have
    expects meant moved prompted bound willing rushed took hastened hesitated chose happy careful unable
    hoping hopes hoped
    """
)
NAME_PARTICLES = _words(
    "de la le da di du del van von der den bin ibn al el of the and for ter ten dos das y e st st."
)
_COMMON_VERBS = _words(
    """
    went came took made gave got saw knew ran left began broke fell rose grew held kept led lost met
    paid put sent set sold stood won wrote brought bought built caught chose drew drove ate fought flew
    found became hit hung goes comes takes makes gives gets sees knows runs leaves begins breaks falls
    rises grows holds keeps leads loses meets pays puts sends sells stands wins brings buys builds
    becomes needs remains stays means includes seems appears shows faces works lives plays helps allows
    requires makes goes hurts causes offers happens need remain mean include seem appear make go come
    take give get see become
    blew bore bred crept cut dealt did drank dug dwelt fed felt fled forbade forgave forgot froze heard hid
    lay laid leapt lent lit meant mistook overcame overtook quit rang rode sang sank shed shook shot shut
    slept slid sought sped spent split spoke sprang stole strode strove struck stuck swam swept swore swung
    taught thought threw tore told understood undertook upheld wept withdrew woke wore bound burst spread
    applies belongs carries consists contains continues creates depends deserves differs does enjoys exists
    involves keeps lets occurs owns produces provides pursues receives reduces relies represents serves
    spends suffers tends tries
    become believe continue depend deserve exist happen keep know let lose occur rely send try
    """
)
SPEAKER_NOUNS = (
    OFFICES
    | PEOPLE
    | ROLES
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


_NO_POSSESSIVES = _words("there's here's what's where's how's let's")


def possessive(token: Token) -> bool:
    return (
        token.lower.endswith(("'s", "s'"))
        and contracted(token) is None
        and token.lower not in _NO_POSSESSIVES
    )


def plural(token: Token) -> bool:
    """Whether a noun looks like a plural."""
    word = token.lower
    regular = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return regular or word in PEOPLE_PLURALS | OFFICIAL_PLURALS


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


def titles_a_work(token: Token) -> bool:
    """`her novel “The Salt Road at Night”`: every word of weight in the quotation is capitalised."""
    words = [word for word in token.text.split() if len(word) > 3]
    return len(words) > 1 and all(word[:1].isupper() for word in words)
