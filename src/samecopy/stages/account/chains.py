"""Chains of citation: what a page has from another outlet or agency counts with that one's report.

"The envoy told the Polar Wire" in a daily adds no report to the Polar Wire's own. Cited bodies are the
outlets and agencies of the story, and such media outside the pile as a page introduces by a noun ("the
magazine Nord"). A sentence that names one and has a word of passing on is relayed, and so are those that go
on with "the newspaper". Whatever is in doubt is relayed: that can only lower a count.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import Article, Source
from samecopy.settings import BODY_WORDS
from samecopy.stages.account.reports import Report
from samecopy.text.bodies import name_words
from samecopy.text.sentences import sentences

_MEDIUM = r"(?:magazine|newspaper|paper|daily|weekly|tabloid|broadcaster|news agency|news site|website)"
_INTRODUCED = re.compile(
    rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?{_MEDIUM} ((?:[A-Z][\w'’-]*)(?: (?:(?:of|and|de|la|der) )?[A-Z][\w'’-]*)*)"
)
_AGAIN = re.compile(rf"\bthe (?:{_MEDIUM}|agency|station|channel|outlet)\b")
_PASSED_ON = re.compile(
    r"\b(?:told|tells|telling|according|report(?:s|ed|ing)?|said|says|wr(?:ote|ites)|interview|quot(?:ed|ing)"
    r"|cit(?:ed|es|ing)|reveal(?:ed|s)|publish(?:ed|es)|obtained|seen|learned)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_LEAST = 4  # letters of a word that stands for a whole name once that was cited


@dataclass(frozen=True, slots=True)
class Relayed:
    """A stretch of a page that passes on what `name` had; `root` is the report that stands for it."""

    begin: int
    end: int
    root: str
    name: str


@dataclass(frozen=True, slots=True)
class Chains:
    """What is relayed on each page of a story, in reading order, and the folded names of all cited media."""

    pages: Mapping[str, tuple[Relayed, ...]]
    media: frozenset[tuple[str, ...]]

    def at(self, page: str, begin: int, end: int) -> Relayed | None:
        """The chain that a stretch of a page stands in, if any."""
        found = (r for r in self.pages.get(page, ()) if r.begin < end and begin < r.end)
        return next(found, None)

    def passes_on(self, source: Source) -> bool:
        """Whether a source is no more than a medium of the chain."""
        return _plain(source.name) in self.media


def chains(articles: Sequence[Article], reports: Sequence[Report]) -> Chains:
    """All chains of a story. A page's own outlet, and what shares its report, are never cited by it."""
    roots = _named(articles, reports)
    own = {page: report.root for report in reports for page in report.pages}
    openings = _openings(roots)
    found = {a.page: _relayed(a, roots, openings, own[a.page]) for a in articles if a.page in own}
    media = frozenset(_plain(name) for name in roots)
    return Chains({page: tuple(lines) for page, lines in found.items() if lines}, media)


def _named(articles: Sequence[Article], reports: Sequence[Report]) -> dict[str, str]:
    """Names of media as written → the report that stands for each."""
    of_page = {page: report for report in reports for page in report.pages}
    roots: dict[str, str] = {}
    for report in reports:
        if report.agency is not None:
            roots.setdefault(_bare(report.agency), report.root)
    for article in articles:
        if article.outlet.name and article.page in of_page:
            roots.setdefault(_bare(article.outlet.name), of_page[article.page].root)
    for article in articles:
        for match in _INTRODUCED.finditer(article.text):
            roots.setdefault(_bare(match.group(1)), f"cited {_bare(match.group(1))}")
    return {name: root for name, root in roots.items() if len(name) >= _LEAST}


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he\s+|['’]s?$", "", name.strip())


def _plain(name: str) -> tuple[str, ...]:
    return tuple(word for word in name_words(name) if word not in ("the", "magazine", "newspaper", "agency"))


def _openings(names: Iterable[str]) -> dict[str, list[str]]:
    """First words → the names that begin with them: those that a text may hold are few."""
    found: dict[str, list[str]] = {}
    for name in names:
        first = _WORD.search(name)
        found.setdefault(first.group() if first else "", []).append(name)
    return found


def _relayed(
    article: Article, roots: Mapping[str, str], openings: Mapping[str, Sequence[str]], own: str
) -> list[Relayed]:
    likely = (n for w in {"", *_WORD.findall(article.text)} for n in openings.get(w, ()) if roots[n] != own)
    others = sorted(likely, key=lambda n: (-len(n), n))
    if not others:
        return []
    naming = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, others))})(?!\w)")
    if not naming.search(article.text):
        return []
    found: list[Relayed] = []
    last = ""
    for paragraph in article.paragraphs:
        for sentence in sentences(article.text, paragraph.span.begin, paragraph.span.end):
            text = sentence.of(article.text)
            match = naming.search(text)
            if match is not None:
                last = match.group()
            elif not last or not _again(text, last):
                continue
            if _PASSED_ON.search(text):
                found.append(Relayed(sentence.begin, sentence.end, roots[last], last))
    return found


def _again(text: str, name: str) -> bool:
    """Whether a sentence calls a medium cited before: "the newspaper", or one word of its name."""
    if _AGAIN.search(text):
        return True
    short = [w for w in name.split() if len(w) >= _LEAST and w.casefold() not in BODY_WORDS]
    return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)(?! [A-Z])", text) for w in short[:1] + short[-1:])
