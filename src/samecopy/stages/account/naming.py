"""The words of one noun phrase for a source: its head, the bare name of a person, an office in it.

`sources` types such a phrase, `resolve` finds who it stands for.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from samecopy.stages.account.given import HERS, HIS
from samecopy.stages.account.grammar import DETERMINERS, MADE, NO_NAMES, PREPOSITIONS
from samecopy.stages.account.offices import (
    BODY_ENDINGS,
    GOVERNMENTS,
    INSTITUTIONS,
    LEADING,
    OFFICES,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
    ROLES,
    STATEMENT_NOUNS,
    SURNAMES_TOO,
    TITLES,
)
from samecopy.stages.account.places import DEMONYMS, place_key

PARTICLES = frozenset("de la le da di du del van von der den bin ibn al el ten ter dos das".split())  # noqa: SIM905
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?=\s|$)")
RELATIVE = re.compile(r"(?:,\s*|\s+)(?:who|whose|which|that|speaking)\b.*$", re.DOTALL)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w[\w.&-]*(?:['’](?!s\b)\w+)*(?<!\.)|\w")
_CLOSE_TO = re.compile(
    r"\s(?:close|familiar|near|briefed|involved|present)\s(?:to|with|on|in|at)\b.*$", re.DOTALL
)
_PEOPLE_ALL = OFFICES | PEOPLE | ROLES | OFFICIAL_PLURALS | PEOPLE_PLURALS
_SHORT_OFFICES = frozenset(
    "sen rep gov gen lt col maj capt cmdr adm sgt pres supt insp amb ceo cfo coo premier mp mep".split()  # noqa: SIM905
)


@lru_cache(maxsize=8192)  # pure: names recur
def fold(text: str) -> str:
    """Case, accents, dots of acronyms and determiners folded away.

    >>> fold("A senior U.S. official")
    'senior us official'
    """
    plain = text.replace("’", "'")
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    plain = plain.replace(".", "").lower()
    words = plain.split()
    while words and words[0] in ("the", "a", "an", "one", "another", "this", "that", "some"):
        words.pop(0)
    return " ".join(words).strip(" ,;:'\"“”‘-")


def words_of(text: str) -> list[str]:
    """Words as written, possessive endings off."""
    return _WORD.findall(POSSESSIVE.sub("", text))


@lru_cache(maxsize=8192)  # pure: names recur
def bare(text: str) -> str:
    """The phrase up to its first preposition or relative clause: what its head ends."""
    cut = _CLOSE_TO.sub("", RELATIVE.sub("", text)).split(",")[0]
    kept: list[str] = []
    for word in cut.split():
        if kept and (word.lower() in PREPOSITIONS or word.lower() in MADE):
            break
        if kept and word.endswith("ing") and kept[-1].lower() in _PEOPLE_ALL:
            break  # "the engineer leading the repair"
        kept.append(word)
    return " ".join(kept)


def head_noun(text: str) -> str:
    """The folded head: `official` of "a senior official of the port".

    >>> head_noun("a senior official of the port")
    'official'
    """
    words = words_of(bare(text))
    return words[-1].lower() if words else ""


def is_plural(noun: str) -> bool:
    """Whether a folded noun for people or bodies is a plural."""
    return noun in OFFICIAL_PLURALS | PEOPLE_PLURALS


def without_possessed(text: str) -> str:
    """`the port's estimates` → `the port`: the giver, not the thing given."""
    match = re.search(r"^(.*?)(?:['’]s|s['’])\s+(?:own\s+|latest\s+|official\s+|preliminary\s+)?(\w+)$", text)
    if match and match.group(2).lower() in STATEMENT_NOUNS:
        return match.group(1) + ("s" if text[match.end(1) : match.end(1) + 1] == "s" else "")
    return text


@lru_cache(maxsize=8192)  # pure: names recur
def person_name(text: str) -> str:
    """The bare name in a phrase that names a person: titles, offices and places off; "" where none.

    >>> person_name("Harbour Board spokeswoman Ilse de Marn")
    'Ilse de Marn'
    """
    words = bare(text).split()
    last = -1
    for at, word in enumerate(words[:-1] if _ends_in_surname(words) else words):
        plain = word.lower().strip(".,'’")
        if (
            plain in TITLES
            or plain in OFFICES
            or plain in PEOPLE
            or plain in ROLES
            or (word[:1].islower() and plain not in PARTICLES)
        ):
            last = at
    tail = [w.strip(",") for w in words[last + 1 :]]
    while len(tail) > 1 and (place_key(tail[0]) in DEMONYMS or tail[0].lower() in NO_NAMES):
        tail.pop(0)
    name = " ".join(tail)
    return name if tail and tail[-1][:1].isupper() else ""


def names_a_body(words: Sequence[str]) -> bool:
    """Whether a name ends as one of a club or carrier and begins with no first name.

    >>> names_a_body(["Oslin", "FC"]), names_a_body(["Harbour", "Line"]), names_a_body(["Anna", "Line"])
    (True, True, False)
    """
    if len(words) < 2 or not words[-1][:1].isupper() or words[-1].lower() not in BODY_ENDINGS:
        return False
    return not any(word.lower() in HIS | HERS | TITLES for word in words[:-1])


def has_title(text: str) -> bool:
    """Whether a courtesy or an office stands before the name."""
    return any(word.lower().strip(".") in TITLES for word in bare(text).split()[:-1])


def has_office(text: str) -> bool:
    """Whether the phrase names an office or a role of authority as its own: before a name, in an
    apposition, or as what somebody leads; not as another's (`the mayor's brother`).

    >>> has_office("Ada Pell, who leads the dockers' union"), has_office("Ada Pell, the mayor's brother")
    (True, False)
    """
    return any(_office_in(part) for part in text.split(",") if part.strip())


def _office_in(part: str) -> bool:
    words = part.split()
    if words[0].lower() == "who":
        led = {word.lower() for word in words_of(bare(" ".join(words[2:])))}
        return words[1:2] != [] and words[1].lower() in LEADING and bool(led & (INSTITUTIONS | GOVERNMENTS))
    return bool(own_words(part) & (OFFICES | ROLES | _SHORT_OFFICES))


def own_words(described: str) -> set[str]:
    """The folded words that a description uses of its bearer, part by part; not those of whom the bearer
    belongs to.

    >>> sorted(own_words("the port's chief engineer, Jo Pell"))
    ['chief', 'engineer', 'jo', 'pell']
    """
    own: set[str] = set()
    for part in described.split(","):
        if part.strip() and part.split()[0].lower() != "who":
            words = words_of(POSSESSIVE.split(bare(part))[-1])
            own.update(fold(word) for word in (words[:-1] if _ends_in_surname(words) else words))
    return own


def _ends_in_surname(words: list[str]) -> bool:
    """`Ada King`, not `the King` nor `Police Chief`: a title that is a surname too, behind a first name."""
    if len(words) < 2 or words[-1].lower() not in SURNAMES_TOO or not words[-1][:1].isupper():
        return False
    before = words[-2]
    return before[:1].isupper() and before.lower() not in OFFICES | TITLES | INSTITUTIONS | DETERMINERS
