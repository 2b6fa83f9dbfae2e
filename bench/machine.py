"""On what a figure was measured."""

import os
import platform
from pathlib import Path

BUSY = 0.5
"""Load per core from which on wall time says little."""


def load() -> float:
    """Processes that ran or waited to run, on average over the last minute."""
    return os.getloadavg()[0]


def described(before: float, after: float) -> str:
    """A line on processor, cores, system and load, and a second one where other work was going on.

    `before` is the load when the measuring began.
    """
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    cores = os.cpu_count() or 1
    told = (
        f"{model or platform.processor() or 'unknown processor'}, {cores} cores, {platform.system()}, "
        f"Python {platform.python_version()}; load {before:.2f} at the start, {after:.2f} at the end"
    )
    if before > BUSY * cores:
        told += "\nThe machine was busy with other work: wall times are too long, CPU times somewhat."
    return told
