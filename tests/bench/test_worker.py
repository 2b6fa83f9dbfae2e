"""What a run of a tool counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bench.tools import ROOT

ORPHAN = """
import os, time
PACKAGES = ("numpy",)
def labels(pages, cores, work):
    assert len(os.sched_getaffinity(0)) == cores
    if os.fork() == 0:
        if os.fork() == 0:
            while time.process_time() < 0.1:
                pass
        os._exit(0)
    return [7, 8, 7]
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outcome of a tool that leaves work to a process which it does not wait for."""
    folder = tmp_path_factory.mktemp("worker")
    (folder / "bench" / "peers").mkdir(parents=True)
    (folder / "bench" / "peers" / "orphan.py").write_text(ORPHAN, encoding="utf-8")
    command = [sys.executable, "-P", "-m", "bench.worker", "orphan", "none", str(folder / "out"), "1"]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(folder)])}
    subprocess.run(command, env=env, check=True)
    return folder / "out"


def test_the_work_of_orphans_counts(out: Path) -> None:
    """Their processor time too, though their parent has ended."""
    assert json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))["cpu"] >= 0.1


def test_labels_and_versions_are_kept(out: Path) -> None:
    """As the tool gave them."""
    assert np.load(out.with_suffix(".npy")).tolist() == [7, 8, 7]
    assert json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))["versions"] == {
        "numpy": np.__version__
    }


def test_memory_is_that_of_the_process(out: Path) -> None:
    """In bytes, and not that of the process which started it."""
    peak = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))["peak"]
    assert 5_000_000 < peak < 200_000_000
