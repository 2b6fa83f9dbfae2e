"""Words of texts against a reader that takes one letter after the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.text.letters import (
    APOSTROPHE,
    DIGIT,
    LETTER,
    MARK,
    NEWLINE,
    OPENER,
    POINT,
    QUOTE,
    SINGLE,
    SINGLE_OPENER,
    letters,
)
from samecopy.text.words import fold, hashed, tokens

Word = tuple[int, int, int, int]
"""Begin, end, line, what `Tokens.quoted` says."""

_ENDS = {APOSTROPHE: LETTER, POINT: DIGIT}
_PLAIN = "abcdefXYZ" + "019" + "'.,\" \n"
_RICH = _PLAIN + "’“”‘«»–—…éßÜж東が½²٣ \xa0\xad\u0301\u200b\u200c\u200d\u2028\u203f\u2060𝒜𠀀😀\ud800"
_TEXTS = st.one_of(
    st.text(alphabet='ab: \n""“”’', max_size=40),
    st.text(alphabet=_RICH, max_size=90),
    st.text(alphabet=_PLAIN, max_size=150),
    st.lists(
        st.sampled_from(["a", "don't", "won’t", "1,200.5", "“", "”\n", "'", ". ", " ", "é"]), max_size=60
    ).map("".join),
)


def _kinds(text: str) -> list[int]:
    table = letters().kinds
    return [int(table[ord(c)]) if ord(c) < len(table) else SINGLE * (ord(c) < 0x40000) for c in text]


def _word_end(kinds: list[int], i: int) -> int:
    last = 0
    while i < len(kinds):
        kind, after = kinds[i], kinds[i + 1] if i + 1 < len(kinds) else 0
        joins = kind in _ENDS and last == after == _ENDS[kind]
        fits = last != SINGLE if kind in (LETTER, DIGIT) else kind == SINGLE and last == 0
        if not (fits or joins or (kind == MARK and last)):
            break
        last = last if kind == MARK else kind
        i += 1
    return i


def _leans(text: str, i: int) -> int:
    """Whether a mark stands before a word (1), behind one (-1), or free of both or between two (0)."""
    before, after = text[i - 1 : i] if i else " ", text[i + 1 : i + 2] or " "
    return int(before <= " ") - int(after <= " ")


def _textbook(text: str) -> list[Word]:
    kinds = _kinds(text)
    spans: list[tuple[int, int, int]] = []
    quoted: list[int] = []
    line = i = begun = told = 0
    marks: set[str] = set()

    def dropped() -> None:
        quoted[begun:] = [flags & 2 for flags in quoted[begun:]]

    while i < len(kinds):
        kind = kinds[i]
        if kind in (LETTER, DIGIT, SINGLE):
            end = _word_end(kinds, i)
            spans.append((i, end, line))
            quoted.append(told + bool(marks))
            i = end
            continue
        if kind == NEWLINE:
            if spans and spans[-1][2] == line:
                told = 2 * text[:i].rstrip(" \r").endswith(":")
            line += 1
            again = _kinds(text[i + 1 :].lstrip("".join(map(chr, range(33))))[:1])
            if marks and not (again and again[0] in (QUOTE, OPENER, SINGLE_OPENER)):
                dropped()
            marks = set()
        elif kind == APOSTROPHE:
            marks.discard("'")
        elif kind == QUOTE and '"' in marks and _leans(text, i) > 0:
            dropped()
            begun = len(spans)
        elif kind == QUOTE and '"' in marks:
            marks.discard('"')
        elif kind in (OPENER, SINGLE_OPENER) or (kind == QUOTE and _leans(text, i) >= 0):
            begun = begun if marks else len(spans)
            marks.add("'" if kind == SINGLE_OPENER else '"')
        i += 1
    if marks:
        dropped()
    return [(*span, inside) for span, inside in zip(spans, quoted, strict=True)]


@settings(deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=3))
def test_words_are_those_of_the_textbook(texts: list[str]) -> None:
    """Spans, lines and quotation are those found letter by letter, in blocks of any kind of bytes."""
    found = tokens(texts)
    for place, text in enumerate(texts):
        part = slice(found.starts[place], found.starts[place + 1])
        begin, end = found.begin[part].tolist(), found.end[part].tolist()
        line, quoted = found.line[part].tolist(), found.quoted[part].tolist()
        assert list(zip(begin, end, line, quoted, strict=True)) == _textbook(text)
    starts, word = hashed(texts)
    assert (starts.tolist(), word.tolist()) == (found.starts.tolist(), found.word.tolist())


@settings(deadline=None)
@given(st.lists(st.text(alphabet="aAbéÉ1’'.,ß", max_size=40), min_size=2, max_size=12))
def test_hashes_are_equal_as_folds_are(texts: list[str]) -> None:
    """Words of any length, plain or not, have one hash if and only if they have one normal form."""
    found = tokens(texts)
    forms: dict[str, int] = {}
    for place, text in enumerate(texts):
        for x in range(found.starts[place], found.starts[place + 1]):
            form, code = fold(text[found.begin[x] : found.end[x]]), int(found.word[x])
            assert forms.setdefault(form, code) == code
    assert len(set(forms.values())) == len(forms)
