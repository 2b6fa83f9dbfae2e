"""How well the copy tree is told: which page each copy was made of, on piles where that is known.

    python -m evals --only direction [--data DIR]

Piles are made by `bench.copies_gen`, and by DIR's `bench/copies_gen.py` where it lies, and read, paired
and collated as any pile is. Each is judged three times: with the times of publication, without them,
and with times and every original withheld. A copy whose source is in the pile is right where its parent
is named; what is left open is not right. A verdict is right with its confidence where the page named
is the source; an original that was withheld must be said to lie outside, or left open.

A copy of an update, which is in no pile, has the original for its source. The generators draw agency
credits at random for each page, whatever it was made of; they are left out, so that what is measured
is what the texts and their times tell.
"""

import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

import pyarrow.parquet as pq

from bench.copies_gen import Pile
from evals.figures import Figure
from samecopy.engines.copies import find_copies
from samecopy.plan import gather, single
from samecopy.plan.items import Copy
from samecopy.records import Article, Descent, Family, Given, Page
from samecopy.settings import Settings
from samecopy.stages import extract

_LEVELS = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Known:
    """A page of a pile whose descent is known. `parent`: the id of its source, None for a head and for
    a page of no family; `family` its family's number, -1 for none."""

    id: str
    outlet: str
    text: str
    time: int
    family: int
    parent: str | None


def made(n: int, seed: int) -> list[Known]:
    """A pile by our own generator."""
    pile = Pile(n, seed).make()
    return [
        Known(id_, outlet, text, time, family, pile.ids[parent] if parent >= 0 else None)
        for id_, outlet, text, time, family, parent in zip(
            pile.ids, pile.outlets, pile.texts, pile.times, pile.families, pile.parents, strict=True
        )
    ]


