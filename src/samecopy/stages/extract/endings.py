"""Last lines of an article that say who had a part in it: credits by form, and a wire's signature.

What stands alone under the last paragraph may be less sure of itself than a credit elsewhere: "Source:
Halden", "With Halden", "HWS, Halden". Place and form together make it a credit. "(Reporting by Ada
Voss; editing by Per Lind)" is a signature that names nobody but people: no paragraph, and no credit. A
person's name is never an agency; a single word that stands where only bodies stand is one.
"""

import re
from collections.abc import Iterable, Sequence

from samecopy.records import Credit, Outlet
from samecopy.stages.extract.credits import (
    SOURCE,
    acronym,
    credit,
    is_agency,
    line_credits,
    own,
    sign_off,
    split_names,
    wire_name,
)
from samecopy.stages.extract.line import Line

_PART = r"(?:reporting|writing|editing|reported|written|edited|compiled|translated|production)"
_SHARE = re.compile(
    rf"^(?P<more>(?i:(?:additional|further) ))?(?i:{_PART}(?:(?:,| and|, and) {_PART})*)"
    r"(?: in [A-ZÀ-Þ][\w ]{1,30})? (?i:by) (?P<names>(?:the )?[A-ZÀ-ÞА-Я][\w.'’-]*"
    r"(?:,? (?:(?:and|in|for|the|of|&|de|di|van|von|bin|al) )*[A-ZÀ-ÞА-Я][\w.'’-]*){0,14})$"
)
_CONTRIBUTED = re.compile(
    r"^[\W_]*(?P<who>[A-ZÀ-Þ][^.;:!?]{1,90}?(?: [A-Z]\.[^.;:!?]{1,40}?)?) (?:also )?contributed "
    r"(?:(?P<report>(?:reporting )?to (?:this|the) (?:report|story|article|dispatch))"
    r"(?: (?:from|in) [A-ZÀ-Þ][^.]{0,50})?|(?:reporting )?from [A-ZÀ-Þ][^.]{0,50})[\W_]*$"
)
_POST = re.compile(
    r"^(?P<name>.+?)(?:['’]s)? "
    r"(?i:(?:staff |senior )?(?:reporters?|writers?|correspondents?|journalists?|staff))\b"
)
_WITH = re.compile(
    r"^(?:With|Mit|Avec|Con) (?P<names>[A-ZÀ-Þ][\w&-]*(?:(?:, | and |/| / | & | )[A-ZÀ-Þ][\w&-]*){0,4})$"
)
_SHORT = re.compile(r"[A-ZÀ-ÞА-Я][\w&'’-]{1,15}")
_QUOTES = " ()[]“”»«\"'"
_MARKS = " ()[]—–-*_."

_MAX_WORDS = 20  # a longer line is a paragraph
_MAX_SOURCE_WORDS = 10
_MAX_NAMED_WORDS = 8
_MAX_ALONE = 4  # names; more are a list of topics


def closing(line: Line, outlet: Outlet, above: str) -> list[Credit] | None:
    """The credits of a last line that is no paragraph, perhaps none (a signature); None if it is one.

    `above` is the text over it: names that it speaks of are the article's subject, and no credit.
    """
    if sign_off(line, outlet):
        return line_credits([line], outlet)
    if line.words > _MAX_WORDS:
        return None
    for form in (_signed, contributed, _sourced, _accompanied, _named):
        credits_ = form(line, outlet)
        if credits_ is not None:
            return credits_
    return _alone(line, outlet, above)


def contributed_credits(lines: Sequence[Line], outlet: Outlet) -> list[Credit]:
    """Agencies in lines near the body that say who contributed to the report."""
    return [one for line in lines if line.words <= _MAX_WORDS for one in contributed(line, outlet) or ()]


def contributed(line: Line, outlet: Outlet) -> list[Credit] | None:
    """ "Halden Press reporter Ada Voss contributed to this report." credits Halden Press."""
    match = _CONTRIBUTED.match(line.text)
    if not match:
        return None
    names = split_names(match.group("who"))
    posts = [_POST.match(name) for name in names]
    if not match.group("report") and not any(posts):
        return None
    plain = [post.group("name") if post else name for name, post in zip(names, posts, strict=True)]
    return _bodies(plain, line, outlet, alone=not any(posts))


def _signed(line: Line, outlet: Outlet) -> list[Credit] | None:
    parts = [_SHARE.match(part.strip(_MARKS)) for part in line.text.strip(_MARKS).split(";")]
    if not all(parts):
        return None
    found: list[Credit] = []
    for part in parts:
        if part:
            found += _bodies(split_names(part.group("names")), line, outlet, alone=bool(part.group("more")))
    return found


def _sourced(line: Line, outlet: Outlet) -> list[Credit] | None:
    match = SOURCE.match(line.text) if line.words <= _MAX_SOURCE_WORDS else None
    if not match:
        return None
    names = split_names(match.group("name"))
    if not all(name.strip()[:1].isupper() or is_agency(name) for name in names):
        return None
    return [credit(name, "sign_off", line.text, line.span, outlet) for name in names]


def _accompanied(line: Line, outlet: Outlet) -> list[Credit] | None:
    match = _WITH.match(line.text.strip(_MARKS)) if line.text[-1:] not in ".!?:" else None
    return (_bodies(split_names(match.group("names")), line, outlet, alone=True) or None) if match else None


def _named(line: Line, outlet: Outlet) -> list[Credit] | None:
    """ "Mit Material von dpa", "© AFP": a short line that credits agencies and is no sentence."""
    if line.words > _MAX_NAMED_WORDS or line.text.rstrip(_QUOTES)[-1:] in ".!?:,":
        return None
    found = line_credits([line], outlet)
    return found if found and all(one.agency for one in found) else None


def _alone(line: Line, outlet: Outlet, above: str) -> list[Credit] | None:
    """ "HWS, Halden" or "Halden / Evening Post": short names and nothing else, one of them known for a
    body; or one name that says it is a wire's."""
    if line.text[-1:] in ".!?:;,":
        return None
    names = [name.strip() for name in split_names(line.text)]
    if len(names) == 1 and wire_name(names[0]) and not own(names[0], outlet):
        return [credit(names[0], "sign_off", line.text, line.span, outlet)]
    if not 1 < len(names) <= _MAX_ALONE or not all(_body_like(name, outlet) for name in names):
        return None
    if not any(_known(name) or own(name, outlet) for name in names):
        return None
    told = re.sub(r"\([^()]*\)", " ", above)
    subjects = [n for n in names if not own(n, outlet) and re.search(rf"\b{re.escape(n)}\b", told)]
    if subjects:
        return None
    return [credit(name, "sign_off", line.text, line.span, outlet) for name in names]


def _body_like(name: str, outlet: Outlet) -> bool:
    return bool(_SHORT.fullmatch(name)) or _known(name) or own(name, outlet)


def _known(name: str) -> bool:
    return is_agency(name) or acronym(name) or wire_name(name)


def _bodies(names: Iterable[str], line: Line, outlet: Outlet, *, alone: bool) -> list[Credit]:
    """Credits to those names that are bodies; a single word counts where it is the only name."""
    given = [name.strip(_MARKS) for name in names]
    kept = [name for name in given if _known(name)]
    if alone and len(given) == 1 and _SHORT.fullmatch(given[0]):
        kept = given
    return [credit(name, "sign_off", line.text, line.span, outlet, True) for name in kept]
