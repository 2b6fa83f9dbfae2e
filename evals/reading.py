"""How well pages are read: the body of real pages, of the same pages as bare text, and the speed.

    python evals/reading.py DATA [--worst 20]

DATA holds `extraction/` (`html/*.html.gz`, `ground-truth.json`: article-extraction-benchmark; and, if
unpacked beside it as `trafilatura-eval/`, trafilatura's evaluation pages with segments that must and
must not appear) and `seeds/` (two pages of text with `gold.json`). All figures come from one fixed
configuration, `ReadSettings()`.

Measure of the first set, as that benchmark defines it: shingles of four tokens as multisets; true
and false positives and false negatives as shares of a page's shingles; precision and recall
averaged over pages; F1 of the averages.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from samecopy.records import Article, Given, Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page
from samecopy.stages.extract.markup import read_markup
from samecopy.text.charset import decode

Read = Callable[[Page], str]
"""A reader under test: a page to its body text."""

_TOKEN = re.compile(r"\w+")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class PageScore:
    """Precision, recall and F1 of one page's body."""

    page: str
    url: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class BodyScore:
    """Averages over a set of pages, the worst page, and pages per CPU second."""

    pages: tuple[PageScore, ...]
    pages_per_second: float

    @property
    def precision(self) -> float:
        return sum(page.precision for page in self.pages) / max(1, len(self.pages))

    @property
    def recall(self) -> float:
        return sum(page.recall for page in self.pages) / max(1, len(self.pages))

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def worst(self) -> float:
        return min((page.f1 for page in self.pages), default=0.0)


@dataclass(frozen=True, slots=True)
class Segments:
    """What must appear in a page's body, and what must not."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    def held(self, body: str) -> tuple[int, int]:
        """How many of the wanted a body holds, and of the unwanted, spaces apart.

        >>> Segments(("It rains.",), ("Subscribe", "Imprint")).held("Subscribe\nIt  rains.")
        (1, 1)
        """
        flat = " ".join(body.split())
        wanted, unwanted = (
            sum(" ".join(segment.split()) in flat for segment in segments)
            for segments in (self.wanted, self.unwanted)
        )
        return wanted, unwanted

    def fit(self, body: str) -> bool:
        """Whether a body holds all of the wanted and none of the unwanted."""
        return self.held(body) == (len(self.wanted), 0)


@dataclass(frozen=True, slots=True)
class SegmentScore:
    """Segments that must appear and must not, over trafilatura's evaluation pages."""

    pages: int
    found: int
    missed: int
    leaked: int
    kept_out: int

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.leaked)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.leaked + self.missed)


def read_html(page: Page) -> str:
    """The body as samecopy reads it from HTML."""
    return _body(read_page(page, ReadSettings()))


def read_bare(page: Page) -> str:
    """The body as samecopy reads it from the page text alone, all markup forgotten. Its weights were fitted
    on these pages: `lines.py` has the honest figure."""
    text = read_markup(decode(page.data).text).text
    return _body(read_page(Page(page.id, page.locator, "text", text.encode(), page.digest), ReadSettings()))


def _body(read: Article | Rejection) -> str:
    return "\n".join(read.paragraph_texts()) if isinstance(read, Article) else ""


def body_score(data: Path, read: Read) -> BodyScore:
    """Body F1 over article-extraction-benchmark's pages."""
    scores: list[PageScore] = []
    seconds = 0.0
    for url, gold, page in body_pages(data):
        start = time.process_time()
        body = read(page)
        seconds += time.process_time() - start
        precision, recall = shingle_scores(gold, body)
        scores.append(PageScore(page.id, url, precision, recall))
    return BodyScore(tuple(scores), len(scores) / max(seconds, 1e-9))


def body_pages(data: Path) -> Iterator[tuple[str, str, Page]]:
    """Address, true body and page of article-extraction-benchmark, in order of their names."""
    folder = data / "extraction"
    for name, label in sorted(json.loads((folder / "ground-truth.json").read_text("utf-8")).items()):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield label.get("url", ""), label["articleBody"], _page(name, raw)


def evaluation_pages(folder: Path) -> Iterator[tuple[str, Segments, Page]]:
    """Address, segments and page of trafilatura's evaluation set; `folder` is its `tests/`."""
    for url, label in sorted(json.loads((folder / "evaldata.json").read_text("utf-8")).items()):
        path = evaluation_page(folder, label["file"])
        if path is not None:
            segments = Segments(tuple(label.get("with") or ()), tuple(label.get("without") or ()))
            yield url, segments, _page(label["file"], path.read_bytes())


