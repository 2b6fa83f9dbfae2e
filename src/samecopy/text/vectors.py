"""Texts as sparse vectors of words and of neighbouring words, weighed by how much they tell.

Arrays in and out, so that thousands of texts cost seconds. What a word is stands in `text.words`; how
near two vectors lie is computed in `kernels.cosine`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.kernels.types import I32, I64
from samecopy.text.words import tokens

F32 = npt.NDArray[np.float32]
"""Weights of terms."""
F64 = npt.NDArray[np.float64]

_BLOCK = 256  # texts counted at a time: bounds memory at some 100 MB
_PAIR = np.uint64(1) << np.uint64(40)  # marks the key of two neighbouring words
_PAIR_TELLS = 5.3  # mean of log(texts / texts that have it) over pairs of words in 1,763 news articles


@dataclass(frozen=True, slots=True)
class Weighing:
    """How terms weigh. `head` is the weight of a word in the head, `lead` how fast (in words) the extra
    weight of a text's beginning fades; `prior` is the number of imagined texts, in which a term is as
    frequent as its length lets expect; `power` sharpens the weight of rare terms."""

    head: float
    lead: float
    prior: float
    power: float


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of n texts: text i has the terms `term[starts[i]:starts[i + 1]]`, ascending, with as many
    `weight`s. Only terms that two texts share are kept; `terms` is how many there are."""

    starts: I64
    term: I32
    weight: F32
    terms: int


@dataclass(frozen=True, slots=True)
class _Counts:
    """Distinct terms of texts: key, text, weighted count, and letters (0 for a pair of words)."""

    key: npt.NDArray[np.uint64]
    text: I64
    count: F64
    letters: I64


def telling(letters: int) -> float:
    """What a word of so many letters can be expected to tell: log of texts over texts that have it.

    A line through the means by length in 1,763 English news articles (2 letters .3, 5 letters 2.3, 10
    letters 4.0), so that a pile of three texts knows a name from a preposition.

    >>> telling(2), telling(6), telling(20)
    (0.5, 2.5, 4.0)
    """
    return min(max(letters / 2 - 0.5, 0.3), 4.0)


def vectors(heads: Sequence[str], bodies: Sequence[str], weighing: Weighing) -> Vectors:
    """One vector per text of words and pairs of neighbouring words.

    Weight: (1 + log count) × idf^power. The idf is smoothed towards what a term's length lets expect, so
    that it holds for two texts as for thousands. Vectors are scaled by the terms they share with any
    other text, times one factor for the whole set (a text is not far from all others for having words of
    its own, and two texts are not near for having few in common).
    TF-IDF: Salton and Buckley 1988, with a Dirichlet-like prior.

    >>> one = vectors(["Ferry stays"] * 2, ["The ferry stays in port."] * 2, Weighing(3, 100, 12, 1.5))
    >>> one.starts.tolist(), round(float(one.weight[:9] @ one.weight[9:]), 3)
    ([0, 9, 18], 1.0)
    """
    n = len(bodies)
    counts = _joined(
        [_count(heads[i : i + _BLOCK], bodies[i : i + _BLOCK], i, weighing) for i in range(0, n, _BLOCK)]
    )
    keys, first, term, texts = np.unique(
        counts.key, return_index=True, return_inverse=True, return_counts=True
    )
    expected = np.exp(-_expected(counts.letters[first]))
    idf = np.log((n + weighing.prior + 1) / (texts + weighing.prior * expected)) ** weighing.power
    weight = (1 + np.log(counts.count)) * idf[term]
    shared = texts[term] > 1
    everything = float(np.sum(weight**2))
    number = np.cumsum(texts > 1) - 1
    text, term, weight = counts.text[shared], number[term[shared]], weight[shared]
    squares = np.bincount(text, weight**2, minlength=n)
    scale = np.sqrt(squares * (everything / max(float(squares.sum()), 1e-9)))
    return Vectors(
        np.searchsorted(text, np.arange(n + 1)),
        term.astype(np.int32),
        (weight / scale[text]).astype(np.float32),
        int(np.count_nonzero(texts > 1)) if len(keys) else 0,
    )


def _expected(letters: I64) -> F64:
    table = np.array([_PAIR_TELLS] + [telling(length) for length in range(1, 256)])
    return np.asarray(table[np.minimum(letters, 255)], dtype=np.float64)


def _joined(parts: Sequence[_Counts]) -> _Counts:
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return _Counts(none.astype(np.uint64), none, none.astype(np.float64), none)
    return _Counts(
        np.concatenate([part.key for part in parts]),
        np.concatenate([part.text for part in parts]),
        np.concatenate([part.count for part in parts]),
        np.concatenate([part.letters for part in parts]),
    )


def _count(heads: Sequence[str], bodies: Sequence[str], offset: int, weighing: Weighing) -> _Counts:
    """Counts of one block of texts; words in the head and at the beginning count for more than one."""
    found = tokens([" ".join(head.split()) + "\n" + body for head, body in zip(heads, bodies, strict=True)])
    text = np.repeat(np.arange(len(bodies)), np.diff(found.starts))
    place = np.arange(len(text)) - found.starts[:-1][text]
    value = np.where(found.line == 0, weighing.head, 1 + np.exp(-place / weighing.lead))
    joins = (text[1:] == text[:-1]) & (found.line[1:] == found.line[:-1])
    key = np.concatenate([found.word.astype(np.uint64), _pairs(found.word)[joins]])
    text = np.concatenate([text, text[:-1][joins]])
    value = np.concatenate([value, value[:-1][joins]])
    letters = np.concatenate(
        [(found.end - found.begin).astype(np.int64), np.zeros(int(joins.sum()), dtype=np.int64)]
    )
    both = (text.astype(np.uint64) << np.uint64(41)) | key
    distinct, first, which = np.unique(both, return_index=True, return_inverse=True)
    return _Counts(
        distinct & np.uint64((1 << 41) - 1),
        (distinct >> np.uint64(41)).astype(np.int64) + offset,
        np.bincount(which, value, minlength=len(distinct)).astype(np.float64),
        letters[first],
    )


def _pairs(word: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """40-bit keys of neighbouring words (multiply and shift; the multipliers are those of xxHash64)."""
    left = word[:-1].astype(np.uint64) * np.uint64(0x9E3779B185EBCA87)
    right = word[1:].astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed = (left ^ (right >> np.uint64(7))) * np.uint64(0x165667B19E3779F9)
    return (mixed >> np.uint64(24)) | _PAIR
