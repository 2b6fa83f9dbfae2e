"""Who said what: offices kept, sources named before or after, sources described and never named.

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
            "The tunnel's chief surveyor, Ada Pell, told the council the roof was dry.\n\n"
            "“It has been dry for years,” Ms Pell said.",
            [
                ("indirect", "the roof was dry", "The tunnel's chief surveyor, Ada Pell", "named_official"),
                (
                    "direct",
                    "It has been dry for years",
                    "The tunnel's chief surveyor, Ada Pell",
                    "named_official",
                ),
            ],
        ),
        (
            "Ada Pell, who leads the dockers' union, met the crews.\n\nPell said the cranes would stop.",
            [
                (
                    "indirect",
                    "the cranes would stop",
                    "Ada Pell, who leads the dockers' union",
                    "named_official",
                ),
            ],
        ),
        (
            "“They open at six,” said Jo Pell, who runs a bakery by the mill.",
            [
                ("direct", "They open at six", "Jo Pell, who runs a bakery by the mill", "named_person"),
            ],
        ),
        (
            "Jo Pell, the mayor's brother, said the gate was open.",
            [
                ("indirect", "the gate was open", "Jo Pell, the mayor's brother", "named_person"),
            ],
        ),
        (
            "The head teacher, Jo Pell, said the roof had leaked.",
            [
                ("indirect", "the roof had leaked", "The head teacher, Jo Pell", "named_official"),
            ],
        ),
        (
            "The library will reopen on 3 May, the council leader, Ada Pell, said.",
            [
                (
                    "indirect",
                    "The library will reopen on 3 May",
                    "the council leader, Ada Pell",
                    "named_official",
                ),
            ],
        ),
        (
            "Two trustees voted against the loan. One of them, Jo Pell, said in a letter that the rate was "
            "too high.",
            [
                ("indirect", "the rate was too high", "Jo Pell", "named_person"),
            ],
        ),
        (
            "Two directors stayed away. One of them, Jo Pell, said the rate was too high.",
            [
                ("indirect", "the rate was too high", "Jo Pell", "named_official"),
            ],
        ),
        (
            "Six consuls came to the harbour. “The fog was thick,” one of them said.",
            [
                ("direct", "The fog was thick", "one of the consuls", "anonymous_official"),
            ],
        ),
        (
            "The bridge will open in May, the inspector leading the inquiry said late on Monday.\n\n"
            "“It needs paint,” Ada Pell, the county's bridge inspector, told the council.",
            [
                (
                    "indirect",
                    "The bridge will open in May",
                    "the inspector leading the inquiry, Ada Pell",
                    "named_official",
                ),
                ("direct", "It needs paint", "Ada Pell, the county's bridge inspector", "named_official"),
            ],
        ),
        (
            "A welder who worked on the hull, and who asked not to be named because he is still employed "
            "there, said the seam was thin.",
            [
                (
                    "indirect",
                    "the seam was thin",
                    "A welder who worked on the hull, and who asked not to be named because he is still "
                    "employed there",
                    "anonymous_person",
                ),
            ],
        ),
        (
            "A person familiar with the sale said a second buyer, the dairy group Holm, had offered more.",
            [
                (
                    "indirect",
                    "a second buyer, the dairy group Holm, had offered more",
                    "A person familiar with the sale",
                    "anonymous_person",
                ),
            ],
        ),
        (
            "Ilse Marn and Jo Pell, a miller, met at the fair. Ms Marn came late. “I missed the train,” she "
            "said.",
            [
                ("direct", "I missed the train", "Ilse Marn", "named_person"),
            ],
        ),
        (
            "But Jo Pell said the wall was sound. Now Pell says it is not.",
            [
                ("indirect", "the wall was sound", "Jo Pell", "named_person"),
                ("indirect", "it is not", "Jo Pell", "named_person"),
            ],
        ),
        (
            "John Marn kept bees. Mrs. Marn said the hives were hers.",
            [
                ("indirect", "the hives were hers", "Mrs. Marn", "named_person"),
            ],
        ),
        (
            "The board met Ilse Holm and Mayor Jo Pell. Pell said the fair was safe.",
            [
                ("indirect", "the fair was safe", "Mayor Jo Pell", "named_official"),
            ],
        ),
        (
            "Ada King said the choir would sing.",
            [
                ("indirect", "the choir would sing", "Ada King", "named_person"),
            ],
        ),
    ],
)
def test_an_office_is_kept_wherever_in_the_article_it_is_told(text: str, statements: list[Told]) -> None:
    """A person keeps the office that any paragraph tells; one without a name keeps the description."""
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The quay will be closed in June, the mayor's office said on Tuesday, reports Tarn Press.",
            [
                ("indirect", "The quay will be closed in June", "the mayor's office", "institution"),
            ],
        ),
        (
            "Two stewards voted against the fee, the club's filing shows.",
            [
                ("indirect", "Two stewards voted against the fee", "the club's filing", "document"),
            ],
        ),
        (
            "A two-page draft plan dated 9 March and seen by the Oslin Herald lists three works: a wall, a "
            "sluice and a pump.",
            [
                (
                    "indirect",
                    "three works: a wall, a sluice and a pump",
                    "A two-page draft plan",
                    "document",
                ),
            ],
        ),
        (
            "At least 40 boats were lost, according to the register of the Oslin harbour office.",
            [
                (
                    "indirect",
                    "At least 40 boats were lost",
                    "the register of the Oslin harbour office",
                    "document",
                ),
            ],
        ),
        (
            "Guests will pay nothing, the hotels said in a joint statement. The county's crisis staff said "
            "the road was open.",
            [
                ("indirect", "Guests will pay nothing", "the hotels", "unknown"),
                ("indirect", "the road was open", "The county's crisis staff", "government"),
            ],
        ),
        (
            "Members will pay nothing, the clubs said in a joint statement.",
            [
                ("indirect", "Members will pay nothing", "the clubs", "institution"),
            ],
        ),
        (
            "The port denies any leak.",
            [
                ("indirect", "any leak", "The port", "institution"),
            ],
        ),
        ("Ada Pell did not say whether the mill would close.", []),
        ("Ada Pell declined to say how many looms would be kept.", []),
        ("The mill declined to comment on the looms.", []),
    ],
)
def test_a_body_or_a_writing_speaks_and_silence_does_not(text: str, statements: list[Told]) -> None:
    """Who only carries what another said is no source; what is withheld is no statement."""
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The board said the fair would offer “a roof and nothing more”.",
            [
                ("mixed", "the fair would offer “a roof and nothing more”", "The board", "institution"),
            ],
        ),
        (
            "In it, Jo Pell said, was what his roof collects in a year.",
            [
                ("indirect", "In it | was what his roof collects in a year", "Jo Pell", "named_person"),
            ],
        ),
        (
            "If the rain stops, Jo Pell said, the wall will hold.",
            [
                ("indirect", "If the rain stops | the wall will hold", "Jo Pell", "named_person"),
            ],
        ),
        (
            "While the board says the weir is safe, boats were kept in port.",
            [
                ("indirect", "the weir is safe", "the board", "institution"),
            ],
        ),
        (
            "Jo Pell said the weir, which was built by his father, had moved.",
            [
                (
                    "indirect",
                    "the weir, which was built by his father, had moved",
                    "Jo Pell",
                    "named_person",
                ),
            ],
        ),
        (
            "The fair drew complaints (“I want my stall back,” wrote Jo Pell).",
            [
                ("direct", "I want my stall back", "Jo Pell", "named_person"),
            ],
        ),
        (
            "Jo Pell said the wall was sound.\n\n“Who built it?” Ada Marn asked. “I would like to know.”",
            [
                ("indirect", "the wall was sound", "Jo Pell", "named_person"),
                ("direct", "Who built it? | I would like to know.", "Ada Marn", "named_person"),
            ],
        ),
        (
            "Jo Pell called the wall “thin,” blamed the frost and said it would fall.",
            [
                ("mixed", "the wall “thin,”", "Jo Pell", "named_person"),
                ("indirect", "it would fall", "Jo Pell", "named_person"),
            ],
        ),
    ],
)
def test_what_is_said_ends_where_the_speaker_ends(text: str, statements: list[Told]) -> None:
    """Clauses, brackets and commas bound a content."""
    assert told(text) == statements
