"""Arrays put by, in memory or in files."""

import weakref
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.errors import StoreError
from samecopy.store.spill import Spill

_PUTS = st.lists(st.tuples(st.integers(0, 2), st.lists(st.integers(0, 99), max_size=5)), max_size=12)


@given(_PUTS, st.sampled_from([0, 40, 10_000]))
def test_rows_come_back_in_the_order_they_were_put(
    tmp_path_factory: pytest.TempPathFactory, puts: list[tuple[int, list[int]]], room: int
) -> None:
    """However little room there is, each number gives what was put under it."""
    folder = tmp_path_factory.mktemp("spill")
    with Spill((np.int64, np.int32), room, folder) as spill:
        for number, values in puts:
            spill.put(number, (np.array(values, np.int64), np.array(values, np.int32)))
        for number in range(3):
            wanted = [value for other, values in puts if other == number for value in values]
            assert [column.tolist() for column in spill.rows(number)] == [wanted, wanted]
    assert list(folder.iterdir()) == []


def test_what_exceeds_the_room_goes_to_files(tmp_path: Path) -> None:
    """Memory holds no more than it was given: the number with most rows is put into files."""
    with Spill((np.int64,), 100, tmp_path) as spill:
        spill.put(1, (np.arange(10),))
        assert list(tmp_path.iterdir()) == []
        spill.put(2, (np.arange(5),))
        assert [path.stat().st_size for path in tmp_path.iterdir()] == [80]


def test_a_number_that_was_dropped_is_empty(tmp_path: Path) -> None:
    """Dropped rows are gone from memory and from the folder."""
    with Spill((np.int64,), 0, tmp_path) as spill:
        spill.put(1, (np.arange(10),))
        spill.drop(1)
        assert list(tmp_path.iterdir()) == []
        assert len(spill.rows(1)[0]) == 0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The error names the folder and what to do."""
    spill = Spill((np.int64,), 0, tmp_path / "missing")
    with pytest.raises(StoreError, match=r"missing.*another place"):
        spill.put(1, (np.arange(10),))


def test_slices_do_not_keep_their_array_in_memory(tmp_path: Path) -> None:
    """An array put by in slices is let go, whatever of it is held."""
    with Spill((np.int64,), 10_000, tmp_path) as spill:
        whole = np.arange(1_000, dtype=np.int64)
        kept = weakref.ref(whole)
        for number in range(10):
            spill.put(number, (whole[number * 100 : (number + 1) * 100],))
        del whole
        assert kept() is None
        assert spill.rows(3)[0].tolist() == list(range(300, 400))
