"""Datelines: "GENEVA (AFP) —", "Genf, 10. Januar (dpa) –", "新华社日内瓦1月10日电".

A dateline is recognised by its form at the head of a body's first paragraphs: a place, perhaps a
date, perhaps an agency in brackets, then a dash. The place stands in capitals, or an agency or a
date makes sure that it is one. The agency may be one that nobody has listed.
"""

import re

from samecopy.records import Credit, Dateline, Outlet, Span
from samecopy.stages.extract.credits import acronym, credit, is_agency, listed, split_names
from samecopy.stages.extract.line import Line

_DASH = r"(?:\s*\.?\s*(?:[—–]|--|\.-)\s*|\s+-\s+|\s*:\s+)"
_NAME = r"[^\W\d_][\w.'’-]*"
_PLACE = rf"(?P<place>{_NAME}(?:[ /]{_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME})?)?)"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avril|mai|mei|maj|juin|juil|août|sept|déc"
    r"|ene|abr|ago|dic|gen|mag|giu|lug|"
    r"ott|fev|set|out|dez|okt|mär|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\w*\.?"
)
_DATE = rf"(?P<date>(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? (?:de )?{_MONTH})(?:,? \d{{4}})?)"
_AGENCY = r"\((?P<agency>[^()]{2,45})\)"

_WITH_AGENCY = re.compile(
    rf"(?i:{_PLACE}(?:[,.] {_DATE})?)\s*(?:/\s*)?{_AGENCY}(?:{_DASH}|\s+(?=[A-ZÀ-Þ“\"«]))"
)
_AGENCY_FIRST = re.compile(rf"{_AGENCY}{_DASH}")
_BETWEEN_SLASHES = re.compile(rf"(?i:{_PLACE}) /(?P<agency>[^/]{{2,30}})/{_DASH}")
_WITH_DATE = re.compile(rf"(?i:{_PLACE}[,.] {_DATE})[.,]?{_DASH}")
_SLASHED = re.compile(
    r"(?P<place>[^\W\d_]{3,20}(?: [^\W\d_]{2,20})?), (?P<date>\d{1,2}\. \w+) /(?P<agency>[^/]{2,30})/" + _DASH
)
_RUSSIAN = re.compile(
    rf"{_PLACE}[,.] (?i:{_DATE})[.,]? ?[/—–-]?\s?(?P<agency>[А-ЯЁA-Z][А-ЯЁA-Z -]{{2,24}})[/.]?\s*[—–-]\s"
)
_STATED = re.compile(rf"{_PLACE}[,.] (?i:{_DATE})[.,]? [—–-] (?P<agency>[^\W\d_][^.—–]{{1,30}})\.\s")
_KOREAN = re.compile(r"[(\[](?P<place>[가-힣]{2,8})=(?P<agency>[\w ]{2,20})[)\]]")
_CAPITALS = re.compile(
    r"(?P<place>[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.'’-]{2,}(?: [A-ZÀ-ÞА-ЯЁ.'’-]{2,}){0,3}"
    rf"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?){_DASH}"
)
_CHINESE = re.compile(
    r"[((【]?(?P<agency>\w{1,8}?社|\w{2,6}网)(?P<place>\w{2,8}?)\d{1,2}月\d{1,2}日[电電讯訊][))】]?"
)
_JAPANESE = re.compile(r"【(?P<place>\w{2,12})[=＝時事共同]*(?P<agency>時事|共同|ロイター|AFP)?】")

_FORMS = (
    _WITH_AGENCY,
    _AGENCY_FIRST,
    _BETWEEN_SLASHES,
    _RUSSIAN,
    _STATED,
    _SLASHED,
    _WITH_DATE,
    _CAPITALS,
    _CHINESE,
    _JAPANESE,
    _KOREAN,
)
_REACH = 120  # characters at the head of a paragraph that may be a dateline


def read_dateline(line: Line, outlet: Outlet) -> tuple[Dateline | None, list[Credit]]:
    """The dateline at the head of a paragraph with its credits, or (None, []).

    The span covers place to bracket or dash, without the white space after it.
    """
    head = line.text[:_REACH]
    for form in _FORMS:
        match = form.match(head)
        if match and _holds(form, match):
            return _dateline(line, match), _credits(line, match, outlet)
    return None, []


def _holds(form: re.Pattern[str], match: re.Match[str]) -> bool:
    """Whether what matched a form is a dateline and not "Smith (left) - …"."""
    groups = match.groupdict()
    place, agency = groups.get("place") or "", groups.get("agency")
    if place and place[0].islower():
        return False
    if form in (_WITH_AGENCY, _AGENCY_FIRST, _BETWEEN_SLASHES):
        names = split_names(agency or "")
        if form is not _WITH_AGENCY and all(acronym(name) for name in names):
            return True
        formal = _capitals(place) and len(agency or "") > 1 and (agency or "")[0].isupper()
        return all(is_agency(name) for name in names) or bool(groups.get("date")) or (bool(place) and formal)
    if form is _STATED:
        return is_agency(agency or "")
    return form is not _CAPITALS or len(place) > 3


def _capitals(place: str) -> bool:
    return place.split(",")[0].isupper()


def _parted(match: re.Match[str]) -> tuple[str, str]:
    """Place and agency; "GENEVA, AFP" may have been taken for a place and its country."""
    place, agency = match.groupdict().get("place") or "", match.groupdict().get("agency") or ""
    city, _, beside = place.rpartition(", ")
    return (city, beside) if city and not agency and listed(beside) else (place, agency)


def _dateline(line: Line, match: re.Match[str]) -> Dateline | None:
    place, _ = _parted(match)
    if not place:
        return None
    end = line.span.begin + len(match.group().rstrip())
    return Dateline(place.strip(" ,."), Span(line.span.begin, end))


def _credits(line: Line, match: re.Match[str], outlet: Outlet) -> list[Credit]:
    _, agency = _parted(match)
    if not agency:
        return []
    stands = match.start("agency") if match.groupdict().get("agency") else match.end("place") - len(agency)
    begin = line.span.begin + stands
    span = Span(begin, begin + len(agency))
    text = match.group().strip()
    return [credit(name, "dateline", text, span, outlet, True) for name in split_names(agency)]
