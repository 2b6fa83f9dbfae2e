"""Temporal expressions and their values."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.text import calendar
from samecopy.text.dates import find_times, same_day
from samecopy.text.timewords import CLASSES

WEDNESDAY = date(2024, 3, 13)

# An expression in its sentence, then its type, its value, and whether that depends on the day of writing.
EXPRESSIONS = """
They left at six on Tuesday morning.
    six on Tuesday morning | TIME 2024-03-12T06:00 relative
They leave at 9 this evening.
    9 this evening | TIME 2024-03-13T21:00 relative
The road will be open by the first of May.
    the first of May | DATE 2024-05-01 relative
The driver had been booked for Friday.
    Friday | DATE 2024-03-15 relative
The ferry strike began in June last year.
    June last year | DATE 2023-06 relative
The rules changed on 10 May last year.
    10 May last year | DATE 2023-05-10 relative
Talks resume on Tuesday next week.
    Tuesday next week | DATE 2024-03-19 relative
The skaters were there on April 24 and 25.
    25 | DATE 2024-04-25 relative
The fair is on from 12 to 14 June.
    12 | DATE 2024-06-12 relative
The lamp went out at 10.30am on Tuesday.
    10.30am on Tuesday | TIME 2024-03-12T10:30 relative
The lamp went out at 18:30 local time (16:30 GMT) on Friday.
    18:30 local time (16:30 GMT) on Friday | TIME 2024-03-08T18:30 relative
The lamp went out at 1830 GMT on Friday.
    1830 GMT on Friday | TIME 2024-03-08T18:30 relative
The concert begins at 20:00 on Saturday, 16 March.
    20:00 on Saturday, 16 March | TIME 2024-03-16T20:00 relative
They had come on the evening of 4 March.
    the evening of 4 March | TIME 2024-03-04TEV relative
They had come in the early hours of Tuesday.
    the early hours of Tuesday | TIME 2024-03-12TMO relative
The river rose overnight.
    overnight | TIME 2024-03-12TNI relative
The moon will be seen overnight.
    overnight | TIME 2024-03-13TNI relative
In the morning the lid was shut.
    the morning | TIME 2024-03-13TMO relative
He left later in the day.
    later in the day | DATE 2024-03-13 relative
For the year, rents rose.
    the year | DATE 2024 relative
On Monday he came. The next day he left.
    The next day | DATE 2024-03-12 relative
The ban came into force on 1 July.
    1 July | DATE 2023-07-01 relative
The new tariff took effect on 1 July.
    1 July | DATE 2023-07-01 relative
The ban will come into force on 1 February.
    1 February | DATE 2025-02-01 relative
The union warned of strikes on 1 July.
    1 July | DATE 2024-07-01 relative
On 3 February he came. Two days later he left.
    Two days later | DATE 2024-02-05 relative
On 3 February he came. The day before, he had left.
    The day before | DATE 2024-02-02 relative
In 2010 he came. Two years earlier he had left.
    Two years earlier | DATE 2008 relative
On Tuesday he fell. He had come the previous Friday.
    the previous Friday | DATE 2024-03-08 relative
Few come in recent years.
    in recent years | DURATION PXY fixed
Half a century ago, cod was cheap.
    Half a century ago | DATE 1974 relative
The hall took a year and a half.
    a year and a half | DURATION P1Y6M fixed
The hall took two and a half hours.
    two and a half hours | DURATION PT2H30M fixed
The hall took half an hour.
    half an hour | DURATION PT30M fixed
They lived there for 2 1/2 years.
    2 1/2 years | DURATION P2Y6M fixed
Rents fell in the past two decades.
    the past two decades | DURATION P20Y fixed
The nine-month-old truce held.
    The nine-month-old | DURATION P9M fixed
The ferry holds 700 seats a week.
    a week | SET P1W fixed
The choir meets every other week.
    every other week | SET P2W fixed
The choir meets on Mondays.
    Mondays | SET XXXX-WXX-1 fixed
