"""Rows about pairs, in files that are only appended to."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.errors import StoreError
from samecopy.store.pairs import PairFile, PairRows

_DTYPE = np.dtype([("count", np.int32), ("share", np.float64)])
_PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
_BATCH = st.lists(_PAIR, max_size=6, unique_by=lambda pair: frozenset(pair))
_STEPS = st.lists(st.tuples(st.sampled_from(["put", "drop", "forget", "tidy"]), _BATCH), max_size=12)


def _opened(folder: Path, rows: int = 0, begin: int = 0, kept: int = 0) -> PairFile:
    return PairFile(folder / "pairs", _DTYPE, rows, begin, kept)


def _ends(pairs: list[tuple[int, int]]) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    return [np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1)]


def _rows(found: PairRows) -> list[tuple[float, ...]]:
    return sorted(zip(*(found[name].tolist() for name in ("a", "b", "count", "share")), strict=True))


def _put(file: PairFile, pairs: list[tuple[int, int]], count: int) -> None:
    a, b = _ends(pairs)
    file.put(a=a, b=b, count=np.full(len(pairs), count), share=np.full(len(pairs), count / 8))


@given(_STEPS, st.sets(st.integers(0, 7)), st.booleans())
def test_what_was_put_last_of_a_pair_holds(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, list[tuple[int, int]]]],
    numbers: set[int],
    both: bool,
) -> None:
    """The rows of some articles are those of a dictionary of pairs, also after the files were opened anew."""
    folder = tmp_path_factory.mktemp("pairs")
    file = _opened(folder)
    wanted: dict[frozenset[int], tuple[int, int, int, float]] = {}
    for turn, (step, pairs) in enumerate(steps):
        if step == "put":
            _put(file, pairs, turn)
            wanted |= {frozenset(pair): (*pair, turn, turn / 8) for pair in pairs}
        elif step == "drop":
            file.drop(*_ends(pairs))
            gone = {frozenset(pair) for pair in pairs}
            wanted = {pair: row for pair, row in wanted.items() if pair not in gone}
        elif step == "forget":
            file.forget()
            wanted = {}
        else:
            file.tidy()
    file.close()
    file = _opened(folder, len(file), file.begin, file.kept)
    assert _rows(file.all()) == sorted(wanted.values())
    found = file.touching(np.array(sorted(numbers), dtype=np.int64), both)
    least = 2 if both else 1
    assert _rows(found) == sorted(row for pair, row in wanted.items() if len(pair & numbers) >= least)
    file.close()


def test_a_file_does_not_grow_with_what_no_longer_holds(tmp_path: Path) -> None:
    """Of pairs that are put again and again few more rows are looked through than there are pairs."""
    file = _opened(tmp_path)
    for turn in range(50):
        _put(file, [(1, 2), (2, 3), (1, 3)], turn)
        file.tidy()
    assert len(file) - file.begin <= 6
    assert file.all()["count"].tolist() == [49, 49, 49]
    file.close()


def test_what_was_put_beyond_the_known_rows_is_forgotten(tmp_path: Path) -> None:
    """An addition that was not finished leaves the pairs as they were."""
    file = _opened(tmp_path)
    _put(file, [(1, 2)], 1)
    known = len(file)
    _put(file, [(1, 2), (2, 3)], 2)
    file.close()
    file = _opened(tmp_path, known)
    assert _rows(file.all()) == [(1, 2, 1, 0.125)]
    file.close()


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    """Where the files cannot be made the error is one of ours."""
    with pytest.raises(StoreError, match="cannot open"):
        _opened(tmp_path / "none")
