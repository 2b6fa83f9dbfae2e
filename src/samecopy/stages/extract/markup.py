"""HTML to page text: all visible text, one line per block, and what the markup says beside it.

`kernels.html` parts the bytes, in one pass and without a tree; here its columns become lines and elements,
and the tags that it noted the head (`noted.py`).

Not here: what the lines mean (`body.py`), what the head says (`metadata.py`).
"""

import html
import re
from dataclasses import dataclass
from itertools import accumulate
from operator import add

import numpy as np

from samecopy.kernels.html import read
from samecopy.kernels.tag import BEYOND
from samecopy.records import Span
from samecopy.stages.extract.elements import HEADINGS, Elements, Head
from samecopy.stages.extract.line import Line, Zone
from samecopy.stages.extract.noted import Note, read_notes
from samecopy.stages.extract.tags import NAMES, TABLES, ZONE_OF

_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟]['\"”’»)\]]*$")

_Block = tuple[str, int, int, int]
"""Text, number of the element, zones, characters in links."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A parsed page: `text` is the page text that all spans of `lines` point into."""

    text: str
    lines: tuple[Line, ...]
    elements: Elements
    head: Head


def read_markup(page: str | bytes) -> Markup:
    """Parse an HTML document of any make, however broken; bytes are UTF-8. Never raises on its content.

    >>> read_markup("<h1>A</h1><p>One <b>two</b>.<script>x</script>").text
    'A\\nOne two.'
    """
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    found, named, elements, blocks, notes = read(np.frombuffer(data + bytes(BEYOND), np.uint8), *TABLES)
    text = found.tobytes()
    parents, tags = elements[:, 0].tolist(), elements[:, 1].tolist()
    head, roles = read_notes(data, text, [Note(*row) for row in notes.tolist()])
    zones = (ZONE_OF[tags] | np.where(elements[:, 2], Zone.HIDDEN, Zone.NONE)).tolist()
    for element, zone in roles:
        zones[element] |= zone
    for element, parent in enumerate(parents):
        if parent >= 0:
            zones[element] |= zones[parent]
    kinds = [NAMES[tag] for tag in tags]
    names = named.tobytes().decode("utf-8", "replace").split("\n")[:-1]
    names = [" ".join(html.unescape(name).split()) if "&" in name else name for name in names]
    return _markup(
        _seen(_joined(text.decode("utf-8", "replace").split("\n"), blocks.tolist(), zones)),
        Elements(tuple(parents), tuple(elements[:, 3].tolist()), tuple(kinds), tuple(names)),
        head,
    )


def _joined(texts: list[str], rows: list[list[int]], zones: list[int]) -> list[_Block]:
    """The blocks that have text. One line break is white space, but after a full sentence."""
    found: list[_Block] = []
    for text, (element, linked, breaks) in zip(texts, rows, strict=False):
        if "&" in text:
            text = " ".join(html.unescape(text).split())
        elif not text.isascii():
            text = " ".join(text.split())
        if not text:
            continue
        if breaks == 1 and found and found[-1][1] == element and not _SENTENCE_END.search(found[-1][0][-5:]):
            before, _, zone, more = found[-1]
            found[-1] = (f"{before} {text}", element, zone, more + linked)
        else:
            found.append((text, element, zones[element] if element >= 0 else Zone.NONE, linked))
    return found


def _markup(blocks: list[_Block], elements: Elements, head: Head) -> Markup:
    texts, nodes, zones, linked = zip(*blocks, strict=True) if blocks else ((), (), (), ())
    sizes = list(map(len, texts))
    begins = list(accumulate((size + 1 for size in sizes[:-1]), initial=0))
    spans = map(Span, begins, map(add, begins, sizes))
    tags = [_tag(elements, node) if node >= 0 else "body" for node in nodes]
    words = [text.count(" ") + 1 for text in texts]
    lines = map(Line, spans, texts, tags, nodes, zones, map(min, linked, sizes), words)
    return Markup("\n".join(texts), tuple(lines), elements, head)


def _tag(elements: Elements, node: int) -> str:
    """What makes a block: its element, or the heading that this is in."""
    around = elements.tags[elements.parents[node]] if elements.parents[node] >= 0 else ""
    return around if around in HEADINGS else elements.tags[node]


def _seen(blocks: list[_Block]) -> list[_Block]:
    """Blocks without the hidden ones; but where most text is hidden, a script was to show it."""
    shown = [block for block in blocks if not block[2] & Zone.HIDDEN]
    if len(shown) == len(blocks):
        return blocks
    size = sum(len(block[0]) for block in blocks)
    return shown if 2 * sum(len(block[0]) for block in shown) >= size else blocks
