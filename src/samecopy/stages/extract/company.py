"""The company a line of plain text keeps, as columns for `features.py`: comments, teasers and share bars have
their signs, one after the other, and an article has its words.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from samecopy.stages.extract.line import Line
from samecopy.stages.extract.shapes import DATED

_TALK = re.compile(
    r"\b(?:ago|says|wrote|replied|reply|permalink|likes?|upvotes?|votes?|joined|member|posts|antworten|répondre)\b",
    re.IGNORECASE,
)
_SIGNS = ("talk", "comments", "related", "newsletter", "sharing", "copyright")
_TALK_WORDS = 9  # a longer line with a word of talk may be a sentence
_DATED_WORDS = 15  # the same with a date
_LONG = 6  # letters; shorter words are everywhere
_BESIDE = 4  # lines


def company(
    lines: Sequence[Line], folded: Sequence[Sequence[str]], why: Sequence[str]
) -> NDArray[np.float32]:
    """Signs of comments and of other articles, how many stand above and how near the next are above and
    below; and whether the line's longer words are said again, near it and anywhere on the page.

    Lines × 26: a count, a nearness above and one below for each of eight signs; two shares of words.

    >>> from samecopy.records import Span
    >>> lines = [Line(Span(0, 9), text, "", -1, 0, 0, 2) for text in ("Bo says:", "It rains.")]
    >>> company(lines, [["bo", "says"], ["it", "rains"]], ["", ""])[:, 8] > 0.8
    array([ True,  True])
    """
    marks = _signs(lines, why)
    at = np.arange(len(lines), dtype=np.float32)[:, None]
    above = np.maximum.accumulate(np.where(marks, at, -np.inf), axis=0)
    below = np.minimum.accumulate(np.where(marks, at, np.inf)[::-1], axis=0)[::-1]
    columns = (
        np.tanh(np.cumsum(marks, axis=0) / 3),
        np.exp((above - at) / 8),
        np.exp((at - below) / 8),
        _again(folded),
    )
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _signs(lines: Sequence[Line], why: Sequence[str]) -> NDArray[np.bool_]:
    """Lines × signs: a rule's, a word of talk, a date on a short line, a line that stands there twice."""
    seen = Counter(line.text for line in lines)
    marks = np.zeros((len(lines), len(_SIGNS) + 2), np.bool_)
    for number, line in enumerate(lines):
        talk = line.words < _TALK_WORDS and _TALK.search(line.text)
        rule = "talk" if talk else why[number]
        if rule in _SIGNS:
            marks[number, _SIGNS.index(rule)] = True
        marks[number, -2] = line.words < _DATED_WORDS and DATED.search(line.text) is not None
        marks[number, -1] = seen[line.text] > 1
    return marks


def _again(folded: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """Lines × 2: the share of long words that stand in a line near by, and anywhere else."""
    words = [{word for word in line if len(word) >= _LONG} for line in folded]
    at: dict[str, list[int]] = {}
    for number, own in enumerate(words):
        for word in own:
            at.setdefault(word, []).append(number)
    rows = []
    for number, own in enumerate(words):
        near = again = 0
        for word in own:
            others = at[word]
            again += len(others) > 1
            here = bisect_left(others, number)
            near += (here > 0 and number - others[here - 1] <= _BESIDE) or (
                here + 1 < len(others) and others[here + 1] - number <= _BESIDE
            )
        rows.append((near / max(len(own), 4), again / max(len(own), 4)))
    return np.array(rows, np.float32).reshape(len(folded), 2)
