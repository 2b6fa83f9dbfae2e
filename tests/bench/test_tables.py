"""`python -m bench`: its help, its tables on a tiny pile, and what it says of a tool that did not run."""

import doctest
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from bench import growth, index, pile, score, tools
from bench.__main__ import PARTS
from bench.__main__ import main as bench
from bench.copies import Row, compared
from bench.peers import common


@pytest.mark.parametrize("part", list(PARTS))
def test_each_part_has_help(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It names its options and ends well."""
    with pytest.raises(SystemExit) as ended:
        bench([part, "--help"])
    assert ended.value.code == 0
    assert f"usage: bench {part}" in capsys.readouterr().out


def test_the_help_names_the_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m bench --help` tells what there is."""
    assert bench(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n{part}" in told for part in PARTS)


def test_a_tiny_pile_gives_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """Ours finds all families of 40 pages; machine, versions and seed are told."""
    assert bench(["copies", "--n", "40", "--repeat", "1", "--tools", "samecopy", "--seed", "3"]) == 0
    out = capsys.readouterr().out
    (row,) = (line.split() for line in out.splitlines() if line.startswith("samecopy  "))
    assert row[1:3] == ["1", "1"]
    assert row[9:12] == ["1.0000", "1.0000", "1.0000"]
    assert "40 pages" in out
    assert "seed 3" in out
    assert "at the start" in out


@pytest.mark.skipif(importlib.util.find_spec("datasketch") is None, reason="datasketch is not installed")
def test_datasketch_runs_here(capsys: pytest.CaptureFixture[str]) -> None:
    """It needs no environment of its own, and finds no pages alike that are not."""
    assert bench(["copies", "--n", "40", "--repeat", "1", "--tools", "datasketch"]) == 0
    (row,) = (
        line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("datasketch  ")
    )
    assert row[9] == "1.0000"


def test_ours_is_compared_with_the_fastest_peer() -> None:
    """Those that did not finish do not count, nor do runs on more cores."""
    ours, slow = Row("samecopy", 1, rate=90.0), Row("one", 1, rate=10.0)
    fast, failed = Row("two", 1, rate=30.0), Row("three", 1, "failed: no memory", rate=99.0)
    two_cores = Row("four", 2, rate=80.0)
    told = compared([ours, slow, fast, failed, two_cores])
    assert told == "The fastest peer was two; samecopy did 3.0 times as many pages per CPU second."
    assert compared([ours, failed]) == ""


def test_ours_is_compared_with_the_pages_in_memory() -> None:
    """With every peer that can be given them there."""
    ours = Row("samecopy", 1, rate=90.0, search=2.0)
    peers = [Row("one", 1, rate=10.0, search=60.0), Row("two", 1, rate=30.0)]
    told = compared([ours, *peers])
    assert told.endswith("\nWith the pages in memory: 30.0 times one's.")


def test_a_ready_pile_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A peer that is not there is said so, and fails nothing."""
    pile.write(tmp_path / "p", 20, 5)
    peers = str(tmp_path / "none")
    assert bench(["copies", "--pile", str(tmp_path / "p"), "--tools", "rensa", "--peers", peers]) == 0
    out = capsys.readouterr().out
    assert "pile p" in out
    assert "not installed: python -m bench peers --into" in out


def test_why_a_peer_could_not_be_installed_is_told(tmp_path: Path) -> None:
    """The reason that the installing left behind."""
    tool = tools.PEERS[0]
    (tmp_path / tool.name).mkdir()
    (tmp_path / tool.name / "failed.txt").write_text("no wheel for this system\n", encoding="utf-8")
    found = tools.python_of(tool, tmp_path)
    assert found == tools.NoRun("could not be installed: no wheel for this system")


def test_a_tool_without_end_is_ended(tmp_path: Path) -> None:
    """After the patience given it has no figures but a reason."""
    pile.write(tmp_path / "p", 20, 5)
    done = tools.run(tools.OURS, pile.docs(tmp_path / "p"), 1, 0.01, Path(sys.executable), tmp_path)
    assert isinstance(done, tools.NoRun)
    assert "did not finish" in done.reason


def test_a_tool_that_fails_tells_why(tmp_path: Path) -> None:
    """The last line of its error."""
    nobody = tools.Tool("nobody", "nobody")
    done = tools.run(nobody, tmp_path / "none.parquet", 1, 60.0, Path(sys.executable), tmp_path)
    assert done == tools.NoRun("failed: ModuleNotFoundError: No module named 'bench.peers.nobody'")


def test_growth_tells_each_size_and_the_exponent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pile per size is made where asked; twice the pages at four times the cost make 2."""

    def squared(tool: tools.Tool, prefix: Path, gold: pile.Gold, *_: object) -> Row:
        n = len(gold.families)
        return Row(tool.name, 1, cpu=float(n * n), peak=n)

    monkeypatch.setattr(growth, "measured", squared)
    assert bench(["growth", "--sizes", "20", "40", "--into", str(tmp_path)]) == 0
    assert "power of 2.00 (CPU) and 1.00 (peak memory)" in capsys.readouterr().out
    assert pile.complete(tmp_path / "made-40-11")


def test_one_size_has_no_exponent() -> None:
    """A line takes two points."""
    assert "two sizes" in growth.fitted([growth.Grown(20, Row("samecopy", 1, cpu=1.0, peak=1))])


def test_the_exponent_of_a_power_is_that_power() -> None:
    """Whatever the factor before it."""
    sizes = [100.0, 1_000.0, 5_000.0]
    assert growth.exponent(sizes, [3 * size**1.5 for size in sizes]) == pytest.approx(1.5)


@pytest.mark.parametrize("module", [score, growth, common])
def test_examples_hold(module: ModuleType) -> None:
    """The examples in the docstrings give what they say."""
    done = doctest.testmod(module)
    assert done.attempted
    assert not done.failed


def test_an_index_tells_what_a_batch_costs(capsys: pytest.CaptureFixture[str]) -> None:
    """A line per size and batch, beside the cost at the smallest size."""
    assert bench(["index", "--sizes", "60", "90", "--batch", "20"]) == 0
    out = capsys.readouterr().out
    assert out.count("+ 20 fresh") == out.count("+ 20 known") == 2
    assert out.count(" 1.00 times") >= 2


def test_what_there_is_to_find_is_the_same_at_every_size() -> None:
    """No page is dealt twice; families of a batch stand in the smallest index wholly, or in none."""
    families = np.repeat(
        np.append(np.full(60, -1), np.arange(20)), np.append(np.ones(60, np.int64), [3] * 20)
    )
    dealt = index.laid(families, 40, 10, 3)
    parts = dealt.core, dealt.more, dealt.fresh, dealt.known, dealt.anywhere
    rows = np.concatenate(parts)
    assert len(set(rows.tolist())) == len(rows)
    assert [len(part) for part in (dealt.core, dealt.fresh, dealt.known, dealt.anywhere)] == [40, 10, 10, 10]
    core, more, fresh, known, _ = (set(families[part].tolist()) - {-1} for part in parts)
    assert known
    assert not known & (more | fresh)
    assert not fresh & (core | more)
