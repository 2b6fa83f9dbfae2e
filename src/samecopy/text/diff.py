"""Which words of two texts stand opposite each other: a longest common subsequence, made readable.

The subsequence is that of Hunt and McIlroy (1976, "An algorithm for differential file comparison"),
computed bit-parallel (Hyyrö 2004) by rapidfuzz. Among equally long ones the choice is arbitrary, so
differences are slid to where a reader would put them. What a difference means is decided in
`stages.collate`; whether two words are one spelled in two ways, in `spelling`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference: `a[a_begin:a_end]` stands where `b[b_begin:b_end]` stands; one may be empty."""

    a_begin: int
    a_end: int
    b_begin: int
    b_end: int


def matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs of a longest common subsequence, increasing in both.

    O(len(a) · len(b) / 64) time.

    >>> matches("the old mill burned".split(), "the mill burned down".split())
    [(0, 0), (2, 1), (3, 2)]
    """
    found: list[tuple[int, int]] = []
    for op in Indel.opcodes(a, b):
        if op.tag == "equal":
            found.extend(zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True))
    return found


def gaps(pairs: Sequence[tuple[int, int]], a_length: int, b_length: int) -> list[Gap]:
    """The differences between matched words, in order.

    >>> gaps([(0, 0), (2, 1)], 3, 3)
    [Gap(a_begin=1, a_end=2, b_begin=1, b_end=1), Gap(a_begin=3, a_end=3, b_begin=2, b_end=3)]
    """
    found: list[Gap] = []
    a_at = b_at = 0
    for a, b in [*pairs, (a_length, b_length)]:
        if a > a_at or b > b_at:
            found.append(Gap(a_at, a, b_at, b))
        a_at, b_at = a + 1, b + 1
    return found


def aligned(
    a: Sequence[str], b: Sequence[str], a_breaks: Sequence[bool], b_breaks: Sequence[bool]
) -> list[tuple[int, int]]:
    """`matches`, each pure insertion and deletion slid to the place that reads best.

    `breaks[i]` says that a clause or sentence begins at word i (one more entry than words). A run of
    words put in between equal neighbours may stand in several places: where most of its two edges
    fall on breaks wins, else the last place.

    >>> a, b = "we met they left we slept".split(), "we met we left they left we slept".split()
    >>> starts = [w in ("we", "they") for w in a] + [True], [w in ("we", "they") for w in b] + [True]
    >>> gaps(aligned(a, b, *starts), 6, 8)
    [Gap(a_begin=2, a_end=2, b_begin=2, b_end=4)]
    """
    insertions_slid = _slide(matches(a, b), b, a, b_breaks)
    both_slid = _slide([(y, x) for x, y in insertions_slid], a, b, a_breaks)
    return [(x, y) for y, x in both_slid]


def _slide(
    pairs: Sequence[tuple[int, int]], long: Sequence[str], short: Sequence[str], breaks: Sequence[bool]
) -> list[tuple[int, int]]:
    """Pairs as (short, long) indices; runs found only in `long` slid along it."""
    at = {lo: s for s, lo in pairs}
    for gap in gaps([(s, lo) for lo, s in sorted(at.items())], len(short), len(long)):
        if gap.a_begin != gap.a_end:
            continue
        begin, end = gap.b_begin, gap.b_end
        places = [0]
        back = 0
        while begin - back - 1 >= 0 and _slides(at, long, begin - back - 1, end - back - 1):
            back += 1
            places.append(-back)
        ahead = 0
        while end + ahead < len(long) and _slides(at, long, end + ahead, begin + ahead):
            ahead += 1
            places.append(ahead)
        best = max(places, key=lambda by: (breaks[begin + by] + breaks[end + by], by))
        for step in range(-best):
            at[end - step - 1] = at.pop(begin - step - 1)
        for step in range(best):
            at[begin + step] = at.pop(end + step)
    return sorted((s, lo) for lo, s in at.items())


def _slides(at: dict[int, int], long: Sequence[str], leaving: int, entering: int) -> bool:
    """Whether the match at `leaving` may be moved to `entering` (equal words, and nothing between)."""
    return leaving in at and long[leaving] == long[entering]
