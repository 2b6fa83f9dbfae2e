"""Credits that only the markup gives: creditText, copyrightHolder, isBasedOn, syndication-source, …

`metadata.py` reads the fields; the names that stand on the page are `credits.py`'s.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from samecopy.records import Credit, Outlet
from samecopy.stages.extract.credits import credit, is_agency, listed
from samecopy.stages.extract.outlets import registrable_domain, tails
from samecopy.text.letters import only_letters

_SAYING = frozenset(
    ("creditText", "copyrightHolder", "isBasedOn", "syndication-source", "original-source", "canonical")
)

_SHORT_LABEL = 3  # letters that may stand inside any name: "ap", "tt"


def markup_credits(pairs: Iterable[tuple[str, str]], outlet: Outlet) -> list[Credit]:
    """Credits of metadata, as (field, name). Fields that any page fills in count only for agencies; an
    address credits whom its domain belongs to."""
    found: list[Credit] = []
    for where, name in pairs:
        address = where == "canonical" or name.startswith(("http:", "https:"))
        body = _at(name) if address else name
        one = credit(body, "markup", f"{where}: {name}", None, outlet)
        if one.name and (one.agency or (where in _SAYING and body != outlet.key)):
            found.append(one)
    return found


def own_address(urls: Sequence[str], sites: Sequence[str], title: str) -> str | None:
    """The first of the addresses that a page's markup gives for it. One at an agency's domain is its own only
    where the site's names say so, or, if no address is elsewhere, the end of the document's title, or nothing
    says another thing.

    >>> own_address(("https://www.reuters.com/x", "https://post.example/x"), ("Norfeld Post",), "")
    'https://post.example/x'
    >>> own_address(("https://www.reuters.com/x",), ("World",), "Bridge opens | Reuters")
    'https://www.reuters.com/x'
    """
    others = [url for url in urls if not listed(_at(url))]
    first = next(iter(urls), None)
    if not first or first in others or any(_names(site, first) for site in sites):
        return first
    named = not sites or any(_names(end, first) for end in tails(title)[-1:])
    return next(iter(others), first if named else None)


def _names(site: str, url: str) -> bool:
    """Whether a site's name is that of the agency whose address it gives, or of its host."""
    if is_agency(site) or _at(url).casefold() in site.casefold().split():
        return True
    name, label = only_letters(site), only_letters(registrable_domain(url).split(".")[0])
    among = len(label) > _SHORT_LABEL and label in name
    return among or (len(name) > _SHORT_LABEL and name in only_letters(urlsplit(url).hostname or ""))


def _at(url: str) -> str:
    """Whose an address is: the agency of that name, or the domain.

    >>> _at("https://www.reuters.com/world/x"), _at("https://apnews.com/x"), _at("https://post.example/x")
    ('Reuters', 'AP', 'post.example')
    """
    domain = registrable_domain(url)
    label = domain.split(".")[0]
    forms = (f(part) for part in (label, label.removesuffix("news")) for f in (str.title, str.upper))
    return next((form for form in forms if listed(form)), domain)
