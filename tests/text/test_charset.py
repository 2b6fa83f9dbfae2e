"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.charset import decode, looks_binary

NOTE = "Die Fähre fährt heute nicht, sagte Frau Grün."


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_decides_and_is_dropped(mark: str) -> None:
    """A byte order mark says the encoding, and does not become text."""
    assert decode(NOTE.encode(mark), "iso-8859-1").text == NOTE


def test_valid_utf8_beats_a_wrong_declaration() -> None:
    """A page that declares Latin-1 but is UTF-8 is read as UTF-8."""
    assert decode(NOTE.encode(), "iso-8859-1").text == NOTE


def test_declared_charset_is_used_where_utf8_does_not_fit() -> None:
    """Windows-1251 that says so is read as such."""
    assert decode("Паром стоит в порту".encode("cp1251"), "windows-1251").text == "Паром стоит в порту"


def test_undeclared_latin1_is_detected() -> None:
    """Without a declaration the encoding is detected from the bytes."""
    assert decode((NOTE * 20).encode("cp1252")).text == NOTE * 20


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Lënne opened the door. “It is late,” she said – and left.", "cp1252"),
        ("It cost £5, or ½ of that, in a café.", "cp1252"),
        ("L’été dernier, l’élève a été reçu à l’école.", "cp1252"),
        ("Zażółć gęślą jaźń, powiedział woźny w Łęgu.", "cp1250"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
        ("Lielā ēka Rīgā ir šodien atvērta, žurnālists teica. " * 4, "cp1257"),
        ("Паром стоит в порту", "cp1251"),
        ("フェリーは遅れた。港は閉鎖された。", "shift_jis"),
    ],
)
def test_undeclared_encodings_are_told_apart(text: str, encoding: str) -> None:
    """A few accents among ASCII are Windows-1252; other encodings need clear evidence."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("label", ["rot13", "idna", "unicode_escape", "utf-7", "base64", "no-such", ""])
def test_labels_that_are_no_charsets_are_passed_over(label: str) -> None:
    """A declaration that names no charset of text changes nothing."""
    assert decode(b"Ferry \xe9 \\ud800", label).text.startswith("Ferry ")


def test_some_bad_bytes_do_not_change_the_declared_encoding() -> None:
    """One broken character in a long UTF-8 page stays one broken character."""
    data = (NOTE * 20).encode() + b"\xff"
    assert decode(data, "utf-8").broken == 1


def test_utf16_without_a_mark_is_no_binary_file() -> None:
    """Zero bytes in every second place are UTF-16."""
    data = NOTE.encode("utf-16-le")
    assert not looks_binary(data)
    assert decode(data).text == NOTE


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", bytes(range(32)) * 9])
def test_binary_files_are_told(data: bytes) -> None:
    """Known signatures and control bytes are no text."""
    assert looks_binary(data)


@given(st.binary(max_size=300), st.text(max_size=20))
def test_decoding_never_fails(data: bytes, declared: str) -> None:
    """Any bytes under any declaration give text without lone surrogates."""
    decode(data, declared).text.encode("utf-8")
