"""What a page's markup says of itself: JSON-LD first, then OpenGraph and other meta elements.

Reads only; which source wins is decided here for each fact by order, from what publishers check most
to what templates fill in. Nothing given beside the page is known here (`read.py` lays it on top).
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from samecopy.records import Dated
from samecopy.stages.extract.elements import Head
from samecopy.stages.extract.moments import in_utc, iso_moment, same_instant

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Reportage|Review|WebPage|CreativeWork)$")
_WEAK_TYPES = frozenset(("WebPage", "CreativeWork", "Review"))
_TRAILING = re.compile(r",\s*(?=[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_FIELD = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')
_WRITTEN = re.compile(
    r"(?:written|verfasst|geschrieben|écrit|rédigé|escrito|scritto|geschreven|skriven|skrevet)\b"
    r"|(?:author|autore?|autorin|auteur|by|von|par|por|di|door|av|af)$",
    re.IGNORECASE,
)
_MAX_NODES = 5_000  # objects looked at in one page's JSON-LD

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of the markup, each None or empty where the page does not say. `authors` are JSON-LD's,
    `named` those of meta elements, `sites` the site's names, `urls` the page's addresses, the surest of
    each first."""

    headlines: tuple[str, ...]
    published: Dated | None
    modified: Dated | None
    authors: tuple[str, ...]
    named: tuple[str, ...]
    sites: tuple[str, ...]
    urls: tuple[str, ...]
    canonical: str | None
    section: str | None
    credits: tuple[tuple[str, str], ...]
    free: bool
    description: str | None


def read_facts(head: Head) -> Facts:
    """Facts of one page's head and structured data."""
    parsed = [_parse(script) for script in head.ld]
    articles = _articles(parsed)
    main = articles[0] if articles else {}
    return Facts(
        headlines=tuple(_headlines(head, main)),
        published=_first_moment(_published(head, main)),
        modified=_first_moment(_modified(head, main)),
        authors=tuple(_authors(parsed, articles)),
        named=tuple(_named_authors(head)),
        sites=tuple(_sites(head, main)),
        urls=tuple(_urls(head, main)),
        canonical=_link(head, "canonical"),
        section=next(_names(main.get("articleSection")), None)
        or head.meta("article:section", "section", "parsely-section", "dc.subject.section"),
        credits=tuple(_credits(head, main)),
        free=all(_text(article.get("isAccessibleForFree")).casefold() != "false" for article in articles),
        description=head.meta("og:description", "description", "twitter:description"),
    )


def _headlines(head: Head, main: Json) -> Iterator[str]:
    named = (
        _text(main.get("headline")),
        head.meta("og:title"),
        head.meta("headline", "twitter:title", "dc.title", "parsely-title"),
    )
    for title in (*named, head.title):
        if title and title.strip():
            yield " ".join(html.unescape(title).split())  # JSON-LD has entities where none belong


def _published(head: Head, main: Json) -> Iterator[tuple[str, str]]:
    yield _text(main.get("datePublished")), "json-ld datePublished"
    names = (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "article.published",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "date",
        "article_date_original",
        "rnews:datepublished",
        "bt:pubdate",
        "cxenseparse:recs:publishtime",
        "originalpublicationdate",
        "article:published",
        "dcterms.issued",
        "dcterms.date",
        "dc.date.created",
        "citation_publication_date",
        "pub_date",
        "weibo:article:create_at",
    )
    for name in names:
        yield head.meta(name) or "", f"meta {name}"
    yield _text(main.get("dateCreated")), "json-ld dateCreated"


def _modified(head: Head, main: Json) -> Iterator[tuple[str, str]]:
    yield _text(main.get("dateModified")), "json-ld dateModified"
    for name in (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "article:updated_time",
        "last-modified",
        "dcterms.modified",
    ):
        yield head.meta(name) or "", f"meta {name}"


