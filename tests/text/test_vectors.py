"""Texts as weighed vectors."""

import numpy as np

from samecopy.text.vectors import Vectors, Weighing, counts, telling, vectors

WEIGHING = Weighing(head=3.0, lead=100.0, prior=20.0, power=1.5)


def cosine(found: Vectors, i: int, j: int) -> float:
    dense = np.zeros((2, found.terms))
    for at, row in enumerate((i, j)):
        part = slice(found.starts[row], found.starts[row + 1])
        dense[at, found.term[part]] = found.weight[part]
    return float(dense[0] @ dense[1])


def headed(heads: list[str], texts: list[str]) -> Vectors:
    """Vectors among all of them."""
    return vectors(counts(heads, texts, WEIGHING), np.zeros(len(texts), np.int64), 0, 1000, WEIGHING)


def bodies(*texts: str) -> Vectors:
    return headed([""] * len(texts), list(texts))


def test_texts_without_a_common_word_share_nothing() -> None:
    """Their vectors are empty, for only shared terms are kept."""
    found = bodies("one two three", "four five six")
    assert found.starts.tolist() == [0, 0, 0]
    assert found.terms == 0


def test_no_text_is_no_vector() -> None:
    """Nothing comes of nothing."""
    assert bodies().starts.tolist() == [0]


def test_long_words_tell_more_than_short_ones() -> None:
    """In a pile of three a shared long word brings texts nearer than a shared short one."""
    found = bodies("the harbourmaster slept", "an harbourmaster woke", "the tide fell")
    assert cosine(found, 0, 1) > cosine(found, 0, 2) > 0
    assert telling(13) > telling(3)


def test_the_head_weighs_more_than_the_body() -> None:
    """Sharing a title brings texts nearer than sharing a sentence of the body."""
    heads = ["Harbour closed", "Harbour closed", "Something else"]
    texts = ["Bakeries opened.", "Nobody sailed today.", "Bakeries opened."]
    found = headed(heads, texts)
    assert cosine(found, 0, 1) > cosine(found, 0, 2) > 0


def test_spelling_case_and_accents_do_not_part_texts() -> None:
    """Words are compared in their normal form."""
    assert round(cosine(bodies("Zürich’s CAFÉ reopens", "Zurich's cafe reopens"), 0, 1), 4) == 1.0


def test_the_numbering_of_blocks_does_not_show() -> None:
    """Texts are counted block by block; the same text far away is the same vector."""
    texts = [f"story number {n} of the harbour" for n in range(600)]
    found = bodies(*texts, texts[0])
    assert cosine(found, 0, 600) > 0.99 * cosine(found, 0, 0)
