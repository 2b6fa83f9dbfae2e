"""A line's words among those of its page, as columns for `features.py`; no language is known.

Running text repeats its little words and the names it is about; menus and teasers of other articles do
not. The words that most lines of running text have stand in for a list of stop words; the short line
above the text whose words it says again is its headline (as in Luhn 1958 a text's subject is what it
repeats), and the article begins below it.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

_COMMON = 20  # words of a page that pass for its little words …
_FEW = 30  # … counted in running text, if that has so many different words
_TELLING = 5  # letters; shorter words tell little of the subject
_HEADLINE = range(3, 23)  # words
_AFTER = 3  # lines of the text itself among which the headline may stand: rules may take it for text
_LOWER = 0.01  # by so much is a line just above the text rather its headline than one far above


def vocabulary(
    folded: Sequence[Sequence[str]], prose: Sequence[int], inside: set[int]
) -> NDArray[np.float32]:
    """Lines × 8: share of telling words that the text has elsewhere; share and number of little words; the
    headline's strength, how far below it, whether below it, words in common with it, whether it is it.

    >>> vocabulary([["ferry", "late"], ["the", "ferry", "rested"]], [0, 9], {1})[:, 0].tolist()[1]
    0.0
    """
    sets = [set(words) for words in folded]
    counted = Counter(chain.from_iterable(own for own, words in zip(sets, prose, strict=True) if words))
    if len(counted) <= _FEW:
        counted = Counter(chain.from_iterable(sets))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_COMMON]
    common = {word for word, times in ranked if times > 1}
    telling = [{word for word in own if len(word) >= _TELLING} for own in sets]
    said = Counter(chain.from_iterable(telling[number] for number in inside))
    anywhere, twice = set(said), {word for word, times in said.items() if times > 1}
    strength, head = _headline(folded, sets, said, inside)
    title = sets[head] if head >= 0 else frozenset[str]()
    rows = []
    for number, words in enumerate(folded):
        elsewhere = telling[number] & (twice if number in inside else anywhere)
        below = head >= 0 and number > head
        rows.append(
            (
                len(elsewhere) / max(3, len(telling[number])),
                sum(map(common.__contains__, words)) / max(1, len(words)),
                len(common & sets[number]) / 10,
                strength,
                math.tanh((number - head) / 8) if head >= 0 else 0.0,
                below,
                len(title & sets[number]) / max(3, len(title)),
                number == head,
            )
        )
    return np.array(rows, np.float32).reshape(len(folded), 8)


def _headline(
    folded: Sequence[Sequence[str]], sets: Sequence[set[str]], said: Counter[str], inside: set[int]
) -> tuple[float, int]:
    """How much the text says again of the line that is likely its headline, and its number; or -1."""
    first = min(inside, default=0)
    best, head = 0.0, -1
    for number in range(min(len(folded), first + _AFTER)):
        if len(folded[number]) not in _HEADLINE:
            continue
        own = number in inside
        again = sum(math.log1p(said[word] - own) for word in sorted(sets[number]) if said[word] > own)
        strength = again / (3 + len(sets[number])) + _LOWER * number / max(1, first)
        if strength > best:
            best, head = strength, number
    return best, head
