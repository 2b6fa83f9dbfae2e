"""Who said what over several sentences and paragraphs.

Places, people and events are invented.
"""

import pytest

from samecopy.records import SourceType, StatementKind
from tests.stages.account.articles import told

Told = tuple[StatementKind, str, str, SourceType]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "“The hives were moved in the night.\n\n“Nobody saw who did it,” Ilse Marn said.",
            [
                (
                    "direct",
                    "The hives were moved in the night. | Nobody saw who did it",
                    "Ilse Marn",
                    "named_person",
                ),
            ],
        ),
        (
            "A port official, who asked not to be named, said the ferry would sail late.\n\nThe "
            "ferry is thirty years old, the official said.",
            [
                (
                    "indirect",
                    "the ferry would sail late",
                    "A port official, who asked not to be named",
                    "anonymous_official",
                ),
                (
                    "indirect",
                    "The ferry is thirty years old",
                    "A port official, who asked not to be named",
                    "anonymous_official",
                ),
            ],
        ),
        (
            "Fisheries Minister Tarry Holm said the ban would end.\n\nHolm said he had signed "
            "the order.\n\n“It took too long,” he said.\n\nThe minister promised to visit the "
            "harbour.",
            [
                ("indirect", "the ban would end", "Fisheries Minister Tarry Holm", "named_official"),
                ("indirect", "he had signed the order", "Fisheries Minister Tarry Holm", "named_official"),
                ("direct", "It took too long", "Fisheries Minister Tarry Holm", "named_official"),
                ("indirect", "to visit the harbour", "Fisheries Minister Tarry Holm", "named_official"),
            ],
        ),
        (
            "Pell Bros. Inc. said it would rebuild the pier.\n\nThe company denied that it had "
            "known of the cracks.",
            [
                ("indirect", "it would rebuild the pier", "Pell Bros. Inc.", "institution"),
                ("indirect", "it had known of the cracks", "Pell Bros. Inc.", "institution"),
            ],
        ),
        (
            "Mayor Tarry Holm will say “we are ready for the flood and for the summer,” an aide "
            "told reporters.",
            [
                ("direct", "we are ready for the flood and for the summer", "an aide", "anonymous_official"),
            ],
        ),
        (
            "“We are ready for the flood,” Mayor Tarry Holm will tell the council, a senior "
            "aide said, adding that the speech was written.",
            [
                ("direct", "We are ready for the flood", "a senior aide", "anonymous_official"),
                ("indirect", "the speech was written", "a senior aide", "anonymous_official"),
            ],
        ),
        (
            "The choir had offered to sing for free, the organiser said. The choir was also "
            "“ready to sing in the rain and in the dark” on Sunday.",
            [
                ("indirect", "The choir had offered to sing for free", "the organiser", "anonymous_person"),
                ("direct", "ready to sing in the rain and in the dark", "the organiser", "anonymous_person"),
            ],
        ),
        (
            "Skipper Jo Pell declared:\n\n“The boat is sound and the crew is ready for the race.”",
            [
                (
                    "direct",
                    "The boat is sound and the crew is ready for the race.",
                    "Skipper Jo Pell",
                    "named_person",
                ),
            ],
        ),
        (
            "U.S. officials have said the reef is closed.\n\nUS officials said the reef would stay closed.",
            [
                ("indirect", "the reef is closed", "U.S. officials", "unnamed_officials"),
                ("indirect", "the reef would stay closed", "US officials", "unnamed_officials"),
            ],
        ),
        (
            "“It is a good boat,” Jo Pell, the skipper, told the Oslin Herald. “She will win "
            "the race.”\n\n“We have trained all winter,” he added.",
            [
                (
                    "direct",
                    "It is a good boat | She will win the race.",
                    "Jo Pell, the skipper",
                    "named_person",
                ),
                ("direct", "We have trained all winter", "Jo Pell, the skipper", "named_person"),
            ],
        ),
        (
            "Jo Pell said of the boat: “She will win the race by a mile.”",
            [
                ("direct", "She will win the race by a mile.", "Jo Pell", "named_person"),
            ],
        ),
        (
            "The spokesman for the ferry line, Uwe Crull, said the timetable would "
            "change.\n\nThe spokesman did not say when.",
            [
                (
                    "indirect",
                    "the timetable would change",
                    "The spokesman for the ferry line, Uwe Crull",
                    "named_official",
                ),
            ],
        ),
    ],
)
def test_a_speaker_is_followed_over_sentences(text: str, statements: list[Told]) -> None:
    """Pronouns, surnames and "the official" lead back to who was introduced."""
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("“The kiln went cold,” said local resident Jon Dahl.", "local resident Jon Dahl", "named_person"),
        (
            "“The kiln went cold,” added 34-year-old teacher Mia Roth.",
            "34-year-old teacher Mia Roth",
            "named_person",
        ),
        ("“The kiln went cold,” says head coach Lena Ost.", "head coach Lena Ost", "named_official"),
        (
            "“The kiln went cold,” said former mayor Ada Holm on Monday.",
            "former mayor Ada Holm",
            "named_official",
        ),
        ("“The kiln went cold,” said residents.", "residents", "anonymous_person"),
    ],
)
def test_a_speaker_behind_the_verb_needs_no_article(text: str, source: str, kind: SourceType) -> None:
    """Behind a quotation and its verb a bare phrase that can speak is who said it."""
    assert told(text) == [("direct", "The kiln went cold", source, kind)]


