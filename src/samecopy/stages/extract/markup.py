"""HTML bytes to page text: all visible text, one line per block, and what the markup says beside it.

One pass over the parser's events (libxml2 through lxml, in target mode): no tree is built, so depth
costs nothing and a page nested 100,000 deep is read like any other. On 181 real pages taking these
events alone ran at 732 pages per CPU-second, walking a resiliparse tree at 140.

Not here: what the lines mean (`body.py`), what the head says (`metadata.py`).
"""

import re
from dataclasses import dataclass

from lxml import etree

from samecopy.records import Span
from samecopy.stages.extract.elements import INLINE, ROLES, SKIPPED, ZONES, Elements, Head
from samecopy.stages.extract.line import Line, Zone

_VOID = frozenset(("br", "meta", "link"))
_NAMING = ("class", "id", "itemprop", "data-testid")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:\b|_)(?:author|byline)(?:[-_]*(?:name|link|s))?\b", re.IGNORECASE)
_AUTHORS_PAGE = re.compile(r"/(?:authors?|autor(?:es|in|en)?|auteurs?|autori?)/[^/?#]")
_DATED = re.compile(r"\s*\d{4}-\d\d-\d\dT")  # hAtom: the moment stands in the title of an abbreviation
_LD = re.compile(r"application/(?:ld\+)?json", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟]['\"”’»)\]]*$")

_TIME_CHARS = 60  # "Published on Monday, 4 May 2031 at 9:30"
_MAX_EVENTS = 300_000  # pieces of text; a page of a million "<" signs is cut here
_OVERLONG = 50_000
_OVERLONG_TAG = re.compile(
    rf"<[^<>]{{{_OVERLONG},}}>?"
)  # a picture in a tag, or an attack on attribute lists


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: `text` is the page text that all spans of `lines` point into."""

    text: str
    lines: tuple[Line, ...]
    elements: Elements
    head: Head


class _Enough(Exception):
    """The page has more pieces than any page of news; what was read so far is kept."""


class _Reader:
    """Parser target: collects blocks of text as the events come in."""

    def __init__(self) -> None:
        self.head = Head()
        self.parents: list[int] = []
        self.tags: list[str] = []
        self.names: list[str] = []
        self.zones: list[int] = []
        self.blocks: list[tuple[str, int, int, int, bool]] = []
        self._current = -1
        self._zone: int = Zone.NONE
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._skip = 0
        self._ld: list[str] | None = None
        self._title: list[str] | None = None
        self._author: tuple[str, int] | None = None
        self._time: tuple[str, str, int] | None = None
        self._breaks = 0
        self._budget = _MAX_EVENTS

    def start(self, tag: str, attrib: dict[str, str]) -> None:
        if self._skip:
            self._skip += 1
            return
        if tag in SKIPPED:
            self._skip = 1
            self._begin_skipped(tag, attrib)
        elif tag in INLINE:
            self._begin_inline(tag, attrib)
        elif tag == "br":
            self._break()
        elif tag == "meta":
            self._meta(attrib)
        elif tag == "link":
            self.head.links.append((attrib.get("rel", "").lower(), attrib.get("href", "")))
        else:
            self._begin_block(tag, attrib)

    def end(self, tag: str) -> None:
        if self._skip:
            self._skip -= 1
            if not self._skip:
                self._end_skipped()
        elif tag in INLINE:
            self._end_inline(tag)
        elif tag not in _VOID and self._current >= 0:
            if self._parts:
                self._flush(True)
            self._current = self.parents[self._current]
            self._zone = self.zones[self._current] if self._current >= 0 else Zone.NONE

    def data(self, data: str) -> None:
        self._budget -= 1
        if self._budget < 0:
            raise _Enough
        if self._skip:
            if self._ld is not None:
                self._ld.append(data)
            elif self._title is not None:
                self._title.append(data)
            return
        self._parts.append(data)
        if self._breaks and not data.isspace():
            self._breaks = 0
        if self._links:
            self._linked += len(data) if data[:1] != "\n" else len(data.strip())

    def close(self) -> None:
        self._flush(True)

    def _begin_skipped(self, tag: str, attrib: dict[str, str]) -> None:
        if tag == "script" and _LD.fullmatch(attrib.get("type", "").split(";")[0].strip()):
            self._ld = []
        elif tag == "title" and not self.head.title:
            self._title = []

    def _end_skipped(self) -> None:
        if self._ld is not None:
            self.head.ld.append("".join(self._ld))
            self._ld = None
        if self._title is not None:
            self.head.title = " ".join("".join(self._title).split())
            self._title = None

    def _begin_inline(self, tag: str, attrib: dict[str, str]) -> None:
        if tag == "a":
            self._links += 1
        if not attrib:
            return
        if "hidden" in attrib or ("style" in attrib and _UNSEEN.search(attrib["style"])):
            if tag == "a":
                self._links -= 1
            if tag not in ("img", "input", "wbr"):
                self._skip = 1
            return
        if tag == "time" or "itemprop" in attrib:
            self._marked(attrib)
            if self._time is None and "datetime" not in attrib and "content" not in attrib:
                self._wordy(tag, attrib)
        elif "title" in attrib and _DATED.match(attrib["title"]) and "class" in attrib:
            self.head.times.append((attrib["title"].strip(), attrib["class"], self._current))
        if self._author is None and _names_author(tag, attrib):
            self._author = (tag, len(self._parts))

    def _end_inline(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._links -= 1
        if self._author is not None and self._author[0] == tag:
            text = " ".join("".join(self._parts[self._author[1] :]).split())
            if text:
                self.head.authors.append((text, self._current))
            self._author = None
        if self._time is not None and self._time[0] == tag:
            text = " ".join("".join(self._parts[self._time[2] :]).split())
            if text and len(text) <= _TIME_CHARS:
                self.head.times.append((text, self._time[1], self._current))
            self._time = None

    def _wordy(self, tag: str, attrib: dict[str, str]) -> None:
        """A time that stands in words only."""
        name = attrib.get("itemprop", "")
        if tag == "time" or name.startswith("date"):
            self._time = (
                tag,
                f"{name} {attrib.get('class', '')} {attrib.get('pubdate', '')}",
                len(self._parts),
            )

    def _marked(self, attrib: dict[str, str]) -> None:
        if attrib.get("datetime"):
            names = f"{attrib.get('itemprop', '')} {attrib.get('class', '')} {attrib.get('pubdate', '')}"
            self.head.times.append((attrib["datetime"].strip(), names, self._current))
        elif attrib.get("itemprop") and attrib.get("content"):
            self.head.metas.append((attrib["itemprop"].lower(), " ".join(attrib["content"].split())))

    def _meta(self, attrib: dict[str, str]) -> None:
        name = attrib.get("property") or attrib.get("name") or attrib.get("itemprop")
        content = attrib.get("content")
        if name and content:
            self.head.metas.append((name.strip().lower(), " ".join(content.split())))

    def _begin_block(self, tag: str, attrib: dict[str, str]) -> None:
        if self._parts:
            self._flush(True)
        zone = self._zone | ZONES.get(tag, Zone.NONE)
        names = ""
        if attrib:
            if tag == "html":
                self.head.language = attrib.get("lang") or attrib.get("xml:lang")
            zone |= ROLES.get(attrib.get("role", ""), Zone.NONE)
            if "hidden" in attrib or ("style" in attrib and _UNSEEN.search(attrib["style"])):
                zone |= Zone.HIDDEN
            if "itemprop" in attrib:
                self._marked(attrib)
            if "class" in attrib and len(attrib) == 1:
                names = attrib["class"]
            else:
                names = " ".join([attrib[key] for key in _NAMING if key in attrib])
        self.parents.append(self._current)
        self.tags.append(tag)
        self.names.append(names)
        self._current = len(self.zones)
        self.zones.append(zone)
        self._zone = zone

    def _break(self) -> None:
        """Two breaks end a line; one does so after a full sentence, else it is white space."""
        self._breaks += 1
        if self._breaks > 1 or _SENTENCE_END.search("".join(self._parts[-3:]).rstrip()[-5:]):
            self._flush(self._breaks > 1)
        else:
            self._parts.append(" ")

    def _flush(self, spaced: bool) -> None:
        text = " ".join("".join(self._parts).split())
        if text:
            self.blocks.append((text, self._current, self._zone, self._linked, spaced))
            self._breaks = 0
        self._parts.clear()
        self._author = self._time = None
        self._linked = 0


def _names_author(tag: str, attrib: dict[str, str]) -> bool:
    if "author" in (attrib.get("rel"), attrib.get("itemprop")):
        return True
    names = attrib.get("class", "").lower()
    if ("author" in names or "byline" in names) and _AUTHOR.search(names):
        return True
    return tag == "a" and "/aut" in attrib.get("href", "") and bool(_AUTHORS_PAGE.search(attrib["href"]))


def harmless(html: str) -> str:
    """A document without zero characters and without tags so long that parsers take minutes."""
    cleaned = html.replace("\0", "")
    return _OVERLONG_TAG.sub("", cleaned) if _may_have_overlong(cleaned) else cleaned


def _may_have_overlong(html: str) -> bool:
    """Whether some stretch as long as an overlong tag has no ">" in it. Looks at a few places only."""
    at = 0
    while len(html) - at > _OVERLONG:
        at = html.rfind(">", at, at + _OVERLONG) + 1
        if not at:
            return True
    return False


def read_markup(html: str) -> Markup:
    """Parse an HTML document of any make, however broken. Never raises on its content.

    >>> read_markup("<h1>A</h1><p>One <b>two</b>.<script>x</script>").text
    'A\\nOne two.'
    """
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, huge_tree=True, remove_comments=True, encoding="utf-8")
    try:
        etree.fromstring(harmless(html).encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, _Enough):
        reader.close()
    return _markup(reader)


def _markup(reader: _Reader) -> Markup:
    blocks = _seen(reader.blocks)
    lines: list[Line] = []
    begin = 0
    for text, node, zone, linked, spaced in blocks:
        end = begin + len(text)
        tag = reader.tags[node] if node >= 0 else "body"
        words = text.count(" ") + 1
        lines.append(Line(Span(begin, end), text, tag, node, zone, min(linked, len(text)), words, spaced))
        begin = end + 1
    return Markup(
        "\n".join(block[0] for block in blocks),
        tuple(lines),
        Elements(tuple(reader.parents), tuple(reader.tags), tuple(reader.names)),
        reader.head,
    )


def _seen(blocks: list[tuple[str, int, int, int, bool]]) -> list[tuple[str, int, int, int, bool]]:
    """Blocks without the hidden ones; but where most text is hidden, a script was to show it."""
    shown = [block for block in blocks if not block[2] & Zone.HIDDEN]
    size = sum(len(block[0]) for block in blocks)
    return shown if 2 * sum(len(block[0]) for block in shown) >= size else blocks
