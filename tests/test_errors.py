"""Errors are ours, each with its exit code and its cure; none of a dependency's gets out."""

import re
from pathlib import Path

import pytest

from samecopy import errors
from samecopy.errors import SamecopyError, UnreadablePage
from tests.cli.pile import jsonl
from tests.cli.terminal import call

TREE = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, SamecopyError)]


@pytest.mark.parametrize("error", TREE, ids=lambda e: e.__name__)
def test_the_tree_is_drawn(error: type[SamecopyError]) -> None:
    """Every error stands in the docstring's tree; one with its own code, with that code."""
    line = re.search(rf"^.*\b{error.__name__}\b.*$", errors.__doc__ or "", re.MULTILINE)
    assert line
    if "exit_code" in vars(error) and error is not SamecopyError:
        assert line[0].rstrip().endswith(f"exit {error.exit_code}")


def test_an_unreadable_page_knows_its_reason() -> None:
    """The short code and the sentence are kept apart."""
    error = UnreadablePage("empty", "a.html: the file is empty")
    assert (error.reason, str(error)) == ("empty", "a.html: the file is empty")


BROKEN = {
    "broken.parquet": b"PAR1 and then nothing of the kind PAR1",
    "broken.jsonl": b'{"text": \n[1, 2]\n"just a string"\n{"text": 5}\n',
    "broken.jsonl.gz": b"\x1f\x8b\x08\x00 not a stream",
    "broken.csv": b'text,url\n"never closed',
    "foreign.csv": b"colour,size\nred,4\n",
    "broken.html": b"<html><body><p>" + b"<div>" * 5000 + bytes(range(256)),
    "nul.txt": b"A line.\x00\x00 And another.\n" * 40,
    "broken.mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
    "utf16.txt": "Ein Satz mit Umlaut: Brücke. ".encode("utf-16") * 30,
}


@pytest.mark.parametrize("name", sorted(BROKEN))
@pytest.mark.parametrize("command", ["run", "read"])
def test_broken_files_never_end_in_a_traceback(tmp_path: Path, command: str, name: str) -> None:
    """Whatever a parser throws becomes a rejected row or a sentence."""
    (tmp_path / name).write_bytes(BROKEN[name])
    rest = ["--out", str(tmp_path / "out")] if command == "run" else []
    assert call(command, tmp_path / name, *rest, "--json").code in (0, 2)


@pytest.mark.parametrize("name", ["broken.parquet", "broken.jsonl", "foreign.csv", "broken.html"])
@pytest.mark.parametrize("command", ["families", "stories"])
def test_broken_tables_are_input_errors(tmp_path: Path, command: str, name: str) -> None:
    """A table that cannot be read whole is refused with a sentence: half of it would give wrong families."""
    (tmp_path / name).write_bytes(BROKEN[name])
    called = call(command, tmp_path / name, "--out", tmp_path / "out.parquet")
    assert called.code == 2
    assert called.err.startswith("samecopy: ")


@pytest.mark.parametrize("command", ["times", "statements"])
def test_texts_of_any_bytes_can_be_read(tmp_path: Path, command: str) -> None:
    """Bytes that are no text give nothing, not a traceback."""
    (tmp_path / "any").write_bytes(bytes(range(256)) * 20)
    assert call(command, tmp_path / "any", "--json").code == 0


def test_a_place_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    """An output directory below a file cannot be made, and the error says what to do."""
    (tmp_path / "file").write_text("x")
    called = call("run", jsonl(tmp_path / "p.jsonl"), "--out", tmp_path / "file" / "out")
    assert called.code == 3
    assert "choose another --out" in called.err


def test_a_foreign_store_is_a_store_error(tmp_path: Path) -> None:
    """A file of something else at the store's place is named and left as it is."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "store.duckdb").write_bytes(b"no database" * 500)
    called = call("run", jsonl(tmp_path / "p.jsonl"), "--out", out)
    assert called.code == 3
    assert (out / "store.duckdb").read_bytes().startswith(b"no database")


def test_an_unknown_option_is_a_usage_error() -> None:
    """Exit code 2, and the message names the option."""
    called = call("run", "--no-such-option")
    assert called.code == 2
    assert "no such option" in called.err.lower()
