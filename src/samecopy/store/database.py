"""The database beneath the store: opening it, transactions, and its errors as ours.

With `results`, `growing`, `index` and `stories`, which hold the statements, all that knows the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from samecopy.errors import StoreError

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # no extension is ever fetched or loaded: the store works offline
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "preserve_insertion_order": "true",
}


@contextmanager
def mapped(path: Path, verb: str) -> Iterator[None]:
    """Database errors as ours, each with its cure."""
    try:
        yield
    except (duckdb.InterruptException, RuntimeError) as error:  # how the database passes Ctrl-C on
        if "interrupt" in str(error).lower():
            raise KeyboardInterrupt from error
        raise
    except (duckdb.Error, OSError, pa.ArrowException) as error:
        raise StoreError(f"cannot {verb} the store {path}: {_cure(str(error))}") from error


def _cure(message: str) -> str:
    line = message.strip().splitlines()[0] if message.strip() else "unknown failure"
    if "lock" in message.lower():
        return "another samecopy run is using it; wait for it or choose another --out"
    if any(sign in message for sign in ("No space left", "File too large", "disk full", "Disk quota")):
        return f"the disk is full ({line}); free space and run again, what was stored before is intact"
    if "not a valid DuckDB database" in message:
        return "the file is not a samecopy store; move it away or choose another --out"
    return line


def connect(path: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    """An open database file, made when it is missing and may be written."""
    return duckdb.connect(str(path), read_only=read_only, config=_CONFIG)


@contextmanager
def transaction(db: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: what is written within is kept when the block ends without an error."""
    db.execute("BEGIN")
    try:
        yield
    except BaseException:
        _roll_back(db)
        raise
    db.execute("COMMIT")


def _roll_back(db: duckdb.DuckDBPyConnection) -> None:
    try:
        db.execute("ROLLBACK")
    except duckdb.Error:  # the failure has already ended the transaction
        return
