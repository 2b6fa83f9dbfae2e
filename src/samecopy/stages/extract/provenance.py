"""Credits that only the markup gives: creditText, copyrightHolder, isBasedOn, syndication-source, …

`metadata.py` reads the fields; the names that stand on the page are `credits.py`'s.
"""

from collections.abc import Iterable

from samecopy.records import Credit, Outlet
from samecopy.stages.extract.credits import credit, listed
from samecopy.stages.extract.outlets import registrable_domain

_SAYING = frozenset(
    ("creditText", "copyrightHolder", "isBasedOn", "syndication-source", "original-source", "canonical")
)


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


def _at(url: str) -> str:
    """Whose an address is: the agency of that name, or the domain.

    >>> _at("https://www.reuters.com/world/x"), _at("https://apnews.com/x"), _at("https://post.example/x")
    ('Reuters', 'AP', 'post.example')
    """
    domain = registrable_domain(url)
    label = domain.split(".")[0]
    forms = (f(part) for part in (label, label.removesuffix("news")) for f in (str.title, str.upper))
    return next((form for form in forms if listed(form)), domain)
