"""Credit lines: which agency or outlet a page names as the giver of its copy.

Found in the dateline, the byline, a sign-off at the end, a copyright line, a phrase of the text
("reports X", "with inputs from X") and in the markup. An agency is known from the list, or by its
form: its name says agency, wire or press service, or it stands where only agencies stand. A credit to
the page's own outlet is kept, and is no agency. Photo credits say nothing of the text and are passed
over by the caller.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from samecopy.records import Credit, Outlet, Span
from samecopy.stages.extract.agencies import AGENCIES
from samecopy.stages.extract.line import Line
from samecopy.text.letters import only_letters

CreditKind = Literal["dateline", "byline", "sign_off", "copyright", "text", "markup"]

_FULL = {entry[0].casefold() for entry in AGENCIES} | {
    name.casefold() for entry in AGENCIES for name in entry[1:] if " " in name or len(name) > 5
}
_SHORT = {name for entry in AGENCIES for name in entry if " " not in name}
_BY_FORM = re.compile(
    r"\b(?:(?:news|press|wire|media|photo)[ -]?(?:agency|service|association|wire|bureau|trust)|newswires?"
    r"|wire (?:services?|reports?|staff)"
    r"|presse-?agentur|nachrichten-?agentur|pressedienst|agence de presse|agencia de noticias"
    r"|agenzia (?:stampa|di stampa)|agência de notícias"
    r"|persbureau|telegrambyrå|tietotoimisto|haber ajansı|agencies|agenturen|agences|agencias|wires)\b"
    r"|информ(?:ационное )?агентство|новостное агентство|通讯社|通訊社|通信社|통신사?$|وكالة",
    re.IGNORECASE,
)
_NAME = (
    r"(?:the )?[A-Z0-9À-ÞА-Я][\w.&'’-]*(?: (?:(?:of|and|de|di|du|for|the|&) )?[A-Z0-9À-ÞА-Я][\w.&'’-]*){0,5}"
)
_PLURAL = r"(?:news |wire |other )?(?:agencies|wires|wire (?:services|reports))"
_LEAD = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:[/,;|&+]|\b(?:and|und|et|y|e)\b)\s*")

# That no letter stands before "w" is asked after it: so the letter is what is sought.
_WITH = re.compile(
    rf"w(?<!\ww)(?:ith|/)(?: (?:additional|further))?(?: (?:inputs?|reporting|reports?|material|files?"
    rf"|information|contributions?))?"
    rf"(?: (?:from|by))? (?P<name>{_PLURAL}|{_NAME}(?:(?:,| and|/) {_NAME})*)",
)
# "additional reporting by X", and "with X" in other languages: by these only agencies are credited.
_BESIDES = re.compile(
    rf"\b(?i:(?:additional |further )?(?:reporting|inputs?|material) (?:by|from)) (?P<by>{_NAME})"
    r"|(?:^|\W)(?i:mit(?: material (?:von|der|des))?|avec|con(?: (?:información|informazioni) d[ei])?"
    r"|com(?: informações d[aeo])?|met|med) (?P<with>\w[\w./-]{1,20}(?: ?[/,] ?\w[\w.-]{1,20})*)"
)
# Whatever it finds holds one of these, which are quickly looked for.
_BESIDES_SIGNS = ("reporting ", "input", "material ", "mit ", "avec ", "con ", "com ", "met ", "med ")
_PAIR = re.compile(rf"(?<![\w.&'’-])(?P<full>{_NAME}) \((?P<short>[A-ZÀ-ÞА-ЯЁ]{{2,6}})\)")
_WITH_LINE = re.compile(r"^[\W_]*(?i:with|mit material von|mit|avec|con|com)\b.{3,90}$")
_REPORTS = re.compile(
    rf"(?:[,—–-]\s*(?:reports?|reported|says?|according to)\s+(?P<after>{_NAME})[.\s]*$)"
    rf"|(?:,\s*(?P<before>{_NAME}(?: \([A-ZÀ-Þ]{{2,6}}\))?) (?:has )?report(?:s|ed)\b)"
    rf"|(?:(?:\bas )?reported by (?:the )?(?P<by>{_NAME}))"
    rf"|(?:\((?:reported|reporting) by (?P<paren>{_NAME})\))",
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©"
    r"|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?,?\s*(?:by )?(?P<name>[^.,;|()©\d]{2,60})",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"^\W*(?:sources?|quellen?|fontes?|fuentes?|fonti|bron(?:nen)?|källa|kilde|lähde|źródło|zdroj|sursa|forrás|kaynak"
    r"|sumber|πηγή|источник|джерело|来源|來源|出典|출처)\s*[:：]\s*(?P<name>.{2,60}?)[\s.;]*$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^[\s(\[—–-]*(?P<name>[^()\[\]]{2,50}?)[\s)\]]*$")
_TAIL = re.compile(
    r"(?:[.!?…]['\"”“’»]?\s*)(?:\((?P<paren>[^()]{2,50})\)|[—–-]{1,2}\s*(?P<dash>[^—–().]{2,40}))\.?$"
)
_DESK = re.compile(r"^(?P<name>[A-Za-zČÄÖÜ]{2,12})/[a-z/]{1,12}$")

_WIRE = re.compile(
    r"(?!the\b|free\b|rss\b)(?:[^\W\d_][\w.&'’-]*\s+){1,4}"
    r"(?<!\bfree )(?<!\buniversity )(?:press|wire|newswires?|news service|agency|feed)",
    re.IGNORECASE,
)
_SHORTHAND = re.compile(r"[a-z]{2,4}")  # of a regional service or of the desk: "dpa/lno", "AFP/jk"
_POST = re.compile(
    r"\s+(?:(?:staff|senior|sports?|business|political|news) )*"
    r"(?:staff|writers?|reporters?|correspondents?|journalists?)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|el)\s+", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-ZÀ-ÞА-ЯЁ]{3,6}")  # what stands as author or holder in capitals is a body
_MAX_CREDIT_WORDS = 16  # a longer line is a sentence or a legal notice


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency: listed, or saying so itself.

    >>> is_agency("dpa"), is_agency("Norfeld News Agency"), is_agency("The Daily Post")
    (True, True, False)
    """
    stripped = name.strip().strip("()[]")
    bare = re.sub(r"^the ", "", stripped, flags=re.IGNORECASE)
    return listed(stripped) or listed(bare) or bool(_BY_FORM.search(stripped))


