"""Figures of one article: which are worth reporting, of what, said by whom."""

import pytest

from samecopy.records import Article, FigureMention, Outlet, Paragraph, Source, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.figures import read_figures


def article(text: str) -> Article:
    """A page of one paragraph."""
    return Article(
        page="p1",
        text=text,
        title=None,
        title_span=None,
        outlet=Outlet("example.org"),
        url=None,
        published=None,
        modified=None,
        byline=None,
        language="en",
        dateline=None,
        credits=(),
        paragraphs=(Paragraph(0, Span(0, len(text))),),
        furniture=(),
        read_by="test",
    )


def read(text: str, statements: tuple[StatementMention, ...] = ()) -> tuple[FigureMention, ...]:
    return read_figures(article(text), statements, AccountSettings())


def statement(text: str, content: str, name: str) -> StatementMention:
    begin = text.index(content)
    source = Source(name, name, name.lower(), "institution")
    return StatementMention("p1", "indirect", (Span(begin, begin + len(content)),), None, source)


# A sentence, then the figure as written and what it counts.
FIGURES = """
The storm felled about 40,000 trees along the coast of Tolvik.
    about 40,000 | trees along the coast of Tolvik
The mill sent tens of thousands of wooden crates to the harbour.
    tens of thousands | wooden crates
Ten thousand swans had left the lake.
    Ten thousand | swans
The fire killed two people.
    two | people
At least 12 were injured.
    At least 12 | injured
Some 35 percent of island farms depend on ferries.
    Some 35 percent | island farms
The council set aside $3.2bn in aid for growers.
    $3.2bn | aid for growers
Inflation rose to 5 percent.
    5 percent | Inflation
Hundreds of coal-fired stations closed.
    Hundreds | coal-fired stations
"""

TRIVIAL = """
The two mayors met.
One bridge is shut.
Ekman, 52, is a baker.
A 44-year-old baker won.
They met in 2019.
It was a four-way race.
He has been asked three times.
He took Flight 93.
The Norrby 500 ended.
"""


def cases() -> list[tuple[str, str, str]]:
    lines = FIGURES.strip().split("\n")
    found = []
    for sentence, gold in zip(lines[::2], lines[1::2], strict=True):
        surface, _, of = gold.strip().partition(" | ")
        found.append((sentence, surface, of))
    return found


@pytest.mark.parametrize(("sentence", "surface", "of"), cases())
def test_a_figure_is_as_written_and_says_what_it_counts(sentence: str, surface: str, of: str) -> None:
    """The surface keeps its modifier; what is counted comes with its near complements."""
    (found,) = read(sentence)
    assert (found.surface, found.of) == (surface, of)


@pytest.mark.parametrize("sentence", TRIVIAL.strip().split("\n"))
def test_small_counts_ages_years_and_names_are_no_figures(sentence: str) -> None:
    """Two mayors, an age, a year and a flight number report nothing."""
    assert read(sentence) == ()


def test_the_giver_is_the_source_of_the_statement_that_holds_the_figure() -> None:
    """A figure inside what the board says is the board's."""
    text = "The board said 400 boats had left."
    (found,) = read(text, (statement(text, "400 boats had left", "The board"),))
    assert found.giver is not None
    assert found.giver.name == "The board"


def test_of_two_statements_the_shorter_gives_the_figure() -> None:
    """A statement within a statement is nearer to the figure."""
    text = "Ekman said the board had counted 400 boats."
    outer = statement(text, "the board had counted 400 boats", "Ekman")
    inner = statement(text, "400 boats", "the board")
    for order in ((outer, inner), (inner, outer)):
        (found,) = read(text, order)
        assert found.giver == inner.source


def test_a_figure_in_narration_has_no_giver() -> None:
    """What nobody is quoted for is the report's own."""
    text = "The board said no. Some 400 boats left."
    (found,) = read(text, (statement(text, "no", "The board"),))
    assert found.giver is None


def test_an_open_bound_is_none() -> None:
    """ "At least" has no upper bound, "up to" no lower one."""
    (least, most) = read("At least 400 boats and up to 900 canoes left.")
    assert (least.low, least.high) == (400, None)
    assert (most.low, most.high) == (None, 900)


def test_spans_hold_the_surface() -> None:
    """The span points at the figure in the page."""
    text = "The storm felled about 40,000 trees."
    (found,) = read(text)
    assert found.span.of(text) == found.surface
