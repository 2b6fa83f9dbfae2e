"""What terms tell among the rows in sight, against slow versions."""

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.kernels.sight import seen, weighed

PLACES = st.lists(st.integers(0, 12), max_size=9).map(sorted)
TEXTS = st.lists(
    st.tuples(st.integers(0, 9), st.dictionaries(st.integers(0, 5), st.integers(1, 3), max_size=4)),
    max_size=8,
)
EXPECTED = np.array([0.05, 0.4])
PRIOR, POWER = 4.0, 1.5
Text = tuple[int, dict[int, int]]


def run(texts: list[Text], free: int, least: int) -> list[dict[int, float]]:
    """The weights of texts with their places, the first few free."""
    rows = [sorted(text[1].items()) for text in texts]
    term = np.array([t for row in rows for t, _ in row], dtype=np.int32)
    value = np.array([v for row in rows for _, v in row], dtype=np.float64)
    starts = np.cumsum([0, *(len(row) for row in rows)])
    begin, end = seen(np.array([text[0] for text in texts], dtype=np.int64), free, least)
    kind = (term % 2).astype(np.int64)
    weight = weighed(starts, term, value, kind, EXPECTED, begin, end, free, PRIOR, POWER)
    return [
        dict(zip((t for t, _ in row), weight[at : at + len(row)].tolist(), strict=True))
        for row, at in zip(rows, starts[:-1].tolist(), strict=True)
    ]


def slow(texts: list[Text], at: int, sight: list[int]) -> dict[int, float]:
    """One text's weights among the texts in sight."""

    def told(term: int) -> float:
        having = sum(term in texts[i][1] for i in sight)
        return float(np.log((len(sight) + PRIOR + 1) / (having + PRIOR * EXPECTED[term % 2])) ** POWER)

    def square(i: int, shared: bool) -> float:
        return sum(
            (value * told(term)) ** 2
            for term, value in texts[i][1].items()
            if not shared or sum(term in texts[j][1] for j in sight) > 1
        )

    every = sum(square(i, False) for i in sight)
    part = sum(square(i, True) for i in sight) / every if every else 0.0
    own = square(at, True)
    scale = np.sqrt(part / own) if own else 1.0
    return {term: value * told(term) * scale for term, value in texts[at][1].items()}


def slow_sight(places: list[int], at: int, free: int, least: int) -> list[int]:
    """The free, and all within the least distance that gives enough."""
    if at < free:
        return list(range(len(places)))
    for reach in range(13):
        sight = [i for i in range(len(places)) if i < free or abs(places[i] - places[at]) <= reach]
        if len(sight) >= least:
            break
    return sight


@settings(deadline=None)
@given(PLACES, st.integers(0, 3), st.integers(1, 7))
def test_rows_see_as_far_as_they_must(places: list[int], free: int, least: int) -> None:
    """Both ways alike, and all rows of the farthest place."""
    free = min(free, len(places))
    begin, end = seen(np.array(places, dtype=np.int64), free, least)
    for at in range(len(places)):
        sight = [*range(free), *range(begin[at], end[at])]
        assert sight == slow_sight(places, at, free, least)


@settings(deadline=None)
@given(TEXTS, st.integers(0, 2), st.integers(1, 5))
def test_weights_are_those_of_the_textbook(texts: list[Text], free: int, least: int) -> None:
    """Sliding along gives what counting anew for each row gives."""
    free = min(free, len(texts))
    texts = [*texts[:free], *sorted(texts[free:], key=lambda text: text[0])]
    places = [text[0] for text in texts]
    found = run(texts, free, least)
    for at in range(len(texts)):
        expected = slow(texts, at, slow_sight(places, at, free, least))
        assert found[at].keys() == expected.keys()
        assert all(abs(found[at][t] - w) < 1e-4 * max(1.0, w) for t, w in expected.items())


def test_what_lies_out_of_sight_changes_nothing() -> None:
    """To the last bit: a stretch of days is weighed alike in a longer pile."""
    texts = [(day, {day % 4: 2, 4: 1, (day + 1) % 3: 3}) for day in range(30)]
    here: npt.NDArray[np.int64] = np.arange(10, 20)
    alone = run([texts[day] for day in here.tolist()], 0, 3)
    assert alone[2:-2] == run(texts, 0, 3)[12:18]
