"""Items of NewsML-G2 (IPTC), as agencies send them, and the XML that trafilatura writes."""

from collections.abc import Mapping

from lxml import etree

from samecopy.errors import UnreadablePage
from samecopy.sources.columns import Cell
from samecopy.sources.xmltext import child, local, markup_of, text_of, texts_of

_PARAGRAPHS = ("p", "hl2", "head", "item", "quote", "cell", "code", "ab")


def news_item(item: etree._Element) -> Mapping[str, Cell]:
    """Cells of a NewsML-G2 `newsItem`: its text is XHTML, NITF or plain text within `contentSet`. The
    published time is that of this version.

    Raises:
        UnreadablePage: `no_full_text`, as of a picture.
    """
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    body = _body(child(item, "contentSet"))
    if not any(body.values()):
        detail = (
            "The NewsML-G2 item holds no text of its own; nothing to mend if it is a picture or a package."
        )
        raise UnreadablePage("no_full_text", detail)
    guid = item.get("guid")
    provider = child(meta, "provider")
    created = text_of(child(meta, "versionCreated")) or text_of(child(content, "contentCreated"))
    return {
        "id": guid,
        "url": guid if guid and guid.startswith(("http://", "https://")) else None,
        "title": text_of(child(content, "headline")),
        "byline": text_of(child(content, "by")) or _names(content, "creator"),
        "published": created or text_of(child(meta, "firstCreated")),
        "outlet": _name(child(content, "infoSource")) or _name(provider),
        **body,
    }


def _body(content_set: etree._Element | None) -> dict[str, Cell]:
    inline = child(content_set, "inlineXML")
    if inline is not None:
        nitf = next((e for e in inline.iter() if local(e) == "body.content"), None)
        return {"text": _lines(nitf)} if nitf is not None else {"html": markup_of(inline)}
    data = child(content_set, "inlineData")
    if data is None:
        return {}
    return {"html" if "html" in data.get("contenttype", "") else "text": text_of(data)}


def _name(element: etree._Element | None) -> str | None:
    """What an element is called: by a name in it, by its literal, or by its code without the scheme."""
    if element is None:
        return None
    named = text_of(child(element, "name"))
    return named or element.get("literal") or element.get("qcode", "").rpartition(":")[2] or None


def _names(content: etree._Element | None, name: str) -> str | None:
    creators = [e for e in content if local(e) == name] if content is not None else []
    return texts_of(n for e in creators for n in e if local(n) == "name")


def trafilatura_doc(doc: etree._Element) -> Mapping[str, Cell]:
    """Cells of a `doc` as trafilatura writes it, metadata in its attributes."""
    return {
        "url": doc.get("url") or doc.get("source"),
        "outlet": doc.get("sitename") or doc.get("hostname"),
        "title": doc.get("title"),
        "byline": doc.get("author"),
        "published": doc.get("date"),
        "text": _lines(child(doc, "main")),
    }


def _lines(element: etree._Element | None) -> str | None:
    """Paragraphs as lines, a blank line between them."""
    if element is None:
        return None
    lines = [
        " ".join((text_of(e) or "").split())
        for e in element.iter()
        if local(e) in _PARAGRAPHS and not any(local(a) in _PARAGRAPHS for a in e.iterancestors())
    ]
    return "\n\n".join(line for line in lines if line) or text_of(element)
