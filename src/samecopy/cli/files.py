"""Commands on single files: `stories`, `read`, `times`, `statements`."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from samecopy import exports, plan
from samecopy.cli.output import file_argument, json_option, pile_argument, print_bytes, table_out
from samecopy.engines import local
from samecopy.engines.stories.archive import Archive
from samecopy.errors import InputError
from samecopy.exports.copies import keys_table, stories_table, write
from samecopy.plan.items import Read
from samecopy.records import Rejection
from samecopy.report.sizes import count
from samecopy.report.wording import too_uncertain
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.sources.articles import article_rows, read_articles
from samecopy.text.charset import decode

published_option = click.option(
    "--published", metavar="DATE", help="Day of publication (ISO 8601), which relative dates count from."
)


@click.command()
@file_argument
@table_out
@click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of an archive that the articles are added to; made when it is missing.",
)
@json_option
def stories(file: Path, out: Path, folder: Path | None, as_json: bool) -> None:
    """Group a table of articles into stories, by themselves or with those of an archive.

    FILE (Parquet, JSONL or CSV) has id, text and optionally outlet, title, url, published. OUT gets id and
    story. With --index the articles are added to an archive: adding costs what the days around hold, and
    OUT gets the stories of FILE's articles by keys that stay, with the keys that they had formerly.
    """
    settings = Settings()
    if folder is not None:
        _added(file, folder, out, as_json, settings)
        return
    articles = read_articles(file, settings.read)
    grouped = local.stories_of(articles, settings)
    table = stories_table(articles.ids, grouped)
    write(table, out)
    if as_json:
        print_bytes(exports.tables_json({"stories": table}))
        return
    told = count(len(set(grouped)), "story", "stories")
    click.echo(f"{count(len(articles.ids), 'article')} → {told} → {out}")


def _added(file: Path, folder: Path, out: Path, as_json: bool, settings: Settings) -> None:
    rows = list(article_rows(file, settings.read))
    ids = [row.id for row in rows]
    with Archive(folder, settings) as archive:
        grown = archive.add(rows)
        found = archive.stories_of(ids)
    told = [found[name] for name in ids]
    table = keys_table(ids, [one.key for one in told], [one.formerly for one in told])
    write(table, out)
    if as_json:
        print_bytes(exports.tables_json({"stories": table}))
        return
    held = count(len({one.key for one in told}), "story", "stories")
    looked = count(grown.touched, "report")
    click.echo(f"{count(len(ids), 'article')} → {held}, {looked} looked at → {out}")


@click.command()
@pile_argument
@json_option
def read(paths: tuple[Path, ...], as_json: bool) -> None:
    """Read pages and print what was read: title, byline, dates, credits, body, and what was left out."""
    settings = Settings()
    for page in open_pile(paths, settings.read):
        outcome = Read(None, page) if isinstance(page, Rejection) else plan.read(page, settings)
        if as_json:
            print_bytes(exports.read_json(outcome))
        else:
            click.echo(exports.read_text(outcome), nl=False)


@click.command()
@file_argument
@published_option
@json_option
def times(file: Path, published: str | None, as_json: bool) -> None:
    """Find the temporal expressions of a plain text, with TIMEX types and ISO 8601 values."""
    text = _text(file)
    found = plan.times(text, _day(published))
    if as_json:
        print_bytes(exports.times_json(text, found))
        return
    for time in found:
        click.echo(
            f"{time.begin}\t{time.end}\t{time.type}\t{time.value or '-'}\t{text[time.begin : time.end]}"
        )


@click.command()
@file_argument
@published_option
@json_option
def statements(file: Path, published: str | None, as_json: bool) -> None:
    """Find who says what in a plain text: content, cue and source, each with its span."""
    text = _text(file)
    said = plan.statements(text, _day(published), Settings())
    if said.uncertain:
        click.echo(too_uncertain(said.uncertain, "statement"), err=True)
    if as_json:
        print_bytes(exports.statements_json(text, said.statements))
        return
    for statement in said.statements:
        words = " … ".join(span.of(text) for span in statement.content)
        click.echo(f"{statement.source.name} ({statement.source.type}), {statement.kind}: {words}")


def _text(file: Path) -> str:
    """A text file, or standard input for `-`, decoded as a page would be."""
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read {file}: {error.strerror}; name a text file or - for standard input"
        ) from error
    return decode(data).text


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError as error:
        raise InputError(
            f"--published {published!r} is no ISO 8601 date: write it like 2026-03-12"
        ) from error
