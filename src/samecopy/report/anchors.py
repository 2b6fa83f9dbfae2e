"""Stable addresses inside the document, and which addresses outside it may become links.

    s1            a story          s1/A          a family, by its letter
    s1/A/p4       a collation row  s1/A/p4/3     the same row in the family's third column
    s1/A/p4/3/e1  an edit in it    s1/st3        a statement (e2 an event, f1 a figure)
    page/<id>     a page           page/<id>/p3  its paragraph 3 · page/<id>/120-164 a span of it

Page ids are percent-encoded, so that an address has no white space and needs no further encoding in
a link: a browser first looks for the fragment as it is written.
"""

from urllib.parse import quote, urlsplit

from samecopy.records import PageSpan


def page_anchor(page: str) -> str:
    """
    >>> page_anchor("a b.html")
    'page/a%20b.html'
    """
    return "page/" + quote(page, errors="backslashreplace")


def span_anchor(span: PageSpan) -> str:
    """
    >>> span_anchor(PageSpan("a.html", 3, 9))
    'page/a.html/3-9'
    """
    return f"{page_anchor(span.page)}/{span.begin}-{span.end}"


def within(story: str, item: str) -> str:
    """The address of a story's item, whether or not its id already names the story.

    >>> within("s1", "st3"), within("s1", "s1/st3")
    ('s1/st3', 's1/st3')
    """
    return item if item.startswith(story + "/") else f"{story}/{quote(item)}"


def outward(url: str | None) -> str | None:
    """`url` when it may become a link (an absolute http or https address), else None.

    >>> outward("https://example.org/a"), outward("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None or not url.isprintable() or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
