"""Which files lie in the named paths, before any is opened.

A directory is walked whole: hidden files are skipped, symbolic links are followed only as far as they
stay inside the root, and what cannot be listed becomes a rejection. What kind a file is tells `kinds`, what
lies inside an archive `archives`.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from samecopy.errors import InputError
from samecopy.records import Rejection
from samecopy.settings import STORE_NAME
from samecopy.sources.kinds import Kind, kind_of, stem_of

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an open zip archive."""

    archive: ZipFile
    info: ZipInfo


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the pile. `id` is its path below `root` (its name, where the file itself was named),
    `locator` the path as a person would type it, `named` whether it was named rather than walked to.

    A file inside an archive has its `member`; its `path` goes on below the archive's as if that were a
    directory. `holds` is what its first bytes say, where its name does not.
    """

    id: str
    locator: str
    path: Path
    root: Path
    named: bool
    member: Member | None = None
    holds: Kind | None = None

    @property
    def kind(self) -> Kind:
        return self.holds or kind_of(self.path.name)

    @property
    def size(self) -> int:
        """Bytes as they lie on disk or, unpacked, in the archive."""
        return self.member.info.file_size if self.member else os.stat(self.path).st_size


def shown(path: str | Path) -> str:
    """A path as text that can be stored: forward slashes, and no byte that UTF-8 cannot hold."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")


def list_files(paths: Sequence[Path]) -> list[Found | Rejection]:
    """The files below `paths`, sorted by id, with a rejection for each that cannot be a page.

    A file that two roots reach is listed once, under the root that lies highest.

    Raises:
        InputError: a path does not exist.
    """
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise InputError(f"{shown(path)} does not exist. Name a file or a directory that does.")
    found: list[Found | Rejection] = []
    elsewhere: set[str] = set()
    for root in sorted(_distinct(paths), key=lambda p: (not p.is_dir(), len(os.path.realpath(p)), str(p))):
        items = list(_walk(root) if root.is_dir() else _named(root))
        fresh = [i for i in items if isinstance(i, Rejection) or os.path.realpath(i.path) not in elsewhere]
        elsewhere.update(os.path.realpath(i.path) for i in fresh if isinstance(i, Found))
        found.extend(fresh)
    if any(path == STDIN for path in paths):
        found.append(Found("stdin", "stdin", STDIN, STDIN, named=True))
    return sorted(found, key=_place)


def _place(item: Found | Rejection) -> tuple[str, str]:
    return (item.id if isinstance(item, Found) else item.page, item.locator)


def _distinct(paths: Sequence[Path]) -> list[Path]:
    """One path for each place on disk, the same one in whatever order they are named."""
    places: dict[str, Path] = {}
    for path in sorted((p for p in paths if p != STDIN), key=str):
        places.setdefault(os.path.realpath(path), path)
    return list(places.values())


def _named(path: Path) -> Iterator[Found | Rejection]:
    yield _file(path, shown(path.name), path.parent, named=True)


def _file(path: Path, identity: str, root: Path, *, named: bool) -> Found | Rejection:
    locator = shown(path)
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        detail = f"{locator} is a symbolic link to a file that is not there. Mend or remove the link."
        return Rejection(identity, locator, "no_such_file", detail)
    except OSError as error:
        return unreadable(identity, locator, error)
    if not stat.S_ISREG(mode):
        detail = f"{locator} is a pipe, a socket or a device, not a file. Save its content to a file first."
        return Rejection(identity, locator, "not_a_file", detail)
    return Found(identity, locator, path, root, named)


def unreadable(page: str, locator: str, error: OSError) -> Rejection:
    """The rejection for a file or directory that the system does not let us read."""
    why = (error.strerror or type(error).__name__).lower()
    detail = f"{locator} cannot be read: {why}. Give yourself the right to read it, or leave it out."
    return Rejection(page, locator, "unreadable", detail)


def _walk(root: Path) -> Iterator[Found | Rejection]:
    """Real directories first; linked ones after, so that a page keeps the name of its real place."""
    real_root = os.path.realpath(root)
    seen: set[str] = set()
    waiting, linked = [root], list[Path]()
    while waiting or linked:
        if waiting:
            folder = waiting.pop()
        else:
            folder = linked.pop(0)
            if os.path.realpath(folder) in seen:
                yield _again(folder, root)
                continue
        seen.add(os.path.realpath(folder))
        for item in _children(folder, root, real_root):
            if isinstance(item, Path):
                (linked if os.path.islink(item) else waiting).append(item)
            else:
                yield item
        linked.sort()


def _children(folder: Path, root: Path, real_root: str) -> Iterator[Found | Rejection | Path]:
    """Directories as paths to walk, files as found."""
    try:
        with os.scandir(folder) as entries:
            children = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(_below(folder, root), shown(folder), error)
        return
    if folder != root and any(child.name == STORE_NAME for child in children):
        return  # what an earlier run wrote
    pages = {stem_of(child.name) for child in children if kind_of(child.name) in ("html", "mhtml")}
    for child in children:
        if child.name.startswith("."):
            continue
        path = Path(child.path)
        identity = _below(path, root)
        if child.is_symlink() and not _inside(path, real_root):
            detail = (
                f"{shown(path)} is a symbolic link that leads out of {shown(root)}. "
                "Name its target as a path of its own, or copy it in."
            )
            yield Rejection(identity, shown(path), "outside_root", detail)
        elif not _is_folder(child):
            yield _file(path, identity, root, named=False)
        elif child.name.endswith("_files") and child.name.removesuffix("_files") in pages:
            detail = (
                f"{shown(path)} holds the images and scripts of the saved page beside it; nothing to mend."
            )
            yield Rejection(identity, shown(path), "page_assets", detail)
        else:
            yield path


def _is_folder(child: os.DirEntry[str]) -> bool:
    try:
        return child.is_dir()
    except OSError:
        return False


def _inside(path: Path, real_root: str) -> bool:
    target = os.path.realpath(path)
    return target == real_root or target.startswith(real_root.rstrip(os.sep) + os.sep)


def _below(path: Path, root: Path) -> str:
    return shown(os.path.relpath(path, root))


def _again(folder: Path, root: Path) -> Rejection:
    target = os.path.realpath(folder)
    parent = os.path.realpath(folder.parent)
    if parent == target or parent.startswith(target.rstrip(os.sep) + os.sep):
        reason, why = "symlink_loop", "leads back to a directory that holds it"
    else:
        reason, why = "same_directory", "leads to a directory that is read in its own place"
    detail = f"{shown(folder)} is a symbolic link that {why}; it was not followed, nothing to mend."
    return Rejection(_below(folder, root), shown(folder), reason, detail)
