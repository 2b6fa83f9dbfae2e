"""Piles on disk: PREFIX.docs.parquet (id, outlet, text) and PREFIX.gold.parquet (family, -1: none; cls).

A made pile is written with bounded memory: pages go, as they are drawn, each to a heap chosen by the
seed; afterwards one heap at a time is shuffled and becomes a row group. So any page may stand anywhere,
and no more than a heap is held.
"""

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.copies_gen import Page, Pile

HEAP = 10_000
"""Pages of a heap, about: 60 MB of Python strings."""

_BATCH = 200  # pages written to a heap at a time

_HEAP = pa.schema(
    [("outlet", pa.string()), ("text", pa.string()), ("family", pa.int64()), ("cls", pa.string())]
)
_DOCS = pa.schema([("id", pa.string()), ("outlet", pa.string()), ("text", pa.string())])
_GOLD = pa.schema([("id", pa.string()), ("family", pa.int64()), ("cls", pa.string())])


@dataclass(frozen=True, slots=True)
class Gold:
    """What is known of each page, in the order of the pile: its family (-1: none), the class of its edit."""

    families: list[int]
    classes: list[str]


def docs(prefix: Path) -> Path:
    """The file with the pages."""
    return prefix.with_name(prefix.name + ".docs.parquet")


def gold_file(prefix: Path) -> Path:
    """The file with the gold families."""
    return prefix.with_name(prefix.name + ".gold.parquet")


def gold(prefix: Path) -> Gold:
    """Reads the gold families of a pile."""
    table = pq.read_table(gold_file(prefix), columns=["family", "cls"])
    return Gold(table["family"].to_pylist(), table["cls"].to_pylist())


def complete(prefix: Path) -> bool:
    """Whether a pile lies there: a file that was being written when its writer ended has no last part."""
    try:
        rows = {pq.read_metadata(path).num_rows for path in (docs(prefix), gold_file(prefix))}
    except (FileNotFoundError, pa.ArrowInvalid):
        return False
    return len(rows) == 1


def write(prefix: Path, n: int, seed: int, base: Sequence[str] | None = None, heap: int = HEAP) -> None:
    """Makes a pile of `n` pages and writes it, holding about `heap` pages at most.

    `base` are texts whose sentences are walked over; without them words are invented.
    """
    prefix.parent.mkdir(parents=True, exist_ok=True)
    rng = random.Random(f"heaps of {seed}")
    with tempfile.TemporaryDirectory(dir=prefix.parent) as folder, ExitStack() as stack:
        heaps = [Path(folder, f"{i}.arrow") for i in range(-(-n // heap))]
        _scatter(Pile(n, seed, base).drawn(), heaps, rng)
        pages = stack.enter_context(pq.ParquetWriter(docs(prefix), _DOCS))
        known = stack.enter_context(pq.ParquetWriter(gold_file(prefix), _GOLD))
        first = 0
        for path in heaps:
            with pa.OSFile(str(path)) as source:
                table = pa.ipc.open_stream(source).read_all()
            order = list(range(table.num_rows))
            rng.shuffle(order)
            ids = pa.array([f"d{first + i:08}" for i in range(table.num_rows)])
            table = table.take(pa.array(order, pa.int64())).combine_chunks().add_column(0, "id", ids)
            pages.write_table(table.select(_DOCS.names))
            known.write_table(table.select(_GOLD.names))
            first += table.num_rows


def _scatter(pages: Iterator[Page], heaps: Sequence[Path], rng: random.Random) -> None:
    with ExitStack() as stack:
        writers = [
            stack.enter_context(pa.ipc.new_stream(stack.enter_context(pa.OSFile(str(path), "wb")), _HEAP))
            for path in heaps
        ]
        waiting: list[list[Page]] = [[] for _ in heaps]
        for page in pages:
            heap = rng.randrange(len(heaps))
            waiting[heap].append(page)
            if len(waiting[heap]) == _BATCH:
                writers[heap].write_batch(_batch(waiting[heap]))
                waiting[heap] = []
        for writer, rest in zip(writers, waiting, strict=True):
            if rest:
                writer.write_batch(_batch(rest))


def _batch(pages: Sequence[Page]) -> pa.RecordBatch:
    rows = ({"outlet": p.outlet, "text": p.text, "family": p.family, "cls": p.kind} for p in pages)
    return pa.RecordBatch.from_pylist(list(rows), schema=_HEAP)