@pytest.mark.parametrize(
    "before",
    [
        "The judge ordered a new survey of the wreck, two of her aides said.",
        "The wreck lay deeper than the chart told, engineer Ada Holm said.",
        "“The wreck lay deep,” a harbour official said.",
    ],
)
def test_a_quotation_alone_is_nobodys_behind_who_was_not_quoted_by_name(before: str) -> None:
    """A paragraph of quotation alone goes on only with a named speaker quoted in the one before."""
    lone = "“We gave our word and kept it for a hundred years.”"
    assert all("our word" not in content for _, content, _, _ in told(f"{before}\n\n{lone}"))


def test_a_quotation_alone_goes_on_with_a_named_speaker_quoted_before() -> None:
    """“…,” Holm said, and a paragraph of quotation behind it: one statement of hers."""
    text = "“The wreck lay deep,” engineer Ada Holm said.\n\n“Nobody had looked for a hundred years.”"
    said = "The wreck lay deep | Nobody had looked for a hundred years."
    assert told(text) == [("direct", said, "engineer Ada Holm", "named_person")]


def test_the_subject_of_the_paragraph_is_who_a_pronoun_stands_for() -> None:
    """ "Marsh welcomed it. “…,” she said.": not the lawyer of the paragraph before."""
    text = (
        "The skipper will not sail, his lawyer said.\n\n"
        "Harbour pilot Lucia Marn welcomed the decision. “It was time for this,” she said."
    )
    assert told(text)[-1] == ("direct", "It was time for this", "Harbour pilot Lucia Marn", "named_person")


def test_a_body_is_not_the_person_that_leads_it() -> None:
    """ "union leader Olund", then "the union": two sources."""
    text = "No talks were planned, union leader Petra Olund said.\n\nThe pits would close, the union said."
    assert [one[2:] for one in told(text)] == [
        ("union leader Petra Olund", "named_official"),
        ("the union", "institution"),
    ]


@pytest.mark.parametrize("front", ["In Marn,", "On Friday,", "After the storm,"])
def test_a_fronted_place_or_day_belongs_to_what_is_said(front: str) -> None:
    """ "In Marn, the city will …, the mayor said.": the comma behind the place hides no clause."""
    said = f"{front} the ferry will sail twice an hour"
    assert told(f"{said}, the mayor said.") == [("indirect", said, "the mayor", "named_official")]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot guild declined to comment on the leak.",
        "The pilot guild refused to publicly comment on “a leak of the worst kind”.",
        "The line and its divers' guild agreed on a six-day week on Monday.",
        "The two sides agreed on Monday to a truce of two weeks.",
        "An earlier truce agreed last August held for 19 days before the boats broke it.",
        "Henrik Solm laughed when the bell was rung for him.",
    ],
)
def test_nothing_said_is_no_statement(text: str) -> None:
    """Silence, an object without its verb, a participle behind its noun: no content to report."""
    assert told(text) == []


def test_whom_somebody_urges_is_part_of_what_is_urged() -> None:
    """ "urged both sides to return": the sides act, so they stay in the content."""
    said = told("Harbour pilot Ilse Varn urged both crews to return to the pier.")
    assert [one[1] for one in said] == ["both crews to return to the pier"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Oslin FC", "institution"),
        ("Marn United", "institution"),
        ("Harbour Line", "institution"),
        ("Green Corner", "institution"),
        ("Supporters' group Green Corner", "institution"),
        ("Police", "institution"),
        ("Anna Line", "named_person"),
    ],
)
def test_names_of_clubs_and_carriers_are_bodies(name: str, kind: SourceType) -> None:
    """A name's last word tells a body where no first name stands before it."""
    assert told(f"{name} said the gate would open.") == [("indirect", "the gate would open", name, kind)]


def test_one_body_of_two_joined_ones_is_no_name_for_both() -> None:
    """ "Kess and its drivers' guild", then "the guild": the guild alone."""
    text = (
        "Ferry line Kess and its drivers' guild met in the evening.\n\nIts boats would sail, the guild said."
    )
    assert told(text)[-1][2] == "the guild"


def test_an_office_keeps_its_participle() -> None:
    """ "sporting director", "acting mayor": the participle belongs to the office."""
    text = "“The stand is full,” Pell said.\n\nThe gates closed, acting mayor Jana Pell confirmed."
    assert [one[2] for one in told(text)] == ["acting mayor Jana Pell"] * 2


def test_a_speaker_without_article_follows_an_unquoted_clause_too() -> None:
    """ "…, said nurse Ada Holm": with a name the phrase needs no quotation before it."""
    assert told("The kiln went cold at noon, said nurse Ada Holm.") == [
        ("indirect", "The kiln went cold at noon", "nurse Ada Holm", "named_person")
    ]
    assert told("The mayor rose, asked minister Jo Pell to leave, and left.") == []
