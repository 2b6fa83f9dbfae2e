"""The actual rows that ARCHITECTURE.md shows: one page of the example, followed through every table.

`python -m tests.docs.journey` writes them into the file; a test holds the file to them.
"""

import contextlib
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from samecopy import views
from samecopy.store import Store
from tests.example.conftest import EXAMPLE, told

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "ARCHITECTURE.md"
PAGE = "kardova-today.html"

_BLOCK = re.compile(r"<!-- row: (?P<name>\w+) -->\n```json\n.*?```", re.DOTALL)

Row = Mapping[str, object]

# Which row of each table tells of the page.
CHOSEN: dict[str, Callable[[Row], bool]] = {
    "pages": lambda r: r["page"] == PAGE,
    "rejected": lambda r: True,
    "articles": lambda r: r["page"] == PAGE,
    "pairs": lambda r: r["b"] == PAGE,
    "passages": lambda r: r["b"] == PAGE and not r["verbatim"],
    "memberships": lambda r: r["page"] == PAGE,
    "rows": lambda r: r["id"] == "p19",
    "witnesses": lambda r: r["page"] == PAGE,
    "edits": lambda r: r["page"] == PAGE and r["matters"] is True,
    "stories": lambda r: r["id"] == "s1",
    "statement_mentions": lambda r: r["page"] == PAGE,
    "event_mentions": lambda r: r["page"] == PAGE and r["when"] == "2026-03-26",
    "figure_mentions": lambda r: r["page"] == PAGE and r["giver"] is not None,
    "statements": lambda r: PAGE in _list(r["pages"]) and len(_list(r["pages"])) > 4,
    "events": lambda r: PAGE in _list(r["pages"]) and r["when"] == "2026-03-26",
    "figures": lambda r: PAGE in _list(r["pages"]),
}


def blocks() -> dict[str, str]:
    """Table name → the chosen row as abridged JSON."""
    with tempfile.TemporaryDirectory() as folder:
        with contextlib.chdir(ROOT):  # locators are as they were named
            told(EXAMPLE.relative_to(ROOT), out=Path(folder))
        with Store(views.store_in(Path(folder)), read_only=True) as store:
            tables = views.tables(store, list(CHOSEN))
    found = {}
    for name, wanted in CHOSEN.items():
        row = next(r for r in tables[name].to_pylist() if wanted(r))
        lines = [f" {msgspec.json.encode(k).decode()}: {_json(v)}" for k, v in row.items()]
        found[name] = "{\n" + ",\n".join(lines) + "\n}"
    return found


def filled(text: str, rows: Mapping[str, str]) -> str:
    """The document with every marked block replaced by its row."""
    return _BLOCK.sub(lambda m: f"<!-- row: {m['name']} -->\n```json\n{rows[m['name']]}\n```", text)


def shown(text: str) -> set[str]:
    """The tables whose rows the document shows."""
    return {m["name"] for m in _BLOCK.finditer(text)}


def _json(value: object) -> str:
    text = msgspec.json.format(msgspec.json.encode(_abridged(value)), indent=-1).decode()
    return text.replace("\n", " ")


def _abridged(value: object) -> object:
    """Long strings and lists cut, so that a row can be read."""
    if isinstance(value, str) and len(value) > 72:
        return value[:70].rstrip() + " …"
    if isinstance(value, list):
        kept = [_abridged(v) for v in value[:2]]
        return [*kept, f"… {len(value) - 2} more"] if len(value) > 2 else kept
    if isinstance(value, dict):
        return {k: _abridged(v) for k, v in value.items()}
    return value


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


if __name__ == "__main__":
    FILE.write_text(filled(FILE.read_text(encoding="utf-8"), blocks()), encoding="utf-8")
