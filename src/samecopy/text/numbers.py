"""Quantities in English text: digits and number words, scales, vague counts, ranges, money, percent.

Not here: dates, clock times and durations (`dates`, whose spans are left out), ordinals, telephone
numbers, scores, and what is counted (`stages.account.figures`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samecopy.text.dates import Time, find_times
from samecopy.text.numberwords import (
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    CURRENCIES,
    DOLLARS,
    FRACTIONS,
    GLUED,
    NOT_BEFORE,
    NOT_ONE,
    SCALE_SHORT,
    SIGNS,
    UNITS,
    VAGUE,
)
from samecopy.text.numerals import NUMBER_WORDS, SCALES, value_of


def either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


WORD = rf"(?:{either(NUMBER_WORDS)})"
SCALE = rf"(?:{either(SCALES)})"
WORDS = rf"(?:an?\s(?={SCALE}\b))?{WORD}\b(?:(?:(?:(?<=red)|(?<=sand)|(?<=ion))\sand\s|[\s-]){WORD}\b){{0,8}}"
DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
PART = "|".join((*FRACTIONS, *(f"{word}s" for word in FRACTIONS if word != "half")))
CORE = re.compile(
    rf"""
  (?P<sign>(?:\b(?:US|AU?|CA?|HK|NZ|S))?\$|[€£¥₹₽₩₪])\s?(?P<sum>{DIGITS})(?P<short>(?:bn|mn|tn|[mbk])\b)?
| \b(?P<some>half\sa|a\squarter\sof\sa|a\sfew|several)\s(?P<round>{SCALE})\b
| \b(?P<piece>half(?=-)|half\san?|(?:a|three)[\s-]quarters?\sof\san?)(?=[\s-](?:{either(UNITS)})(?!\w))
| \bone\sin\s(?P<of>[0-9]{{1,4}}|{WORD})\b
| \b(?P<share>{WORD}|a)[\s-](?P<part>{PART})\b(?=\s(?:of|the|an?)\b|\smajority)
| \b(?P<half>half)(?=\s(?:of|the|its|their|all)\b)
| \b(?:(?P<few>a\sfew|several|many|a\scouple\sof)\s)?(?P<plural>{either(VAGUE)})\b
    (?:\sof\s(?P<times>{either(VAGUE)})\b)?
