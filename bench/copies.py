"""Finding copies: families, speed and memory beside other tools, on one pile in one run.

    python -m bench copies --n 20000                  beside datasketch
    python -m bench peers --into DIR                  installs the others, once
    python -m bench copies --n 20000 --peers DIR      beside all of them
    python -m bench copies --pile PREFIX              on PREFIX.docs.parquet and PREFIX.gold.parquet

Each tool reads the same Parquet file in a process of its own and ends with families. How each is set, and
what is counted: docs/bench.md.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from bench import machine, pile
from bench.score import CLASSES, attached, claimed, score
from bench.tools import DATASKETCH, OURS, PEERS, NoRun, Run, Tool, python_of, run

ONCE = 0.1
"""A tool that takes longer than this share of the patience is run once only."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians over `runs` runs; `note` says why figures are missing.

    `search` are the CPU seconds with the pages in memory; 0 where that was not asked or the tool takes files
    only.
    """

    name: str
    cores: int
    note: str = ""
    runs: int = 0
    cpu: float = 0.0
    search: float = 0.0
    wall: float = 0.0
    peak: int = 0
    rate: float = 0.0
    pairs: int = 0
    precision: float = 0.0
    recall: float = 0.0
    f1: float = 0.0
    attached: dict[str, float] | None = None
    versions: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """The same for all: where the peers are, how often each is run, how long it may take (wall), and whether
    it runs once more as often with the pages in memory."""

    peers: Path | None
    repeat: int
    patience: float
    held: bool = False


def measured(tool: Tool, prefix: Path, gold: pile.Gold, cores: int, terms: Terms, work: Path) -> Row:
    """One tool on one pile on `cores` cores."""
    python = python_of(tool, terms.peers)
    if isinstance(python, NoRun):
        return Row(tool.name, cores, python.reason)
    runs = _repeated(tool, prefix, cores, terms, python, work, held=False)
    if isinstance(runs, NoRun):
        return Row(tool.name, cores, runs.reason)
    more = terms.held and tool.holds
    again = _repeated(tool, prefix, cores, terms, python, work, held=True) if more else []
    if isinstance(again, NoRun):
        return Row(tool.name, cores, again.reason)
    found = runs[0].labels
    cpu = statistics.median(one.cpu for one in runs)
    return Row(
        tool.name,
        cores,
        "",
        len(runs),
        cpu,
        statistics.median(one.cpu for one in again) if again else 0.0,
        statistics.median(one.wall for one in runs),
        round(statistics.median(one.peak for one in runs)),
        len(found) / cpu,
        claimed(found),
        *score(gold.families, found),
        attached(gold, found),
        runs[0].versions,
    )


def _repeated(
    tool: Tool, prefix: Path, cores: int, terms: Terms, python: Path, work: Path, held: bool
) -> list[Run] | NoRun:
    runs: list[Run] = []
    while len(runs) < terms.repeat and not (runs and runs[-1].wall > ONCE * terms.patience):
        done = run(tool, pile.docs(prefix), cores, terms.patience, python, work, held)
        if isinstance(done, NoRun):
            return done
        runs.append(done)
    return runs


def table(rows: Sequence[Row]) -> str:
    """The rows under a head: seconds, pages per CPU second, peak memory, pairs and how right they are."""
    head = (
        f"{'':12}{'cores':>6}{'runs':>5}{'CPU s':>9}{'held s':>9}{'wall s':>9}{'pages/CPU s':>12}"
        f"{'peak MB':>9}{'pairs':>10}{'P':>8}{'R':>8}{'F1':>8}" + "".join(f"{kind:>8}" for kind in CLASSES)
    )
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    if row.note:
        return f"{row.name:12}{row.cores:6}  {row.note}"
    kinds = row.attached or {}
    shares = "".join(f"{kinds[kind]:8.3f}" if kind in kinds else f"{'-':>8}" for kind in CLASSES)
    held = f"{row.search:9.2f}" if row.search else f"{'-':>9}"
    return (
        f"{row.name:12}{row.cores:6}{row.runs:5}{row.cpu:9.2f}{held}{row.wall:9.2f}{row.rate:12.0f}"
        f"{row.peak / 1e6:9.0f}{row.pairs:10}{row.precision:8.4f}{row.recall:8.4f}{row.f1:8.4f}{shares}"
    )


def compared(rows: Sequence[Row]) -> str:
    """How many times as fast ours is as the fastest peer that finished, on as many cores: with reading, and
    with the pages in memory."""
    done = [row for row in rows if not row.note and row.cores == rows[0].cores]
    ours = [row for row in done if row.name == OURS.name]
    peers = sorted((row for row in done if row.name != OURS.name), key=lambda row: -row.rate)
    if not ours or not peers:
        return ""
    times = ours[0].rate / peers[0].rate
    told = (
        f"The fastest peer was {peers[0].name}; samecopy did {times:.1f} times as many pages per CPU second."
    )
    holding = sorted((row for row in peers if row.search), key=lambda row: row.search)
    if not holding or not ours[0].search:
        return told
    shares = ", ".join(f"{row.search / ours[0].search:.1f} times {row.name}'s" for row in holding)
    return f"{told}\nWith the pages in memory: {shares}."


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(prog="bench copies", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--n", type=above_zero, default=20_000, help="pages in the made pile")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--articles", type=Path, help="Parquet file whose column `text` is the base text")
    parser.add_argument("--pile", type=Path, metavar="PREFIX", help="a ready pile instead of a made one")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="environments made by `bench peers`")
    names = [OURS.name, *(tool.name for tool in PEERS)]
    parser.add_argument("--tools", nargs="+", choices=names, metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--cores", nargs="+", type=above_zero, default=[1], help="cores each may use")
    parser.add_argument("--repeat", type=above_zero, default=3, help="runs of which medians are shown")
    parser.add_argument("--patience", type=float, default=600.0, help="seconds allowed to a run (wall)")
    return parser.parse_args(argv)


def above_zero(text: str) -> int:
    """Reads a whole number of one or more, for argparse."""
    if (value := int(text)) < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def main(argv: Sequence[str] = ()) -> int:
    """Prints the table; the exit code is 0."""
    options = parsed(argv)
    before = machine.load()
    terms = Terms(options.peers, options.repeat, options.patience, held=True)
    wanted = options.tools or [OURS.name, *(t.name for t in (PEERS if options.peers else [DATASKETCH]))]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        prefix = options.pile or work / "pile"
        if not options.pile:
            pile.write(prefix, options.n, options.seed, _base(options.articles))
        gold = pile.gold(prefix)
        print(_pile_line(options, gold), flush=True)
        rows = []
        for cores in options.cores:
            for tool in (tool for tool in (OURS, *PEERS) if tool.name in wanted):
                rows.append(measured(tool, prefix, gold, cores, terms, work))
                print(_line(rows[-1]), file=sys.stderr, flush=True)
    print(machine.described(before, machine.load()))
    print(", ".join(f"{name} {version}" for name, version in _versions(rows).items()))
    print(table(rows))
    if told := compared(rows):
        print(told)
    return 0


def _pile_line(options: argparse.Namespace, gold: pile.Gold) -> str:
    families = {family for family in gold.families if family >= 0}
    base = options.articles.name if options.articles else "invented words"
    made = f"pile {options.pile.name}" if options.pile else f"made with seed {options.seed} from {base}"
    inside = sum(family >= 0 for family in gold.families)
    return f"{len(gold.families)} pages, {inside} of them in {len(families)} families; {made}"


def _versions(rows: Sequence[Row]) -> dict[str, str]:
    return {
        name: version for row in rows for name, version in (row.versions or {}).items() if name != "numpy"
    }


def _base(articles: Path | None) -> list[str] | None:
    if articles is None:
        return None
    texts: list[str] = pq.read_table(articles, columns=["text"])["text"].to_pylist()
    return texts
