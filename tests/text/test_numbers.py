"""Quantities in text: bounds, units, ranges, and what is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.numbers import Number, find_numbers
from samecopy.text.numerals import value_of

# A quantity, then its low and high bound, `~` where approximate, and its unit.
QUANTITIES = """
100,000 trees = 100,000 : 100000 100000
1.5 million trees = 1.5 million : 1500000 1500000
ten thousand trees = ten thousand : 10000 10000
tens of thousands of trees = tens of thousands : 20000 - ~
hundreds of trees = hundreds : 200 - ~
some 40 crowns = some 40 crowns : 40 40 ~ crowns
dozens of trees = dozens : 24 - ~
two dozen eggs = two dozen : 24 24
a few hundred trees = a few hundred : 200 - ~
half a million trees = half a million : 500000 500000
a quarter of a million trees = a quarter of a million : 250000 250000
half a mile of trees = half a mile : 0.5 0.5 miles
a half-mile run = half-mile : 0.5 0.5 miles
a quarter of a tonne of rye = a quarter of a tonne : 0.25 0.25 tonnes
three-quarters of an acre of rye = three-quarters of an acre : 0.75 0.75 acres
two hundred and fifty-six trees = two hundred and fifty-six : 256 256
about 300 trees = about 300 : 300 300 ~
some 300 trees = some 300 : 300 300 ~
nearly 300 trees = nearly 300 : 300 300 ~
more than 300 trees = more than 300 : 300 -
at least six trees = at least six : 6 -
up to 300 trees = up to 300 : 0 300
fewer than 300 trees = fewer than 300 : 0 300
10 to 15 trees = 10 to 15 : 10 15
between 5 and 7 trees = between 5 and 7 : 5 7
2,000-3,000 trees = 2,000-3,000 : 2000 3000
five or six trees = five or six : 5 6
40 percent of trees = 40 percent : 40 40 %
12.5% of trees = 12.5% : 12.5 12.5 %
two-thirds of trees = two-thirds : 66.6667 66.6667 ~ %
one in five trees = one in five : 20 20 ~ %
half of the trees = half : 50 50 ~ %
a sum of $3.2bn = $3.2bn : 3200000000 3200000000 USD
1.5m crowns a year = 1.5m crowns : 1500000 1500000 crowns
a sum of €40m = €40m : 40000000 40000000 EUR
a sum of £5 million = £5 million : 5000000 5000000 GBP
a sum of US$5 billion = US$5 billion : 5000000000 5000000000 USD
a sum of 12 million yen = 12 million yen : 12000000 12000000 JPY
a sum of $3-4 million = $3-4 million : 3000000 4000000 USD
millions of dollars = millions of dollars : 2000000 - ~ USD
30 kilometres away = 30 kilometres : 30 30 km
5,000 tonnes of rye = 5,000 tonnes : 5000 5000 tonnes
"""

NO_QUANTITIES = """
It began on January 10, 2022 at 06:12.
It lasted two weeks.
He finished 10th.
They won 3-1.
Call 555-0123.
Room No. 10 is shut.
No one came.
An F-16 landed.
Version 3.2.1 is out.
One of them came.
"""


def cases() -> list[tuple[str, str, str]]:
    found = []
    for line in QUANTITIES.strip().split("\n"):
        text, _, gold = line.partition(" = ")
        surface, _, reading = gold.partition(" : ")
        found.append((text, surface, reading))
    return found


def shown(number: Number) -> str:
    high = "-" if number.high is None else f"{number.high:.10g}"
    parts = [f"{number.low:.10g}", high, "~" * number.approximate, number.unit or ""]
    return " ".join(part[:7] if part.startswith("66.6") else part for part in parts if part)


@pytest.mark.parametrize(("text", "surface", "reading"), cases())
def test_a_quantity_has_its_extent_bounds_and_unit(text: str, surface: str, reading: str) -> None:
    """Each quantity is found once, with its modifier and unit inside its span."""
    (found,) = find_numbers(text)
    assert text[found.begin : found.end] == surface
    assert shown(found) == reading.replace("66.6667", "66.6666")


@pytest.mark.parametrize("text", NO_QUANTITIES.strip().split("\n"))
def test_dates_ordinals_scores_and_names_are_no_quantities(text: str) -> None:
    """What is written with digits need not count anything."""
    assert find_numbers(text) == []


def test_a_change_from_one_value_to_another_is_two_quantities() -> None:
    """ "From 10 to 15" is no range."""
    assert [n.low for n in find_numbers("It rose from 10 to 15 trees.")] == [10, 15]


def ends(text: str) -> list[tuple[float, float | None, str | None]]:
    return [(n.low, n.high, n.unit) for n in find_numbers(text)]


def test_both_ends_of_a_change_have_its_unit() -> None:
    """It is written once, at either; a number that counts something named keeps out of it."""
    assert ends("from 10 to 15 percent") == [(10, 10, "%"), (15, 15, "%")]
    assert ends("to 900 tonnes from 1,200, it was said") == [(900, 900, "tonnes"), (1200, 1200, "tonnes")]
    assert ends("to 900 tonnes from 12 farms") == [(900, 900, "tonnes"), (12, 12, None)]


def test_a_change_and_what_it_leads_to_are_no_range() -> None:
    """A share and the sum that it leads to are two."""
    assert ends("fell 3 percent to 2.1 million") == [(3, 3, "%"), (2.1e6, 2.1e6, None)]


def test_what_went_up_to_a_value_has_it() -> None:
    """ "Up to" is a limit elsewhere."""
    assert ends("The fee went up to 30 euros") == [(30, 30, "EUR")]
    assert ends("Fines are up to 30 euros") == [(0, 30, "EUR")]


def test_offsets_count_in_the_whole_text() -> None:
    """A window of a text gives spans in the text."""
    text = "There were 40 elms and 60 oaks."
    (found,) = find_numbers(text, 20)
    assert text[found.begin : found.end] == "60"


@given(st.integers(0, 10**15 - 1))
def test_digits_with_separators_read_back(value: int) -> None:
    """A number with thousands separators is itself."""
    (found,) = find_numbers(f"There were {value:,} grains.")
    assert found.low == found.high == value


@given(st.text(alphabet="1,.0-$%€ onetwmilandhuf–’\n", max_size=60))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str) -> None:
    """No text breaks the reader."""
    found = find_numbers(text)
    ends = [0, *(n.end for n in found)]
    assert all(ends[k] <= n.begin < n.end <= len(text) for k, n in enumerate(found))
    assert all(n.high is None or n.low <= n.high for n in found)


@pytest.mark.parametrize("piece", ["1", "one ", "a few ", "$", "1,", "1 ", "hundred and ", " "])
def test_a_hostile_text_takes_linear_time(piece: str) -> None:
    """A long run of one piece is read at more than 10,000 characters a second on a slow machine."""
    text = piece * (50_000 // len(piece))
    began = time.process_time()
    find_numbers(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("words", "value"),
    [("twelve", 12), ("ninety nine", 99), ("three hundred", 300), ("two million five hundred", 2_000_500)],
)
def test_number_words_have_their_value(words: str, value: int) -> None:
    """Tens, hundreds and scales add and multiply."""
    assert value_of(words.split()) == value
