"""The whole `samecopy run` as a person meets it: start-up, work, report, on a small pile."""

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "ceasefire-talks" / "pages"


def seconds(pile: Path, out: Path, fresh: bool) -> tuple[float, float]:
    """Wall and CPU seconds of one run; `fresh` without an earlier store."""
    if fresh:
        shutil.rmtree(out, ignore_errors=True)
    before, begin = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "samecopy", "run", str(pile), "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - begin, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def main(argv: Sequence[str] = ()) -> int:
    """Prints median and least of several runs with warm caches: fresh stores, then one that is up to date."""
    parser = argparse.ArgumentParser(prog="bench start", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pile", type=Path, default=EXAMPLE, help="pages to run on")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        seconds(options.pile, out, fresh=True)  # compiles and caches what is compiled once
        for name, fresh in (("fresh store", True), ("up to date", False)):
            runs = [seconds(options.pile, out, fresh) for _ in range(options.runs)]
            wall, cpu = zip(*runs, strict=True)
            print(
                f"samecopy run {options.pile.name}, {name}: wall {statistics.median(wall):.2f} s "
                f"(least {min(wall):.2f}), CPU {statistics.median(cpu):.2f} s, {options.runs} runs"
            )
    if importlib.util.find_spec("scipy"):  # as datasketch brings it
        print("scipy is installed here, and numba loads it: a plain install has none")
    return 0
