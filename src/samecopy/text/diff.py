"""Which words of two texts stand opposite each other: a longest common subsequence, made readable.

The subsequence is that of Hunt and McIlroy (1976, "An algorithm for differential file comparison"),
computed bit-parallel (Hyyrö 2004) by rapidfuzz. Among equally long ones the choice is arbitrary, so
differences are slid to where a reader would put them. What a difference means is decided in
`stages.collate`; whether two words are one spelled in two ways, in `spelling`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from samecopy.text.sequence import longest_increasing


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference: `a[a_begin:a_end]` stands where `b[b_begin:b_end]` stands; one may be empty."""

    a_begin: int
    a_end: int
    b_begin: int
    b_end: int


def matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Index pairs of a longest common subsequence, increasing in both.

    O(len(a) · len(b) / 64) time; texts of more than 10,000 words each are cut at runs of words that
    occur once, and the result may then be a little shorter than the longest.

    >>> matches("the old mill burned".split(), "the mill burned down".split())
    [(0, 0), (2, 1), (3, 2)]
    """
    if len(a) * len(b) > _LARGEST:
        return _anchored(a, b)
    return _subsequence(a, b, 0, 0)


_LARGEST = 100_000_000  # 10,000 words on each side: the bit matrix then takes some 12 MB
_ANCHOR = 5  # words: runs of five that occur once on either side are hardly there by chance


def _subsequence(a: Sequence[str], b: Sequence[str], a_from: int, b_from: int) -> list[tuple[int, int]]:
    """Pairs of a longest common subsequence, counted from the places given."""
    return [
        (a_from + i, b_from + i - op.src_start + op.dest_start)
        for op in Indel.opcodes(a, b)
        if op.tag == "equal"
        for i in range(op.src_start, op.src_end)
    ]


def _anchored(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Matches of texts too long for one matrix: between runs of words that occur once on each side
    (the anchors of Bram Cohen's patience diff). No longest subsequence is promised, nor, where a
    stretch without anchors is itself too long, any match in it."""
    in_b = dict(_once(b))
    common = [(i, in_b[run]) for run, i in _once(a) if run in in_b]
    anchors = [common[k] for k in longest_increasing([j for _, j in common])]
    found: list[tuple[int, int]] = []
    a_at = b_at = 0
    for i, j in [*anchors, (len(a), len(b))]:
        if (i - a_at) * (j - b_at) <= _LARGEST:
            found.extend(_subsequence(a[a_at:i], b[b_at:j], a_at, b_at))
        if i < len(a):
            found.append((i, j))
        a_at, b_at = i + 1, j + 1
    return found


def _once(words: Sequence[str]) -> list[tuple[tuple[str, ...], int]]:
    """The runs of words that occur once, with their places, in order."""
    runs = [tuple(words[i : i + _ANCHOR]) for i in range(len(words) - _ANCHOR + 1)]
    counts = Counter(runs)
    return [(run, i) for i, run in enumerate(runs) if counts[run] == 1]


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
