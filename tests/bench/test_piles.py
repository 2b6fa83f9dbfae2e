"""Piles written straight to disk."""

from pathlib import Path

import pyarrow.parquet as pq

from bench import pile
from bench.copies_gen import Pile

Known = list[tuple[str, str, int, str]]


def written(prefix: Path, heap: int) -> Known:
    """Outlet, text, family and class of the pages of a pile of 60, sorted."""
    pile.write(prefix, 60, 5, heap=heap)
    pages, gold = pq.read_table(pile.docs(prefix)), pile.gold(prefix)
    columns = (pages["outlet"].to_pylist(), pages["text"].to_pylist(), gold.families, gold.classes)
    return sorted(zip(*columns, strict=True))


def test_a_pile_on_disk_has_the_pages_of_that_in_memory(tmp_path: Path) -> None:
    """Each page with its family and class, in whatever order; also where one heap does not hold them."""
    made = Pile(60, 5).make()
    expected = sorted(zip(made.outlets, made.texts, made.families, made.classes, strict=True))
    assert written(tmp_path / "one", 1_000) == expected
    assert written(tmp_path / "many", 7) == expected


def test_row_groups_are_heaps(tmp_path: Path) -> None:
    """No row group holds the whole pile, so that a reader need not either."""
    written(tmp_path / "many", 7)
    assert pq.read_metadata(pile.docs(tmp_path / "many")).num_row_groups == 9


def test_families_are_spread(tmp_path: Path) -> None:
    """Pages of a family do not simply stand side by side, as they were drawn."""
    pile.write(tmp_path / "many", 60, 5, heap=7)
    families = pile.gold(tmp_path / "many").families
    assert families != sorted(families, key=lambda family: (family < 0, family))


def test_a_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two piles of one seed are the same file."""
    for name in ("one", "other"):
        pile.write(tmp_path / name, 20, 5, heap=7)
    assert pile.docs(tmp_path / "one").read_bytes() == pile.docs(tmp_path / "other").read_bytes()


def test_ids_and_outlets_stand_beside_the_gold(tmp_path: Path) -> None:
    """Both files have the same ids in the same order, and none twice."""
    pile.write(tmp_path / "p", 20, 5, heap=7)
    pages = pq.read_table(pile.docs(tmp_path / "p"))["id"].to_pylist()
    assert pages == pq.read_table(pile.gold_file(tmp_path / "p"))["id"].to_pylist()
    assert len(set(pages)) == 20


def test_a_file_cut_short_is_not_a_pile(tmp_path: Path) -> None:
    """A pile whose writing was interrupted is made anew."""
    prefix = tmp_path / "p"
    assert not pile.complete(prefix)
    pile.write(prefix, 20, 5)
    assert pile.complete(prefix)
    docs = pile.docs(prefix)
    docs.write_bytes(docs.read_bytes()[:-10])
    assert not pile.complete(prefix)
