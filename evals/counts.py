"""The two counts on invented stories told by several outlets: `evals/counts/stories.jsonl`.

Each line is one story: its pages (outlet, url, published, title, text), `copies` (pages that carry one text,
credited or not, or are of one owner: they must never count twice) and `gold`: items with phrases to find them
by, the pages that carry them, and the bounds [least, most] of independent reports and primary sources; events
also with `when` (a TIMEX3 value) and `status`. Some have `figures` too, which `evals.given` judges. The
stories and the gold were written before any was run.
Rules are made on the odd numbers only.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from evals.figures import Figure
from evals.given import Graded, graded, measured
from samecopy import views
from samecopy.api import Quiet
from samecopy.engines import local
from samecopy.records import Event, PageSpan, Result, Statement
from samecopy.records import Figure as Count
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.store import Store

STORIES = Path(__file__).with_name("counts") / "stories.jsonl"

Gold = Any
"""One decoded line of the stories, or one of its gold items."""

Item = Statement | Event | Count
SomeItem = TypeVar("SomeItem", Statement | Event | Count, Count)
Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """One gold item: its phrase, and what was counted for it (None where it was not found). `dated` and
    `stated`: whether an event has the gold's time and status."""

    story: str
    kind: str
    phrase: str
    gold: tuple[Bounds, Bounds]
    ours: tuple[Bounds, Bounds] | None
    copies_apart: bool
    dated: bool = False
    stated: bool = False

    @property
    def off(self) -> int:
        """The largest distance of any bound from the gold's; 99 for what was not found."""
        if self.ours is None:
            return 99
        pairs = zip(self.gold, self.ours, strict=True)
        return max(abs(a - b) for gold, ours in pairs for a, b in zip(gold, ours, strict=True))


def stories(half: int) -> list[Gold]:
    """The stories of one half: 1 the odd numbers (rules are made on them), 0 the even ones (kept out)."""
    lines = STORIES.read_text(encoding="utf-8").splitlines()
    return [s for s in map(json.loads, lines) if int(s["story"]) % 2 == half]


def told(pages: dict[str, Gold]) -> Result:
    """The whole plan over a story's pages, as rows of a JSONL file."""
    with tempfile.TemporaryDirectory() as temporary:
        pile, out = Path(temporary, "pile.jsonl"), Path(temporary, "out")
        out.mkdir()
        rows = [json.dumps({"id": key, **page}) for key, page in pages.items()]
        pile.write_text("\n".join(rows), encoding="utf-8")
        settings = Settings()
        with Store(views.store_in(out)) as store:
            local.run(open_pile([pile], settings.read), store, settings, Quiet())
            return views.result(store)


def scored(story: Gold, result: Result) -> Iterator[Scored]:
    """Every gold item of a story, counted."""
    keys = {v.article.page: _key(v.article.url, story["pages"]) for v in result.pages}
    texts = {v.article.page: v.article.text for v in result.pages}
    for gold in story["gold"]:
        item = _best(gold, _items(result, gold["kind"]), texts)
        bounds = (_bounds(gold["reports"]), _bounds(gold["sources"]))
        ours = None if item is None else _counted(item)
        apart = item is not None and _apart(item, story["copies"], keys)
        dated = isinstance(item, Event) and item.when == gold["when"]
        stated = isinstance(item, Event) and item.status == gold["status"]
        yield Scored(story["story"], gold["kind"], gold["keys"][0], bounds, ours, apart, dated, stated)


def given(story: Gold, result: Result) -> tuple[list[Graded], int]:
    """Every gold figure of a story, judged, and how many of ours the gold has not."""
    texts = {v.article.page: v.article.text for v in result.pages}
    ours = [figure for told_of in result.stories for figure in told_of.figures]
    pairs = [(gold, _best(gold, ours, texts)) for gold in story["figures"]]
    met = {figure.id for _, figure in pairs if figure is not None}
    return list(graded(story["story"], pairs)), len(ours) - len(met)


def _key(url: str | None, pages: dict[str, Gold]) -> str:
    return next(key for key, page in pages.items() if page["url"] == url)


def _bounds(pair: Sequence[int]) -> Bounds:
    return pair[0], pair[1]


