"""What a pair's shared words amount to."""

import random

import numpy as np
import pytest

from samecopy.settings import CopySettings
from samecopy.stages.copies.align import Aligned, Flagged, align_pairs, confirmed, packed
from samecopy.stages.copies.judge import KINDS
from samecopy.text.words import tokens

_SETTINGS = CopySettings()
_NO_FURNITURE = Flagged(np.zeros(3, dtype=np.int64), np.zeros(0, dtype=np.int32))


def _prose(seed: int, words: int) -> str:
    pick = random.Random(seed)
    return " ".join("".join(pick.choices("abdeklmnorstu", k=6)) for _ in range(words))


def _pair(one: str, other: str) -> Aligned:
    found = tokens([one, other])
    made = packed(found, np.arange(2), _NO_FURNITURE, _SETTINGS)
    return align_pairs(made, np.array([[0, 1]]), _SETTINGS)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (_prose(1, 200), _prose(1, 200), "copy"),
        (_prose(1, 200), _prose(1, 40), "copy"),
        (_prose(1, 60) + " " + _prose(2, 60), _prose(1, 60) + " " + _prose(3, 60), "copy"),
        (_prose(2, 200) + f" “{_prose(1, 80)}”", _prose(3, 200) + f" “{_prose(1, 80)}”", "excerpt"),
        (_prose(2, 300) + " " + _prose(1, 80), _prose(3, 300) + " " + _prose(1, 80), "excerpt"),
        (_prose(2, 200) + " " + _prose(1, 10), _prose(3, 200) + " " + _prose(1, 10), "neither"),
        (_prose(2, 200), _prose(3, 200), "neither"),
        ("", "", "neither"),
    ],
    ids=["whole", "brief", "part", "speech", "block", "phrase", "strangers", "empty"],
)
def test_pairs_are_judged(one: str, other: str, kind: str) -> None:
    """Running text of the shorter article makes a copy, a speech or a block an excerpt, a phrase nothing."""
    assert KINDS[_pair(one, other).kind[0]] == kind


def test_spans_count_code_points() -> None:
    """A passage's spans cut out the same words on both sides, whatever stands before them."""
    shared = _prose(1, 30)
    one, other = f"Être 東京 —\n{shared}", f"No.\n{shared}"
    begin, end, other_begin, other_end = _pair(one, other).spans[0].tolist()
    assert one[begin:end] == other[other_begin:other_end] == shared


def test_within_a_family_a_sentence_is_copy() -> None:
    """What joins no strangers confirms a pair that others have joined."""
    found = _pair(_prose(2, 200) + " " + _prose(1, 20), _prose(3, 200) + " " + _prose(1, 20))
    assert KINDS[found.kind[0]] == "neither"
    apart = confirmed(found, np.array([0, 1], dtype=np.int32), _SETTINGS)
    together = confirmed(found, np.array([0, 0], dtype=np.int32), _SETTINGS)
    assert (KINDS[apart.kind[0]], KINDS[together.kind[0]]) == ("neither", "copy")
