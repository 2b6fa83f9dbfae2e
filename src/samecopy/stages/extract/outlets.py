"""Who published a page: the outlet's key (registrable domain) and its name; titles without it."""

import importlib
import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import islice
from typing import Protocol
from urllib.parse import urlsplit

from samecopy.records import Outlet
from samecopy.text.letters import only_letters

_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]{1,2}\s+|\s*\|\s*")
_PART = re.compile(rf"{_SEPARATOR.pattern}|:\s+")
_MAX_PARTS = 8  # of a title: each is looked at on its own, and a page can make a title of nothing but bars
_MAX_NAME_WORDS = 5  # "The Norfeld Evening Post Online"; a longer tail is part of a headline


class _Name(Protocol):
    """A host name taken apart by the list of public suffixes."""

    top_domain_under_public_suffix: str


@cache
def _domains() -> Callable[[str], _Name]:
    """Takes host names apart by the list of suffixes that comes with the package: nothing is fetched,
    nothing is cached on disk."""
    # Imported when first needed: tldextract brings an HTTP client along, 50 ms at every start otherwise.
    extract: Callable[[str], _Name] = importlib.import_module("tldextract").TLDExtract(
        suffix_list_urls=(), cache_dir=None
    )
    return extract


@lru_cache(maxsize=4096)  # pure: hosts recur
def registrable_domain(url: str) -> str:
    """The domain under a public suffix, or the host itself (an IP, an intranet name), or "".

    >>> registrable_domain("https://www.news.example.co.uk/a")
    'example.co.uk'
    """
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").casefold()
    except ValueError:
        return ""
    if "." not in host:
        return host
    return _domains()(host).top_domain_under_public_suffix or host.removeprefix("www.")


def outlet_of(
    url: str | None, given: str | None, site: str | None, titles: tuple[str, ...], headline: str | None
) -> Outlet:
    """The outlet: key from the URL where known, else from the name; name as given, else as the page says."""
    name = given or _clean(site) or _suffix_name(titles, headline)
    domain = registrable_domain(url) if url else ""
    return Outlet(domain or " ".join((name or "").casefold().split()), name)


@lru_cache(maxsize=1024)  # what the markup calls a page, it says in several places; pure
def without_outlet(title: str, names: tuple[str | None, ...]) -> str:
    """A title without the outlet's name at its end (or head): "Bridge opens | Norfeld Post".

    `names` are the outlet's name, domain label, or other forms of it. Segments that hold one of them
    and little else go; others stay, for a headline may have a dash of its own.

    >>> without_outlet("Bridge opens - at last | Norfeld Post", ("Norfeld Post",))
    'Bridge opens - at last'
    """
    known = [only_letters(name) for name in names if name and len(only_letters(name)) > 1]
    kept = " ".join(title.split())
    for _ in range(3):
        matches = list(_SEPARATOR.finditer(kept))
        if not matches:
            break
        tail, head = kept[matches[-1].end() :], kept[: matches[0].start()]
        if _names_outlet(tail, known):
            kept = kept[: matches[-1].start()]
        elif _names_outlet(head, known):
            kept = kept[matches[0].end() :]
        else:
            break
    return kept.strip()


def segments(title: str) -> list[str]:
    """The parts of a document's title between separators, longest first; none if it has but one."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    return sorted(parts, key=len, reverse=True) if len(parts) > 1 else []


def heads(title: str) -> list[str]:
    """What stands before each separator or colon of a title.

    >>> heads("Floods: Bridge opens | Norfeld Post")
    ['Floods', 'Floods: Bridge opens']
    """
    return [title[:begin] for begin, _ in _parted(title) if begin]


def tails(title: str) -> list[str]:
    """What stands after each separator or colon of a title."""
    return [title[end:] for _, end in _parted(title) if end < len(title)]


@lru_cache(maxsize=1024)  # asked for beside every line that may be the headline; pure
def _parted(title: str) -> tuple[tuple[int, int], ...]:
    """Where the first separators and colons of a title begin and end."""
    return tuple(match.span() for match in islice(_PART.finditer(title), _MAX_PARTS))


def _names_outlet(segment: str, known: list[str]) -> bool:
    letters = only_letters(segment)
    if len(segment.split()) > _MAX_NAME_WORDS or not letters:
        return False
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", segment):
        return True
    return any(letters == name or (len(name) > 3 and (name in letters or letters in name)) for name in known)


def _suffix_name(titles: tuple[str, ...], headline: str | None) -> str | None:
    """What follows the headline in the document's title: "Bridge opens | Norfeld Post"."""
    for title in titles:
        parts = _SEPARATOR.split(title)
        if len(parts) < 2 or not headline:
            continue
        rest = title[len(headline) :] if title.startswith(headline) else ""
        tail = parts[-1].strip()
        if rest and tail in rest and 0 < len(tail.split()) <= _MAX_NAME_WORDS:
            return tail
    return None


def _clean(site: str | None) -> str | None:
    if not site or site.startswith(("http://", "https://", "@")):
        return None
    return " ".join(site.split())[:100]
