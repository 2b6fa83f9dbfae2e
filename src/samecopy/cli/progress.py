"""Progress of long work: bars on a terminal, silence in a pipe. Everything goes to stderr."""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from samecopy.api import Quiet


class Bars:
    """For a terminal: one bar a step, cleared when the step is done."""

    def __init__(self) -> None:
        self._rich = importlib.import_module("rich.progress")  # 0.07 s at every start, for terminals only
        self._console = importlib.import_module("rich.console").Console(stderr=True)

    @contextmanager
    def step(self, doing: str, total: int | None) -> Iterator[Callable[[int], None]]:
        columns = (
            self._rich.SpinnerColumn(),
            self._rich.TextColumn("{task.description}"),
            self._rich.BarColumn(),
            self._rich.MofNCompleteColumn(),
            self._rich.TimeElapsedColumn(),
        )
        with self._rich.Progress(*columns, console=self._console, transient=True) as bars:
            task = bars.add_task(doing, total=total)
            yield lambda n: bars.advance(task, n)


def for_stderr() -> Bars | Quiet:
    """Bars when stderr is a terminal, else silence."""
    return Bars() if sys.stderr.isatty() else Quiet()
