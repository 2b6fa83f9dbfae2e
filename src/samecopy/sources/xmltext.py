"""Small questions to XML elements, asked by local names, for namespaces differ from feed to feed."""

from collections.abc import Iterable

from lxml import etree


def local(element: etree._Element) -> str:
    """The name without its namespace; "" of what has no name (an entity reference).

    >>> local(etree.fromstring('<a:b xmlns:a="urn:a"/>'))
    'b'
    """
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child that bears the first of the names that any bears."""
    if element is None:
        return None
    for name in names:
        for candidate in element:
            if local(candidate) == name:
                return candidate
    return None


def text_of(element: etree._Element | None) -> str | None:
    """All text below an element, stripped; None where there is none."""
    if element is None:
        return None
    return "".join(element.itertext()).strip() or None


def texts_of(elements: Iterable[etree._Element]) -> str | None:
    """The texts of several elements, a comma between them."""
    return ", ".join(text for text in map(text_of, elements) if text) or None


def markup_of(element: etree._Element) -> str:
    """What stands inside an element, as HTML without namespaces."""
    for inner in element.iter():
        if isinstance(inner.tag, str):
            inner.tag = local(inner)
    etree.cleanup_namespaces(element)
    parts = [element.text or ""]
    parts += [etree.tostring(part, encoding="unicode", method="html") for part in element]
    return "".join(parts)