def acronym(name: str) -> bool:
    """Three to six capitals: where only bodies are credited, such a name is one."""
    return bool(_ACRONYM.fullmatch(name))


def wire_name(name: str) -> bool:
    """Whether a name ends as wires' names do. Papers' names may: it counts where bodies sign their copy.

    >>> wire_name("Halden Press"), wire_name("HALDEN WIRE"), wire_name("Free Press"), wire_name("the press")
    (True, True, False, False)
    """
    return name[:1].isupper() and bool(_WIRE.fullmatch(name)) and name.split()[-1][0].isupper()


def listed(name: str) -> bool:
    return name in _SHORT or name.casefold() in _FULL


def own(name: str, outlet: Outlet) -> bool:
    """Whether a credited name is the page's own outlet: its name, or its domain's first label."""
    folded = _letters(name)
    if not folded:
        return False
    domain = _letters(outlet.key.split(".")[0])
    return (
        folded in {_letters(outlet.name or ""), domain}
        or (len(folded) > 2 and domain.startswith(folded))
        or (len(folded) > 5 and bool(outlet.name) and folded in _letters(outlet.name or ""))
    )


def credit(
    name: str, kind: CreditKind, text: str, span: Span | None, outlet: Outlet, by_place: bool = False
) -> Credit:
    """A credit; `by_place`: it stands where only agencies stand (inside a dateline)."""
    cleaned = name.strip().strip("()[].,;:—–- ")
    signed = kind in ("byline", "copyright", "sign_off") and bool(_ACRONYM.fullmatch(cleaned))
    signed = signed or (kind in ("byline", "sign_off") and wire_name(cleaned))
    agency = (by_place or signed or is_agency(cleaned)) and not own(cleaned, outlet)
    return Credit(cleaned, agency, kind, text, span)


