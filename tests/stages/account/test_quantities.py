"""Which mentions give one figure."""

from samecopy.settings import AccountSettings
from samecopy.stages.account.quantities import same_thing

SETTINGS = AccountSettings()


def test_lives_and_people_are_one_toll() -> None:
    """Papers put a toll either way."""
    assert same_thing("people", "lives", 73, SETTINGS)
    assert not same_thing("people", "houses", 73, SETTINGS)


def test_what_is_not_named_may_be_any_thing_of_that_value() -> None:
    """Unless the value is small: many things number thirty."""
    assert same_thing("their number", "mines", 700, SETTINGS)
    assert not same_thing("", "towns", 30, SETTINGS)
