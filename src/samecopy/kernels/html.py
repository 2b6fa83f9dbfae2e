"""HTML to text, elements and the tags that a caller wants to see: one pass over the bytes.

Of the HTML standard's tree construction only what text needs is kept: a stack of open elements, start tags
that shut elements left open, end tags that shut what is open inside but never an element of higher rank. No
tree is built and nothing is searched without bound, so that a page nested 100,000 deep, or broken in any
other way, costs what its bytes cost.

`tag` reads a tag; what it is to the reader, the caller's tables say (`stages.extract.tags`).
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.tag import (
    AMP,
    BANG,
    BEYOND,
    BLOCK,
    BREAK,
    LESS,
    LINK,
    MORE,
    NOTE,
    NOTED,
    ONCE,
    QUESTION,
    RAW,
    SEMICOLON,
    SKIPPED,
    SLASH,
    SLOTS,
    VOID,
    after_note,
    after_raw,
    attributes,
    found,
    lower,
    space,
)
from samecopy.kernels.types import I32, I64, U8

_ENTITY = 12  # bytes of the name of a character at most, where they are counted as one
_WAITING = 8  # noted tags in each other
_DEEP = 4096  # open elements looked through for the one that an end tag shuts


@compiled
def read(  # noqa: C901 - kernels are loops, not calls
    data: U8, keys: I64, ids: I32, tags: I32, wanted: U8, bounds: I32, owners: I32, naming: int
) -> tuple[U8, U8, I32, I32, I32]:
    """Reads a page of UTF-8 that `BEYOND` zeros follow.

    `keys` and `ids` number the names of tags and, each after a "=", of attributes. `tags` has for each tag
    (row 0: any other) its kind, its flags, its group (a bit), the groups that its start shuts where they
    are innermost, and the rank of its end. Attributes 1 to `naming` name an element, the next two hide it:
    one by being there, one by a style. `wanted[bounds[k]:bounds[k + 1]]` is what attribute `owners[k]` holds
    of a tag that is noted; those of the style attribute are what it hides by.

    Returns the text, white space run together, a line end after each block; the names of elements, a line
    each; and columns. Elements: number of the parent (-1: none), tag, whether it is hidden, the number after
    the last element inside. Blocks: number of the element, characters in links, line breaks just before it in
    the same element. Noted tags: tag, where its attributes begin and end, element around, elements before;
    where its text begins and ends (with its block at the latest; -1: it has none), in the text, but in `data`
    for tags of raw text.

    >>> from samecopy.stages.extract.markup import read_markup
    >>> read_markup("<h1>A</h1><p>One <b>two</b>.<script>x</script>").text
    'A\\nOne two.'
    """
    n = data.shape[0] - BEYOND
    m = 2
    for i in range(n):
        m += data[i] == LESS
    text = np.empty(n + m, dtype=np.uint8)
    names = np.empty(n + m, dtype=np.uint8)
    elements = np.empty((m, 4), dtype=np.int32)
    blocks = np.empty((m, 3), dtype=np.int32)
    notes = np.empty((m, 7), dtype=np.int32)
    open_key = np.empty(m, dtype=np.int64)
    opened = np.empty((m, 2), dtype=np.int32)  # tag, element
    counts = np.zeros(SLOTS, dtype=np.int32)  # open elements by their names' last bits
    seen = np.zeros(tags.shape[0], dtype=np.uint8)
    values = np.empty((naming, 2), dtype=np.int64)
    waiting = np.empty(_WAITING, dtype=np.int32)  # noted tags whose text has not ended
    waits = 0
    o = begin = p = 0
    elements_n = blocks_n = notes_n = depth = 0
    current = -1
    skip = -1  # depth of the element whose content is not seen
    links = linked = 0
    breaks = 2
    entity = -1
    gap = gap_linked = False
    i = 0
    while i <= n:
        c = int(data[i]) if i < n else LESS
        nxt = int(data[i + 1]) if i < n else 0
        if c != LESS or (i < n and not (97 <= lower(nxt) <= 122 or nxt in (SLASH, BANG, QUESTION))):
            i += 1
            if skip >= 0 or c == 0:
                continue
            if space(c):
                gap = True
                gap_linked = gap_linked or links > 0
                continue
            if o == begin:
                linked = 0
            elif gap:
                text[o] = 32
                o += 1
                linked += gap_linked
            gap = gap_linked = False
            text[o] = c
            o += 1
            if links and (c < 128 or c >= 192):
                linked += 1
                if c == AMP:
                    entity = o
                elif c == SEMICOLON and entity > 0 and o - entity <= _ENTITY:
                    linked -= o - entity
                    entity = -1
            continue

        shut = i < n and nxt == SLASH
        tag = 0
        key = 0
        j = i + 2 if shut else i + 1
        if i < n:
            if not 97 <= lower(int(data[j])) <= 122:
                i = after_note(data, i, n)
                continue
            while j < n and not (space(int(data[j])) or data[j] == SLASH or data[j] == MORE):
                key = key * 257 + lower(int(data[j]))
                j += 1
            tag = found(keys, ids, key)
        name_at, name_end = (i + 2 if shut else i + 1), j
        kind, flags = tags[tag, 0], tags[tag, 1]

        first = j
        j, closed, hidden, noted = attributes(
            data, j, n, keys, ids, wanted, bounds, owners, values, not shut and skip < 0
        )
        if i < n and j >= n:
            i = n  # a tag that the page's end cuts is none
            continue
        after = j + 1

        # What the tag shuts.
        keep = depth
        if i == n:
            keep = 0
        elif shut:
            if flags & (VOID | ONCE) == 0 and counts[key & (SLOTS - 1)]:
                d = depth - 1
                least = max(0, depth - _DEEP)
                while d >= least and open_key[d] != key and tags[opened[d, 0], 4] <= tags[tag, 4]:
                    d -= 1
                if d >= least and open_key[d] == key:
                    keep = d
        else:
            while keep and tags[opened[keep - 1, 0], 2] & tags[tag, 3]:
                keep -= 1
        block = (not shut and skip < 0 and kind == BLOCK) or i == n
        for d in range(keep, depth):
            block = block or opened[d, 1] >= 0
        broken = not shut and skip < 0 and kind == BREAK
        if block or broken:
            for k in range(waits):
                notes[waiting[k], 6] = o
            waits = 0
        if (block or broken) and o > begin:
            blocks[blocks_n, 0], blocks[blocks_n, 1], blocks[blocks_n, 2] = current, linked, breaks
            blocks_n += 1
            text[o] = 10
            o += 1
            begin = o
            linked = breaks = 0
        if block or broken:
            gap = gap_linked = False
            breaks = 2 if block else breaks + 1
        while depth > keep:
            depth -= 1
            counts[open_key[depth] & (SLOTS - 1)] -= 1
            if opened[depth, 1] >= 0:
                current = elements[opened[depth, 1], 0]
                elements[opened[depth, 1], 3] = elements_n
            if skip == depth:
                skip = -1
            elif skip < 0 and tags[opened[depth, 0], 0] == LINK:
                links -= 1
        i = after
        if shut:
            kept = 0
            for k in range(waits):
                if notes[waiting[k], 0] == tag:
                    notes[waiting[k], 6] = o
                else:
                    waiting[kept] = waiting[k]
                    kept += 1
            waits = kept
        if shut or i > n:
            continue

        # What it opens.
        if flags & ONCE:
            if seen[tag]:
                kind = NOTE
            seen[tag] = 1
        noted = skip < 0 and (noted or flags & NOTED != 0)
        if noted:
            notes[notes_n, 0], notes[notes_n, 1], notes[notes_n, 2] = tag, first, j
            notes[notes_n, 3], notes[notes_n, 4] = current, elements_n
            notes[notes_n, 5], notes[notes_n, 6] = o, -1
            notes_n += 1
        if flags & RAW:
            i = after_raw(data, after, n, name_at, name_end - name_at)
            if noted:
                notes[notes_n - 1, 5], notes[notes_n - 1, 6] = after, i
            while i < n and data[i] != MORE:
                i += 1
            i = min(i + 1, n)
            continue
        number = -1
        if skip < 0 and kind == BLOCK:
            number = elements_n
            elements[number, 0], elements[number, 1], elements[number, 2] = current, tag, hidden
            elements_n += 1
            elements[number, 3] = elements_n
            for k in range(naming):
                if values[k, 0] >= 0:
                    if p and names[p - 1] != 10:
                        names[p] = 32
                        p += 1
                    for q in range(values[k, 0], values[k, 1]):
                        names[p] = data[q] if data[q] != 10 else 32
                        p += 1
            names[p] = 10
            p += 1
        if flags & VOID or closed or kind in (NOTE, BREAK):
            continue
        open_key[depth] = key
        opened[depth, 0], opened[depth, 1] = tag, number
        counts[key & (SLOTS - 1)] += 1
        if skip < 0:
            if number >= 0:
                current = number
            elif kind == SKIPPED or hidden:
                skip = depth
            elif kind == LINK:
                links += 1
        if noted and waits < _WAITING:
            waiting[waits] = notes_n - 1
            waits += 1
        depth += 1
    return text[:o], names[:p], elements[:elements_n], blocks[:blocks_n], notes[:notes_n]
