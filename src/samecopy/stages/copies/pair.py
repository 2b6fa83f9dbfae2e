"""Postings to pairs of articles worth aligning, with each outlet's furniture left out.

Works on the postings lists of one range of hashes at a time: `lists` once per range, then `versions`
needs the sums over all ranges, `furniture` and `counted` the ranges again. What two articles share is
counted, not estimated, and judged by containment: a cut or padded copy shares little of the longer one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.kernels.accumulate import accumulate, summed, turned
from samecopy.kernels.invert import flag_furniture, invert
from samecopy.kernels.union import components
from samecopy.settings import CopySettings
from samecopy.stages.copies.fingerprint import Postings


@dataclass(frozen=True, slots=True)
class Lists:
    """The postings lists of one range: hashes that at least two articles have.

    List g is `bounds[g]:bounds[g + 1]` (int64) of `article` and of the word `position` (int32), in order
    of article.
    """

    bounds: npt.NDArray[np.int64]
    article: npt.NDArray[np.int32]
    position: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Pairs of articles and how many postings they share (`counts` int32).

    `keys` int64: a << 32 | b with a < b, ascending, unless said otherwise.
    """

    keys: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int32]


def lists(postings: Postings, ranges: int) -> Lists:
    """Inverts the postings of one of `ranges` ranges."""
    return Lists(*invert(postings.hashes, postings.article, postings.position, ranges))


def counted(
    part: Lists,
    outlets: npt.NDArray[np.int32],
    flags: npt.NDArray[np.uint8] | None,
    settings: CopySettings,
) -> Sharing:
    """How many postings of one range each two articles share, flagged ones left out.

    Without `flags`, pairs within one known outlet only: what `versions` asks for. The keys are
    b << 32 | a, in order of b: `added` puts the ranges together.
    """
    flag = np.zeros(len(part.article), np.uint8) if flags is None else flags
    crowd = settings.version_crowd if flags is None else settings.crowd
    return Sharing(
        *accumulate(part.bounds, part.article, outlets, flag, flags is None, crowd, settings.crowd_reach)
    )


def added(n: int, counts: Sharing, least: int) -> Sharing:
    """The counts of all ranges for one stretch of articles b, range by range: the pairs that share `least` or
    more.

    As in what `counted` gives, keys are b << 32 | a, in order of b.
    """
    return Sharing(*summed(n, counts.keys, counts.counts, least))


def ordered(n: int, parts: Sequence[Sharing]) -> Sharing:
    """Stretches that `added` gave, in order of b, as one with keys a << 32 | b, ascending."""
    keys = np.concatenate([part.keys for part in parts])
    return Sharing(*turned(n, keys, np.concatenate([part.counts for part in parts])))


def versions(shared: Sharing, sizes: npt.NDArray[np.int64], settings: CopySettings) -> npt.NDArray[np.int64]:
    """Keys of the pairs that are versions of one story in one outlet.

    `sizes` is the number of postings of each article. An outlet's own update shares nearly all its
    postings with the page before it; such pages count once when furniture is looked for.
    """
    a, b = ends(shared.keys)
    shorter = np.minimum(sizes[a], sizes[b])
    longer = np.maximum(sizes[a], sizes[b])
    same = (shared.counts >= settings.version_shorter * shorter) & (
        shared.counts >= settings.version_longer * longer
    )
    return np.asarray(shared.keys[same])


def labelled(n: int, keys: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """Labels n articles that hang together by pairs alike, with the least of their numbers."""
    return components(n, *ends(keys))


def furniture(
    part: Lists, outlets: npt.NDArray[np.int32], version: npt.NDArray[np.int32], settings: CopySettings
) -> npt.NDArray[np.uint8]:
    """Flags (uint8, one per member of the lists) what an outlet prints in story after story.

    Outlet -1 is unknown.
    """
    return flag_furniture(part.bounds, part.article, outlets, version, settings.furniture_stories)


def candidates(
    shared: Sharing, sizes: npt.NDArray[np.int64], settings: CopySettings
) -> npt.NDArray[np.bool_]:
    """Which of the pairs are worth aligning; `sizes` counts the unflagged postings of each article."""
    a, b = ends(shared.keys)
    shorter = np.minimum(sizes[a], sizes[b])
    enough = np.minimum(settings.shared_many, settings.shared_share * shorter)
    return np.asarray(shared.counts >= enough)


def gathered(
    shared: Sharing, chosen: npt.NDArray[np.bool_], sizes: npt.NDArray[np.int64], settings: CopySettings
) -> npt.NDArray[np.int64]:
    """The chosen pairs (k, 2), those of articles that hang together standing together.

    First those that share as much as copies do, copy by copy; then the others, which would drag in
    strangers there: by the paragraph, mostly, that strangers have in common. So each article is among
    neighbours twice, and hardly anywhere else.
    """
    a, b = ends(shared.keys[chosen])
    strong = shared.counts[chosen] >= settings.copy_share * np.minimum(sizes[a], sizes[b])
    label = components(len(sizes), a[strong], b[strong])
    across = label[a] != label[b]
    bridge = components(len(sizes), a[across], b[across])
    order = np.argsort(np.where(across, len(sizes) + bridge[a].astype(np.int64), label[a]), kind="stable")
    return np.stack([a, b], axis=1)[order]


def ends(keys: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Both articles of each key."""
    return keys >> 32, keys & 0xFFFFFFFF
