"""Tables as files that other tools read: Parquet, CSV (nested values as JSON), JSON lines."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from samecopy.exports.whole import write_whole

Format = Literal["parquet", "csv", "jsonl"]


def write_tables(tables: Mapping[str, pa.Table], folder: Path, form: Format) -> tuple[Path, ...]:
    """Each table as `folder/NAME.FORM`; returns the files. Raises `StoreError` when one cannot be written."""
    written = []
    for name, table in tables.items():
        target = folder / f"{name}.{form}"
        write_table(table, target, form)
        written.append(target)
    return tuple(written)


def write_table(table: pa.Table, target: Path, form: Format) -> None:
    """One table as a file. Raises `StoreError` when it cannot be written."""
    write_whole(target, partial(_write, table, form))


def tables_json(tables: Mapping[str, pa.Table]) -> bytes:
    """The rows of tables as one JSON object: table name → rows."""
    return msgspec.json.encode({name: table.to_pylist() for name, table in tables.items()})


def _write(table: pa.Table, form: Format, target: Path) -> None:
    if form == "parquet":
        pq.write_table(table, target)
    elif form == "csv":
        pa_csv.write_csv(_flat(table), target)
    else:
        lines = (msgspec.json.encode(row) + b"\n" for row in table.to_pylist())
        with target.open("wb") as out:
            out.writelines(lines)


def _flat(table: pa.Table) -> pa.Table:
    """Columns that CSV cannot hold become JSON text."""
    columns = {}
    for field in table.schema:
        column = table.column(field.name)
        if pa.types.is_nested(field.type):
            texts = [msgspec.json.encode(v).decode() for v in column.to_pylist()]
            column = pa.array(texts, pa.string())
        columns[field.name] = column
    return pa.table(columns)
