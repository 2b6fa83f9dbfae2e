"""Figures compared: one amount in two measures, scores, ranks, clock times."""

import pytest

from samecopy.records import EditKind, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate.edits import compare
from samecopy.stages.collate.pieces import block


def found(before: str, after: str) -> list[tuple[EditKind, bool]]:
    a, b = block("a", 0, before, Span(0, len(before))), block("b", 0, after, Span(0, len(after)))
    return [(e.kind, e.matters) for e in compare("p1", a, b, (None, None), CollateSettings())]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It covers 500 acres.", "It covers about 200 hectares."),
        ("It is 25C in the bay.", "It is 77F in the bay."),
        ("A foot of silt lay there.", "30cm of silt lay there."),
        ("A year and a half went by.", "18 months went by."),
        ("The crew voted 9-4 for it.", "The crew voted nine to four for it."),
        ("It rose half a percentage point.", "It rose 0.5 percentage points."),
        ("They sold half of it.", "They sold 50 percent of it."),
        ("It cost £300.", "It cost 300 pounds."),
        ("She came 3rd.", "She came third."),
    ],
)
def test_one_amount_in_two_forms(before: str, after: str) -> None:
    """A conversion, rounded as writers round, is local form."""
    assert found(before, after) == [("number_form", False)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It covers 500 acres.", "It covers 500 hectares."),
        ("It is 25C in the bay.", "It is 28C in the bay."),
        ("The crew voted 9-4 for it.", "The crew voted 9-3 for it."),
        ("She came second.", "She came third."),
        ("Its catch doubled.", "Its catch tripled."),
        ("Both boats sank.", "Three boats sank."),
        ("The bell rang twice.", "The bell rang four times."),
        ("It sails at 3 p.m. daily.", "It sails at 4 p.m. daily."),
    ],
)
def test_another_amount_is_a_number_changed(before: str, after: str) -> None:
    """Ranks, scores, degrees and times of day count like figures."""
    assert ("number", True) in found(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It sails at 4.30 p.m. daily.", "It sails at 16:30 daily."),
        ("It lands at 9 a.m. EDT.", "It lands at 1300 GMT."),
        ("Gates shut at noon.", "Gates shut at 12 p.m."),
    ],
)
def test_one_time_of_day_in_two_forms(before: str, after: str) -> None:
    """Clock times are compared by themselves, zones where both are named."""
    assert ("number", True) not in found(before, after)
    assert not any(matters for _, matters in found(before, after))
