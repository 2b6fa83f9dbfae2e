"""Figures worth reporting in one article: how many, of what, said by whom.

Quantities come from `text.numbers`; this file chooses those that report something, reads what is
counted, and gives each the source of the statement that holds it. Figures of several articles are
merged in `merge`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from samecopy.records import Article, FigureMention, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.eventwords import SAYING
from samecopy.stages.account.givers import QUANTITIES, giver_of, giving_verb
from samecopy.stages.account.rows import Row, noun_phrase_begin, noun_phrase_end, row_of
from samecopy.stages.account.trends import moved, trend_of
from samecopy.text.dates import Time
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
FOLLOWING = frozenset(["of", "from", "at", "in"])  # "drove 12,000 from their homes"
COMPARATIVES = frozenset(["more", "less", "higher", "lower", "fewer", "larger", "smaller", "above", "below"])
MAX_COMPLEMENTS = 2
SUBJECT_REACH = 30  # words back to the verb whose subject a bare share or sum belongs to


def read_figures(
    article: Article, times: Sequence[Time], statements: Sequence[StatementMention], settings: AccountSettings
) -> tuple[FigureMention, ...]:
    """Figures of the article's paragraphs in reading order.

    `times` are the temporal expressions of the page text, in order. The giver is read as `givers` says;
    None in narration.
    """
    found: list[FigureMention] = []
    starts = [time.begin for time in times]
    for paragraph in article.paragraphs:
        for sentence in sentences(article.text, paragraph.span.begin, paragraph.span.end):
            within = times[bisect_left(starts, sentence.begin) : bisect_left(starts, sentence.end)]
            numbers = find_numbers(article.text, sentence.begin, sentence.end, within)
            if not numbers:
                continue
            row = row_of(article.text, sentence, within)
            for number in numbers:
                mention = read_figure(article, row, number, statements, settings)
                if mention is not None:
                    found.append(answering(mention, row, number, found, paragraph.span))
    return tuple(found)


def answering(
    mention: FigureMention, row: Row, number: Number, found: Sequence[FigureMention], within: Span
) -> FigureMention:
    """A bare figure that somebody speaks of is of what the figure before it is of: "The club puts the
    number of members at 260. The league speaks of 310"."""
    if mention.of or not found or found[-1].span.begin < within.begin:
        return mention
    first = bisect_left(row.words, number.begin, key=attrgetter("begin"))
    return replace(mention, of=found[-1].of) if giving_verb(row, first) is not None else mention


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
    given = giving_verb(row, first) is not None
    if small and number.unit is None and not toll:
        return None
    if (
        not of
        and not given
        and number.unit is None
        and number.high is not None
        and number.high < settings.figure_least_bare
    ):
        return None
    span = Span(number.begin, number.end)
    giver = giver_of(row, first, span, statements)
    if giver is not None and giver.text != giver.name and giver.name.casefold() == of.casefold():
        giver = None  # "Fares were up 12 percent, it said": whoever "it" is, not the fares
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
        giver=giver,
        confidence=1.0 if of else 0.6,
        trend=trend_of(row, first, after),
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
    clock = row.lows(after, after + 1), row.lows(first - 1, first)
    if clock[0] in (["past"], ["o'clock"]) or clock[1] == ["past"]:
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
    """What is counted: what the words before name ("the number of … at 40", "a loan worth $40"), else the
    noun phrase after the number with its near complements, else the subject of the clause where the number
    is a sum, a share or a level ("the number of boats rose to 15"), else the phrase that follows."""
    of = named_before(row, number, first, after) or noun_after(row, number, first, after)
    if not of and (number.unit is not None or moved(row, first, after)):
        of = changed(row, first) or subject_before(row, first)
    return of or phrase_after(row, after)


