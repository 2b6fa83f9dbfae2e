"""Mentions that say one thing."""

from samecopy.records import Cell, Family, Origin, Row, Span
from samecopy.settings import AccountSettings
from samecopy.stages.account.merge import places, statement_groups
from tests.build import article, source, statement

SETTINGS = AccountSettings()
SPEAKER = source("Ada Bell")


def collated(*cells: Cell) -> Family:
    row = Row("p1", "", True, cells)
    return Family(
        "f",
        tuple(c.page for c in cells),
        cells[0].page,
        (row,),
        (),
        Origin("undecided", None, None, "low", ()),
    )


def test_a_statement_edited_at_one_place_of_a_copy_is_one() -> None:
    """Aligned paragraphs carry one statement though an outlet changed words of it."""
    a = article("a", "The dam will open on Thursday, she said.")
    b = article("b", "The dam will open tomorrow, she said.")
    family = collated(
        Cell("a", 0, Span(0, len(a.text)), "kept"), Cell("b", 0, Span(0, len(b.text)), "changed")
    )
    mentions = [
        statement(a, "The dam will open on Thursday", SPEAKER),
        statement(b, "The dam will open tomorrow", SPEAKER),
    ]
    assert statement_groups(mentions, places([family], [a, b]), SETTINGS) == ((0, 1),)


def test_a_quotation_common_to_two_reports_is_one_statement() -> None:
    """Independent reports of one speech share its words."""
    a = article("a", "“We will not leave this valley to the water,” she said.")
    b = article("b", "She told the crowd: “We will not leave this valley to the water.”")
    words = "We will not leave this valley to the water"
    mentions = [statement(a, words, SPEAKER, "direct"), statement(b, words, SPEAKER, "direct")]
    assert statement_groups(mentions, places([], [a, b]), SETTINGS) == ((0, 1),)


def test_short_like_words_in_two_reports_are_two_statements() -> None:
    """“Very concerned” twice is no evidence that one statement was made."""
    a, b = article("a", "He was “very concerned”."), article("b", "She was “very concerned”.")
    mentions = [statement(a, "very concerned", SPEAKER), statement(b, "very concerned", source("Carl Dunn"))]
    assert len(statement_groups(mentions, places([], [a, b]), SETTINGS)) == 2


def test_other_words_are_another_statement() -> None:
    """Statements that share only common words stay apart."""
    a = article("a", "The dam will open on Thursday, she said.")
    b = article("b", "The school will close on Thursday, she said.")
    mentions = [
        statement(a, "The dam will open on Thursday", SPEAKER),
        statement(b, "The school will close on Thursday", SPEAKER),
    ]
    assert len(statement_groups(mentions, places([], [a, b]), SETTINGS)) == 2


def test_a_statement_that_lost_its_not_is_another_statement() -> None:
    """“Had not agreed” and “had agreed” do not join, though they stand at one place of one copy."""
    a, b = (
        article("a", "The sides had not agreed on a line."),
        article("b", "The sides had agreed on a line."),
    )
    family = collated(
        Cell("a", 0, Span(0, len(a.text)), "kept"), Cell("b", 0, Span(0, len(b.text)), "changed")
    )
    mentions = [
        statement(a, "The sides had not agreed on a line", SPEAKER),
        statement(b, "The sides had agreed on a line", SPEAKER),
    ]
    assert len(statement_groups(mentions, places([family], [a, b]), SETTINGS)) == 2


def test_a_statement_with_another_number_is_another_statement() -> None:
    """85 prisoners in one outlet and 58 in another are not one statement."""
    a, b = (
        article("a", "They offered to free 85 prisoners."),
        article("b", "They offered to free 58 prisoners."),
    )
    family = collated(
        Cell("a", 0, Span(0, len(a.text)), "kept"), Cell("b", 0, Span(0, len(b.text)), "changed")
    )
    mentions = [
        statement(a, "They offered to free 85 prisoners", SPEAKER),
        statement(b, "They offered to free 58 prisoners", SPEAKER),
    ]
    assert len(statement_groups(mentions, places([family], [a, b]), SETTINGS)) == 2


def test_number_words_count_as_numbers() -> None:
    """Four people are not seven, but 1,400 are 1400."""
    pairs = [("At least four people had died", "At least seven people had died", 2)]
    pairs += [
        ("Some 1,400 trains were stopped on that line", "Some 1400 trains were stopped on that line", 1)
    ]
    for before, after, expected in pairs:
        a, b = article("a", f"{before}, she said."), article("b", f"{after}, she said.")
        family = collated(
            Cell("a", 0, Span(0, len(a.text)), "kept"), Cell("b", 0, Span(0, len(b.text)), "kept")
        )
        mentions = [statement(a, before, SPEAKER), statement(b, after, SPEAKER)]
        assert len(statement_groups(mentions, places([family], [a, b]), SETTINGS)) == expected
