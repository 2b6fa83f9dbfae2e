"""Edits: extent, kind and weight."""

import datetime

import pytest

from samecopy.records import Edit, EditKind, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate.edits import compare
from samecopy.stages.collate.pieces import block

Day = datetime.date


def edits(before: str, after: str, day: Day | None = None, other: Day | None = None) -> list[Edit]:
    a, b = block("a", 0, before, Span(0, len(before))), block("b", 0, after, Span(0, len(after)))
    return compare("p1", a, b, (day, other), CollateSettings())


def shown(found: list[Edit]) -> list[tuple[EditKind, str, str]]:
    return [(e.kind, e.before, e.after) for e in found]


def test_a_date_in_another_form_is_one_edit() -> None:
    """ "10 March" for "March 10" is one edit that does not matter."""
    found = edits("The yard opens on March 10 at noon.", "The yard opens on 10 March at noon.")
    assert shown(found) == [("date_form", "March 10", "10 March")]
    assert not found[0].matters


def test_a_weekday_and_a_relative_day_are_the_same_day() -> None:
    """Each expression is read by its own page's publication day."""
    found = edits("The yard opens on Thursday.", "The yard opens tomorrow.", Day(2030, 5, 2), Day(2030, 5, 1))
    assert [(e.kind, e.same_day, e.before) for e in found] == [("date_form", "2030-05-02", "on Thursday")]


def test_another_day_matters() -> None:
    """Two weekdays on pages of one day differ in substance."""
    found = edits("It opens Thursday.", "It opens Friday.", Day(2030, 5, 1), Day(2030, 5, 1))
    assert [(e.kind, e.matters) for e in found] == [("number", True)]


def test_days_that_cannot_be_compared_are_not_said_to_matter() -> None:
    """Without a publication day nobody can tell; the note says so."""
    found = edits("It opens Thursday.", "It opens tomorrow.")
    assert [(e.kind, e.matters, e.same_day) for e in found] == [("date_form", False, None)]
    assert "not known" in found[0].note


@pytest.mark.parametrize(
    ("kind", "matters", "before", "after"),
    [
        ("spelling", False, "The harbour is shut.", "The harbor is shut."),
        ("spelling", False, "A well-known reef.", "A well known reef."),
        ("number_form", False, "Some 10,000 gulls.", "Some 10 000 gulls."),
        ("number_form", False, "It cost 1.5 million crowns.", "It cost 1.5m crowns."),
        ("style", False, "The US envoy left.", "The U.S. envoy left."),
        ("style", False, "Mayor Tom Hale left.", "Hale left."),
        ("style", False, "The ship did not sink.", "The ship didn’t sink."),
        ("style", False, "Pier number 8 burned.", "Pier No. 8 burned."),
        ("spelling", False, "The neighbor's boat sank.", "The neighbour’s boat sank."),
        ("number_form", False, "It took 48 hours.", "It took two days."),
        ("number", True, "It took 48 hours.", "It took three days."),
        ("style", False, "Orrin Line chief Ida Brook left.", "Ida Brook, Orrin Line’s chief, left."),
        ("hedge", True, "The probe found that it leaked.", "The probe suggests that it leaked."),
        ("hedge", True, "The probe indicates that it leaked.", "The probe confirmed that it leaked."),
        ("name", True, "They saw Oskar Holt there.", "They saw Oscar Holt there."),
        ("name", True, "They saw Tomas Holt there.", "They saw Thomas Holt there."),
        ("punctuation", False, "Boats, nets and ropes.", "Boats, nets, and ropes."),
        ("number", True, "It took 12 boats.", "It took 14 boats."),
        ("number", True, "It cost $4 million.", "It cost €4 million."),
        ("number", True, "He served for two years.", "He served for three years."),
        ("name", True, "She met Tom Hale there.", "She met Ida Brook there."),
        ("negation", True, "The pump had failed.", "The pump had not failed."),
        ("attribution", True, "The owner said it sank.", "The owner claimed it sank."),
        ("attribution", True, "The reef moved, a pilot said.", "The reef moved."),
        ("hedge", True, "The hull may be cracked.", "The hull is cracked."),
        ("hedge", True, "About 300 tons leaked.", "300 tons leaked."),
        ("quotation", True, "“We were slow,” he said.", "“We were late,” he said."),
        ("quotation", True, "She called it “reckless” twice.", "She called it reckless twice."),
        ("wording", True, "The crew left the ship.", "The crew burned the ship."),
        ("wording", True, "They voted for the pier.", "They voted against the pier."),
    ],
)
def test_kinds(kind: EditKind, matters: bool, before: str, after: str) -> None:
    """Each pair gives one edit of its kind and weight."""
    assert [(e.kind, e.matters) for e in edits(before, after)] == [(kind, matters)]


