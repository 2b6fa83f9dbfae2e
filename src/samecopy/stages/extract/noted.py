"""What the tags say that `kernels.html` noted: the page's head, authors and moments, roles of elements."""

import html
import re
from typing import NamedTuple

from samecopy.stages.extract.elements import INLINE, ROLES, Head
from samecopy.stages.extract.line import Zone
from samecopy.stages.extract.tags import NAMES

_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>][^\s>]*)))?")
_AUTHOR = re.compile(r"(?:\b|_)(?:author|byline)(?:[-_]*(?:name|link|s))?\b", re.IGNORECASE)
_AUTHORS_PAGE = re.compile(r"/(?:authors?|autor(?:es|in|en)?|auteurs?|autori?)/[^/?#]")
_DATED = re.compile(r"\s*\d{4}-\d\d-\d\dT")  # hAtom: the moment stands in the title of an abbreviation
_LD = re.compile(r"application/(?:ld\+)?json", re.IGNORECASE)
_TIME_CHARS = 60  # "Published on Monday, 4 May 2031 at 9:30"

Attributes = dict[str, str]
"""What a tag says, by names in lower case."""


class Note(NamedTuple):
    """A noted tag, as `kernels.html.read` gives it."""

    tag: int
    begin: int
    end: int
    around: int
    number: int
    text_begin: int
    text_end: int


def read_notes(data: bytes, text: bytes, notes: list[Note]) -> tuple[Head, list[tuple[int, int]]]:
    """The head, and the zones that roles give to elements. `data` is the page, `text` its text."""
    head = Head()
    roles: list[tuple[int, int]] = []
    named = timed = 0  # where the text of the last author's name, of the last time ends
    for note in notes:
        tag = NAMES[note.tag]
        attributes = read_attributes(data[note.begin : note.end])
        if tag == "meta":
            _meta(head, attributes)
        elif tag == "link":
            head.links.append((attributes.get("rel", "").lower(), attributes.get("href", "")))
        elif tag == "script":
            if _LD.fullmatch(attributes.get("type", "").split(";")[0].strip()):
                head.ld.append(_decoded(data[note.text_begin : note.text_end]))
        elif tag == "title":
            head.title = head.title or _plain(data[note.text_begin : note.text_end])
        elif tag == "html":
            head.language = head.language or attributes.get("lang") or attributes.get("xml:lang")
        elif tag in INLINE:
            if _moment(head, tag, attributes, note.around) and note.text_begin >= timed:
                timed = _timed(head, attributes, note, text)
            if note.text_begin >= named and _names_author(tag, attributes):
                named = _named(head, note, text)
        else:
            roles.append((note.number, ROLES.get(attributes.get("role", ""), Zone.NONE)))
            if "itemprop" in attributes:
                _marked(head, attributes, note.around)
    return head, [role for role in roles if role[1]]


def read_attributes(tag: bytes) -> Attributes:
    """The attributes of a tag, the first of each name.

    >>> read_attributes(b' class="a b" hidden DATA-X=1 class=c')
    {'class': 'a b', 'hidden': '', 'data-x': '1'}
    """
    found: Attributes = {}
    for name, *values in _ATTRIBUTE.findall(_decoded(tag)):
        value = "".join(values)
        found.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    return found


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _plain(data: bytes) -> str:
    return " ".join(html.unescape(_decoded(data)).split())


def _meta(head: Head, attributes: Attributes) -> None:
    name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
    content = attributes.get("content")
    if name and content:
        _told(head, name.strip(), content)


def _told(head: Head, name: str, content: str) -> None:
    said = " ".join(content.split())
    if said:
        head.metas.setdefault(name.lower(), said)


def _moment(head: Head, tag: str, attributes: Attributes, around: int) -> bool:
    """Keeps what attributes say of a moment; whether one may stand in words only."""
    if tag == "time" or "itemprop" in attributes:
        _marked(head, attributes, around)
        told = "datetime" in attributes or "content" in attributes
        return not told and (tag == "time" or attributes["itemprop"].startswith("date"))
    if _DATED.match(attributes.get("title", "")) and "class" in attributes:
        head.times.append((attributes["title"].strip(), attributes["class"], around))
    return False


def _marked(head: Head, attributes: Attributes, around: int) -> None:
    if attributes.get("datetime"):
        head.times.append((attributes["datetime"].strip(), _marks(attributes), around))
    elif attributes.get("itemprop") and attributes.get("content"):
        _told(head, attributes["itemprop"], attributes["content"])


def _marks(attributes: Attributes) -> str:
    return " ".join(attributes.get(name, "") for name in ("itemprop", "class", "pubdate"))


def _timed(head: Head, attributes: Attributes, note: Note, text: bytes) -> int:
    """A time that stands in words only."""
    said = _plain(text[note.text_begin : note.text_end]) if note.text_end > 0 else ""
    if said and len(said) <= _TIME_CHARS:
        head.times.append((said, _marks(attributes), note.around))
    return note.text_end


def _named(head: Head, note: Note, text: bytes) -> int:
    said = _plain(text[note.text_begin : note.text_end]) if note.text_end > 0 else ""
    if said:
        head.authors.append((said, note.around))
    return note.text_end


def _names_author(tag: str, attributes: Attributes) -> bool:
    if "author" in (attributes.get("rel"), attributes.get("itemprop")):
        return True
    if _AUTHOR.search(attributes.get("class", "")):
        return True
    return tag == "a" and bool(_AUTHORS_PAGE.search(attributes.get("href", "")))
