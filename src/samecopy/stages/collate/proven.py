"""Credits that only the family makes sure of: a name proved an agency's on one page counts on the others.

"Halden / Evening Post" or "Halden" alone under an article names an agency or a person, a place, a
section: one page cannot tell. Where another page of the same copy has "TORVIK (Halden) —", it can.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from samecopy.records import Article, Credit, Span
from samecopy.stages.collate.credit import is_generic, is_self, same_name

_PARTS = re.compile(r"\s*(?:[/,;|&()·]|\s[-–—]\s|\band\b|\bfor\b)\s*")
_LEAD = re.compile(r"^(?:by|with|from|sources?:|additional reporting by)\s+", re.IGNORECASE)
_MARKS = " ()[]—–-.*"
_ASIDE = frozenset(
    ("links", "related", "navigation", "tags", "sharing", "comments", "caption", "credit_line")
)
_MAX_WORDS = 12  # a longer line is a sentence
_NEAR = 600  # characters around the body in which a line may credit it


def with_proven(members: Sequence[Article]) -> list[Article]:
    """The members, each with the credits to agencies that another member's dateline or credit proves.

    A name counts where it stands as a credit of another kind, in the byline, or alone on the last
    body line or on a line near the body. A page's own outlet is no credit.
    """
    names = sorted({c.name for m in members for c in m.credits if c.agency and not is_generic(c.name)})
    return [_proven(member, [n for n in names if not is_self(member, n)]) for member in members]


def _proven(member: Article, names: Sequence[str]) -> Article:
    credits_ = [
        replace(c, agency=True)
        if not c.agency and _named(c.name, names) and not is_self(member, c.name)
        else c
        for c in member.credits
    ]
    known = [c.name for c in credits_ if c.agency]
    for stretch in _places(member):
        text = stretch.text
        parts = [part.strip(_MARKS) for part in _PARTS.split(_LEAD.sub("", text.strip(_MARKS)))]
        found = [n for n in parts if _named(n, names) and not is_self(member, n)]
        alone = all(n in found or is_self(member, n) or is_generic(n) for n in parts if n)
        for name in found if stretch.byline or alone else ():
            if not _named(name, known):
                kind: Literal["byline", "sign_off"] = "byline" if stretch.byline else "sign_off"
                credits_.append(Credit(name, True, kind, text, stretch.span))
                known.append(name)
    return replace(member, credits=tuple(credits_))


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    span: Span | None
    byline: bool


def _places(member: Article) -> Iterator[_Stretch]:
    """Where a name may stand: the byline, the last paragraph, and short lines near the body."""
    lines = [f for f in member.furniture if f.why not in _ASIDE and f.why != "zone:nav"]
    if member.byline:
        spans = [f.span for f in lines if f.why == "byline" and member.byline in f.span.of(member.text)]
        yield _Stretch(member.byline, spans[0] if spans else None, True)
    if not member.paragraphs:
        return
    first, last = member.paragraphs[0].span, member.paragraphs[-1].span
    near = [f.span for f in lines if first.begin - _NEAR <= f.span.begin <= last.end + _NEAR]
    for span in (last, *near):
        text = span.of(member.text)
        if len(text.split()) <= _MAX_WORDS:
            yield _Stretch(text, span, False)


def _named(name: str, names: Sequence[str]) -> bool:
    return any(same_name(name, other) for other in names)
