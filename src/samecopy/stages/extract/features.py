"""What a line of plain text looks like, in numbers, with what stands around it: the columns that
`weighing.py` weighs. HTML needs none of this: its elements say more.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samecopy.stages.extract.company import company
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.shapes import alike, shape_columns
from samecopy.stages.extract.vocabulary import vocabulary

Features = NDArray[np.float32]
"""Lines × columns."""

Chances = NDArray[np.floating]
"""For each line how likely it is of the body, 0 to 1."""

_SENTENCE = re.compile(r"[.!?…。！？।؟۔][\"'”’»“)\]]*(?:\s|$)")
_END = re.compile(r"[.!?…。！？।؟۔][\"'”’»“)\]]*$")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[|©»›•·→@#/]")
_QUOTE = re.compile(r"[“”„«»\"]")
_NEAR = (3, 6, 12)  # lines to each side, over which neighbours are averaged
_OWN = 19  # columns of the line itself
_WORDS = 8  # columns of its words among the page's, and …
_SHAPES = 11  # … of its shape among its neighbours'
_PAGE = 36 + _WORDS + _SHAPES  # columns of its place and company, its words and shape
_TOLD = (0, 1, 8, 13)  # of words and shapes, what is also told of a line's neighbours


def features(lines: Sequence[Line], why: Sequence[str], prose: Sequence[int], inside: set[int]) -> Features:
    """A row a line. `why` and `prose` as in `body.py`, `inside` the lines that its rules take.

    >>> from samecopy.records import Span
    >>> line = Line(Span(0, 9), "It rains.", "", -1, 0, 0, 2)
    >>> features([line], [""], [0], {0}).shape == (1, WIDTH)
    True
    """
    tokens = [_WORD.findall(line.text) for line in lines]
    own = _own(lines, tokens, why, prose, inside)
    folded = [[token.casefold() for token in line] for line in tokens]
    kin = np.concatenate(
        [vocabulary(folded, prose, inside), shape_columns(lines, folded, own[:, 6])], axis=1, dtype=np.float32
    )
    core = np.concatenate([own[:, :6], kin[:, _TOLD]], axis=1)
    parts = [own]
    for step in (1, 2):
        parts += [_shifted(core, step), _shifted(core, -step)]
    total = np.concatenate(
        [np.zeros((1, core.shape[1]), np.float32), np.cumsum(core, axis=0, dtype=np.float32)]
    )
    n = len(lines)
    at = np.arange(n)
    for near in _NEAR:
        before, after = np.maximum(at - near, 0), np.minimum(at + near + 1, n)
        parts.append((total[at] - total[before]) / near)
        parts.append((total[after] - total[at + 1]) / near)
    parts += [_place(own, total), company(lines, folded, why), kin]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def context(own: Features, chances: Chances) -> Features:
    """A first opinion of every line, seen from each: its neighbours' near and far, that of lines like it,
    what lies before and behind, and whether it is in the heaviest run of lines; the page's own columns
    beside it."""
    size = np.minimum(np.expm1(own[:, 4] * 4), 60) / 60
    total = np.concatenate([[0], np.cumsum(chances * size)])
    sizes = np.concatenate([[0], np.cumsum(size)])
    n = len(own)
    at = np.arange(n)
    columns = [chances]
    for near in (1, 3, 8, 25):
        before, after = np.maximum(at - near, 0), np.minimum(at + near + 1, n)
        columns.append((total[at] - total[before]) / (sizes[at] - sizes[before] + 0.05))
        columns.append((total[after] - total[at + 1]) / (sizes[after] - sizes[at + 1] + 0.05))
    mass = total[-1] + 1e-6
    gains = (chances - 0.45) * (size + 0.08)
    first, end, best = heaviest(gains)
    columns += [
        total[:-1] / mass,
        (mass - total[1:]) / mass,
        ((at >= first) & (at < end)).astype(np.float32),
        np.tanh((at - first) / 5),
        np.tanh((end - 1 - at) / 5),
        np.full(n, best / (np.maximum(gains, 0).sum() + 1e-6)),
        np.full(n, np.log1p(mass)),
        np.full(n, chances.max(initial=0)),
        np.concatenate([[0], chances[:-1]]),
        np.concatenate([chances[1:], [0]]),
    ]
    stacked = np.stack(columns, axis=1).astype(np.float32)
    look = own[:, (3, 4, 6, 7, 9, 11)]  # a sentence's end, length, capitals, letters per word, digits, quotes
    return np.concatenate([own, stacked, alike(look, own[:, 4] * 4, chances)], axis=1, dtype=np.float32)


def heaviest(gains: Chances) -> tuple[int, int, float]:
    """Begin, end and sum of the run with the greatest sum (Kadane's).

    >>> heaviest(np.array([1.0, -3, 2, -1, 2]))
    (2, 5, 3.0)
    """
    best = running = 0.0
    begin = first = end = 0
    for number, gain in enumerate(gains.tolist()):
        running += gain
        if running <= 0:
            running, begin = 0.0, number + 1
        elif running > best:
            best, first, end = running, begin, number + 1
    return first, end, best


def _own(
    lines: Sequence[Line],
    tokens: Sequence[Sequence[str]],
    why: Sequence[str],
    prose: Sequence[int],
    inside: set[int],
) -> Features:
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.text] = seen.get(line.text, 0) + 1
    rows = []
    for number, line in enumerate(lines):
        text, words = line.text, line.words
        letters = tokens[number]
        capitals = sum(word[0].isupper() for word in letters)
        long = max(1, len(letters))
        rows.append(
            (
                min(prose[number], 60) / 60,
                float(number in inside),
                bool(why[number]),
                bool(_END.search(text)),
                np.log1p(words) / 4,
                min(len(_SENTENCE.findall(text)), 6) / 6,
                capitals / long,
                len(text) / max(1, words) / 10,
                text.count(",") / max(1, words),
                len(_DIGIT.findall(text)) / max(1, len(text)),
                bool(_MARKS.search(text)),
                bool(_QUOTE.search(text)),
                text.endswith(":"),
                text.endswith(("...", "…")),
                text[:1].islower(),
                seen[text] > 1,
                line.spaced,
                words < 5,
                text.isupper(),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(len(lines), _OWN)


def _shifted(columns: Features, step: int) -> Features:
    moved = np.zeros_like(columns)
    if step > 0:
        moved[step:] = columns[:-step]
    else:
        moved[:step] = columns[-step:]
    return moved


def _place(own: Features, total: Features) -> Features:
    """Where the line stands: in the page, in its running text, in the span that the rules took."""
    n = len(own)
    at = np.arange(n, dtype=np.float32)
    prose = total[:-1, 0] / max(float(total[-1, 0]), 1e-6)
    inside = np.flatnonzero(own[:, 1])
    first, last = (inside[0], inside[-1]) if len(inside) else (0, -1)
    span = total[last + 1, 0] - total[first, 0] if len(inside) else np.float32(0)
    within = (total[:-1, 0] - total[first, 0]) / max(float(span), 1e-6) if len(inside) else np.zeros(n)
    return np.stack(
        [
            at / n,
            prose,
            np.tanh((at - first) / 10),
            np.tanh((last - at) / 10),
            np.tanh((at - first) / 2),
            np.tanh((last - at) / 2),
            np.clip(within, -1, 2),
            np.full(n, len(inside) / n),
            np.full(n, np.log1p(n) / 6),
            np.full(n, np.log1p(60 * float(span)) / 8),
        ],
        axis=1,
    ).astype(np.float32)


WIDTH = _OWN + (6 + len(_TOLD)) * (4 + 2 * len(_NEAR)) + _PAGE
