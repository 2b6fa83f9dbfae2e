"""What the account costs: `python -m bench account --articles FILE --sizes 250 1000`.

Runs `samecopy run` over piles of so many articles and takes the CPU time of its steps: reading who said
what, what happens when and which figures in each article, then merging and counting over each story. Times
are those of a fresh store, then of one more run over it. The yardstick is a blank spaCy pipeline (tokenizer
and sentencizer) over the same texts, where it is installed.

With `--outlets 1 10 40` the same articles are put out by so many outlets each: a page of its own name, with
another paragraph left out by each.
"""

import argparse
import importlib
import importlib.util
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from bench import machine
from bench.copies import above_zero
from bench.growth import exponent
from samecopy.engines import local
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.store import Store

INVENTED = Path(__file__).parent.parent / "evals" / "counts" / "stories.jsonl"
READING, COUNTING = "reading statements", "counting sources"
ARTICLE_WORDS = 500


@dataclass(frozen=True, slots=True)
class Put:
    """An article as put out."""

    outlet: str
    published: str | None
    title: str | None
    text: str


class Clock:
    """Progress that nobody sees: adds up the CPU seconds of each step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def step(self, doing: str, total: int | None) -> Iterator[local.Advance]:
        begun = time.process_time()
        yield lambda n: None
        self.seconds[doing] += time.process_time() - begun


def invented() -> list[Put]:
    """The pages of the invented stories that the counts are judged on."""
    stories = map(json.loads, INVENTED.read_text(encoding="utf-8").splitlines())
    return [
        Put(page["outlet"], page["published"], page["title"], page["text"])
        for story in stories
        for page in story["pages"].values()
    ]


def stored(path: Path) -> list[Put]:
    """The articles of a Parquet file with outlet, published, title and text."""
    rows = pq.read_table(path, columns=["outlet", "published", "title", "text"]).to_pylist()
    return [Put(r["outlet"], str(r["published"]), r["title"], r["text"]) for r in rows]


def put_out(article: Put, outlets: int) -> list[Put]:
    """An article as so many outlets put it out, each without another paragraph.

    >>> [put.text for put in put_out(Put("A", None, None, "one\\ntwo\\nthree"), 3)]
    ['one\\ntwo\\nthree', 'one\\nthree', 'one\\ntwo']
    """
    paragraphs = [p for p in article.text.split("\n") if p.strip()]
    found = [article]
    for number in range(1, outlets):
        left_out = 1 + (number - 1) % max(1, len(paragraphs) - 1)
        text = "\n".join(paragraphs[:left_out] + paragraphs[left_out + 1 :])
        found.append(Put(f"{article.outlet} {number}", article.published, article.title, text))
    return found


def measured(puts: Sequence[Put]) -> tuple[dict[str, float], dict[str, float]]:
    """CPU seconds of the steps on a fresh store, and of a second run over it."""
    with TemporaryDirectory() as folder:
        pile = Path(folder, "pile.jsonl")
        rows = ({"id": f"p{n:06}", **_row(put)} for n, put in enumerate(puts))
        pile.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        clocks = (Clock(), Clock())
        for clock in clocks:
            settings = Settings()
            with Store(Path(folder, "store.duckdb")) as store:
                local.run(open_pile([pile], settings.read), store, settings, clock)
    return clocks[0].seconds, clocks[1].seconds


def _row(put: Put) -> dict[str, str | None]:
    return {"outlet": put.outlet, "published": put.published, "title": put.title, "text": put.text}


def blank_spacy(texts: Sequence[str]) -> float:
    """CPU seconds of a blank English pipeline with a sentencizer."""
    pipeline = importlib.import_module("spacy").blank("en")
    pipeline.add_pipe("sentencizer")
    begun = time.process_time()
    for _ in pipeline.pipe(texts):
        pass
    return time.process_time() - begun


def tabled(name: str, pages: int, words: int, seconds: float, again: float | None = None) -> None:
    rate = words / seconds
    more = "" if again is None else f"{again:9.2f}"
    print(
        f"{name:28}{pages:7}{words:9}{seconds:9.2f}{rate / ARTICLE_WORDS:13.1f}{rate:13.0f}{more}", flush=True
    )


def main(argv: Sequence[str] = ()) -> int:
    """Prints a line per size and part, and the exponent; the exit code is 0."""
    parser = argparse.ArgumentParser(prog="bench account", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=Path, help="Parquet with outlet, published, title and text")
    parser.add_argument(
        "--sizes", nargs="+", type=above_zero, default=[200], help="articles, from the first on"
    )
    parser.add_argument("--outlets", nargs="+", type=above_zero, default=[1], help="that put each out")
    options = parser.parse_args(argv)
    before = machine.load()
    articles = stored(options.articles) if options.articles else invented()
    measured(articles[:5])
    print(f"{'':28}{'pages':>7}{'words':>9}{'CPU s':>9}{'x500 words/s':>13}{'words/CPU s':>13}{'again':>9}")
    costs: list[float] = []
    for size in options.sizes:
        for outlets in options.outlets:
            puts = [p for a in islice(cycle(articles), size) for p in put_out(a, outlets)]
            words = sum(len(put.text.split()) for put in puts)
            fresh, again = measured(puts)
            for step in (READING, COUNTING):
                tabled(step, len(puts), words, fresh[step], again[step])
            whole, later = ((s[READING] + s[COUNTING]) for s in (fresh, again))
            tabled("the whole account", len(puts), words, whole, later)
            costs.append(whole)
            if importlib.util.find_spec("spacy") is not None:
                texts = [put.text for put in puts]
                tabled("spaCy, blank, sentences", len(puts), words, blank_spacy(texts))
    if len(options.sizes) > 1 and len(options.outlets) == 1:
        print(f"cost grows as articles to the power of {exponent(options.sizes, costs):.2f} (CPU)")
    print(machine.described(before, machine.load()))
    return 0