The choir meets every Friday morning.
    every Friday morning | SET XXXX-WXX-5TMO fixed
These days he rests.
    days | DATE PRESENT_REF fixed
The April deal has held.
    April | DATE 2024-04 relative
On New Year's Eve it shut.
    New Year's Eve | DATE 2023-12-31 relative
On Good Friday it will shut.
    Good Friday | DATE 2024-03-29 relative
The case is heard in May.
    May | DATE 2024-05 relative
The two choirs meet again on Monday.
    Monday | DATE 2024-03-18 relative
The ferry, which takes cars on Sunday, is full.
    Sunday | DATE 2024-03-17 relative
Snow is forecast for Friday.
    Friday | DATE 2024-03-15 relative
Neither choir could be reached on Tuesday.
    Tuesday | DATE 2024-03-12 relative
In the run-up to Thursday's call, he was silent.
    Thursday | DATE 2024-03-14 relative
Marrick, speaking on Tuesday ahead of the regatta, said so.
    Tuesday | DATE 2024-03-12 relative
In a talk to be shown on Sunday, he said so.
    Sunday | DATE 2024-03-17 relative
The merger will close in the second quarter.
    the second quarter | DATE 2024-Q2 relative
It expects to report a loss for the fourth quarter.
    the fourth quarter | DATE 2023-Q4 relative
This Friday he leaves.
    This Friday | DATE 2024-03-15 relative
The court on which the rivals are to play on Thursday had flooded.
    Thursday | DATE 2024-03-14 relative
“Wednesday is for warming up,” the coach said.
    Wednesday | DATE 2024-03-13 relative
“Thursday is for warming up,” the coach said.
    Thursday | DATE 2024-03-14 relative
“We start on Friday, when the snow is there,” he said.
    Friday | DATE 2024-03-15 relative
On Sunday they begin to paint the bridge, the museum said.
    Sunday | DATE 2024-03-17 relative
Members will get 3 percent more than Friday's price, the club said.
    Friday | DATE 2024-03-08 relative
He could not be reached on Friday.
    Friday | DATE 2024-03-08 relative
Until Friday, nobody had asked for the keys.
    Friday | DATE 2024-03-08 relative
The choirs will hold their first joint concert in six years.
    in six years | DURATION P6Y fixed
The choir will sing outside the station at 7pm this evening.
    7pm this evening | TIME 2024-03-13T19:00 relative
The lamp went out at 10:35 a.m. (0735 GMT) Friday.
    10:35 a.m. (0735 GMT) Friday | TIME 2024-03-08T10:35 relative
The bells rang at ten past four on Tuesday morning.
    ten past four on Tuesday morning | TIME 2024-03-12T04:10 relative
By half past five the mill had gone.
    half past five | TIME 2024-03-13T05:30 relative
The shop wants to open before the end of the year.
    the end of the year | DATE 2024 relative
They met on January 10, 2022.
    January 10, 2022 | DATE 2022-01-10 fixed
They met on 10 January 2022.
    10 January 2022 | DATE 2022-01-10 fixed
They met on the 10th of January, 2022.
    the 10th of January, 2022 | DATE 2022-01-10 fixed
They met on Jan. 10, 2022.
    Jan. 10, 2022 | DATE 2022-01-10 fixed
They met on Sunday, January 10, 2021.
    Sunday, January 10, 2021 | DATE 2021-01-10 fixed
They met on 2022-01-10.
    2022-01-10 | DATE 2022-01-10 fixed
They met on 13/10/2022.
    13/10/2022 | DATE 2022-10-13 fixed
They met on 10/13/2022.
    10/13/2022 | DATE 2022-10-13 fixed
They met on 10/01/2022.
    10/01/2022 | DATE - fixed
They met on 2022-01-10T06:12.
    2022-01-10T06:12 | TIME 2022-01-10T06:12 fixed
They met in May 1997.
    May 1997 | DATE 1997-05 fixed
They met in 2020.
    2020 | DATE 2020 fixed
They met in the 1990s.
    the 1990s | DATE 199X fixed
