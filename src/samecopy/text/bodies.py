"""Whether two names call one body (an institution, a firm, an outlet), by their words alone.

Which words say only what kind of body it is ("agency", "press") the caller knows and passes as `common`.
"""

import re
from collections.abc import Collection

from samecopy.text.wordlists import listed
from samecopy.text.words import folded

Words = tuple[str, ...]

_LINKS = listed("the a an and of for in on at to von van der die das de la le les du des el los y et und")


def name_words(name: str) -> Words:
    """The words of a name, folded, its initials without points.

    >>> name_words("The U.N. Office")
    ('the', 'un', 'office')
    """
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", name)
    return tuple(folded(plain))


def is_acronym(short: Words, long: Words) -> bool:
    """Whether one word is the initials of several.

    >>> is_acronym(("wmo",), ("world", "meteorological", "organization"))
    True
    """
    if len(short) != 1 or len(long) < 2:
        return False
    initials = "".join(w[0] for w in long if w not in _LINKS)
    every = "".join(w[0] for w in long)
    return len(short[0]) > 1 and short[0] in (initials, every)


def same_body(a: str, b: str, common: Collection[str]) -> bool:
    """Whether two names call one body: equal words, initials, or the same but for common words.

    >>> common = {"agency", "wire"}
    >>> same_body("Polar Wire Agency", "PWA", common), same_body("Polar Wire", "Polar Agency", common)
    (True, True)
    >>> same_body("Polar Wire", "Solar Wire", common), same_body("The Wire", "Agency", common)
    (False, False)
    """
    first, second = name_words(a), name_words(b)
    if not first or not second:
        return False
    if first == second or is_acronym(first, second) or is_acronym(second, first):
        return True
    strong = [{w for w in side if w not in common} for side in (first, second)]
    return bool(strong[0]) and strong[0] == strong[1]


def maybe_same_body(a: str, b: str, common: Collection[str]) -> bool:
    """Whether two names may call one body: `same_body`, or all words of one are in the other.

    >>> maybe_same_body("Polar", "Polar Wire Oslo", {"wire"}), maybe_same_body("Polar", "Solar", {"wire"})
    (True, False)
    """
    first, second = set(name_words(a)), set(name_words(b))
    within = bool(first and second) and (first <= second or second <= first)
    return within or same_body(a, b, common)
