"""Events of one article: what, when, where, who, and whether it has happened."""

from dataclasses import replace
from datetime import date

import pytest

from samecopy.records import Article, Dateline, EventMention, Span
from samecopy.settings import AccountSettings
from samecopy.stages.account.events import read_events
from samecopy.text.dates import find_times
from tests import build

WEDNESDAY = "2024-03-13"


def article(text: str, published: str | None) -> Article:
    """A page whose lines are its paragraphs."""
    return build.article("p1", *text.split("\n"), outlet="example.org", published=published)


def read(text: str, published: str | None = WEDNESDAY) -> tuple[EventMention, ...]:
    day = date.fromisoformat(published) if published else None
    return read_events(article(text, published), find_times(text, day), (), AccountSettings())


# A sentence, then the day, the status and words of an event that it must give.
SENTENCES = """
The court on which the rivals are to play on Thursday had flooded.
    2024-03-14 scheduled: rivals are to play
“We start on Friday, when the snow is there,” he said.
    2024-03-15 scheduled: We start
The library and the museum will hold their first joint show in six years on Thursday.
    2024-03-14 scheduled: library and the museum will hold their first joint show
Ms Lind denied that the two bakers would meet this month.
    2024-03 denied: two bakers would meet
Rowe said no branches would be closed before the end of 2026.
    2026 denied: no branches would be closed
He did not rule out that they would leave on Saturday.
    2024-03-16 conditional: they would leave
The referee can be asked to review the match by 17 April.
    2024-04-17 conditional: asked to review the match
One in ten herons carries the parasite, according to a study by Marn University published in January.
    2024-01 happened: study by Marn University published
A woman arrested on Monday has confessed.
    2024-03-11 happened: woman arrested
The mill, completed in 1971, stands empty.
    1971 reference: mill completed
The merger is to be completed in 2025.
    2025 scheduled: merger is to be completed
A rowers' council meeting is scheduled for April 12 and the Federation of Lake Clubs for April 13.
    2024-04-13 scheduled: Federation of Lake Clubs meeting
The match was postponed until March 27.
    2024-03-27 scheduled: match was postponed
The match on March 20 was postponed.
    2024-03-20 cancelled: match
“We had no boats,” the keeper, Jon Vale, said on Wednesday as he rowed back.
    2024-03-13 happened: Jon Vale said
Shelves were emptied near Mosk on Monday night, local traders said.
    2024-03-11TNI happened: Shelves were emptied near Mosk
On Monday the people under it learned that they had been sold.
    2024-03-11 happened: people under it learned
The flags went up before breakfast on Tuesday.
    2024-03-12 happened: flags went up
The pier is shut until Saturday, the chief constable, Ole Bern, said.
    2024-03-16 scheduled: pier is shut
Wool for delivery next week rose by a fifth on Tuesday.
    2024-03-12 happened: Wool for delivery rose
The boats will sail at 10:00 local time from the old quay.
    2024-03-13T10:00 scheduled: boats will sail from the old quay
The harbour board will vote on the new ferry line on Friday.
    2024-03-15 scheduled: vote on the new ferry line
A hearing is scheduled for March 20.
    2024-03-20 scheduled: hearing
The tram strike is due to begin tomorrow.
    2024-03-14 scheduled: tram strike is due to begin
Mayor Ilse Karn is set to open the bridge on 2 April.
    2024-04-02 scheduled: Ilse Karn is set to open the bridge
The two unions will meet in Lindmark next week.
    2024-W12 scheduled: two unions will meet in Lindmark
The festival opens on May 4.
    2024-05-04 scheduled: festival opens
Talks between the growers and the dairy group are planned for Monday.
    2024-03-18 scheduled: Talks between the growers and the dairy group
The minister told reporters the bill would be debated on Tuesday.
    2024-03-19 scheduled: bill would be debated
The company expects to finish the tunnel next year.
    2025 scheduled: company expects to finish the tunnel
Voters go to the polls on June 9.
    2024-06-09 scheduled: Voters go to the polls
She agreed to testify on Thursday.
    2024-03-14 scheduled: agreed to testify
Officials are preparing for the inspection on 25 March.
    2024-03-25 scheduled: inspection
The library is to reopen in September.
    2024-09 scheduled: library is to reopen
The deadline for bids, Friday, will not move for anyone else.
    2024-03-15 denied: deadline for bids
He plans to retire at the end of next month.
    2024-04 scheduled: plans to retire
Ahead of Sunday's regatta, crews trained in the bay.
    2024-03-17 scheduled: regatta
The upcoming March 22 election worries the islanders.
    2024-03-22 scheduled: election
In a debate scheduled for Saturday, Norr will defend the plan.
    2024-03-16 scheduled: debate
Trains will stop at 22:00 on Friday.
    2024-03-15T22:00 scheduled: Trains will stop
The court is expected to rule by Thursday.
    2024-03-14 scheduled: court is expected to rule
A storm damaged the pier on Sunday.
    2024-03-10 happened: storm damaged the pier
The council approved the budget yesterday.
    2024-03-12 happened: council approved the budget
Police said Tuesday that the road was open again.
    2024-03-12 happened: Police said
The road was open again, police said Tuesday.
    2024-03-12 happened: police said
Two trains collided near Ostby on March 3.
    2024-03-03 happened: Two trains collided near Ostby
Last month, the mill dismissed forty workers.
    2024-02 happened: mill dismissed forty workers
The museum had bought, on February 12, a lost painting.
    2024-02-12 happened: museum had bought a lost painting
Anna Brandt met growers in Tolvik on Monday and visited a dairy.
    2024-03-11 happened: Anna Brandt met growers in Tolvik
The firm was founded in 1987.
    1987 happened: firm was founded
Three weeks ago the dam was inspected.
    2024-W08 happened: dam was inspected
He resigned last Thursday after a quarrel.
    2024-03-07 happened: resigned
The ministry on Monday issued a warning about the ice.
    2024-03-11 happened: ministry issued a warning
Monday's vote split the chamber.
    2024-03-11 happened: vote
It was the first time that a crew had reached the reef, in January.
    2024-01 happened: crew had reached the reef
The ferry sank on 9 March, killing three people.
    2024-03-09 happened: ferry sank
Speaking in Norrby on Monday, Ekman praised the crew.
    2024-03-11 happened: Ekman praised the crew
A spokeswoman told a Tuesday news conference that repairs had begun.
    2024-03-12 happened: news conference
Prices rose 4 percent in February.
    2024-02 happened: Prices rose 4 percent
Engineers are inspecting the dam this week.
    2024-W11 ongoing: Engineers are inspecting the dam
The commission has been hearing witnesses this month.
    2024-03 ongoing: commission has been hearing witnesses
There are no plans for a second runway, the airport said.
    - denied: second runway
The bishop ruled out a sale of the chapel.
    - denied: sale of the chapel
The club will not play in the cup.
    - denied: club will not play in the cup
No further meeting is planned between the two mayors.
    - denied: meeting is planned
The bank won't close its branch in Ostby this year.
    2024 denied: bank won't close its branch in Ostby
The parade was called off.
    - cancelled: parade was called off
Organisers have cancelled the concert planned for Saturday.
    2024-03-16 cancelled: concert
The airline scrapped its Norrby route.
    - cancelled: airline scrapped its Norrby route
The match on March 17 was postponed.
    2024-03-17 cancelled: match
The king will visit Tolvik soon.
    - no_date_set: king will visit Tolvik
No date has been set for the trial.
    - no_date_set: trial
The two leaders will meet again, although no date has been set.
    - no_date_set: two leaders will meet again
The auction will take place at a later date.
    - no_date_set: auction will take place
If the ice melts, the race could be held on Sunday.
    2024-03-17 conditional: race could be held
The strike may begin on Friday.
    2024-03-15 conditional: strike may begin
Buses might return on Monday.
    2024-03-18 conditional: Buses might return
The two towns renewed a 2015 water treaty.
    2015 reference: water treaty
It applies to farms that opened before June 1999.
    1999-06 reference: farms opened
The catch was the smallest since 1976.
    1976 reference: catch was the smallest
He quoted from the 1980s charter of the guild.
    198X reference: charter of the guild
"""


