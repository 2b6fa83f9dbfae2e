"""How well reports of one event are grouped, against groups made by editors.

    python evals/stories.py DATA [--piles 200] [--archive]

DATA holds `allsides/articles.parquet` and `allsides/stories-dev.json` (stories as lists of article ids).
Printed: the adjusted Rand index (Hubert and Arabie 1985) over all grouped articles, with their days and
without; precision, recall and F1 over pairs in small piles, drawn with a fixed seed: `far` of two to four
stories at random, `near` of a story and those most like it, `two` of two articles, of one story or of
two; and with `--archive` the index amid all articles.
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

    def figures(self) -> dict[str, float]:
        return {
            "precision": self.right / max(self.found, 1),
            "recall": self.right / max(self.gold, 1),
            "F1": 2 * self.right / max(self.found + self.gold, 1),
        }


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


def stories_by_editors(data: Path, piles: int = 200) -> dict[str, float]:
    """All figures over the grouped articles, by name: ARI, and F1 over pairs in small piles."""
    everything, stories = read(data)
    gold = {article: number for number, story in enumerate(stories) for article in story}
    reports = [everything[article] for article in gold]
    truth = list(gold.values())
    figures = {
        "stories: ARI with days": adjusted_rand(truth, labels(reports)),
        "stories: ARI without days": adjusted_rand(truth, labels(undated(reports))),
    }
    near = neighbours(reports, gold, len(stories))
    for kind in ("far", "near", "two"):
        for name in ("with days", "without days"):
            score = PairScore()
            for ids in draw(kind, piles, stories, near):
                pile = [everything[article] for article in ids]
                score.add([gold[a] for a in ids], labels(undated(pile) if name == "without days" else pile))
            for measure, value in score.figures().items():
                figures[f"stories: {kind} piles {name}, {measure}"] = value
    return figures


def stories_in_archive(data: Path) -> dict[str, float]:
    """ARI of the grouped articles when grouped amid all others, with the seconds that it took."""
    everything, stories = read(data)
    gold = {article: number for number, story in enumerate(stories) for article in story}
    archive = list(everything.values())
    figures = {}
    for name, pile in (("with days", archive), ("without days", undated(archive))):
        begun = time.perf_counter()
        found = dict(zip((r.id for r in pile), labels(pile), strict=True))
        figures[f"stories: seconds for {len(pile)} articles {name}"] = time.perf_counter() - begun
        figures[f"stories: ARI amid {len(pile)} articles {name}"] = adjusted_rand(
            list(gold.values()), [found[article] for article in gold]
        )
        figures[f"stories: largest amid them {name}"] = max(Counter(found.values()).values())
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("data", type=Path)
    parser.add_argument("--piles", type=int, default=200, help="small piles of each kind")
    parser.add_argument("--archive", action="store_true", help="also amid all articles; takes a minute")
    args = parser.parse_args()
    if not (args.data / "allsides").is_dir():
        print(f"skipped: no {args.data / 'allsides'}")
        return
    figures = stories_by_editors(args.data, args.piles)
    if args.archive:
        figures |= stories_in_archive(args.data)
    for name, value in figures.items():
        print(f"{value:8.3f}  {name}")


if __name__ == "__main__":
    main()
