"""`samecopy fetch`: pages by their addresses, the only command that uses the network."""

import importlib
from pathlib import Path

import click
import msgspec

from samecopy.cli.output import json_option, print_bytes
from samecopy.errors import InputError
from samecopy.records import Rejection
from samecopy.settings import FetchSettings
from samecopy.sources.fetched import Fetches, Folder


@click.command()
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Directory for the pages; `samecopy run` reads it.",
)
@click.option("--again", is_flag=True, help="Fetch pages that are there already.")
@click.option("--private", "allow_private", is_flag=True, help="Fetch from private networks too.")
@json_option
def fetch(urls: tuple[str, ...], into: Path, again: bool, allow_private: bool, as_json: bool) -> None:
    """Fetch pages by their addresses into a directory.

    One request at a time; robots.txt is obeyed. What is there already is not fetched again. Needs the
    extra samecopy[fetch].
    """
    fetcher = _fetcher(allow_private)
    folder = Folder(into)
    had = 0
    for url in dict.fromkeys(urls):
        outcome, before = folder.get(url, fetcher, again=again)
        had += not isinstance(outcome, Rejection)
        if as_json:
            print_bytes(msgspec.json.encode(outcome))
        elif isinstance(outcome, Rejection):
            click.echo(f"{url}\t{outcome.reason}\t{outcome.detail}")
        else:
            click.echo(f"{url}\t{'there already' if before else 'fetched'}\t{into / outcome.file}")
    if not had:
        raise InputError("none of the pages could be fetched; the lines above say why")


def _fetcher(allow_private: bool) -> Fetches:
    try:
        module = importlib.import_module("samecopy.sources.fetch")  # only this command needs the extra
    except ImportError as error:
        cure = "install it with: pip install 'samecopy[fetch]'"
        raise InputError(f"samecopy fetch needs the extra `fetch` ({error}); {cure}") from error
    made: Fetches = module.Fetcher(FetchSettings(), allow_private=allow_private)
    return made
