"""Pairs of articles to passages, exactly, and to what the sharing amounts to.

Needs the words of the pairs' articles only, so that no one need keep those of a whole pile.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from samecopy.kernels.align import align
from samecopy.kernels.mask import mask
from samecopy.kernels.pack import pack
from samecopy.settings import CopySettings
from samecopy.stages.copies.judge import judged
from samecopy.text.words import Tokens


@dataclass(frozen=True, slots=True)
class Flagged:
    """Furniture of a pile: article t's flagged shingles begin at the words
    `position[starts[t]:starts[t + 1]]`."""

    starts: npt.NDArray[np.int64]
    position: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Pairs with their passages, as arrays.

    `pairs` int64 (k, 2); `kind` uint8 (k,), an index into `KINDS`; `containment` float64 (k,), the share
    of the shorter article's unquoted words in passages; `words` int32 (k,), equal words, `unquoted`
    those unquoted on both sides. Passages of pair
    p are rows `bounds[p]:bounds[p + 1]` of `spans`, int32 (m, 4): begin and end in the first text, in the
    second, in code points; `verbatim` uint8 (m,). `shares` float64 (k, 2) is the share of unquoted words
    in passages on either side.
    """

    pairs: npt.NDArray[np.int64]
    kind: npt.NDArray[np.uint8]
    containment: npt.NDArray[np.float64]
    words: npt.NDArray[np.int32]
    unquoted: npt.NDArray[np.int32]
    bounds: npt.NDArray[np.int64]
    spans: npt.NDArray[np.int32]
    verbatim: npt.NDArray[np.uint8]
    shares: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Packed:
    """The words that count of some articles, by ascending `articles` (int64), furniture left out.

    Article i has the words `edges[i]:edges[i + 1]`, a closing one included: `words` the hash, `keys` that
    of the run of words that begins with it, `rows` its line, `loud` how many unquoted words stand before
    it, `at` its number among the words of all, whose spans `begins` and `ends` hold.
    """

    articles: npt.NDArray[np.int64]
    edges: npt.NDArray[np.int64]
    words: npt.NDArray[np.uint32]
    keys: npt.NDArray[np.uint64]
    rows: npt.NDArray[np.int32]
    loud: npt.NDArray[np.int32]
    at: npt.NDArray[np.int32]
    begins: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]


def packed(
    found: Tokens,
    articles: npt.NDArray[np.int64],
    flagged: Flagged,
    settings: CopySettings,
) -> Packed:
    """Packs the words of some texts; `articles` are their numbers, ascending."""
    marked = mask(
        found.starts,
        found.line,
        articles,
        flagged.starts,
        flagged.position,
        settings.shingle,
        settings.window,
        settings.furniture_line,
    )
    arrays = pack(found.starts, found.word, found.line, found.quoted, marked, settings.seed)
    return Packed(articles, *arrays, found.begin, found.end)


def align_pairs(made: Packed, pairs: npt.NDArray[np.int64], settings: CopySettings) -> Aligned:
    """Aligns pairs of packed articles, given by number.

    Pairs should be sorted: the words of the first article are hung up once for a run of its pairs.
    """
    first, second = np.searchsorted(made.articles, pairs[:, 0]), np.searchsorted(made.articles, pairs[:, 1])
    totals, bounds, passages = align(
        made.edges,
        made.words,
        made.keys,
        made.rows,
        made.loud,
        first,
        second,
        settings.seed,
        settings.gap,
        settings.passage,
        settings.line_edge,
    )
    containment, kind = judged(totals, np.diff(bounds), settings)
    spans = np.empty((len(passages), 4), dtype=np.int32)
    verbatim = np.ones(len(passages), dtype=bool)
    for side in (0, 2):
        begin, end = passages[:, side], passages[:, side + 1]
        spans[:, side], spans[:, side + 1] = made.begins[made.at[begin]], made.ends[made.at[end]]
        verbatim &= made.at[end] - made.at[begin] + 1 == passages[:, 4]
    shares = totals[:, 2:4] / np.maximum(totals[:, 4:6], 1)
    return Aligned(
        pairs, kind, containment, totals[:, 0], totals[:, 1], bounds, spans, verbatim.astype(np.uint8), shares
    )


def joined_pairs(parts: Sequence[Aligned]) -> Aligned:
    """The pairs of several batches as one, in the order given."""
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Aligned(
            pairs=none.reshape(0, 2),
            kind=none.astype(np.uint8),
            containment=none.astype(np.float64),
            words=none.astype(np.int32),
            unquoted=none.astype(np.int32),
            bounds=np.zeros(1, dtype=np.int64),
            spans=none.astype(np.int32).reshape(0, 4),
            verbatim=none.astype(np.uint8),
            shares=none.astype(np.float64).reshape(0, 2),
        )
    counts = np.concatenate([np.diff(part.bounds) for part in parts])
    return Aligned(
        pairs=np.concatenate([part.pairs for part in parts]),
        kind=np.concatenate([part.kind for part in parts]),
        containment=np.concatenate([part.containment for part in parts]),
        words=np.concatenate([part.words for part in parts]),
        unquoted=np.concatenate([part.unquoted for part in parts]),
        bounds=np.concatenate([[0], np.cumsum(counts)]),
        spans=np.concatenate([part.spans for part in parts]),
        verbatim=np.concatenate([part.verbatim for part in parts]),
        shares=np.concatenate([part.shares for part in parts]),
    )


def by_pair(aligned: Aligned) -> Aligned:
    """The same pairs in order of their first and second article."""
    return some_pairs(aligned, np.argsort(keyed(aligned.pairs)))


def some_pairs(aligned: Aligned, which: npt.NDArray[np.int64]) -> Aligned:
    """The pairs of some rows, in the order given."""
    counts = np.diff(aligned.bounds)[which]
    bounds = np.zeros(len(which) + 1, dtype=np.int64)
    np.cumsum(counts, out=bounds[1:])
    rows = np.arange(bounds[-1]) + np.repeat(aligned.bounds[:-1][which] - bounds[:-1], counts)
    return Aligned(
        pairs=aligned.pairs[which],
        kind=aligned.kind[which],
        containment=aligned.containment[which],
        words=aligned.words[which],
        unquoted=aligned.unquoted[which],
        bounds=bounds,
        spans=aligned.spans[rows],
        verbatim=aligned.verbatim[rows],
        shares=aligned.shares[which],
    )


def keyed(pairs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Pairs (k, 2) as keys a << 32 | b, which sort as the pairs do.

    >>> keyed(np.array([[1, 2]])).tolist()
    [4294967298]
    """
    return pairs[:, 0] << 32 | pairs[:, 1]


def confirmed(aligned: Aligned, labels: npt.NDArray[np.int32], settings: CopySettings) -> Aligned:
    """Makes copies of the pairs within one family (equal `labels`) that share any running text at all.

    Two heavy cuts of one original may share a paragraph only, too little to join strangers; between
    pages that others have joined already it is copy.
    """
    within = labels[aligned.pairs[:, 0]] == labels[aligned.pairs[:, 1]]
    kind = np.where(within & (aligned.unquoted >= settings.copy_words), np.uint8(2), aligned.kind)
    return replace(aligned, kind=kind)
