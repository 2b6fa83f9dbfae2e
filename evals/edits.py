"""How well edits are told apart: local form from substance, and kind by kind, on invented sentence pairs.

    python -m evals.edits [--set tune|held_out] [--errors]

`edit_pairs.jsonl` holds one pair a line: `text` with its difference written `{before=>after}`, its
`kind`, whether it `matters`, the publication `days` of the two pages where they are known, the kinds
that fit `also` where readers would differ, and the `set` it belongs to: of each kind every other pair is
`held_out`, and rules are made on `tune` only. Each pair is read as two pages of one family. A
`rewording` says the same in other words.

Substance F1 takes "some edit matters" as the positive class; local F1 the opposite. Recall of a kind
counts a pair when some edit of it has that kind, that of `rewording` when none matters.
"""

import argparse
import datetime
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.figures import Figure
from samecopy.records import Edit, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate.edits import compare
from samecopy.stages.collate.pieces import block

PAIRS = Path(__file__).parent / "edit_pairs.jsonl"
_DIFFERENCE = re.compile(r"\{(.*?)=>(.*?)\}")


@dataclass(frozen=True, slots=True)
class EditPair:
    """Two sentences with one labelled difference. `kinds` are those that fit it, `kind` the best."""

    kind: str
    kinds: frozenset[str]
    matters: bool
    set: str
    before: str
    after: str
    days: tuple[datetime.date | None, datetime.date | None]


@dataclass(frozen=True, slots=True)
class EditScore:
    """`macro` is the mean of the F1 of substance and of local form."""

    pairs: int
    substance: float
    local: float
    recall: dict[str, tuple[int, int]]

    @property
    def macro(self) -> float:
        return (self.substance + self.local) / 2


def load(path: Path = PAIRS) -> list[EditPair]:
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        days = [datetime.date.fromisoformat(d) if d else None for d in row.get("days", ["", ""])]
        found.append(
            EditPair(
                row["kind"],
                frozenset({row["kind"], *row.get("also", ())}),
                row["matters"],
                row["set"],
                _DIFFERENCE.sub(r"\1", row["text"]),
                _DIFFERENCE.sub(r"\2", row["text"]),
                (days[0], days[1]),
            )
        )
    return found


def edits_of(pair: EditPair) -> list[Edit]:
    before = block("a", 0, pair.before, Span(0, len(pair.before)))
    after = block("b", 0, pair.after, Span(0, len(pair.after)))
    return compare("p1", before, after, pair.days, CollateSettings())


def named(pair: EditPair, edits: Sequence[Edit]) -> bool:
    """Whether the edits found name the pair's kind."""
    if pair.kind == "rewording":
        return not any(e.matters for e in edits)
    return any(e.kind in pair.kinds for e in edits)


def score(pairs: Sequence[EditPair]) -> EditScore:
    outcomes: dict[tuple[bool, bool], int] = defaultdict(int)
    recall: dict[str, tuple[int, int]] = {}
    for pair in pairs:
        edits = edits_of(pair)
        outcomes[pair.matters, any(e.matters for e in edits)] += 1
        hit, total = recall.get(pair.kind, (0, 0))
        recall[pair.kind] = hit + named(pair, edits), total + 1
    wrong = outcomes[True, False] + outcomes[False, True]
    return EditScore(len(pairs), _f1(outcomes[True, True], wrong), _f1(outcomes[False, False], wrong), recall)


def _f1(right: int, wrong: int) -> float:
    return 2 * right / (2 * right + wrong) if right + wrong else 0.0


def figures() -> list[Figure]:
    """What `python -m evals` shows of edits: both F1 values of the held-out pairs, and recall by kind."""
    result = score([p for p in load() if p.set == "held_out"])
    of = f"{result.pairs} held-out pairs"
    found = [
        Figure("edits: substance F1", result.substance, of),
        Figure("edits: local form F1", result.local, of),
    ]
    for kind, (hit, total) in sorted(result.recall.items()):
        found.append(Figure(f"edits: recall of {kind}", hit / total, f"of {total}"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--set", choices=("tune", "held_out"))
    parser.add_argument("--errors", action="store_true", help="list the pairs judged wrongly")
    options = parser.parse_args()
    pairs = [p for p in load() if options.set in (None, p.set)]
    for name in sorted({p.set for p in pairs}):
        result = score([p for p in pairs if p.set == name])
        print(
            f"{name}: {result.pairs} pairs, substance F1 {result.substance:.3f}, local F1 {result.local:.3f}"
        )
        print("  " + ", ".join(f"{kind} {hit}/{total}" for kind, (hit, total) in result.recall.items()))
    for pair in pairs if options.errors else ():
        edits = edits_of(pair)
        if any(e.matters for e in edits) != pair.matters or not named(pair, edits):
            shown = [(e.kind, e.matters, e.before, e.after) for e in edits]
            print(f"{pair.kind} {pair.matters}: {pair.before!r} {pair.after!r}\n    {shown}")


if __name__ == "__main__":
    main()
