"""Commands that look into what a run wrote."""

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.pile import jsonl
from tests.cli.terminal import call


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("look")
    called = call("run", jsonl(folder / "p.jsonl"), "--out", folder / "out")
    assert called.code == 0, called.err
    return folder / "out"


@pytest.mark.parametrize("id_", ["a", "s1", "s1/A", "c"])
def test_show_prints_a_page_a_story_or_a_family(out: Path, id_: str) -> None:
    """Each id that the report uses can be shown as text and as JSON."""
    assert call("show", id_, "--out", out).out.strip()
    assert call("show", id_, "--out", out, "--json").json()


def test_show_without_id_lists_what_there_is(out: Path) -> None:
    """Stories and pages are listed by the ids that `show` takes."""
    listed = call("show", "--out", out).out
    assert "s1" in listed
    assert "Mellin Courier" in listed


def test_an_unknown_id_is_no_such_id(out: Path) -> None:
    """Exit code 4 and a hint."""
    called = call("show", "nothing", "--out", out)
    assert called.code == 4
    assert "nothing" in called.err


def test_compare_describes_the_second_page_by_the_first(out: Path) -> None:
    """The first page named is the base, whichever it is."""
    result = call("compare", "b", "a", "--out", out, "--json").json()
    assert result["base"] == "b"
    (witness,) = [w for w in result["witnesses"] if w["page"] == "a"]
    assert len(witness["added"]) == 1
    assert "added" in call("compare", "b", "a", "--out", out).out


def test_compare_of_strangers_finds_nothing_kept(out: Path) -> None:
    """Two pages without common copy keep nothing of each other."""
    result = call("compare", "a", "c", "--out", out, "--json").json()
    (witness,) = [w for w in result["witnesses"] if w["page"] == "c"]
    assert witness["kept"] == []
    assert witness["kept_share"] == 0


def test_export_writes_tables_that_others_read(out: Path, tmp_path: Path) -> None:
    """Parquet, CSV and JSON lines hold the same rows."""
    for form in ("parquet", "csv", "jsonl"):
        called = call("export", "edits", "statements", "--out", out, "--to", tmp_path, "--format", form)
        assert called.code == 0, called.err
    edits = pq.read_table(tmp_path / "edits.parquet")
    assert {"family", "page", "kind", "matters", "before", "after"} <= set(edits.column_names)
    assert len((tmp_path / "edits.jsonl").read_bytes().splitlines()) == edits.num_rows > 0


def test_export_json_prints_rows(out: Path) -> None:
    """With --json the rows go to stdout."""
    rows = call("export", "pages", "--out", out, "--json").json()["pages"]
    assert [r["page"] for r in rows] == ["a", "b", "c"]


def test_looking_where_no_run_wrote_names_the_cure(tmp_path: Path) -> None:
    """Exit code 3 and the command that would write it."""
    called = call("show", "--out", tmp_path)
    assert called.code == 3
    assert "samecopy run" in called.err


def test_show_tells_a_family_against_the_page_named(out: Path) -> None:
    """`--base` changes what the others are described against; the origin stays."""
    family = call("show", "s1/A", "--out", out, "--json").json()
    other = next(page for page in family["pages"] if page != family["base"])
    again = call("show", "s1/A", "--base", other, "--out", out, "--json").json()
    assert (again["base"], again["origin"]) == (other, family["origin"])


def test_the_report_can_be_written_against_the_page_named(out: Path, tmp_path: Path) -> None:
    """`--html` writes the document with that base, and prints where."""
    family = call("show", "s1/A", "--out", out, "--json").json()
    other = next(page for page in family["pages"] if page != family["base"])
    made = tmp_path / "again.html"
    assert call("show", "s1/A", "--base", other, "--html", made, "--out", out).out == f"{made}\n"
    again, first = made.read_text("utf-8"), (out / "report.html").read_text("utf-8")
    (base,) = re.findall("Rows follow the wording of <bdi>(.+?)</bdi>", again)
    assert base not in re.findall("Rows follow the wording of <bdi>(.+?)</bdi>", first)


def test_a_base_outside_the_family_is_no_such_page(out: Path) -> None:
    """Exit code 4; the error names the pages that the family has."""
    called = call("show", "s1/A", "--base", "c", "--out", out)
    assert called.code == 4
    assert "it has" in called.err


def test_a_base_needs_its_family(out: Path) -> None:
    """Exit code 2 where no family is named."""
    assert call("show", "--base", "a", "--out", out).code == 2
