"""What an excerpt shares, told from the texts around it."""

import numpy as np
import pytest

from samecopy.records import Span
from samecopy.settings import CopySettings
from samecopy.stages.copies.align import Aligned
from samecopy.stages.copies.excerpts import FORMS, Side, form, forms, releases
from samecopy.text.posts import posts

_SETTINGS = CopySettings()
_WORDS = " ".join(f"barge{i} passed lock{i} at dawn." for i in range(12))
_LONG = " ".join(f"barge{i} passed lock{i} at dawn." for i in range(24))


def _form(text: str, shared: str, quoted: bool = False, times: int = 1) -> str:
    """The form of what stands `times` over in a text, the other being the shared words alone."""
    begin = text.index(shared)
    own = [Span(begin, begin + len(shared))] * times
    other = [Span(0, len(shared))] * times
    words = len(shared.split()) * times
    sides = tuple(
        Side(part, spans, posts(part), releases(part)) for part, spans in ((text, own), (shared, other))
    )
    return form(sides, words, 0 if quoted else words, _SETTINGS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Low water.\n{_WORDS} — Lock Watch (@locks) 3 June\nNo.", "post"),
        (f"The port said so in a press release on Monday.\n{_WORDS}\nNo.", "release"),
        (f"{_WORDS}\n— ENDS —\nNotes for editors.", "release"),
        (f"OSTERHALL, May 2 /PRNewswire/ -- {_WORDS}", "release"),
        (f"Der Hafen schrieb in einer Pressemitteilung:\n{_WORDS}", "release"),
        (f"The harbour master wrote:\n{_WORDS}", "quotation"),
        (f"The harbour master wrote it down.\n{_WORDS}", "block"),
        (f"A press release came out.{' Nobody read it.' * 20}\n{_WORDS}", "block"),
        (f"The weekend ends\n{_WORDS}", "block"),
    ],
    ids=["post", "release", "its end", "its service", "in German", "colon", "block", "far away", "no mark"],
)
def test_the_form_is_told_by_what_stands_around(text: str, expected: str) -> None:
    """A signature behind, a release named beside, a colon before; else by the number of passages."""
    assert _form(text, _WORDS) == expected


@pytest.mark.parametrize(
    ("shared", "quoted", "expected"),
    [
        (_WORDS, True, "quotation"),
        (_LONG, True, "speech"),
        (_LONG, False, "block"),
        (_LONG.replace("barge9 ", "(Applause.) barge9 "), False, "speech"),
        ("\n".join(f"{who}: {_WORDS}" for who in ("MR. BROOK", "Q", "MS. REED")), False, "speech"),
        ("\n".join(f"{what}: {_WORDS}" for what in ("Weather", "Tides", "Locks")), False, "block"),
    ],
    ids=["short", "long", "unquoted", "applause", "turns", "labels"],
)
def test_a_speech_is_long_and_spoken(shared: str, quoted: bool, expected: str) -> None:
    """A hundred words in quotation marks, in turns of speakers or with the hall's applause."""
    assert _form(f"So it went.\n{shared}", shared, quoted) == expected


def test_many_passages_are_scattered() -> None:
    """More than a few passages make no block."""
    assert _form(f"So it went.\n{_WORDS}", _WORDS, times=3) == "block"
    assert _form(f"So it went.\n{_WORDS}", _WORDS, times=4) == "scattered"


def test_single_sentences_are_scattered() -> None:
    """However few: a block holds a passage that is more than a sentence."""
    sentence = " ".join(_WORDS.split()[:20])
    assert _form(f"So it went.\n{sentence}", sentence, times=2) == "scattered"


def test_only_excerpts_have_a_form() -> None:
    """Copies and pairs that share too little have none."""
    texts = [f"So it went.\n{_WORDS}", _WORDS]
    shared = np.array([60, 60, 60], np.int32)
    aligned = Aligned(
        pairs=np.array([[0, 1]] * 3),
        kind=np.array([0, 1, 2], np.uint8),
        containment=np.ones(3),
        words=shared,
        unquoted=shared,
        bounds=np.arange(4),
        spans=np.array([[12, 12 + len(_WORDS), 0, len(_WORDS)]] * 3, np.int32),
        verbatim=np.ones(3, np.uint8),
        shares=np.ones((3, 2)),
    )
    assert [FORMS[n] for n in forms(aligned, texts.__getitem__, _SETTINGS)] == ["", "block", ""]
