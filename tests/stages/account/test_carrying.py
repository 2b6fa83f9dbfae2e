"""Mentions taken over from the page that has more of the copy."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import Article, Dateline, Span
from samecopy.settings import AccountSettings
from samecopy.stages.account import Mentions, carried_over, read_mentions
from tests.build import article

SETTINGS = AccountSettings()
DAY = "2031-03-04"
PARAGRAPHS = (
    "Ada Bell opened the lock of Tarn on Tuesday.",
    "“It will hold for a hundred years,” she said.",
    "Some 400 people came, and 30 boats will pass on Friday.",
    "The old lock broke in 2029, according to the harbour office.",
)


def page(name: str, *paragraphs: str, day: str | None = DAY) -> Article:
    return article(name, *paragraphs, published=day)


FULLER = page("base", *PARAGRAPHS)
READ = read_mentions(FULLER, (), SETTINGS)


@given(st.sets(st.sampled_from(range(len(PARAGRAPHS)))))
def test_what_a_page_left_whole_stands_there_as_in_the_fuller_one(kept: set[int]) -> None:
    """Every mention of a kept paragraph comes along, pointing at the same words, and no other."""
    copy = page("copy", *(p for n, p in enumerate(PARAGRAPHS) if n in kept))
    carried = carried_over(READ, FULLER, copy)
    assert carried is not None
    for ours, theirs in (
        ([s.content[0].of(copy.text) for s in carried.statements], [s.content[0] for s in READ.statements]),
        ([e.span.of(copy.text) for e in carried.events], [e.span for e in READ.events]),
        ([f.span.of(copy.text) for f in carried.figures], [f.span for f in READ.figures]),
    ):
        inside = [s for s in theirs if any(s.of(FULLER.text) in PARAGRAPHS[n] for n in kept)]
        assert ours == [s.of(FULLER.text) for s in inside]
    assert {s.page for s in carried.statements} | {e.page for e in carried.events} <= {"copy"}
    assert {f.page for f in carried.figures} <= {"copy"}


def test_who_she_is_comes_from_where_it_was_said() -> None:
    """A copy that cut the paragraph with the name has the speaker of the fuller page."""
    carried = carried_over(READ, FULLER, page("copy", PARAGRAPHS[1]))
    assert carried is not None
    assert [(s.source.text, s.source.name) for s in carried.statements] == [("she", "Ada Bell")]


def test_a_changed_word_makes_a_page_be_read_itself() -> None:
    """Nothing is taken over beside a paragraph that the fuller page has not."""
    assert carried_over(READ, FULLER, page("copy", PARAGRAPHS[0], "Some 500 people came.")) is None


def test_moved_paragraphs_make_a_page_be_read_itself() -> None:
    """Another order may make another speaker."""
    assert carried_over(READ, FULLER, page("copy", PARAGRAPHS[2], PARAGRAPHS[0])) is None


def test_another_day_makes_a_page_be_read_itself() -> None:
    """ "Friday" is another day there, or none that is known."""
    for day in ("2031-03-11", None):
        assert carried_over(READ, FULLER, page("copy", *PARAGRAPHS, day=day)) is None


def test_datelines_may_differ() -> None:
    """Words behind another dateline are the same words."""
    line = Dateline("Tarn", Span(0, 6))
    copy = replace(page("copy", f"TARN —{PARAGRAPHS[0]}", *PARAGRAPHS[1:]), dateline=line)
    carried = carried_over(READ, FULLER, copy)
    assert carried is not None
    assert [e.span.of(copy.text) for e in carried.events] == [e.span.of(FULLER.text) for e in READ.events]


def test_a_mention_cut_in_part_makes_a_page_be_read_itself() -> None:
    """A quotation whose speaker stands in a paragraph that was cut may have another one here."""
    fuller = page(
        "base", "Ada Bell spoke at the lock.", "“It will hold,” the mayor said:", "“For a hundred years.”"
    )
    read = read_mentions(fuller, (), SETTINGS)
    astride = [s for s in read.statements if s.cue and s.content[0].begin > s.cue.end]
    assert astride, "the second quotation hangs on the first's cue"
    assert carried_over(read, fuller, page("copy", "“For a hundred years.”")) is None


def test_nothing_is_taken_from_a_page_that_could_not_be_read() -> None:
    """Its copies are read themselves."""
    failed = Mentions("base", (), (), (), "ValueError")
    assert carried_over(failed, FULLER, page("copy", *PARAGRAPHS)) is None
