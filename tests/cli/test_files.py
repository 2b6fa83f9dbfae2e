"""Commands on single files: the handles that others measure by."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.cli.pile import AGENCY, jsonl, rows
from tests.cli.terminal import call


def parquet(path: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(rows()), path)
    return path


def test_families_of_a_parquet_file(tmp_path: Path) -> None:
    """A row an article with its family and its share of it; the pairs with class and aligned spans."""
    out, pairs = tmp_path / "families.parquet", tmp_path / "pairs.parquet"
    called = call("families", parquet(tmp_path / "in.parquet"), "--out", out, "--pairs", pairs)
    assert called.code == 0, called.err
    families = {r["id"]: r for r in pq.read_table(out).to_pylist()}
    assert families["a"]["family"] == families["b"]["family"] != families["c"]["family"]
    assert 0 < families["a"]["witness"] < families["b"]["witness"] <= 1
    (pair,) = [r for r in pq.read_table(pairs).to_pylist() if r["class"] == "copy"]
    assert (pair["a"], pair["b"]) == ("a", "b")
    texts = {r["id"]: r["text"] for r in rows()}
    span = max(pair["spans"], key=lambda s: s["a_end"] - s["a_begin"])
    assert AGENCY[1] in texts["a"][span["a_begin"] : span["a_end"]]
    assert AGENCY[1] in texts["b"][span["b_begin"] : span["b_end"]]


def test_families_read_jsonl_as_well(tmp_path: Path) -> None:
    """The same rows as JSON lines give the same families."""
    call("families", parquet(tmp_path / "in.parquet"), "--out", tmp_path / "1.parquet")
    call("families", jsonl(tmp_path / "in.jsonl"), "--out", tmp_path / "2.parquet")
    assert pq.read_table(tmp_path / "1.parquet").equals(pq.read_table(tmp_path / "2.parquet"))


def test_families_need_unique_ids(tmp_path: Path) -> None:
    """Two rows with one id cannot be told apart in the output: the id is named."""
    called = call("families", jsonl(tmp_path / "in.jsonl", [rows()[0]] * 2), "--out", tmp_path / "o.parquet")
    assert called.code == 2
    assert "'a'" in called.err


def test_stories_of_a_parquet_file(tmp_path: Path) -> None:
    """A row an article with its story."""
    called = call("stories", parquet(tmp_path / "in.parquet"), "--out", tmp_path / "o.parquet")
    assert called.code == 0, called.err
    story = {r["id"]: r["story"] for r in pq.read_table(tmp_path / "o.parquet").to_pylist()}
    assert story["a"] == story["b"] != story["c"]


def test_stories_that_grow_keep_their_keys(tmp_path: Path) -> None:
    """A row an article of the table, with the key of a story that an earlier table began."""
    first = call(
        "stories",
        jsonl(tmp_path / "1.jsonl", rows()[1:]),
        "--index",
        tmp_path / "i",
        "--out",
        tmp_path / "1.parquet",
        "--json",
    ).json()["stories"]
    second = call(
        "stories",
        jsonl(tmp_path / "2.jsonl", rows()[:1]),
        "--index",
        tmp_path / "i",
        "--out",
        tmp_path / "2.parquet",
        "--json",
    ).json()["stories"]
    keys = {row["id"]: row["story"] for row in first}
    assert keys["b"] != keys["c"]
    assert second == [{"id": "a", "story": keys["b"], "formerly": []}]


def test_read_prints_one_object_a_page(tmp_path: Path) -> None:
    """Title, byline, dates, credits, body and what was left out."""
    page = tmp_path / "page.html"
    body = "".join(f"<p>{p}</p>" for p in AGENCY)
    page.write_text(
        "<html lang=en><head><title>Harbour bridge to close | Mellin Courier</title>"
        '<meta property="article:published_time" content="2026-05-05T06:12:00Z"></head>'
        f"<body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><h1>Harbour bridge to close</h1>"
        f"<article>{body}</article><footer>© Mellin Courier</footer></body></html>",
        encoding="utf-8",
    )
    read = call("read", page, "--json").json()
    assert read["title"] == "Harbour bridge to close"
    assert read["published"].startswith("2026-05-05T06:12:00")
    assert read["body"] == AGENCY
    assert {"byline", "outlet", "modified", "language", "credits", "dateline", "furniture", "read_by"} <= set(
        read
    )


def test_read_prints_a_rejection_with_its_reason(tmp_path: Path) -> None:
    """A page that cannot be read is an object too."""
    (tmp_path / "empty.html").write_bytes(b"")
    read = call("read", tmp_path / "empty.html", "--json").json()
    assert read["reason"] == "empty"


def test_times_of_a_text(tmp_path: Path) -> None:
    """Spans with TIMEX type and ISO value, counted from the day of publication."""
    file = tmp_path / "text.txt"
    file.write_text("The bridge closes tomorrow and opens on 16 May.", encoding="utf-8")
    found = call("times", "--published", "2026-05-06", file, "--json").json()
    assert [(t["text"], t["type"], t["value"]) for t in found] == [
        ("tomorrow", "DATE", "2026-05-07"),
        ("16 May", "DATE", "2026-05-16"),
    ]
    assert found[0]["begin"] == 18


def test_statements_of_a_text() -> None:
    """Spans of content, cue and source; `-` is standard input."""
    text = "“The bridge is safe,” said Ines Koval, the authority’s director."
    (found,) = call("statements", "-", "--published", "2026-05-06", "--json", stdin=text.encode()).json()
    assert found["kind"] == "direct"
    assert found["content"][0]["text"].rstrip(",") == "The bridge is safe"
    assert found["cue"]["text"] == "said"
    assert "Ines Koval" in found["source"]["text"]


def test_statements_left_out_are_counted_beside_the_output() -> None:
    """Those that are too uncertain are not printed; how many there were stands on stderr."""
    called = call("statements", "-", stdin=b"Ines Koval backed the pump.")
    assert called.out == ""
    assert called.err == "1 statement left out as too uncertain\n"


def test_a_wrong_date_is_an_input_error(tmp_path: Path) -> None:
    """A day that is no ISO date is named with the form that is wanted."""
    file = tmp_path / "text.txt"
    file.write_text("Tomorrow.", encoding="utf-8")
    called = call("times", "--published", "6 May", file)
    assert called.code == 2
    assert "2026-03-12" in called.err


def test_a_row_without_text_shares_nothing(tmp_path: Path) -> None:
    """One null text does not stop a corpus."""
    table = pa.Table.from_pylist([*rows(), {**rows()[0], "id": "none", "text": None}])
    pq.write_table(table, tmp_path / "in.parquet")
    called = call("families", tmp_path / "in.parquet", "--out", tmp_path / "out.parquet")
    assert called.code == 0, called.err
    (row,) = [r for r in pq.read_table(tmp_path / "out.parquet").to_pylist() if r["id"] == "none"]
    assert row["family"] == "none"


def test_types_of_columns_do_not_depend_on_the_rows(tmp_path: Path) -> None:
    """A table without rows gives a table without rows, with the same types."""
    pq.write_table(pa.Table.from_pylist(rows()).slice(0, 0), tmp_path / "in.parquet")
    call("families", tmp_path / "in.parquet", "--out", tmp_path / "none.parquet")
    call("families", parquet(tmp_path / "rows.parquet"), "--out", tmp_path / "some.parquet")
    assert pq.read_schema(tmp_path / "none.parquet").equals(pq.read_schema(tmp_path / "some.parquet"))
