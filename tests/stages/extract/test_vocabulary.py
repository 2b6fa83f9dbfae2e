"""A line's words among those of its page."""

from samecopy.stages.extract.vocabulary import vocabulary

PAGE = [
    ["home", "world", "sport"],
    ["ferry", "to", "lunna", "sails", "again"],
    ["the", "ferry", "to", "lunna", "will", "sail", "again", "when", "the", "shaft", "is", "mended"],
    ["bakers", "of", "lunna", "waited", "for", "the", "ferry", "and", "for", "the", "flour"],
    ["puzzles", "and", "weather"],
]
PROSE = [0, 0, 12, 10, 0]


def test_the_line_that_the_text_repeats_is_its_headline() -> None:
    """And what stands below it is below the headline, what stands above is not."""
    table = vocabulary(PAGE, PROSE, {2, 3})
    assert table[:, 7].tolist() == [0, 1, 0, 0, 0]
    assert table[:, 5].tolist() == [0, 0, 1, 1, 1]


def test_a_line_that_says_what_the_text_says_is_near_it() -> None:
    """A menu has no telling word of the text, a paragraph has some of the other's."""
    shared = vocabulary(PAGE, PROSE, {2, 3})[:, 0]
    assert shared[0] == shared[4] == 0
    assert min(shared[1], shared[2], shared[3]) > 0


def test_a_line_alone_shares_nothing_with_itself() -> None:
    """Its own words do not count for it."""
    assert vocabulary([PAGE[2]], [12], {0})[0, 0] == 0


def test_no_lines_make_no_rows() -> None:
    """An empty page has a table of no rows."""
    assert vocabulary([], [], set()).shape == (0, 8)
