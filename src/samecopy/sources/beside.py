"""What is known of pages from beside them: `pages.csv` or `pages.jsonl` in a directory.

Each row names a file of that directory or below (or an address) and gives url, outlet, published,
title, byline. A `pages.csv` with a text column is no such thing but a table of pages (`rows`).
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from samecopy.errors import UnreadablePage
from samecopy.records import Given, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.columns import Line, as_text, given, merged
from samecopy.sources.files import Found, shown
from samecopy.sources.kinds import stem_of
from samecopy.sources.rows import read_rows

NAMES = ("pages.csv", "pages.jsonl", "pages.tsv", "pages.ndjson")


@dataclass(frozen=True, slots=True)
class Beside:
    """What one such file tells. `by_file` by the path of the file on disk, `by_url` for rows that name
    no file; `rejected` are rows that cannot be used."""

    folder: Path
    by_file: dict[str, Given]
    by_url: dict[str, Given]
    rejected: tuple[Rejection, ...]


def is_beside(path: Path) -> bool:
    """Whether the file's name is one that tells of other files."""
    return path.name.lower() in NAMES


def read_beside(found: Found, files: Sequence[Found], settings: ReadSettings) -> Beside | None:
    """What the file at `found` tells of `files`; None where it is itself a table of pages."""
    folder = found.path.parent
    finder = _Finder(folder, files)
    by_file: dict[str, Given] = {}
    by_url: dict[str, Given] = {}
    rejected: list[Rejection] = []
    for line in _rows(found, settings):
        if isinstance(line, Rejection):
            rejected.append(line)
            continue
        if "text" in line.cells or "html" in line.cells:
            return None
        known, name = given(line.cells), as_text(line.cells.get("file"))
        page = f"{found.id}#{line.number}"
        if name is None and known.url is None:
            detail = f"{found.locator}, row {line.number}, names no file. Fill its column `file`."
            rejected.append(Rejection(page, f"{found.locator}#{line.number}", "no_file_named", detail))
            continue
        target = finder.find(name) if name else finder.find(PurePosixPath(known.url or "").name)
        if target is not None and target in by_file:
            detail = f"{found.locator}, row {line.number}, names {name or known.url} again: drop one row."
            rejected.append(Rejection(page, f"{found.locator}#{line.number}", "named_twice", detail))
        elif target is not None:
            by_file[target] = known
        elif name is None:
            by_url.setdefault(known.url or "", known)
        elif not _on_disk(folder, name):
            detail = (
                f"{found.locator}, row {line.number}, names {name}, which is not in {shown(folder)}. "
                "Correct the name, or add the file."
            )
            rejected.append(Rejection(name, f"{found.locator}#{line.number}", "no_such_file", detail))
    return Beside(folder, by_file, by_url, tuple(rejected))


def _on_disk(folder: Path, name: str) -> bool:
    try:
        return os.path.lexists(folder / name)
    except ValueError:  # a name with a NUL in it
        return False


def _rows(found: Found, settings: ReadSettings) -> Iterator[Line | Rejection]:
    try:
        for row in read_rows(found, settings):
            if isinstance(row, Line):
                yield row
            else:
                number, error = row
                locator = f"{found.locator}#{number}"
                yield Rejection(f"{found.id}#{number}", locator, error.reason, error.detail)
    except UnreadablePage as error:
        yield Rejection(found.id, found.locator, error.reason, error.detail)


class _Finder:
    """Finds the file that a row means: by path, then by name, then by name without suffix; first in the
    folder itself, then anywhere below it where only one file is called so."""

    def __init__(self, folder: Path, files: Sequence[Found]) -> None:
        self._keys: dict[str, str | None] = {}
        below = [(PurePosixPath(shown(os.path.relpath(f.path, folder))), str(f.path)) for f in files]
        here = [(path, disk) for path, disk in below if len(path.parts) == 1]
        self._add(((str(path), disk) for path, disk in below))
        self._add(((path.name, disk) for path, disk in here))
        self._add(((stem_of(path.name), disk) for path, disk in here))
        self._add(((path.name, disk) for path, disk in below))
        self._add(((stem_of(str(path)), disk) for path, disk in below))
        self._add(((stem_of(path.name), disk) for path, disk in below))

    def _add(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names of this rank that no better rank has taken; None where two files are called so."""
        fresh: dict[str, str | None] = {}
        for name, disk in pairs:
            key = name.casefold()
            if key not in self._keys:
                fresh[key] = disk if fresh.get(key, disk) == disk else None
        self._keys.update(fresh)

    def find(self, name: str) -> str | None:
        name = name.replace("\\", "/").removeprefix("./").casefold()
        found = self._keys.get(name)
        return found if found is not None else self._keys.get(PurePosixPath(name).name)


def gather(files: Sequence[Found], settings: ReadSettings) -> tuple[list[Beside], set[str]]:
    """All that is told beside `files`, deepest folder first, and the paths that told it.

    A `pages.csv` in the directory of a file that was itself named counts as if it were listed.
    """
    tellers = {str(f.path): f for f in files if is_beside(f.path)}
    for f in files:
        if f.named and str(f.path) not in tellers:
            for name in NAMES:
                path = f.root / name
                if path.is_file():
                    tellers.setdefault(str(path), Found(name, shown(path), path, f.root, named=False))
    told: list[Beside] = []
    used: set[str] = set()
    for place in sorted(tellers):
        teller = tellers[place]
        below = [f for f in files if not is_beside(f.path) and f.path.is_relative_to(teller.path.parent)]
        beside = read_beside(teller, below, settings)
        if beside is not None:
            told.append(beside)
            used.add(place)
    told.sort(key=lambda beside: (-len(beside.folder.parts), str(beside.folder)))
    return told, used


def told_of(path: Path, url: str | None, told: Sequence[Beside]) -> Given:
    """What the files beside tell of the page at `path` (or of its address), the nearest first."""
    known = Given()
    for beside in told:
        if path.is_relative_to(beside.folder):
            known = merged(known, beside.by_file.get(str(path), Given()))
            if url and url in beside.by_url:
                known = merged(known, beside.by_url[url])
    return known
