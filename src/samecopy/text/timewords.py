"""The English words of time: each belongs to one class, named by one letter.

`timetokens` reads a text as a string of these letters, `timex` writes its rules over them. A letter
names a class of words that behave alike; what a word means within its class is in the tables.
"""

from samecopy.text.calendar import Unit
from samecopy.text.wordlists import listed

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed", "weds"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}

WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}

SINGULAR_UNITS: dict[str, Unit] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
PLURAL_UNITS: dict[str, Unit] = {
    "seconds": "second",
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "nights": "day",
    "weeks": "week",
    "fortnights": "week",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
    "decades": "decade",
    "centuries": "century",
}
UNITS: dict[str, Unit] = SINGULAR_UNITS | PLURAL_UNITS

LENGTHS: dict[str, Unit] = {
    "hourlong": "hour",
    "daylong": "day",
    "weeklong": "week",
    "monthlong": "month",
    "yearlong": "year",
    "decadelong": "decade",
}
"""How long something takes, said in one word."""

PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
}
"""Parts of the day. `noon` and `midnight` are clock times."""

CLOCK_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

ZONES = listed("gmt utc bst est edt cst cdt mst mdt pst pdt cet cest eet ist jst msk")

TODAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "soon": "FUTURE_REF",
}
"""Words that place a thing in time without a date. Not "then", "once", "previously" and "already": they
mostly order one thing after another, as "soon" does of what has passed."""

SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "weekends": "XXXX-WXX-WE",
}

DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}

VAGUE = listed("several few many some couple dozens hundreds thousands numerous recent various")
"""Counts without a number: the value is X."""

CAPITAL_ONLY = listed("may march august sun sat mon wed fri mar jan")
"""Words that are months or weekdays only when they begin with a capital."""

NAMES_TOO = listed("may march april june august january")
"""Months that also begin sentences or name people: alone, they need a word before them that takes a
date ("in May", "last March")."""

DATE_TAKERS = listed(
    """in since by until till through during from to of before after around between and or for
    every each on s mid"""
)
"""Words that a month's name follows when it stands alone."""

CLASSES: dict[str, str] = {
    **dict.fromkeys(MONTHS, "M"),
    **dict.fromkeys((m for m in MONTHS if len(m) <= 4 and m not in ("may", "june", "july")), "b"),
    **dict.fromkeys(WEEKDAYS, "W"),
    **dict.fromkeys((w for w in WEEKDAYS if len(w) <= 5), "w"),
    **dict.fromkeys(SEASONS, "S"),
    **dict.fromkeys(SINGULAR_UNITS, "u"),
    **dict.fromkeys(PLURAL_UNITS, "U"),
    **dict.fromkeys(LENGTHS, "j"),
    **dict.fromkeys(PARTS, "P"),
    **dict.fromkeys(CLOCK_WORDS, "C"),
    **dict.fromkeys(ORDINALS, "O"),
    **dict.fromkeys(ZONES, "Z"),
    **dict.fromkeys(TODAYS, "T"),
    **dict.fromkeys(REFERENCES, "R"),
    **dict.fromkeys(SETS, "X"),
    **dict.fromkeys(DECADES, "K"),
    **dict.fromkeys(VAGUE, "g"),
    **dict.fromkeys(("early", "late", "mid", "earlier", "later"), "E"),
    **dict.fromkeys(("beginning", "start", "middle", "end", "close"), "B"),
    **dict.fromkeys(("previous", "preceding", "prior"), "v"),
    **dict.fromkeys(("next", "coming", "upcoming"), "k"),
    **dict.fromkeys(("every", "each"), "V"),
    **dict.fromkeys(("a", "an", "another"), "a"),
    "one": "n",
    "quarter": "q",
    "weekend": "e",
    "half": "h",
    "½": "_",
    "the": "t",
    "of": "o",
    "in": "i",
    "last": "l",
    "past": "p",
    "following": "f",
    "this": "s",
    "current": "s",
    "latest": "*",
    "recent": "*",
    "period": "!",
    "old": "#",
    "future": "?",
    "that": "z",
    "same": "c",
    "ago": "G",
    "fiscal": "F",
    "financial": "F",
    "christmas": "H",
    "thanksgiving": "H",
    "halloween": "H",
    "easter": "H",
    **dict.fromkeys(WEEKDAY_PLURALS, "L"),
    "other": "6",
    "or": "7",
    "so": "8",
    "to": "2",
    "per": "r",
    "and": "&",
    "at": "@",
    "before": "<",
    "after": ">",
    "hence": "+",
    **dict.fromkeys(("full", "whole", "entire", "trading", "business", "consecutive", "straight"), "1"),
    "near": "3",
    "long": "m",
    **dict.fromkeys(("more", "additional", "further", "extra"), "4"),
    **dict.fromkeys(("ended", "ending"), "5"),
    "from": "=",
}
"""Class letter of each word; every other word is `x`."""
