"""Batches of texts for measuring."""

from bench.fingerprint import batches


def test_batches_hold_every_text_once() -> None:
    """Batches end where they are full, and the last holds what is left."""
    texts = ["one", "two", "three", "four"]
    assert list(batches(texts, 6)) == [["one", "two"], ["three", "four"]]
    assert list(batches(texts, 5)) == [["one", "two"], ["three"], ["four"]]
