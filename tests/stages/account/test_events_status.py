"""The status of an event, from its words and its day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import EventStatus
from samecopy.stages.account import eventwords
from samecopy.stages.account.events_status import days_of, denial, may_be_open, negated_plan, status_of

TODAY = date(2024, 3, 13)


@pytest.mark.parametrize(
    ("words", "when", "status"),
    [
        ("the board will meet on @", "2024-03-15", "scheduled"),
        ("the board met on @", "2024-03-11", "happened"),
        ("the board met on @", "2024-03-15", "scheduled"),
        ("the board will meet on @", "2024-03-11", "happened"),
        ("a meeting was scheduled for @", "2024-03-11", "scheduled"),
        ("the board is meeting @", "2024-03-13", "ongoing"),
        ("the board could meet on @", "2024-03-15", "conditional"),
        ("the board will not meet on @", "2024-03-15", "denied"),
        ("the meeting on @ was called off", "2024-03-15", "cancelled"),
        ("the meeting on @ has not been cancelled", "2024-03-15", "scheduled"),
        ("the board meets @", None, "scheduled"),
        ("the board agrees @", None, "happened"),
    ],
)
def test_words_speak_first_and_the_day_has_the_last_word(
    words: str, when: str | None, status: EventStatus
) -> None:
    """A day ahead has not happened, a day gone by is no longer ahead; `@` stands for the time."""
    lows = words.split()
    at = lows.index("@")
    assert status_of(lows, at, "", when, TODAY) == status


def test_without_the_day_of_writing_words_alone_speak() -> None:
    """Nothing to reconcile with."""
    assert status_of(["the", "board", "met", "@"], 3, "", "2024-03-15", None) == "happened"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-Q4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-03-04TEV", date(2021, 3, 4), date(2021, 3, 4)),
    ],
)
def test_a_value_covers_its_days(value: str, first: date, last: date) -> None:
    """A month, quarter, half, year or part of a day is a stretch of days."""
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["P3D", "PRESENT_REF", "2021-SU", "XXXX-WXX-1", "2021-13", None])
def test_other_values_cover_no_days(value: str | None) -> None:
    """What is no calendar stretch has no days."""
    assert days_of(value) is None


_TELLING = sorted(
    {word for phrase in (*eventwords.NO_PLAN, *eventwords.CALLED_OFF, *eventwords.NO_DATE) for word in phrase}
    | eventwords.CANCELLING
    | eventwords.PUTTING_OFF
    | eventwords.DENYING
    | {"will", "won't", "shall", "not", "no", "planned", "timetable", "tugs", "only"}
)


@given(st.lists(st.sampled_from(_TELLING), min_size=1, max_size=6))
def test_a_sentence_passed_over_says_nothing_of_what_has_no_day(lows: list[str]) -> None:
    """The quick look lets every clause through that denies, calls off or leaves open."""
    if negated_plan(lows) is not None or denial(lows) == "denied":
        assert may_be_open(" ".join(lows))
