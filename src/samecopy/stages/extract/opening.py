"""The opening of an article: its headline, and what stands between headline and body.

The headline is the line that the markup's headline agrees with; without markup, the heading-like
line before the body whose words come back in the body. A standfirst is told by its form, never by
place alone, for a clean text's first paragraph must stay: it has no full stop, or it says again what
a paragraph below says, or a byline, dateline or lead-in in capitals begins the body after it.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.stages.extract.body import Body, ends_sentence
from samecopy.stages.extract.bylines import alone_by, line_byline, named_once, only_dated, plain_byline
from samecopy.stages.extract.elements import HEADINGS
from samecopy.stages.extract.line import Line, Zone
from samecopy.stages.extract.moments import day_in_words
from samecopy.stages.extract.outlets import heads, segments, tails, without_outlet
from samecopy.text.letters import only_letters

_WORD = re.compile(r"\w+")
_CAPITAL_LEAD = re.compile(r"^[“\"‘']?(?:[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.'’-]*\s+){2,6}[^\s]*[a-zà-þа-яё]")
_HEADINGS = ("h1", "h2", "h3")

_WINDOW = 14  # lines above the body in which plain text may have its headline
_MIN_TITLE, _MAX_TITLE = 3, 30  # words
_SHORTER = 0.4  # of a heading's letters, at least: less is a kicker itself
_REPEATED = 0.6  # share of a standfirst's word pairs that a paragraph below repeats
_STANDFIRST_LINES = 3
_LEAST = 20  # letters of a part of a title that tell it from a section's name
_RIGHT_ABOVE, _RECALLED = 3, 10  # lines: how far above the body a heading is its own, how far it tells of it
_DAY_WORDS = 10  # "Sunday, 4 May 2031 - 5:00 p.m. (1 comment)"
_SHORTEST = 8  # letters of a headline that stands alone
_MARKS = tuple("|–—·•»«:-")


@dataclass(frozen=True, slots=True)
class Opening:
    """`title` and the number of its line (None: not on the page); names in a byline line, its number and
    whether it says "By"; `dropped`: numbers of lines that are no body after all, with the rule's name."""

    title: str | None
    title_line: int | None
    byline: str | None
    byline_line: int | None
    byline_said: bool
    dropped: tuple[tuple[int, str], ...]


def read_opening(
    lines: Sequence[Line],
    body: Body,
    given: str | None,
    headlines: Sequence[str],
    names: tuple[str | None, ...],
) -> Opening:
    """Read headline, byline and standfirst of a page whose body is known.

    `given` is the title that came beside the page, `headlines` what the markup says, `names` forms of
    the outlet's name.
    """
    wanted = [without_outlet(title, names) for title in ((given,) if given else ()) + tuple(headlines)]
    number = _matching_line(lines, body, wanted)
    if number is None:
        # Of a title's segments the longest is the headline, and the others name outlet or section.
        others = [part for title in wanted for part in (*segments(title)[1:], *tails(title))]
        number = _lone_heading(lines, body, (*names, *others))
    if number is None:
        number = _matching_line(lines, body, [part for title in wanted for part in segments(title)[:1]])
    if number is None:
        number = _nearest_heading(lines, body, wanted[0]) if wanted else _heading_line(lines, body)
    title = given or (
        _said(lines[number].text, wanted) if number is not None else (wanted[0] if wanted else None)
    )
    dropped: dict[int, str] = {}
    start = body.lines[0] if body.lines else 0
    if number is not None and number >= start:
        dropped.update({line: "before_title" for line in body.lines if line < number})
        dropped[number] = "title"
    byline, byline_line, said = _byline(lines, body, number, dropped)
    dropped.update(_days_above(lines, body, dropped))
    _standfirst(lines, body, number, byline_line, dropped)
    title = without_outlet(title, names) if title else None
    return Opening(title or None, number, byline, byline_line, said, tuple(sorted(dropped.items())))


def _days_above(lines: Sequence[Line], body: Body, dropped: dict[int, str]) -> dict[int, str]:
    """The body's first lines as long as they are days and times, perhaps with a name beside them."""
    found: dict[int, str] = {}
    left = [number for number in body.lines if number not in dropped]
    for number in left[:-1]:
        if not only_dated(lines[number].text):
            break
        found[number] = "page_date"
    return found


