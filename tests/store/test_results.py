"""The store keeps what was committed, reuses nothing on unequal digests and fails with a cure."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samecopy.errors import NotInStore, StoreError
from samecopy.records import Rejection
from samecopy.store import Store, Work
from samecopy.tables import FLAT, TABLES, to_arrow

REJECTED = Rejection("a.html", "pile/a.html", "empty", "pile/a.html: the file is empty")


def filled(store: Store, rejected: tuple[Rejection, ...] = (REJECTED,)) -> None:
    tables = {t.name: to_arrow(t.row, rejected if t.row is Rejection else ()) for t in TABLES}
    store.replace(tables, {"read": ["a"]}, "settings")


@contextmanager
def file_size_limit(limit: int) -> Iterator[None]:
    """Every file write beyond `limit` bytes fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_rows_come_back_as_they_went_in(tmp_path: Path) -> None:
    """A record is equal to itself after a journey through Arrow and the database."""
    with Store(tmp_path / "s.duckdb") as store:
        filled(store)
    with Store(tmp_path / "s.duckdb", read_only=True) as store:
        assert store.rows(Rejection) == (REJECTED,)


def test_every_table_can_be_read_when_empty(tmp_path: Path) -> None:
    """Tables without rows still have their columns, the flat ones too."""
    with Store(tmp_path / "s.duckdb") as store:
        filled(store, ())
        for name in [t.name for t in TABLES] + [f.name for f in FLAT]:
            assert store.table(name).num_rows == 0


def test_work_is_found_again_under_its_marker(tmp_path: Path) -> None:
    """What a step did for a key is there after reopening, and the newest replaces the older."""
    with Store(tmp_path / "s.duckdb") as store:
        store.keep([Work("read", "a", "m1", b"old"), Work("read", "b", "m", b"b")])
        store.keep([Work("read", "a", "m2", b"new")])
    with Store(tmp_path / "s.duckdb") as store:
        assert store.markers("read") == {"a": "m2", "b": "m"}
        assert store.work("read", ["a", "b", "c"]) == {"a": b"new", "b": b"b"}
        assert store.work("read", ["b"]) == {"b": b"b"}


def test_work_that_a_run_did_not_use_is_dropped(tmp_path: Path) -> None:
    """The store does not grow with piles that are gone."""
    with Store(tmp_path / "s.duckdb") as store:
        store.keep([Work("read", "a", "m", b""), Work("read", "gone", "m", b"")])
        filled(store)
        assert set(store.markers("read")) == {"a"}


def test_a_missing_store_names_the_cure(tmp_path: Path) -> None:
    """Looking into a directory that no run wrote says which command writes it."""
    with pytest.raises(StoreError, match="samecopy run"):
        Store(tmp_path / "s.duckdb", read_only=True)


def test_a_store_without_a_finished_run_says_so(tmp_path: Path) -> None:
    """An interrupted first run leaves work but no tables to show."""
    with Store(tmp_path / "s.duckdb") as store, pytest.raises(StoreError, match="no finished run"):
        store.rows(Rejection)


def test_a_file_that_is_no_store_is_an_error_of_ours(tmp_path: Path) -> None:
    """A foreign file at the store's place is named, not overwritten."""
    path = tmp_path / "s.duckdb"
    path.write_bytes(b"something else entirely" * 1000)
    with pytest.raises(StoreError, match="not a samecopy store"):
        Store(path)
    assert path.read_bytes().startswith(b"something else")


def test_an_unknown_table_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    """A wrong table name lists the right ones."""
    with Store(tmp_path / "s.duckdb") as store, pytest.raises(NotInStore, match="statements"):
        store.table("quotes")


def test_a_full_disk_leaves_the_earlier_store_intact(tmp_path: Path) -> None:
    """A write that finds no room fails with a cure, and what was stored before can still be read."""
    path = tmp_path / "s.duckdb"
    with Store(path) as store:
        filled(store)
    large = tuple(Rejection(f"p{i}", "x" * 200, "empty", "y" * 2000) for i in range(4000))
    with (
        Store(path) as store,
        file_size_limit(path.stat().st_size + 8192),
        pytest.raises(StoreError, match="disk is full"),
    ):
        filled(store, large)
    with Store(path, read_only=True) as store:
        assert store.rows(Rejection) == (REJECTED,)


def test_a_store_of_another_schema_is_computed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of an older schema version are forgotten rather than misread."""
    path = tmp_path / "s.duckdb"
    with Store(path) as store:
        filled(store)
    monkeypatch.setattr("samecopy.store.results.SCHEMA_VERSION", 999)
    with Store(path) as store:
        assert store.markers("read") == {}
        with pytest.raises(StoreError, match="no finished run"):
            store.rows(Rejection)
