"""Plain words."""

import pytest

from samecopy.report.wording import amount, day_words, earliest, moment, percent, tally


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-04-02", "Wed 2 April 2031"),
        ("2031-04", "April 2031"),
        ("2031", "2031"),
        ("203X", "2030s"),
        ("2031-W14", "week 14 of 2031"),
        ("2031-04-02TEV", "Wed 2 April 2031, evening"),
        ("2031-04-02T09:30", "Wed 2 April 2031, 09:30"),
        ("2031-13-40", "2031-13-40"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("2031-SU", "2031-SU"),
        ("", ""),
    ],
)
def test_day_words(value: str, words: str) -> None:
    """Dates are written out; a value that is none is left as it is."""
    assert day_words(value) == words


@pytest.mark.parametrize(
    ("values", "first"),
    [
        ([], None),
        (["2031-04-02T06:12:00Z", "2031-04-02T09:00:00+02:00"], "06:12Z"),
        (["2031-04-02T06:12:00Z", "2031-04-03T09:00:00Z"], "2031-04-02 06:12Z"),
        (["2031-04-02", "2031-04-03"], "2031-04-02"),
        (["2031-04-01", "2031-04-02T06:12:00Z"], "2031-04-01"),
        (["2031-04-02T06:12:00"], "2031-04-02"),
    ],
)
def test_earliest(values: list[str], first: str | None) -> None:
    """The earliest time is exact only where offsets let times be compared."""
    assert earliest(values) == first


@pytest.mark.parametrize(
    ("low", "high", "approximate", "unit", "words"),
    [
        (40, 40, False, "days", "40 days"),
        (20000, None, True, None, "about 20,000 or more"),
        (None, 5, False, "km", "up to 5 km"),
        (4100.25, 4100.25, False, None, "4,100.25"),
        (100 / 3, 100 / 3, True, "%", "about 33.33%"),
        (2.5, 3, False, "%", "2.5–3%"),
        (None, None, False, None, "not given"),
    ],
)
def test_amount(
    low: float | None, high: float | None, approximate: bool, unit: str | None, words: str
) -> None:
    """Ranges, open bounds and units in words."""
    assert amount(low, high, approximate, unit) == words


def test_percent_is_full_or_none_only_when_it_is() -> None:
    """Rounding never says all or nothing where it is not."""
    assert [percent(share) for share in (0.0, 0.001, 0.816, 0.999, 1.0)] == ["0%", "1%", "82%", "99%", "100%"]


def test_tally_counts_by_kind() -> None:
    """Edits are counted by kind, in the singular and the plural."""
    assert tally(["name", "number", "number"]) == "2 figures, 1 name"


def test_moment_keeps_the_offset() -> None:
    """A publication time stays in the outlet's own time."""
    assert moment("2031-04-02T06:12:00-05:00") == "2031-04-02 06:12 -05:00"
    assert moment("2031-04-02T06:12Z") == "2031-04-02 06:12Z"