def _said(text: str, wanted: Sequence[str]) -> str:
    """A heading without its kicker or what a template put behind it, where the markup's headline, word
    for word, is what begins or ends the heading; all of it where one of the markup's says just that."""
    same = [title for title in wanted if only_letters(title) == only_letters(text)]
    if same:
        return next((rest for title in same if (rest := _without_kicker(text, title))), text)
    for title in wanted:
        if _SHORTER * len(text) <= len(title) < len(text) and text.endswith((f" {title}", f":{title}")):
            return title
        if _SHORTER * len(text) <= len(title) < len(text) and text.startswith(f"{title} "):
            return title
    return text


def _without_kicker(text: str, title: str) -> str | None:
    """A heading's second part, where the markup puts a mark between two parts and the heading none, for
    they are set apart by style."""
    for tail in tails(title):
        kicker = title[: -len(tail)].rstrip(" |–—·•»«:-")
        rest = text[len(kicker) :].strip()
        if text.startswith(kicker) and only_letters(rest) == only_letters(tail) and rest[:1] not in _MARKS:
            return rest
    return None


def _matching_line(lines: Sequence[Line], body: Body, wanted: Sequence[str]) -> int | None:
    """The line that says what a known headline says; headings first, and none deep in the body."""
    limit = body.lines[min(3, len(body.lines) - 1)] if body.lines else len(lines)
    keys = [key for key in (only_letters(title) for title in wanted) if len(key) > 3]
    parts = {only_letters(part) for title in wanted for part in (*heads(title), *tails(title))}
    shortest = min(map(len, keys), default=1_000) // 2
    best: tuple[int, int, int] | None = None
    for number, line in enumerate(lines[: limit + 1]):
        heading = line.tag in _HEADINGS
        if (
            line.words > _MAX_TITLE + 10
            or (len(line.text) < shortest and not heading)
            or line.zone & (Zone.NAV | Zone.BUTTON)
        ):
            continue
        letters, linked = only_letters(line.text), body.why[number] == "links"
        agreed = max((_agreement(letters, key, linked) for key in keys), default=0)
        if agreed or (line.tag in _HEADINGS[:2] and not linked and letters in parts):
            rank = (agreed or 1, 2 if line.tag == "h1" else heading, number)
            best = rank if best is None or rank >= best else best
    return best[2] if best else None


def _lone_heading(lines: Sequence[Line], body: Body, names: tuple[str | None, ...]) -> int | None:
    """The page's one and only first-rank heading, if it stands above the body and is not the outlet's
    name: what readers see as the headline, whatever the markup says for search engines."""
    keys = {only_letters(name) for name in names if name} | {""}
    found = {only_letters(line.text): number for number, line in enumerate(lines) if line.tag == "h1"}
    found = {letters: number for letters, number in found.items() if letters not in keys}
    limit = body.lines[min(3, len(body.lines) - 1)] if body.lines else len(lines)
    if len(found) != 1:
        return None
    letters, number = found.popitem()
    return number if len(letters) >= _SHORTEST and number <= limit else None