def named_before(row: Row, number: Number, first: int, after: int) -> str:
    """the number of broken windows at 40 · a loan worth $40 · shares rose to $40 in early trading."""
    lows = row.lows(0, first)
    before = lows[-1] if lows else ""
    if before == "worth":
        end = first - 2 if lows[-2:-1] == [","] else first - 1
        return row.phrase(noun_phrase_begin(row, end), end)
    if before == "at" and giving_verb(row, first) is not None:
        at = next(at for at in range(first - 1, -1, -1) if lows[at] in QUANTITIES)
        if lows[at + 1] != "of":
            return row.phrase(noun_phrase_begin(row, at + 1), at + 1)
        begin = at + 2
        noun = begin + (row.words[begin].tag == "verb")  # "flooded houses"
        return row.phrase(begin, with_complements(row, begin, noun_phrase_end(row, noun)))
    level = number.unit is not None and before in ("to", "at")
    return subject_before(row, first) if level and row.lows(after, after + 1) in ([], ["in"], ["on"]) else ""


def changed(row: Row, first: int) -> str:
    """What changes by the number: "cutting output by 180 megawatts"."""
    if row.lows(first - 1, first) != ["by"]:
        return ""
    begin = noun_phrase_begin(row, first - 1)
    if begin + 1 < first - 1 and row.words[begin].low.endswith("ing"):
        begin += 1
    return row.phrase(begin, first - 1)


def noun_after(row: Row, number: Number, first: int, after: int) -> str:
    """The noun phrase after the number, over "of", "worth" and "more than"."""
    begin = after
    words = row.words
    if row.lows(begin + 1, begin + 2) == ["than"] and words[begin].low in COMPARATIVES:
        begin += 2
    elif begin < len(words) and words[begin].low == "of":
        begin += 1
        while begin < len(words) and words[begin].tag == "determiner":
            begin += 1
    elif begin < len(words) and number.unit is not None and words[begin].low in ("in", "for", "worth"):
        begin += 1
        if begin < len(words) and words[begin].low == "of":
            begin += 1
    end = noun_phrase_end(row, owning_time_end(row, begin))
    if end > begin:
        return row.phrase(begin, with_complements(row, begin, end))
    while begin < len(words) and words[begin].tag in ("auxiliary", "adverb"):
        begin += 1
    return words[begin].low if begin < len(words) and words[begin].low in TOLL else ""


def owning_time_end(row: Row, begin: int) -> int:
    """End of a time that owns what follows, "last spring" of "last spring's price"; else `begin`."""
    end = begin
    while end < len(row.words) and row.words[end].tag == "time":
        end += 1
    return end if end < len(row.words) and row.words[end].tag == "possessive" else begin


def with_complements(row: Row, begin: int, end: int) -> int:
    """End of a noun phrase with its near complements: "trees along the coast of Norland"."""
    for _ in range(MAX_COMPLEMENTS):
        if end >= len(row.words) or row.words[end].low not in COMPLEMENTS:
            break
        wider = noun_phrase_end(row, end + 1)
        if wider == end + 1 or any(word.tag == "number" for word in row.words[end + 1 : wider]):
            break
        end = wider
    return end


def phrase_after(row: Row, after: int) -> str:
    """The prepositional phrase after a number whose noun is left out: "drove 12,000 from their homes"."""
    if after + 1 >= len(row.words) or row.words[after].low not in FOLLOWING:
        return ""
    if row.words[after + 1].tag == "pronoun":
        return row.phrase(after, after + 2)
    end = noun_phrase_end(row, after + 1)
    return row.phrase(after, end) if end > after + 1 else ""


def subject_before(row: Row, first: int) -> str:
    """The noun phrase before the verb that leads to a word."""
    at = first
    while (
        first - SUBJECT_REACH < at
        and at > 0
        and row.words[at - 1].tag not in ("verb", "auxiliary", "comma", "subordinator")
    ):
        at -= 1
    if row.words[at - 1].low in SAYING:
        return ""  # "the mayor said 3 million had been spent"
    while at > 0 and (
        row.words[at - 1].tag in ("verb", "auxiliary", "adverb") or row.words[at - 1].low == "to"
    ):
        at -= 1
    begin = noun_phrase_begin(row, at)
    wider = noun_phrase_begin(row, begin - 1) if begin > 1 else begin
    if begin > 1 and row.words[begin - 1].low in COMPLEMENTS and wider < begin - 1:
        begin = wider
    if any(word.tag in ("number", "quote") for word in row.words[begin:at]):
        return ""
    if begin < at and row.words[begin].low == "that":
        begin += 1
    return row.phrase(begin, at)