def cases() -> list[tuple[str, str | None, str, str]]:
    lines = SENTENCES.strip().split("\n")
    found = []
    for sentence, gold in zip(lines[::2], lines[1::2], strict=True):
        head, _, what = gold.partition(": ")
        when, status = head.split()
        found.append((sentence, None if when == "-" else when, status, what.strip()))
    return found


@pytest.mark.parametrize(("sentence", "when", "status", "what"), cases())
def test_a_sentence_gives_its_event(sentence: str, when: str | None, status: str, what: str) -> None:
    """Each sentence gives an event with its day, its status, and words of its own."""
    found = read(sentence)
    assert any(e.when == when and e.status == status and what in e.what for e in found), found


def test_one_sentence_may_hold_two_events_the_second_without_its_verb() -> None:
    """ "A hearing is set for May 2 and the vote for May 9" gives two scheduled events."""
    found = read("A hearing is scheduled for May 2 and the vote for May 9.")
    assert [(e.what, e.when, e.status) for e in found] == [
        ("hearing", "2024-05-02", "scheduled"),
        ("vote", "2024-05-09", "scheduled"),
    ]


def test_a_saying_and_what_it_says_are_two_events() -> None:
    """The announcement happened on its day; what it announces lies ahead on another."""
    found = read("The council announced on Monday that the pool will open on April 1.")
    assert [(e.when, e.status) for e in found] == [("2024-03-11", "happened"), ("2024-04-01", "scheduled")]
    assert "pool will open" in found[1].what


