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
