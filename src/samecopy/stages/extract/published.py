"""When a page was published: the surest evidence that the page has, and its name.

1. what was given beside the page, 2. JSON-LD and meta elements (`metadata.py`), 3. time elements of the
article, 4. a line that says "published", a line near the headline, a line that class names call a date,
5. the date that the first paragraph begins with, 6. the URL, 7. the document's title, 8. a line right
after the body, 9. time elements anywhere and 10. data in scripts, if all of them agree.

A date of comments, of related articles or of a copyright is none of the article's.
"""

import re
from collections.abc import Iterator

from samecopy.records import Dated
from samecopy.stages.extract.body import Body
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.moments import as_shown, day_in_url, day_in_words, in_utc, iso_moment
from samecopy.stages.extract.opening import Opening
from samecopy.stages.extract.parsed import Parsed

_ELSEWHERE = frozenset(
    (
        "comments",
        "related",
        "sidebar",
        "navigation",
        "footer",
        "widget",
        "newsletter",
        "zone:footer",
        "zone:nav",
    )
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|erschienen|veröffentlicht|erstellt|publiziert|gepostet|datum|date|publiée?"
    r"|mise? en ligne"
    r"|publicad[oa]|pubblicat[oa]|gepubliceerd|publicera[dt]|publisert|udgivet|julkaistu|opublikowano"
    r"|опубликовано)\b"
    r"|发布|發布|公開|掲載",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_MODIFIED = re.compile(
    r"\b(?:updated|last (?:modified|edited|changed|revised)|aktualisiert|letzte (?:änderung|aktualisierung)"
    r"|zuletzt (?:geändert|bearbeitet|am)|mis(?:e)? à jour|modifié|actualizado|atualizado|aggiornato"
    r"|bijgewerkt|uppdaterad|oppdatert|opdateret|обновлено)\b|更新",
    re.IGNORECASE,
)
# Days of something else: when a member joined, what day it is now.
_OTHER_DAY = re.compile(
    r"\b(?:registrier\w*|registered|joined|member since|mitglied|dabei seit|inscri\w+|registrado|geboren|born"
    r"|aktuelle\w* (?:datum|uhrzeit|zeit)|current (?:date|time)|heute ist|today is|it is currently)\b",
    re.IGNORECASE,
)
_HEAD_DAY = re.compile(
    r"(?:[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*){0,3},? )?"
    r"(?:\((?P<inside>[^()]{6,25})\)|(?P<bare>\d{1,2}[. /][\w .]{1,14}\d{2,4})(?: ?[–—:|-]| [A-ZÀ-Þ“„«\"]))"
)
_SCRIPT = re.compile(
    r"\"(?:date_?published|published_?(?:at|date|time|on)?|publication_?(?:date|time)|pub_?date"
    r"|publish_?(?:date|time|ed))\"\s*:\s*\"([^\"]{8,40})\"",
    re.IGNORECASE,
)

# Elements that some content systems fill with the day on which the page, not the article, was made.
_PAGE_DATES = frozenset(("meta date", "meta dc.date", "meta dcterms.date"))

# Comments and other articles: their days are their own. A footer may tell when the page was changed.
_OTHERS = frozenset(("comments", "related", "sidebar", "navigation", "newsletter", "links"))

_NEAR_WORDS = 14  # a longer line near the headline is a sentence, and names other days
_LABEL_WORDS = 3  # "Mise en ligne"
_LABELLED_WORDS = 24  # with "published" beside the date it may be longer
_DAY_WORDS = 8  # "Ovelmond, 11 November 2031" is no sentence
_LEAD_LINES = 3  # below the headline, that may begin with the day
_ABOVE, _BELOW = 3, 6  # lines above the headline and below the body that may hold the date
_SCRIPT_CHARS = 3_000_000


def published(
    given: str | None, stated: Dated | None, parsed: Parsed, body: Body, opening: Opening, url: str | None
) -> Dated | None:
    """Publication time of a page whose body is known; `stated` is what its head says."""
    moment = iso_moment(given) if given else None
    if moment:
        return Dated(moment, "given")
    if stated is None:
        return next(_candidates(parsed, body, opening, url), None)
    if stated.evidence in _PAGE_DATES:
        beside = next(_beside(parsed, body, opening), stated)
        if beside.day != stated.day:
            return beside
    return _shown(stated, parsed, body, opening) if in_utc(stated.value) else stated


def _shown(stated: Dated, parsed: Parsed, body: Body, opening: Opening) -> Dated:
    """A moment told in UTC, in the day that a line beside the headline shows to readers."""
    day_first = _day_first(parsed)
    for line in _stated_lines(parsed.lines, body, opening):
        text = _MODIFIED.split(line.text)[0]
        if day_in_words(text, day_first) == stated.day:
            return stated
        own = as_shown(stated.value, text, day_first)
        if own:
            return Dated(own, f"{stated.evidence}, text line")
    return stated


def modified(parsed: Parsed, body: Body) -> Dated | None:
    """The time of an element marked as modification, outside comments and lists of other articles; else
    the day in a short line that says "updated"."""
    for value, marks, node in parsed.head.times:
        moment = iso_moment(value) if _is_modified(marks) and _inside(body, node) else None
        if moment:
            return Dated(moment, "time dateModified")
    for number, line in enumerate(parsed.lines):
        said = line.words <= _NEAR_WORDS and body.why[number] not in _OTHERS and _has_digit(line.text)
        match = _MODIFIED.search(line.text) if said else None
        day = day_in_words(line.text[match.start() :]) if match else None
        if day:
            return Dated(day, "text line")
    return None


def _beside(parsed: Parsed, body: Body, opening: Opening) -> Iterator[Dated]:
    """What readers see as the article's day: its time elements, then lines near the headline."""
    day_first = _day_first(parsed)
    yield from _time_elements(parsed, body, opening)
    for line in _stated_lines(parsed.lines, body, opening):
        day = day_in_words(line.text, day_first)
        if day:
            yield Dated(day, "text line")


def _candidates(parsed: Parsed, body: Body, opening: Opening, url: str | None) -> Iterator[Dated]:
    day_first = _day_first(parsed)
    yield from _beside(parsed, body, opening)
    start, title = next(iter(body.lines), 0), opening.title_line
    lead = range(title + 1, min(start, title + 1 + _LEAD_LINES)) if title is not None else ()
    for number in (*lead, *body.lines[:2]):
        line = parsed.lines[number]
        short = line.words <= _DAY_WORDS
        day = day_in_words(line.text, day_first) if short else _first_words(line.text, day_first)
        if day:
            yield Dated(day, "text line")
    in_url = day_in_url(url) if url else None
    if in_url:
        yield Dated(in_url, "url")
    titled = day_in_words(parsed.head.title, day_first)
    if titled:
        yield Dated(titled, "document title")
    for text in _below(parsed.lines, body):
        below = day_in_words(text, day_first)
        if below:
            yield Dated(below, "text line")
    marked = {iso_moment(value) or "" for value, _, node in parsed.head.times if _inside(body, node)}
    if len({day[:10] for day in marked}) == 1 and "" not in marked:
        yield Dated(min(marked), "time element")
    days = {iso_moment(value) or "" for value in _SCRIPT.findall(parsed.html[:_SCRIPT_CHARS])}
    if len({day[:10] for day in days}) == 1 and "" not in days:
        yield Dated(min(days), "script")


def _day_first(parsed: Parsed) -> bool | None:
    language = (parsed.head.language or "").lower().replace("_", "-")
    return None if language in ("", "en") else language != "en-us"


def _is_modified(marks: str) -> bool:
    return "odified" in marks or "updated" in marks.lower()


def _inside(body: Body, node: int) -> bool:
    return not 0 <= node < len(body.places) or body.places[node] not in _ELSEWHERE


def _time_elements(parsed: Parsed, body: Body, opening: Opening) -> Iterator[Dated]:
    """Between headline and end of the body first, then above, then below where marked as publication."""
    top = parsed.lines[max(0, opening.title_line - _ABOVE)].node if opening.title_line is not None else -1
    end = parsed.lines[body.lines[-1]].node if body.lines else -1
    found: list[tuple[bool, bool, int, str, str]] = []
    for number, (value, marks, node) in enumerate(parsed.head.times):
        between = top <= node <= end
        marked = "ublished" in marks or "pubdate" in marks
        if _is_modified(marks) or not (between or _inside(body, node)) or not (marked or node <= end):
            continue
        evidence = "time datePublished" if marked else "time element"
        found.append((not between, not marked, number, value, evidence))
    for *_, value, evidence in sorted(found):
        moment = iso_moment(value)
        if moment:
            yield Dated(moment, evidence)


def _stated_lines(lines: tuple[Line, ...], body: Body, opening: Opening) -> Iterator[Line]:
    """Lines that say "published", lines near the headline, lines that class names call a date."""
    start, end = (body.lines[0], body.lines[-1]) if body.lines else (0, 0)
    title = opening.title_line if opening.title_line is not None and opening.title_line < start else start - 4
    dated = [
        number
        for number, line in enumerate(lines)
        if line.words <= _LABELLED_WORDS
        and (body.why[number] not in _ELSEWHERE or title - _ABOVE <= number < start)
        and _has_digit(line.text)
        and not _OTHER_DAY.search(line.text)
    ]
    for number in dated:
        told = lines[number].text
        if number and lines[number - 1].words <= _LABEL_WORDS:  # the word may stand in a line of its own
            told = f"{lines[number - 1].text} {told}"
        said = (body.why[number] or lines[number].words <= 6) and _PUBLISHED.search(told)
        if said and number >= title - _ABOVE and not _MODIFIED.match(told):
            yield lines[number]
    near = [n for n in dated if lines[n].words <= _NEAR_WORDS]
    yield from (lines[n] for n in near if title <= n < start)
    yield from (lines[n] for n in near if title - _ABOVE <= n < title)
    yield from (lines[n] for n in near if body.why[n] == "dateline" and n <= end)
    if body.lines:
        yield from (lines[n] for n in near if body.why[n] == "byline" and n <= end + _BELOW)


def _below(lines: tuple[Line, ...], body: Body) -> Iterator[str]:
    """What may tell the day after the article: its last line, if that is short, and lines below it; in a
    footer only what follows "published"."""
    end = body.lines[-1] if body.lines else 0
    for number in range(end, min(len(lines), end + 1 + _BELOW)):
        text, why = lines[number].text, body.why[number]
        if not _has_digit(text) or why in ("copyright", "links"):
            continue
        said = _PUBLISHED.search(text) if lines[number].words <= _LABELLED_WORDS else None
        if said and (why in ("footer", "zone:footer") or _MODIFIED.search(text[: said.start()])):
            yield text[said.start() :]
        elif lines[number].words <= _NEAR_WORDS and why not in _ELSEWHERE and not _MODIFIED.search(text):
            yield text


def _has_digit(text: str) -> bool:
    return bool(_DIGIT.search(text))


def _first_words(text: str, day_first: bool | None) -> str | None:
    match = _HEAD_DAY.match(text)
    return day_in_words(match.group("inside") or match.group("bare"), day_first) if match else None
