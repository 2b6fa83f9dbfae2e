"""Which words of a text are furniture, told from flagged fingerprints.

`invert.flag_furniture` flags; `align` leaves marked words out.
"""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64, U8


@compiled
def mask(
    starts: I64,
    line: I32,
    articles: I64,
    flag_starts: I64,
    flag_position: I32,
    size: int,
    gap: int,
    share: float,
) -> U8:
    """Marks the words that are furniture: those in flagged shingles, and lines that mostly consist of them.

    Text t is article number `articles[t]`; its flagged shingles begin at the words
    `flag_position[flag_starts[articles[t]]:flag_starts[articles[t] + 1]]`, ascending, `size` words each.
    Up to `gap` unmarked words between two of them are marked as well (fingerprints are a sample), and
    the whole of a line of which at least `share` is. Returns uint8, one per word.

    >>> import numpy as np
    >>> line, none = np.zeros(6, np.int32), np.zeros(1, np.int64)
    >>> at = np.array([1], np.int32)
    >>> mask(np.array([0, 6]), line, none, np.array([0, 1]), at, 3, 2, .9).tolist()
    [0, 1, 1, 1, 0, 0]
    """
    marked = np.zeros(line.shape[0], dtype=np.uint8)
    for t in range(articles.shape[0]):
        base = starts[t]
        low = flag_starts[articles[t]]
        high = flag_starts[articles[t] + 1]
        if low == high:
            continue
        until = np.int64(-1)
        for x in range(low, high):
            begin = np.int64(flag_position[x])
            if until >= 0 and begin - until <= gap:
                begin = until
            until = min(np.int64(flag_position[x]) + size, starts[t + 1] - base)
            for i in range(begin, until):
                marked[base + i] = 1
        i = base
        while i < starts[t + 1]:
            j = i
            total = 0
            while j < starts[t + 1] and line[j] == line[i]:
                total += marked[j]
                j += 1
            if total >= share * (j - i):
                for x in range(i, j):
                    marked[x] = 1
            i = j
    return marked
