"""What HTML is made of, byte by byte: names, attributes, the ends of what has no tags in it.

Tokens are found as the HTML standard's tokenizer finds them (WHATWG, "13.2.5 Tokenization"). `html` is the
caller, `stages.extract.tags` makes its tables.
"""

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8

BLOCK, INLINE, LINK, BREAK, SKIPPED, NOTE = range(6)
"""Kinds of tags: a line of its own; inside a line; inside a line and its text is linked; a line's end; its
content is not seen; nothing but what its attributes say."""
VOID, RAW, NOTED, ONCE = 1, 2, 4, 8
"""Flags of tags: without content; content that holds no tags; always noted; one to a page."""

SLOTS = 1024
BEYOND = 4
"""Bytes of zero that stand behind a page, for looks ahead."""

AMP, SLASH, LESS, EQUAL, MORE, QUESTION, BANG, DASH, SEMICOLON = 38, 47, 60, 61, 62, 63, 33, 45, 59
_QUOTE, _APOSTROPHE = 34, 39

_STRETCH = 64  # bytes that a processor compares at once, or nearly


@compiled
def space(c: int) -> bool:
    return c == 32 or 9 <= c <= 13 or 28 <= c <= 31


@compiled
def lower(c: int) -> int:
    return c + 32 if 65 <= c <= 90 else c


@compiled
def found(keys: I64, ids: I32, key: int) -> int:
    """The number that a name has in a table of `SLOTS` places, 0 for none."""
    at = key & (SLOTS - 1)
    while ids[at]:
        if keys[at] == key:
            return int(ids[at])
        at = (at + 1) & (SLOTS - 1)
    return 0


@compiled
def same(data: U8, at: int, wanted: U8, begin: int, end: int) -> bool:
    """Whether `wanted[begin:end]`, in lower case, stands at a place."""
    for k in range(end - begin):
        if at + k >= data.shape[0] or lower(int(data[at + k])) != wanted[begin + k]:
            return False
    return True


@compiled
def holds(data: U8, low: int, high: int, wanted: U8, begin: int, end: int) -> bool:
    """Whether `wanted[begin:end]` stands anywhere in `data[low:high]`, in any case of letters."""
    last = high - (end - begin)
    while low <= last and not same(data, low, wanted, begin, end):
        low += 1
    return low <= last


@compiled
def unseen(data: U8, low: int, high: int, wanted: U8, begin: int, end: int) -> bool:
    """The same without regard to white space in `data`."""
    for first in range(low, high):
        at = first
        k = begin
        while at < high and k < end:
            c = lower(int(data[at]))
            if c == wanted[k]:
                k += 1
            elif not (space(c) and k > begin):
                break
            at += 1
        if k == end:
            return True
    return False


@compiled
def next_less(data: U8, at: int, n: int) -> int:
    """Where the next "<" stands, or `n`. Scripts have few: stretches without any are passed in one step."""
    while at + _STRETCH <= n:
        held = 0
        for c in data[at : at + _STRETCH]:
            held += c == LESS
        if held:
            break
        at += _STRETCH
    while at < n and data[at] != LESS:
        at += 1
    return at


@compiled
def after_raw(data: U8, at: int, n: int, name: int, size: int) -> int:
    """Where the end tag of an element of raw text begins: `data[name:name + size]` after "</"."""
    while at < n:
        at = next_less(data, at, n)
        if at + 2 + size <= n and data[at + 1] == SLASH:
            k = 0
            while k < size and lower(int(data[at + 2 + k])) == lower(int(data[name + k])):
                k += 1
            c = int(data[at + 2 + size])
            if k == size and (space(c) or c in (SLASH, MORE)):
                return at
        at += 1
    return n


@compiled
def after_note(data: U8, at: int, n: int) -> int:
    """The end of a comment, a declaration or anything else between "<!", "<?" or "</" and ">"."""
    if data[at + 1] == BANG and data[at + 2] == DASH and data[at + 3] == DASH:
        at += 4
        if data[at] == MORE:
            return at + 1
        at -= 2  # "<!-->" and "<!--->" are whole
        while at < n:
            if data[at] == MORE and data[at - 1] == DASH and data[at - 2] == DASH:
                return at + 1
            at += 1
        return n
    while at < n and data[at] != MORE:
        at += 1
    return min(at + 1, n)


@compiled
def attributes(  # noqa: C901 - kernels are loops, not calls
    data: U8,
    at: int,
    n: int,
    keys: I64,
    ids: I32,
    wanted: U8,
    bounds: I32,
    owners: I32,
    values: I64,
    look: bool,
) -> tuple[int, bool, bool, bool]:
    """Reads the attributes of a tag up to the ">" that ends it, past every one between quotation marks.

    Into `values` (naming, 2) goes where the value of each naming attribute begins and ends, -1 for none.
    Returns where the tag ends, whether a "/" stands before, whether the element is hidden, and whether an
    attribute is wanted; without `look` the end only. The tables are those of `html.read`.
    """
    naming = values.shape[0]
    values[:, 0] = -1
    closed = hidden = noted = False
    while at < n and data[at] != MORE:
        if space(int(data[at])) or data[at] == SLASH:
            closed = data[at] == SLASH
            at += 1
            continue
        closed = False
        key = EQUAL
        first = at
        while at < n and not (
            space(int(data[at]))
            or data[at] == SLASH
            or data[at] == MORE
            or (data[at] == EQUAL and at > first)
        ):
            key = key * 257 + lower(int(data[at]))
            at += 1
        low = high = at
        k = at
        while k < n and space(int(data[k])):
            k += 1
        if k < n and data[k] == EQUAL:
            k += 1
            while k < n and space(int(data[k])):
                k += 1
            quote = data[k]
            low = at = k
            if quote in (_QUOTE, _APOSTROPHE):
                low = at = k + 1
                while at < n and data[at] != quote:
                    at += 1
                high = at
                at += 1
            else:
                while at < n and not (space(int(data[at])) or data[at] == MORE):
                    at += 1
                high = at
        name = found(keys, ids, key) if look else 0
        if not name:
            continue
        if name <= naming and values[name - 1, 0] < 0:
            values[name - 1, 0], values[name - 1, 1] = low, high
        hidden = hidden or name == naming + 1
        for k in range(owners.shape[0]):
            if owners[k] != name:
                continue
            if name == naming + 2:
                hidden = hidden or unseen(data, low, high, wanted, bounds[k], bounds[k + 1])
            else:
                noted = noted or holds(data, low, high, wanted, bounds[k], bounds[k + 1])
    return at, closed, hidden, noted
