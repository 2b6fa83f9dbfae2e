"""Bylines: "By Jane Roe", "Jane Roe in Geneva", and what markup gives as author, made plain."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache

from samecopy.records import Outlet
from samecopy.stages.extract.credits import own
from samecopy.stages.extract.moments import day_in_words

_NAME = r"[A-ZÀ-ÞА-ЯЁΑ-Ω][\w.'’-]*"
_NAMES = rf"{_NAME}(?: (?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|und|and|et|y|&) )*{_NAME}){{0,5}}"
_PIECE = (
    r"(?:(?:gast|blog)?[- ]?beitrag|pressemitteilung|bericht|kommentar|rezept|recipe|review|post|article"
    r"|artikel)"
)
_BY = re.compile(
    rf"^[–—-]*\s*(?:(?:written|reported|story|posted|text|words|{_PIECE}) )?(?:by|von|par|por|di|door|av|af"
    rf"|tekst|автор|от|od|text)\b:?\s+(?P<names>{_NAMES}.*)$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"^(?:posted|published|updated|written|last updated|veröffentlicht|publiziert)\b.{{0,60}}?\b(?:by|von"
    rf"|par)\b:? (?P<names>{_NAMES})",
    re.IGNORECASE,
)
_HAN_LABEL = r"(?:作者|记者|記者|编辑|編輯|责任编辑|責任編輯|文)\s*[:：]\s*"
_LABEL = re.compile(
    r"(?:^|[\s\d|•·–—-])(?:authors?|auteure?s?|autor(?:in|innen|en|e|a|es)?|texte?|interview|redaktion|von"
    r"|by|par|por|автор|testo|texto|tekst|(?:geschrieben|verfasst|erstellt|eingestellt) von"
    r"|(?:written|reported|posted) by|(?:rédigé|écrit|publié) par|(?:escrito|publicado) por|scritto da)"
    r"\s*:\s*(?P<names>[^\W\d_].*)"
    rf"|{_HAN_LABEL}(?P<han>[\u3400-\u9fff]{{2,4}})(?![\u3400-\u9fff])",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?:(?:dr|prof|mag|sir|dame)\.? )*(?:{_NAME}|[A-ZÀ-Þ]\.)"
    rf"(?: (?:(?:de|da|di|van|von|der|la|le|el|al|bin|dos|du) )*{_NAME}){{1,3}}",
)
_FURTHER = rf"{_NAME}(?: {_NAME}){{1,2}}"  # without particles: "project manager of the …" is no second person
_PEOPLE = re.compile(rf"{_PERSON.pattern}(?:(?:,? (?:and|und|et|y|e|&)|[,/]) {_FURTHER}\b(?! [a-zà-þ]))*")
_PARTS = re.compile(r"\s*(?:[|•·/,]|\s[–—-]\s)\s*")
_TIME_PART = re.compile(
    r"(?:(?:on|at|um|den|le|el|il|du|am|à|a las)\.? )?(?:[^\W\d_]{2,12}\.?,? ?)?"
    r"(?:\d[\d.:/h-]*(?:st|nd|rd|th|er|º)?(?: (?:de |of )?[^\W\d_]{3,10}\.?)?(?:,? (?:de )?\d{4})?)?"
    r"(?:,? ?(?:at|um|à|a las|-|–)? ?\d[\d.:h]*)?(?: ?(?:uhr|hrs?|h|[ap]\.?m\.?|[A-Z]{2,4}))?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# Names written without a space between them, and an interview's two sides.
_COMMA = re.compile(
    r" ?,(?=[^\W\d])|,? (?:im (?:gespräch|interview) mit|in conversation with) ", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)")
_ALONE = re.compile(
    r"(?:[\w-]+ )?(?:by|von|par|por|di|door|av|af|автор|text|autor(?:in)?|author)\s*:?", re.IGNORECASE
)
_GLUED = re.compile(rf"^By(?P<names>{_NAMES}.*)$")  # "By" set apart by style alone
# "By staff and agencies": words of the house only, so that "By agency standards …" is none.
_BY_HOUSE = re.compile(
    r"by:? (?P<names>(?:(?:our|own|news|online|web|staff|reporters?|writers?|correspondents?|agency|agencies"
    r"|wires?|services?|reports?|desk|newsroom|and|with|from|&|/)[ ,/]*){1,8})",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"^(?P<names>{_NAME}(?: (?:(?:de|da|di|van|von|der|la|le|el|al|bin) )?{_NAME}){{1,3}}(?:,? (?:and|und"
    rf"|et|y|&) {_NAME}(?: {_NAME}){{1,3}})?)"
    r"(?:,? (?:in|for|für|à|en) [A-ZÀ-Þ][\w .'’-]{2,40}| ?[,|] ?[A-ZÀ-Þ][\w .&'’-]{2,50})?$"
)
# "Mit Material von …" names who else had a hand in it.
_WITH = re.compile(r"(?:mit|with|avec|con|com|met|med)\b", re.IGNORECASE)
HOUSE = re.compile(
    r"\b(?:gmbh|e\. ?v\.|inc|ltd|llc|s\.a\.|online|media|redaktion|redaction|rédaction|redacción|redazione"
    r"|redactie|redaktionen|editorial|newsroom|staff|desk|team|editors?|contributors?)(?!\w)"
    r"|\.(?:com|net|org|de|fr|es|it|at|ch)$",
    re.IGNORECASE,
)
# What follows the name: whoever made the pictures, degrees, calls to click.
_BESIDE = re.compile(
    r"[\s,;/|–—-]*(?:\b(?:illustration(?:en)?|photos?|photographs?|fotos?|bild(?:er)?|images?|video|grafik|kategorien?"
    r"|categor(?:y|ies)|tags?|archiv)\b[\s:]+(?:by|von|par|por|de|di)?.*"
    r"|\b(?:ph\.? ?d|m\.?d|m\.?a|m\.?sc|b\.?sc|b\.?a|mph|rdn?|ms|esq|jd|llm|dipl)\b\.?.*|→.*|>>?.*)$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·]|//|\s[-–—]\s(?=\d)|(?<![\w.])\d|\d{1,2}\.\d{1,2}\.\d{4}|\bfollow\b|\bemail\b|@|https?:|\bshare\b|<).*$",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?<=\w) [Ff]or [Tt]he [A-ZÀ-Þ][\w .&'’-]*$")  # "Ada Voss for the Evening Post"
# What a cut date leaves at the end: its preposition, the word for publishing, the day of the week.
_LEFT_OVER = re.compile(
    r"(?:[\s,;:/|–—·•(]+|(?:^|(?<=[\s,;:/]))(?:on|at|am|um|vom|den|le|el|il|del?|in|last|first|updated|modified|published|posted"
    r"|created|veröffentlicht|erstellt|aktualisiert|publiziert|stand|publiée?|posté|publicado|actualizado|kategorien?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mo|diens|mitt|donners|frei|sams|sonn)(?:n?tag|woch)"
    r"|vor|(?<=, )(?:mo|di|mi|do|fr|sa|so)"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
    r"|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?<!\w\.\.))$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"https?://|www\.|^@|[<>{}]|^\d+$|:\s|\bthis author\b"
    r"|^(?:\w*admin|administrator|webmaster|null|undefined|none|n/a|user\d*|unknown"
    r"|no author|authors?|autor(?:in|en|e|a)?|by|von|par|por)$"
    r"|^(?:view|show|see|more|all|about|zeige|weitere?r?|mehr|alle|über|voir|afficher|plus|ver|más|seguir|follow)\b"
    r".*\b(?:profile?|posts?|articles?|artikel|beiträge|stories|author|autor|archive)\b|^weitere? \w+$"
    r"|^(?:first |last )?(?:posted|published|written|submitted|veröffentlicht|verfasst|geschrieben"
    r"|erstellt|publié"
    r"|publicado|a note)(?: (?:by|von|par|por|on|am|le|from)\b.*)?$|^(?:[^\s,]+ ){7}"
    r"|\b(?:rss|feed|profile?|artikelübersicht|read more|mehr erfahren)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"^[\s|•·,;:/–—-]*(?:(?:(?:posted|published|submitted|written|reported|story|words|publiée?|postée?|écrit|rédigé"
    rf"|{_PIECE}"
    r"|erstellt|eingestellt|geschrieben|gespeichert|eingetragen|alles"
    r"|gepostet|veröffentlicht|verfasst|artikel|text|escrito|publicado|scritto|pubblicato"
    r"|(?:an?|eine?|une?|una) [\w-]+)\s+)?(?:by|vo[mn]|durch|par|por|di|door|av|af|от)\b[:\s]+"
    r"|(?:authors?|auteure?s?|autor(?:in|en|e|a|es)?|автор|texte?|interview|writer|escribe|source"
    r"|zeige alle beiträge von|(?:view|see|show) (?:all|more)(?: (?:posts|articles|stories))? (?:by|from)"
    r"|(?:alle )?(?:beiträge|artikel) von|über|about|(?:voir )?(?:tous )?les articles de)"
    rf"(?:\s*:\s*|\s+(?=[A-ZÀ-Þ]))|{_HAN_LABEL})",
    re.IGNORECASE,
)

MAX_LENGTH = 120  # longer is a biography
_LONGEST_ALONE = 16  # "Geschrieben von:"


def line_byline(text: str) -> str | None:
    """The names of a line that is a byline by its first word, else None.

    >>> line_byline("By Ada Voss and Per Lind"), line_byline("By noon the harbour was closed.")
    ('Ada Voss and Per Lind', None)
    """
    if len(text) > MAX_LENGTH or text[-1:] in ".!?":
        return None
    house = _BY_HOUSE.fullmatch(text)
    if house:
        return clean_byline(house.group("names"))
    match = _BY.match(text) or _GLUED.match(text) or _POSTED.match(text)
    return clean_byline(match["names"]) if match and match["names"][0].isupper() else None


def alone_by(text: str) -> bool:
    """Whether a line is "By" and nothing else."""
    return len(text) <= _LONGEST_ALONE and bool(_ALONE.fullmatch(text))


def plain_byline(text: str) -> str | None:
    """The names of a line that is nothing but names, perhaps with a place ("Ada Voss in Turin").

    Only where the line stands between headline and body does it mean a byline: the caller knows.
    """
    match = _PLAIN.match(text) if len(text) <= 70 else None
    return clean_byline(text) if match else None


def labelled_byline(text: str) -> str | None:
    """The people that a short line names behind a label: "Author:", "Autorin:".

    >>> labelled_byline("4 May 2031 | Autoren: Ada Voss und Per Lind"), labelled_byline("Sail: by noon")
    ('Ada Voss und Per Lind', None)
    """
    label = _LABEL.search(text) if len(text) <= 2 * MAX_LENGTH else None
    if label is None or label.group("han"):
        return label and label.group("han")
    names = clean_byline(label.group("names"))
    people = _PEOPLE.match(names) if names else None
    nickname = names if names and " " not in names and len(names) > 2 else None
    return people.group() if people else nickname


def named_once(names: str, texts: Iterable[str]) -> bool:
    """Whether the last word of bare names stands beside no other words on the page, as a byline's surname
    does and the last word of a heading does not.

    >>> named_once("Ada Voss", ["Ada Voss", "voss@post.example"]), named_once("Latest News", ["More news"])
    (True, False)
    """
    last = _WORDS.findall(names.casefold())[-1:]
    apart = re.compile(rf"(?<![\w.@-]){re.escape(last[0])}(?![\w-]|\.?\w*@)") if last else None
    folded = (text.casefold() for text in texts)
    return bool(apart) and not any(
        apart.search(text.replace(names.casefold(), "")) for text in folded if apart
    )


def tail_byline(text: str) -> str | None:
    """The names of a line at an article's end that is names alone, in brackets or not.

    >>> tail_byline("(Ada Voss) +++"), tail_byline("The end")
    ('Ada Voss', None)
    """
    if len(text) > MAX_LENGTH or text[-1:] in ".!?:":
        return None
    bare = text.strip("()[]+*–—-/ ")
    return clean_byline(bare) if _PERSON.fullmatch(bare) and not _WITH.match(bare) else None


def dated_byline(text: str) -> str | None:
    """The names in a line of the headline's that has nothing else but days and times.

    >>> dated_byline("04.05.2031 | 13:10 Uhr | Ada Voss"), dated_byline("4 May 2031 in Turin")
    ('Ada Voss', None)
    """
    named, others = _beside_days(text)
    return named[0] if len(named) == 1 and others else None


def only_dated(text: str) -> bool:
    """Whether a line is a day, a time, or both, perhaps with names beside them.

    >>> only_dated("Sunday, May 4, 2031 at 9:30 p.m."), only_dated("4 people were hurt.")
    (True, False)
    """
    return bool(_beside_days(text)[1])


def _beside_days(text: str) -> tuple[list[str], list[str]]:
    """Names, and days and times, in a line that has nothing else; two empty lists for any other."""
    if len(text) > MAX_LENGTH or not _DIGIT.search(text):
        return [], []
    if not (day_in_words(text, True) or _CLOCK.search(text)):
        return [], []
    parts = [part for part in (part.strip(" .") for part in _PARTS.split(text)) if part]
    others = [part for part in parts if not _PERSON.fullmatch(part)]
    named = [part for part in parts if part not in others]
    return (named, others) if others and all(_TIME_PART.fullmatch(part) for part in others) else ([], [])


@lru_cache(maxsize=1024)  # the sources of a byline repeat each other; pure
def clean_byline(text: str) -> str | None:
    """Without "By", dates, addresses and calls to follow; None if nothing of a name is left.

    >>> clean_byline("Erstellt von Ada Voss am Montag, 4. Mai 2031"), clean_byline("View all posts by Per")
    ('Ada Voss', 'Per')
    """
    plain = _COMMA.sub(", ", " ".join(html.unescape(text).split())).lstrip(" |•·,;:/–—-")
    cleaned = _FOR.sub("", _BESIDE.sub("", _CUT.sub("", _LEAD.sub("", plain))))
    while (left := _LEFT_OVER.search(cleaned)) and left.start() < len(cleaned):
        cleaned = cleaned[: left.start()]
    cleaned = cleaned.strip(" ,;|–—-·•")
    if (
        not any(char.isalpha() for char in cleaned)
        or len(cleaned) > MAX_LENGTH
        or _NOT_A_NAME.search(cleaned)
    ):
        return None
    return cleaned


def _without_house(names: str | None, outlet: Outlet) -> str | None:
    """Names without the outlet's at the end: "Ada Voss, Evening Post"."""
    if not names:
        return None
    kept = names.split(", ")
    while len(kept) > 1 and (own(kept[-1], outlet) or HOUSE.search(kept[-1])):
        kept.pop()
    plain = ", ".join(kept)
    house = outlet.name or ""
    if (
        house
        and plain.casefold().endswith(f" {house.casefold()}")
        and " " in plain[: -len(house) - 1].strip()
    ):
        plain = plain[: -len(house)].strip()
    return plain


def join_authors(authors: Iterable[str], outlet: Outlet) -> str | None:
    """Names of several elements as one byline, each once; the outlet's own name or that of a desk only if
    nobody else is named."""
    seen: dict[str, str] = {}
    for author in authors:
        if only_dated(author):
            continue
        cleaned = _without_house(clean_byline(author), outlet)
        if cleaned and not any(cleaned.casefold() in known for known in seen):
            seen[cleaned.casefold()] = cleaned
    others = [name for name in seen.values() if not (own(name, outlet) or HOUSE.search(name))]
    return ", ".join(others or seen.values())[: 2 * MAX_LENGTH] or None
