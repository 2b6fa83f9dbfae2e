"""Finding copies: speed and families beside MinHash LSH, on one pile in one run.

    python -m bench copies --n 20000
    python -m bench copies --n 20000 --articles FILE.parquet

Both get the same texts in memory and end with families; both use one core. Time is processor time, after
compiled code is loaded; of samecopy, which takes seconds, the median of three runs. The peer
is datasketch (128 permutations, shingles of 5 words, threshold 0.5); it aligns nothing. Where it
is missing, or would take longer than `--patience` seconds, the table says so.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from bench.copies_gen import Made, Pile
from samecopy.engines.copies import find_copies_arrays
from samecopy.kernels.union import components
from samecopy.settings import CopySettings

try:
    from datasketch import MinHash, MinHashLSH
except ImportError:
    MinHash = MinHashLSH = None


@dataclass(frozen=True, slots=True)
class Scored:
    """One line of the table; `note` says why figures are missing."""

    name: str
    seconds: float
    rate: float
    precision: float
    recall: float
    f1: float
    attached: dict[str, float]
    note: str = ""


def score(gold: Sequence[int], found: Sequence[int]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of pages in one family; gold -1 stands in none.

    >>> score([0, 0, 0, -1], [5, 5, 7, 8])
    (1.0, 0.3333333333333333, 0.5)
    """
    both = _pairs(Counter((g, f) for g, f in zip(gold, found, strict=True) if g >= 0))
    wanted, claimed = _pairs(Counter(g for g in gold if g >= 0)), _pairs(Counter(found))
    f1 = 2 * both / (wanted + claimed) if wanted + claimed else 1.0
    return both / claimed if claimed else 1.0, both / wanted if wanted else 1.0, f1


def attached(made: Made, found: Sequence[int]) -> dict[str, float]:
    """For each class of copy the share that stands with another page of its family."""
    together = Counter(zip(made.families, found, strict=True))
    rows = list(zip(made.classes, made.families, found, strict=True))
    kinds = [kind for kind in ("light", "medium", "heavy", "brief") if kind in made.classes]
    return {
        kind: float(np.mean([together[family, label] > 1 for one, family, label in rows if one == kind]))
        for kind in kinds
    }


def ours(made: Made) -> Sequence[int]:
    """Families as samecopy finds them."""
    found = find_copies_arrays(made.ids, made.outlets, made.texts, CopySettings())
    return [int(label) for label in found.labels]


def minhash(made: Made, patience: float) -> Sequence[int] | None:
    """Families by MinHash LSH; None when it would run longer than `patience` seconds."""
    index = MinHashLSH(threshold=0.5, num_perm=128)
    a, b = [], []
    begin = time.process_time()
    for number, text in enumerate(made.texts):
        words = text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(max(1, len(words) - 4))])
        for other in index.query(sketch):
            a.append(other)
            b.append(number)
        index.insert(number, sketch)
        if time.process_time() - begin > patience:
            return None
    labels = components(len(made.texts), np.array(a, dtype=np.int64), np.array(b, dtype=np.int64))
    return [int(label) for label in labels]


def run(n: int, seed: int, articles: Path | None, patience: float) -> list[Scored]:
    """Makes the pile and scores both on it."""
    texts = pq.read_table(articles, columns=["text"])["text"].to_pylist() if articles else None
    made = Pile(n, seed, texts).make()
    ours(Pile(40, seed).make())  # loads, or compiles, the kernels
    table = sorted((_timed("samecopy", made, ours) for _ in range(3)), key=lambda row: row.seconds)[1:2]
    if MinHashLSH is None:
        table.append(_missing("datasketch", "not installed"))
    else:
        table.append(_timed("datasketch", made, lambda pile: minhash(pile, patience)))
    return table


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; the exit code is 0."""
    parser = argparse.ArgumentParser(
        prog="bench copies", description=__doc__.split("\n")[0] if __doc__ else ""
    )
    parser.add_argument("--n", type=int, default=20_000, help="pages in the pile")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--articles", type=Path, help="Parquet file whose column `text` is the base text")
    parser.add_argument("--patience", type=float, default=600.0, help="seconds allowed to the peer")
    options = parser.parse_args(argv)
    table = run(options.n, options.seed, options.articles, options.patience)
    print(f"{options.n} pages, seed {options.seed}, base text: {options.articles or 'invented words'}")
    print(f"{'':12}{'CPU s':>9}{'pages/CPU s':>13}{'P':>8}{'R':>8}{'F1':>8}  attached")
    for row in table:
        if row.note:
            print(f"{row.name:12}{row.note}")
            continue
        kinds = " ".join(f"{kind} {share:.3f}" for kind, share in row.attached.items())
        print(
            f"{row.name:12}{row.seconds:9.2f}{row.rate:13.0f}{row.precision:8.4f}{row.recall:8.4f}{row.f1:8.4f}"
            f"  {kinds}"
        )
    if not table[-1].note:
        print(f"samecopy is {table[0].rate / table[-1].rate:.1f} times as fast")
    return 0


def _timed(name: str, made: Made, find: Callable[[Made], Sequence[int] | None]) -> Scored:
    begin = time.process_time()
    found = find(made)
    seconds = time.process_time() - begin
    if found is None:
        return _missing(name, f"did not finish within {seconds:.0f} s")
    rate = len(made.ids) / seconds
    return Scored(name, seconds, rate, *score(made.families, found), attached(made, found))


def _missing(name: str, note: str) -> Scored:
    return Scored(name, 0.0, 0.0, 0.0, 0.0, 0.0, {}, note)


def _pairs(sizes: Counter[int] | Counter[tuple[int, int]]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


if __name__ == "__main__":
    raise SystemExit(main())
