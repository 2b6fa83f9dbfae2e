"""From HTML bytes to an article: pages per CPU-second, slowest page, memory; body F1 where truth is known.

    python -m bench read --pages DIR [--gold FILE]

DIR holds `*.html` or `*.html.gz`; FILE is a JSON object from a page's name to an object with `articleBody`.
Each reader runs in a process of its own, over the same pages, one after the other; one that is not
installed (the extra `readers` names them) is said to be missing. samecopy gives metadata, credits and spans
with the body; trafilatura is asked for metadata too, newspaper4k and news-please always give them,
readability and resiliparse give none.
"""

import argparse
import gzip
import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evals.reading import shingle_scores
from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page
from samecopy.text.charset import decode

Body = Callable[[bytes], str]
"""A reader: a page's bytes to its body."""


@dataclass(frozen=True, slots=True)
class Run:
    """One reader over all pages: CPU seconds in all and of the slowest page, megabytes at the peak, pages
    that it failed on, precision and recall of bodies (None without truth)."""

    pages: int
    seconds: float
    slowest: float
    megabytes: float
    failed: int
    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        if self.precision is None or self.recall is None:
            return None
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def _samecopy() -> Body:
    def body(data: bytes) -> str:
        read = read_page(Page("page", "page", "html", data, ""), ReadSettings())
        return "\n".join(read.paragraph_texts()) if isinstance(read, Article) else ""

    return body


def _trafilatura() -> Body:
    extract = importlib.import_module("trafilatura").bare_extraction

    def body(data: bytes) -> str:
        found = extract(data, favor_precision=True, include_comments=False, with_metadata=True)
        return str(found.text or "") if found is not None else ""

    return body


def _readability() -> Body:
    document = importlib.import_module("readability").Document
    html = importlib.import_module("lxml.html")
    return lambda data: str(html.fromstring(document(decode(data).text).summary()).text_content())


def _newspaper() -> Body:
    newspaper = importlib.import_module("newspaper")

    def body(data: bytes) -> str:
        article = newspaper.Article("https://news.example/page")
        article.download(input_html=decode(data).text)
        article.parse()
        return str(article.text)

    return body


def _newsplease() -> Body:
    please = importlib.import_module("newsplease").NewsPlease
    return lambda data: str(please.from_html(decode(data).text).maintext or "")


def _resiliparse() -> Body:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda data: str(extract(decode(data).text, main_content=True))


READERS: dict[str, Callable[[], Body]] = {
    "samecopy": _samecopy,
    "trafilatura": _trafilatura,
    "readability": _readability,
    "newspaper4k": _newspaper,
    "news-please": _newsplease,
    "resiliparse": _resiliparse,
}


def html_pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name without endings and bytes of every HTML file in a folder, in order of names."""
    for path in sorted(folder.iterdir()):
        if path.name.endswith((".html", ".html.gz")):
            data = path.read_bytes()
            yield path.name.split(".html")[0], gzip.decompress(data) if path.suffix == ".gz" else data


def measured(read: Body, folder: Path, gold: dict[str, str]) -> Run:
    """One reader over a folder, in this process. The first page is read once before, to load what is loaded
    once."""
    pages = list(html_pages(folder))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds, failed = [], 0
    scores: list[tuple[float, float]] = []
    for name, data in [*pages[:1], *pages]:
        start = time.process_time()
        try:
            body = read(data)
        except Exception:  # a peer's failure on a page is a result
            body, failed = "", failed + 1
        seconds.append(time.process_time() - start)
        if name in gold:
            scores.append(shingle_scores(gold[name], body))
    scores, seconds = scores[1:] if len(scores) > 1 else scores, seconds[1:]
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    means = [sum(part) / len(scores) for part in zip(*scores, strict=True)] if scores else [None, None]
    return Run(len(pages), sum(seconds), max(seconds, default=0.0), peak, failed, means[0], means[1])


def _gold(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    return {name: label["articleBody"] for name, label in json.loads(path.read_text("utf-8")).items()}


def line(name: str, run: Run) -> str:
    """A row of the table.

    >>> line("some", Run(100, 2.0, 0.5, 40.0, 0, None, None))
    'some               50 pages/CPU-s  slowest 0.50 s    40 MB'
    """
    f1 = "" if run.f1 is None else f"  F1 {run.f1:.3f} (P {run.precision:.3f} R {run.recall:.3f})"
    failed = f"  failed on {run.failed}" if run.failed else ""
    speed = run.pages / max(run.seconds, 1e-9)
    return (
        f"{name:14}{speed:7.0f} pages/CPU-s  slowest {run.slowest:.2f} s  {run.megabytes:4.0f} MB{f1}{failed}"
    )


def main(argv: Sequence[str] = ()) -> int:
    """Prints a row for each reader; 2 if there are no pages."""
    parser = argparse.ArgumentParser(prog="bench read", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=Path, help="folder of HTML pages")
    parser.add_argument("--gold", type=Path, help="true bodies, as JSON")
    parser.add_argument("--only", choices=sorted(READERS), help="one reader, in this process, as JSON")
    options = parser.parse_args(argv)
    if options.pages is None:
        print("read: skipped (give --pages DIR)", file=sys.stderr)
        return 0
    if options.only:
        read = READERS[options.only]()
        print(json.dumps(asdict(measured(read, options.pages, _gold(options.gold)))))
        return 0
    print(f"{sum(1 for _ in html_pages(options.pages))} pages of {options.pages}, one process each, in turn")
    extra = ["--gold", str(options.gold)] if options.gold else []
    for name in READERS:
        command = [
            sys.executable,
            "-m",
            "bench",
            "read",
            "--only",
            name,
            "--pages",
            str(options.pages),
            *extra,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if "ModuleNotFoundError" in done.stderr or "ImportError" in done.stderr:
            print(f"{name:14}not installed")
        elif done.returncode:
            print(f"{name:14}failed: {done.stderr.strip().splitlines()[-1]}")
        else:
            print(line(name, Run(**json.loads(done.stdout.splitlines()[-1]))), flush=True)
    return 0
