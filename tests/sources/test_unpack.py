"""Bytes within their bounds."""

import builtins
import gzip
from pathlib import Path
from typing import Any

import pytest

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile

SMALL = ReadSettings(max_page_bytes=1000, max_unpack_ratio=5)
OPEN = builtins.open


def reasons(path: Path) -> list[tuple[str, str]]:
    return [(i.page, i.reason) for i in open_pile([path], SMALL) if isinstance(i, Rejection)]


def test_a_page_above_the_bound_is_rejected(tmp_path: Path) -> None:
    """One byte below it is read."""
    (tmp_path / "a.txt").write_bytes(b"x" * 1000)
    (tmp_path / "b.txt").write_bytes(b"x" * 1001)
    assert [p.id for p in open_pile([tmp_path], SMALL) if isinstance(p, Page)] == ["a.txt"]
    assert reasons(tmp_path) == [("b.txt", "too_large")]


def test_a_huge_page_is_rejected_unread(tmp_path: Path) -> None:
    """Its size is asked of the system; a sparse terabyte costs nothing."""
    with open(tmp_path / "a.html", "wb") as file:
        file.truncate(1 << 40)
    assert reasons(tmp_path) == [("a.html", "too_large")]


@pytest.mark.parametrize("name", ["a.html.gz", "a.jsonl.gz"])
def test_what_unpacks_without_end_is_rejected(tmp_path: Path, name: str) -> None:
    """A few bytes of gzip may not become many, as one page or as many rows."""
    (tmp_path / name).write_bytes(gzip.compress(b"{}\n" * 1_000_000))
    assert (name, "too_large") in reasons(tmp_path)


@pytest.mark.parametrize("name", ["a.html.gz", "a.jsonl.gz"])
def test_a_damaged_archive_is_rejected(tmp_path: Path, name: str) -> None:
    """Cut short or garbled, it says so."""
    whole = gzip.compress(bytes(range(256)) * 3)
    (tmp_path / name).write_bytes(whole[:-20])
    (tmp_path / ("b" + name)).write_bytes(whole[:4] + b"garbled" + whole[11:])
    assert {reason for _, reason in reasons(tmp_path)} >= {"broken_gzip"}
    assert {page.split("#")[0] for page, _ in reasons(tmp_path)} == {name, "b" + name}


def test_a_file_that_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to do about it."""
    (tmp_path / "a.txt").write_text("Hello")
    (tmp_path / "b.txt").write_text("Hi")

    def refuse(path: Any, *args: Any, **kwargs: Any) -> Any:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return OPEN(path, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", refuse)
    first, second = open_pile([tmp_path], SMALL)
    assert isinstance(first, Rejection)
    assert isinstance(second, Page)
    assert (first.page, first.reason) == ("a.txt", "unreadable")
    assert "permission denied" in first.detail
