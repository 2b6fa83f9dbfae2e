"""What the words that two articles share amount to: copy, excerpt, or neither.

Comes after the alignment of a pair and looks at nothing else, so that a pair's class is the same in every
pile that it stands in.
"""

import numpy as np
import numpy.typing as npt

from samecopy.records import PairClass
from samecopy.settings import CopySettings

KINDS: tuple[PairClass, ...] = ("neither", "excerpt", "copy")
"""What `Aligned.kind` numbers."""

Mask = npt.NDArray[np.bool_]
"""One truth per pair."""


def judged(
    totals: npt.NDArray[np.int32], passages: npt.NDArray[np.int64], settings: CopySettings
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.uint8]]:
    """Containment (float64, per pair) and class (uint8, an index into `KINDS`).

    `totals` is what `kernels.align` counts for each pair, `passages` how many passages it has.

    >>> whole = np.array([[40, 40, 40, 40, 40, 90, 40, 40, 80, 0, 0]], np.int32)
    >>> [part.tolist() for part in judged(whole, np.array([1]), CopySettings())]
    [[1.0], [2]]
    """
    equal, unquoted, whole, told = totals[:, 0], totals[:, 1], totals[:, 6], totals[:, 9]
    shorter = np.where(totals[:, 4] <= totals[:, 5], totals[:, 2], totals[:, 3])
    size = np.maximum(np.minimum(totals[:, 4], totals[:, 5]), 1)
    containment = shorter / size
    own = unquoted - told
    share = np.minimum(containment, own / size)
    of_all = equal / np.maximum(whole, 1)
    part = (share >= settings.copy_share) & (own >= settings.copy_words)
    part |= (share >= settings.copy_long_share) & (own >= settings.copy_long_words)
    much = (of_all >= settings.copy_much) & (own >= settings.copy_much_words)
    part |= (share >= settings.copy_much_share) & much
    part &= of_all >= settings.copy_all_share
    lifted = _lifted(totals, passages, share, of_all, settings)
    entire = (equal >= settings.copy_whole_share * whole) & (unquoted >= settings.copy_whole_words)
    excerpt = equal >= settings.excerpt_words
    copied = part & ~lifted | entire
    copied |= _opening(totals, own, share, of_all, settings) | _pieces(totals, own, share, of_all, settings)
    kind = np.where(copied, 2, np.where(excerpt, 1, 0)).astype(np.uint8)
    return containment, kind


def _lifted(
    totals: npt.NDArray[np.int32],
    passages: npt.NDArray[np.int64],
    share: npt.NDArray[np.float64],
    of_all: npt.NDArray[np.float64],
    settings: CopySettings,
) -> Mask:
    """Whether what is shared was lifted out of the other as a block.

    Copy that was cut and padded lies scattered, or edited, or opens both texts; few clean blocks amid
    other text are quoted, the more so where they hold speech.
    """
    equal, quoted = totals[:, 0], totals[:, 0] - totals[:, 1]
    clean = 2 * equal / np.maximum(totals[:, 8], 1)
    most = totals[:, 7] / np.maximum(equal, 1)
    few = passages <= settings.block_passages
    block = few & (most >= settings.block_most) & (clean >= settings.block_clean)
    block &= (np.maximum(share, of_all) < settings.block_share) & (equal >= settings.block_words)
    speech = few & (most >= settings.speech_most) & (clean >= settings.speech_clean)
    speech &= (share < settings.speech_share) & (equal >= settings.speech_words)
    speech &= quoted >= settings.speech_quoted * equal
    single = (most >= settings.single_most) | (equal - totals[:, 7] < settings.phrase_words)
    least = np.where(equal < settings.sentence_words, settings.sentence_share, settings.block_share)
    spoken = single & (2 * quoted > equal) & (of_all < settings.spoken_share)
    single &= of_all < np.where(clean < settings.single_clean, settings.single_share, least)
    opens = (totals[:, 10] <= settings.opening_words) & (equal >= settings.opening_equal)
    return np.asarray((block | speech) & ~opens | single | spoken)


def _opening(
    totals: npt.NDArray[np.int32],
    own: npt.NDArray[np.int32],
    share: npt.NDArray[np.float64],
    of_all: npt.NDArray[np.float64],
    settings: CopySettings,
) -> Mask:
    """Whether both texts begin alike, as a brief begins like the report that it was cut from.

    Background, speeches and posts are never what two reports begin with.
    """
    begin = totals[:, 10] <= settings.opening_words
    least = settings.opening_share
    lead = (own >= settings.opening_own) & (of_all >= least) & (share >= least)
    entire = (totals[:, 0] >= settings.excerpt_words) & (of_all >= settings.opening_whole)
    return np.asarray(begin & (lead | entire))


def _pieces(
    totals: npt.NDArray[np.int32],
    own: npt.NDArray[np.int32],
    share: npt.NDArray[np.float64],
    of_all: npt.NDArray[np.float64],
    settings: CopySettings,
) -> Mask:
    """Whether a few sentences in two places are shared: what strangers both print stands in one.

    Reports of one speech or release share several places as well, but more than so many words. In one
    place it must be half of the shorter text.
    """
    equal = totals[:, 0]
    apart = equal - totals[:, 7] >= settings.copy_words
    several = (own >= settings.piece_words) & (share >= settings.piece_share) & (of_all >= settings.piece_all)
    several |= (own >= settings.phrase_words) & (of_all >= settings.block_share)
    most = (own >= settings.piece_words) & (share >= settings.piece_most) & (of_all >= settings.copy_much)
    few = (equal < settings.block_words) & (totals[:, 9] == 0)
    return np.asarray(few & np.where(apart, several, most))
