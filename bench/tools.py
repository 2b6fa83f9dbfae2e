"""The tools that are compared, their environments, and one run of one of them in a process of its own.

`python -m bench peers --into DIR` makes an environment for each peer: their requirements contradict each
other, and none of them is one of samecopy's.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Tool:
    """A row of the table; `module` lies in `bench.peers`; `requires` is what pip installs for it; `holds`
    says whether it can be given the pages in memory."""

    name: str
    module: str
    requires: tuple[str, ...] = ()
    holds: bool = False


OURS = Tool("samecopy", "samecopy", holds=True)
DATASKETCH = Tool("datasketch", "datasketch", ("datasketch==2.0.0",), holds=True)
PEERS = (
    DATASKETCH,
    Tool("rensa", "rensa", ("rensa==0.5.0",), holds=True),
    Tool("gaoya", "gaoya", ("gaoya==0.2.2",), holds=True),
    Tool("text-dedup", "text_dedup", ("text-dedup==0.4.0",)),
    Tool("datatrove", "datatrove", ("datatrove[io,processing]==0.10.1",)),
    Tool("daft", "daft", ("daft==0.7.26",), holds=True),
    # The package that PyPI calls passim is another project's: never install it by its name.
    Tool(
        "passim",
        "passim",
        (
            "https://github.com/dasmiq/passim/archive/31807a7cc9e05699a36ab6e13e0ea96b6ce5b2ce.zip",
            "graphframes-py==0.12.3",
            "pyspark==4.3.0",
        ),
    ),
)
_COMMON = ("numpy", "pyarrow")
_FAILED = "failed.txt"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run found and cost: labels of pages, CPU and wall seconds, peak bytes, versions."""

    labels: list[int]
    cpu: float
    wall: float
    peak: int
    versions: dict[str, str]


@dataclass(frozen=True, slots=True)
class NoRun:
    """Why there is none."""

    reason: str


def run(
    tool: Tool, pages: Path, cores: int, patience: float, python: Path, work: Path, held: bool = False
) -> Run | NoRun:
    """Lets `tool` find the families of a pile under its own Python; after `patience` seconds it is ended.

    With `held` it has the pages in memory before anything is counted.
    """
    out = work / tool.module
    paths = [str(ROOT), *([str(ROOT / "src")] if tool == OURS else [])]
    command = [
        str(python),
        "-P",
        "-m",
        "bench.worker",
        tool.module,
        str(pages.resolve()),
        str(out),
        str(cores),
        *(["held"] if held else []),
    ]
    process = subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=work,
        start_new_session=True,
    )
    try:
        _, errors = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return NoRun(f"did not finish within {patience:.0f} s")
    if process.returncode:
        return NoRun(f"failed: {_last(errors)}")
    cost = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))
    labels = [int(label) for label in np.load(out.with_suffix(".npy"))]
    return Run(labels, cost["cpu"], cost["wall"], cost["peak"], cost["versions"])


def python_of(tool: Tool, peers: Path | None) -> Path | NoRun:
    """The Python of a tool's environment below `peers`; without it, of ours and of datasketch, this one."""
    if tool == OURS or (peers is None and tool == DATASKETCH):
        return Path(sys.executable)
    if peers is None:
        return NoRun("not asked for: --peers DIR")
    failed = peers / tool.name / _FAILED
    if failed.exists():
        return NoRun(f"could not be installed: {failed.read_text(encoding='utf-8').strip()}")
    python = peers / tool.name / "bin" / "python"
    return (
        python.absolute()
        if python.exists()
        else NoRun(f"not installed: python -m bench peers --into {peers}")
    )


def install(tool: Tool, into: Path) -> str:
    """Makes the environment of a peer; returns why not, or nothing."""
    folder = into / tool.name
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    command = [
        str(folder / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    done = subprocess.run([*command, *_COMMON, *tool.requires], capture_output=True, text=True, check=False)
    if not done.returncode:
        return ""
    reason = _last(done.stderr)
    (folder / _FAILED).write_text(reason, encoding="utf-8")
    return reason


def main(argv: Sequence[str] = ()) -> int:
    """Makes the environments; the exit code is 1 if one could not be made."""
    parser = argparse.ArgumentParser(
        prog="bench peers", description="Installs each peer into an environment of its own."
    )
    parser.add_argument("--into", type=Path, required=True, help="folder for the environments, about 4 GB")
    parser.add_argument("--tools", nargs="+", choices=[tool.name for tool in PEERS], metavar="NAME")
    options = parser.parse_args(argv)
    failures = 0
    for tool in PEERS:
        if options.tools and tool.name not in options.tools:
            continue
        reason = install(tool, options.into)
        print(f"{tool.name:12}{reason or 'installed'}", flush=True)
        failures += bool(reason)
    return 1 if failures else 0


def _last(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if "rror" in line]
    return (errors or lines or ["no reason given"])[-1][:200]
