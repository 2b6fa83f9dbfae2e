"""What kind of source a noun phrase names, its name without trimmings, and the key that equals share.

`resolve` finds which earlier phrase a pronoun or a short one stands for; this reads one phrase alone.
"""

import re
import unicodedata

from samecopy.records import SourceType
from samecopy.stages.account.anonymity import ANONYMOUS
from samecopy.stages.account.grammar import DETERMINERS, PREPOSITIONS, PRONOUNS
from samecopy.stages.account.offices import (
    COURTESY,
    DOCUMENT_PLURALS,
    DOCUMENTS,
    GOVERNMENTS,
    INSTITUTIONS,
    OFFICES,
    OFFICIAL_MODIFIERS,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
    STATEMENT_NOUNS,
    TITLES,
    UNNAMED_REPORTS,
)
from samecopy.stages.account.places import DEMONYMS, STATES, place_key

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w[\w.&-]*(?:['’](?!s\b)\w+)*(?<!\.)|\w")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?=\s|$)")
_RELATIVE = re.compile(r"(?:,\s*|\s+)(?:who|whose|which|that|speaking)\b.*$", re.DOTALL)
_OFFICE_PAIRS = re.compile(r"\b(?:police|fire|staff)\b", re.IGNORECASE)
_CLOSE_TO = re.compile(
    r"\s(?:close|familiar|near|briefed|involved|present)\s(?:to|with|on|in|at)\b.*$", re.DOTALL
)
_MADE = frozenset(
    ["published", "released", "issued", "written", "commissioned", "obtained", "seen", "filed", "led"]
)
_PERSONAL = re.compile(r"\b(?:he|she|his|her)\b")
_KEEP_UNFOLDED = 64


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
    return _WORD.findall(_POSSESSIVE.sub("", text))


def bare(text: str) -> str:
    """The phrase up to its first preposition or relative clause: what its head ends."""
    cut = _CLOSE_TO.sub("", _RELATIVE.sub("", text)).split(",")[0]
    kept: list[str] = []
    for word in cut.split():
        if kept and (word.lower() in PREPOSITIONS or word.lower() in _MADE):
            break
        kept.append(word)
    return " ".join(kept)


def head_noun(text: str) -> str:
    """The folded head: `official` of "a senior official of the port".

    >>> head_noun("a senior official of the port")
    'official'
    """
    words = words_of(bare(text))
    return words[-1].lower() if words else ""


def without_possessed(text: str) -> str:
    """`the port's estimates` → `the port`: the giver, not the thing given."""
    match = re.search(r"^(.*?)(?:['’]s|s['’])\s+(?:own\s+|latest\s+|official\s+|preliminary\s+)?(\w+)$", text)
    if match and match.group(2).lower() in STATEMENT_NOUNS:
        return match.group(1) + ("s" if text[match.end(1) : match.end(1) + 1] == "s" else "")
    return text


def person_name(text: str) -> str:
    """The bare name in a phrase that names a person: titles, offices and places off; "" where none.

    >>> person_name("Harbour Board spokeswoman Ilse de Marn")
    'Ilse de Marn'
    """
    words = bare(text).split()
    last = -1
    for at, word in enumerate(words):
        plain = word.lower().strip(".,'’")
        if (
            plain in TITLES
            or plain in OFFICES
            or plain in PEOPLE
            or (word[:1].islower() and plain not in _PARTICLES)
        ):
            last = at
    tail = [w.strip(",") for w in words[last + 1 :]]
    while tail and (place_key(tail[0]) in DEMONYMS or tail[0].lower() in DETERMINERS):
        tail.pop(0)
    name = " ".join(tail)
    return name if tail and tail[-1][:1].isupper() else ""


_PARTICLES = frozenset("de la le da di du del van von der den bin ibn al el ten ter dos das".split())  # noqa: SIM905


def has_title(text: str) -> bool:
    """Whether a courtesy or an office stands before the name."""
    return any(word.lower().strip(".") in TITLES for word in bare(text).split()[:-1])


def has_office(text: str) -> bool:
    """Whether a word for an office stands in the phrase."""
    lowered = [word.lower() for word in words_of(text)]
    return any(word in OFFICES or word in _SHORT_OFFICES for word in lowered)


_SHORT_OFFICES = frozenset(
    "sen rep gov gen lt col maj capt cmdr adm sgt pres supt insp amb ceo cfo coo premier mp mep".split()  # noqa: SIM905
)


def _named(words: list[str]) -> bool:
    return any(word[:1].isupper() for word in words[words[0].lower() in DETERMINERS :])


def is_state(text: str) -> bool:
    """A state, capital or seat, alone or joined ("Chile and Peru")."""
    parts = re.split(r",? and |, ", text)
    return all(place_key(part) in STATES for part in parts if part.strip())


def source_type(text: str, *, apposition: str = "", context: str = "", person: bool = False) -> SourceType:
    """The type of a source phrase. `context` is the sentence around it, searched for words of anonymity;
    `person` tells that the article names such a person elsewhere."""
    whole = f"{text} {apposition}"
    words = words_of(bare(text))
    lowered = [word.lower() for word in words]
    if not words or (lowered[0] in PRONOUNS and words[0] != "US"):
        return "unknown"
    head = lowered[-1]
    if is_state(text):
        return "government"
    nameless = _nameless(words, text, head, bool(ANONYMOUS.search(f"{whole} {context}")))
    if nameless is not None:
        return nameless
    if not person and (body := _body(words, lowered, head)) is not None:
        return body
    name = person_name(text)
    if name and (person or has_title(text) or has_office(text) or _looks_like_person(name)):
        return "named_official" if has_office(f"{text} {apposition}") else "named_person"
    if len(words) == 1 and words[0][:1].isupper() and _PERSONAL.search(context):
        return "named_person"
    if _named(words):
        return "institution"
    return "unknown"


def _nameless(words: list[str], text: str, head: str, anonymous: bool) -> SourceType | None:
    """Types of phrases whose head is a common noun for people."""
    capital_head = words[-1][:1].isupper() and len(words) > 1
    if capital_head and head not in ("officials", "authorities", "police", "sources"):
        return None
    modifiers = {word.lower() for word in words[:-1]} | set(text.lower().split())
    official = bool(modifiers & OFFICIAL_MODIFIERS) or any(
        place_key(w) in DEMONYMS | STATES for w in words[:-1]
    )
    if head in UNNAMED_REPORTS and not _possessed(text) and " by " not in f" {text} ":
        return "unnamed_reports"
    if head in ("sources", "insiders"):
        return "unnamed_officials" if official else "anonymous_person"
    if head in ("police", "authorities") or head in OFFICIAL_PLURALS:
        return "unnamed_officials"
    if head in OFFICES:
        return (
            "anonymous_official" if anonymous or _indefinite(text) or head == "official" else "named_official"
        )
    if head == "source":
        return "anonymous_official" if official else "anonymous_person"
    if head in PEOPLE or head in PEOPLE_PLURALS:
        return "anonymous_person"
    return None


def _indefinite(text: str) -> bool:
    return text.split()[0].lower() in ("a", "an", "one", "another", "some", "senior", "several")


def _possessed(text: str) -> bool:
    return bool(_POSSESSIVE.search(text))


def _body(words: list[str], lowered: list[str], head: str) -> SourceType | None:
    """Documents, governments and institutions, by the head or the words of a name."""
    if (head in DOCUMENTS and not words[-1][:1].isupper()) or (
        head in DOCUMENT_PLURALS and head not in INSTITUTIONS
    ):
        return "document"
    if (
        head in GOVERNMENTS
        or place_key(" ".join(words)) in STATES
        or "ministry" in lowered
        or "department" in lowered[-1:]
    ):
        return "government"
    if "department" in lowered and not {"police", "fire", "health"} & set(lowered):
        return None if _ends_in_person(lowered) else "government"
    if head in INSTITUTIONS or (words[-1].isupper() and len(words[-1]) > 1 and len(words) <= 2):
        return "institution"
    if lowered[0] == "the" and words[-1][:1].isupper() and not any(w in TITLES for w in lowered):
        return "institution"
    inner = [w for w in lowered[:-1] if w in INSTITUTIONS]
    return (
        "institution"
        if inner and not any(w in TITLES or w in OFFICES or w in PEOPLE for w in lowered)
        else None
    )


def _ends_in_person(lowered: list[str]) -> bool:
    return any(word in TITLES or word in OFFICES for word in lowered)


def _looks_like_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 5
        and not any(w.lower().strip(".,") in INSTITUTIONS for w in words)
        and not (any(w.isupper() and len(w) > 2 for w in words) and not all(w.isupper() for w in words))
    )


def source_key(name: str, kind: SourceType) -> str:
    """The key that equal sources share: state for its capital, bare name for a titled one."""
    if kind == "government":
        parts = re.split(r",? and |, ", name)
        return " and ".join(STATES.get(place_key(p), fold(p)) for p in parts if p.strip())
    if kind in ("named_person", "named_official"):
        person = person_name(name)
        return fold(person) if person else fold(bare(name))
    if kind in ("anonymous_official", "anonymous_person", "unnamed_officials"):
        folded = fold(_RELATIVE.sub("", name).split(",")[0])
        return f"{folded}|anonymous"[: 2 * _KEEP_UNFOLDED]
    return fold(_RELATIVE.sub("", name).split(",")[0])


def is_courtesy(word: str) -> bool:
    return word.lower().strip(".") in COURTESY
