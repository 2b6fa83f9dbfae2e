"""Agency credits and datelines on invented pages: `evals/credits/`.

*Agencies*: pages on which the agencies found are those of the gold, no more and no fewer; where there is
none to find, that is none. *Kind*: of the gold's credits, those found where they stood. *Place*: pages on
which the dateline's place is the gold's, or there is none and none was found.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import Figure
from samecopy.records import Article, Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

HOME = Path(__file__).with_name("credits")
_OUTLET = "Morning Tide"
HALVES = ("shown", "kept")

Case = Any
"""One decoded line of a half."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One page: its gold and what was found, as (name, kind) pairs in folded letters, and the places."""

    case: str
    why: str
    gold: frozenset[tuple[str, str]]
    found: frozenset[tuple[str, str]]
    place: str
    placed: str

    @property
    def named(self) -> bool:
        return {name for name, _ in self.gold} == {name for name, _ in self.found}


def figures() -> tuple[list[Figure], list[Scored]]:
    """The figures of both halves, and the pages with anything wrong."""
    found: list[Figure] = []
    wrong: list[Scored] = []
    for half in HALVES:
        scored = list(scores(half))
        kinds = [pair in one.found for one in scored for pair in sorted(one.gold)]
        shares = (
            ("agencies", [one.named for one in scored]),
            ("kind", kinds),
            ("place", [one.place == one.placed for one in scored]),
        )
        for what, right in shares:
            found.append(Figure(f"credits: {what}, {half} half", sum(right) / len(right), f"of {len(right)}"))
        wrong += [one for one in scored if one.gold != one.found or one.place != one.placed]
    return found, wrong


def scores(half: str) -> Iterator[Scored]:
    """Each page of a half, read."""
    frames = json.loads((HOME / "frames.json").read_text("utf-8"))
    for line in (HOME / f"{half}.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        read = read_page(page_of(case, frames[case["lang"]]), ReadSettings())
        yield Scored(
            case["id"],
            case["why"],
            frozenset((_folded(name), kind) for name, kind in case["credits"]),
            _credits(read),
            _folded(case["dateline"] or ""),
            _folded(read.dateline.place) if isinstance(read, Article) and read.dateline else "",
        )


def page_of(case: Case, frame: Case) -> Page:
    """The page of a case: its own parts in its language's frame."""
    first, *others = ([case["lead"]] if "lead" in case else []) + list(frame["paragraphs"])
    above, below = case.get("above", ""), case.get("below", "")
    if case.get("form") == "text":
        parts = [frame["title"], above, first, *others, below]
        return _page(case, "\n\n".join(part for part in parts if part), "text")
    paragraphs = "".join(f"<p>{text}</p>" for text in (first, *others))
    caption = case.get("figure", "")
    figure = f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>" if caption else ""
    return _page(
        case,
        f"<html lang='{case['lang']}'><head><title>{frame['title']}</title>{case.get('head', '')}"
        f"<meta property='og:site_name' content='{_OUTLET}'></head><body><nav><a href='/'>{_OUTLET}</a></nav>"
        f"<main><article><h1>{frame['title']}</h1>{above}{figure}{paragraphs}{below}</article></main>"
        f"<footer><p>{_OUTLET}, Quay 4</p></footer></body></html>",
        "html",
    )


def _page(case: Case, text: str, media: Any) -> Page:
    return Page(case["id"], case["id"], media, text.encode(), "")


def _credits(read: Article | Rejection) -> frozenset[tuple[str, str]]:
    if not isinstance(read, Article):
        return frozenset()
    return frozenset((_folded(one.name), one.kind) for one in read.credits if one.agency)


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
