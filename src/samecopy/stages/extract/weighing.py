"""Which lines of furniture-laden plain text are the body: two small nets over columns of numbers.

The first looks at a line and its neighbours; the second at the first's opinion of all lines, so that
what lies beside the article though it reads like one (comments, other articles) can be told. What the
rules of `body.py` say goes in as columns. Both have one hidden layer (Rumelhart, Hinton, Williams 1986);
stacking: Wolpert 1992. `weights.py` holds the numbers; `python -m evals.lines` trains them and says
how well they do on sites they have not seen.
"""

import base64
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samecopy.settings import ReadSettings
from samecopy.stages.extract.features import Chances, Features, context, heaviest
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.shapes import line_size

_FAR = 5.0  # standard deviations
_DIGITS = 4  # of a chance: what lies behind differs with the order in which a machine adds up


@dataclass(frozen=True, slots=True)
class Net:
    """One hidden layer of rectified units, one logistic output; columns are shifted and scaled first."""

    shift: NDArray[np.float32]
    scale: NDArray[np.float32]
    inner: NDArray[np.float32]
    bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    offset: float

    def __call__(self, columns: Features) -> Chances:
        hidden = np.maximum(scaled(columns, self.shift, self.scale) @ self.inner + self.bias, 0)
        sums = np.clip(hidden @ self.outer + self.offset, -30, 30)
        return np.asarray(1 / (1 + np.exp(-sums)), dtype=np.float32)

    def packed(self) -> bytes:
        """All numbers in half precision, after the two sizes."""
        sizes = np.array(self.inner.shape, np.float16)
        parts = (self.shift, self.scale, self.inner, self.bias, self.outer, np.array([self.offset]))
        return sizes.tobytes() + np.concatenate([p.ravel() for p in parts]).astype("<f2").tobytes()


@dataclass(frozen=True, slots=True)
class Weights:
    """The net that looks at lines, and the one that looks at its opinion."""

    first: Net
    second: Net

    def chances(self, columns: Features) -> Chances:
        """How likely each line of a page is of its body; `columns` as from `features`."""
        return self.second(context(columns, self.first(columns))).round(_DIGITS)


def scaled(columns: Features, shift: NDArray[np.float32], scale: NDArray[np.float32]) -> Features:
    """Columns as a net's units see them. An odd line's are cut: no net has learnt what lies so far out."""
    return np.asarray(np.clip((columns - shift) * scale, -_FAR, _FAR), dtype=np.float32)


def unpacked(text: str) -> Weights:
    """Weights from their text: two packed nets in Base85 (RFC 1924)."""
    numbers = np.frombuffer(base64.b85decode("".join(text.split())), "<f2").astype(np.float32)
    first, rest = _net(numbers)
    return Weights(first, _net(rest)[0])


def _net(numbers: NDArray[np.float32]) -> tuple[Net, NDArray[np.float32]]:
    columns, units = int(numbers[0]), int(numbers[1])
    ends = np.cumsum([2, columns, columns, columns * units, units, units, 1])
    shift, scale, inner, bias, outer, offset = (numbers[a:b] for a, b in itertools.pairwise(ends.tolist()))
    net = Net(shift, scale, inner.reshape(columns, units), bias, outer, float(offset[0]))
    return net, numbers[ends[-1] :]


def weighed(
    lines: Sequence[Line], likely: Chances, paragraphs: Sequence[int], settings: ReadSettings
) -> list[int]:
    """Numbers of the body's lines: the likely ones in the heaviest run of the page, and `paragraphs`, which
    the rules take for the body, beside them unless they are surely none: to lose a lead is worse than to
    keep a notice."""
    size = np.minimum(np.array([line_size(line) for line in lines], np.float32), settings.line_weight_cap)
    gains = np.where(likely > 0.4, size * (likely - 0.3), settings.chance_gap * (likely - 1))
    begin, end, _ = heaviest(gains)
    kept = {n for n in range(begin, end) if likely[n] > settings.chance}
    for near in (paragraphs, paragraphs[::-1]):
        for n in near:
            if likely[n] > settings.chance_beside and kept & {n - 2, n - 1, n + 1, n + 2}:
                kept.add(n)
    return sorted(kept)
