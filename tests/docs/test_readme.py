"""The README shows what a run prints and what the pins hold, and its Python runs."""

import contextlib
import re
import shutil
from pathlib import Path

from tests.docs.journey import ROOT
from tests.docs.readme import FILE, filled

TEXT = FILE.read_text(encoding="utf-8")


def test_output_and_figures_are_the_actual_ones() -> None:
    """`python -m tests.docs.readme` would change nothing."""
    assert filled(TEXT) == TEXT


def test_the_two_commands_are_targets() -> None:
    """`make demo` and `make test` stand in the Makefile."""
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"demo", "test", "eval", "bench"} <= set(targets)


def test_the_python_example_runs(tmp_path: Path) -> None:
    """The code block of the README does what it says, in a folder where the example lies."""
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    with contextlib.chdir(tmp_path):
        exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "demo-out" / "report.html").exists()


def test_the_picture_is_there() -> None:
    """The picture that the README shows lies beside it."""
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert (ROOT / picture).stat().st_size > 10_000
