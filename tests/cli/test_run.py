"""`samecopy run`: the main job, from a pile to a report."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from samecopy.records import Article, StatementMention
from samecopy.stages import account
from samecopy.store import Store
from tests.cli.pile import AGENCY, jsonl, row, rows
from tests.cli.terminal import call
from tests.store.test_results import file_size_limit


def test_a_run_tells_copies_and_stories(tmp_path: Path) -> None:
    """Two outlets with one copy are one origin; another matter is another story."""
    called = call("run", jsonl(tmp_path / "pile.jsonl"), "--out", tmp_path / "out", "--json")
    result = called.json()
    assert called.code == 0
    assert [story["pages"] for story in result["stories"]] == [["a", "b"], ["c"]]
    assert result["stories"][0]["origins_at_most"] == 1
    (witness,) = [w for w in result["stories"][0]["families"][0]["witnesses"] if w["page"] == "b"]
    assert len(witness["cut"]) == 1
    dates = {(e["before"], e["after"], e["same_day"]) for e in witness["edits"] if e["kind"] == "date_form"}
    assert ("Thursday", "tomorrow", "2026-05-07") in dates


def test_a_run_writes_its_files(tmp_path: Path) -> None:
    """Store, report, result and tables lie in the output directory, and nothing half-written."""
    out = tmp_path / "out"
    call("run", jsonl(tmp_path / "pile.jsonl"), "--out", out)
    assert {p.name for p in out.iterdir()} == {"store.duckdb", "report.html", "result.json", "tables"}
    tables = {p.stem for p in (out / "tables").glob("*.parquet")}
    assert {"pages", "articles", "families", "edits", "statements", "events", "figures", "rejected"} <= tables


def test_the_summary_answers_the_question(tmp_path: Path) -> None:
    """The first lines say how many pages, stories and origins there are; chatter is not on stdout."""
    called = call("run", jsonl(tmp_path / "pile.jsonl"), "--out", tmp_path / "out")
    assert called.out.splitlines()[0] == "3 pages, 3 outlets → 2 stories"
    assert "at most 1 independent origin" in called.out
    assert called.err == ""


def test_the_printed_json_is_the_written_one(tmp_path: Path) -> None:
    """`--json` prints the same object as result.json."""
    called = call("run", jsonl(tmp_path / "pile.jsonl"), "--out", tmp_path / "out", "--json")
    assert called.out.rstrip("\n") == (tmp_path / "out" / "result.json").read_text(encoding="utf-8").rstrip(
        "\n"
    )


def test_the_order_of_input_does_not_matter(tmp_path: Path) -> None:
    """Equal pages give byte-identical results, in any order and from one file or several."""
    one = call("run", jsonl(tmp_path / "p.jsonl"), "--out", tmp_path / "o1", "--json").json()
    parts = [jsonl(tmp_path / f"{i}.jsonl", [r]) for i, r in enumerate(reversed(rows()))]
    other = call("run", *parts, "--out", tmp_path / "o2", "--json").json()
    for result in (one, other):
        for page in result["pages"]:
            page["locator"] = ""
    assert one == other


def test_a_second_run_does_only_new_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that were read are not read again; a new page is."""
    pile, out = jsonl(tmp_path / "p.jsonl", rows()[:2]), tmp_path / "out"
    call("run", pile, "--out", out)
    with Store(out / "store.duckdb") as store:
        before = store.markers("mentions")
    jsonl(pile, rows())
    read: list[str] = []
    keep = Store.keep

    def noting(self: Store, done: object) -> None:
        batch = list(done)  # type: ignore[call-overload]
        read.extend(w.key for w in batch if w.step in ("read", "mentions"))
        keep(self, batch)

    monkeypatch.setattr(Store, "keep", noting)
    call("run", pile, "--out", out)
    assert set(read) == {"c"}
    with Store(out / "store.duckdb") as store:
        assert before.items() <= store.markers("mentions").items()


