"""What tags are to the reader of markup, as the tables that `kernels.html` takes.

Which start shuts what: the HTML standard's optional end tags ("13.1.2.4"), as far as text needs them. Which
end shuts what: an element of higher rank is never shut by the end of a lower one, as browsers keep a table
whose cell has a stray `</div>`.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from samecopy.kernels.tag import BLOCK, BREAK, INLINE, LINK, NOTE, NOTED, ONCE, RAW, SKIPPED, SLOTS, VOID
from samecopy.kernels.types import I32, I64, U8
from samecopy.stages.extract.elements import INLINE as INLINES
from samecopy.stages.extract.elements import ROLES, ZONES
from samecopy.stages.extract.elements import SKIPPED as UNSEEN
from samecopy.stages.extract.line import Zone
from samecopy.text.wordlists import listed

_BLOCKS = listed(
    "address area article aside base blockquote body button caption center col colgroup dd details dialog "
    "dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html "
    "legend li main menu nav ol optgroup option p param picture pre section source summary table tbody td "
    "tfoot th thead tr track ul"
)
_VOID = listed("area base br col embed hr img input link meta param source track wbr")
_RAW = listed("script style title textarea iframe noembed noframes")
_NOTED = listed("html meta time title")
_ONCE = listed("html head body")

_P, _LI, _DD, _TR, _TD, _PART, _HEADING, _A, _HEAD = (1 << n for n in range(9))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTS = ("thead", "tbody", "tfoot")
_GROUPS = (
    {"p": _P, "li": _LI, "dd": _DD, "dt": _DD, "tr": _TR, "td": _TD, "th": _TD, "a": _A, "head": _HEAD}
    | dict.fromkeys(_PARTS, _PART)
    | dict.fromkeys(_HEADINGS, _HEADING)
)
_SHUTS = (
    {"li": _LI, "dd": _DD, "dt": _DD, "tr": _TD | _TR, "td": _TD, "th": _TD, "a": _A}
    | dict.fromkeys(_PARTS, _TD | _TR | _PART)
    | dict.fromkeys(_HEADINGS, _HEADING)
)
_NO_PARAGRAPHS = listed(
    "address blockquote body caption center col colgroup dd dir div dl dt form h1 h2 h3 h4 h5 h6 head hr li "
    "menu ol p pre table tbody td tfoot th thead tr ul"
)
"""Tags that no paragraph holds. A figure in a paragraph leaves it open, whatever the standard says: the text
behind it is the paragraph's."""
_RANKS = {"div": 1, "td": 2, "th": 2, "tr": 3, "table": 5, "head": 6, "body": 6, "html": 7} | dict.fromkeys(
    _PARTS, 4
)

_NAMING = ("class", "id", "itemprop", "data-testid")
_WANTED = (
    ("style", "display:none"),
    ("style", "visibility:hidden"),
    ("itemprop", ""),
    *(("role", role) for role in ROLES),
    ("class", "author"),
    ("class", "byline"),
    ("rel", "author"),
    ("href", "/aut"),
    ("rel", "canonical"),
    ("rel", "syndication-source"),
    ("type", "json"),
    ("title", "t0"),  # the hour of a moment
    ("title", "t1"),
    ("title", "t2"),
)
_ATTRIBUTES = (*_NAMING, "hidden", "style", "role", "rel", "href", "type", "title")


class Tables(NamedTuple):
    """The arguments of `kernels.html.read` after the page's bytes, in its order."""

    keys: I64
    ids: I32
    tags: I32
    wanted: U8
    bounds: I32
    owners: I32
    naming: int


NAMES = ("unknown", *sorted(INLINES | UNSEEN | {"br", "meta", "link", *_BLOCKS}))
"""Names of tags by their numbers."""

ZONE_OF: npt.NDArray[np.int32] = np.array([ZONES.get(name, Zone.NONE) for name in NAMES], np.int32)
"""Zones of tags by their numbers."""


def _kind(name: str) -> int:
    if name == "a":
        return LINK
    if name in INLINES:
        return INLINE
    if name in UNSEEN:
        return SKIPPED
    return {"br": BREAK, "meta": NOTE, "link": NOTE}.get(name, BLOCK)


def _row(name: str) -> tuple[int, int, int, int, int]:
    flags = VOID * (name in _VOID) | RAW * (name in _RAW) | NOTED * (name in _NOTED) | ONCE * (name in _ONCE)
    shuts = _SHUTS.get(name, 0)
    if _kind(name) == BLOCK:
        shuts |= _HEAD
        if name in _NO_PARAGRAPHS:
            shuts |= _P
    return _kind(name), flags, _GROUPS.get(name, 0), shuts, _RANKS.get(name, 0)


def _key(name: str) -> int:
    """The number that the kernel makes of a name, in 64 bits."""
    key = 0
    for byte in name.encode():
        key = (key * 257 + byte) & 0xFFFF_FFFF_FFFF_FFFF
    return key - (key >> 63 << 64)


def _tables() -> Tables:
    keys, ids = np.zeros(SLOTS, np.int64), np.zeros(SLOTS, np.int32)
    numbered = [(name, number) for number, name in enumerate(NAMES) if number]
    numbered += [(f"={name}", number) for number, name in enumerate(_ATTRIBUTES, 1)]
    for name, number in numbered:
        at = _key(name) % SLOTS
        while ids[at]:
            at = (at + 1) % SLOTS
        keys[at], ids[at] = _key(name), number
    wanted = [text.encode() for _, text in _WANTED]
    bounds = np.cumsum([0, *map(len, wanted)], dtype=np.int32)
    owners = np.array([_ATTRIBUTES.index(name) + 1 for name, _ in _WANTED], np.int32)
    rows = np.array([_row(name) for name in NAMES], np.int32)
    return Tables(keys, ids, rows, np.frombuffer(b"".join(wanted), np.uint8), bounds, owners, len(_NAMING))


TABLES = _tables()
