"""Clock times."""

import pytest

from samecopy.text.clock import find_clocks, same_clock


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 4.30 a.m.", 270),
        ("at 04:30", 270),
        ("12 a.m.", 0),
        ("12pm", 720),
        ("2015 GMT", 1215),
        ("noon", 720),
    ],
)
def test_a_clock_time_is_read(text: str, minutes: int) -> None:
    """Twelve-hour and twenty-four-hour forms, points and colons."""
    assert [c.minutes for c in find_clocks(text)] == [minutes]


@pytest.mark.parametrize("text", ["it fell 4.30 points", "in 2015", "a 16:9 picture", "room 7"])
def test_a_bare_number_is_no_clock_time(text: str) -> None:
    """Without its mark a number is a number."""
    assert find_clocks(text) == []


def test_a_zone_on_one_side_only_leaves_it_open() -> None:
    """Two times that differ may still be one, if only one names its zone."""
    one, other = find_clocks("9 a.m., 1300 GMT")
    assert same_clock(one, other) is None
