"""What adding to an index of copies costs as the index grows: `python -m bench index --sizes 10000 100000`.

Indexes of several sizes are built of one made pile, and to each the same two batches are added: `fresh`
has stories that the index knows nothing of, `late` further copies of stories that it has, drawn at random
from all of them, which is more than news that ages would bring. The cost is processor time, from opening
the index to closing it, on one core; `touched` says how many articles are in families found anew.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from bench import machine, pile
from bench.growth import exponent
from samecopy.engines.copies.index import Added, Index
from samecopy.records import Body
from samecopy.settings import CopySettings

_LOADED = 5_000


def bodies(prefix: Path, name: str, first: int, last: int) -> list[Body]:
    """Pages `first` to `last` of a pile; `name` tells its ids from those of other piles."""
    found: list[Body] = []
    number = 0
    for batch in pq.ParquetFile(pile.docs(prefix), pre_buffer=False).iter_batches(_LOADED):
        if number < last and number + batch.num_rows > first:
            rows = zip(*(batch.column(column).to_pylist() for column in ("outlet", "text")), strict=True)
            for place, (outlet, text) in enumerate(rows, number):
                if first <= place < last:
                    found.append(Body(f"{name}{place:09}", outlet, text))
        number += batch.num_rows
    return found


def added(folder: Path, batch: Sequence[Body]) -> tuple[float, Added]:
    """CPU seconds of one addition, and what it did."""
    begin = time.process_time()
    with Index(folder, CopySettings(), cores=1) as index:
        done = index.add(batch)
    return time.process_time() - begin, done


def run(
    store: Path, fresh: Path, sizes: Sequence[int], batch: int, folder: Path
) -> list[tuple[float, float]]:
    """Prints a line per size and batch, and returns the costs at each size."""
    most = max(sizes)
    batches = {"fresh": bodies(fresh, "n", 0, batch), "late": bodies(store, "o", most, most + batch)}
    added(folder / "warm", bodies(fresh, "n", 0, 50))
    costs = []
    for n in sizes:
        path = folder / f"index-{n}"
        with Index(path, CopySettings(), cores=1) as index:
            begin = time.process_time()
            index.add(bodies(store, "o", 0, n))
            print(f"{n:>9,} articles indexed in {time.process_time() - begin:.1f} CPU s", flush=True)
        line = []
        for name, some in batches.items():
            seconds, done = added(path, some)
            line.append(seconds)
            print(
                f"{'':9} + {done.new:,} {name:5} {seconds:8.2f} CPU s, touched {done.touched:,}", flush=True
            )
        costs.append((line[0], line[1]))
    return costs


def main(argv: Sequence[str] = ()) -> int:
    """Prints the table; the exit code is 0."""
    parser = argparse.ArgumentParser(
        prog="bench index", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[10_000, 50_000], help="articles in the index"
    )
    parser.add_argument("--batch", type=int, default=2_000, help="articles added")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--pile", type=Path, help="PREFIX of a ready pile, a batch larger than the index")
    parser.add_argument("--fresh", type=Path, help="PREFIX of a ready pile of other stories")
    options = parser.parse_args(argv)
    before = machine.load()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        store, fresh = options.pile, options.fresh
        if store is None:
            store = Path(scratch) / "store"
            pile.write(store, max(options.sizes) + options.batch, options.seed)
        if fresh is None:
            fresh = Path(scratch) / "fresh"
            pile.write(fresh, options.batch, options.seed + 1)
        costs = run(store, fresh, options.sizes, options.batch, Path(scratch))
    if len(set(options.sizes)) > 1:
        for place, name in enumerate(("fresh", "late")):
            slope = exponent(options.sizes, [cost[place] for cost in costs])
            ratio = costs[-1][place] / costs[0][place]
            print(f"{name}: {ratio:.2f} times the cost at {options.sizes[-1]:,}; exponent {slope:.2f}")
    print(machine.described(before, machine.load()))
    return 0
