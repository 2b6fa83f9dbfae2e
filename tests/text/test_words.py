"""Words and their normal form."""

import itertools
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.text.letters import UNKNOWN, common_letters, fold_letter, letters
from samecopy.text.words import fold, folded, hashed, joined, tokens, words


def _read(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


def test_apostrophes_join_letters() -> None:
    """An apostrophe of either shape between letters belongs to the word, one at its end does not."""
    assert _read("The ministers’ aide didn't say ‘no’") == ["The", "ministers", "aide", "didn't", "say", "no"]


def test_points_and_commas_join_digits() -> None:
    """A figure is one word; the full stop after it is not part of it."""
    assert _read("It cost 1,200.50, or 3.") == ["It", "cost", "1,200.50", "or", "3"]


def test_dashes_and_slashes_part_words() -> None:
    """A hyphen, a dash and a slash stand between words."""
    assert _read("co-op — and/or") == ["co", "op", "and", "or"]


def test_marks_belong_to_their_letter() -> None:
    """A combining mark, a vowel sign and a soft hyphen do not end a word."""
    assert _read("cafe\u0301 हिन्दी auto\xadbus") == ["cafe\u0301", "हिन्दी", "auto\xadbus"]


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200f", "\u202e", "\u2066", "\ufe0f", "\ufeff", "\U000e0100", "\U000e0041"]
)
def test_what_shows_nothing_changes_no_word(sign: str) -> None:
    """Zero-width spaces, marks of direction, variation selectors, tags: the same words, spans as they are."""
    plain, hidden = tokens(["harbour wall"]), tokens([f"har{sign}bour {sign}wall{sign}"])
    assert hidden.word.tolist() == plain.word.tolist()
    assert _read(f"har{sign}bour {sign}wall")[0] == f"har{sign}bour"


def test_unspaced_scripts_give_a_word_per_character() -> None:
    """Han and kana are words of one character, also beside Latin letters."""
    assert _read("東京ABCで") == ["東", "京", "ABC", "で"]


def test_spans_count_in_the_whole_text() -> None:
    """With a beginning and an end, spans still count from the start of the text."""
    text = "One two three four"
    assert [span.of(text) for span in words(text, 4, 13)] == ["two", "three"]
    assert [span.of(text) for span in words(text, -4)] == ["four"]


def test_fold_lifts_case_accents_width_and_quotes() -> None:
    """Forms of one word have one normal form."""
    assert fold("ÉCOLE") == fold("école") == "ecole"
    assert fold("ＷＨＯ’ｓ") == "who's"
    assert fold("Ærø") == "aero"


def test_fold_keeps_letters_that_differ() -> None:
    """A Cyrillic short i is not an i."""
    assert fold("й") != fold("и")


def test_equal_folds_are_equal_hashes() -> None:
    """Words with one normal form have one hash, others have others."""
    found = tokens(["Straße STRASSE strasse Strase"])
    assert found.word[0] == found.word[1] == found.word[2] != found.word[3]


def test_quoted_words_are_marked() -> None:
    """Words between quotation marks are marked, whatever the shape of the marks."""
    assert tokens(["say “we go” now"]).quoted.tolist() == [0, 1, 1, 0]
    assert tokens(['say "we go" now']).quoted.tolist() == [0, 1, 1, 0]
    assert tokens(["say «we go» now"]).quoted.tolist() == [0, 1, 1, 0]
    assert tokens(["say ‘we won’t’ now"]).quoted.tolist() == [0, 1, 1, 0]


def test_a_stray_mark_quotes_nothing() -> None:
    """A quotation mark that never closes does not quote the rest of the line."""
    assert tokens(['a 5" pipe burst\nhere']).quoted.tolist() == [0] * 5


def test_straight_marks_open_before_a_word_and_close_behind_one() -> None:
    """A closing mark without its opening one, or the other way round, does not turn the line inside out."""
    assert tokens(['so we go" and "they stay" now']).quoted.tolist() == [0, 0, 0, 0, 1, 1, 0]
    assert tokens(['so "we go and "they stay" now']).quoted.tolist() == [0, 0, 0, 0, 1, 1, 0]