def _first_moment(candidates: Iterator[tuple[str, str]]) -> Dated | None:
    """The first that can be read; of two forms of one moment the one with the place's own offset, for
    its day is the day that readers saw."""
    first: Dated | None = None
    for value, evidence in candidates:
        moment = iso_moment(value) if value else None
        if moment and first is None:
            first = Dated(moment, evidence)
            if not in_utc(moment):
                return first
        elif moment and first and not in_utc(moment) and same_instant(moment, first.value):
            return Dated(moment, evidence)
    return first


def _named_authors(head: Head) -> Iterator[str]:
    for name in (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "sailthru.author",
        "byl",
        "cse_author",
        "dcterms.creator",
        "citation_author",
        "twitter:creator:name",
    ):
        content = head.meta(name)
        if content and not content.startswith(("http:", "https:", "/")):
            yield content
    for number in "12":  # what a shared link shows in two labelled fields
        label, content = head.meta(f"twitter:label{number}"), head.meta(f"twitter:data{number}")
        if label and content and _WRITTEN.match(label):
            yield content


def _sites(head: Head, main: Json) -> Iterator[str]:
    publisher = next(_names(main.get("publisher")), None)
    app = head.meta("application-name", "twitter:app:name:iphone", "dc.publisher")
    return (name for name in (head.meta("og:site_name"), publisher, app) if name)


def _urls(head: Head, main: Json) -> Iterator[str]:
    candidates = (
        _link(head, "canonical"),
        head.meta("og:url"),
        _text(main.get("url")),
        _text(main.get("mainEntityOfPage")),
    )
    return (url for url in candidates if url and url.startswith(("http://", "https://")))


def _link(head: Head, rel: str) -> str | None:
    return next((href.strip() for name, href in head.links if rel in name.split() and href.strip()), None)


def _credits(head: Head, main: Json) -> Iterator[tuple[str, str]]:
    for field in (
        "creditText",
        "copyrightHolder",
        "isBasedOn",
        "sourceOrganization",
        "provider",
        "author",
        "contributor",
    ):
        for name in _names(main.get(field)):
            yield field, name
    for name in (
        "syndication-source",
        "original-source",
        "copyright",
        "dc.rights",
        "source",
        "dc.source",
        "author",
        "article:author",
        "agency",
    ):
        content = head.meta(name)
        if content:
            yield name, content
    source = _link(head, "syndication-source")
    if source:
        yield "syndication-source", source


def _articles(parsed: Sequence[object]) -> list[Json]:
    """Objects of an article's type, the most telling first."""
    found = [node for script in parsed for node in _nodes(script)]
    return sorted(found, key=lambda node: (_kind(node) in _WEAK_TYPES, "headline" not in node))


def _authors(parsed: Sequence[object], articles: Sequence[Json]) -> Iterator[str]:
    """Names of the first article object's authors that has any; one that is only pointed at (`@id`) is
    looked up among all objects."""
    for number, article in enumerate(articles):
        if number and _kind(article) in _WEAK_TYPES:
            continue  # the author of a review of something that the article mentions
        value = article.get("author") or article.get("creator")
        items = value if isinstance(value, list) else [value]
        pointed = [node for node in items if isinstance(node, dict) and "@id" in node and "name" not in node]
        known = _identified(parsed) if pointed else {}
        told = [known.get(_text(node), node) if node in pointed else node for node in items]
        names = list(_names([node for node in told if node not in pointed or known.get(_text(node))]))
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
                found.setdefault(_text(node["@id"]), str(node["name"]))
    return found


def _parse(script: str) -> object:
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


def _names(value: object) -> Iterator[str]:
    """Names in a JSON-LD value: a string, an object with a name, or a list of these."""
    items = value if isinstance(value, list) else [value]
    for item in items[:20]:
        if isinstance(item, dict):
            inner = item.get("name") or item.get("legalName") or item.get("url")
            item = inner[0] if isinstance(inner, list) and inner else inner
        if isinstance(item, str) and item.strip():
            yield " ".join(item.split())


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or ""
    return str(value).strip() if isinstance(value, (str, bool, int)) else ""
