"""Progress is for people at a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.cli.pile import jsonl


def test_bars_on_a_terminal(tmp_path: Path) -> None:
    """With stderr on a terminal each step is named while it runs; stdout holds the result alone."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "samecopy", "run", str(jsonl(tmp_path / "p.jsonl")), "--out", "out"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        seen = _all(ours)  # while it runs: a terminal that nobody reads holds up who writes to it
        told, _ = process.communicate()
    assert process.returncode == 0
    assert "reading pages" in seen
    assert "finding copies" in seen
    assert told.decode().startswith("3 pages")


def test_silence_in_a_pipe(tmp_path: Path) -> None:
    """With stderr in a pipe nothing is written to it."""
    command = [sys.executable, "-m", "samecopy", "run", str(jsonl(tmp_path / "p.jsonl")), "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stderr == b""


def _all(descriptor: int) -> str:
    """What was written to a terminal whose other end is closed."""
    parts = []
    try:
        while part := os.read(descriptor, 65536):
            parts.append(part)
    except OSError:  # how Linux ends a terminal that nobody writes to any more
        pass
    finally:
        os.close(descriptor)
    return b"".join(parts).decode(errors="replace")
