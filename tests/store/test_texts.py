"""Texts in a file."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.errors import StoreError
from samecopy.store.texts import TextFile


@given(st.lists(st.text(st.characters(codec=None), max_size=20), max_size=8), st.data())
def test_texts_are_read_as_they_were_appended(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    """In any order, lone surrogates included, with their lengths in code points."""
    with TextFile(tmp_path_factory.mktemp("texts") / "texts") as file:
        file.append(texts[:3])
        file.append(texts[3:])
        file.flush()
        order = data.draw(st.permutations(range(len(texts))))
        assert file.read(order) == [texts[i] for i in order]
        assert file.lengths_of(np.arange(len(texts))).tolist() == [len(text) for text in texts]


def test_what_an_interrupted_run_appended_is_forgotten(tmp_path: Path) -> None:
    """A file is opened with as many texts as are known, however much lies beyond."""
    with TextFile(tmp_path / "texts") as file:
        file.append(["one", "two"])
        file.append(["half of thr"])
    with TextFile(tmp_path / "texts", texts=2) as file:
        file.append(["three"])
        file.flush()
        assert file.read([0, 1, 2]) == ["one", "two", "three"]


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(StoreError, match="missing"):
        TextFile(tmp_path / "missing" / "texts")
