"""Who said what: stances, passives of judgement, and clauses that a set-off cue stands beside.

Places, people and events are invented.
"""

import pytest

from samecopy.records import SourceType, StatementKind
from tests.stages.account.articles import told

Told = tuple[StatementKind, str, str, SourceType]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Harbour officials welcome the plan to dredge the outer basin.", "the plan to dredge", "officials"),
        ("The ferry guild called for a ban on night sailings.", "a ban on night sailings", "guild"),
        ("They're opposing the new toll on the river.", "the new toll on the river", "They"),
        ("The skippers are deeply sceptical of the new river toll.", "the new river toll", "The skippers"),
        (
            "The guild distanced itself from the blockade of the port.",
            "the blockade of the port",
            "The guild",
        ),
        ("Ada Pell shut the gate, calling the toll a mistake.", "the toll a mistake", "Ada Pell"),
    ],
)
def test_a_stance_is_a_statement_of_what_it_is_about(text: str, content: str, source: str) -> None:
    """Verbs and adjectives of judging, backing and demanding, with the phrase behind them."""
    assert len(said := told(text)) == 1
    assert said[0][1].startswith(content)
    assert source in said[0][2]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The toll was opposed by the ferry guild.", ("The toll", "the ferry guild")),
        ("The old lock is seen as a danger to boats.", ("The old lock | as a danger to boats", "")),
        (
            "The harbour master was accused of hiding the survey.",
            ("The harbour master | of hiding the survey", ""),
        ),
    ],
)
def test_a_passive_of_judgement_is_about_its_subject(text: str, statement: tuple[str, str]) -> None:
    """Who judges stands behind "by", or nobody does."""
    assert [one[1:3] for one in told(text)] == [statement]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Ada Pell said, the mill would reopen in spring.", "the mill would reopen in spring"),
        ("The mill would reopen in spring, as Ada Pell said.", "The mill would reopen in spring"),
        (
            "The mill would reopen, Ada Pell said, with a new wheel.",
            "The mill would reopen | with a new wheel",
        ),
        (
            "“It was a bad night,” Ada Pell said, that nobody would forget.",
            "“It was a bad night,” | nobody would forget",
        ),
        ("The skipper called it “a fair price,” raising hopes of a deal.", "it “a fair price,”"),
    ],
)
def test_a_set_off_cue_has_the_clause_beside_it(text: str, content: str) -> None:
    """Before it, behind "as", and what goes on behind it; not what the report adds."""
    assert [one[1] for one in told(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Though the mill has stood empty for years, Henrik Solm found buyers in spring.",
        "The crew sailed to Oslin and Pell, where it met Ada Varn, who added to the welcome.",
        "It was a quiet custom called the long watch of the river.",
    ],
)
def test_a_clause_beside_another_verb_is_no_statement(text: str) -> None:
    """A concession, a list behind a relative clause, a name given to a thing."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The hall rang with chants of “Open the gates!”", ("direct", "Open the gates!", "", "unknown")),
        (
            "The tide was no surprise to Ada Pell: “We knew it would come before noon.”",
            ("direct", "We knew it would come before noon.", "Ada Pell", "named_person"),
        ),
    ],
)
def test_a_quotation_without_a_verb_of_saying_is_a_statement(text: str, statement: Told) -> None:
    """Words cried, and words behind a name and a colon."""
    assert told(text) == [statement]


def test_a_long_quotation_with_nobody_beside_it_is_somebodys() -> None:
    """It is a statement with an unknown source; a short one may be a title or a phrase."""
    speech = (
        "We waited for the tide until the lamps went out on the far bank, and when it came there was nobody "
        "left to row us home."
    )
    long, short = told(f"“{speech}”"), told("“No more tolls on the river.”")
    assert [(one[0], one[1], one[3]) for one in long] == [("direct", speech, "unknown")]
    assert short == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We mend nets” for the whole river, Ada Pell said.", "“We mend nets” for the whole river"),
        ("“Old boats and nets” are not “for sale here,” Ada Pell said.", "“Old boats and nets” are not"),
    ],
)
def test_quoted_words_before_plain_ones_are_mixed(text: str, content: str) -> None:
    """What stands between the quotation and the cue belongs to what is said."""
    kind, found, *_ = told(text)[0]
    assert kind == "mixed"
    assert found.startswith(content)


def test_whom_somebody_asks_is_part_of_what_is_asked() -> None:
    """A prepositional phrase of those asked is passed over."""
    said = told("Ada Pell asked the crews of Oslin to wait for the tide.")
    assert [one[1] for one in said] == ["the crews of Oslin to wait for the tide"]