def test_an_announcement_takes_the_words_of_what_it_announced() -> None:
    """A dated announcement at the end of its sentence carries the clause before it."""
    (found,) = read("Forty lorries had crossed the pass, Tolvik announced on Saturday.")
    assert found.when == "2024-03-09"
    assert found.what == "Tolvik announced: Forty lorries had crossed the pass"


def test_an_event_says_where() -> None:
    """A capitalised place after "in" or "at" is where."""
    (found,) = read("The growers met in Norrby on Monday.")
    assert found.where == "Norrby"


def test_an_event_says_who() -> None:
    """Names take part as written; the place does not."""
    (found,) = read("Foreign Minister Anna Brandt met Tolvik growers in Norrby on Monday.")
    assert "Foreign Minister Anna Brandt" in found.who
    assert "Norrby" not in found.who


def test_an_official_without_a_name_takes_part_as_written() -> None:
    """A subject headed by an office is one participant."""
    (found,) = read("A senior harbour official said on Monday.")
    assert found.who == ("A senior harbour official",)


def test_without_a_publication_day_a_weekday_has_no_value_but_its_place() -> None:
    """The event is reported with `when` None and the span of its time."""
    text = "The growers met in Norrby on Monday."
    (found,) = read(text, None)
    assert found.when is None
    assert found.time is not None
    assert found.time.of(text) == "Monday"


def test_what_has_no_time_and_is_not_denied_is_no_event() -> None:
    """An undated clause that merely narrates gives nothing."""
    assert read("The growers met the dairy group in Norrby.") == ()


def test_a_clause_parted_by_a_relative_one_is_read_whole() -> None:
    """The verb after "who rows" belongs to the subject before it."""
    (found,) = read("On Monday Karn, who rows, opened the bridge.")
    assert found.what == "Karn opened the bridge"
    (found,) = read("The mill, which makes crates, closed on Monday.")
    assert found.what == "mill closed"


def test_the_date_of_a_dateline_is_no_event() -> None:
    """What stands in the dateline says when the report was written."""
    text = "NORRBY, March 12 (Fjordwire) - The council met on Monday."
    page = replace(article(text, WEDNESDAY), dateline=Dateline("NORRBY", Span(0, 30)))
    times = find_times(text, date(2024, 3, 13))
    assert [e.when for e in read_events(page, times, (), AccountSettings())] == ["2024-03-11"]


def test_a_refusal_that_is_an_argument_is_no_event() -> None:
    """ "We will not be able to" denies nothing that was planned."""
    assert read("We will not be able to feed them.") == ()


def test_a_duration_dates_no_event() -> None:
    """ "For two weeks" says how long, not when."""
    assert read("The growers talked for two weeks.") == ()


