"""What every step of a search is given: the settings, the cores, and where large things go."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from samecopy.engines.copies.crew import Item, Made, carried
from samecopy.engines.copies.crew import cores as usable_cores
from samecopy.errors import StoreError
from samecopy.settings import CopySettings

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """`cores` at work and a `folder` for what does not fit in memory; neither changes what is found."""

    settings: CopySettings
    cores: int
    folder: Path
    progress: Progress | None = None

    def tell(self, step: str, done: int, total: int) -> None:
        if self.progress:
            self.progress(step, done, total)

    def carry(self, work: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
        """What `work` gives for each item, in the order of the items, on all cores."""
        return carried(work, items, self.cores)

    def room(self, name: str) -> Path:
        """A folder of its own for one purpose."""
        made = self.folder / name
        made.mkdir()
        return made


@contextmanager
def workshop(
    settings: CopySettings, cores: int | None = None, progress: Progress | None = None
) -> Iterator[Workshop]:
    """A workshop whose folder lasts as long as the search; all cores of the process unless told.

    Raises `StoreError` when there is no place for temporary files.
    """
    try:
        scratch = TemporaryDirectory(prefix="samecopy-", ignore_cleanup_errors=True)
    except OSError as error:
        raise StoreError(
            f"no place for temporary files: {error.strerror or error}; name a folder in TMPDIR"
        ) from error
    with scratch as folder:
        yield Workshop(settings, cores or usable_cores(), Path(folder), progress)