def shingle_scores(gold: str, body: str) -> tuple[float, float]:
    """Precision and recall of one body against its gold, over multisets of four-token shingles.

    >>> shingle_scores("one two three four five", "one two three four")
    (1.0, 0.5)
    """
    want, got = _shingles(gold), _shingles(body)
    shared = (want & got).total()
    extra, missing = (got - want).total(), (want - got).total()
    if not extra and not missing:
        return 1.0, 1.0
    return (shared / (shared + extra) if shared else 0.0, shared / (shared + missing) if shared else 0.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    if len(words) < _SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def evaluation_page(folder: Path, name: str) -> Path | None:
    """A page of trafilatura's evaluation set; `folder` is its `tests/`."""
    return next((folder / sub / name for sub in ("cache", "eval") if (folder / sub / name).exists()), None)


def segment_score(folder: Path, read: Read) -> SegmentScore:
    """Segments over trafilatura's evaluation pages (`folder` is their unpacked `tests/`)."""
    pages = found = missed = leaked = kept_out = 0
    for _, segments, page in evaluation_pages(folder):
        if segments.wanted:
            inside, leaks = segments.held(read(page))
            pages += 1
            found += inside
            missed += len(segments.wanted) - inside
            leaked += leaks
            kept_out += len(segments.unwanted) - leaks
    return SegmentScore(pages, found, missed, leaked, kept_out)


def seeds_check(data: Path) -> dict[str, bool]:
    """For each founding page: title right, no furniture in the body, the right number of paragraphs."""
    gold = json.loads((data / "seeds" / "gold.json").read_text("utf-8"))
    shared = gold["family"]["base_paragraphs_shared"]
    checks: dict[str, bool] = {}
    for name, entry in gold["pages"].items():
        given = Given(outlet=entry["outlet"], published=entry["published"])
        raw = (data / "seeds" / entry["file"]).read_bytes()
        read = read_page(Page(name, entry["file"], "text", raw, "", given), ReadSettings())
        if not isinstance(read, Article):
            checks[name] = False
            continue
        furniture = {item.span.of(read.text) for item in read.furniture}
        added = gold["family"]["added_by"].get(name, [])
        checks[f"{name} title"] = read.title == entry["title"]
        checks[f"{name} furniture"] = furniture >= set(gold["boilerplate"][name])
        checks[f"{name} paragraphs"] = len(read.paragraphs) == shared + len(added)
        checks[f"{name} added"] = set(added) <= set(read.paragraph_texts())
    return checks


def peer_reader() -> Read | None:
    """trafilatura in precision mode, where it is installed."""
    try:
        from trafilatura import extract  # noqa: PLC0415  a peer, only where the bench extra is installed
    except ImportError:
        return None
    return lambda page: str(extract(page.data, favor_precision=True, include_comments=False) or "")


def _page(name: str, data: bytes) -> Page:
    return Page(name, name, "html", data, "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="list so many of the worst pages")
    parser.add_argument("--peer", action="store_true", help="measure trafilatura beside")
    arguments = parser.parse_args()
    peer = peer_reader() if arguments.peer else None
    readers: list[tuple[str, Read]] = [("html", read_html), ("bare text", read_bare)]
    if peer:
        readers.append(("trafilatura precision", peer))
    for name, read in readers:
        score = body_score(arguments.data, read)
        print(
            f"{name}: F1 {score.f1:.4f} P {score.precision:.4f} R {score.recall:.4f} "
            f"worst {score.worst:.2f} {score.pages_per_second:.0f} pages/CPU-s"
        )
        for page in sorted(score.pages, key=lambda page: page.f1)[: arguments.worst]:
            print(
                f"  {page.f1:.2f} P {page.precision:.2f} R {page.recall:.2f} {page.page[:8]} {page.url[:70]}"
            )
    segments = arguments.data / "extraction" / "trafilatura-eval" / "tests"
    if segments.exists():
        for name, read in readers:
            marks = segment_score(segments, read)
            print(
                f"segments, {name}: F1 {marks.f1:.3f} P {marks.precision:.3f} R {marks.recall:.3f} "
                f"({marks.pages} pages)"
            )
    else:
        print(f"segments: skipped, {segments} is not there")
    for check, passed in seeds_check(arguments.data).items():
        print(f"seeds, {check}: {'yes' if passed else 'NO'}")


if __name__ == "__main__":
    main()
