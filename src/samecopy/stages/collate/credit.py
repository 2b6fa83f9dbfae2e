"""Who the members credit: agencies and other outlets, by outlet, names brought together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import Article, Credit, PageSpan
from samecopy.settings import BODY_WORDS
from samecopy.text.bodies import is_acronym, name_words, same_body
from samecopy.text.wordlists import listed

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
            known = credit.agency or any(same_body(credit.name, name, BODY_WORDS) for name in agencies)
            if known != agency or (not agency and is_self(member, credit.name)):
                continue
            for names, seen in groups:
                if any(same_body(name, credit.name, BODY_WORDS) for name in names):
                    names.append(credit.name)
                    seen.append((member, credit))
                    break
            else:
                groups.append(([credit.name], [(member, credit)]))
    found = [_credited(names, seen) for names, seen in groups]
    return sorted(found, key=lambda c: (is_generic(c.name), -len(c.outlets), c.name))


def _credited(names: Sequence[str], seen: Sequence[tuple[Article, Credit]]) -> Credited:
    counts = Counter(names)
    full = [n for n in counts if any(is_acronym(name_words(other), name_words(n)) for other in counts)]
    name = min(full or counts, key=lambda n: (-counts[n], -len(n), n))
    return Credited(
        name,
        tuple(sorted({m.page for m, _ in seen})),
        tuple(sorted({outlet_of(m) for m, _ in seen})),
        tuple(sorted({PageSpan(m.page, c.span.begin, c.span.end) for m, c in seen if c.span is not None})),
    )


def same_name(a: str, b: str) -> bool:
    """Whether two names are equal in the words that tell bodies apart; initials do not count, for a
    person may have an agency's.

    >>> same_name("Polar Wire", "Polar Wire Agency"), same_name("PWA", "Per Wolf Aas")
    (True, False)
    """
    first, second = set(name_words(a)), set(name_words(b))
    strong = first - BODY_WORDS
    return bool(first) and (first == second or (bool(strong) and strong == second - BODY_WORDS))


def is_generic(name: str) -> bool:
    """Whether a credit names no body in particular, and so agrees with any.

    >>> is_generic("Staff and agencies"), is_generic("Polar Wire Agency")
    (True, False)
    """
    found = set(name_words(name))
    return bool(found) and found <= _GENERIC


def is_self(member: Article, name: str) -> bool:
    """Whether a name is that of the page's own outlet, by its name or its domain's first label.

    A domain that is the name written together, or its initials, counts.
    """
    if member.outlet.name and same_body(member.outlet.name, name, BODY_WORDS):
        return True
    label = member.outlet.key.split(".")[0]
    parts = name_words(name)
    joined = "".join(parts)
    strong = "".join(w for w in parts if w not in BODY_WORDS)
    return bool(label) and label.replace("-", "") in {joined, strong, joined.removeprefix("the")} - {""}
