"""How cost grows with the pile: `python -m bench growth --sizes 20000 50000 100000 200000`.

At each size a pile is made, straight to disk, and searched in a process of its own. The exponent is the
slope of the least-squares line through the logarithms: 1 means that twice the pages cost twice as much.
Piles are kept with `--into DIR`, and found there the next time: a million pages take about 15 minutes to
make and 2 GB of disk.
"""

import argparse
import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import machine, pile
from bench.copies import Row, Terms, above_zero, measured
from bench.tools import OURS, PEERS, Tool


@dataclass(frozen=True, slots=True)
class Grown:
    """What one size cost."""

    pages: int
    row: Row


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Slope of the least-squares line through the logarithms; needs two sizes.

    >>> round(exponent([10, 20, 40], [3, 6, 12]), 6)
    1.0
    >>> round(exponent([10, 20, 40], [3, 12, 48]), 6)
    2.0
    """
    x, y = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return above / sum((a - mean_x) ** 2 for a in x)


def grown(tool: Tool, sizes: Sequence[int], seed: int, cores: int, terms: Terms, folder: Path) -> list[Grown]:
    """Makes a pile of each size, where it is not there yet, and searches it."""
    found = []
    for n in sizes:
        prefix = folder / f"made-{n}-{seed}"
        if not pile.complete(prefix):
            pile.write(prefix, n, seed)
        row = measured(tool, prefix, pile.gold(prefix), cores, terms, folder)
        print(_line(n, row), flush=True)
        found.append(Grown(n, row))
    return found


def fitted(found: Sequence[Grown]) -> str:
    """The exponents of CPU time and of peak memory, where two sizes or more were done."""
    done = [one for one in found if not one.row.note]
    sizes = [one.pages for one in done]
    if len(set(sizes)) < 2:
        return "an exponent takes two sizes that were finished"
    cpu = exponent(sizes, [one.row.cpu for one in done])
    peak = exponent(sizes, [one.row.peak for one in done])
    return f"cost grows as pages to the power of {cpu:.2f} (CPU) and {peak:.2f} (peak memory)"


def main(argv: Sequence[str] = ()) -> int:
    """Prints a line per size and the exponents; the exit code is 0."""
    names = {tool.name: tool for tool in (OURS, *PEERS)}
    parser = argparse.ArgumentParser(prog="bench growth", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=above_zero, default=[20_000, 50_000, 100_000])
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--into", type=Path, metavar="DIR", help="keep the piles there")
    parser.add_argument("--tool", choices=list(names), default=OURS.name, metavar="NAME")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="environments made by `bench peers`")
    parser.add_argument("--cores", type=above_zero, default=1, help="cores it may use")
    parser.add_argument("--repeat", type=above_zero, default=1, help="runs of which medians are shown")
    parser.add_argument("--patience", type=float, default=3_600.0, help="seconds allowed to a run (wall)")
    options = parser.parse_args(argv)
    before = machine.load()
    terms = Terms(options.peers, options.repeat, options.patience)
    print(f"{options.tool}, seed {options.seed}, cores {options.cores}")
    print(f"{'pages':>9}{'CPU s':>9}{'wall s':>9}{'pages/CPU s':>12}{'peak MB':>9}{'F1':>8}")
    with tempfile.TemporaryDirectory() as folder:
        into = options.into or Path(folder)
        found = grown(names[options.tool], options.sizes, options.seed, options.cores, terms, into)
    print(fitted(found))
    print(machine.described(before, machine.load()))
    return 0


def _line(n: int, row: Row) -> str:
    if row.note:
        return f"{n:9}  {row.note}"
    return f"{n:9}{row.cpu:9.2f}{row.wall:9.2f}{row.rate:12.0f}{row.peak / 1e6:9.0f}{row.f1:8.4f}"
