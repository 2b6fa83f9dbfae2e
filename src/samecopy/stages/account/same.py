"""Whether two sources in different reports are one entity, as far as their names tell.

Surely one: equal names of persons, a body's longer and shorter name, a body and who speaks for it. Maybe
one: an anonymous or unnamed source and anybody else.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from samecopy.records import Source
from samecopy.stages.account.naming import head_noun, person_name
from samecopy.text.words import fold, folded, words

NOBODY = frozenset({"unnamed_reports", "unknown"})
_NAMED = frozenset({"named_person", "named_official"})
_BODIES = frozenset({"institution", "government", "document"})
_LINKS = frozenset(("the", "a", "an", "of", "for", "in", "at", "its", "his", "her", "their", "and", "s"))
_NOT_A_BODY = frozenset(("official", "officials", "sources", "source", "people", "aides"))
_NAMES = 4096  # names of one story kept taken apart: each source meets many others
_SPEAKS = re.compile(r"\bspokes\w+", re.IGNORECASE)


def same_source(a: Source, b: Source) -> bool:
    """Whether two sources are surely one entity.

    >>> board = Source("", "the port board", "port board", "institution")
    >>> ann = Source("", "Ann Low, a spokeswoman for the port board", "ann low", "named_official")
    >>> same_source(board, ann)
    True
    """
    if a.type in _NAMED and b.type in _NAMED:
        return _one_name(a.name, b.name)
    if a.type in _BODIES and b.type in _BODIES:
        return _within(_folded(a.name), _folded(b.name))
    if a.type in _NAMED and b.type in _BODIES:
        return _speaks_for(a, b)
    if a.type in _BODIES and b.type in _NAMED:
        return _speaks_for(b, a)
    if a.type == b.type == "unnamed_officials":
        nouns = head_noun(a.name), head_noun(b.name)
        return nouns[0] == nouns[1] and nouns[0] not in _NOT_A_BODY
    return a.type == b.type and a.type in NOBODY


def nameless(source: Source) -> bool:
    """Whether a source may be anybody: another report's anonymous official, or a person named there.

    >>> nameless(Source("", "an official", "official", "anonymous_official"))
    True
    """
    return source.type not in _NAMED | _BODIES


def distinct(sources: Iterable[Source]) -> list[Source]:
    """The first of each set of sources that are surely one."""
    given: Sequence[Source] = list(sources)
    roots = list(range(len(given)))
    for j in range(len(given)):
        for i in range(j):
            if roots[i] != roots[j] and same_source(given[i], given[j]):
                old, new = max(roots[i], roots[j]), min(roots[i], roots[j])
                roots = [new if root == old else root for root in roots]
    return [given[i] for i in sorted(set(roots))]


def _speaks_for(person: Source, body: Source) -> bool:
    """ "Ann Low, a spokeswoman for the port board" and "the port board"; "its spokesman" and any body."""
    own = _folded(person_name(person.name) or person.key)
    about, whose = _folded(person.name) - own, _folded(body.name)
    if whose and (whose <= about or whose <= own):
        return True
    return bool(_SPEAKS.search(person.name)) and all(_SPEAKS.match(word) for word in about - _LINKS)


def _one_name(a: str, b: str) -> bool:
    """`Jane Roe` and `Minister Jane Roe`, or the same surname with nothing against it."""
    left, right = _name_words(a), _name_words(b)
    return bool(left and right) and left[-1] == right[-1] and _within(frozenset(left), frozenset(right))


@lru_cache(maxsize=_NAMES)
def _name_words(name: str) -> tuple[str, ...]:
    bare = _bare_name(name)
    return tuple(fold(w.of(bare)) for w in words(bare) if bare[w.begin].isupper())


def _bare_name(name: str) -> str:
    """The person's own name: in an apposition that names one (`the mayor, Jo Pell`), else in the phrase."""
    for part in name.split(","):
        found = person_name(part.strip()) if part.strip() else ""
        if len(found.split()) > 1:
            return found
    return person_name(name) or name


def _within(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and (left <= right or right <= left)


@lru_cache(maxsize=_NAMES)
def _folded(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in folded(name)) - _LINKS
