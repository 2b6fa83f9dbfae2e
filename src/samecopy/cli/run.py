"""`samecopy run`: the main job."""

from pathlib import Path

import click

from samecopy import api, exports, report
from samecopy.cli.output import colour, out_option, pile_argument, print_bytes, width
from samecopy.cli.progress import for_stderr


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
    result = api.run(paths, out, progress=for_stderr())
    if as_json:
        print_bytes(exports.result_json(result))
        return
    click.echo(report.summary(result, str(out / api.REPORT), width(), colour()), nl=False)
