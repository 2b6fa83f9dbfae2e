"""Names of one body."""

from samecopy.text.bodies import maybe_same_body, same_body

COMMON = frozenset({"press", "agency", "news", "service"})


def test_an_agency_is_known_by_its_initials() -> None:
    """A dateline's short form and a byline's long form are one agency; two agencies are two."""
    assert same_body("PPA", "Polaris Press Agency", COMMON)
    assert not maybe_same_body("Polaris Press Agency", "Meridian News Service", COMMON)


def test_a_place_added_to_a_name_may_be_the_same_body() -> None:
    """Where doubt joins, a name within the other is enough; where it does not, it is another name."""
    assert maybe_same_body("Polaris", "Polaris Oslo", COMMON)
    assert not same_body("Polaris", "Polaris Oslo", COMMON)


def test_no_words_are_no_name() -> None:
    """Marks alone call nobody."""
    assert not maybe_same_body("--", "Polaris", COMMON)
