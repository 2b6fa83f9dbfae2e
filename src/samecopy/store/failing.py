"""Failures of the disk as errors of ours, with what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samecopy.errors import StoreError


@contextmanager
def told(path: Path, verb: str) -> Iterator[None]:
    """Raises `StoreError` for what goes wrong with a file or folder.

    >>> with told(Path("/nowhere/x"), "read"):
    ...     Path("/nowhere/x").read_bytes()
    Traceback (most recent call last):
    samecopy.errors.StoreError: cannot read /nowhere/x: No such file or directory; ...
    """
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise StoreError(f"cannot {verb} {path}: {why}; free space there, or name another place") from error
