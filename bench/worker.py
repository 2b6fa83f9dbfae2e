"""One tool on one pile in a process of its own: `python -P -m bench.worker TOOL PAGES OUT CORES [held]`.

Runs under the Python of the tool's own environment, which has numpy and pyarrow but not samecopy. What is
counted begins after imports and `ready` and ends with the labels: reading the pages is in it. Processor
time is of the process and of all its descendants, those included whose parent did not wait for them (Spark's
Java); peak memory that of the process, or of the largest descendant if that had more, from its start. Linux
only.

A tool is a module of `bench.peers` with

    PACKAGES                     whose versions are printed
    labels(pages, cores, work)   one integer per page of the Parquet file, equal in one family; `work` is an
                                 empty folder
    held(pages)                  optional: the pages in memory, as plain strings or a table of them
    among(held, cores, work)     then, the same labels from those; with `held`, reading is not counted
    ready()                      optional: loads what is compiled or cached once
"""

import ctypes
import importlib
import importlib.metadata
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

_SUBREAPER = 36  # prctl(2): orphaned descendants become children of this process
_PATIENCE = 10.0  # seconds in which helpers that were told to end should have ended

THREADS = ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "NUMBA_NUM_THREADS", "POLARS_MAX_THREADS")


def main(argv: Sequence[str]) -> None:
    """Writes OUT.npy, the labels, and OUT.json, what they cost."""
    tool, pages, out, cores, held = argv[0], Path(argv[1]), Path(argv[2]), int(argv[3]), "held" in argv[4:]
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-cores:])
    os.environ.update(dict.fromkeys(THREADS, str(cores)))
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    module = importlib.import_module(f"bench.peers.{tool}")
    getattr(module, "ready", lambda: None)()
    given, find = (module.held(pages), module.among) if held else (pages, module.labels)
    with tempfile.TemporaryDirectory(dir=out.parent) as work:
        before, begin = _processor(), time.perf_counter()
        found = np.asarray(find(given, cores, Path(work)), dtype=np.int64)
        wall = time.perf_counter() - begin
        _wait_for_all()
        cpu = _processor() - before
    np.save(out.with_suffix(".npy"), found)
    versions = {name: importlib.metadata.version(name) for name in module.PACKAGES}
    cost = {"cpu": cpu, "wall": wall, "peak": _peak(), "versions": versions}
    out.with_suffix(".json").write_text(json.dumps(cost), encoding="utf-8")


def _wait_for_all() -> None:
    """Waits for what children there still are, for they count only then."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.05)
        except ChildProcessError:
            return


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _peak() -> int:
    # Of the process itself not by getrusage: that starts with what the parent held when it was forked.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (own,) = (int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024


if __name__ == "__main__":
    main(sys.argv[1:])
