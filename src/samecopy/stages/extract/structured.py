"""JSON-LD as publishers write it: decoded however broken, and the objects in it that are articles.

Which of its fields tells what of a page is `metadata.py`'s to say.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Reportage|Review|Recipe|WebPage|CreativeWork)$")
_WEAK_TYPES = frozenset(("WebPage", "CreativeWork", "Review", "Recipe"))
_TRAILING = re.compile(r",\s*(?=[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_FIELD = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')
_MAX_NODES = 5_000  # objects looked at in one page's JSON-LD

Json = dict[str, object]
"""One decoded object."""


def articles_in(parsed: Sequence[object]) -> list[Json]:
    """Objects of an article's type, the most telling first."""
    found = [node for script in parsed for node in _nodes(script)]
    return sorted(found, key=lambda node: (_kind(node) in _WEAK_TYPES, "headline" not in node))


def authors_in(parsed: Sequence[object], articles: Sequence[Json]) -> Iterator[str]:
    """Names of the first article object's authors that has any; one that is only pointed at (`@id`) is
    looked up among all objects."""
    for number, article in enumerate(articles):
        if number and _kind(article) in _WEAK_TYPES:
            continue  # the author of a review of something that the article mentions
        value = article.get("author") or article.get("creator")
        items = value if isinstance(value, list) else [value]
        pointed = [node for node in items if isinstance(node, dict) and "@id" in node and "name" not in node]
        known = _identified(parsed) if pointed else {}
        told = [known.get(text_of(node), node) if node in pointed else node for node in items]
        names = list(names_in([node for node in told if node not in pointed or known.get(text_of(node))]))
        if names:
            yield from names
            return


def _identified(parsed: Sequence[object]) -> dict[str, str]:
    """Names of the objects that have both a name and an `@id`."""
    found: dict[str, str] = {}
    for script in parsed:
        top = script.get("@graph", script) if isinstance(script, dict) else script
        for node in (top if isinstance(top, list) else [top])[:_MAX_NODES]:
            if isinstance(node, dict) and isinstance(node.get("name"), str) and "@id" in node:
                found.setdefault(text_of(node["@id"]), str(node["name"]))
    return found


def decoded(script: str) -> object:
    """JSON as publishers write it: in comments, with trailing commas, with raw line ends, cut off."""
    for attempt in range(3):
        try:
            parsed: object = msgspec.json.decode(script)
            return parsed
        except (msgspec.DecodeError, UnicodeError, RecursionError, ValueError):
            if attempt == 0:
                script = _CONTROL.sub(" ", _WRAPPING.sub("", script).strip().rstrip(";"))
            elif attempt == 1:
                script = _TRAILING.sub("", script)
    fields: dict[str, object] = {"@type": "Article"}
    for name, value in _FIELD.findall(script[:200_000]):
        fields.setdefault(name, value)
    return fields if len(fields) > 1 else None


def _nodes(parsed: object) -> Iterator[Json]:
    """Article-like objects anywhere in the data, breadth first."""
    queue: list[object] = [parsed]
    for position in range(_MAX_NODES):
        if position >= len(queue):
            return
        node = queue[position]
        if isinstance(node, list):
            queue.extend(node[:_MAX_NODES])
        elif isinstance(node, dict):
            if _ARTICLE.search(_kind(node)):
                yield node
            queue.extend(
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                if key in node
            )


def _kind(node: Json) -> str:
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = next((name for name in kind if isinstance(name, str) and _ARTICLE.search(name)), "")
    return kind.rsplit("/", 1)[-1] if isinstance(kind, str) else ""


def names_in(value: object) -> Iterator[str]:
    """Names in a JSON-LD value: a string, an object with a name, or a list of these."""
    items = value if isinstance(value, list) else [value]
    for item in items[:20]:
        if isinstance(item, dict):
            inner = item.get("name") or item.get("legalName") or item.get("url")
            item = inner[0] if isinstance(inner, list) and inner else inner
        if isinstance(item, str) and item.strip():
            yield " ".join(item.split())


def text_of(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or ""
    return str(value).strip() if isinstance(value, (str, bool, int)) else ""
