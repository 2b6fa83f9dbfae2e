"""Joining likely pairs: the index against every pair."""

from hypothesis import given
from hypothesis import strategies as st

from samecopy.stages.account.joining import Placed, joined

WORDS = ["ash", "bay", "cod", "dew", "elm", "fen", "gull", "hay", "ice", "jay", "kelp", "loch"]
mentions = st.builds(
    Placed,
    page=st.sampled_from("pqrs"),
    rows=st.frozensets(st.sampled_from([("f", "1"), ("f", "2")]), max_size=1),
    keys=st.frozensets(st.sampled_from(WORDS), min_size=1, max_size=6),
    run=st.text("ab", max_size=2),
)


def near(a: Placed, b: Placed) -> bool:
    """More must agree within one page."""
    agree = len(a.keys & b.keys) / len(a.keys | b.keys)
    return agree >= (0.85 if a.page == b.page else 0.5)


def every_pair(placed: list[Placed]) -> tuple[tuple[int, ...], ...]:
    """The textbook way: all pairs that share a row or one of the four rarest recurring words, then the
    transitive closure by relabelling."""
    spread = {word: sum(word in place.keys for place in placed) for word in WORDS}
    rarest = [
        sorted((w for w in place.keys if spread[w] > 1), key=lambda w: (spread[w], w))[:4] for place in placed
    ]
    labels = list(range(len(placed)))
    for i, a in enumerate(placed):
        for j, b in enumerate(placed[:i]):
            likely = a.rows & b.rows or b.keys.intersection(rarest[i]) or a.keys.intersection(rarest[j])
            if likely and near(a, b):
                least, most = sorted((labels[i], labels[j]))
                labels = [least if label == most else label for label in labels]
    return tuple(
        tuple(i for i, other in enumerate(labels) if other == label) for label in sorted(set(labels))
    )


@given(st.lists(mentions, max_size=24))
def test_groups_are_those_of_every_likely_pair(placed: list[Placed]) -> None:
    """The index leaves out no pair and joins none besides."""
    assert joined(placed, lambda i, j: near(placed[i], placed[j])) == every_pair(placed)


@given(st.lists(mentions, max_size=24))
def test_repeats_change_no_group(placed: list[Placed]) -> None:
    """Two of the mentions that say the same stand for all of them."""
    repeats = [(place.keys, place.rows) for place in placed]
    assert joined(placed, lambda i, j: near(placed[i], placed[j]), repeats) == every_pair(placed)


def test_a_thousand_repeats_are_compared_in_a_thousand_steps_at_most() -> None:
    """Pages of one copy are not set against each other pair by pair."""
    placed = [Placed(str(n), frozenset([("f", "1")]), frozenset(WORDS), "") for n in range(1000)]
    compared: list[tuple[int, int]] = []

    def alike(i: int, j: int) -> bool:
        compared.append((i, j))
        return True

    assert joined(placed, alike, ["same"] * 1000) == (tuple(range(1000)),)
    assert len(compared) <= 1000


def test_a_crowded_word_shows_to_each_those_that_begin_most_like_it() -> None:
    """Of two thousand mentions with one word each is set against a hundred, its like among them."""
    placed = [Placed(str(n), frozenset(), frozenset(["ash"]), f"{n // 2:04}") for n in range(2000)]
    compared: set[tuple[int, int]] = set()

    def alike(i: int, j: int) -> bool:
        assert (i, j) not in compared
        compared.add((i, j))
        return placed[i].run == placed[j].run

    assert joined(placed, alike) == tuple((n, n + 1) for n in range(0, 2000, 2))
    assert len(compared) <= 2000 * 50
