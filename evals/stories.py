"""How well reports of one event are grouped, against groups made by editors.

    python evals/stories.py DATA [--piles 200]

DATA holds `allsides/articles.parquet` and `allsides/stories-dev.json` (stories as lists of article ids).
Printed: the adjusted Rand index (Hubert and Arabie 1985) over all grouped articles, with their days and
without; the same amid the whole archive; and precision, recall and F1 over pairs in small piles, drawn
with a fixed seed: `far` of two to four stories at random, `near` of a story and those most like it,
`two` of two articles, of one story or of two.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import comb
from pathlib import Path

import pyarrow.parquet as pq

from samecopy.settings import StorySettings
from samecopy.stages.story import Report, group, story_edges

SETTINGS = StorySettings()


def adjusted_rand(gold: Sequence[int], found: Sequence[int]) -> float:
    """Agreement of two groupings, 1 for equal ones, 0 for what chance gives.

    >>> round(adjusted_rand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 4)
    0.2424
    """
    both = sum(comb(n, 2) for n in Counter(zip(gold, found, strict=True)).values())
    in_gold = sum(comb(n, 2) for n in Counter(gold).values())
    in_found = sum(comb(n, 2) for n in Counter(found).values())
    chance = in_gold * in_found / comb(len(gold), 2)
    most = (in_gold + in_found) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def labels(reports: Sequence[Report]) -> list[int]:
    """The number of each report's story."""
    numbers = [0] * len(reports)
    for number, story in enumerate(group(reports, SETTINGS)):
        for at in story:
            numbers[at] = number
    return numbers


@dataclass(slots=True)
class PairScore:
    """Counts of pairs over many piles."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, gold: Sequence[int], found: Sequence[int]) -> None:
        for i in range(len(gold)):
            for j in range(i):
                self.right += gold[i] == gold[j] and found[i] == found[j]
                self.gold += gold[i] == gold[j]
                self.found += found[i] == found[j]

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * self.right / max(self.found + self.gold, 1)
        return f"F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"


def undated(reports: Sequence[Report]) -> list[Report]:
    return [replace(report, day=None) for report in reports]


def read(data: Path) -> tuple[dict[str, Report], list[list[str]]]:
    """All articles as reports, and the stories as lists of ids."""
    rows = pq.read_table(data / "allsides" / "articles.parquet").to_pylist()
    reports = {
        row["id"]: Report(row["id"], (row["id"],), row["text"] or "", row["title"], row["published"] or None)
        for row in rows
    }
    stories = json.loads((data / "allsides" / "stories-dev.json").read_text())
    return reports, [story["articles"] for story in stories]


def neighbours(reports: Sequence[Report], gold: dict[str, int], stories: int) -> list[list[int]]:
    """For each story the others that have the best edge to it, best first."""
    best: list[dict[int, float]] = [{} for _ in range(stories)]
    for edge in story_edges(reports, SETTINGS):
        a, b = gold[edge.a], gold[edge.b]
        if a != b:
            best[a][b] = max(best[a].get(b, 0), edge.score)
            best[b][a] = max(best[b].get(a, 0), edge.score)
    return [sorted(row, key=lambda other, row=row: (-row[other], other)) for row in best]  # type: ignore[misc]


def draw(kind: str, count: int, stories: Sequence[list[str]], near: Sequence[list[int]]) -> list[list[str]]:
    """Piles of articles, the same ones at each call."""
    rng = random.Random(7)
    piles = []
    for _ in range(count):
        first = rng.randrange(len(stories))
        others = rng.sample([s for s in range(len(stories)) if s != first], 3)
        size = rng.choice([2, 3, 3, 4])
        if kind == "two":
            piles.append(rng.sample(stories[first], 2))
            piles.append([stories[first][0], stories[others[0]][0]])
        else:
            chosen = [first, *(near[first] if kind == "near" else others)[: size - 1]]
            piles.append([article for story in chosen for article in stories[story]])
    return piles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--piles", type=int, default=200, help="small piles of each kind")
    args = parser.parse_args()
    if not (args.data / "allsides").is_dir():
        print(f"skipped: no {args.data / 'allsides'}")
        return
    everything, stories = read(args.data)
    gold = {article: number for number, story in enumerate(stories) for article in story}
    reports = [everything[article] for article in gold]
    truth = list(gold.values())
    print(f"{len(reports)} articles in {len(stories)} stories of {args.data / 'allsides'}")
    print(f"ARI with days    {adjusted_rand(truth, labels(reports)):.3f}")
    print(f"ARI without days {adjusted_rand(truth, labels(undated(reports))):.3f}")
    archive = list(everything.values())
    for name, pile in (("with days", archive), ("without days", undated(archive))):
        begun = time.perf_counter()
        found = dict(zip((r.id for r in pile), labels(pile), strict=True))
        seconds = time.perf_counter() - begun
        score = adjusted_rand(truth, [found[article] for article in gold])
        largest = max(Counter(found.values()).values())
        print(f"ARI amid {len(pile)} articles {name} {score:.3f}; largest story {largest}; {seconds:.1f} s")
    near = neighbours(reports, gold, len(stories))
    for kind in ("far", "near", "two"):
        for name in ("with days", "without days"):
            total = PairScore()
            for ids in draw(kind, args.piles, stories, near):
                pile = [everything[article] for article in ids]
                total.add([gold[a] for a in ids], labels(undated(pile) if name == "without days" else pile))
            print(f"{kind:>4} piles {name:<12} {total}")


if __name__ == "__main__":
    main()
