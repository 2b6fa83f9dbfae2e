"""Commands that look into what a run wrote: `show`, `compare`, `export`, `rejected`."""

from pathlib import Path
from typing import cast

import click

from samecopy import exports, report, views
from samecopy.cli.output import colour, from_option, json_option, print_bytes, width
from samecopy.engines import local
from samecopy.exports.tables import Format
from samecopy.settings import Settings
from samecopy.store import Store


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--base", metavar="PAGE", help="Describe a family against this page of it.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the whole report anew as this file, the family against its --base.",
)
@from_option
@json_option
def show(id_: str | None, base: str | None, html: Path | None, out: Path, as_json: bool) -> None:
    """Show a page, a story (s1) or a family (s1/A); without ID, list them."""
    if base is not None and id_ is None:
        raise click.UsageError("--base needs the family it is for (`samecopy show` lists them)")
    with Store(views.store_in(out), read_only=True) as store:
        result = views.result(store)
        if base is not None and id_ is not None:
            family = views.family_named(result, id_)
            members = views.members_of(store, family)
            result = views.with_family(result, local.rebased(family, members, base, Settings()))
    if html is not None:
        exports.write_file(html, report.render(result).encode())
        click.echo(html)
    elif as_json:
        print_bytes(exports.part_json(result, id_))
    else:
        click.echo(report.show(result, id_, width(), colour()), nl=False)


@click.command()
@click.argument("a")
@click.argument("b")
@from_option
@json_option
def compare(a: str, b: str, out: Path, as_json: bool) -> None:
    """Compare page B with page A: what B kept, cut, moved, changed and added."""
    with Store(views.store_in(out), read_only=True) as store:
        articles = views.article(store, a), views.article(store, b)
    compared = local.compare(*articles, Settings())
    if as_json:
        print_bytes(exports.comparison_json(compared))
    else:
        click.echo(report.comparison(compared, width(), colour()), nl=False)


@click.command()
@click.argument("tables", nargs=-1, metavar="[TABLE]...")
@from_option
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="Folder to write files to.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv", "jsonl"]),
    default="parquet",
    show_default=True,
    help="Form of the files; nested values stand as JSON in CSV.",
)
@json_option
def export(tables: tuple[str, ...], out: Path, to: Path | None, form: str, as_json: bool) -> None:
    """Write tables as files (all tables when none is named), or print them with --json."""
    with Store(views.store_in(out), read_only=True) as store:
        chosen = views.tables(store, tables)
    if as_json:
        print_bytes(exports.tables_json(chosen))
        return
    for path in exports.write_tables(chosen, to or out / "tables", cast(Format, form)):
        click.echo(path)


@click.command()
@from_option
@json_option
def rejected(out: Path, as_json: bool) -> None:
    """List the pages that were not read, with their reasons."""
    with Store(views.store_in(out), read_only=True) as store:
        chosen = views.tables(store, ["rejected"])
    if as_json:
        print_bytes(exports.tables_json(chosen))
        return
    for row in chosen["rejected"].to_pylist():
        click.echo(f"{row['page']}\t{row['reason']}\t{row['detail']}")