def test_a_line_behind_a_colon_is_marked() -> None:
    """What follows a line that ends in a colon is as good as quoted, to the end of its line."""
    assert tokens(["He said: no\nShe said: \n\nWe “go”.\nYes"]).quoted.tolist() == [0] * 5 + [2, 3, 0]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    """Where the next line opens with a mark again, the one before needed no closing mark."""
    assert tokens(["“We go.\n“We stay.” Yes"]).quoted.tolist() == [1, 1, 1, 1, 0]


def test_lines_are_numbered() -> None:
    """Each word knows its line, empty lines counted."""
    assert tokens(["a b\n\nc"]).line.tolist() == [0, 0, 2]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab’ .\n“”1,é東", max_size=20), max_size=5))
def test_batches_do_not_change_words(texts: list[str]) -> None:
    """Texts tokenised one by one and joined are the same as together."""
    if texts:
        one, many = tokens(texts), joined([tokens([text]) for text in texts])
        assert one.starts.tolist() == many.starts.tolist()
        assert one.word.tolist() == many.word.tolist()
        assert one.quoted.tolist() == many.quoted.tolist()


@settings(deadline=None)
@given(st.text(max_size=40))
def test_words_do_not_overlap_and_fold_alike(text: str) -> None:
    """Spans ascend, are never empty, hold no space, and equal folds go with equal hashes."""
    spans = words(text)
    assert all(a.end <= b.begin for a, b in itertools.pairwise(spans))
    assert all(len(span) > 0 and not re.search(r"[ \n\t]", span.of(text)) for span in spans)
    by_fold: dict[str, int] = {}
    for span, code in zip(spans, tokens([text]).word.tolist(), strict=True):
        assert by_fold.setdefault(fold(span.of(text)), code) == code


@settings(deadline=None)
@given(st.text(alphabet="abcdefgh ,;\n", max_size=60))
def test_plain_words_are_what_a_pattern_finds(text: str) -> None:
    """On plain letters the tokenizer agrees with the textbook pattern."""
    assert _read(text) == re.findall(r"[a-h]+", text)


@given(st.text(alphabet="abZ09'’.,-–— “”…\xa0\n_é中", max_size=30))
def test_short_ways_to_words_find_what_the_kernel_finds(text: str) -> None:
    """Plain texts are read by an expression: spans and normal forms are those of the kernel."""
    found = tokens([text])
    spans = list(zip(found.begin.tolist(), found.end.tolist(), strict=True))
    assert [(span.begin, span.end) for span in words(text)] == spans
    assert folded(text) == [fold(text[begin:end]) for begin, end in spans]


def test_the_table_holds_what_fold_letter_says() -> None:
    """The kernels' table and `fold` agree on every letter below U+10000."""
    tables = letters()
    for code in [*range(0x20, 0x3400), *range(0xA640, 0xAC00), *range(0xF900, 0x10000)]:
        if 1 <= tables.kinds[code] <= 5:
            packed = sum(ord(c) << (21 * i) for i, c in enumerate(fold_letter(chr(code))))
            assert packed == int(tables.folds[code]), hex(code)


def test_the_common_table_says_what_the_whole_one_says() -> None:
    """Where the small table knows a letter, kind and fold are those of the whole table."""
    small, whole = common_letters(), letters()
    known = np.flatnonzero(small.kinds != UNKNOWN)
    assert len(known) > 700
    assert (small.kinds[known] == whole.kinds[known]).all()
    assert (small.folds[known] == whole.folds[known]).all()


def test_texts_may_come_as_utf8() -> None:
    """Bytes give the words, spans and quotations that the text gives, embedded posts included."""
    texts = ["“Zürich” says no. — Ada Brook (@adab) May 2", "Plain.", "\ud800 lone"]
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    one, other = tokens(texts), tokens(raw)
    assert all((getattr(one, n) == getattr(other, n)).all() for n in ("starts", "word", "begin", "quoted"))
    assert (hashed(raw)[1] == one.word).all()