def test_a_copy_that_only_cuts_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its statements are those of the same words in the fuller page, at their own places."""
    full = row("a", "Mellin Courier", "2026-05-05", "Bridge to close", AGENCY)
    cut = row("b", "Evening Lantern", "2026-05-05", "Nine days", AGENCY[:3] + AGENCY[4:])
    read: list[str] = []
    reading = account.read_mentions

    def noting(article: Article, *rest: Any) -> account.Mentions:
        read.append(article.page)
        return reading(article, *rest)

    monkeypatch.setattr(account, "read_mentions", noting)
    out = tmp_path / "out"
    call("run", jsonl(tmp_path / "p.jsonl", [full, cut]), "--out", out)
    assert read == ["a"]
    with Store(out / "store.duckdb") as store:
        texts = {a.page: a.text for a in store.rows(Article)}
        said = [(m.page, m.content[0].of(texts[m.page])) for m in store.rows(StatementMention)]
    assert [words for page, words in said if page == "a"] == [words for page, words in said if page == "b"]


def test_a_story_keeps_its_key_when_an_earlier_page_joins(tmp_path: Path) -> None:
    """A page with a lesser id comes in a second run, and the link of the first still leads to the story."""
    pile, out = jsonl(tmp_path / "p.jsonl", rows()[1:]), tmp_path / "out"
    first = call("run", pile, "--out", out, "--json").json()
    key = next(story["key"] for story in first["stories"] if "b" in story["pages"])
    jsonl(pile, rows())
    second = call("run", pile, "--out", out, "--json").json()
    assert {story["key"]: story["pages"] for story in second["stories"]}[key] == ["a", "b"]


def test_results_inside_the_pile_are_not_read_as_pages(tmp_path: Path) -> None:
    """The output directory may lie in the pile, and others beside it: what runs wrote there is no page."""
    jsonl(tmp_path / "p.jsonl")
    first = call("run", tmp_path, "--out", tmp_path / "out", "--json")
    again = call("run", tmp_path, "--out", tmp_path / "out", "--json")
    other = call("run", tmp_path, "--out", tmp_path / "other", "--json")
    assert first.out == again.out == other.out


def test_the_pile_is_no_place_for_the_results(tmp_path: Path) -> None:
    """Pages and results in one directory would be mixed up: another one is asked for, nothing is written."""
    jsonl(tmp_path / "p.jsonl")
    called = call("run", tmp_path, "--out", tmp_path)
    assert called.code == 2
    assert "choose another" in called.err
    assert [p.name for p in tmp_path.iterdir()] == ["p.jsonl"]


def test_a_pile_of_none_leaves_the_earlier_results(tmp_path: Path) -> None:
    """An empty pile named by mistake does not wipe what an earlier run told."""
    (tmp_path / "empty").mkdir()
    call("run", jsonl(tmp_path / "p.jsonl"), "--out", tmp_path / "out")
    assert call("run", tmp_path / "empty", "--out", tmp_path / "out").code == 2
    assert len(call("show", "--out", tmp_path / "out", "--json").json()["pages"]) == 3


def test_tables_that_cannot_be_written_are_a_store_error(tmp_path: Path) -> None:
    """A file where the tables' folder should be is named."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "tables").write_text("a file")
    called = call("run", jsonl(tmp_path / "p.jsonl"), "--out", out)
    assert called.code == 3
    assert "cannot write" in called.err


def test_a_pile_of_one_page_is_one_report(tmp_path: Path) -> None:
    """One page is one story of one origin at most."""
    result = call("run", jsonl(tmp_path / "p.jsonl", rows()[:1]), "--out", tmp_path / "o", "--json").json()
    assert [s["origins_at_most"] for s in result["stories"]] == [1]
    assert result["stories"][0]["families"] == []


