"""What shared words amount to, from their counts alone."""

from dataclasses import dataclass

import numpy as np
import pytest

from samecopy.settings import CopySettings
from samecopy.stages.copies.judge import KINDS, judged


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two articles of `size` words share; `passages` lists equal words of each passage."""

    size: int
    passages: tuple[int, ...]
    edited: int = 0
    quoted: int = 0
    told: int = 0
    unquoted_size: int | None = None
    opens_at: int = 100

    def kind(self) -> str:
        equal = sum(self.passages)
        plain = equal - self.quoted
        size = self.size if self.unquoted_size is None else self.unquoted_size
        inside, longest = 2 * equal + 2 * self.edited, max(self.passages)
        row = [equal, plain, plain, plain, size, size, self.size, longest, inside, self.told, self.opens_at]
        _, kinds = judged(np.array([row], np.int32), np.array([len(self.passages)]), CopySettings())
        return str(KINDS[kinds[0]])


@pytest.mark.parametrize(
    ("shared", "kind"),
    [
        (_Shared(400, (120, 30)), "excerpt"),
        (_Shared(400, (60, 50, 30, 10)), "copy"),
        (_Shared(400, (120, 30), edited=10), "copy"),
        (_Shared(400, (120, 30), opens_at=8), "copy"),
        (_Shared(400, (120, 80)), "copy"),
    ],
    ids=["few blocks", "scattered", "edited", "opening", "half the text"],
)
def test_few_clean_blocks_are_an_excerpt(shared: _Shared, kind: str) -> None:
    """Unless they are edited, lie scattered, open both texts, or make up half of one."""
    assert shared.kind() == kind


def test_what_a_colon_introduces_is_quoted() -> None:
    """A block behind a colon makes an excerpt, however much of a text it is, but not all."""
    assert _Shared(400, (100, 90, 60, 20), edited=20, told=200).kind() == "excerpt"
    assert _Shared(400, (380,), edited=20, told=380).kind() == "copy"


def test_the_frame_of_a_transcript_is_no_copy() -> None:
    """Most of the few unquoted words of a long quoted text is little of it."""
    assert _Shared(900, (30, 14), unquoted_size=70).kind() == "excerpt"


@pytest.mark.parametrize(
    ("shared", "kind"),
    [
        (_Shared(300, (75,)), "excerpt"),
        (_Shared(200, (75,), edited=4), "copy"),
        (_Shared(200, (75,)), "excerpt"),
        (_Shared(170, (75,)), "copy"),
        (_Shared(60, (28,)), "excerpt"),
        (_Shared(60, (40,)), "copy"),
        (_Shared(300, (70, 9)), "excerpt"),
        (_Shared(225, (75,), edited=4), "excerpt"),
        (_Shared(60, (32,), quoted=20, unquoted_size=35), "excerpt"),
    ],
    ids=[
        "of many",
        "edited, of few",
        "of few",
        "nearly half",
        "sentence",
        "notice",
        "and a phrase",
        "edited, of more",
        "quoted mostly",
    ],
)
def test_one_paragraph_is_background_unless_it_is_much_of_a_text(shared: _Shared, kind: str) -> None:
    """What stands in one passage counts by its share of all words."""
    assert shared.kind() == kind


@pytest.mark.parametrize(
    ("shared", "kind"),
    [
        (_Shared(80, (26,), opens_at=6), "copy"),
        (_Shared(80, (26,)), "no copy"),
        (_Shared(140, (26,), opens_at=6), "no copy"),
        (_Shared(60, (18,), opens_at=6), "no copy"),
        (_Shared(50, (44,), quoted=44, opens_at=6), "copy"),
        (_Shared(50, (44,), quoted=44), "no copy"),
    ],
    ids=["lead", "later", "longer", "one line", "quoted lead", "quoted later"],
)
def test_a_brief_begins_like_its_report(shared: _Shared, kind: str) -> None:
    """What both texts begin with is copy where it is much of one of them, and more than a line that an
    outlet puts before its pages."""
    assert (shared.kind() == "copy") == (kind == "copy")


@pytest.mark.parametrize(
    ("shared", "kind"),
    [
        (_Shared(240, (40, 16)), "copy"),
        (_Shared(240, (56,)), "excerpt"),
        (_Shared(240, (48, 8)), "excerpt"),
        (_Shared(240, (40, 16), told=16), "excerpt"),
        (_Shared(160, (65, 15), quoted=66, unquoted_size=90), "copy"),
        (_Shared(220, (90,), unquoted_size=170), "copy"),
    ],
    ids=["two places", "one place", "a phrase", "behind a colon", "quoted mostly", "half"],
)
def test_a_little_in_two_places_is_copy(shared: _Shared, kind: str) -> None:
    """Strangers share a paragraph, hardly ever a sentence somewhere else besides."""
    assert shared.kind() == kind