Revenue fell in Q3 2021.
    Q3 2021 | DATE 2021-Q3 fixed
Revenue fell in the third quarter of 2021.
    the third quarter of 2021 | DATE 2021-Q3 fixed
Revenue fell in fiscal 2021.
    fiscal 2021 | DATE 2021 fixed
Revenue fell in the first half of 1990.
    the first half of 1990 | DATE 1990-H1 fixed
They met in nineteen ninety-six.
    nineteen ninety-six | DATE 1996 fixed
They met on March 10.
    March 10 | DATE 2024-03-10 relative
They will meet on January 10.
    January 10 | DATE 2025-01-10 relative
They met last October.
    last October | DATE 2023-10 relative
The mill said Thursday it had closed.
    Thursday | DATE 2024-03-07 relative
The mill will close on Thursday.
    Thursday | DATE 2024-03-14 relative
A vote scheduled for Thursday worries him.
    Thursday | DATE 2024-03-14 relative
The road stays shut until Thursday.
    Thursday | DATE 2024-03-14 relative
They met on Wednesday.
    Wednesday | DATE 2024-03-13 relative
They met last Wednesday.
    last Wednesday | DATE 2024-03-06 relative
They meet next Monday.
    next Monday | DATE 2024-03-18 relative
They met on Monday night.
    Monday night | TIME 2024-03-11TNI relative
They meet today.
    today | DATE 2024-03-13 relative
They meet tomorrow.
    tomorrow | DATE 2024-03-14 relative
They met yesterday morning.
    yesterday morning | TIME 2024-03-12TMO relative
They meet tonight.
    tonight | TIME 2024-03-13TNI relative
They meet this week.
    this week | DATE 2024-W11 relative
They meet next month.
    next month | DATE 2024-04 relative
They met earlier this month.
    earlier this month | DATE 2024-03 relative
They met last year.
    last year | DATE 2023 relative
They met two weeks ago.
    two weeks ago | DATE 2024-W09 relative
They will meet in three days.
    in three days | DATE 2024-03-16 relative
They met on March 1; the previous day it rained.
    the previous day | DATE 2024-02-29 relative
They met last summer.
    last summer | DATE 2023-SU relative
They met at the weekend.
    the weekend | DATE 2024-W10-WE relative
They met at 2 p.m. here.
    2 p.m. | TIME 2024-03-13T14:00 relative
They met at 06:12 GMT here.
    06:12 GMT | TIME 2024-03-13T06:12 relative
They talked for three days.
    three days | DURATION P3D fixed
A two-week pause began.
    A two-week | DURATION P2W fixed
They talked over the past three months.
    the past three months | DURATION P3M fixed
They talked for several years.
    several years | DURATION PXY fixed
They meet every Monday.
    every Monday | SET XXXX-WXX-1 fixed
They meet annually.
    annually | SET P1Y fixed
They meet every two weeks.
    every two weeks | SET P2W fixed
They are now rich.
    now | DATE PRESENT_REF fixed
They will meet soon.
    soon | DATE FUTURE_REF fixed
The vote is a week from Monday.
    a week from Monday | DATE 2024-03-25 relative
The bridge will close for nine days from Thursday.
    nine days | DURATION P9D fixed
The match was called off due to the storm on Tuesday.
    Tuesday | DATE 2024-03-12 relative
By Tuesday, though, the crew had found it.
    Tuesday | DATE 2024-03-12 relative
The crew had left by Tuesday.
    Tuesday | DATE 2024-03-12 relative
They will appeal against Friday's court ruling.
    Friday | DATE 2024-03-08 relative
By Monday, the river was over its banks.
    Monday | DATE 2024-03-11 relative
They sailed on April 24-25, 2021.
    April 24 | DATE 2021-04-24 fixed
They were tired by 2002. That April, they marched.
    That April | DATE 2002-04 relative
It is a hall of the 21st Century.
    the 21st Century | DATE 20XX fixed
They met on Palm Sunday.
    Palm Sunday | DATE 2024-03-24 relative
