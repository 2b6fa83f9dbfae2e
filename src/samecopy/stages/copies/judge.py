"""What the words that two articles share amount to: copy, excerpt, or neither.

Comes after the alignment of a pair and looks at nothing else, so that a pair's class is the same in every
pile that it stands in.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.records import PairClass
from samecopy.settings import CopySettings

KINDS: tuple[PairClass, ...] = ("neither", "excerpt", "copy")
"""What `Aligned.kind` numbers."""

Mask = npt.NDArray[np.bool_]
"""One truth per pair."""
Words = npt.NDArray[np.int32]
"""A count of words per pair."""
Share = npt.NDArray[np.float64]
"""A share per pair, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the two articles of each pair share.

    Of the `equal` words `quoted` stand in quotation marks, `told` behind a colon, and `own` in neither.
    `longest`: equal words of the longest passage; `inside`: words of both sides within `passages`;
    `opening`: words before the first. `share` and `containment` are of the unquoted words of the
    article that has fewer, with what was told left out and with it; `of_all` is of all words of the
    shorter, `whole`.
    """

    equal: Words
    quoted: Words
    told: Words
    own: Words
    longest: Words
    inside: Words
    opening: Words
    passages: npt.NDArray[np.int64]
    whole: Words
    containment: Share
    share: Share
    of_all: Share


def judged(
    totals: npt.NDArray[np.int32], passages: npt.NDArray[np.int64], settings: CopySettings
) -> tuple[Share, npt.NDArray[np.uint8]]:
    """Containment (per pair) and class (uint8, an index into `KINDS`).

    `totals` is what `kernels.align` counts for each pair, `passages` how many passages it has.

    >>> whole = np.array([[40, 40, 40, 40, 40, 90, 40, 40, 80, 0, 0]], np.int32)
    >>> [part.tolist() for part in judged(whole, np.array([1]), CopySettings())]
    [[1.0], [2]]
    """
    shared = _shared(totals, passages)
    copied = _much(shared, settings) & ~_lifted(shared, settings)
    copied |= _entire(shared, settings) | _opening(shared, settings) | _pieces(shared, settings)
    excerpt = shared.equal >= settings.excerpt_words
    kind = np.where(copied, 2, np.where(excerpt, 1, 0)).astype(np.uint8)
    return shared.containment, kind


def _shared(totals: npt.NDArray[np.int32], passages: npt.NDArray[np.int64]) -> _Shared:
    equal, unquoted, in_a, in_b, size_a, size_b, whole, longest, inside, told, opening = totals.T
    size = np.maximum(np.minimum(size_a, size_b), 1)
    own = unquoted - told
    containment = np.where(size_a <= size_b, in_a, in_b) / size
    return _Shared(
        equal,
        equal - unquoted,
        told,
        own,
        longest,
        inside,
        opening,
        passages,
        whole,
        containment,
        np.minimum(containment, own / size),
        equal / np.maximum(whole, 1),
    )


def _much(shared: _Shared, settings: CopySettings) -> Mask:
    """Whether enough is shared, of the shorter article and in words."""
    share, own = shared.share, shared.own
    much = (share >= settings.copy_share) & (own >= settings.copy_words)
    much |= (share >= settings.copy_long_share) & (own >= settings.copy_long_words)
    of_all = (shared.of_all >= settings.copy_much) & (own >= settings.copy_much_words)
    much |= (share >= settings.copy_much_share) & of_all
    return np.asarray(much & (shared.of_all >= settings.copy_all_share))


def _entire(shared: _Shared, settings: CopySettings) -> Mask:
    """Whether the shorter article stands whole in the other."""
    unquoted = shared.equal - shared.quoted
    whole = shared.equal >= settings.copy_whole_share * shared.whole
    return np.asarray(whole & (unquoted >= settings.copy_whole_words))


def _lifted(shared: _Shared, settings: CopySettings) -> Mask:
    """Whether what is shared was lifted out of the other as a block.

    Copy that was cut and padded lies scattered, or edited, or opens both texts; few clean blocks amid
    other text are quoted, the more so where they hold speech.
    """
    equal, quoted, of_all = shared.equal, shared.quoted, shared.of_all
    clean = 2 * equal / np.maximum(shared.inside, 1)
    most = shared.longest / np.maximum(equal, 1)
    few = shared.passages <= settings.block_passages
    block = few & (most >= settings.block_most) & (clean >= settings.block_clean)
    block &= (np.maximum(shared.share, of_all) < settings.block_share) & (equal >= settings.block_words)
    speech = few & (most >= settings.speech_most) & (clean >= settings.speech_clean)
    speech &= (shared.share < settings.speech_share) & (equal >= settings.speech_words)
    speech &= quoted >= settings.speech_quoted * equal
    single = (most >= settings.single_most) | (equal - shared.longest < settings.phrase_words)
    least = np.where(equal < settings.sentence_words, settings.sentence_share, settings.block_share)
    spoken = single & (2 * quoted > equal) & (of_all < settings.spoken_share)
    single &= of_all < np.where(clean < settings.single_clean, settings.single_share, least)
    opens = (shared.opening <= settings.opening_words) & (equal >= settings.opening_equal)
    return np.asarray((block | speech) & ~opens | single | spoken)


def _opening(shared: _Shared, settings: CopySettings) -> Mask:
    """Whether both texts begin alike, as a brief begins like the report that it was cut from.

    Background, speeches and posts are never what two reports begin with.
    """
    begin = shared.opening <= settings.opening_words
    least = settings.opening_share
    lead = (shared.own >= settings.opening_own) & (shared.of_all >= least) & (shared.share >= least)
    entire = (shared.equal >= settings.excerpt_words) & (shared.of_all >= settings.opening_whole)
    return np.asarray(begin & (lead | entire))


def _pieces(shared: _Shared, settings: CopySettings) -> Mask:
    """Whether a few sentences in two places are shared: what strangers both print stands in one.

    Reports of one speech or release share several places as well, but more than so many words. In one
    place it must be half of the shorter text.
    """
    own, share, of_all = shared.own, shared.share, shared.of_all
    apart = shared.equal - shared.longest >= settings.copy_words
    several = (own >= settings.piece_words) & (share >= settings.piece_share) & (of_all >= settings.piece_all)
    several |= (own >= settings.phrase_words) & (of_all >= settings.block_share)
    most = (own >= settings.piece_words) & (share >= settings.piece_most) & (of_all >= settings.copy_much)
    few = (shared.equal < settings.block_words) & (shared.told == 0)
    return np.asarray(few & np.where(apart, several, most))
