"""What adding to an index of copies costs as the index grows: `python -m bench index --sizes 10000 190000`.

Indexes of several sizes are made of one pile, and to each the same batches are added. What there is to
find must be the same at every size, or the cost of finding it says nothing of the index: so the largest
index holds all pages of the smallest, and beside them pages of other families and pages that stand alone.

    fresh      pages of families that no index knows, and pages that stand alone, mixed as in the pile
    known      further copies of families that stand in the smallest index, and so in each, equally large
    anywhere   further copies of the families of this index, whichever; there are more of them in a larger
               index, and each copy meets a family as large as the pile has it

`times` compares the first two with the smallest index. Pages come in no order of id, so that those of a
batch stand among older ones. Before each batch the index is written out and dropped from memory: `MB read`
is what is read from disk again, to whole pages and with what the system reads ahead. The cost is processor
time, from opening the index to closing it, on one core; `touched` articles are in families found anew.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from bench import machine, pile
from samecopy.engines.copies.index import Added, Index
from samecopy.records import Body
from samecopy.settings import CopySettings

I64 = npt.NDArray[np.int64]

_ALONE = -1
_WARM = 200  # pages of an index by which the compiled code is loaded


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows of a pile: `core` those of the smallest index, `more` what larger ones have besides, in the
    order in which they get it; `fresh`, `known` and `anywhere` the batches."""

    core: I64
    more: I64
    fresh: I64
    known: I64
    anywhere: I64


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one addition: CPU and wall seconds, bytes read from disk."""

    cpu: float
    wall: float
    read: int


def laid(families: I64, smallest: int, batch: int, seed: int) -> Layout:
    """Deals the pages of a pile out; `families` are those of its rows, -1 for a page that stands alone."""
    dice = np.random.default_rng(seed)
    alone = dice.permutation(np.flatnonzero(families == _ALONE))
    copies = dice.permutation(np.flatnonzero(families != _ALONE))
    named = np.append(families[copies], _ALONE)
    # Family after family, each in the order in which its pages were drawn.
    turn = dice.permutation(int(named.max()) + 1)
    copies = copies[np.argsort(turn[families[copies]], kind="stable")]
    part = len(copies) / len(families)
    few, core = round(part * batch), round(part * smallest)
    first = _whole(families[copies], few)
    last = _whole(families[copies], first + core + batch)
    some = dice.permutation(copies[first:last])
    rest = dice.permutation(copies[last:])
    lone = np.split(alone, np.cumsum([batch - few, smallest - (len(some) - batch)]))
    return Layout(
        np.append(some[batch:], lone[1]),
        dice.permutation(np.append(rest[batch:], lone[2])),
        np.append(copies[:first][:few], lone[0]),
        some[:batch],
        rest[:batch],
    )


def _whole(families: I64, least: int) -> int:
    """Where the family ends that the page before place `least` is of."""
    place = least
    while 0 < place < len(families) and families[place] == families[place - 1]:
        place += 1
    return place


def bodies(prefix: Path, rows: I64) -> list[Body]:
    """Some pages of a pile, by row."""
    wanted = np.sort(rows)
    found: list[Body] = []
    first = 0
    for batch in pq.ParquetFile(pile.docs(prefix), pre_buffer=False).iter_batches():
        low, high = np.searchsorted(wanted, [first, first + batch.num_rows])
        some = batch.take(pa.array(wanted[low:high] - first))
        columns = (some.column(name).cast(pa.string()).to_pylist() for name in ("id", "outlet", "text"))
        found += [Body(*row) for row in zip(*columns, strict=True)]
        first += batch.num_rows
    return found


def added(folder: Path, batch: Sequence[Body]) -> tuple[Cost, Added]:
    """What one addition cost, and what it did."""
    _dropped(folder)
    read, wall, cpu = _read(), time.perf_counter(), time.process_time()
    with Index(folder, CopySettings(), cores=1) as index:
        done = index.add(batch)
    return Cost(time.process_time() - cpu, time.perf_counter() - wall, _read() - read), done


def _dropped(folder: Path) -> None:
    """Writes all files out and asks the system to forget what it holds of them."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _read() -> int:
    """Bytes that this process made the disks read."""
    lines = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    return int(dict(line.split(": ") for line in lines)["read_bytes"])


def built(folder: Path, prefix: Path, rows: I64, step: int) -> None:
    """Makes an index of some pages: `step` of them at first, then as many as it has."""
    begin, cpu = 0, time.process_time()
    with Index(folder, CopySettings(), cores=1) as index:
        while begin < len(rows):
            some = rows[begin : begin + max(step, begin)]
            index.add(bodies(prefix, some))
            begin += len(some)
    print(f"{len(rows):>9,} pages indexed in {time.process_time() - cpu:.1f} CPU s", flush=True)


def run(prefix: Path, layout: Layout, sizes: Sequence[int], folder: Path) -> Iterator[str]:
    """A line per size and batch."""
    warm = bodies(prefix, layout.core[:_WARM])
    added(folder / "warm", warm[: len(warm) // 2 + 1])
    added(folder / "warm", warm)
    least: dict[str, float] = {}
    for n in sizes:
        path = folder / f"index-{n}"
        built(path, prefix, np.append(layout.core, layout.more[: n - len(layout.core)]), 250_000)
        for name in ("fresh", "known", "anywhere"):
            cost, done = added(path, bodies(prefix, getattr(layout, name)))
            times = f"{cost.cpu / least.setdefault(name, cost.cpu):6.2f}" if name != "anywhere" else f"{'':6}"
            yield (
                f"{'':9}+ {done.new:,} {name:8} {cost.cpu:7.2f} CPU s {times} times, {cost.wall:6.1f} s, "
                f"{cost.read / 1e6:6.0f} MB read, touched {done.touched:,}"
            )


def main(argv: Sequence[str] = ()) -> int:
    """Prints the table; the exit code is 0."""
    parser = argparse.ArgumentParser(
        prog="bench index", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[10_000, 50_000], help="pages in the index, ascending"
    )
    parser.add_argument("--batch", type=int, default=2_000, help="pages added")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument(
        "--pile", type=Path, help="PREFIX of a ready pile: the largest size and three batches"
    )
    parser.add_argument(
        "--into", type=Path, metavar="DIR", help="make the indexes there, on a disk with room"
    )
    options = parser.parse_args(argv)
    before = machine.load()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.into) as scratch:
        prefix = options.pile
        if prefix is None:
            prefix = Path(scratch) / "pile"
            pile.write(prefix, max(options.sizes) + 5 * options.batch, options.seed)
        families = np.array(pile.gold(prefix).families, dtype=np.int64)
        layout = laid(families, min(options.sizes), options.batch, options.seed)
        for line in run(prefix, layout, options.sizes, Path(scratch)):
            print(line, flush=True)
    print(machine.described(before, machine.load()))
    return 0
