"""What every engine does with a step. A further engine is added to ENGINES and must pass as it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from samecopy.api import Quiet
from samecopy.engines.local import Local
from samecopy.plan.contract import Engine, Step
from samecopy.records import Body, StoryHead
from samecopy.settings import Settings
from samecopy.store import Store
from tests.cli.pile import AGENCY, OTHER

Opened = Callable[[Settings], Engine]


@dataclass(frozen=True, slots=True)
class Doubled:
    """The outcome of the test's step."""

    name: str
    value: int


@dataclass
class Counting:
    """A stage that notes what it was asked to do."""

    done: list[str]

    def __call__(self, item: Doubled, settings: Settings) -> Doubled:
        if item.value < 0:
            raise KeyboardInterrupt
        self.done.append(item.name)
        return Doubled(item.name, 2 * item.value)


def step(stage: Counting) -> Step[Doubled, Doubled]:
    return Step(
        "doubling",
        "doubling",
        key=lambda i: i.name,
        inputs=lambda i: i,
        stage=stage,
        obeys=lambda s: s.read,
        makes=Doubled,
    )


@pytest.fixture(params=["local"])
def opened(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """Opens the engine over one and the same store, again and again."""
    with Store(tmp_path / "store.duckdb") as store:
        engines = {"local": lambda settings: Local(store, settings, Quiet())}
        yield engines[request.param]


ITEMS = [Doubled("b", 2), Doubled("a", 1)]


def test_outcomes_come_in_the_order_of_the_items(opened: Opened) -> None:
    """Whatever the engine does inside, the caller sees its own order."""
    made = opened(Settings()).each(step(Counting([])), ITEMS)
    assert made == [Doubled("b", 4), Doubled("a", 2)]


def test_work_done_is_not_done_again(opened: Opened) -> None:
    """Equal inputs and settings give the outcome of the earlier run without the stage."""
    first, second = Counting([]), Counting([])
    made = opened(Settings()).each(step(first), ITEMS)
    assert opened(Settings()).each(step(second), iter(ITEMS)) == made
    assert (first.done, second.done) == (["b", "a"], [])


def test_a_changed_input_is_worked_on_anew(opened: Opened) -> None:
    """The same key with other inputs is another item."""
    opened(Settings()).each(step(Counting([])), ITEMS)
    again = Counting([])
    assert opened(Settings()).each(step(again), [Doubled("a", 5)]) == [Doubled("a", 10)]
    assert again.done == ["a"]


def test_other_settings_reuse_nothing(opened: Opened) -> None:
    """Outcomes computed under other constants of the stage are not taken."""
    settings = Settings()
    opened(settings).each(step(Counting([])), ITEMS)
    again = Counting([])
    other = replace(settings, read=replace(settings.read, version=settings.read.version + 1))
    opened(other).each(step(again), ITEMS)
    assert again.done == ["b", "a"]


def test_an_interrupted_step_keeps_what_was_done(opened: Opened) -> None:
    """Ctrl-C in the middle loses nothing that was finished."""
    with pytest.raises(KeyboardInterrupt):
        opened(Settings()).each(step(Counting([])), [*ITEMS, Doubled("c", -1)])
    again = Counting([])
    opened(Settings()).each(step(again), ITEMS)
    assert again.done == []


def test_copies_do_not_depend_on_the_order_of_bodies(opened: Opened) -> None:
    """The same pairs, passages and memberships for any order."""
    bodies = [
        Body("a", "x", "\n".join(AGENCY)),
        Body("b", "y", "\n".join(AGENCY[:4])),
        Body("c", "z", "\n".join(OTHER)),
    ]
    settings = Settings()
    found = opened(settings).copies(bodies, settings.copies)
    assert found == opened(settings).copies(bodies[::-1], settings.copies)
    assert {m.page for m in found.memberships} == {"a", "b"}


def test_what_is_remembered_comes_back_with_the_same_settings(opened: Opened) -> None:
    """A later run finds it under its name; other settings do not."""
    opened(Settings()).remember("sizes", {"a": Doubled("a", 2)})
    assert opened(Settings()).remembered("sizes", ["a", "b"], Doubled) == {"a": Doubled("a", 2)}
    assert opened(Settings()).remembered("shapes", ["a"], Doubled) == {}
    other = replace(Settings(), read=replace(Settings().read, site_pages=5))
    assert opened(other).remembered("sizes", ["a", "b"], Doubled) == {}


def test_before_the_first_run_there_are_no_rows_of_an_earlier_one(opened: Opened) -> None:
    """A store that holds no finished run has no stories to name later ones after."""
    assert opened(Settings()).earlier(StoryHead) == ()
