"""`samecopy run`: the main job."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from samecopy import exports, report, views
from samecopy.cli.output import colour, out_option, pile_argument, print_bytes, width
from samecopy.cli.progress import for_stderr
from samecopy.engines import local
from samecopy.errors import InputError, StoreError
from samecopy.records import Page, Rejection, Result
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.store import Store

REPORT = "report.html"


@click.command()
@pile_argument
@out_option
@click.option("--json", "as_json", is_flag=True, help="Print result.json instead of the summary.")
def run(paths: tuple[Path, ...], out: Path, as_json: bool) -> None:
    """Read a pile of pages and tell its copies, stories and sources.

    PATH is a directory, a file (HTML, text, JSONL, Parquet, CSV) or - for JSONL on standard input.
    Metadata may lie beside the pages in a pages.csv. Writes store.duckdb, report.html, result.json and
    tables/*.parquet to DIR. A second run does only new work.
    """
    settings = Settings()
    pile = _outside(open_pile(paths, settings.read), out)
    _make(out)
    with Store(views.store_in(out)) as store:
        outcome = local.run(pile, store, settings, for_stderr())
        if not outcome.pages and not outcome.rejected:
            names = ", ".join(str(p) for p in paths)
            raise InputError(
                f"no pages in {names}: name a directory or file with HTML, text, JSONL or Parquet"
            )
        result = views.result(store)
        _write(out, result)
        exports.write_tables(views.tables(store), out / "tables", "parquet")
    if as_json:
        print_bytes(exports.result_json(result))
        return
    click.echo(report.summary(result, str(out / REPORT), width(), colour()), nl=False)


def _outside(pile: Iterable[Page | Rejection], out: Path) -> Iterator[Page | Rejection]:
    """The pile without what an earlier run wrote into it."""
    own = f"{out.resolve()}/"
    for item in pile:
        if not str(Path(item.locator).resolve()).startswith(own):
            yield item


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make {out}: {error.strerror}; choose another --out") from error


def _write(out: Path, result: Result) -> None:
    """Each file is written beside its place and then moved there: present means complete."""
    for name, data in (
        (REPORT, report.render(result).encode()),
        ("result.json", exports.result_json(result)),
    ):
        part = out / f"{name}.part"
        try:
            part.write_bytes(data)
            part.replace(out / name)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise StoreError(
                f"cannot write {out / name}: {error.strerror}; free space or choose another --out"
            ) from error
