"""The tables that stages meet at: name, row type, key. The Arrow schema of each is read off its row type.

A table lives in the store under its name and is exported to Parquet as it is; nested records become
structs and lists. `FLAT` names the tables that an export unrolls from nested ones, so that edits,
statements and the like can be read by tools that know no nesting. `SCHEMA_VERSION` changes whenever a
row type does, so that an older store is rebuilt rather than misread.
"""

import types
from collections.abc import Iterable
from dataclasses import dataclass, is_dataclass
from typing import Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa

from samecopy.records import (
    Account,
    Article,
    EventMention,
    Family,
    FigureMention,
    InferredTime,
    Membership,
    Pair,
    Passage,
    Rejection,
    StatementMention,
    StoryHead,
)

SCHEMA_VERSION = 10

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page's provenance, without its bytes."""

    page: str
    locator: str
    digest: str
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that a person should know about a page; `text` is a sentence."""

    page: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """One named table: its row type and the columns its rows are ordered by."""

    name: str
    row: type
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flat:
    """A table unrolled for export: column `path` of table `of` (a list of structs, perhaps inside
    another list), a row an element, with `keep` columns of the outer rows beside it."""

    name: str
    of: str
    path: tuple[str, ...]
    keep: tuple[str, ...]


TABLES: tuple[Table, ...] = (
    Table("pages", PageRow, ("page",)),
    Table("rejected", Rejection, ("page", "locator")),
    Table("articles", Article, ("page",)),
    Table("pairs", Pair, ("a", "b")),
    Table("passages", Passage, ("a", "b")),
    Table("memberships", Membership, ("family", "page")),
    Table("families", Family, ("id",)),
    Table("inferred_times", InferredTime, ("page",)),
    Table("stories", StoryHead, ("id",)),
    Table("statement_mentions", StatementMention, ("page",)),
    Table("event_mentions", EventMention, ("page",)),
    Table("figure_mentions", FigureMention, ("page",)),
    Table("accounts", Account, ("story",)),
    Table("warnings", Warned, ("page",)),
)

FLAT: tuple[Flat, ...] = (
    Flat("rows", "families", ("rows",), ("id AS family",)),
    Flat("witnesses", "families", ("witnesses",), ("id AS family",)),
    Flat("edits", "families", ("witnesses", "edits"), ("id AS family", "page")),
    Flat("statements", "accounts", ("statements",), ("story",)),
    Flat("events", "accounts", ("events",), ("story",)),
    Flat("figures", "accounts", ("figures",), ("story",)),
)

TABLE_NAMES = tuple(t.name for t in TABLES) + tuple(f.name for f in FLAT)
BY_ROW = {table.row: table for table in TABLES}


def schema(row: type) -> pa.Schema:
    """The Arrow schema of a row type.

    >>> schema(PageRow).names
    ['page', 'locator', 'digest', 'fetched']
    """
    return pa.schema(_struct_fields(row))


def to_arrow(row: type[R], records: Iterable[R]) -> pa.Table:
    """Records to Arrow, in the order given."""
    return pa.Table.from_pylist([msgspec.to_builtins(r) for r in records], schema=schema(row))


def from_arrow(row: type[R], table: pa.Table) -> tuple[R, ...]:
    """Arrow to records. Raises `msgspec.ValidationError` when the columns are not the row type's."""
    return tuple(msgspec.convert(item, row) for item in table.to_pylist())


_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def _struct_fields(row: type) -> list[pa.Field]:
    return [_field(name, annotation) for name, annotation in get_type_hints(row).items()]


def _field(name: str, annotation: object) -> pa.Field:
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [a for a in get_args(annotation) if a is not type(None)]
        return pa.field(name, _type(inner[0]), nullable=True)
    return pa.field(name, _type(annotation))


def _type(annotation: object) -> pa.DataType:
    origin = get_origin(annotation)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_field("element", get_args(annotation)[0]))
    if isinstance(annotation, type) and (is_dataclass(annotation) or issubclass(annotation, msgspec.Struct)):
        return pa.struct(_struct_fields(annotation))
    if isinstance(annotation, type) and annotation in _SCALARS:
        return _SCALARS[annotation]
    raise TypeError(
        f"no Arrow type for {annotation!r}: row types hold str, int, float, bool, records, tuples"
    )
