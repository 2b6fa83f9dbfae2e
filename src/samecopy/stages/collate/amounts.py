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
_COUNT = rf"(\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS))})"
_SCORE = re.compile(
    rf"(?<![\w.,:/$€£–—-])(?<!from\s){_COUNT}(?:\s?[-–—]\s?|\sto\s){_COUNT}(?![\w%:/–—-]|[.,]\d|\s{SCALE}\b)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_ONE_LONG = re.compile(r"PT?1[YMWDHS]")
_UNCOUNTED = re.compile(r"PT?X([YMWDHS])")
_ONE_OF = listed(
    "foot mile metre meter kilometre kilometer tonne ton kilo inch yard acre hectare litre liter"
)


def figures(block: Block) -> Iterator[Unit]:
    """The figures of a block, those that settle more first; they may overlap."""
    yield from _degrees(block)
    yield from _scores(block)
    yield from _numbers(block)
    yield from _short_scales(block)
    yield from _ones(block)


def duration(block: Block, time: Time) -> Unit:
    """A length of time as a unit, with the half that follows it or the count before it."""
    begin, end = time.begin, time.end
    half = _AND_A_HALF.match(block.text, end, block.span.end)
    if half and _ONE_LONG.fullmatch(time.value or ""):
        end, time = half.end(), replace(time, value=(time.value or "").replace("1", "1.5", 1))
    elif _UNCOUNTED.fullmatch(time.value or ""):
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


def _degrees(block: Block) -> Iterator[Unit]:
    for found in _DEGREES.finditer(block.text, block.span.begin, block.span.end):
        value = float(found[1].replace("−", "-"))
        degrees = Number(found.start(), found.end(), value, value, False, f"°{found[2]}")
        yield Unit("number", *under(block, found.start(), found.end()), number=degrees)


def _scores(block: Block) -> Iterator[Unit]:
    """ "52-47", "52 to 47": the figure from 52 to 47, which no range is."""
    for found in _SCORE.finditer(block.text, block.span.begin, block.span.end):
        low, high = (_count(found[i]) for i in (1, 2))
        if low >= high or " " not in found[0]:
            score = Number(*found.span(), low, high, False, None)
            yield Unit("number", *under(block, *found.span()), number=score)


def _count(word: str) -> float:
    return float(word) if word.isdigit() else value_of([word.casefold()]) or 0.0


def _ones(block: Block) -> Iterator[Unit]:
    """ "A foot" is one foot."""
    for i in range(1, len(block.pieces)):
        if block.pieces[i].key in _ONE_OF and block.pieces[i - 1].key in ("a", "an"):
            unit = UNITS[block.pieces[i].key]
            begin, end = block.pieces[i - 1].begin, block.pieces[i].end
            yield Unit("number", i - 1, i + 1, number=Number(begin, end, 1.0, 1.0, False, unit))
