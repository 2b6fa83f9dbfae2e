"""How well title, byline and date are read, over trafilatura's evaluation pages.

    python -m evals.metadata DATA [--peer]

Its labels were made by hand and are of several minds: a headline with or without its kicker, the day of
publication or of the last update, an author's name or the house's, and a share of them stands nowhere in
the stored page. So each fact has three figures.

*Strict*, over all pages with a label: the label's letters or people and nothing else; the day of
publication. A page that the reader refuses as no article counts as wrong.

*Lenient*, over the same pages: also a longer or shorter form of the headline, a byline that names more
people than the label, the day of the last change. Labels that are no calendar day are left out.

*As the page has it*, over the pages that were read and hold the label. Case, space, punctuation and accents
count for nothing. A title's letters stand in the source once entities are decoded; whole parts may be missing
at either end where a dash, bar or colon divides them, or an element of their own (the site, the section, the
kicker). People stand, by whole words, in a short text of the page, a meta element or a name of its structured
data; a label that is the site's own name names nobody; "By", titles, degrees and a desk or agency beside
people count for nothing, and order is free. A day stands in the source in one of the usual forms; where the
source tells it as that of the last change and nowhere as that of publication, the day of the change is right
too.

`--peer` measures trafilatura, with htmldate in it, on the same pages by the same rules.
"""

import argparse
import datetime
import html
import json
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from evals.reading import evaluation_page
from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page
from samecopy.text.charset import decode
from samecopy.text.months import month_number

