"""What a second core gives, and what it could give: `python -m bench cores --n 20000`.

    alone      one search on one core
    apart      as many searches at once as there are cores, each in a process of its own on a core of its
               own: they share nothing but the machine, and what it has less of for each is its ceiling
    together   one search on all cores

Each with the pages in memory, so that reading a file, which one core does, is not in it; and again with it.
`times` compares the pages a second of wall time with those of `alone`: on a machine busy with other work
it means little.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench import machine, pile
from bench.copies import above_zero
from bench.tools import OURS, NoRun, Run, run

_PATIENCE = 3_600.0  # seconds


def on(cores: Sequence[int], prefix: Path, held: bool, work: Path) -> Run | NoRun:
    """One search in a process of its own, on some cores only."""
    os.sched_setaffinity(0, cores)  # of this thread, and of what it starts
    work.mkdir(exist_ok=True)
    python = Path(sys.executable)
    return run(OURS, pile.docs(prefix), len(cores), _PATIENCE, python, work, held)


def searched(groups: Sequence[Sequence[int]], prefix: Path, held: bool, work: Path) -> list[Run]:
    """A search for each group of cores, all at once."""
    with ThreadPoolExecutor(len(groups)) as pool:
        waiting = [
            pool.submit(on, cores, prefix, held, work / str(number)) for number, cores in enumerate(groups)
        ]
        done = [one.result() for one in waiting]
    failed = [one.reason for one in done if isinstance(one, NoRun)]
    if failed:
        raise SystemExit(failed[0])
    return [one for one in done if isinstance(one, Run)]


def lines(prefix: Path, n: int, repeat: int, work: Path) -> Iterator[str]:
    """A line for each way to use the cores, without reading and with it."""
    cores = sorted(os.sched_getaffinity(0))
    ways = {"alone": [cores[-1:]], "apart": [[core] for core in cores], "together": [cores]}
    for held in (True, False):
        alone = 0.0
        for name, groups in ways.items():
            turns = [searched(groups, prefix, held, work) for _ in range(repeat)]
            cpu = statistics.median(statistics.mean(one.cpu for one in runs) for runs in turns)
            rate = statistics.median(sum(n / one.wall for one in runs) for runs in turns)
            alone = alone or rate
            told = "in memory" if held else "from a file"
            yield f"{name:10}{told:13}{cpu:9.2f}{rate:12.0f}{rate / alone:8.2f}"


def main(argv: Sequence[str] = ()) -> int:
    """Prints the table; the exit code is 0."""
    parser = argparse.ArgumentParser(
        prog="bench cores", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--n", type=above_zero, default=20_000, help="pages of the pile made")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--pile", type=Path, help="PREFIX of a ready pile instead")
    parser.add_argument("--repeat", type=above_zero, default=1, help="runs of which medians are shown")
    options = parser.parse_args(argv)
    before = machine.load()
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        prefix = options.pile or Path(scratch) / "pile"
        if options.pile is None:
            pile.write(prefix, options.n, options.seed)
        n = len(pile.gold(prefix).families)
        print(f"{n} pages\n{'':23}{'CPU s':>9}{'pages/s':>12}{'times':>8}")
        for line in lines(prefix, n, options.repeat, Path(scratch)):
            print(line, flush=True)
    print(machine.described(before, machine.load()))
    return 0
