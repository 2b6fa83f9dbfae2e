"""Word alignment against a slow textbook oracle."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.diff import Gap, aligned, gaps, matches

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


def longest(a: list[str], b: list[str]) -> int:
    """Length of a longest common subsequence, by the quadratic recurrence."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def increasing(pairs: list[tuple[int, int]]) -> bool:
    return all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(pairs))


@given(WORDS, WORDS)
def test_matches_are_a_longest_common_subsequence(a: list[str], b: list[str]) -> None:
    """As long as the oracle says, of equal words, increasing on both sides."""
    pairs = matches(a, b)
    assert len(pairs) == longest(a, b)
    assert increasing(pairs)
    assert all(a[i] == b[j] for i, j in pairs)


@given(WORDS, WORDS, st.data())
def test_sliding_keeps_the_subsequence_longest(a: list[str], b: list[str], data: st.DataObject) -> None:
    """Wherever the breaks fall, no match is lost or crossed."""
    flags = [[*data.draw(st.lists(st.booleans(), min_size=len(w), max_size=len(w))), True] for w in (a, b)]
    pairs = aligned(a, b, flags[0], flags[1])
    assert len(pairs) == longest(a, b)
    assert increasing(pairs)
    assert all(a[i] == b[j] for i, j in pairs)


@given(WORDS, WORDS)
def test_matches_and_gaps_cover_both_sides(a: list[str], b: list[str]) -> None:
    """Every word is matched or in one gap."""
    pairs = matches(a, b)
    found = gaps(pairs, len(a), len(b))
    covered = sorted([i for i, _ in pairs] + [i for g in found for i in range(g.a_begin, g.a_end)])
    assert covered == list(range(len(a)))


def test_an_inserted_sentence_is_found_whole() -> None:
    """A sentence that opens like its neighbour is not cut in two."""
    a, b = ["he", "left", "he", "slept"], ["he", "left", "he", "ate", "he", "slept"]
    starts = [[w == "he" for w in words] + [True] for words in (a, b)]
    assert gaps(aligned(a, b, *starts), 4, 6) == [Gap(2, 2, 2, 4)]


def test_texts_too_long_for_one_matrix_are_matched_between_anchors() -> None:
    """A long text with a word changed in every hundred is matched nearly whole."""
    a = [str(i) for i in range(11_000)]
    b = ["changed" if i % 100 == 0 else word for i, word in enumerate(a)]
    assert matches(a, b) == [(i, i) for i in range(11_000) if i % 100]


def test_texts_too_long_without_anchors_match_nowhere() -> None:
    """One word over and over gives no anchors; nothing is claimed and nothing runs out of memory."""
    assert matches(["a"] * 11_000, ["a", "b"] * 5_500) == []
