"""How well copies are told from excerpts and from strangers, on real pairs and on a made pile.

    python evals/copies.py DATA

DATA holds `allsides/articles.parquet` (id, outlet, text) and `allsides/copy-labels.json`: pairs across
outlets labelled `copy` or `excerpt` by one reader, among those of word-5-gram containment 0.3 and more;
the rest of those are neither. Printed: average precision for copy among them, and how the three classes
fall; then families, pairs and attached copies of a synthetic pile with known families.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from bench.copies_gen import Pile
from bench.score import attached, score
from samecopy.engines.copies import find_copies_arrays
from samecopy.settings import CopySettings
from samecopy.stages.copies.judge import KINDS

_JUDGED_FROM = 0.3


def real_copies(data: Path) -> dict[str, float]:
    """Figures on the labelled pairs among all articles of the archive.

    `average_precision` ranks pairs by containment times equal unquoted words; `copy_precision`,
    `copy_recall` and `copy_f1` judge the class; `excerpt_as_excerpt` and the like are counts.
    """
    rows = pq.read_table(data / "allsides" / "articles.parquet").to_pylist()
    number = {row["id"]: place for place, row in enumerate(rows)}
    labels = {}
    for pair in json.loads((data / "allsides" / "copy-labels.json").read_text()):
        a, b = sorted((number[pair["a"]], number[pair["b"]]))
        labels[a, b] = str(pair["label"])
    texts = [row["text"] or "" for row in rows]
    outlets = [row["outlet"] or "" for row in rows]
    found = find_copies_arrays([str(row["id"]) for row in rows], outlets, texts, CopySettings()).aligned
    judged: list[tuple[float, str, str]] = []
    seen = set()
    for row, (one, other) in enumerate(found.pairs.tolist()):
        key = (min(one, other), max(one, other))
        if key not in labels and (
            outlets[one] == outlets[other] or _containment(texts[one], texts[other]) < _JUDGED_FROM
        ):
            continue
        seen.add(key)
        rank = float(found.containment[row]) * int(found.unquoted[row])
        judged.append((rank, labels.get(key, "neither"), KINDS[found.kind[row]]))
    judged += [(0.0, label, "neither") for key, label in labels.items() if key not in seen]
    cells = Counter((label, kind) for _, label, kind in judged)
    right = cells["copy", "copy"]
    wanted = sum(n for (label, _), n in cells.items() if label == "copy")
    claimed = sum(n for (_, kind), n in cells.items() if kind == "copy")
    ranked = [label for _, label, _ in sorted(judged, key=lambda item: -item[0])]
    return {
        "average_precision": average_precision(ranked),
        "copy_precision": right / max(claimed, 1),
        "copy_recall": right / max(wanted, 1),
        "copy_f1": 2 * right / max(claimed + wanted, 1),
        **{f"{label}_as_{kind}": float(n) for (label, kind), n in sorted(cells.items())},
    }


def synthetic_copies(n: int = 5_000, seed: int = 11, articles: Path | None = None) -> dict[str, float]:
    """Figures on a made pile: families (P, R, F1), pairs of class copy, and copies attached, by edit."""
    texts = pq.read_table(articles, columns=["text"])["text"].to_pylist() if articles else None
    made = Pile(n, seed, texts).make()
    found = find_copies_arrays(made.ids, made.outlets, made.texts, CopySettings())
    precision, recall, f1 = score(made.families, found.labels.tolist())
    gold = np.array(made.families)
    a, b = found.aligned.pairs[found.aligned.kind == 2].T
    right = int(((gold[a] == gold[b]) & (gold[a] >= 0)).sum())
    wanted = sum(size * (size - 1) // 2 for size in Counter(gold[gold >= 0].tolist()).values())
    return {
        "families_precision": precision,
        "families_recall": recall,
        "families_f1": f1,
        "pairs_precision": right / max(len(a), 1),
        "pairs_recall": right / max(wanted, 1),
        **{f"attached_{kind}": share for kind, share in attached(made, found.labels.tolist()).items()},
    }


def average_precision(ranked: Sequence[str]) -> float:
    """Mean of the precision at each copy in a ranking.

    >>> average_precision(["copy", "neither", "copy"])
    0.8333333333333333
    """
    at = [place for place, label in enumerate(ranked, start=1) if label == "copy"]
    return sum(hits / place for hits, place in enumerate(at, start=1)) / max(len(at), 1)


def _containment(one: str, other: str) -> float:
    grams = []
    for text in (one, other):
        words = re.findall(r"\w+", text.lower())
        grams.append({tuple(words[i : i + 5]) for i in range(len(words) - 4)})
    return len(grams[0] & grams[1]) / max(1, min(map(len, grams)))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    if (data / "allsides" / "copy-labels.json").exists():
        for name, value in real_copies(data).items():
            print(f"real {name} {value:.4g}")
    else:
        print(f"real copies: skipped, no allsides/copy-labels.json in {data}")
    for name, value in synthetic_copies().items():
        print(f"synthetic {name} {value:.4g}")


if __name__ == "__main__":
    main()
