"""How days are judged beside a peer."""

import pytest

from bench.times import day_of, measured, ours
from evals.times import Document


def test_a_day_counts_as_right_where_an_overlapping_expression_has_it() -> None:
    """Two gold days: one found with its day, one not found."""
    document: Document = {
        "id": "d",
        "published": "2024-03-13",
        "text": "The pier opened on Monday and shut on the feast.",
        "times": [
            {"start": 19, "end": 25, "type": "DATE", "value": "2024-03-11"},
            {"start": 38, "end": 47, "type": "DATE", "value": "2024-03-12"},
        ],
    }
    got = measured(ours(), [document])
    assert (got.gold, got.found, got.overlapping) == (2, 1, 1)
    assert (got.days, got.days_found, got.days_right) == (2, 1, 1)
    assert got.extent == pytest.approx(2 / 3)


def test_of_what_timexy_marks_a_date_has_a_day_and_a_duration_none() -> None:
    """Its marks are TIMEX3 tags."""
    assert day_of('TIMEX3 type="DATE" value="2021-03-04T00:00:00"') == "2021-03-04"
    assert day_of('TIMEX3 type="DURATION" value="P2W"') is None
