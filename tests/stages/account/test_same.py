"""Whether two sources are one."""

from samecopy.stages.account.same import distinct, same_source
from tests.build import source


def test_an_office_in_other_words_makes_no_second_person() -> None:
    """The name decides."""
    assert same_source(
        source("Torvian Foreign Minister Helmi Raud", "named_official"),
        source("Torvia's foreign minister, Helmi Raud", "named_official"),
    )


def test_who_speaks_for_a_body_is_that_body() -> None:
    """By its name in the office, or where the office names none."""
    board = source("the port board", "institution")
    assert same_source(board, source("Ann Low, a spokeswoman for the port board", "named_official"))
    assert same_source(board, source("Its spokesman, Jo Pell", "named_official"))
    assert not same_source(board, source("Mayor Jo Pell", "named_official"))


def test_prosecutors_of_two_reports_are_one_and_officials_may_be_two() -> None:
    """A plural that names its office is a body."""
    assert same_source(source("Prosecutors", "unnamed_officials"), source("prosecutors", "unnamed_officials"))
    officials = [source("officials", "unnamed_officials"), source("army officials", "unnamed_officials")]
    assert distinct(officials) == officials
