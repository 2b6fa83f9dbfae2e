"""How well the copy tree is told: which page each copy was made of, on piles where that is known.

    python -m evals --only direction [--data DIR]

Piles are made by `bench.copies_gen`, and by DIR's `bench/copies_gen.py` where it lies, and read, paired
and collated as any pile is. Each is judged four times: with the times of publication, without them,
with times and every original withheld, and with times and credits kept. A copy whose source is in the
pile is right where its parent is named; what is left open is not right. A verdict is right with its
confidence where the page named is the source; an original that was withheld must be said to lie
outside, or left open.

A copy of an update, which is in no pile, has the original for its source. Without times a copy is also
counted by how much it was edited, since one that reads as the original does can only be guessed.

The generators draw agency credits at random for each page, whatever it was made of. They are left out
where what the texts and their times tell is measured. Where they are kept, families whose credits
happen to name one agency are counted apart: there its copy is said to have come from outside, which the
generator's own truth calls wrong.
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
    a page of no family; `family` its family's number, -1 for none; `kind` how it was edited."""

    id: str
    outlet: str
    text: str
    time: int
    family: int
    parent: str | None
    kind: str


def made(n: int, seed: int) -> list[Known]:
    """A pile by our own generator."""
    pile = Pile(n, seed).make()
    return [
        Known(id_, outlet, text, time, family, pile.ids[parent] if parent >= 0 else None, kind)
        for id_, outlet, text, time, family, parent, kind in zip(
            pile.ids,
            pile.outlets,
            pile.texts,
            pile.times,
            pile.families,
            pile.parents,
            pile.classes,
            strict=True,
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
        gold = pq.read_table(f"{out}.gold.parquet", columns=["family", "parent", "cls"]).to_pylist()
    ids = [str(page["doc_id"]) for page in pages]
    return [
        Known(
            id_, page["outlet"], page["text"], page["ts"], of["family"],
            ids[of["parent"]] if of["parent"] >= 0 else None, of["cls"],
        )
        for id_, page, of in zip(ids, pages, gold, strict=True)
    ]  # fmt: skip


def copies_of(pile: Sequence[Known], settings: Settings, *, credited: bool = False) -> list[Copy]:
    """The families found in a pile, to be collated, with the pages' credits or without."""
    read = [a for known in pile if (a := single.read(_page(known), settings).article) is not None]
    outlets: dict[str, list[Article]] = defaultdict(list)
    for article in read:
        outlets[article.outlet.key].append(article)
    articles = [a for pages in outlets.values() for a in extract.read_site(pages, settings.read)]
    found = find_copies([gather.body(a) for a in articles], settings.copies)
    by_page = {a.page: a if credited else replace(a, credits=(), byline=None) for a in articles}
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
    `kinds` counts copies by how they were edited and whether `right`, `fitting` or neither; `credited`
    those of families said to come from a named agency.
    """

    copies: int = 0
    right: int = 0
    fitting: int = 0
    families: int = 0
    outside: int = 0
    credited: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: Counter[tuple[str, bool]] = field(default_factory=Counter)
    origins: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        for name in ("copies", "right", "fitting", "families", "outside", "credited"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.kinds.update(other.kinds)
        self.lines.update(other.lines)
        self.origins.update(other.origins)


def judge(families: Sequence[Family], pile: Sequence[Known]) -> Tally:
    """Compares the families found with what is known of the pile."""
    known = {page.id: page for page in pile}
    told: dict[str, Descent] = {}
    credited: set[str] = set()
    tally = Tally(families=len(families))
    for family in families:
        heads = {p for p in family.pages if known[p].family >= 0 and known[p].parent is None}
        if family.origin.page is None:
            tally.outside += 1
        else:
            tally.origins[family.origin.confidence, family.origin.page in heads] += 1
        if family.origin.kind == "outside" and family.origin.agency is not None:
            credited.update(family.pages)
        for line in family.origin.descents:
            if line.parent is not None:
                told[line.page] = line
    for page in pile:
        own = told.get(page.id)
        right = own is not None and own.parent == page.parent
        if page.parent in known:
            tally.copies += 1
            fits = own is not None and page.parent in (own.parent, *own.alike)
            tally.right += right
            tally.fitting += fits
            tally.credited += page.id in credited
            tally.kinds[page.kind, "right" if right else "fitting" if fits else "neither"] += 1
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
    tallies = {"times": Tally(), "no times": Tally(), "withheld": Tally(), "credits": Tally()}
    for pile in piles:
        copies = copies_of(pile, settings)
        tallies["times"].add(_collated(copies, pile, settings))
        tallies["no times"].add(_collated([undated(copy) for copy in copies], pile, settings))
        rest = without_originals(pile)
        tallies["withheld"].add(_collated(copies_of(rest, settings), rest, settings))
        tallies["credits"].add(_collated(copies_of(pile, settings, credited=True), pile, settings))
    found = [
        figure for what, tally in tallies.items() for figure in told_in(f"direction, {name}, {what}", tally)
    ]
    return [
        *found,
        *by_kind(f"direction, {name}, no times", tallies["no times"]),
        *at_odds(f"direction, {name}, credits", tallies["credits"]),
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


def by_kind(name: str, tally: Tally) -> Iterator[Figure]:
    """The copies by how much they were edited."""
    for kind in sorted({kind for kind, _ in tally.kinds}):
        right, fitting, neither = (tally.kinds[kind, what] for what in ("right", "fitting", "neither"))
        count = right + fitting + neither
        yield Figure(f"{name}: parent right, {kind}", right / count, f"of {count}")
        yield Figure(f"{name}: parent fits, {kind}", (right + fitting) / count, f"of {count}")


def at_odds(name: str, tally: Tally) -> Iterator[Figure]:
    """The copies of families whose credits do not lead to one agency outside."""
    count = tally.copies - tally.credited
    if count:
        told = f"of {count}; credits name one agency for {tally.credited} more"
        yield Figure(f"{name}: parent right, credits at odds or absent", tally.right / count, told)
