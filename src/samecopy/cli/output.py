"""What commands share: their arguments, and how they print."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

pile_argument = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)
)
file_argument = click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("samecopy-out"),
    show_default=True,
    help="Directory for the store, the report and the tables.",
)
from_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("samecopy-out"),
    show_default=True,
    help="Directory that a run wrote.",
)
table_out = click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Parquet file to write."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def print_bytes(data: bytes) -> None:
    """UTF-8 to stdout whatever the locale; ends with one newline."""
    sys.stdout.buffer.write(data.rstrip(b"\n") + b"\n")
    sys.stdout.buffer.flush()


def width() -> int:
    """Columns of the terminal, 100 in a pipe."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100


def colour() -> bool:
    """Colour only on a terminal."""
    return sys.stdout.isatty()