ARCHIVE = "trafilatura-eval.tar.zst"
_SPLIT = re.compile(r"[,;/|&]|\b(?:and|und|et|y|e)\b", re.IGNORECASE)
_SHORTEST = 10  # letters of a headline's shorter form
_SHORTEST_APART = 8  # where an element tells that the rest is set apart
_PART = re.compile(r"\s+[|–—·•»«:-]{1,2}\s+|\s*[|:]\s+")
_NO_NAME = re.compile(
    r"^(?:by|von|par|por|di|door|av|af)\s+"
    r"|\b(?:dr|prof|mag|dipl|ing|sir|dame|ph\.? ?d|m\.?d|m\.?a|m\.?sc)\b\.?",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<(script|style)\b(?![^>]*json).*?</\1>", re.DOTALL | re.IGNORECASE)
_TOLD = re.compile(
    r">\s*([^<>]{2,200}?)\s*(?=<)|\bcontent=\"([^\"<>]{2,200})\"|\"(?:name|author|creator)\"\s*:\s*\"([^\"]{2,200})\""
)
_TOLD_WORDS = 14  # of a text that may be a byline: a longer one is a sentence
_CHANGED = re.compile(
    r"modified|updated|aktualisiert|geändert|mise? à jour|actualizado|atualizado", re.IGNORECASE
)
_PUBLISHED = re.compile(r"publi[sck]|posted|created|issued|veröffentlicht|erschienen|erstellt", re.IGNORECASE)
_BEHIND = 45  # characters behind such a word in which its day stands
_FOR_THE = re.compile(r"\bfor the .*", re.IGNORECASE)  # "Ada Voss for the Evening Post"
_BESIDE = re.compile(
    r"(?:[\w.-]+ )?(?:redaktion|redacción|rédaction|staff|newsroom|editors?|agenturen|agencies)|staff writer"
    r"|(?:dpa|afp|apa|sda|epd|kna|efe|ansa|reuters|ap)(?:-\w+)?",
    re.IGNORECASE,
)
_NO_LETTER = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{3,13}")


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / max(1, self.of)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader says of one page; days as `YYYY-MM-DD`."""

    title: str | None = None
    byline: str | None = None
    day: str | None = None
    change: str | None = None


FactReader = Callable[[Page], Facts | None]
"""A reader under test: a page to its facts; None where it refuses the page as no article."""


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


def metadata_score(folder: Path, read: FactReader) -> dict[str, Share]:
    """Share right of each measure over the pages of `folder` (the unpacked `tests/`)."""
    marks: dict[str, list[bool]] = {}
    for url, label in sorted(json.loads((folder / "evaldata.json").read_text("utf-8")).items()):
        path = evaluation_page(folder, label["file"])
        if path is None or not any(label.get(name) for name in ("title", "author", "date")):
            continue
        page = Page(path.name, path.name, "html", path.read_bytes(), "")
        text = html.unescape(html.unescape(decode(page.data).text))
        for measure, right in _marks(label, read(page), text, urlsplit(url).hostname or ""):
            marks.setdefault(measure, []).append(right)
    return {measure: Share(sum(right), len(right)) for measure, right in marks.items()}


def _marks(label: dict[str, Any], read: Facts | None, text: str, host: str) -> Iterator[tuple[str, bool]]:
    """Each measure that the page's label lets be taken, and whether the facts are right by it."""
    facts = read or Facts()
    title, author, day = label.get("title"), label.get("author"), label.get("date")
    if title:
        want, got = letters(title), letters(facts.title)
        yield "title", want == got
        yield "title, longer or shorter", same_form(want, got)
        if read and plain(title) in plain(text):
            right = same_parts(title, facts.title or "") or set_apart(title, facts.title or "", text)
            yield "title, as the page has it", right
    if author:
        named, people = names(author), names(facts.byline)
        yield "byline", named == people
        yield "byline, author among others", named <= people
        if read and names_people(text, author, host):
            yield "byline, as the page has it", persons(author) == persons(facts.byline)
    if day and is_day(day):
        yield "date to the day", facts.day == day
        yield "date to the day, or of the last change", day in (facts.day, facts.change)
        if read and tells(text, day):
            right = facts.day == day or (facts.change == day and changed(text, day))
            yield "date to the day, as the page has it", right


def read_facts(page: Page) -> Facts | None:
    """The facts as samecopy reads them."""
    read = read_page(page, ReadSettings())
    if not isinstance(read, Article):
        return None
    return Facts(
        read.title,
        read.byline,
        read.published.day if read.published else None,
        read.modified.day if read.modified else None,
    )


def peer_reader() -> FactReader | None:
    """trafilatura, where it is installed; it tells one day only, which counts as that of the change too."""
    try:
        from trafilatura import extract_metadata  # noqa: PLC0415  a peer, only where the bench extra is installed
    except ImportError:
        return None

    def read(page: Page) -> Facts:
        told = extract_metadata(decode(page.data).text)
        if not told:
            return Facts()
        return Facts(told.title, (told.author or "").replace(";", ","), told.date, told.date)

    return read


def plain(text: str) -> str:
    """Letters and digits without case and accents.

    >>> plain("Ärger in Holm: 4 Fähren!")
    'argerinholm4fahren'
    """
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", text).casefold())


def same_parts(want: str, got: str) -> bool:
    """Whether one title is the other, or the other without whole parts at its ends.

    >>> same_parts("Bridge opens", "Floods: Bridge opens | Post"), same_parts("Bridge", "Bridge opens")
    (True, False)
    """
    return plain(want) in _parts(got) or plain(got) in _parts(want)


def set_apart(want: str, got: str, text: str) -> bool:
    """Whether one title is the other, but for a piece at an end that is an element's text of its own.

    >>> set_apart("Bridge opens", "Floods Bridge opens", "<h1><b>Floods</b> Bridge opens</h1>")
    True
    """
    shorter, longer = sorted((plain(want), plain(got)), key=len)
    rest = longer.removesuffix(shorter) if longer.endswith(shorter) else longer.removeprefix(shorter)
    if len(shorter) < _SHORTEST_APART or len(rest) == len(longer):
        return False
    return any(plain(one) == rest for one in _texts(text) if len(one) >= len(rest))


def _parts(title: str) -> set[str]:
    """A title, and what is left of it when parts go from its ends, by their letters."""
    marks = list(_PART.finditer(title))
    begins, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(title)]
    found = {plain(title[begin:end]) for begin in begins for end in ends if begin < end}
    return {part for part in found if len(part) >= _SHORTEST} | {plain(title)} - {""}


