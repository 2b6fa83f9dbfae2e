"""Reports of one event become one story."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.settings import StorySettings
from samecopy.stages.story import Report, group, story_edges, title_of

SETTINGS = StorySettings()

FERRY = (
    "Ferry to Norhaven stays in port after wall collapses",
    "The ferry to Norhaven will stay in port for a week after part of the harbour wall collapsed on Sunday. "
    "Divers found cracks along forty metres of the wall, harbourmaster Ilse Tarn said. "
    "Islanders are supplied by fishing boats until the wall is shored up.",
)
WALL = (
    "Norhaven islanders cut off as harbour wall gives way",
    "Islanders on Norhaven were cut off on Monday, a day after the harbour wall gave way. "
    "Ilse Tarn, the harbourmaster, said divers had found cracks. "
    "Fishing boats bring bread and medicine while the ferry stays in port.",
)
BREAD = (
    "Bakers of Oldminster lower the price of bread",
    "Bakers in Oldminster lowered the price of a loaf on Monday, for the first time in four years. "
    "The guild said flour had become cheaper since the spring. "
    "A loaf will cost less than a tram ticket again.",
)
FLOUR = (
    "Cheaper flour brings cheaper loaf to Oldminster",
    "A loaf of bread costs less in Oldminster since Monday, because flour has become cheaper. "
    "The bakers' guild had raised the price four years ago. "
    "Other towns may follow, the guild said.",
)


def report(name: str, told: tuple[str, str], day: str | None = "2031-05-05", sure: float = 1.0) -> Report:
    return Report(name, (name,), "\n".join(told), told[0], day, sure)


PILE = [report("d", BREAD), report("a", FERRY), report("c", FLOUR), report("b", WALL)]


def stories(reports: list[Report]) -> list[str]:
    return ["".join(reports[at].id for at in story) for story in group(reports, SETTINGS)]


def test_two_events_in_a_pile_of_four_are_told_apart() -> None:
    """With so few reports there are hardly any word statistics, and still it is seen."""
    assert stories(PILE) == ["ab", "cd"]


def test_days_are_not_needed() -> None:
    """The same four without any day."""
    assert stories([replace(r, day=None) for r in PILE]) == ["ab", "cd"]


def test_one_event_alone_is_one_story() -> None:
    """Nothing else in the pile to compare with."""
    assert stories([report("a", FERRY), report("b", WALL)]) == ["ab"]


def test_two_strangers_are_two_stories() -> None:
    """That they are all there is does not bring them together."""
    assert stories([report("a", FERRY), report("d", BREAD)]) == ["a", "d"]


def test_a_pile_of_one_and_a_pile_of_none() -> None:
    """One report is one story; none is none."""
    assert group([report("a", FERRY)], SETTINGS) == ((0,),)
    assert group([], SETTINGS) == ()


def test_a_report_without_words_stands_alone() -> None:
    """An empty text joins nothing and breaks nothing."""
    assert stories([*PILE, Report("e", ("e",), "")]) == ["ab", "cd", "e"]


def test_years_part_reports_of_one_wording() -> None:
    """The same words a year later tell of another event, if the days are sure."""
    early, late = report("a", FERRY), report("b", WALL, "2032-05-05")
    assert stories([early, late]) == ["a", "b"]
    assert stories([early, replace(late, days_sure=0.0)]) == ["ab"]


def test_others_close_by_lessen_an_edge() -> None:
    """Amid ten more reports of the harbour, two of them must be nearer to count as near."""
    crowd = [report(f"c{n}", (FERRY[0], FERRY[1] + f" Day {n} of the closure.")) for n in range(10)]
    pile = [report("a", FERRY), report("b", WALL), *crowd]
    even = replace(SETTINGS, topic_power=0.0, threshold=0.001)
    plain, lessened = (
        {(e.a, e.b): e.score for e in story_edges(pile, replace(even, topic_power=power))}
        for power in (0.0, SETTINGS.topic_power)
    )
    assert lessened["a", "b"] < 0.6 * plain["a", "b"]


def test_a_day_that_is_none_counts_as_unknown() -> None:
    """`yesterday` is no day."""
    assert stories([report("a", FERRY), report("b", WALL, "yesterday")]) == ["ab"]


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(6)))
def test_order_changes_nothing(order: list[int]) -> None:
    """The stories, and their own order, are those of the ids."""
    pile = [*PILE, report("e", ("Ferry", "Ferry."), None), report("f", ("", "Loaf of bread."), None, 0.3)]
    there = [tuple(pile[at].id for at in story) for story in group(pile, SETTINGS)]
    shuffled = [pile[at] for at in order]
    back = [tuple(shuffled[at].id for at in story) for story in group(shuffled, SETTINGS)]
    assert there == back
    assert story_edges(pile, SETTINGS) == story_edges(shuffled, SETTINGS)


def test_every_report_is_in_one_story() -> None:
    """Of invented word salads too."""
    rng = random.Random(5)
    salad = [
        Report(str(n), (str(n),), " ".join(rng.choice(FERRY[1].split()) for _ in range(30)))
        for n in range(80)
    ]
    found = group(salad, SETTINGS)
    assert sorted(at for story in found for at in story) == list(range(80))


def test_what_is_written_years_apart_changes_nothing() -> None:
    """Days are weighed by the reports around them, where there are enough."""
    near = replace(SETTINGS, sight=4)
    later = [replace(r, id=f"z{r.id}", day="2035-01-01") for r in PILE]
    scores = {(e.a, e.b): e.score for e in story_edges(PILE, near)}
    assert scores.items() <= {(e.a, e.b): e.score for e in story_edges([*PILE, *later], near)}.items()


def test_edges_join_each_story() -> None:
    """Edges name both reports by id, the lesser first, and score from 0 to 1."""
    edges = story_edges(PILE, SETTINGS)
    assert {(edge.a, edge.b) for edge in edges} >= {("a", "b"), ("c", "d")}
    assert all(edge.a < edge.b and 0 < edge.score <= 1.001 for edge in edges)


def test_a_story_is_called_by_its_most_central_headline() -> None:
    """What most headlines say, said by one of them."""
    titles = [
        "Ferry to Norhaven stays in port",
        "Opinion: Who let the wall fall?",
        "Norhaven ferry in port for a week | The Herald",
        "Norhaven ferry stays in port for a week",
    ]
    assert title_of(titles) == title_of(titles[::-1]) == "Norhaven ferry stays in port for a week"


def test_a_story_without_headlines_has_no_name() -> None:
    """Nothing is made up."""
    assert title_of([]) == title_of(["", " "]) == ""


def test_a_lone_headline_is_cleaned_only_of_its_frame() -> None:
    """Section and outlet go, a colon within the sentence and a hyphen stay."""
    assert title_of(["Ferry stays in port of Norhaven - Coast Courier"]) == "Ferry stays in port of Norhaven"
    assert title_of(["Mayor: no"]) == "Mayor: no"
    assert title_of(["Well-known baker retires"]) == "Well-known baker retires"
