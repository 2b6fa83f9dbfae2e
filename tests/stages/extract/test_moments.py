"""Days and times as pages write them."""

import pytest

from samecopy.stages.extract.moments import day_in_url, day_in_words, iso_moment


@pytest.mark.parametrize(
    "text",
    [
        "Published: May 4, 2031, 9:00",
        "4th May 2031",
        "Veröffentlicht am 4. Mai 2031",
        "dimanche 4 mai 2031",
        "4 de mayo de 2031",
        "4 мая 2031, 13:43",
        "4. května 2031",
        "2031年5月4日",
        "2031년 5월 4일",
        "04.05.2031",
        "4. 5. 2031",
        "4.5.31",
    ],
)
def test_days_are_read_in_many_languages(text: str) -> None:
    """Named months, figures with full stops, year first."""
    assert day_in_words(text) == "2031-05-04"


def test_slashed_days_need_the_countrys_order() -> None:
    """4/5 is May or April: unknown order, no day; a number over twelve decides by itself."""
    assert day_in_words("4/5/2031") is None
    assert day_in_words("4/5/2031", day_first=True) == "2031-05-04"
    assert day_in_words("4/5/2031", day_first=False) == "2031-04-05"
    assert day_in_words("24/5/2031") == "2031-05-24"


@pytest.mark.parametrize(
    "text", ["13:43", "v1.2.23", "31. Februar 2031", "Chapter 4, verse 2031", "4 of 2031"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    """Times, versions and days that no calendar has."""
    assert day_in_words(text) is None


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2031-05-04T06:12:00.000Z", "2031-05-04T06:12:00+00:00"),
        ("2031-05-04T06:12+0200", "2031-05-04T06:12:00+02:00"),
        ("20310504", "2031-05-04"),
        ("Sun, 04 May 2031 06:12:00 +0200", "2031-05-04T06:12:00+02:00"),
        ("0000-00-00", None),
        ("yesterday", None),
    ],
)
def test_moments_keep_the_offset_that_is_given(value: str, moment: str | None) -> None:
    """ISO 8601 and mail dates; nothing is made up."""
    assert iso_moment(value) == moment


def test_a_url_may_hold_the_day() -> None:
    """Year, month and day as parts of the path."""
    assert day_in_url("https://post.example/2031/05/04/ferry") == "2031-05-04"
    assert day_in_url("https://post.example/ferry-2031") is None