def test_a_pile_of_none_says_what_to_do(tmp_path: Path) -> None:
    """An empty directory is an error of the input with its cure."""
    (tmp_path / "pile").mkdir()
    called = call("run", tmp_path / "pile", "--out", tmp_path / "out")
    assert called.code == 2
    assert "no pages in" in called.err
    assert called.out == ""


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    """A path that is not there is an error of the input."""
    called = call("run", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert called.code == 2
    assert "nowhere" in called.err


def test_unreadable_pages_are_rows_with_a_reason(tmp_path: Path) -> None:
    """Broken pages do not stop a pile: they are counted and listed."""
    pile = tmp_path / "pile"
    pile.mkdir()
    jsonl(pile / "p.jsonl")
    (pile / "empty.html").write_bytes(b"")
    (pile / "binary.txt").write_bytes(bytes(range(256)) * 50)
    result = call("run", pile, "--out", tmp_path / "out", "--json").json()
    assert {r["page"] for r in result["rejected"]} == {"empty.html", "binary.txt"}
    assert len(result["pages"]) == 3
    listed = call("rejected", "--out", tmp_path / "out").out
    assert "empty.html\tempty\t" in listed


def test_without_dates_days_are_inferred_from_aligned_witnesses(tmp_path: Path) -> None:
    """A page without a date learns its day where its "tomorrow" stands for a dated page's "Thursday"."""
    chosen = rows()[:2]
    chosen[1]["published"] = ""
    result = call("run", jsonl(tmp_path / "p.jsonl", chosen), "--out", tmp_path / "o", "--json").json()
    closing = [e for e in result["stories"][0]["events"] if e["when"] == "2026-05-07"]
    assert closing
    assert {"a", "b"} <= set(closing[0]["pages"])
    (page,) = [p for p in result["pages"] if p["id"] == "b"]
    assert page["published"] == "2026-05-06"
    assert page["published_evidence"].startswith("inferred: ")
    assert any("inferred" in line for line in result["stories"][0]["not_seen"])


def test_a_given_date_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Abstaining is right, silence is not: a warning names page and date."""
    chosen = rows()
    chosen[2]["published"] = "03/04/26"
    result = call("run", jsonl(tmp_path / "p.jsonl", chosen), "--out", tmp_path / "o", "--json").json()
    (warning,) = result["warnings"]
    assert warning == "c: the given date '03/04/26' is not ISO 8601; taken as no date"


def test_a_story_without_headlines_is_called_by_its_first_words(tmp_path: Path) -> None:
    """No headline anywhere: the story still has a name."""
    chosen = [{**r, "title": ""} for r in rows()[:1]]
    result = call("run", jsonl(tmp_path / "p.jsonl", chosen), "--out", tmp_path / "o", "--json").json()
    assert result["stories"][0]["title"] == "The harbour bridge at Mellin will close for …"


def test_a_full_disk_keeps_the_earlier_store(tmp_path: Path) -> None:
    """When the disk fills up the run says so, and what an earlier run told can still be shown."""
    pile, out = jsonl(tmp_path / "p.jsonl"), tmp_path / "out"
    call("run", pile, "--out", out)
    many = [
        row(f"n{i}", f"Outlet {i}", "2026-05-05", f"Page {i}", [f"{p} {i}" for p in AGENCY])
        for i in range(300)
    ]
    jsonl(pile, many)
    with file_size_limit((out / "store.duckdb").stat().st_size + 65536):
        called = call("run", pile, "--out", out)
    assert called.code == 3
    assert "full" in called.err
    assert [p["id"] for p in call("show", "--out", out, "--json").json()["pages"]] == ["a", "b", "c"]


def test_ctrl_c_keeps_what_was_done(tmp_path: Path) -> None:
    """An interrupted run exits with 130, its store is consistent, and the same command goes on."""
    many = [_own(i) for i in range(250)]
    pile, out = jsonl(tmp_path / "p.jsonl", many), tmp_path / "out"
    command = [sys.executable, "-m", "samecopy", "run", str(pile), "--out", str(out)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while _size(out) < 100_000 and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert b"interrupted" in err
    with Store(out / "store.duckdb") as opened:
        assert opened.markers("read")
    again = call("run", pile, "--out", out, "--json")
    assert again.code == 0
    assert len(again.json()["pages"]) == 250


def _own(i: int) -> dict[str, str]:
    """A page whose words are no other page's."""
    words = " ".join(AGENCY).split()
    text = [
        " ".join(f"{w.strip('.,')}{i}" for w in words[n : n + 30]) + "." for n in range(0, len(words), 30)
    ]
    return row(f"n{i}", f"Outlet {i}", "2026-05-05", f"Page {i}", text)


def _size(out: Path) -> int:
    return sum(os.path.getsize(p) for p in out.glob("store.duckdb*"))


def test_a_page_that_the_account_fails_on_does_not_stop_the_pile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its copies count and a warning names it; the other pages keep their statements."""
    read = account.read_mentions

    def failing(article: Article, *rest: Any) -> account.Mentions:
        if article.page == "b":
            raise ValueError("odd")
        return read(article, *rest)

    monkeypatch.setattr(account, "read_mentions", failing)
    result = call("run", jsonl(tmp_path / "p.jsonl"), "--out", tmp_path / "o", "--json").json()
    assert result["stories"][0]["pages"] == ["a", "b"]
    assert result["stories"][0]["statements"]
    assert len(result["warnings"]) == 1
    assert result["warnings"][0].startswith("b: its statements could not be read (ValueError)")