def test_a_day_ahead_cannot_have_happened() -> None:
    """A narrated day after publication is scheduled."""
    (found,) = read("The pool closes on 2024-04-01.")
    assert found.status == "scheduled"


def test_events_stand_in_reading_order_whatever_the_order_of_times() -> None:
    """The caller may hand over times in any order."""
    text = "The pier closed on Monday.\nThe pier reopened on Tuesday."
    page = article(text, WEDNESDAY)
    times = find_times(text, date(2024, 3, 13))
    forward = read_events(page, times, (), AccountSettings())
    assert [e.when for e in forward] == ["2024-03-11", "2024-03-12"]
    assert read_events(page, times[::-1], (), AccountSettings()) == forward


def test_spans_hold_the_time_and_lie_in_the_page() -> None:
    """Every mention points at page text."""
    text = "A preface.\nThe council approved the budget yesterday, and the vote is due on Friday."
    for found in read(text):
        assert 0 <= found.span.begin < found.span.end <= len(text)
        assert found.time is not None
        assert found.span.begin <= found.time.begin


def test_a_very_long_line_without_stops_is_left_alone() -> None:
    """A table in one line gives no events and takes no time."""
    assert read("Monday total " * 500) == ()


def test_a_clock_time_ahead_belongs_to_the_day_named_before() -> None:
    """The orchestra plays on Friday, so the doors open then."""
    found = read("The orchestra will play on Friday.\nThe hall will open at 19:00.")
    assert [m.when for m in found] == ["2024-03-15", "2024-03-15T19:00"]


def test_a_clock_time_that_has_passed_belongs_to_the_paragraph_day() -> None:
    """The bells rang on Tuesday, so the mill burnt then."""
    found = read("The bells rang at ten past four on Tuesday morning. By half past five the mill had gone.")
    assert [m.when for m in found] == ["2024-03-12T04:10", "2024-03-12T05:30"]


def test_a_rank_over_so_many_months_is_no_event_ahead() -> None:
    """ "The first in seven months" looks back."""
    assert read("The parade is set for the first time in seven months.") == ()


def test_a_postponed_hearing_without_a_new_date_is_told_once() -> None:
    """Its date is open, and the sentence that says so names nothing of its own."""
    found = read("A hearing on fees has been postponed. No new date has been fixed.")
    assert [(m.status, m.when, m.what) for m in found] == [
        ("no_date_set", None, "hearing on fees has been postponed")
    ]


def test_what_is_denied_needs_no_day() -> None:
    """ "She denied that they would meet" is told as denied."""
    assert [(m.status, m.when) for m in read("Ms Lind denied that the bakers would meet in person.")] == [
        ("denied", None)
    ]


def test_what_is_not_ruled_out_is_not_denied() -> None:
    """A double negation denies nothing."""
    assert read("She did not rule out a strike.") == ()


def test_places_and_sentence_openings_take_no_part() -> None:
    """Schools open a sentence, Mosk is where they are."""
    (found,) = read("Schools near Mosk will meet Ana Berg on Friday.")
    assert found.who == ("Ana Berg",)


def test_a_day_compared_with_is_no_event() -> None:
    """Prices stand against those of a day earlier."""
    assert read("Wool stood at 94 marks, up from 78 marks a day earlier.") == ()


def test_a_weekly_paper_is_no_event() -> None:
    """The Tuesday newsletter comes every week."""
    assert read("Readers can sign up for the Tuesday newsletter.") == ()


def test_a_town_that_is_left_takes_no_part() -> None:
    """Elsewhere the article says that things are "in Mosk"; a town that acts is named."""
    text = "There is snow in Mosk. Ana Berg left Mosk on Monday. Mosk closed its schools on Monday."
    assert [m.who for m in read(text)] == [("Ana Berg",), ("Mosk",)]


def test_a_name_that_opens_a_sentence_is_known_from_elsewhere() -> None:
    """Brell is written with a capital inside a sentence too, Wool is not."""
    text = "Wool fell on Monday. The head of Brell's board rested. Brell closed on Monday."
    assert [m.who for m in read(text)] == [(), ("Brell",)]