def split_names(text: str) -> list[str]:
    """ "AFP/Reuters and AP" is three names; a name that is listed as a whole stays whole, and of a full
    name with its short form in brackets the full one is the name."""
    text = _PAIR.sub(lambda pair: pair.group("full") if is_agency(pair.group("full")) else pair.group(), text)
    if listed(text.strip()):
        return [text.strip()]
    names = [name for name in _SEPARATOR.split(text) if name.strip()]
    marked = len(names) > 1 and listed(names[0].strip()) and "/" in text
    return [n for n in names if listed(n) or not (marked and _SHORTHAND.fullmatch(n))]


def byline_credits(byline: str | None, span: Span | None, outlet: Outlet) -> list[Credit]:
    """Agencies in a byline ("AFP", "By NNA", "Jane Roe, Reuters", "Staff with agencies")."""
    if not byline:
        return []
    byline = _LEAD.sub("", byline)
    names = [_body_of(name.strip()) for name in _byline_names(byline)]
    found = [credit(name, "byline", byline, span, outlet) for name in names]
    return [one for one in found if one.agency] or _beside_own(byline, span, outlet)


def _body_of(name: str) -> str:
    """The agency after a person's name, where a line break stood between them, or before a post at it; else
    the whole without the post.

    >>> _body_of("ADA VOSS The Associated Press"), _body_of("AP Harbour Writer"), _body_of("Ada Lusa")
    ('The Associated Press', 'AP', 'Ada Lusa')
    """
    body = _POST.sub("", name)
    words = body.split()
    tails = [" ".join(words[at:]) for at in range(1, len(words))]
    heads = [" ".join(words[:at]) for at in range(len(words) - 1, 0, -1)] if body != name else []
    told = [part for part in tails if " " in part or acronym(part)]
    told += [part for part in heads if " " in part or part.isupper()]
    return next(filter(listed, told), body)


def _beside_own(byline: str, span: Span | None, outlet: Outlet) -> list[Credit]:
    """ "Halden / Evening Post" in the Evening Post: a single word beside the outlet's own name is credited,
    and no agency by that alone."""
    names = [name.strip() for name in byline.split("/")]
    others = [name for name in names if not own(name, outlet)]
    if len(names) != 2 or len(others) != 1 or not re.fullmatch(r"[A-ZÀ-ÞА-ЯЁ][\w-]{2,20}", others[0]):
        return []
    if _POST.search(f" {others[0]}"):
        return []
    return [credit(others[0], "byline", byline, span, outlet)]


def _byline_names(byline: str) -> Iterable[str]:
    byline = ", ".join(split_names(byline))
    besides = _besides(byline)
    if besides:
        yield from besides
    with_whom = _WITH.search(byline)
    if with_whom:
        yield from split_names(with_whom.group("name"))
        byline = byline[: with_whom.start()]
    for part in re.split(r"\s[-–—|]\s|[()|]|\b(?:in|for|of)\b", byline):
        yield from split_names(part)


def line_credits(lines: Sequence[Line], outlet: Outlet) -> list[Credit]:
    """Credits in lines outside the body, near it: sign-offs, sources, copyright, "with agencies"."""
    found: list[Credit] = []
    for line in lines:
        if line.words <= _MAX_CREDIT_WORDS:
            found.extend(_short_line(line, outlet))
    return found


def _short_line(line: Line, outlet: Outlet) -> list[Credit]:
    text = line.text
    match = _COPYRIGHT.search(text)
    if match:
        name = re.sub(
            r"\b(?:all rights|alle rechte|tous droits).*", "", match.group("name"), flags=re.IGNORECASE
        )
        return [credit(name, "copyright", text, line.span, outlet)] if name.strip(" .") else []
    match = SOURCE.match(text)
    if match:
        return [
            credit(name, "sign_off", text, line.span, outlet) for name in split_names(match.group("name"))
        ]
    besides = _besides(text)
    if besides:
        return [credit(name, "sign_off", text, line.span, outlet) for name in besides]
    if _WITH_LINE.match(text):
        match = _WITH.search(text[:1].lower() + text[1:] if text[:4] in ("With", "WITH") else text)
        names = split_names(match.group("name")) if match else []
        return [credit(name, "sign_off", text, line.span, outlet) for name in names]
    return sign_off(line, outlet)