They marched over Labor Day weekend.
    Labor Day weekend | DATE 2023-W35-WE relative
They sail on the weekend of April 6.
    the weekend of April 6 | DATE 2024-W14-WE relative
It will one day be a port.
    one day | DATE FUTURE_REF fixed
On Sunday they sang. The next morning they sailed.
    The next morning | TIME 2024-03-11TMO relative
They sang on Sunday and sailed that night.
    that night | TIME 2024-03-10TNI relative
On Sunday they sang. They sailed the same day.
    the same day | DATE 2024-03-10 relative
In 2010 she won. The next year she lost.
    The next year | DATE 2011 relative
Sales rose in 2010 from the previous year.
    the previous year | DATE 2009 relative
They sail the day after tomorrow.
    the day after tomorrow | DATE 2024-03-15 relative
They came the day before last Tuesday.
    the day before last Tuesday | DATE 2024-03-11 relative
They came the day after Christmas.
    the day after Christmas | DATE 2023-12-26 relative
The court sits in the week of March 18.
    the week of March 18 | DATE 2024-W12 relative
Easter week is quiet.
    Easter week | DATE 2024-W13 relative
They sail two weeks from now.
    two weeks from now | DATE 2024-W13 relative
They sailed a week or so ago.
    a week or so ago | DATE 2024-W10 relative
Half an hour later it was gone.
    Half an hour later | DURATION PT30M fixed
They want another year.
    another year | DURATION P1Y fixed
They want a further two weeks.
    two weeks | DURATION P2W fixed
It stood for several hundred years.
    several hundred years | DURATION PXY fixed
The weeklong strike is over.
    The weeklong | DURATION P1W fixed
It was their third day-long march.
    day-long | DURATION P1D fixed
The walk takes 2½ hours.
    2½ hours | DURATION PT2H30M fixed
It stood for a quarter of a century.
    a quarter of a century | DURATION P25Y fixed
They waited for this past year.
    this past year | DURATION P1Y fixed
After several quarters of losses it sold the mill.
    several quarters | DURATION PXQ fixed
In the year to March the ferry carried more.
    the year | DURATION P1Y fixed
They play on weekends.
    weekends | SET XXXX-WXX-WE fixed
They meet every third day.
    every third day | SET P3D fixed
It was built in the 1800s.
    the 1800s | DATE 18XX fixed
The wall fell in the last half of 1990.
    the last half of 1990 | DATE 1990-H2 fixed
Rents will fall in the second half of the year.
    the second half of the year | DATE 2024-H2 relative
He resigned in the fall.
    the fall | DATE 2023-FA relative
In May, the board chose her.
    May | DATE 2023-05 relative
They marched on the Fourth of July.
    the Fourth of July | DATE 2023-07-04 relative
The talks end by next Friday.
    next Friday | DATE 2024-03-22 relative
The match was moved to Monday.
    Monday | DATE 2024-03-18 relative
The offer had been due to expire on Monday.
    Monday | DATE 2024-03-11 relative
They will meet on Friday at 8 p.m.
    8 p.m. | TIME 2024-03-15T20:00 relative
They came on March 4, 2021, at about noon.
    noon | TIME 2021-03-04T12:00 relative
They left at 4 in the morning.
    4 in the morning | TIME 2024-03-13T04:00 relative
They left at 3 o'clock in the afternoon.
    3 o'clock in the afternoon | TIME 2024-03-13T15:00 relative
They left at 8:30 Friday night.
    8:30 Friday night | TIME 2024-03-08T20:30 relative
The fleet left at mid-afternoon yesterday.
    mid-afternoon yesterday | TIME 2024-03-12TAF relative
By mid-afternoon it was over.
    mid-afternoon | TIME 2024-03-13TAF relative
They recently met.
    recently | DATE PAST_REF fixed
They met at Christmas.
    Christmas | DATE 2023-12-25 relative
The mill ground less in the full year.
    the full year | DATE 2024 relative
The mill wants new stones by year's end.
    year's end | DATE 2024 relative
