"""Figures of one article: which are worth reporting, of what, said by whom."""

from dataclasses import replace

import pytest

from samecopy.records import Article, FigureMention, Source, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.figures import read_figures
from samecopy.text.dates import find_times
from tests import build


def article(text: str) -> Article:
    """A page of one paragraph."""
    return build.article("p1", text, outlet="example.org")


def read(text: str, statements: tuple[StatementMention, ...] = ()) -> tuple[FigureMention, ...]:
    return read_figures(article(text), find_times(text, None), statements, AccountSettings())


def statement(text: str, content: str, name: str) -> StatementMention:
    begin = text.index(content)
    source = Source(name, name, name.lower(), "institution")
    return StatementMention("p1", "indirect", (Span(begin, begin + len(content)),), None, source)


# A sentence, then the figure as written and what it counts.
FIGURES = """
The number of lamps rose to 4,200 in February.
    4,200 | The number of lamps
Mr Falk put the number of broken windows at 260.
    260 | broken windows
The loan, worth $14 million, runs out.
    $14 million | The loan
The drought cut output by 180 megawatts.
    180 megawatts | output
The lake is expected to peak at 8.4 metres.
    8.4 metres | The lake
Members get 3 percent more than last spring's price.
    3 percent | last spring's price
The flood drove 12,000 from their homes.
    12,000 | from their homes
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
Profits were 40 million euros a year.
    40 million euros | Profits
The clerk hid $9 million of depositors' money.
    $9 million | depositors' money
Hundreds of coal-fired stations closed.
    Hundreds | coal-fired stations
"""

TRIVIAL = """
By half past five the mill had gone.
The bells rang at ten past four.
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


def giver(text: str, *statements: StatementMention) -> list[str | None]:
    return [f.giver.name if f.giver else None for f in read(text, statements)]


def test_who_puts_a_number_at_a_value_gives_it() -> None:
    """No verb of saying is needed; a relative clause may stand between."""
    assert giver("Mr Falk put the number of broken windows at 260.") == ["Mr Falk"]
    assert giver("Anna Dorn, who rows, put the number of members at 1,900.") == ["Anna Dorn"]
    assert giver("The Relief Club counts 640 dead since the fire.") == ["The Relief Club"]


def test_another_value_that_somebody_speaks_of_is_of_the_same() -> None:
    """The second figure answers the first."""
    found = read("Mr Falk put the number of broken windows at 260. The county speaks of 310.")
    assert [(f.of, f.giver and f.giver.name) for f in found] == [
        ("broken windows", "Mr Falk"),
        ("broken windows", "The county"),
    ]


def test_what_a_question_or_an_order_presupposes_is_narrated() -> None:
    """She did not give the number of looms, nor did the judges count the stations."""
    asked = "She would not say how many of the mill's 90 looms ran."
    assert giver(asked, statement(asked, "how many of the mill's 90 looms ran", "She")) == [None]
    told = "The judges told the club to hand over readings from its 14 stations."
    assert giver(told, statement(told, "to hand over readings from its 14 stations", "The judges")) == [None]


def test_whoever_is_told_what_to_do_gives_no_figure() -> None:
    """An order without anyone who gives it is the narrator's."""
    text = "Rowers are told to keep half a mile off."
    said = statement(text, "to keep half a mile off", "")
    told = replace(said, content=(Span(0, 6), *said.content))
    assert giver(text, told) == [None]


def test_an_attribution_at_the_end_covers_both_halves_of_a_sentence() -> None:
    """The constable gives the stewards too, though only the pier was read as said."""
    text = "They have put 300 stewards on the terraces, and the pier is shut, the constable said."
    said = statement(text, "the pier is shut", "the constable")
    cue = Span(text.index("said"), text.index("said") + 4)
    assert giver(text, replace(said, cue=cue)) == ["the constable"]


@pytest.mark.parametrize(
    ("sentence", "trends"),
    [
        ("Inflation rose sharply from 4.1 percent to 5.2 percent.", ["", "up"]),
        ("Sales were up 12 percent on the year.", ["up"]),
        ("Output fell by nearly 180 megawatts.", ["down"]),
        ("The mill told of a 5 percent rise in rents.", ["up"]),
        ("The mill told of a drop of 300 crates.", ["down"]),
        ("The guild counted 40 percent fewer than last year.", ["down"]),
        ("The storm felled 40,000 trees.", [""]),
        ("Rents rose, and 40,000 trees fell.", [""]),
    ],
)
def test_a_figure_goes_the_way_that_the_words_beside_it_say(sentence: str, trends: list[str]) -> None:
    """The value that it had before goes nowhere, and another clause's verb says nothing."""
    assert [m.trend for m in read(sentence)] == trends


def test_the_value_before_a_change_is_of_the_same() -> None:
    """The time beside it is not what is counted."""
    found = read("Arrivals rose to 4,200 from 3,100 a year earlier.")
    assert [(f.surface, f.of, f.trend) for f in found] == [
        ("4,200", "Arrivals", "up"),
        ("3,100", "Arrivals", ""),
    ]


def test_what_is_counted_gives_no_figures() -> None:
    """A pronoun that was taken for the fares leaves the figure without a giver."""
    text = "Fares were up 12 percent, it said."
    said = statement(text, "Fares were up 12 percent", "Fares")
    assert giver(text, replace(said, source=replace(said.source, text="it"))) == [None]
    assert giver(text, replace(said, source=replace(said.source, text="it", name="the port"))) == ["the port"]


def test_a_verb_of_saying_has_no_figure_to_its_subject() -> None:
    """The auditors are not what the sum is of."""
    (found,) = read("Auditors said some $3 million had since been found.")
    assert found.of == ""
