"""Bylines: "By Jane Roe", "Jane Roe in Geneva", and what markup gives as author, made plain."""

import re
from collections.abc import Iterable

_NAME = r"[A-ZÀ-ÞА-ЯЁΑ-Ω][\w.'’-]*"
_NAMES = rf"{_NAME}(?: (?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|und|and|et|y|&) )*{_NAME}){{0,5}}"
_BY = re.compile(
    rf"^(?:(?:written|reported|story|posted|text|words) )?(?:by|von|par|por|di|door|av|af|tekst|автор|от"
    rf"|od|text)\b:?\s+(?P<names>{_NAMES}.*)$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"^(?:posted|published|updated|written|last updated|veröffentlicht)\b.{{0,60}}?\b(?:by|von"
    rf"|par)\b:? (?P<names>{_NAMES})",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"^(?P<names>{_NAME}(?: (?:(?:de|da|di|van|von|der|la|le|el|al|bin) )?{_NAME}){{1,3}}(?:,? (?:and|und"
    rf"|et|y|&) {_NAME}(?: {_NAME}){{1,3}})?)"
    r"(?:,? (?:in|for|für|à|en) [A-ZÀ-Þ][\w .'’-]{2,40}| ?[,|] ?[A-ZÀ-Þ][\w .&'’-]{2,50})?$"
)
_CUT = re.compile(
    r"\s*(?:[|•·]|\s[-–—]\s(?=\d)|\b(?:published|updated|posted|on)\b(?=.*\d)|\d{1,2}[:.]\d{2}|\bfollow\b"
    r"|\bemail\b|@|https?:|\bshare\b).*$",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"[,\s]*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)\w*\.? \d|\d{1,2} \w+ \d{4}|\d{4}-\d\d).*$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"https?://|www\.|^@|[<>{}]|^\d+$|^(?:admin|administrator|editor|webmaster|null|undefined|none|n/a"
    r"|user\d*)$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:by|von|par|por|di|door|av|af|автор:?|от)[:\s]+", re.IGNORECASE)

MAX_LENGTH = 120  # longer is a biography


def line_byline(text: str) -> str | None:
    """The names of a line that is a byline by its first word, else None.

    >>> line_byline("By Ada Voss and Per Lind"), line_byline("By noon the harbour was closed.")
    ('Ada Voss and Per Lind', None)
    """
    if len(text) > MAX_LENGTH or text[-1:] in ".!?":
        return None
    match = _BY.match(text) or _POSTED.match(text)
    if not match or not match.group("names")[0].isupper():
        return None
    return clean_byline(match.group("names"))


def plain_byline(text: str) -> str | None:
    """The names of a line that is nothing but names, perhaps with a place ("Ada Voss in Turin").

    Only where the line stands between headline and body does it mean a byline: the caller knows.
    """
    match = _PLAIN.match(text) if len(text) <= 70 else None
    return clean_byline(text) if match else None


def clean_byline(text: str) -> str | None:
    """Without "By", dates, addresses and calls to follow; None if nothing of a name is left."""
    cleaned = _DAYS.sub("", _CUT.sub("", _LEAD.sub("", " ".join(text.split())))).strip(" ,;|–—-·•")
    if not cleaned or len(cleaned) > MAX_LENGTH or _NOT_A_NAME.search(cleaned):
        return None
    return cleaned


def join_authors(authors: Iterable[str]) -> str | None:
    """Names of several elements as one byline, each once."""
    seen: dict[str, str] = {}
    for author in authors:
        cleaned = clean_byline(author)
        if cleaned and not any(cleaned.casefold() in known for known in seen):
            seen[cleaned.casefold()] = cleaned
    return ", ".join(seen.values())[: 2 * MAX_LENGTH] or None