In the year ended Sept. 30 the ferry carried more.
    the year | DURATION P1Y fixed
The bridge opened in 2019 and closed later that year.
    later that year | DATE 2019 relative
The tower is of the 14th century.
    the 14th century | DATE 13XX fixed
Sales rose in the third quarter; in the 2021 quarter they had fallen.
    the 2021 quarter | DATE 2021-Q3 relative
Sales rose in the third quarter; in the year-ago period they had fallen.
    the year-ago period | DATE 2022-Q3 relative
Losses grew in the 2021 second quarter.
    the 2021 second quarter | DATE 2021-Q2 fixed
In the past, bells were rung by hand.
    the past | DATE PAST_REF fixed
They will stay for two more weeks.
    two more weeks | DURATION P2W fixed
It was cut for its current owner.
    current | DATE PRESENT_REF fixed
The ferry sails until 5 p.m. EST, Nov. 6.
    5 p.m. EST, Nov. 6 | TIME 2024-11-06T17:00 relative
The hall reopens in the near future.
    the near future | DATE FUTURE_REF fixed
"""

NO_TIMES = """
The Varna daily Zora said so.
A ten-day-old baby slept.
A couple in their sixties bought the lighthouse.
May I help you march on?
She sat in second place, a 44-year-old.
The sun may set.
He won 1,997 votes and $2020.
A quarter of the crew left.
He lives at 2900 Harbour Road.
They sail as soon as possible.
Rowers 55 years old or older row first.
Three-quarters backed it on two straight weekends.
The shop is open 24 hours a day.
She scored twice in the second half.
It soon became a flood.
He was seen soon after the fire.
The Sunday Herald said so.
They watched High Noon on dark nights.
She spoke on the programme "Sixty Minutes" and on Harbour Today.
About three-quarters of the crew left the crew's quarters.
"""


def cases() -> list[tuple[str, str, str]]:
    lines = EXPRESSIONS.strip().split("\n")
    found = []
    for sentence, gold in zip(lines[::2], lines[1::2], strict=True):
        surface, _, reading = gold.strip().partition(" | ")
        found.append((sentence, surface, reading))
    return found


@pytest.mark.parametrize(("sentence", "surface", "reading"), cases())
def test_an_expression_has_its_extent_type_and_value(sentence: str, surface: str, reading: str) -> None:
    """Each expression is found where it stands, with its type and value on 13 March 2024."""
    shown = [
        (sentence[t.begin : t.end], f"{t.type} {t.value or '-'} {'relative' if t.relative else 'fixed'}")
        for t in find_times(sentence, WEDNESDAY)
    ]
    assert (surface, reading) in shown


@pytest.mark.parametrize("sentence", NO_TIMES.strip().split("\n"))
def test_what_looks_like_a_time_may_be_none(sentence: str) -> None:
    """Modals, ordinals, ages, sums, shares, halves of a game, house numbers and names are no times."""
    assert find_times(sentence, WEDNESDAY) == []


def test_without_an_anchor_relative_expressions_have_no_value() -> None:
    """A yearless date and "tomorrow" are found, without a value."""
    found = find_times("On January 10 or tomorrow, or in 1997.", None)
    assert [(t.value, t.relative) for t in found] == [(None, True), (None, True), ("1997", False)]


def test_a_day_of_writing_at_the_end_of_the_calendar_is_none() -> None:
    """No date before the first year or after the last is counted."""
    text = "On Thanksgiving, tomorrow or in the last decade."
    for anchor in (date.min, date.max):
        assert {t.value for t in find_times(text, anchor)} == {None}


@given(st.lists(st.sampled_from(sorted(CLASSES)), max_size=12), st.dates())
def test_any_order_of_time_words_is_read(words: list[str], anchor: date) -> None:
    """No rule breaks on words of time in an order that nobody writes."""
    text = " ".join(words)
    assert all(t.begin < t.end <= len(text) for t in find_times(text, anchor))


def test_offsets_count_in_the_whole_text() -> None:
    """A window of a text gives spans in the text."""
    text = "On Monday they met on Friday."
    (found,) = find_times(text, WEDNESDAY, 10)
    assert text[found.begin : found.end] == "Friday"


def test_a_weekday_with_a_date_chooses_the_year() -> None:
    """Monday, January 10 was in 2022."""
    (found,) = find_times("It began on Monday, January 10.", date(2022, 9, 1))
    assert found.value == "2022-01-10"


def test_the_possessive_is_not_part_of_the_expression() -> None:
    """ "Thursday's call" dates with "Thursday"."""
    text = "Thursday's call was short."
    (found,) = find_times(text, WEDNESDAY)
    assert text[found.begin : found.end] == "Thursday"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Thursday", "tomorrow"),
        ("14 March", "March 14"),
        ("2024-03-14", "the 14th of March"),
        ("Thursday", "14/3/2024"),
    ],
)
def test_two_forms_of_one_day_are_the_same_day(a: str, b: str) -> None:
    """Date forms that differ denote one day."""
    assert same_day(a, WEDNESDAY, b, WEDNESDAY) == "2024-03-14"
    assert same_day(b, WEDNESDAY, a, WEDNESDAY) == "2024-03-14"


def test_same_day_counts_from_each_days_writing() -> None:
    """ "Today" written on Thursday is "tomorrow" written on Wednesday."""
    assert same_day("today", date(2024, 3, 14), "tomorrow", WEDNESDAY) == "2024-03-14"


@pytest.mark.parametrize(
    ("a", "b"), [("Friday", "tomorrow"), ("March", "14 March"), ("rain", "tomorrow"), ("", "")]
)
def test_different_days_and_other_words_are_not_the_same_day(a: str, b: str) -> None:
    """Different days, a month, and what is no time at all share no day."""
    assert same_day(a, WEDNESDAY, b, WEDNESDAY) is None


def test_without_anchors_only_full_dates_can_be_the_same_day() -> None:
    """ "Thursday" alone denotes no day."""
    assert same_day("Thursday", None, "Thursday", None) is None
    assert same_day("2024-03-14", None, "14 March 2024", None) == "2024-03-14"


@given(st.text(alphabet="May 10th,2022-Fridayq’s.:/\n\x00é٣", max_size=80), st.dates())
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str, anchor: date) -> None:
    """No text breaks the reader, whatever the anchor."""
    found = find_times(text, anchor)
    ends = [0, *(t.end for t in found)]
    assert all(ends[k] <= t.begin < t.end <= len(text) for k, t in enumerate(found))


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_a_full_date_reads_back_as_itself(day: date) -> None:
    """Each day written out in three forms is that day."""
    month = f"{day:%B}"
    for form in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()):
        assert [t.value for t in find_times(f"It was {form}.", None)] == [day.isoformat()]


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_away(anchor: date, weekday: int) -> None:
    """The nearest such weekday, in the direction of the tense."""
    past = calendar.weekday_near(anchor, weekday, "past")
    ahead = calendar.weekday_near(anchor, weekday, "future")
    assert past is not None
    assert ahead is not None
    assert past.weekday() == ahead.weekday() == weekday
    assert timedelta(0) <= anchor - past <= timedelta(6)
    assert timedelta(0) <= ahead - anchor <= timedelta(6)


@given(st.dates(), st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-(10**6), 10**6))
def test_shifting_never_leaves_the_calendar(day: date, unit: calendar.Unit, count: int) -> None:
    """A shift gives a day or None, never an error."""
    moved = calendar.shift(day, unit, count)
    assert moved is None or date.min <= moved <= date.max


@pytest.mark.parametrize(
    "piece", ["1", "the last ", "two weeks ", "May ", "\n", "Friday, ", "early ", "twenty-", "will "]
)
def test_a_hostile_text_takes_linear_time(piece: str) -> None:
    """A long run of one piece is read at more than 20,000 characters a second on a slow machine."""
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    find_times(text, WEDNESDAY)
    assert time.process_time() - began < 5
