"""Commands on large tables of articles: an index grows, and tells what one search would."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.terminal import call
from tests.engines.mixed import mixed_pile


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    """A pile in order of id, and the same in three parts."""
    rows = [{"id": b.id, "outlet": b.outlet, "text": b.text} for b in mixed_pile(11)]
    rows.sort(key=lambda row: row["id"])
    parts = [rows, rows[::3], rows[1::3], rows[2::3]]
    paths = [tmp_path / f"{number}.parquet" for number in range(len(parts))]
    for path, part in zip(paths, parts, strict=True):
        pq.write_table(pa.Table.from_pylist(part), path)
    return paths


def test_an_index_that_grew_tells_the_same_tables(tables: list[Path], tmp_path: Path) -> None:
    """Byte for byte what one search over all articles writes."""
    called = call("families", tables[0], "--out", tmp_path / "f1", "--pairs", tmp_path / "p1")
    assert called.code == 0, called.err
    for part in tables[1:]:
        assert call("add", part, "--index", tmp_path / "index").code == 0
    called = call("families", tmp_path / "index", "--out", tmp_path / "f2", "--pairs", tmp_path / "p2")
    assert called.code == 0, called.err
    assert (tmp_path / "f1").read_bytes() == (tmp_path / "f2").read_bytes()
    assert (tmp_path / "p1").read_bytes() == (tmp_path / "p2").read_bytes()


def test_adding_says_which_copies_are_carried(tables: list[Path], tmp_path: Path) -> None:
    """Each article of the table with its family, also one that the index had before."""
    call("add", tables[1], "--index", tmp_path / "index")
    called = call("add", tables[2], "--index", tmp_path / "index", "--json")
    rows = called.json()["families"]
    assert [row["id"] for row in rows] == pq.read_table(tables[2])["id"].to_pylist()
    assert any(row["family"] != row["id"] for row in rows)


def test_adding_again_is_told(tables: list[Path], tmp_path: Path) -> None:
    """A table that the index has in full adds nothing, and says so."""
    call("add", tables[1], "--index", tmp_path / "index")
    assert call("add", tables[1], "--index", tmp_path / "index").out.startswith("0 new articles of 14 ")
