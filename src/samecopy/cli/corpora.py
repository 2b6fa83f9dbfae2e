"""Commands on large tables of articles, for their copies alone: `families`, `add`."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from samecopy import exports
from samecopy.cli.output import file_argument, json_option, print_bytes, table_out
from samecopy.engines.copies import Parts, find_copies_in, parts_of
from samecopy.engines.copies.index import Index, is_index
from samecopy.exports.copies import families_table, pairs_table, write
from samecopy.plan.copying import Aligned, forms
from samecopy.records import Body
from samecopy.report.sizes import count
from samecopy.settings import Settings
from samecopy.sources.articles import article_rows
from samecopy.store.texts import TextFile

Found = tuple[list[str], Parts, Aligned, npt.NDArray[np.uint8]]
"""Ids, families, pairs, and the form of each pair where that is wanted."""

_NO_FORMS = np.zeros(0, dtype=np.uint8)
_APPENDED = 1000  # texts handed to the file at a time


@click.command()
@file_argument
@table_out
@click.option("--pairs", type=click.Path(path_type=Path, dir_okay=False), help="Parquet file for the pairs.")
@json_option
def families(file: Path, out: Path, pairs: Path | None, as_json: bool) -> None:
    """Find the families of a table of articles, or tell those of an index.

    FILE (Parquet, JSONL or CSV) has id, outlet, text and optionally title, url, published; or it is the
    folder of an index (see `samecopy add`). OUT gets id, family, witness (the share of the article in that
    copy) and also (further families of a spliced one).
    """
    settings = Settings()
    search = _of_index if is_index(file) else _of_table
    ids, parts, aligned, form = search(file, settings, pairs is not None)
    table = families_table(ids, parts)
    write(table, out)
    if pairs is not None:
        write(pairs_table(ids, aligned, form), pairs)
    if as_json:
        print_bytes(exports.tables_json({"families": table}))
        return
    sizes = [n for n in table.column("family").value_counts().field("counts").to_pylist() if n > 1]
    told = f"{count(len(sizes), 'family', 'families')} of {count(sum(sizes), 'article')}"
    click.echo(f"{count(len(ids), 'article')} → {told} → {out}")


@click.command()
@file_argument
@click.option(
    "--index",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder of the index; made when it is missing.",
)
@json_option
def add(file: Path, folder: Path, as_json: bool) -> None:
    """Add a table of articles to an index of copies, and say which copy each carries.

    FILE is as for `samecopy families`. Adding costs what the new articles touch, not what the index holds;
    articles that it knows are passed over. `samecopy families` on the folder tells all families.
    """
    settings = Settings()
    bodies = [Body(row.id, row.outlet, row.text) for row in article_rows(file, settings.read)]
    with Index(folder, settings.copies) as index:
        added = index.add(bodies)
        ids = pa.array([body.id for body in bodies], pa.string())
        table = families_table(*index.families_of(ids.to_pylist()))
        total = len(index)
    table = table.filter(pc.is_in(table.column("id"), ids))
    if as_json:
        print_bytes(exports.tables_json({"families": table}))
        return
    with_others = sum(share > 0 for share in table.column("witness").to_pylist())
    told = f"{count(added.new, 'new article')} of {count(len(bodies), 'article')}"
    carried = f"{count(with_others, 'carries', 'carry')} a copy that others carry"
    click.echo(f"{told} → {carried} → {folder} ({count(total, 'article')})")


def _of_table(file: Path, settings: Settings, formed: bool) -> Found:
    """What is found in a table, whose texts wait in a file meanwhile."""
    ids: list[str] = []
    outlets: list[str] = []
    waiting: list[str] = []
    with (
        TemporaryDirectory(prefix="samecopy-", ignore_cleanup_errors=True) as folder,
        TextFile(Path(folder) / "texts") as texts,
    ):
        for row in article_rows(file, settings.read):
            ids.append(row.id)
            outlets.append(row.outlet)
            waiting.append(row.text)
            if len(waiting) == _APPENDED:
                texts.append(waiting)
                waiting.clear()
        texts.append(waiting)
        found = find_copies_in(ids, outlets, texts, settings.copies)
        form = _NO_FORMS
        if formed:
            form = forms(found.aligned, lambda number: texts.read([number])[0], settings.copies)
    return ids, parts_of(found), found.aligned, form


def _of_index(folder: Path, settings: Settings, formed: bool) -> Found:
    with Index(folder, settings.copies) as index:
        ids, parts, aligned = index.tables()
        return ids, parts, aligned, index.forms(aligned) if formed else _NO_FORMS