def shared(data: Path, n: int, seed: int) -> list[Known]:
    """A pile by the generator in the folder `data`, over the articles that lie beside it."""
    articles = data.parent / "data" / "allsides" / "articles.parquet"
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/pile"
        command = [sys.executable, str(data / "copies_gen.py"), "--n", str(n), "--seed", str(seed)]
        command += ["--articles", str(articles), "--basedir", folder, "--out", out, "--no-jsonl"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        pages = pq.read_table(f"{out}.docs.parquet").to_pylist()
        gold = pq.read_table(f"{out}.gold.parquet", columns=["family", "parent"]).to_pylist()
    ids = [str(page["doc_id"]) for page in pages]
    return [
        Known(
            id_, page["outlet"], page["text"], page["ts"], of["family"],
            ids[of["parent"]] if of["parent"] >= 0 else None,
        )
        for id_, page, of in zip(ids, pages, gold, strict=True)
    ]  # fmt: skip


def copies_of(pile: Sequence[Known], settings: Settings) -> list[Copy]:
    """The families found in a pile, to be collated."""
    read = [a for known in pile if (a := single.read(_page(known), settings).article) is not None]
    outlets: dict[str, list[Article]] = defaultdict(list)
    for article in read:
        outlets[article.outlet.key].append(article)
    articles = [a for pages in outlets.values() for a in extract.read_site(pages, settings.read)]
    found = find_copies([gather.body(a) for a in articles], settings.copies)
    by_page = {a.page: replace(a, credits=(), byline=None) for a in articles}
    passages = [gather.in_page_text(p, by_page) for p in found.passages]
    return gather.families(found.memberships, passages, by_page)


def _page(known: Known) -> Page:
    data = known.text.encode()
    name = "".join(c for c in known.outlet.lower() if c.isalnum())
    at = datetime.fromtimestamp(known.time, UTC).isoformat()
    given = Given(f"https://{name}.example/{known.id}", known.outlet, at)
    return Page(known.id, known.id, "text", data, blake2b(data, digest_size=16).hexdigest(), given)


def undated(copy: Copy) -> Copy:
    return replace(copy, members=tuple(_undated(m) for m in copy.members))


def _undated(article: Article) -> Article:
    return replace(article, published=None, modified=None)


@dataclass(slots=True)
class Tally:
    """What came of one reading of a pile.

    `copies`: those whose source is in the pile; `right`, with that source named; `fitting`, with it
    named or among the pages said to read the same. `lines` and `origins` count verdicts that name a
    page, by confidence and whether they are right; `outside` verdicts that name none, `families` all.
    """

    copies: int = 0
    right: int = 0
    fitting: int = 0
    families: int = 0
    outside: int = 0
    lines: Counter[tuple[str, bool]] = field(default_factory=Counter)
    origins: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        for name in ("copies", "right", "fitting", "families", "outside"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.lines.update(other.lines)
        self.origins.update(other.origins)


def judge(families: Sequence[Family], pile: Sequence[Known]) -> Tally:
    """Compares the families found with what is known of the pile."""
    known = {page.id: page for page in pile}
    told: dict[str, Descent] = {}
    tally = Tally(families=len(families))
    for family in families:
        heads = {p for p in family.pages if known[p].family >= 0 and known[p].parent is None}
        if family.origin.page is None:
            tally.outside += 1
        else:
            tally.origins[family.origin.confidence, family.origin.page in heads] += 1
        for line in family.origin.descents:
            if line.parent is not None:
                told[line.page] = line
    for page in pile:
        own = told.get(page.id)
        right = own is not None and own.parent == page.parent
        if page.parent in known:
            tally.copies += 1
            tally.right += right
            tally.fitting += own is not None and page.parent in (own.parent, *own.alike)
        if own is not None:
            tally.lines[own.confidence, right] += 1
    return tally


def without_originals(pile: Sequence[Known]) -> list[Known]:
    return [page for page in pile if page.family < 0 or page.parent is not None]


def figures(data: Path | None, n: int = 1_000, seeds: Sequence[int] = (5,)) -> list[Figure]:
    """All figures on piles of our own generator, and on those of the one in `data`."""
    found = _measured("made", [made(n, seed) for seed in seeds])
    if data is not None and (data / "copies_gen.py").exists():
        found += _measured("walked", [shared(data, n, seed) for seed in seeds])
    return found


def _measured(name: str, piles: Sequence[list[Known]]) -> list[Figure]:
    settings = Settings()
    tallies = {"times": Tally(), "no times": Tally(), "withheld": Tally()}
    for pile in piles:
        copies = copies_of(pile, settings)
        tallies["times"].add(_collated(copies, pile, settings))
        tallies["no times"].add(_collated([undated(copy) for copy in copies], pile, settings))
        rest = without_originals(pile)
        tallies["withheld"].add(_collated(copies_of(rest, settings), rest, settings))
    return [
        figure for what, tally in tallies.items() for figure in told_in(f"direction, {name}, {what}", tally)
    ]


def _collated(copies: Sequence[Copy], pile: Sequence[Known], settings: Settings) -> Tally:
    return judge([single.collated(copy, settings).family for copy in copies], pile)


def told_in(name: str, tally: Tally) -> Iterator[Figure]:
    """A tally as figures. A share of verdicts is 1 where there is none."""
    if tally.copies:
        yield Figure(f"{name}: parent right", tally.right / tally.copies, f"of {tally.copies}")
        fits = f"of {tally.copies}, the parent or a page said to read the same"
        yield Figure(f"{name}: parent fits", tally.fitting / tally.copies, fits)
    for what, counts in (("line", tally.lines), ("origin", tally.origins)):
        for level in _LEVELS:
            right, wrong = counts[level, True], counts[level, False]
            share = right / (right + wrong) if right + wrong else 1.0
            yield Figure(f"{name}: {what}, {level}, right", share, f"of {right + wrong}")
    yield Figure(f"{name}: origin left open", tally.outside / max(tally.families, 1), f"of {tally.families}")
