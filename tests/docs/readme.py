"""What the README shows that a run or a pin decides: the demo's output and the table of figures.

`python -m tests.docs.readme` writes both into the file; a test holds the file to them.
"""

import contextlib
import re
import tempfile
import tomllib
from pathlib import Path

from samecopy import report
from tests.docs.journey import ROOT
from tests.example.conftest import EXAMPLE, told

FILE = ROOT / "README.md"
PINS = ROOT / "evals" / "floors.toml"

_OUTPUT = re.compile(r"(<!-- output: demo -->\n```\n).*?(```\n)", re.DOTALL)
_FIGURES = re.compile(r"<!-- figures -->\n(?:\|.*\n)*")

# What a figure measures, in words for people who do not read the evaluation's code.
SHOWN = {
    "fresh: statements right": "statements with the right words, kind and source, piles by another hand",
    "fresh: events right": "events with the right day and status, the same piles",
    "fresh: figures right": "figures with the right giver, the same piles",
    "fresh: edits right": "edits found and rightly classed, the same piles",
    "fresh: origins counted right": "origins of a story counted right, the same piles (the rest: too few)",
    "edits: substance F1": "substance told from local form (F1), own edit pairs kept out of rule-making",
    "copies, made pile: families_f1": "families of copies (F1), a made pile of edited copies",
    "copies, real: copy_f1": "copies told from excerpts and the rest (F1), labelled pairs of real articles",
    "reading: body F1, html": "article body (F1), 181 real pages",
    "reading: date to the day": "publication day, 724 real pages",
    "times: timebank value F1": "temporal expressions with the right value (F1), TimeBank",
    "statements: content F1": "statements (F1), PolNeAR development set",
    "statements: content F1, with quotation marks": "those with quotation marks (F1)",
    "stories: ARI with days": "stories against editors' groups (adjusted Rand index), AllSides",
}


def output() -> str:
    """What `samecopy run` prints on the bundled example in a pipe."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        result = told(EXAMPLE.relative_to(ROOT), out=Path(folder))
    return report.summary(result, "demo-out/report.html", 100)


def figures() -> str:
    """The table of pinned floors."""
    floors = tomllib.loads(PINS.read_text(encoding="utf-8"))["floors"]
    rows = [f"| {words} | {floors[name]:g} |" for name, words in SHOWN.items()]
    return "\n".join(["| what | at least |", "|---|---|", *rows]) + "\n"


def filled(text: str) -> str:
    """The README with both parts as they are now."""
    shown = output()
    text = _OUTPUT.sub(lambda m: m[1] + shown + m[2], text)
    return _FIGURES.sub(lambda _: "<!-- figures -->\n" + figures(), text)


if __name__ == "__main__":
    FILE.write_text(filled(FILE.read_text(encoding="utf-8")), encoding="utf-8")
