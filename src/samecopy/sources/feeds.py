"""Items of RSS 0.9x to 2.0, RSS 1.0 and Atom (RFC 4287) that carry the full text of their articles."""

from collections.abc import Mapping
from html import unescape

from lxml import etree

from samecopy.errors import UnreadablePage
from samecopy.sources.columns import Cell
from samecopy.sources.xmltext import child, local, markup_of, text_of, texts_of


def rss_item(item: etree._Element) -> Mapping[str, Cell]:
    """Cells of an RSS item. Its text is `content:encoded`; a `description` is a summary and is not taken.

    Raises:
        UnreadablePage: `no_full_text`.
    """
    guid = child(item, "guid")
    url = text_of(child(item, "origLink")) or text_of(child(item, "link"))
    if url is None and guid is not None and guid.get("isPermaLink", "true") == "true":
        url = text_of(guid)
    html = text_of(child(item, "encoded"))
    if html is None:
        raise _no_full_text(url)
    return {
        "id": url or text_of(guid),
        "url": url,
        "title": _plain(text_of(child(item, "title"))),
        "byline": texts_of(e for e in item if local(e) == "creator") or text_of(child(item, "author")),
        "published": text_of(child(item, "pubDate", "date", "published")),
        "outlet": text_of(child(item, "source")),
        "html": html,
    }


def atom_entry(entry: etree._Element) -> Mapping[str, Cell]:
    """Cells of an Atom entry. Its text is `content`; a `summary` is none.

    Raises:
        UnreadablePage: `no_full_text`.
    """
    links = [e for e in entry if local(e) == "link" and e.get("rel", "alternate") == "alternate"]
    url = links[0].get("href") if links else None
    content = child(entry, "content")
    body = {} if content is None or content.get("src") else _content(content)
    if not any(body.values()):
        raise _no_full_text(url)
    return {
        "id": url or text_of(child(entry, "id")),
        "url": url,
        "title": _plain(text_of(child(entry, "title"))),
        "byline": texts_of(
            name for e in entry if local(e) == "author" for name in e if local(name) == "name"
        ),
        "published": text_of(child(entry, "published", "issued", "updated")),
        "outlet": text_of(child(child(entry, "source"), "title")),
        **body,
    }


def _content(content: etree._Element) -> dict[str, Cell]:
    kind = content.get("type", "text")
    if kind in ("xhtml", "application/xhtml+xml"):
        return {"html": markup_of(content)}
    return {"html" if "html" in kind else "text": text_of(content)}


def _plain(title: str | None) -> str | None:
    """A title whose references were escaped twice, as many feeds do."""
    return unescape(title) if title and "&" in title else title


def _no_full_text(url: str | None) -> UnreadablePage:
    cure = f"Fetch the page: samecopy fetch {url} --into DIR." if url else "Fetch the page itself."
    return UnreadablePage("no_full_text", f"The feed gives no full text of this item. {cure}")
