"""English number words to values; shared by `dates` and `numbers`."""

from collections.abc import Sequence

UNDER_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
SMALL = {word: value for value, word in enumerate(UNDER_TWENTY.split())}
TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(TEN_WORDS.split(), start=2)}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
NUMBER_WORDS = frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES)


def value_of(words: Sequence[str]) -> float | None:
    """The value of number words in lower case ("and" and hyphens left out), else None.

    >>> value_of(["two", "hundred", "fifty", "six"]), value_of(["ten", "thousand"])
    (256.0, 10000.0)
    >>> value_of(["nineteen", "ninety", "six"]), value_of(["much"]) is None
    (1996.0, True)
    """
    total = 0.0
    part: float | None = None
    for word in words:
        if word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                part = (1 if part is None else part) * 100
            else:
                total += (1 if part is None else part) * scale
                part = None
            continue
        value = SMALL.get(word, TENS.get(word))
        if value is None:
            return None
        if part is not None and word in TENS and 10 <= part < 100:
            part *= 100  # a year read in pairs: nineteen | ninety six
        part = value if part is None else part + value
    if part is None and total == 0:
        return None
    return total + (part or 0)
