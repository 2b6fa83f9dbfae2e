"""Texts as sparse vectors of words and of neighbouring words, weighed by how much they tell.

Arrays in and out, so that thousands of texts cost seconds. What a word is stands in `text.words`; how
near two vectors lie is computed in `kernels.cosine`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.kernels.sight import seen, weighed
from samecopy.kernels.types import I32, I64
from samecopy.text.words import tokens

F32 = npt.NDArray[np.float32]
"""Weights of terms."""
F64 = npt.NDArray[np.float64]
U64 = npt.NDArray[np.uint64]

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
class Counts:
    """The distinct terms of n texts, whatever other texts there are: text i has those from `starts[i]` to
    `starts[i + 1]`, by ascending `key`. `count` (float32) is how often a term comes, weighted; `letters` how
    long it is, 0 for a pair of words.
    """

    starts: I64
    key: U64
    count: F32
    letters: I32

    def of(self, texts: I64) -> "Counts":
        """The counts of some texts, in the order given."""
        sizes = np.diff(self.starts)[texts]
        starts = np.append(0, np.cumsum(sizes))
        rows = np.arange(starts[-1]) + np.repeat(self.starts[:-1][texts] - starts[:-1], sizes)
        return Counts(starts, self.key[rows], self.count[rows], self.letters[rows])


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of n texts: text i has the terms `term[starts[i]:starts[i + 1]]`, ascending, with as many
    `weight`s. Only terms that two texts share are kept; `terms` is how many there are."""

    starts: I64
    term: I32
    weight: F32
    terms: int


def telling(letters: int) -> float:
    """What a word of so many letters can be expected to tell: log of texts over texts that have it.

    A line through the means by length in 1,763 English news articles (2 letters .3, 5 letters 2.3, 10
    letters 4.0), so that a pile of three texts knows a name from a preposition.

    >>> telling(2), telling(6), telling(20)
    (0.5, 2.5, 4.0)
    """
    return min(max(letters / 2 - 0.5, 0.3), 4.0)


def counts(heads: Sequence[str], bodies: Sequence[str], weighing: Weighing) -> Counts:
    """Words and pairs of neighbouring words of each text.

    >>> counts(["Ferry stays"], ["The ferry stays in port."], Weighing(3, 100, 12, 1.5)).starts.tolist()
    [0, 9]
    """
    n = len(bodies)
    parts = [_count(heads[i : i + _BLOCK], bodies[i : i + _BLOCK], weighing) for i in range(0, n, _BLOCK)]
    sizes = np.concatenate([np.zeros(1, np.int64), *(np.diff(part.starts) for part in parts)])
    return Counts(
        np.cumsum(sizes),
        np.concatenate([np.zeros(0, np.uint64), *(part.key for part in parts)]),
        np.concatenate([np.zeros(0, np.float32), *(part.count for part in parts)]),
        np.concatenate([np.zeros(0, np.int32), *(part.letters for part in parts)]),
    )


def vectors(counted: Counts, places: I64, free: int, least: int, weighing: Weighing) -> Vectors:
    """One vector per text of words and pairs of neighbouring words.

    Weight: (1 + log count) × idf^power, the idf among the `least` texts nearest by their `places`,
    which ascend; the first `free` texts have none and are near to all. The idf is smoothed towards what a
    term's length lets expect, so that it holds for two texts as for thousands (see `kernels.sight`).
    TF-IDF: Salton and Buckley 1988, with a Dirichlet-like prior.

    >>> weighing = Weighing(3, 100, 12, 1.5)
    >>> told = counts(["Ferry stays"] * 2, ["The ferry stays in port."] * 2, weighing)
    >>> one = vectors(told, np.zeros(2, dtype=np.int64), 0, 10, weighing)
    >>> one.starts.tolist(), round(float(one.weight[:9] @ one.weight[9:]), 3)
    ([0, 9, 18], 1.0)
    """
    _, term, texts = np.unique(counted.key, return_inverse=True, return_counts=True)
    begin, end = seen(places, free, least)
    weight = weighed(
        counted.starts,
        term.astype(np.int32),
        1 + np.log(counted.count.astype(np.float64)),
        np.minimum(counted.letters, len(_EXPECTED) - 1).astype(np.int64),
        _EXPECTED,
        begin,
        end,
        free,
        weighing.prior,
        weighing.power,
    )
    shared = texts > 1
    kept = shared[term]
    return Vectors(
        np.append(0, np.cumsum(kept))[counted.starts],
        (np.cumsum(shared) - 1)[term[kept]].astype(np.int32),
        weight[kept],
        int(np.count_nonzero(shared)),
    )


_EXPECTED = np.exp(-np.array([_PAIR_TELLS] + [telling(letters) for letters in range(1, 11)]))
"""The share of texts that have a term, by its letters; longer words are as rare as those of ten."""


def _count(heads: Sequence[str], bodies: Sequence[str], weighing: Weighing) -> Counts:
    """Counts of one block of texts; words in the head and at the beginning count for more than one."""
    found = tokens([" ".join(head.split()) + "\n" + body for head, body in zip(heads, bodies, strict=True)])
    text = np.repeat(np.arange(len(bodies)), np.diff(found.starts))
    place = np.arange(len(text)) - found.starts[:-1][text]
    value = np.where(found.line == 0, weighing.head, 1 + np.exp(-place / weighing.lead))
    joins = (text[1:] == text[:-1]) & (found.line[1:] == found.line[:-1])
    key = np.concatenate([found.word.astype(np.uint64), _pairs(found.word)[joins]])
    text = np.concatenate([text, text[:-1][joins]])
    value = np.concatenate([value, value[:-1][joins]])
    letters = np.concatenate([found.end - found.begin, np.zeros(int(joins.sum()), dtype=found.end.dtype)])
    both = (text.astype(np.uint64) << np.uint64(41)) | key
    distinct, first, which = np.unique(both, return_index=True, return_inverse=True)
    return Counts(
        np.searchsorted((distinct >> np.uint64(41)).astype(np.int64), np.arange(len(bodies) + 1)),
        distinct & np.uint64((1 << 41) - 1),
        np.bincount(which, value, minlength=len(distinct)).astype(np.float32),
        letters[first].astype(np.int32),
    )


def _pairs(word: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """40-bit keys of neighbouring words (multiply and shift; the multipliers are those of xxHash64)."""
    left = word[:-1].astype(np.uint64) * np.uint64(0x9E3779B185EBCA87)
    right = word[1:].astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed = (left ^ (right >> np.uint64(7))) * np.uint64(0x165667B19E3779F9)
    return (mixed >> np.uint64(24)) | _PAIR
