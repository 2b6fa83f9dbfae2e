"""The plain words that both faces use, so that the terminal and the document say the same.

Wording is bound by what is known: "carries the same copy as", "likely origin", "at most N
independent origins". No word here accuses anyone or says what is true.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from samecopy.records import Edit, EditKind, ExcerptForm, Origin, Pair, Story, Trend, Witness
from samecopy.report.sizes import Outlets, count

LOCAL_FORM: frozenset[EditKind] = frozenset({"date_form", "spelling", "number_form", "style", "punctuation"})
"""Kinds that change how a thing is written, not what is said."""

EDIT_WORDS: Mapping[EditKind, tuple[str, str]] = {
    "date_form": ("date form", "date forms"),
    "spelling": ("spelling", "spellings"),
    "number_form": ("number form", "number forms"),
    "style": ("style", "styles"),
    "punctuation": ("punctuation", "punctuation marks"),
    "number": ("figure", "figures"),
    "name": ("name", "names"),
    "negation": ("negation", "negations"),
    "attribution": ("attribution", "attributions"),
    "hedge": ("hedge", "hedges"),
    "quotation": ("quotation", "quotations"),
    "wording": ("wording", "wordings"),
    "headline": ("headline", "headlines"),
}
"""Each kind of edit, in the singular and in the plural."""

FORM_WORDS: Mapping[ExcerptForm, str] = {
    "post": "of embedded posts",
    "release": "beside a named press release",
    "speech": "of one long quotation or speech",
    "quotation": "mostly quoted",
    "block": "in one block or few",
    "scattered": "here and there",
}
"""What an excerpt shares, by its form."""

SIGN_WORDS: Mapping[str, str] = {
    "credit": "credit line",
    "dateline": "dateline",
    "time": "publication time",
    "containment": "containment",
    "edit_direction": "direction of an edit",
    "missing": "not seen",
}
"""Signs of the ledger whose code is not a plain word by itself."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # not the locale's: equal on every machine
_TIMES_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def at_most(number: int, noun: str) -> str:
    """An upper bound in words.

    >>> at_most(3, "independent origin")
    'at most 3 independent origins'
    """
    return "at most " + count(number, noun)


def between(least: int, most: int, noun: str) -> str:
    """An upper bound in words, with the lower one where the two part.

    >>> between(1, 1, "primary source"), between(1, 2, "primary source")
    ('at most 1 primary source', 'at least 1, at most 2 primary sources')
    """
    return at_most(most, noun) if least == most else f"at least {least}, {at_most(most, noun)}"


def verdict(story: Story, outlets: Outlets) -> str:
    """The line that answers the question.

    `9 pages, 8 outlets: at most 3 independent origins`
    """
    size = f"{count(len(story.pages), 'page')}, {outlets}"
    return f"{size}: {at_most(story.origins_at_most, 'independent origin')}"


def percent(share: float) -> str:
    """A share, 0 to 1, in whole percent; only a full share reads 100%, only none 0%.

    >>> percent(0.816), percent(0.999), percent(1.0), percent(0.001)
    ('82%', '99%', '100%', '1%')
    """
    whole = round(share * 100)
    if share < 1.0:
        whole = min(whole, 99)
    if share > 0.0:
        whole = max(whole, 1)
    return f"{whole}%"


def report_kind(origin: Origin, outlets: Outlets, likely: str | None) -> str:
    """What a family is, in two words; `likely` is the label of its likely origin page, if any.

    One outlet's versions are its own report, wherever their wording comes from.
    """
    if origin.kind == "outside" and origin.agency is not None:
        return "agency copy"
    if outlets.one:
        return "own report"
    if origin.kind == "page" and likely is not None:
        return f"copy of {likely}"
    return "shared copy"


def family_size(pages: int, outlets: Outlets) -> str:
    """A family's size, where one outlet's versions are not taken for several voices.

    >>> family_size(6, Outlets(6, 0)), family_size(2, Outlets(1, 0)), family_size(7, Outlets(5, 0))
    ('6 outlets', '2 pages (1 outlet and its update)', '7 pages, 5 outlets')
    """
    if outlets.one:
        updates = "its update" if pages == 2 else f"its {pages - 1} updates"
        return f"{pages} pages (1 outlet and {updates})" if pages > 1 else "1 page"
    if pages == outlets.named:
        return str(outlets)
    return f"{count(pages, 'page')}, {outlets}"


def origin_words(origin: Origin, likely: str | None) -> str:
    """Where a family's copy likely came from, without the confidence."""
    if origin.kind == "page":
        return likely or "a page of the pile"
    if origin.kind == "outside":
        return f"{origin.agency}, not in the pile" if origin.agency else "not in the pile"
    return "undecided"


def excerpt_words(pair: Pair) -> str:
    """What two pages share that carry no copy of one another.

    >>> excerpt_words(Pair("a", "b", 0.2, 140, "excerpt", "speech"))
    'an excerpt, no copy: 140 words of one long quotation or speech'
    """
    return f"an excerpt, no copy: {count(pair.words, 'word')} {FORM_WORDS.get(pair.form, '')}".rstrip()


def edit_word(kind: EditKind) -> str:
    return EDIT_WORDS[kind][0]


def weight_word(edit: Edit) -> str:
    """Whether an edit matters, in words: it never rests on colour alone."""
    if edit.matters:
        return "matters"
    if edit.kind == "headline":
        return "no contradiction found"
    return "local form" if edit.kind in LOCAL_FORM else "minor"


