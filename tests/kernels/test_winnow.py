"""Winnowing against the textbook: every window's least shingle, found by looking at all of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.winnow import winnow

_MASK = (1 << 64) - 1
_TEXTS = st.lists(st.lists(st.integers(0, 6), max_size=25), max_size=4)


def _hash(shingle: list[int]) -> int:
    value = 0
    for word in shingle:
        value = (value * 0x9E3779B97F4A7C15 + word) & _MASK
    value = ((value ^ value >> 30) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ value >> 27) * 0x94D049BB133111EB) & _MASK
    return value ^ value >> 31


def _textbook(texts: list[list[int]], size: int, window: int) -> list[tuple[int, int, int]]:
    kept = []
    for number, text in enumerate(texts):
        hashes = [_hash(text[i : i + size]) for i in range(len(text) - size + 1)]
        span = min(window, len(hashes))
        chosen = set()
        for begin in range(len(hashes) - span + 1 if hashes else 0):
            chosen.add(min(range(begin, begin + span), key=lambda i: (hashes[i] >> 32, -i)))
        kept += [(hashes[i], number, i) for i in sorted(chosen)]
    return kept


def _winnowed(texts: list[list[int]], size: int, window: int) -> list[tuple[int, int, int]]:
    word = np.array([word for text in texts for word in text], dtype=np.uint32)
    starts = np.cumsum([0] + [len(text) for text in texts]).astype(np.int64)
    hashes = np.empty(len(word), dtype=np.uint64)
    article, position = np.empty(len(word), dtype=np.int32), np.empty(len(word), dtype=np.int32)
    n = winnow(starts, word, size, window, hashes, article, position)
    return list(zip(hashes[:n].tolist(), article[:n].tolist(), position[:n].tolist(), strict=True))


@given(_TEXTS, st.integers(1, 4), st.integers(1, 5))
def test_winnow_keeps_what_the_textbook_keeps(texts: list[list[int]], size: int, window: int) -> None:
    """Hash, text and position are those of the least shingle of each window, the last of equals."""
    assert _winnowed(texts, size, window) == _textbook(texts, size, window)


@given(st.lists(st.integers(0, 9), min_size=6, max_size=12), _TEXTS)
def test_a_long_enough_shared_run_is_always_seen(run: list[int], around: list[list[int]]) -> None:
    """Two texts that share size + window - 1 words share a hash, whatever stands around."""
    before, after = [[100, *text] for text in (*around, [], [])[:2]]
    one, two = before + run, run + after[::-1]
    hashes = [{h for h, _, _ in _winnowed([text], 3, 4)} for text in (one, two)]
    assert hashes[0] & hashes[1]