def _agreement(letters: str, key: str, linked: bool) -> int:
    """2: the same letters; 1: one begins the other, or a heading that is no link ends the title (where
    links do, they are the site's name)."""
    if letters == key:
        return 2
    shorter, longer = sorted((len(letters), len(key)))
    if shorter <= (_LEAST if key.isascii() else _LEAST // 2) or 2 * shorter <= longer:
        return 0
    return int(letters.startswith(key) or key.startswith(letters) or (key.endswith(letters) and not linked))


def _nearest_heading(lines: Sequence[Line], body: Body, title: str) -> int | None:
    """The heading right above the body, where more of its words come back in the body than of the markup's
    title, which is nowhere on the page: some sites call all their pages the same."""
    start = body.lines[0] if body.lines else 0
    above = [n for n in range(max(0, start - _RIGHT_ABOVE), start) if lines[n].tag in HEADINGS]
    if not above or body.why[above[-1]] != "outside":
        return None
    known = _known(lines, body, _RECALLED)
    return above[-1] if _recurring(lines[above[-1]].text, known) > _recurring(title, known) else None


def _known(lines: Sequence[Line], body: Body, first: int) -> set[str]:
    return {word.casefold() for n in body.lines[:first] for word in _WORD.findall(lines[n].text)}


def _recurring(title: str, known: set[str]) -> float:
    """The share of a title's longer words that are known."""
    words = [word.casefold() for word in _WORD.findall(title) if len(word) > 3 or not word.isascii()]
    return sum(word in known for word in words) / max(1, len(words))


def _heading_line(lines: Sequence[Line], body: Body) -> int | None:
    """The heading-like line above the body whose words recur in it; the earlier of equals."""
    if not body.lines:
        return None
    start = body.lines[0]
    headings = [
        n for n, line in enumerate(lines[:start]) if line.tag == "h1" and body.why[n] in ("outside", "")
    ]
    if headings:
        return headings[-1]
    known = _known(lines, body, 4)
    best, found = 0.0, None
    for number in range(max(0, start - _WINDOW), start):
        line = lines[number]
        if body.why[number] != "outside" or not _like_heading(line):
            continue
        score = (0.25 + _recurring(line.text, known)) * min(
            line.words if line.words > 2 else len(line.text) // 3, 8
        )
        if score > best:
            best, found = score, number
    if (
        found is None
        and lines[start].text[-1:] in "?!"
        and lines[start].words <= 20
        and start == 0
        and len(body.lines) > 1
    ):
        return start
    return found


def _like_heading(line: Line) -> bool:
    if line.words > _MAX_TITLE or line_byline(line.text) or line.text[-1:] in ".:;,":
        return False
    return line.words >= _MIN_TITLE or (len(line.text) >= 8 and not line.text.isascii() and line.words < 3)


def _byline(
    lines: Sequence[Line], body: Body, title: int | None, dropped: dict[int, str]
) -> tuple[str | None, int | None, bool]:
    """A byline line near the headline: "By …" up to three paragraphs into the body, bare names above it."""
    if not body.lines:
        return None, None, False
    start = body.lines[0]
    first = title + 1 if title is not None and title < start else max(0, start - 6)
    last = body.lines[min(_STANDFIRST_LINES, len(body.lines) - 1)]
    for number in range(first, last + 1):
        text = lines[number].text
        # "By" may stand in a block of its own, before the names.
        names = line_byline(
            f"{lines[number - 1].text} {text}" if number and alone_by(lines[number - 1].text) else text
        )
        if names:
            if number in body.lines:
                dropped[number] = "byline"
            return names, number, True
    if title is not None:
        for number in range(first, last):
            if number in body.lines and ends_sentence(lines[number].text):
                break
            bare = lines[number].tag not in _HEADINGS and (
                body.why[number] in ("", "outside", "byline") or _beside_day(lines, body, number)
            )
            names = plain_byline(lines[number].text.rstrip(", ")) if bare else None
            if names and not named_once(names, (line.text for line in lines)):
                break
            if names:
                if number in body.lines:
                    dropped[number] = "byline"
                return names, number, False
    return None, None, False


def _beside_day(lines: Sequence[Line], body: Body, number: int) -> bool:
    """Whether a line is all a link and a short one right below tells the day: a name that leads to what its
    bearer wrote."""
    below = lines[number + 1 : number + 3] if body.why[number] == "links" else ()
    return any(line.words <= _DAY_WORDS and day_in_words(line.text, True) for line in below)


def _standfirst(
    lines: Sequence[Line], body: Body, title: int | None, byline: int | None, dropped: dict[int, str]
) -> None:
    """Mark the body's first lines as standfirst where their form says so."""
    left = [number for number in body.lines if number not in dropped]
    if title is None or len(left) < 2:
        return
    above = [number for number in left if byline is not None and number < byline]
    if 0 < len(above) <= _STANDFIRST_LINES and len(above) < len(left) - 1:
        dropped.update(dict.fromkeys(above, "standfirst"))
        return
    first, rest = left[0], left[1:]
    if first < title:
        return
    line = lines[first]
    led = bool(_CAPITAL_LEAD.match(lines[rest[0]].text)) and not _CAPITAL_LEAD.match(line.text)
    unended = not ends_sentence(line.text) and line.text[-1:] not in ":：" and line.words >= 6
    apart = not line.tag or line.tag in ("h2", "h3") or (line.tag != "p" and line.tag != lines[rest[0]].tag)
    if 4 * line.words > sum(lines[number].words for number in rest):
        return
    if led or (apart and (unended or line.tag in ("h2", "h3") or _said_again(lines, first, rest))):
        dropped[first] = "standfirst"


def _said_again(lines: Sequence[Line], first: int, rest: Sequence[int]) -> bool:
    pairs = _pairs(lines[first].text)
    if len(pairs) < 5:
        return False
    return any(len(pairs & _pairs(lines[number].text)) >= _REPEATED * len(pairs) for number in rest[:6])


def _pairs(text: str) -> set[tuple[str, str]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return set(itertools.pairwise(words))
