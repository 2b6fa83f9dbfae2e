"""Files that are whole where they are present: written beside their place and then moved there."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyarrow as pa

from samecopy.errors import StoreError


def write_file(target: Path, data: bytes) -> None:
    """Bytes as a file. Raises `StoreError` when it cannot be written."""
    write_whole(target, lambda part: part.write_bytes(data))


def write_whole(target: Path, write: Callable[[Path], object]) -> None:
    """What `write` puts into the file that it is given, at `target`; its folder is made where it is missing.

    Raises:
        StoreError: the file cannot be written; what stood at `target` before is still there.

    >>> write_whole(Path("/proc/nowhere/report.html"), lambda part: part.write_bytes(b""))
    Traceback (most recent call last):
    samecopy.errors.StoreError: cannot write /proc/nowhere/report.html: ...
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        part.replace(target)
    except (OSError, pa.ArrowException) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or error
        raise StoreError(f"cannot write {target}: {why}; free space or choose another folder") from error
