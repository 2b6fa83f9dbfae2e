"""How days are judged beside a peer."""

from bench.times import measured, ours
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
    assert measured(ours, [document])[1:] == (2, 1, 1)