def test_curly_and_straight_marks_are_the_same_text() -> None:
    """Typography is no edit."""
    assert edits("“It’s over,” he said – twice.", '"It\'s over," he said — twice.') == []


def test_a_name_is_one_edit() -> None:
    """One changed word of a name shows the whole name."""
    found = edits("They saw Anna Maria Holt leave.", "They saw Anna Maria Vogt leave.")
    assert shown(found) == [("name", "Anna Maria Holt", "Anna Maria Vogt")]


def test_a_figure_comes_with_its_unit() -> None:
    """A changed number shows its unit."""
    found = edits("The mast is 40 metres high.", "The mast is 50 metres high.")
    assert shown(found) == [("number", "40 metres", "50 metres")]


def test_a_date_beside_a_name_is_an_edit_of_its_own() -> None:
    """Differences that only touch are cut apart."""
    found = edits(
        "On Monday Anna Holt spoke.", "Yesterday Ida Brook spoke.", Day(2030, 5, 7), Day(2030, 5, 7)
    )
    assert [e.kind for e in found] == ["date_form", "name"]


def test_a_sentence_put_in_is_wording() -> None:
    """Whatever it holds, it is an added sentence."""
    found = edits("The pier burned.", "The pier burned. Ida Brook said 40 boats were not insured.")
    assert [(e.kind, e.matters, e.note) for e in found] == [("wording", True, "a sentence added")]


def test_context_is_up_to_six_words_of_the_base() -> None:
    """The words before the edit, in the base."""
    found = edits("one two three four five six seven left", "one two three four five six seven stayed")
    assert [e.context for e in found] == ["two three four five six seven"]


def test_spans_hold_the_wordings() -> None:
    """Spans point into each page's text; an empty side has none."""
    before, after = "The old pier burned down.", "The pier burned twice."
    for edit in edits(before, after):
        for text, span in ((edit.before, edit.before_span), (edit.after, edit.after_span)):
            whole = before if span is edit.before_span else after
            assert text == ("" if span is None else whole[span.begin : span.end])


def test_swapping_pages_keeps_what_matters() -> None:
    """Weight does not depend on which page is the base."""
    pair = ("The owner said 40 boats sank on Monday.", "The owner claimed 50 boats sank Monday.")
    there, back = edits(*pair), edits(*pair[::-1])
    assert [(e.kind, e.matters) for e in there] == [(e.kind, e.matters) for e in back]


def test_a_weekday_is_read_in_its_sentence() -> None:
    """What will be on Saturday is on the coming one, on both pages."""
    written = Day(2030, 5, 1)
    found = edits("The band will play on Saturday.", "The band will play this Saturday.", written, written)
    assert [(e.kind, e.same_day) for e in found] == [("date_form", "2030-05-04")]


def test_days_read_apart_by_tense_are_left_open() -> None:
    """Where one sentence looks back and the other ahead, no day is shown and nothing is said to matter."""
    written = Day(2030, 5, 1)
    found = edits(
        "The band played at a fair on Saturday.", "The band will play a fair Saturday.", written, written
    )
    assert [e.same_day for e in found if e.kind == "date_form"] in ([], [None])


def test_a_year_counted_back_is_the_same_year() -> None:
    """ "Two years ago" is read by the page's day."""
    found = edits("It sank in 2028.", "It sank two years ago.", Day(2030, 5, 1), Day(2030, 5, 1))
    assert [(e.kind, e.matters) for e in found] == [("date_form", False)]


def test_who_did_it_to_whom_is_no_apposition() -> None:
    """Two names that change places are no style."""
    found = edits("Anna Holt sued director Ida Brook.", "Ida Brook sued director Anna Holt.")
    assert any(e.matters for e in found)


def test_a_sentence_put_where_another_ends_is_wording() -> None:
    """The end of one sentence that went, and the sentence that came, are two edits."""
    found = edits("The pier burned, records show.", "The pier burned. About 40 boats may be insured.")
    assert (found[-1].kind, found[-1].note) == ("wording", "a sentence added")
