"""Figures worth reporting in one article: how many, of what, said by whom.

Quantities come from `text.numbers`; this file chooses those that report something, reads what is
counted, and gives each the source of the statement that holds it. Figures of several articles are
merged in `merge`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from samecopy.records import Article, FigureMention, Source, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.rows import Row, noun_phrase_begin, noun_phrase_end, row_of
from samecopy.text.numbers import Number, find_numbers
from samecopy.text.sentences import sentences

# Prepositions that tie a complement to what is counted: "trees along the coast of …".
COMPLEMENTS = frozenset(
    [
        "of",
        "in",
        "along",
        "near",
        "at",
        "on",
        "inside",
        "outside",
        "across",
        "around",
        "with",
        "for",
        "against",
        "among",
        "from",
    ]
)
# What follows a number that counts the dead and hurt, so that even one is worth reporting.
TOLL = frozenset(["killed", "dead", "died", "wounded", "injured", "hurt", "missing", "arrested", "detained"])
MAX_COMPLEMENTS = 2
SUBJECT_REACH = 30  # words back to the verb whose subject a bare share or sum belongs to


def read_figures(
    article: Article, statements: Sequence[StatementMention], settings: AccountSettings
) -> tuple[FigureMention, ...]:
    """Figures of the article's paragraphs in reading order.

    The giver is the source of the smallest statement whose content holds the figure; None in narration.
    """
    found = []
    for paragraph in article.paragraphs:
        for sentence in sentences(article.text, paragraph.span.begin, paragraph.span.end):
            numbers = find_numbers(article.text, sentence.begin, sentence.end)
            if not numbers:
                continue
            row = row_of(article.text, sentence, ())
            for number in numbers:
                mention = read_figure(article, row, number, statements, settings)
                if mention is not None:
                    found.append(mention)
    return tuple(found)


def read_figure(
    article: Article,
    row: Row,
    number: Number,
    statements: Sequence[StatementMention],
    settings: AccountSettings,
) -> FigureMention | None:
    """One figure, None where it is too small to report, an age or part of a name."""
    first = bisect_left(row.words, number.begin, key=attrgetter("begin"))
    after = bisect_left(row.words, number.end, key=attrgetter("begin"))
    if is_age(row, first, after) or is_name(row, number, first, after) or is_part(row, number, first, after):
        return None
    of = counted(row, number, first, after)
    toll = any(low in TOLL for low in row.lows(first - 3, first) + row.lows(after, after + 3))
    small = number.high is not None and number.high < settings.figure_least
    if small and number.unit is None and not toll:
        return None
    if (
        not of
        and number.unit is None
        and number.high is not None
        and number.high < settings.figure_least_bare
    ):
        return None
    span = Span(number.begin, number.end)
    at_most = number.low == 0 and number.high is not None
    return FigureMention(
        page=article.page,
        span=span,
        surface=" ".join(span.of(article.text).split()),
        low=None if at_most else number.low,
        high=number.high,
        approximate=number.approximate,
        unit=number.unit,
        of=of,
        giver=giver_of(span, statements),
        confidence=1.0 if of else 0.6,
    )


def is_age(row: Row, first: int, after: int) -> bool:
    """a 52-year-old · Smith, 52, · aged 52."""
    lows = row.lows(after, after + 3)
    if (lows and lows[0].startswith(("year-old", "month-old"))) or lows[:2] in (
        ["-", "year-old"],
        ["years", "old"],
    ):
        return True
    if first < len(row.words) and "-year" in row.words[first].low:
        return True
    if first and row.words[first - 1].low in ("aged", "age"):
        return True
    return (
        first >= 2
        and row.words[first - 1].low == ","
        and row.words[first - 2].tag == "name"
        and after < len(row.words)
        and row.words[after].low in (",", ".")
    )


def is_name(row: Row, number: Number, first: int, after: int) -> bool:
    """Whether the number numbers a named thing (Boeing 737, Article 5): a capital before, no noun after."""
    if number.unit is not None or first == 0 or row.words[first - 1].tag != "name":
        return False
    if first < len(row.words) and not row.words[first].low[0].isdigit():
        return False
    return after >= len(row.words) or row.words[after].tag not in ("noun", "adverb")


def is_part(row: Row, number: Number, first: int, after: int) -> bool:
    """Whether the number only makes up a word or a ratio: four-way, three times, (eight of) ten."""
    if row.text[number.end : number.end + 1] == "-":
        return True
    if number.unit is None and row.lows(after, after + 1) == ["times"]:
        return True
    return (
        first > 1
        and row.words[first - 1].low == "of"
        and bool(find_numbers(row.text, *around(row, first - 2)))
    )


def around(row: Row, at: int) -> tuple[int, int]:
    return row.words[at].begin, row.words[at].end


def counted(row: Row, number: Number, first: int, after: int) -> str:
    """What is counted: the noun phrase after the number with its near complements, else the subject of
    the clause where the number is a sum or a share ("inflation rose to 5 percent")."""
    begin = after
    words = row.words
    if begin < len(words) and words[begin].low == "of":
        begin += 1
        while begin < len(words) and words[begin].tag == "determiner":
            begin += 1
    elif begin < len(words) and number.unit is not None and words[begin].low in ("in", "for", "worth"):
        begin += 1
        if begin < len(words) and words[begin].low == "of":
            begin += 1
    end = noun_phrase_end(row, begin)
    if end == begin:
        while begin < len(words) and words[begin].tag in ("auxiliary", "adverb"):
            begin += 1
        if begin < len(words) and words[begin].low in TOLL:
            return words[begin].low
        return subject_before(row, first) if number.unit is not None else ""
    for _ in range(MAX_COMPLEMENTS):
        if end >= len(words) or words[end].low not in COMPLEMENTS:
            break
        next_end = noun_phrase_end(row, end + 1)
        if next_end == end + 1 or any(word.tag == "number" for word in words[end + 1 : next_end]):
            break
        end = next_end
    return row.phrase(begin, end)


def subject_before(row: Row, first: int) -> str:
    """The noun phrase before the verb that leads to a word."""
    at = first
    while (
        first - SUBJECT_REACH < at
        and at > 0
        and row.words[at - 1].tag not in ("verb", "auxiliary", "comma", "subordinator")
    ):
        at -= 1
    while at > 0 and row.words[at - 1].tag in ("verb", "auxiliary", "adverb"):
        at -= 1
    begin = noun_phrase_begin(row, at)
    wider = noun_phrase_begin(row, begin - 1) if begin > 1 else begin
    if begin > 1 and row.words[begin - 1].low in COMPLEMENTS and wider < begin - 1:
        begin = wider
    if any(word.tag in ("number", "quote") for word in row.words[begin:at]):
        return ""
    return row.phrase(begin, at)


def giver_of(span: Span, statements: Sequence[StatementMention]) -> Source | None:
    """The source of the shortest statement whose content holds the span."""
    holding = [
        (sum(len(piece) for piece in statement.content), number)
        for number, statement in enumerate(statements)
        if any(piece.begin <= span.begin and span.end <= piece.end for piece in statement.content)
    ]
    return statements[min(holding)[1]].source if holding else None
