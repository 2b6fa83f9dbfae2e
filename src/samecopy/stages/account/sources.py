"""What kind of source a noun phrase names, and the key that equals share.

`resolve` finds which earlier phrase a pronoun or a short one stands for; this reads one phrase alone.
"""

import re

from samecopy.records import SourceType
from samecopy.stages.account.anonymity import ANONYMOUS
from samecopy.stages.account.grammar import DETERMINERS, PRONOUNS
from samecopy.stages.account.naming import (
    POSSESSIVE,
    RELATIVE,
    bare,
    fold,
    has_office,
    has_title,
    head_noun,
    names_a_body,
    person_name,
    words_of,
)
from samecopy.stages.account.offices import (
    DOCUMENT_PLURALS,
    DOCUMENTS,
    GOVERNMENTS,
    INSTITUTION_PLURALS,
    INSTITUTIONS,
    NOT_DOING,
    OFFICES,
    OFFICIAL_MODIFIERS,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
    PUBLIC_MODIFIERS,
    TITLES,
    UNNAMED_REPORTS,
)
from samecopy.stages.account.places import DEMONYMS, STATES, place_key

_ONE_OF = re.compile(
    r"(?:one|another|some|many|several|two|three) of (?:the |these |those |its |their )?(.+)$", re.I
)
_WHO = re.compile(r"\bwhos?e?\b")
_PERSONAL = re.compile(r"\b(?:he|she|his|her)\b")
_PLURAL_CAPITALS = frozenset(
    ["officials", "authorities", "police", "sources", "republicans", "democrats", "conservatives", "liberals"]
)
_KEEP_UNFOLDED = 64


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
    if (many := _ONE_OF.match(text)) is not None and (kind := one_of(head_noun(many.group(1)))) != "unknown":
        return kind
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
    if _named(words) and words[-1][:1].isupper():
        return "institution"
    return "anonymous_person" if _WHO.search(whole) or _does(head) else "unknown"


def _does(noun: str) -> bool:
    """A noun for who does something, by its ending: `welder`, `cellist`, `jurors`."""
    one = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    return len(one) > 4 and one.endswith(("er", "or", "ist", "man", "woman")) and one not in NOT_DOING


def one_of(plural: str) -> SourceType:
    """The type of one nameless person out of many (`sources`, `officials`)."""
    if plural in OFFICIAL_PLURALS:
        return "anonymous_official"
    return "anonymous_person" if plural in PEOPLE_PLURALS or plural == "sources" else "unknown"


def _nameless(words: list[str], text: str, head: str, anonymous: bool) -> SourceType | None:
    """Types of phrases whose head is a common noun for people."""
    capital_head = words[-1][:1].isupper() and len(words) > 1
    if capital_head and head not in _PLURAL_CAPITALS:
        return None
    modifiers = {word.lower() for word in words[:-1]} | set(text.lower().split())
    official = bool(modifiers & OFFICIAL_MODIFIERS) or any(
        place_key(w) in DEMONYMS | STATES for w in words[:-1]
    )
    if head in UNNAMED_REPORTS and not _possessed(text) and " by " not in f" {text} ":
        return "unnamed_reports"
    if head in ("sources", "insiders"):
        return "unnamed_officials" if official else "anonymous_person"
    if _the_police(words):
        return "institution"
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


def _the_police(words: list[str]) -> bool:
    """`police`, `the police`: the force as a body, not some of its officers."""
    return [word.lower() for word in words if word.lower() != "the"] == ["police"]


def _indefinite(text: str) -> bool:
    return text.split()[0].lower() in ("a", "an", "one", "another", "some", "senior", "several")


def _possessed(text: str) -> bool:
    return bool(POSSESSIVE.search(text))


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
    if head == "staff" and len(lowered) > 1:
        return "government" if set(lowered) & (OFFICIAL_MODIFIERS | PUBLIC_MODIFIERS) else None
    if (
        head in INSTITUTIONS
        or names_a_body(words)
        or (head in INSTITUTION_PLURALS and not words[-1][:1].isupper())
        or (words[-1].isupper() and len(words[-1]) > 1 and len(words) <= 2)
    ):
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
        folded = fold(RELATIVE.sub("", name).split(",")[0])
        return f"{folded}|anonymous"[: 2 * _KEEP_UNFOLDED]
    return fold(RELATIVE.sub("", name).split(",")[0])
