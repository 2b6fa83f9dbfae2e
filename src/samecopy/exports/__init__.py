"""Forms of a result that other programs read.

- `json`: `result.json` and its parts, articles, times and statements; shaped by `shapes`, `shaping`.
- `tables`, `copies`: Parquet, CSV and JSON lines.
- `plain`: what was read in a page, for a terminal.
- `whole`: files that are whole where they are present.

Forms for people are next door, in `samecopy.report`.
"""

from samecopy.exports.json import (
    article_json,
    comparison_json,
    part_json,
    read_json,
    result_json,
    statements_json,
    times_json,
)
from samecopy.exports.plain import read_text
from samecopy.exports.tables import Format, tables_json, write_tables
from samecopy.exports.whole import write_file

__all__ = [
    "Format",
    "article_json",
    "comparison_json",
    "part_json",
    "read_json",
    "read_text",
    "result_json",
    "statements_json",
    "tables_json",
    "times_json",
    "write_file",
    "write_tables",
]
