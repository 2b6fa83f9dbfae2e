"""What a page's markup says of itself: JSON-LD first, then OpenGraph and other meta elements.

Reads only; which source wins is decided here for each fact by order, from what publishers check most
to what templates fill in. Nothing given beside the page is known here (`read.py` lays it on top).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from samecopy.records import Dated
from samecopy.stages.extract.elements import Head
from samecopy.stages.extract.moments import in_utc, iso_moment, same_instant
from samecopy.stages.extract.structured import Json, articles_in, authors_in, decoded, names_in, text_of

_WRITTEN = re.compile(
    r"(?:written|verfasst|geschrieben|écrit|rédigé|escrito|scritto|geschreven|skriven|skrevet)\b"
    r"|(?:author|autore?|autorin|auteur|by|von|par|por|di|door|av|af)$",
    re.IGNORECASE,
)


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
    parsed = [decoded(script) for script in head.ld]
    articles = articles_in(parsed)
    main = articles[0] if articles else {}
    return Facts(
        headlines=tuple(_headlines(head, main)),
        published=_first_moment(_published(head, main)),
        modified=_first_moment(_modified(head, main)),
        authors=tuple(authors_in(parsed, articles)),
        named=tuple(_named_authors(head)),
        sites=tuple(_sites(head, main)),
        urls=tuple(_urls(head, main)),
        canonical=_link(head, "canonical"),
        section=next(names_in(main.get("articleSection")), None)
        or head.meta("article:section", "section", "parsely-section", "dc.subject.section"),
        credits=tuple(_credits(head, main)),
        free=all(text_of(article.get("isAccessibleForFree")).casefold() != "false" for article in articles),
        description=head.meta("og:description", "description", "twitter:description"),
    )


def _headlines(head: Head, main: Json) -> Iterator[str]:
    named = (
        text_of(main.get("headline")),
        head.meta("og:title"),
        head.meta("headline", "twitter:title", "dc.title", "parsely-title"),
    )
    for title in (*named, head.title):
        if title and title.strip():
            yield " ".join(html.unescape(title).split())  # JSON-LD has entities where none belong


def _published(head: Head, main: Json) -> Iterator[tuple[str, str]]:
    yield text_of(main.get("datePublished")), "json-ld datePublished"
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
    yield text_of(main.get("dateCreated")), "json-ld dateCreated"


def _modified(head: Head, main: Json) -> Iterator[tuple[str, str]]:
    yield text_of(main.get("dateModified")), "json-ld dateModified"
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
    publisher = next(names_in(main.get("publisher")), None)
    app = head.meta("application-name", "twitter:app:name:iphone", "dc.publisher")
    return (name for name in (head.meta("og:site_name"), publisher, app) if name)


def _urls(head: Head, main: Json) -> Iterator[str]:
    candidates = (
        _link(head, "canonical"),
        head.meta("og:url"),
        text_of(main.get("url")),
        text_of(main.get("mainEntityOfPage")),
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
        for name in names_in(main.get(field)):
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
