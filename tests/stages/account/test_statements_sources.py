"""Who said what: kinds of sources.

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
            "The hives are “gone for good,” a port official said, speaking on condition of anonymity.",
            [
                ("direct", "gone for good", "a port official", "anonymous_official"),
            ],
        ),
        (
            "Officials said the ferry would sail late.",
            [
                ("indirect", "the ferry would sail late", "Officials", "unnamed_officials"),
            ],
        ),
        (
            "Residents said the smoke had come from the mill.",
            [
                ("indirect", "the smoke had come from the mill", "Residents", "anonymous_person"),
            ],
        ),
        (
            "Local media reported that the mill had burned for two days.",
            [
                ("indirect", "the mill had burned for two days", "Local media", "unnamed_reports"),
            ],
        ),
        (
            "Lisbon announced on Monday that the fishing ban would end.",
            [
                ("indirect", "the fishing ban would end", "Lisbon", "government"),
            ],
        ),
        (
            "The Finnish government said the bridge would open in May.",
            [
                ("indirect", "the bridge would open in May", "The Finnish government", "government"),
            ],
        ),
        (
            "The Ministry of Tides said the bridge would open in May.",
            [
                ("indirect", "the bridge would open in May", "The Ministry of Tides", "government"),
            ],
        ),
        (
            "The Transport Ministry vowed to open the bridge in May.",
            [
                ("indirect", "to open the bridge in May", "The Transport Ministry", "government"),
            ],
        ),
        (
            "Oslin Police Chief Tarry Holm warned that the roads would freeze.",
            [
                ("indirect", "the roads would freeze", "Oslin Police Chief Tarry Holm", "named_official"),
            ],
        ),
        (
            "Tarry Holm, the mayor of Oslin, vowed to rebuild the pier.",
            [
                ("indirect", "to rebuild the pier", "Tarry Holm, the mayor of Oslin", "named_official"),
            ],
        ),
        (
            "The mayor of Oslin, Tarry Holm, said the pier would be rebuilt.",
            [
                ("indirect", "the pier would be rebuilt", "The mayor of Oslin, Tarry Holm", "named_official"),
            ],
        ),
        (
            "A study published by Oslin University found that gulls remember faces.",
            [
                ("indirect", "gulls remember faces", "A study published by Oslin University", "document"),
            ],
        ),
        (
            "The lawsuit alleges that the mill hid the leak.",
            [
                ("indirect", "the mill hid the leak", "The lawsuit", "document"),
            ],
        ),
        (
            "The letter said the choir would disband.",
            [
                ("indirect", "the choir would disband", "The letter", "document"),
            ],
        ),
        (
            "The pier cost 4 million crowns, the union's figures show.",
            [
                ("indirect", "The pier cost 4 million crowns", "the union", "institution"),
            ],
        ),
        (
            "Some 300 boats were lost, according to the union's estimates.",
            [
                ("indirect", "Some 300 boats were lost", "the union", "institution"),
            ],
        ),
        (
            "Lisbon “would rather see the boats come home in the spring.”",
            [
                ("direct", "would rather see the boats come home in the spring.", "Lisbon", "government"),
            ],
        ),
        (
            "Peru published a draft treaty, in which it had proposed that Chile not fish beyond "
            "the shelf. It also suggested that boats carry lamps.",
            [
                ("indirect", "Chile not fish beyond the shelf", "Peru", "government"),
                ("indirect", "boats carry lamps", "Peru", "government"),
            ],
        ),
        (
            "It was announced on Monday that the choir would disband.",
            [
                ("indirect", "the choir would disband", "", "unknown"),
            ],
        ),
        (
            "Critics accused the board of hiding the cost of the new pump.",
            [
                ("indirect", "the board of hiding the cost of the new pump", "Critics", "anonymous_person"),
            ],
        ),
        (
            "The board believes the pump will hold.",
            [
                ("indirect", "the pump will hold", "The board", "institution"),
            ],
        ),
        (
            "Ada Pell wants the board to resign.",
            [
                ("indirect", "the board to resign", "Ada Pell", "named_person"),
            ],
        ),
        (
            "The board refused to pay for the claims about the pump.",
            [
                ("indirect", "to pay for the claims about the pump", "The board", "institution"),
            ],
        ),
        (
            "While the board said the pump was sound, Ada Pell insisted that it was not.",
            [
                ("indirect", "the pump was sound", "the board", "institution"),
                ("indirect", "it was not", "Ada Pell", "named_person"),
            ],
        ),
        (
            "Several sources close to the board said the pump was old.",
            [
                ("indirect", "the pump was old", "Several sources close to the board", "anonymous_person"),
            ],
        ),
        (
            "The Reef Office, citing divers, said the coral was dying.",
            [
                ("indirect", "the coral was dying", "The Reef Office, citing divers", "institution"),
            ],
        ),
        (
            "NASA said the probe had landed.",
            [
                ("indirect", "the probe had landed", "NASA", "institution"),
            ],
        ),
        (
            "Kenya and Uganda said the lake would be mapped.",
            [
                ("indirect", "the lake would be mapped", "Kenya and Uganda", "government"),
            ],
        ),
        (
            "The lake will be mapped, the two countries said.",
            [
                ("indirect", "The lake will be mapped", "the two countries", "unknown"),
            ],
        ),
        (
            "An official with the lake board said the map was wrong. She said a new one would be drawn.",
            [
                ("indirect", "the map was wrong", "An official with the lake board", "anonymous_official"),
                (
                    "indirect",
                    "a new one would be drawn",
                    "An official with the lake board",
                    "anonymous_official",
                ),
            ],
        ),
        (
            "“Map or no map, we fish,” said one fisherman.",
            [
                ("direct", "Map or no map, we fish", "one fisherman", "anonymous_person"),
            ],
        ),
        (
            "Geologist Ada Pell estimates that the cliff will fall within ten years.",
            [
                ("indirect", "the cliff will fall within ten years", "Geologist Ada Pell", "named_person"),
            ],
        ),
        (
            "The treaty must be signed by June, the draft says.",
            [
                ("indirect", "The treaty must be signed by June", "the draft", "document"),
            ],
        ),
        (
            "“This pump is older than I am and it will outlive me,” Pell wrote in a letter to the board.",
            [
                ("direct", "This pump is older than I am and it will outlive me", "Pell", "institution"),
            ],
        ),
        (
            "The board rejected claims that the pump had failed.",
            [
                ("indirect", "the pump had failed", "The board", "institution"),
            ],
        ),
    ],
)
def test_a_source_is_typed_by_what_it_is_called(text: str, statements: list[Told]) -> None:
    """Officials, bodies, states, documents, and those without a name."""
    assert told(text) == statements
