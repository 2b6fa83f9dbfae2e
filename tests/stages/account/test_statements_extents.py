"""Where what is said begins and ends. Places, people and events are invented."""

import pytest

from tests.stages.account.articles import told


def contents(text: str, speaker: str) -> list[str]:
    return [content for _, content, name, _ in told(text) if name.startswith(speaker)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Marn said the pumps, which date from spring, had failed twice.",
            "the pumps, which date from spring, had failed twice",
        ),
        (
            "The divers said they had searched the wreck; marked the hull; and left a buoy.",
            "they had searched the wreck; marked the hull; and left a buoy",
        ),
        (
            "Marn said the guild had closed the lock, coming from a meeting at dawn.",
            "the guild had closed the lock, coming from a meeting at dawn",
        ),
        (
            "Marn said having two locks at Pell puts the ferries at risk.",
            "having two locks at Pell puts the ferries at risk",
        ),
        (
            "Marn said the sluice would open - the first time in years.",
            "the sluice would open - the first time in years",
        ),
    ],
)
def test_what_is_said_goes_on_to_its_end(text: str, content: str) -> None:
    """Over a relative clause, semicolons before verbs, words that only look like verbs of saying, a dash."""
    assert contents(text, "Marn" if text.startswith("Marn") else "The divers") == [content]


def test_a_typed_dash_sets_off_as_a_printed_one_does() -> None:
    """Two hyphens, or one between spaces."""
    for dash in ("--", "-", "—"):
        assert contents(f"The lock would open {dash} Ilse Marn said {dash} by noon.", "Ilse Marn") == [
            "The lock would open | by noon"
        ]


def test_there_is_no_possessor() -> None:
    """ "there's no evidence that": nobody's evidence, and what stands before it goes on."""
    text = "The lock, other divers say, was never shut, and there's no evidence that it leaked."
    assert contents(text, "other divers") == [
        "The lock | was never shut, and there's no evidence that it leaked"
    ]


def test_a_broken_clause_goes_on_with_any_verb() -> None:
    """Not with a helper alone; past the pronoun of whom it is told to."""
    text = "The years that followed, Ilse Marn told them, brought a deep change."
    assert contents(text, "Ilse Marn") == ["The years that followed | brought a deep change"]


def test_a_question_behind_a_quotation_is_its_occasion() -> None:
    """ "…,” he said when asked if …": the words quoted are what he said."""
    assert contents("“Gladly,” Ilse Marn said when asked if she would sail.", "Ilse Marn") == ["Gladly"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ilse Marn left the room, vowing to “open up” the books.", "to “open up” the books"),
        ("Ilse Marn said, in a letter to the guild, that the weir had held.", "the weir had held"),
        ("Ilse Marn said in a letter that divers in the bay were safe.", "divers in the bay were safe"),
        (
            "Ilse Marn told reporters that the guild had broken its rules by asking the divers to wait.",
            "the guild had broken its rules by asking the divers to wait",
        ),
    ],
)
def test_where_what_is_said_begins_and_what_it_holds(text: str, content: str) -> None:
    """At quoted verbs, behind what commas set off, at "that" before plurals; over what is done by saying."""
    assert contents(text, "Ilse Marn") == [content]


def test_who_the_speaker_is_belongs_to_nothing_said() -> None:
    """A relative clause in the apposition behind an inverted speaker."""
    text = "Two pumps raise the price of water, said Ilse Marn, a smith who has mended dams, locks and mills."
    assert contents(text, "Ilse Marn") == ["Two pumps raise the price of water"]
    text = "“We are so glad” of the lock, said Ilse Marn, head of the Guild, a union that left two others."
    assert contents(text, "Ilse Marn") == ["“We are so glad” of the lock"]


@pytest.mark.parametrize(
    "text",
    [
        "But those who sail at night say the lamp has failed.",
        "A new survey shows ferries losing a third of their crews.",
        "Surveys show ferries losing a third of their crews.",
    ],
)
def test_plurals_and_writings_agree_with_their_verbs(text: str) -> None:
    """ "those who … say", "a survey shows", where the verb may be a noun."""
    assert len(told(text)) == 1
