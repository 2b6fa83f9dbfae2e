"""Who said what: the frames of reporting verbs inside one sentence.

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
            "“The bees came back on their own,” said Ilse Marn.",
            [
                ("direct", "The bees came back on their own", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "“The bees came back on their own,” Ilse Marn, a keeper in Oslin, said.",
            [
                ("direct", "The bees came back on their own", "Ilse Marn, a keeper in Oslin", "named_person"),
            ],
        ),
        (
            "Ilse Marn said the hives had been moved in the night.",
            [
                ("indirect", "the hives had been moved in the night", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "Ilse Marn said that the hives had been moved in the night.",
            [
                ("indirect", "the hives had been moved in the night", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "The hives had been moved in the night, Ilse Marn said on Tuesday.",
            [
                ("indirect", "The hives had been moved in the night", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "The hives, Ilse Marn said, had been moved in the night.",
            [
                ("indirect", "The hives | had been moved in the night", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "“The hives,” Ilse Marn said, “had been moved in the night.”",
            [
                ("direct", "The hives | had been moved in the night.", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "“The hives were moved,” Ilse Marn said. “Nobody saw who did it.”",
            [
                ("direct", "The hives were moved | Nobody saw who did it.", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "According to Ilse Marn, the hives had been moved in the night.",
            [
                ("indirect", "the hives had been moved in the night", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "The hives had been moved in the night, according to a report by the Honey Board.",
            [
                (
                    "indirect",
                    "The hives had been moved in the night",
                    "a report by the Honey Board",
                    "document",
                ),
            ],
        ),
        (
            "The hives had been moved twice, as per reports.",
            [
                ("indirect", "The hives had been moved twice", "reports", "unnamed_reports"),
            ],
        ),
        (
            "Ilse Marn told the Oslin Herald that the hives had been moved.",
            [
                ("indirect", "the hives had been moved", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "Ilse Marn told reporters the hives had been moved, adding that “no bee was harmed in the move.”",
            [
                ("indirect", "the hives had been moved", "Ilse Marn", "named_person"),
                ("direct", "no bee was harmed in the move.", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "Ilse Marn said the hives had been moved and added that the keeper knew.",
            [
                ("indirect", "the hives had been moved", "Ilse Marn", "named_person"),
                ("indirect", "the keeper knew", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "The Honey Board said in a statement on Friday that it would pay for the hives.",
            [
                ("indirect", "it would pay for the hives", "The Honey Board", "institution"),
            ],
        ),
        (
            "“Who moved them?” asked Ilse Marn.",
            [
                ("direct", "Who moved them?", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "“Who moved them?” Marn asked. “I would like to know.”",
            [
                ("direct", "Who moved them? | I would like to know.", "Marn", "institution"),
            ],
        ),
        (
            "Ilse Marn asked whether the hives had been moved.",
            [
                ("indirect", "whether the hives had been moved", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "Ilse Marn, who keeps bees, denied that she had moved the hives.",
            [
                ("indirect", "she had moved the hives", "Ilse Marn, who keeps bees", "named_person"),
            ],
        ),
        (
            "Ilse Marn tweeted: “The hives are gone for good.”",
            [
                ("direct", "The hives are gone for good.", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "The pump is “barely holding together,” an engineer said and remains “a danger to "
            "all who live below.”",
            [
                ("direct", "barely holding together", "an engineer", "anonymous_person"),
                ("direct", "a danger to all who live below.", "an engineer", "anonymous_person"),
            ],
        ),
        (
            "The council was “deeply” unhappy with the pump, the engineer Ada Pell said.",
            [
                (
                    "mixed",
                    "The council was “deeply” unhappy with the pump",
                    "the engineer Ada Pell",
                    "named_person",
                ),
            ],
        ),
        (
            "Ada Pell called the pump “a monument to thrift.”",
            [
                ("mixed", "the pump “a monument to thrift.”", "Ada Pell", "named_person"),
            ],
        ),
        (
            "Ada Pell described the pump as “a monument to thrift.”",
            [
                ("mixed", "the pump as “a monument to thrift.”", "Ada Pell", "named_person"),
            ],
        ),
        (
            "“We sail at dawn,” said the skipper, adding: “The tide will not wait for us.”",
            [
                ("direct", "We sail at dawn", "the skipper", "anonymous_person"),
                ("direct", "The tide will not wait for us.", "the skipper", "anonymous_person"),
            ],
        ),
        (
            "The skipper was quoted as saying the tide would not wait.",
            [
                ("indirect", "the tide would not wait", "The skipper", "anonymous_person"),
            ],
        ),
        (
            "'We sail at dawn,' said the skipper.",
            [
                ("direct", "We sail at dawn", "the skipper", "anonymous_person"),
            ],
        ),
        (
            '"We sail at dawn," the skipper said, "or not at all."',
            [
                ("direct", "We sail at dawn | or not at all.", "the skipper", "anonymous_person"),
            ],
        ),
        (
            "The skipper made clear that the boat was sound.",
            [
                ("indirect", "the boat was sound", "The skipper", "anonymous_person"),
            ],
        ),
        (
            "Amid reports that the boat had sunk, families gathered at the pier.",
            [
                ("indirect", "the boat had sunk", "reports", "unnamed_reports"),
            ],
        ),
        (
            "Chess master Ada Pell said: “I lost because I was tired and cold.”",
            [
                ("direct", "I lost because I was tired and cold.", "Chess master Ada Pell", "named_person"),
            ],
        ),
        (
            "Asked about the loss, Pell said she was tired.",
            [
                ("indirect", "she was tired", "Pell", "named_person"),
            ],
        ),
        (
            "“I was tired,” she said, referring to the long journey.",
            [
                ("direct", "I was tired", "she", "unknown"),
            ],
        ),
        (
            "The crew, said Jo Pell, had trained all winter.",
            [
                ("indirect", "The crew | had trained all winter", "Jo Pell", "named_person"),
            ],
        ),
    ],
)
def test_a_statement_is_read_from_its_frame(text: str, statements: list[Told]) -> None:
    """Kind, content (pieces joined by |), name and type of the source."""
    assert told(text) == statements
