"""Row types give their own Arrow schemas, and records survive the journey there and back."""

import dataclasses
from dataclasses import dataclass

import pyarrow as pa
import pytest

from samecopy.records import Cell, Row, Span
from samecopy.tables import TABLES, Table, from_arrow, schema, to_arrow


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_row_type_has_a_schema(table: Table) -> None:
    """Columns are the row type's fields, in its order; the key is made of columns."""
    names = schema(table.row).names
    assert names == [f.name for f in dataclasses.fields(table.row)]
    assert set(table.key) <= set(names)


def test_nested_records_come_back_equal() -> None:
    """Structs in lists in structs are records again."""
    row = Row("p1", "Text.", True, (Cell("a", 0, Span(0, 5), "kept"), Cell("b", 3, Span(9, 14), "moved")))
    assert from_arrow(Row, to_arrow(Row, [row])) == (row,)


def test_an_optional_field_is_nullable_and_others_are_typed() -> None:
    """`int | None` is a nullable integer, a Literal a string, a float a double."""

    @dataclass(frozen=True)
    class Sample:
        n: int | None
        share: float

    assert schema(Sample) == pa.schema([pa.field("n", pa.int64()), pa.field("share", pa.float64())])


def test_a_bag_is_no_row() -> None:
    """A field without an Arrow type is an error of the programmer."""

    @dataclass(frozen=True)
    class Bag:
        anything: dict[str, object]

    with pytest.raises(TypeError, match="no Arrow type"):
        schema(Bag)