def tally(kinds: Iterable[EditKind]) -> str:
    """Edits by kind, in the order of the records.

    >>> tally(["name", "number", "number"])
    '2 figures, 1 name'
    """
    seen = list(kinds)
    return ", ".join(count(seen.count(k), *words) for k, words in EDIT_WORDS.items() if k in seen)


def substance(witness: Witness) -> str:
    """The edits of a witness that matter, by kind; "" when there are none. The headline apart."""
    return tally(e.kind for e in witness.edits if e.matters and e.kind != "headline")


def witness_facts(witness: Witness) -> tuple[str, ...]:
    """What a witness did with the copy, in short phrases; the base has none but its length.

    `("kept 82%", "cut 3 ¶", "changed 1 figure", "headline rewritten")`
    """
    facts = [f"kept {percent(witness.kept_share)}"]
    facts += [
        f"{word} {len(paragraphs)} ¶"
        for word, paragraphs in (("cut", witness.cut), ("moved", witness.moved), ("added", witness.added))
        if paragraphs
    ]
    changed = substance(witness)
    if changed:
        facts.append(f"changed {changed}")
    local = sum(1 for edit in witness.edits if not edit.matters and edit.kind != "headline")
    if local:
        facts.append(f"{local} of form only")
    if witness.headline.rewritten:
        facts.append("headline rewritten")
    return tuple(facts)


def too_uncertain(number: int, noun: str) -> str:
    """How many items of a kind are not told; "" where none.

    >>> too_uncertain(2, "statement")
    '2 statements left out as too uncertain'
    """
    return f"{count(number, noun)} left out as too uncertain" if number else ""


def moment(value: str) -> str:
    """A publication time as one reads it, its offset kept as the page gave it.

    >>> moment("2031-04-02T06:12:00+02:00"), moment("2031-04-02")
    ('2031-04-02 06:12 +02:00', '2031-04-02')
    """
    day, separator, clock = value.partition("T")
    if not separator:
        return value
    time, offset = clock[:5], _offset(clock)
    return f"{day} {time}{offset}"


def earliest(values: Sequence[str]) -> str | None:
    """The earliest of ISO publication times, as `06:12Z` within one day, else with its day.

    Times without an offset cannot be set against others: they count by their day only.

    >>> earliest(["2031-04-02T06:12:00Z", "2031-04-02T09:00:00+02:00"])
    '06:12Z'
    >>> earliest(["2031-04-02", "2031-04-03"])
    '2031-04-02'
    """
    exact = sorted(t for v in values if (t := _instant(v)) is not None)
    days = sorted(v[:10] for v in values)
    if not days:
        return None
    if not exact or exact[0].date().isoformat() > days[0]:
        return days[0]
    first = exact[0]
    if days[0] == days[-1]:
        return f"{first:%H:%M}Z"
    return f"{first:%Y-%m-%d %H:%M}Z"


def day_words(value: str) -> str:
    """A TIMEX3 or ISO value as one reads it; a value of another form is left as it is.

    >>> day_words("2031-04-02"), day_words("2031-04"), day_words("2031-W14")
    ('Wed 2 April 2031', 'April 2031', 'week 14 of 2031')
    >>> day_words("2031-04-02TEV"), day_words("2031-04-02T09:30")
    ('Wed 2 April 2031, evening', 'Wed 2 April 2031, 09:30')
    """
    if not value[:1].isdecimal():
        return value
    day, _, clock = value.partition("T")
    year, _, part = day.partition("-")
    if len(day) == 8 and part.startswith("W") and part[1:].isdecimal():
        words = f"week {int(part[1:])} of {year}"
    elif len(day) == 4 and day.endswith("X"):
        words = f"{day[:3]}0s"
    else:
        words = _date_words(day)
    return words + (f", {_TIMES_OF_DAY.get(clock, clock)}" if clock else "")


def _date_words(value: str) -> str:
    try:
        date = datetime.date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return value
    month = f"{_MONTHS[date.month - 1]} {date.year}"
    return f"{_WEEKDAYS[date.weekday()]} {date.day} {month}" if len(value) == 10 else month


def amount(
    low: float | None, high: float | None, approximate: bool, unit: str | None, trend: Trend = ""
) -> str:
    """A figure's value or range in words, and which way it goes; an open bound is said to be open.

    >>> amount(20000, None, True, None), amount(40, 40, False, "km", "up")
    ('about 20,000 or more', '40 km, up')
    """
    if low is not None and high is not None:
        value = _number(low) if low == high else f"{_number(low)}–{_number(high)}"
    elif low is not None:
        value = f"{_number(low)} or more"
    elif high is not None:
        value = f"up to {_number(high)}"
    else:
        value = "not given"
    tail = "" if unit is None else unit if unit == "%" else f" {unit}"
    return ("about " if approximate else "") + value + tail + (f", {trend}" if trend else "")


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def _instant(value: str) -> datetime.datetime | None:
    try:
        instant = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) <= 10 or instant.tzinfo is None:
        return None
    return instant.astimezone(datetime.UTC)


def _offset(clock: str) -> str:
    if clock.endswith("Z"):
        return "Z"
    for sign in "+-":
        head, found, tail = clock.rpartition(sign)
        if found and head:
            return f" {sign}{tail}"
    return ""