def _besides(text: str) -> list[str]:
    """Agencies that a phrase says had a part in the report ("additional reporting by X")."""
    folded = text.lower()
    for match in _BESIDES.finditer(text) if any(sign in folded for sign in _BESIDES_SIGNS) else ():
        names = split_names(match.group("by") or match.group("with"))
        said = "eporting" in match.group() and match.group("by") is not None
        if all(is_agency(name) or (said and _ACRONYM.fullmatch(name)) for name in names):
            return names
    return []


def sign_off(line: Line, outlet: Outlet) -> list[Credit]:
    """A line that is a credit and nothing else: "(AFP)", "AFP/jk", "— Norfeld News Agency"."""
    desk = _DESK.match(line.text.strip("() "))
    if desk and listed(desk.group("name")):
        return [credit(desk.group("name"), "sign_off", line.text, line.span, outlet)]
    pair = _PAIR.fullmatch(line.text.strip("—–- "))
    alone = _ALONE.match(pair.group("full") if pair else line.text)
    if not alone or line.words > 8:
        return []
    names = split_names(alone.group("name"))
    set_off = line.text[0] in "([—–-" and len(names) == 1 and bool(_ACRONYM.fullmatch(names[0]))
    if all(is_agency(name) for name in names) or set_off:
        return [credit(name, "sign_off", line.text, line.span, outlet, set_off) for name in names]
    return []


def tail_credits(line: Line, outlet: Outlet) -> list[Credit]:
    """A credit at the end of the last paragraph: "… she said. (AFP)", "… he said. — NNA"."""
    match = _TAIL.search(line.text)
    if not match:
        return []
    group = "paren" if match.group("paren") else "dash"
    names = split_names(match.group(group))
    if not all(is_agency(n) or (n.isupper() and len(n) <= 8) for n in names):
        return []
    span = Span(line.span.begin + match.start(group), line.span.begin + match.end(group))
    return [credit(name, "sign_off", match.group(group), span, outlet, True) for name in names]


def text_credits(lines: Sequence[Line], outlet: Outlet) -> list[Credit]:
    """Credits in running text: "…, reports X" at a line's end, "(reporting by X)", "with inputs from X"."""
    found: list[Credit] = []
    for line in lines:
        reporting = "report" in line.text or "ccording to" in line.text[-80:] or "say" in line.text[-80:]
        for match in _REPORTS.finditer(line.text) if reporting else ():
            group = match.lastgroup or "after"
            span = Span(line.span.begin + match.start(group), line.span.begin + match.end(group))
            name = split_names(match.group(group))[0] if "(" in match.group(group) else match.group(group)
            report = group == "after" and not match.group().lstrip(",—–- ").startswith(("according", "say"))
            if is_agency(name) or report or own(name, outlet):
                found.append(credit(name, "text", match.group().strip(), span, outlet))
        besides = _besides(line.text) if reporting or "input" in line.text or "mater" in line.text else []
        found.extend(credit(name, "text", line.text[-160:], line.span, outlet, True) for name in besides)
        match_with = _WITH.search(line.text) if "with" in line.text else None
        if match_with and all(is_agency(name) for name in split_names(match_with.group("name"))):
            span = Span(line.span.begin + match_with.start(), line.span.begin + match_with.end())
            names = split_names(match_with.group("name"))
            found.extend(credit(name, "text", match_with.group(), span, outlet) for name in names)
    return found


def distinct(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """Credits without repetition of a name in the same kind; the first one with a span stays."""
    kept: dict[tuple[str, str], Credit] = {}
    for one in found:
        key = (_letters(one.name), one.kind)
        if one.name and (key not in kept or (kept[key].span is None and one.span is not None)):
            kept[key] = one
    return tuple(kept.values())


@lru_cache(maxsize=4096)  # an outlet's name is asked for beside every name on its pages; pure
def _letters(name: str) -> str:
    name = name.strip()
    article = _ARTICLE.match(name)
    return only_letters(name[article.end() :] if article else name)
