"""How well title, byline and date are read, over trafilatura's evaluation pages.

Its labels were made by hand and are of two minds in places: a headline with or without its kicker, the
day of publication or of the last update, an author's name or the house's. So title and byline have two
figures: the strict one wants the label's letters or people and nothing else; the lenient one also
counts a longer or shorter form of the headline, and bylines that name more people than the label.
Days have two figures likewise: the strict one wants the day of publication, the lenient one takes the
day of the last change too. Labels that are no calendar day are left out. A page that is rejected counts
as wrong in all figures.
"""

import datetime
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.reading import evaluation_page
from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page

ARCHIVE = "trafilatura-eval.tar.zst"
_SPLIT = re.compile(r"[,;/|&]|\b(?:and|und|et|y|e)\b", re.IGNORECASE)
_SHORTEST = 10  # letters of a headline's shorter form


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / max(1, self.of)


@dataclass(frozen=True, slots=True)
class MetadataScore:
    """Shares of pages that have the fact in their label."""

    title: Share
    title_form: Share
    byline: Share
    byline_named: Share
    day: Share
    day_or_change: Share


@contextmanager
def unpacked(folder: Path) -> Iterator[Path | None]:
    """The evaluation pages beside their archive, unpacked for the time of the measurement.

    None where the archive is not there or nothing on this machine unpacks it.
    """
    if (folder / "trafilatura-eval" / "tests").is_dir():
        yield folder / "trafilatura-eval" / "tests"
    elif not (folder / ARCHIVE).exists() or not (shutil.which("tar") and shutil.which("zstd")):
        yield None
    else:
        with tempfile.TemporaryDirectory() as scratch:
            subprocess.run(["tar", "--zstd", "-xf", folder / ARCHIVE, "-C", scratch], check=True)
            yield Path(scratch) / "tests"


def metadata_score(folder: Path) -> MetadataScore:
    """Accuracy over the pages of `folder` (the unpacked `tests/`) whose labels have a fact."""
    marks: dict[str, list[bool]] = {name: [] for name in MetadataScore.__dataclass_fields__}
    for _, label in sorted(json.loads((folder / "evaldata.json").read_text("utf-8")).items()):
        path = evaluation_page(folder, label["file"])
        if path is None or not any(label.get(name) for name in ("title", "author", "date")):
            continue
        read = read_page(Page(path.name, path.name, "html", path.read_bytes(), ""), ReadSettings())
        article = read if isinstance(read, Article) else None
        if label.get("title"):
            want, got = letters(label["title"]), letters(article.title if article else None)
            marks["title"].append(want == got)
            marks["title_form"].append(same_form(want, got))
        if label.get("author"):
            named, people = names(label["author"]), names(article.byline if article else None)
            marks["byline"].append(named == people)
            marks["byline_named"].append(named <= people)
        if is_day(label.get("date")):
            day = article.published.day if article and article.published else None
            change = article.modified.day if article and article.modified else None
            marks["day"].append(day == label["date"])
            marks["day_or_change"].append(label["date"] in (day, change))
    return MetadataScore(**{name: Share(sum(right), len(right)) for name, right in marks.items()})


def letters(text: str | None) -> str:
    return "".join(char for char in (text or "").casefold() if char.isalnum())


def same_form(want: str, got: str) -> bool:
    """Whether one headline holds the other.

    >>> same_form("bridgeopens", "norfeldbridgeopens"), same_form("bridgeopens", "")
    (True, False)
    """
    return want == got or (min(len(want), len(got)) >= _SHORTEST and (want in got or got in want))


def names(byline: str | list[str] | None) -> set[str]:
    """The people of a byline, each by the letters of the name."""
    joined = ", ".join(byline) if isinstance(byline, list) else byline or ""
    return {letters(part) for part in _SPLIT.split(joined) if letters(part)}


def is_day(value: str | None) -> bool:
    try:
        return bool(value and datetime.date.fromisoformat(value))
    except ValueError:
        return False
