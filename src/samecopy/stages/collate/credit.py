"""Who the members credit: agencies and other outlets, by outlet, names brought together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import Article, Credit, PageSpan
from samecopy.stages.collate.forms import is_acronym
from samecopy.text.wordlists import listed
from samecopy.text.words import fold, words

_WEAK = listed("the agency news press wire service network group media and of with")

_GENERIC = listed(
    "agencies agency news press wire wires newswires service services reports staff reporters writers and"
    " with other the our own material agenturen agences agencias"
)


@dataclass(frozen=True, slots=True)
class Credited:
    """A body that members credit: its name as most often written (in full, where initials are written
    as well), the pages that credit it and where."""

    name: str
    pages: tuple[str, ...]
    outlets: tuple[str, ...]
    spans: tuple[PageSpan, ...]


def outlet_of(article: Article) -> str:
    """The key of a page's outlet; a page of an unknown one counts as its own."""
    return article.outlet.key or f"page {article.page}"


def name_of(article: Article) -> str:
    """How to call a page's outlet in a sentence."""
    return article.outlet.name or article.outlet.key or article.page


def credited(members: Sequence[Article], *, agency: bool) -> list[Credited]:
    """The bodies credited: named ones first, then most outlets first, then by name. Credits to oneself
    are left out."""
    agencies = [c.name for m in members for c in m.credits if c.agency]
    groups: list[tuple[list[str], list[tuple[Article, Credit]]]] = []
    for member in sorted(members, key=lambda m: m.page):
        for credit in member.credits:
            known = credit.agency or any(same_body(credit.name, name) for name in agencies)
            if known != agency or (not agency and is_self(member, credit.name)):
                continue
            for names, seen in groups:
                if any(same_body(name, credit.name) for name in names):
                    names.append(credit.name)
                    seen.append((member, credit))
                    break
            else:
                groups.append(([credit.name], [(member, credit)]))
    found = [_credited(names, seen) for names, seen in groups]
    return sorted(found, key=lambda c: (is_generic(c.name), -len(c.outlets), c.name))


def _credited(names: Sequence[str], seen: Sequence[tuple[Article, Credit]]) -> Credited:
    counts = Counter(names)
    full = [n for n in counts if any(is_acronym(_words(other), _words(n)) for other in counts)]
    name = min(full or counts, key=lambda n: (-counts[n], -len(n), n))
    return Credited(
        name,
        tuple(sorted({m.page for m, _ in seen})),
        tuple(sorted({outlet_of(m) for m, _ in seen})),
        tuple(sorted({PageSpan(m.page, c.span.begin, c.span.end) for m, c in seen if c.span is not None})),
    )


def same_body(a: str, b: str) -> bool:
    """Whether two names call one body: equal words, initials, or one the other's distinctive part.

    >>> same_body("Polar Wire Agency", "PWA"), same_body("Polar Wire", "Polar Wire Agency")
    (True, True)
    >>> same_body("Polar Wire", "Solar Wire"), same_body("News Agency", "Press Agency")
    (False, False)
    """
    first, second = _words(a), _words(b)
    if not first or not second:
        return False
    if first == second or is_acronym(first, second) or is_acronym(second, first):
        return True
    strong = [{w for w in side if w not in _WEAK} for side in (first, second)]
    return bool(strong[0] and strong[1]) and strong[0] == strong[1]


def same_name(a: str, b: str) -> bool:
    """Whether two names are equal in the words that tell bodies apart; initials do not count, for a
    person may have an agency's.

    >>> same_name("Polar Wire", "Polar Wire Agency"), same_name("PWA", "Per Wolf Aas")
    (True, False)
    """
    first, second = set(_words(a)), set(_words(b))
    strong = first - _WEAK
    return bool(first) and (first == second or (bool(strong) and strong == second - _WEAK))


def is_generic(name: str) -> bool:
    """Whether a credit names no body in particular, and so agrees with any.

    >>> is_generic("Staff and agencies"), is_generic("Polar Wire Agency")
    (True, False)
    """
    found = set(_words(name))
    return bool(found) and found <= _GENERIC


def _words(name: str) -> tuple[str, ...]:
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", name)
    return tuple(fold(span.of(plain)) for span in words(plain))


def is_self(member: Article, name: str) -> bool:
    """Whether a name is that of the page's own outlet, by its name or its domain's first label.

    A domain that is the name written together, or its initials, counts.
    """
    if member.outlet.name and same_body(member.outlet.name, name):
        return True
    label = member.outlet.key.split(".")[0]
    parts = _words(name)
    joined = "".join(parts)
    strong = "".join(w for w in parts if w not in _WEAK)
    return bool(label) and label.replace("-", "") in {joined, strong, joined.removeprefix("the")} - {""}
