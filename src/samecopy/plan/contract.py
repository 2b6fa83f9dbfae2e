"""The contract between the plan and an engine: what a step is, and the verbs that carry it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from samecopy.records import Body, Copies
from samecopy.settings import CopySettings, Settings

Item = TypeVar("Item")
Made = TypeVar("Made")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Step(Generic[Item, Made]):
    """One step over items of one kind.

    `name` marks its work in the store; `doing` is what a person reads while it runs; `key` names an
    item; `inputs` is all of an item that its outcome depends on; `makes` the type of the outcome.
    """

    name: str
    doing: str
    key: Callable[[Item], str]
    inputs: Callable[[Item], object]
    stage: Callable[[Item, Settings], Made]
    obeys: Callable[[Settings], object]
    makes: type[Made]


class Engine(Protocol):
    """The verbs that carry a plan. Every engine passes the same contract tests."""

    def each(self, step: Step[Item, Made], items: Iterable[Item]) -> list[Made]:
        """The step's outcome for every item, in the order of the items. Work done earlier on equal
        inputs and settings is taken from the store."""
        ...

    def remembered(self, name: str, keys: Iterable[str], makes: type[Made]) -> dict[str, Made]:
        """What runs with these settings kept under a name and these keys in this store, of whatever pile."""
        ...

    def remember(self, name: str, things: Mapping[str, Made]) -> None:
        """Keep things by their keys under a name, beside or in place of what was kept."""
        ...

    def earlier(self, row: type[Row]) -> tuple[Row, ...]:
        """The rows of a table as the last finished run over this store left them, under whatever settings;
        none before the first."""
        ...

    def copies(self, bodies: Sequence[Body], settings: CopySettings) -> Copies:
        """Pairs, passages and memberships over all bodies (`stages.copies`)."""
        ...
