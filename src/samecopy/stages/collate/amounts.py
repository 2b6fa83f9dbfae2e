"""The figures of a block: numbers, durations, scores, degrees, and amounts written without a number.

`text.numbers` and `text.dates` find what stands for itself; here is what only a comparison with
another wording settles ("5m", "32C", "2-1", "a foot").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from samecopy.stages.collate.pieces import Block
from samecopy.stages.collate.unit import Unit, under
from samecopy.text.dates import Time
from samecopy.text.numbers import SCALE, Number, find_numbers
from samecopy.text.numberwords import UNITS
from samecopy.text.numerals import NUMBER_WORDS, value_of
from samecopy.text.wordlists import listed

_SPACES = (" ", "\u00a0", "\u202f", "\u2009")
_HEAD, _THREE = re.compile(r"[1-9]\d{0,2}|\d{3}"), re.compile(r"\d{3}")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn|tn)")
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_DEGREES = re.compile(r"(?<![\w.,])([-−]?\d{1,3})(?:\s?°|\sdegrees)?\s?([CF])\b")
_COUNT = rf"\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS))}"
_SCORE = re.compile(
    rf"(?<![\w.,:/$€£–—-])(?:(\d{{1,3}})\s?[-–—]\s?(\d{{1,3}})|(?<!from\s)({_COUNT})\sto\s({_COUNT}))"
    rf"(?![\w%:/–—-]|[.,]\d|\s{SCALE}\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_RANK_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_RANKS = {word: float(rank) for rank, word in enumerate(_RANK_WORDS.split(), start=1)}
_MULTIPLIED = {
    word: (value, unit)
    for words, value, unit in (
        ("once", 1.0, "times"),
        ("twice", 2.0, "times"),
        ("thrice", 3.0, "times"),
        ("halved halve halves halving", 0.5, "fold"),
        ("doubled double doubles doubling twofold", 2.0, "fold"),
        ("tripled triple triples tripling trebled treble trebling threefold", 3.0, "fold"),
        ("quadrupled quadruple quadrupling fourfold", 4.0, "fold"),
    )
    for word in words.split()
}
_POINTS = re.compile(
    r"\b(half|a quarter|one quarter|three quarters|a third|a tenth)(?:\sof)?(?:\sa)?[\s-]"
    r"(?:percentage[\s-])?point\b",
    re.IGNORECASE,
)
_SHARES = {
    "half": 0.5,
    "a quarter": 0.25,
    "one quarter": 0.25,
    "three quarters": 0.75,
    "a third": 1 / 3,
    "a tenth": 0.1,
}
_UNCOUNTED = re.compile(r"PT?X([YMWDHS])")
_ONE_OF = listed(
    "foot mile metre meter kilometre kilometer tonne ton kilo inch yard acre hectare litre liter"
)


def figures(block: Block) -> Iterator[Unit]:
    """The figures of a block, those that settle more first; they may overlap."""
    yield from _points(block)
    yield from _degrees(block)
    yield from _scores(block)
    numbers = _numbers(block)
    shares = [u for u in numbers if u.number is not None and u.number.unit == "%"]
    yield from shares
    yield from _counted_words(block)
    yield from numbers
    yield from _short_scales(block)
    yield from _ones(block)


def duration(block: Block, time: Time) -> Unit:
    """A length of time as a unit, with the count before it."""
    begin, end = time.begin, time.end
    if _UNCOUNTED.fullmatch(time.value or ""):
        start = max(block.span.begin, begin - 40)
        before = [n for n in find_numbers(block.text, start, begin) if block.text[n.end : begin] == " "]
        if before and before[-1].low == before[-1].high:
            begin = before[-1].begin
            time = replace(time, value=(time.value or "").replace("X", f"{before[-1].low:.12g}"))
    return Unit("number", *under(block, begin, end), time=time)


def _numbers(block: Block) -> list[Unit]:
    """Numbers, those with spaced thousands put together ("10 000", as ISO 80000-1 has it)."""
    found: list[Unit] = []
    for number in find_numbers(block.text, block.span.begin, block.span.end):
        begin, end = under(block, number.begin, number.end)
        last = found[-1] if found else None
        if last is not None and last.number is not None and _goes_on(block, last, begin):
            found[-1] = _joined(last, last.number, end, number)
        else:
            found.append(Unit("number", begin, end, number=number))
    return found


def _goes_on(block: Block, last: Unit, begin: int) -> bool:
    if begin != last.end or begin >= len(block.pieces) or block.gap(begin) not in _SPACES:
        return False
    head, rest = block.surface(begin - 1), block.surface(begin)
    return _HEAD.fullmatch(head) is not None and _THREE.fullmatch(rest) is not None


def _joined(last: Unit, head: Number, end: int, tail: Number) -> Unit:
    """A figure with three more digits, its modifier from the head and its unit from the tail."""
    low = head.low * 1000 + tail.low if head.low else 0.0
    high = None if head.high is None else head.high * 1000 + tail.low
    number = Number(head.begin, tail.end, low, high, head.approximate, tail.unit)
    return Unit("number", last.begin, end, number=number)


def _short_scales(block: Block) -> Iterator[Unit]:
    """ "5m", "2bn", "40k" without a sign of currency, which alone would settle what is meant."""
    for i, piece in enumerate(block.pieces):
        found = _SCALED.fullmatch(piece.key)
        if found:
            value, scale = float(found.group(1)), found.group(2)
            scaled = value * _SCALES[scale]
            amount = Number(piece.begin, piece.end, scaled, scaled, False, None)
            length = Number(piece.begin, piece.end, value, value, False, "m") if scale == "m" else None
            yield Unit("number", i, i + 1, number=amount, or_number=length)


def _points(block: Block) -> Iterator[Unit]:
    """ "A quarter of a percentage point", "half a point"."""
    for found in _POINTS.finditer(block.text, block.span.begin, block.span.end):
        value = _SHARES[found[1].casefold()]
        number = Number(*found.span(), value, value, False, "percentage points")
        yield Unit("number", *under(block, *found.span()), number=number)


def _degrees(block: Block) -> Iterator[Unit]:
    for found in _DEGREES.finditer(block.text, block.span.begin, block.span.end):
        value = float(found[1].replace("−", "-"))
        degrees = Number(found.start(), found.end(), value, value, False, f"°{found[2]}")
        yield Unit("number", *under(block, found.start(), found.end()), number=degrees)


def _scores(block: Block) -> Iterator[Unit]:
    """ "52-47", "52 to 47": the figure from 52 to 47, which no range is."""
    for found in _SCORE.finditer(block.text, block.span.begin, block.span.end):
        low, high = (_count(word) for word in found.groups() if word)
        if low >= high or " " not in found[0]:
            score = Number(*found.span(), low, high, False, None)
            yield Unit("number", *under(block, *found.span()), number=score)


def _counted_words(block: Block) -> Iterator[Unit]:
    """Ranks ("third", "3rd"), and words that multiply ("twice", "tripled")."""
    for i, piece in enumerate(block.pieces):
        if i and piece.key == "times" and (count := value_of([block.pieces[i - 1].key])):
            yield _word(i - 1, i + 1, block, count, "times")
        elif piece.key in _MULTIPLIED:
            yield _word(i, i + 1, block, *_MULTIPLIED[piece.key])
        elif (rank := _rank(piece.key)) and not _titled(block, i):
            yield _word(i, i + 1, block, rank, "th")


def _word(begin: int, end: int, block: Block, value: float, unit: str) -> Unit:
    first, last = block.pieces[begin].begin, block.pieces[end - 1].end
    return Unit("number", begin, end, number=Number(first, last, value, value, False, unit))


def _rank(key: str) -> float | None:
    found = _ORDINAL.fullmatch(key)
    return float(found[1]) if found else _RANKS.get(key)


def _titled(block: Block, piece: int) -> bool:
    """Whether a rank is part of a name ("First Minister", "Second Street")."""
    following = piece + 1
    named = following < len(block.pieces) and block.surface(following)[:1].isupper()
    return named and block.surface(piece)[:1].isupper()


def _count(word: str) -> float:
    return float(word) if word.isdigit() else value_of([word.casefold()]) or 0.0


def _ones(block: Block) -> Iterator[Unit]:
    """ "A foot" is one foot."""
    for i in range(1, len(block.pieces)):
        if block.pieces[i].key in _ONE_OF and block.pieces[i - 1].key in ("a", "an"):
            unit = UNITS[block.pieces[i].key]
            begin, end = block.pieces[i - 1].begin, block.pieces[i].end
            yield Unit("number", i - 1, i + 1, number=Number(begin, end, 1.0, 1.0, False, unit))
