"""What lies in the named paths."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from samecopy.records import Rejection
from samecopy.sources.files import Found, list_files

SCANDIR = os.scandir


def found(*paths: Path) -> list[str]:
    return [item.id for item in list_files(paths) if isinstance(item, Found)]


def rejected(*paths: Path) -> list[tuple[str, str]]:
    return [(item.page, item.reason) for item in list_files(paths) if isinstance(item, Rejection)]


def test_a_link_back_to_a_parent_is_not_followed(tmp_path: Path) -> None:
    """A loop of links ends after the first look."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "page.txt").touch()
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "self").symlink_to(".")
    assert found(tmp_path) == ["a/b/page.txt"]
    assert rejected(tmp_path) == [("a/b/up", "symlink_loop"), ("a/self", "symlink_loop")]


def test_a_directory_linked_twice_is_read_in_its_own_place(tmp_path: Path) -> None:
    """Pages keep the name of where they really lie."""
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "page.txt").touch()
    (tmp_path / "a").symlink_to("z")
    assert found(tmp_path) == ["z/page.txt"]
    assert rejected(tmp_path) == [("a", "same_directory")]


def test_links_that_lead_out_of_the_root_are_not_followed(tmp_path: Path) -> None:
    """Neither to a file nor to a directory."""
    root, outside = tmp_path / "root", tmp_path / "root-beside"
    root.mkdir()
    outside.mkdir()
    (outside / "page.txt").touch()
    (root / "file.txt").symlink_to(outside / "page.txt")
    (root / "folder").symlink_to(outside)
    assert found(root) == []
    assert rejected(root) == [("file.txt", "outside_root"), ("folder", "outside_root")]


def test_a_link_to_a_hidden_place_of_the_root_is_followed(tmp_path: Path) -> None:
    """As in stores that keep their contents under a hidden directory and link to them."""
    (tmp_path / ".store").mkdir()
    (tmp_path / ".store" / "0af3").touch()
    (tmp_path / "page.txt").symlink_to(".store/0af3")
    assert found(tmp_path) == ["page.txt"]


def test_a_link_to_nothing_is_rejected(tmp_path: Path) -> None:
    """A link whose target is gone says so, whether met or named."""
    (tmp_path / "page.txt").symlink_to("gone.txt")
    assert rejected(tmp_path) == rejected(tmp_path / "page.txt") == [("page.txt", "no_such_file")]


def test_what_is_no_file_is_rejected(tmp_path: Path) -> None:
    """A pipe would never end and is not opened."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert rejected(tmp_path) == rejected(tmp_path / "pipe.txt") == [("pipe.txt", "not_a_file")]


def test_a_directory_that_may_not_be_read_is_one_rejection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The directories beside it are still read."""
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").touch()

    def scandir(path: Path) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return SCANDIR(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found(tmp_path) == ["b/page.txt"]
    assert rejected(tmp_path) == [("a", "unreadable")]


def test_names_that_are_no_unicode_can_be_stored(tmp_path: Path) -> None:
    """A name in another encoding is shown with replacement letters."""
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb"):
        pass
    assert found(tmp_path) == ["caf�.txt"]


def test_a_very_deep_tree_is_walked(tmp_path: Path) -> None:
    """A path longer than the system can name is one rejection."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(40):
        os.mkdir("d" * 200, dir_fd=here)
        there = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = there
    os.close(here)
    (tmp_path / "page.txt").touch()
    assert found(tmp_path) == ["page.txt"]
    assert [reason for _, reason in rejected(tmp_path)] == ["unreadable"]