| \b(?P<dozen>half\sa|an?|(?:a\sfew|several)|{WORD}|[0-9]{{1,2}})\sdozen\b
| \b(?P<words>{WORDS})
| (?<![\w.,/:#+])(?<![A-Za-z]-)(?P<digits>{DIGITS})
    (?P<glued>(?:bn|mn|tn|[mbk])(?=\s(?:{either(CURRENCIES)})\b))?
    (?!(?!(?:{either(GLUED)})\b)[\w/:]|[.,][0-9])
""",
    re.VERBOSE | re.IGNORECASE,
)
PIECES = {"h": 0.5, "a": 0.25, "t": 0.75}
"""Half a mile, a quarter of a tonne, three-quarters of an acre: by how they begin."""
AFTER_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
# Without a digit or one of these words CORE matches nothing; looking for them costs a tenth of it.
DIGIT = re.compile(r"[0-9]")
LETTERS = re.compile(r"[a-z]+")
COUNTING = NUMBER_WORDS | frozenset(
    (*SCALES, *VAGUE, *FRACTIONS, *(f"{word}s" for word in FRACTIONS), "dozen")
)
AFTER_SCALE = re.compile(rf"[\s-]({SCALE})\b", re.IGNORECASE)
AFTER_UNIT = re.compile(rf"[\s-]?({either(CURRENCIES)}|{either(UNITS)})(?![\w])", re.IGNORECASE)
AFTER_OF = re.compile(rf"\sof\s({either(CURRENCIES)})\b", re.IGNORECASE)
BEFORE = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘—–-]))(?:(?P<about>{either(APPROXIMATE)})|(?P<least>{either(AT_LEAST)})"
    rf"|(?P<most>{either(AT_MOST)}))\s\Z",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"(between|from)\s\Z", re.IGNORECASE)
LAST_WORD = re.compile(r"(\w+)\W{1,2}\Z")
JOIN = re.compile(r"\s(?:to|and|or)\s|\s?[–—-]\s?")
RISING = re.compile(r"\b(?:go|goes|going|gone|went|move[sd]?|climb(?:s|ed)?)\s\Z", re.IGNORECASE)
"""Before "up to": a way that was gone, no limit ("the fee went up to 30 euros")."""
NO_NOUN = re.compile(r"\W*\Z|\s?[^\w\s]|\s(?:in|an?|the|last|this|on|at|and|over|since)\b")
"""After a number that counts nothing named beside it."""
LOOK_BACK = 28  # the longest modifier with its space


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity, `text[begin:end]`, its modifier and unit included.

    `low` to `high` are the bounds, equal for one number; `high` is None when open ("at least ten",
    "tens of thousands": 20000 up). "Up to ten" has the low bound 0. `unit` is `%`, a currency code
    (`USD`) or the name that several have (`crowns`), a measure (`km`, `tonnes`), else None. A share
    ("two-thirds") is given in percent.
    """

    begin: int
    end: int
    low: float
    high: float | None
    approximate: bool
    unit: str | None


def find_numbers(
    text: str, begin: int = 0, end: int | None = None, times: Sequence[Time] | None = None
) -> list[Number]:
    """Quantities of `text[begin:end]` in order, none overlapping; offsets in `text`.

    `times` are the temporal expressions within, in order; they are read here where they are not given.

    >>> [(n.low, n.high, n.unit) for n in find_numbers("About 1.5 million people paid up to $30bn")]
    [(1500000.0, 1500000.0, None), (0.0, 30000000000.0, 'USD')]
    """
    stop = len(text) if end is None else end
    if not DIGIT.search(text, begin, stop) and COUNTING.isdisjoint(LETTERS.findall(text[begin:stop].lower())):
        return []
    if times is None:
        times = find_times(text, None, begin, stop)
    taken = [(t.begin, t.end) for t in times]
    found: list[Number] = []
    at = 0
    for match in CORE.finditer(text, begin, stop):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            continue
        if match.group().lower() in SCALES:
            continue
        number = read_number(text, match, stop)
        if number is not None and (not found or number.begin >= found[-1].end):
            found.append(number)
    kept = joined(text, [n for n in found if not in_score(text, n)], begin)
    return [widened(text, number, begin) for number in sharing(text, kept)]


def read_number(text: str, match: re.Match[str], stop: int) -> Number | None:
    """One match of CORE with its scale and unit; None where it is no quantity."""
    low, high, rough, unit = bounds(match)
    if low is None or is_name(text, match):
        return None
    end = match.end()
    if match["digits"] or match["sum"]:
        scale = AFTER_SCALE.match(text, end, stop)
        if scale:
            low, end = low * SCALES[scale[1].lower()], scale.end()
            high = low
    elif match["words"] and low < 100 and (half := AFTER_HALF.match(text, end, stop)):
        low, end = low + 0.5, half.end()
        high = low
    measure = (AFTER_OF if match["plural"] else AFTER_UNIT).match(text, end, stop)
    if measure and unit is None:
        word = " ".join(measure[1].lower().split())
        unit = CURRENCIES.get(word) or UNITS.get(word)
        end = measure.end()
    return Number(match.start(), end, low, high, rough, unit)


def bounds(match: re.Match[str]) -> tuple[float | None, float | None, bool, str | None]:
    """Low, high, approximate and unit of a match of CORE."""
    kind = match.lastgroup or ""
    if match["sum"]:
        value = float(match["sum"].replace(",", "")) * SCALE_SHORT.get((match["short"] or "").lower(), 1)
        return value, value, False, currency(match["sign"])
    if match["digits"]:
        value = float(match["digits"].replace(",", "")) * SCALE_SHORT.get((match["glued"] or "").lower(), 1)
        return value, value, False, None
    if match["words"]:
        words = [w for w in re.split(r"[\s-]+", match["words"].lower()) if w not in ("a", "an", "and")]
        count = value_of(words)
        return count, count, False, None
    if match["plural"]:
        factor = VAGUE[match["times"].lower()] // 2 if match["times"] else 1
        return float(VAGUE[match["plural"].lower()] * factor), None, True, None
    if match["dozen"]:
        return several(match["dozen"], 12)
    if match["round"]:
        return several(match["some"], SCALES[match["round"].lower()])
    if match["piece"]:
        piece = PIECES[match["piece"][0].lower()]
        return piece, piece, False, None
    share = shared(match, kind)
    return share, share, True, "%"


def several(word: str, of: float) -> tuple[float | None, float | None, bool, str | None]:
    """half a · a few · two (dozen, million)."""
    low = " ".join(word.lower().split())
    if low in ("a few", "several"):
        return 2 * of, None, True, None
    known = {"half a": 0.5, "a quarter of a": 0.25, "a": 1.0, "an": 1.0}
    count = known.get(low) or (float(low) if low.isdigit() else value_of([low]))
    return (None, None, False, None) if count is None else (count * of, count * of, False, None)


def shared(match: re.Match[str], kind: str) -> float | None:
    """The share, in percent, that a fraction names."""
    if match["half"]:
        return 50.0
    if match["of"]:
        of = match["of"].lower()
        whole = float(of) if of.isdigit() else value_of([of])
        return 100 / whole if whole else None
    part = match["part"].lower()
    count = 1.0 if match["share"].lower() == "a" else value_of([match["share"].lower()])
    whole = FRACTIONS.get(part) or FRACTIONS[part.removesuffix("s")]
    return None if count is None or count > whole else 100 * count / whole


def currency(sign: str) -> str:
    low = sign.lower()
    return DOLLARS.get(low[:-1], "USD") if low.endswith("$") else SIGNS[low]


def is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of a name ("No. 10", "Flight 93") or "one" a pronoun."""
    before = LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    word = before[1].lower() if before else ""
    if match.group().lower() == "one" and (word in NOT_ONE or text[match.end() : match.end() + 4] == " of "):
        return True
    return word in NOT_BEFORE


SCORE = re.compile(
    r"(?:(?<![0-9,.])[0-9]{1,2}[-–][0-9]{1,2}(?![0-9,.]*[0-9%])|(?<![0-9])[0-9]{3}[- ][0-9]{4}(?![0-9]))"
)


def in_score(text: str, number: Number) -> bool:
    """Whether a bare number stands in a score (3-1) or a telephone number (555-0123)."""
    if number.unit is not None or not text[number.begin].isdigit():
        return False
    around = SCORE.search(text, max(0, number.begin - 5), min(len(text), number.end + 6))
    if around is None or not around.start() <= number.begin < around.end():
        return False
    unit = AFTER_UNIT.match(text, around.end()) or AFTER_SCALE.match(text, around.end())
    return unit is None


def joined(text: str, numbers: list[Number], begin: int) -> list[Number]:
    """Ranges put together: 10 to 15, between 5 and 7, $3-4 million."""
    out: list[Number] = []
    at = 0
    while at < len(numbers):
        one = numbers[at]
        two = numbers[at + 1] if at + 1 < len(numbers) else None
        pair = joined_pair(text, one, two, begin) if two else None
        out.append(pair or one)
        at += 2 if pair else 1
    return out


def joined_pair(text: str, one: Number, two: Number, begin: int) -> Number | None:
    """One range of two numbers, else None. "From 10 to 15" and "3 percent to 2 million" are changes."""
    link = text[one.end : two.begin]
    if two.begin - one.end > 6 or not JOIN.fullmatch(link):
        return None
    led = BETWEEN.search(text, max(begin, one.begin - 8), one.begin)
    opener = led[1].lower() if led else ""
    word = link.strip().lower()
    if (
        opener == "from"
        or (
            two.unit is None and one.unit is not None and text[one.begin].isalnum()
        )  # "3 percent to 2 million"
        or (word == "and") != (opener == "between")
        or (word == "or" and two.low > 2 * one.low)
    ):
        return None
    low = one.low
    scale = next((value for word, value in SCALES.items() if word in text[two.begin : two.end].lower()), 1)
    if two.low >= 1000 * low and low * scale < two.low:
        low *= scale  # "$3-4 million": the scale is said once
    if two.high is None or low >= two.low or (one.unit and two.unit and one.unit != two.unit):
        return None
    start = led.start() if led and opener == "between" else one.begin
    return Number(start, two.end, low, two.high, False, two.unit or one.unit)


def sharing(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers, each bare end of a change with the unit of the other: from 10 to 15 percent, to 48,000
    tonnes from 72,000."""
    out = list(numbers)
    for at, (one, two) in enumerate(pairwise(numbers)):
        link = text[one.end : two.begin].strip()
        led = LAST_WORD.search(text, max(0, one.begin - LOOK_BACK), one.begin)
        change = (led[1].lower() if led else "", link.lower())
        if change == ("from", "to") and one.unit is None and two.unit is not None:
            out[at] = replace(one, unit=two.unit)
        elif change == ("to", "from") and two.unit is None and NO_NOUN.match(text, two.end):
            out[at + 1] = replace(two, unit=one.unit)
    return out


def widened(text: str, number: Number, begin: int) -> Number:
    """The number with the modifier before it."""
    found = BEFORE.search(text, max(begin, number.begin - LOOK_BACK), number.begin)
    if found is None:
        return number
    low, high, rough = number.low, number.high, number.approximate
    if found["about"]:
        rough = True
    elif found["least"]:
        high = None
    elif RISING.search(text, max(begin, found.start() - LOOK_BACK), found.start()):
        return number
    else:
        low = 0.0
    return Number(found.start(), number.end, low, high, rough, number.unit)