def _items(result: Result, kind: str) -> list[Item]:
    found: list[Item] = []
    for story in result.stories:
        found += story.statements if kind == "statement" else ()
        found += story.events if kind == "event" else ()
        found += story.figures if kind == "figure" else ()
    return found


def _best(gold: Gold, items: Sequence[SomeItem], texts: dict[str, str]) -> SomeItem | None:
    """The item that stands at the gold's phrases on most pages; of several, the longest there."""
    places = [
        PageSpan(page, at, at + len(key))
        for page, text in texts.items()
        for key in gold["keys"]
        if (at := text.find(key)) >= 0
    ]
    scores = [(_at(item, places), -n) for n, item in enumerate(items)]
    best = max(scores, default=((0, 0), 0))
    return items[-best[1]] if best[0][0] else None


def _at(item: Item, places: Sequence[PageSpan]) -> tuple[int, int]:
    shared = [
        (a.page, min(a.end, b.end) - max(a.begin, b.begin))
        for a in item.spans
        for b in places
        if a.page == b.page
    ]
    near = [(page, n) for page, n in shared if n > 0]
    return len({page for page, _ in near}), max((n for _, n in near), default=0)


def _counted(item: Item) -> tuple[Bounds, Bounds]:
    reports, most = item.reports_at_most, item.primary_sources_at_most
    return (reports, reports), (getattr(item, "primary_sources_at_least", most), most)


def _apart(item: Item, copies: Sequence[str], keys: dict[str, str]) -> bool:
    """Whether two pages of one copy or one owner stand in two reports of the item's evidence."""
    lines = [
        {keys[s.page] for s in line.spans} for line in getattr(item, "evidence", ()) if line.sign == "report"
    ]
    return any(len({n for n, pages in enumerate(lines) for p in pages if p in group}) > 1 for group in copies)


def figures() -> tuple[list[Figure], list[str]]:
    """All figures of both halves, and lines on what was not exact in the half that rules are made on."""
    found: list[Figure] = []
    wrong: list[str] = []
    for half, name in ((1, "counts, tuned"), (0, "counts, kept out")):
        read = [(story, told(story["pages"])) for story in stories(half)]
        items = [item for story, result in read for item in scored(story, result)]
        for what, of_kind in (("", ("statement", "figure")), (" events", ("event",))):
            found += _of_kind(name + what, [i for i in items if i.kind in of_kind], len(read))
        events = [i for i in items if i.kind == "event" and i.ours is not None]
        of = f"of {len(events)}"
        found.append(Figure(f"{name} events: time right", sum(i.dated for i in events) / len(events), of))
        found.append(Figure(f"{name} events: status right", sum(i.stated for i in events) / len(events), of))
        parts = [given(story, result) for story, result in read if "figures" in story]
        grades = [grade for some, _ in parts for grade in some]
        found += measured(f"{name} figures", grades, sum(beyond for _, beyond in parts))
        if half:
            wrong += [f"{i.story}: {i.phrase}: {i.ours} for {i.gold}" for i in items if _is_wrong(i)]
            wrong += [f"{g.story}: {g.phrase}: {', '.join(g.wrong)}" for g in grades if g.wrong]
    return found, wrong


def _is_wrong(item: Scored) -> bool:
    return bool(item.off) or (item.kind == "event" and not (item.dated and item.stated))


def _of_kind(name: str, items: Sequence[Scored], read: int) -> list[Figure]:
    met = [item for item in items if item.ours is not None]
    of = f"of {len(met)}"
    return [
        Figure(f"{name}: found", len(met) / len(items), f"of {len(items)} in {read} stories"),
        Figure(f"{name}: exact", sum(i.off == 0 for i in met) / len(met), of),
        Figure(f"{name}: within one", sum(i.off <= 1 for i in met) / len(met), of),
        Figure(f"{name}: more reports than gold", sum(_over(i) for i in met) / len(met), of),
        Figure(f"{name}: copies counted apart", sum(i.copies_apart for i in met), of),
    ]


def _over(item: Scored) -> bool:
    return item.ours is not None and item.ours[0][1] > item.gold[0][1]
