"""The main job as one call: what the command line and a Python program share."""

import itertools
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from samecopy import exports, report, views
from samecopy.engines import local
from samecopy.errors import InputError, StoreError
from samecopy.records import Page, Rejection, Result
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.store import Store

REPORT = "report.html"
RESULT = "result.json"


class Quiet:
    """Progress that nobody sees."""

    def step(self, doing: str, total: int | None) -> nullcontext[local.Advance]:
        return nullcontext(lambda n: None)


def run(
    paths: Sequence[Path],
    out: Path,
    settings: Settings | None = None,
    progress: local.Progress | None = None,
) -> Result:
    """Read a pile of pages, tell its copies, stories and sources, and write them to `out`.

    `paths` are directories, files or `-`. Writes `store.duckdb`, `report.html`, `result.json` and
    `tables/*.parquet`; a second run over the same `out` does only new work.

    Raises:
        InputError: a path does not exist, or nothing in the pile is a page.
        StoreError: `out` or its store cannot be written.

    >>> run([Path("examples/ceasefire-talks/pages")], out=Path("demo-out")).outlets  # doctest: +SKIP
    11
    """
    settings = settings or Settings()
    pile = _pages(paths, out, settings)
    _make(out)
    with Store(views.store_in(out)) as store:
        local.run(pile, store, settings, progress or Quiet())
        result = views.result(store)
        exports.write_file(out / REPORT, report.render(result).encode())
        exports.write_file(out / RESULT, exports.result_json(result))
        exports.write_tables(views.tables(store), out / "tables", "parquet")
    return result


def _pages(paths: Sequence[Path], out: Path, settings: Settings) -> Iterator[Page | Rejection]:
    """The pile, if there is anything in it: looked at before the store is touched."""
    if any(path.resolve() == out.resolve() for path in paths):
        raise InputError(f"--out {out} is the pile itself; choose another directory for the results")
    pile = open_pile(paths, settings.read)
    first = next(pile, None)
    if first is None:
        names = ", ".join(str(p) for p in paths)
        raise InputError(f"no pages in {names}: name a directory or file with HTML, text, JSONL or Parquet")
    return itertools.chain([first], pile)


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot make {out}: {error.strerror}; choose another --out") from error