def persons(byline: str | list[str] | None) -> set[str]:
    """The people of a byline, without "By", titles and degrees, and without a desk or agency beside them.

    >>> sorted(persons("By Dr. Ada Voss and Per Lind, PhD")), persons("Ada Voss, dpa"), persons("dpa")
    (['adavoss', 'perlind'], {'adavoss'}, {'dpa'})
    """
    joined = ", ".join(byline) if isinstance(byline, list) else byline or ""
    parts = [_NO_NAME.sub("", part.strip()).strip() for part in _SPLIT.split(_FOR_THE.sub("", joined))]
    people = {plain(part) for part in parts if not _BESIDE.fullmatch(part)} - {""}
    return people or {plain(part) for part in parts} - {""}


def names_people(text: str, author: str | list[str], host: str) -> bool:
    """Whether a page's source tells all people of a label where a byline may stand, and they are people.

    >>> names_people("<p class=by>By Ada Voss</p><a href=per-lind>", "Ada Voss", "post.example")
    True
    >>> names_people("<p class=by>By Ada Voss</p><a href=per-lind>", "Per Lind", "post.example")
    False
    >>> names_people("<p>The Post</p>", "Post", "www.post.example")
    False
    """
    told = "\n".join(_spaced(one) for one in _texts(text) if one.count(" ") < _TOLD_WORDS)
    joined = ", ".join(author) if isinstance(author, list) else author
    named = [_spaced(_NO_NAME.sub("", part.strip())) for part in _SPLIT.split(joined)]
    house = {plain(part) for part in host.split(".")} | {plain(host.removeprefix("www."))}
    house |= {plain(site) for site in re.findall(r"og:site_name\"\s+content=\"([^\"]+)\"", text)}
    return plain(joined) not in house and all(name in told for name in named if name.strip())


def _texts(text: str) -> list[str]:
    """Short texts of a page's source: between tags, in meta elements, names in structured data."""
    return ["".join(found) for found in _TOLD.findall(_SCRIPT.sub("", text))]


def _spaced(text: str) -> str:
    return f" {' '.join(_NO_LETTER.sub(' ', unicodedata.normalize('NFKD', text).casefold()).split())} "


def changed(text: str, day: str) -> bool:
    """Whether a page's source tells a day as that of the last change, and nowhere as that of publication.

    >>> changed("Published 3 May 2031, updated 4 May 2031", "2031-05-04")
    True
    """
    told = re.split(f"({_CHANGED.pattern}|{_PUBLISHED.pattern})", text, flags=re.IGNORECASE)
    kinds = {
        bool(_CHANGED.fullmatch(word))
        for word, behind in zip(told[1::2], told[2::2], strict=True)
        if tells(behind[:_BEHIND], day)
    }
    return kinds == {True}


def tells(text: str, day: str) -> bool:
    """Whether a page's source has a day in one of the usual forms, in figures or with the month's name.

    >>> [tells(text, "2031-05-04") for text in ("20310504T0900", "4.5.31", "May 4th, 2031", "4 June 2031")]
    [True, True, True, False]
    """
    year, month, at = day[:4], int(day[5:7]), int(day[8:])
    short = rf"(?:{year}|{year[2:]})(?!\d)"
    figured = (
        rf"(?<!\d){year}\D?0?{month}\D?{at:02}|(?<!\d)0?{at}[-./ ]{{1,2}}0?{month}[-./ ]{{1,2}}{short}"
        rf"|(?<!\d)0?{month}[-/]0?{at}[-/]{short}"
    )
    if re.search(figured, text):
        return True
    worded = re.finditer(rf"(?<!\d)0?{at}(?!\d)[^\d<>]{{1,20}}{year}", text)
    around = (text[max(0, match.start() - 16) : match.end()] for match in worded)
    return any(month_number(word) == month for part in around for word in _LETTERS.findall(part))


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--peer", action="store_true", help="measure trafilatura beside")
    arguments = parser.parse_args()
    peer = peer_reader() if arguments.peer else None
    readers: list[tuple[str, FactReader]] = [("samecopy", read_facts)]
    if peer:
        readers.append(("trafilatura", peer))
    with unpacked(arguments.data / "data" / "extraction") as folder:
        for name, read in readers if folder else ():
            for measure, share in metadata_score(folder, read).items() if folder else ():
                print(f"{name}: {measure} {share.value:.4f} of {share.of}")


if __name__ == "__main__":
    main()
