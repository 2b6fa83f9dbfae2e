"""What a line of plain text looks like, in numbers, with what stands around it: the columns that
`weighing.py` weighs. HTML needs none of this: its elements say more.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samecopy.stages.extract.line import Line

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

_TALK = re.compile(
    r"\b(?:ago|says|wrote|replied|reply|permalink|likes?|upvotes?|votes?|joined|member|posts|antworten|répondre)\b",
    re.IGNORECASE,
)
_SIGNS = ("talk", "comments", "related", "newsletter", "sharing", "copyright")
_TALK_WORDS = 9
_LONG = 6  # letters; shorter words are everywhere
_BESIDE = 4  # lines
_NEAR = (1, 2, 3, 6, 12)  # lines to each side, over which neighbours are averaged
_OWN = 19  # columns of the line itself
_PAGE = 24  # columns of its place and company


def features(lines: Sequence[Line], why: Sequence[str], prose: Sequence[int], inside: set[int]) -> Features:
    """A row a line. `why` and `prose` as in `body.py`, `inside` the lines that its rules take.

    >>> from samecopy.records import Span
    >>> line = Line(Span(0, 9), "It rains.", "", -1, 0, 0, 2)
    >>> features([line], [""], [0], {0}).shape == (1, WIDTH)
    True
    """
    own = _own(lines, why, prose, inside)
    core = own[:, :6]
    parts = [own]
    for step in (1, 2):
        parts += [_shifted(core, step), _shifted(core, -step)]
    total = np.concatenate([np.zeros((1, 6), np.float32), np.cumsum(core, axis=0, dtype=np.float32)])
    n = len(lines)
    at = np.arange(n)
    for near in _NEAR[2:]:
        before, after = np.maximum(at - near, 0), np.minimum(at + near + 1, n)
        parts.append((total[at] - total[before]) / near)
        parts.append((total[after] - total[at + 1]) / near)
    parts += [_place(own, total), _company(lines, why)]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def context(own: Features, chances: Chances) -> Features:
    """A first opinion of every line, seen from each: its neighbours' near and far, what lies before and
    behind, and whether it is in the heaviest run of lines; the page's own columns beside it."""
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
    return np.concatenate([own[:, :_OWN], stacked, own[:, -_PAGE:]], axis=1)


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


def _own(lines: Sequence[Line], why: Sequence[str], prose: Sequence[int], inside: set[int]) -> Features:
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.text] = seen.get(line.text, 0) + 1
    rows = []
    for number, line in enumerate(lines):
        text, words = line.text, line.words
        letters = _WORD.findall(text)
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


def _company(lines: Sequence[Line], why: Sequence[str]) -> Features:
    """What came before: signs of comments and of other articles; and whether the line's longer words are
    said again, near it and anywhere on the page."""
    at: dict[str, list[int]] = {}
    words = [{w.casefold() for w in _WORD.findall(line.text) if len(w) >= _LONG} for line in lines]
    for number, own in enumerate(words):
        for word in own:
            at.setdefault(word, []).append(number)
    counts = dict.fromkeys(_SIGNS, 0)
    last = dict.fromkeys(_SIGNS, -1000)
    rows = []
    for number, line in enumerate(lines):
        sign = "talk" if _TALK.search(line.text) and line.words < _TALK_WORDS else why[number]
        if sign in counts:
            counts[sign] += 1
            last[sign] = number
        near = again = 0
        for word in words[number]:
            others = at[word]
            again += len(others) > 1
            here = bisect_left(others, number)
            near += (here > 0 and number - others[here - 1] <= _BESIDE) or (
                here + 1 < len(others) and others[here + 1] - number <= _BESIDE
            )
        long = len(words[number])
        rows.append(
            (
                *(math.tanh(counts[s] / 3) for s in _SIGNS),
                *(math.exp((last[s] - number) / 8) for s in _SIGNS),
                near / max(long, 4),
                again / max(long, 4),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(len(lines), 2 * len(_SIGNS) + 2)


WIDTH = _OWN + 4 * 6 + 2 * 6 * len(_NEAR[2:]) + _PAGE
