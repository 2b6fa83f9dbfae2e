"""What lines look like beside each other, as columns for `features.py`: a list's items, a menu's entries,
a table's cells are alike, paragraphs are not; and what lines alike near by are thought to be.
"""

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samecopy.stages.extract.line import Line

Shape = tuple[int, int, bool, bool, bool, bool]
"""Size class, kind of end, whether it begins with a digit, has one, is capitalised, begins with a sign."""

_DIGIT = re.compile(r"\d")
DATED = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}:\d\d")
_STOPS = frozenset(".!?…。！？।؟۔")
_ENCLOSING = "\"'”’»“)]"
_ASIDE = (1, 2, 3)  # lines to each side that a line's shape is compared with
_REACH = (1, 2, 3, 4, 5, 8)  # the same for the opinion of lines alike
_SCALES = np.array([1, 1.5, 1, 1, 2, 0.5], np.float32)  # what a difference in each look counts
_NARROW = 12.0  # how fast likeness falls with the squared difference
_LONG = math.log1p(12)  # words of a line whose opinion reaches the short ones below and above it


def line_size(line: Line) -> int:
    """Words, or for scripts without spaces between them about as many as the characters would be.

    >>> from samecopy.records import Span
    >>> line_size(Line(Span(0, 9), "It rains.", "", -1, 0, 0, 2))
    2
    """
    chars = len(line.text)
    return max(line.words, chars // 6) if 14 * line.words < chars else line.words


def shape_columns(
    lines: Sequence[Line], folded: Sequence[Sequence[str]], capitals: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Lines × 11: size; brackets; digit first; sign first; dates; longest word; lines of one shape in a row;
    how alike the lines above are, and below; neighbours with the same first word, and last."""
    shapes = [_shape(line, float(share)) for line, share in zip(lines, capitals, strict=True)]
    alone = [
        (
            math.log1p(line_size(line)) / 4,
            line.text.count("(") / max(1, line.words),
            shape[2],
            shape[5],
            min(len(DATED.findall(line.text)), 3) / 3,
            max(map(len, words), default=0) / 20,
        )
        for line, words, shape in zip(lines, folded, shapes, strict=True)
    ]
    table = np.array(shapes, np.int8).reshape(len(lines), 6)
    first = _numbered([words[0] if words else "" for words in folded])
    last = _numbered([words[-1] if words else "" for words in folded])
    columns = (
        np.array(alone, np.float32).reshape(len(lines), 6),
        np.tanh(_runs(table) / 6)[:, None],
        *(_alike(table, [side * step for step in _ASIDE])[:, None] for side in (-1, 1)),
        *(_same(words, (-2, -1, 1, 2))[:, None] for words in (first, last)),
    )
    return np.concatenate(columns, axis=1, dtype=np.float32)


def alike(
    look: NDArray[np.float32], sizes: NDArray[np.float32], chances: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Lines × 4: the opinion of near lines by how alike they look; how many there are; that of the next long
    line above, and below. `look`: lines × 6; `sizes`: logarithms of the words."""
    n = len(chances)
    places = look * _SCALES
    total, weight = np.zeros(n), np.full(n, 1e-3)
    for step in (*_REACH, *(-step for step in _REACH)):
        here, there = _pair(n, step)
        likeness = np.exp(-_NARROW * ((places[here] - places[there]) ** 2).sum(1))
        total[here] += likeness * chances[there]
        weight[here] += likeness
    long = sizes >= _LONG
    columns = (total / weight, weight / 12, _last(long, chances), _last(long[::-1], chances[::-1])[::-1])
    return np.stack(columns, axis=1).astype(np.float32)


def _shape(line: Line, capitals: float) -> Shape:
    text = line.text
    end = text.rstrip(_ENCLOSING)[-1:]
    kind = 0 if end in _STOPS else 1 if text[-1:].isalpha() else 2 if text[-1:].isdigit() else 3
    size = min((line.words + 1).bit_length(), 6)
    digit = _DIGIT.search(text) is not None
    return size, kind, text[:1].isdigit(), digit, capitals > 0.6, not text[:1].isalnum()


def _pair(n: int, step: int) -> tuple[slice, slice]:
    """Lines that have one `step` lines on, and those."""
    if step > 0:
        return slice(0, max(0, n - step)), slice(step, n)
    return slice(-step, n), slice(0, max(0, n + step))


def _alike(table: NDArray[np.int8], steps: Sequence[int]) -> NDArray[np.float32]:
    found = np.zeros(len(table), np.float32)
    for step in steps:
        here, there = _pair(len(table), step)
        found[here] += (table[here] == table[there]).mean(1)
    return found / np.float32(len(steps))


def _same(words: NDArray[np.int64], steps: Sequence[int]) -> NDArray[np.float32]:
    found = np.zeros(len(words), np.float32)
    for step in steps:
        here, there = _pair(len(words), step)
        found[here] += (words[here] == words[there]) & (words[here] > 0)
    return found


def _numbered(words: Sequence[str]) -> NDArray[np.int64]:
    """Equal words by equal numbers; no word is 0."""
    numbers = {"": 0}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int64)


def _runs(table: NDArray[np.int8]) -> NDArray[np.int64]:
    """For each line how many in a row have its shape."""
    if not len(table):
        return np.zeros(0, np.int64)
    run = np.concatenate([[0], np.cumsum((table[1:] != table[:-1]).any(1))])
    return np.asarray(np.bincount(run)[run], np.int64)


def _last(long: NDArray[np.bool_], chances: NDArray[np.floating]) -> NDArray[np.floating]:
    """The opinion of the nearest long line before each, 0 where there is none."""
    at = np.maximum.accumulate(np.where(long, np.arange(len(long)), -1))
    before = np.concatenate([[-1], at[:-1]])[: len(long)]
    return np.where(before >= 0, chances[before], 0.0) if len(long) else chances
