"""Where outlets differ about a figure."""

from collections.abc import Sequence

from samecopy.records import Article, Figure
from samecopy.settings import AccountSettings
from samecopy.stages.account.figures import read_figures
from samecopy.stages.account.tell import StoryParts, tell
from samecopy.text.dates import find_times
from tests.build import article

SETTINGS = AccountSettings()


def told(*articles: Article) -> Sequence[Figure]:
    """The figures of a story whose pages name no speakers but those who put a number at a value."""
    found = [figure for a in articles for figure in read_figures(a, find_times(a.text, None), (), SETTINGS)]
    parts = StoryParts("s1", "A story", (), (), articles, (), (), tuple(found))
    return tell(parts, SETTINGS).account.figures


def pages(left: str, right: str, outlet: str = "y") -> tuple[Article, Article]:
    return article("a", left, outlet="x"), article("b", right, outlet=outlet)


def notes(left: str, right: str, outlet: str = "y") -> list[str]:
    return [figure.note for figure in told(*pages(left, right, outlet))]


MARCH = "The Toll League put the number of marchers at 30,000."


def test_two_values_of_two_outlets_are_noted_on_both_and_counted_each() -> None:
    """Both givers are named, the lower value first."""
    found = told(*pages(MARCH, "Mr Falk put the number of marchers at 12,000."))
    note = "outlets differ: 12,000 (Mr Falk) or 30,000 (The Toll League)"
    assert [f.note for f in found] == [note, note]
    assert [(f.reports_at_most, f.primary_sources_at_most) for f in found] == [(1, 1), (1, 1)]


def test_one_outlet_may_correct_itself() -> None:
    """Two pages of one outlet do not differ."""
    assert notes(MARCH, "Mr Falk put the number of marchers at 12,000.", "x") == ["", ""]


def test_rounding_and_open_bounds_that_hold_the_other_value_do_not_differ() -> None:
    """About 100 may be 104, and at least 90 too."""
    assert notes("The flood felled about 100 oaks.", "The flood felled 104 oaks.") == ["", ""]
    assert notes("The flood felled at least 90 oaks.", "The flood felled 104 oaks.") == ["", ""]
    assert all(notes("The flood felled 90 oaks.", "The flood felled 104 oaks."))


def test_one_noun_in_two_sentences_is_two_things() -> None:
    """Houses under water and houses for sale; the hurt and the dead of one fire."""
    assert notes("The flood filled 40 houses.", "A builder wants to sell 90 houses.") == ["", ""]
    assert notes("The mill fire killed 12 people.", "The mill fire left 30 people injured.") == ["", ""]
    assert all(notes("The mill fire killed 12 people.", "The mill fire killed 14 people."))


def test_values_of_another_order_are_two_things() -> None:
    """Forty houses of a street and nine thousand of a county."""
    assert notes("The flood filled 40 houses.", "The flood filled 9,000 houses.") == ["", ""]
