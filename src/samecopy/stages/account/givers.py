"""Who gives a figure: the source of a statement that holds it, or the subject of a verb that gives figures.

What is only presupposed in a statement ("its 14 stations", "how many of the mill's 90 looms") is the
narrator's. Neighbours: `figures` (which figures, of what), `statements`, `sources` (kinds of sources).
"""

from bisect import bisect_left
from collections.abc import Sequence

from samecopy.records import Source, Span, StatementMention
from samecopy.stages.account.events_what import nominal_left
from samecopy.stages.account.rows import Row
from samecopy.stages.account.sources import source_key, source_type
from samecopy.text.wordlists import listed

# "puts the number of … at 40" · "estimates 40" · "speaks of 40"
PUTTING = listed("put puts estimated estimates set sets gave gives reckons reckoned")
COUNTING = listed("counts counted estimates estimated reckons reckoned registered recorded")
SPEAKING = listed("speaks spoke talks talked speak talk")
QUANTITIES = listed(
    "number toll total count figure cost costs damage losses share price value size tally bill rate amount"
)
OWNERS = listed("its their his her the these those")
ASKING = listed("how whether if why what when who which")
STATEMENT_REACH = 5_000  # characters; the longest of 1,475 statements in 84 articles has 642
GIVING_REACH = 16  # words from "put the number of" to its figure


def giver_of(row: Row, first: int, span: Span, statements: Sequence[StatementMention]) -> Source | None:
    """The source of the figure at a span that begins at word `first` of the row; None in narration.

    `statements` are in reading order, as `read_statements` gives them.
    """
    near = around(row, statements)
    held = holding(span, near)
    if held is not None:
        return None if presupposed(row, first, held) or told_so(held) else held.source
    given = given_by_verb(row, first, statements)
    if given is not None:
        return given
    return attributed(row, span, near)


def around(row: Row, statements: Sequence[StatementMention]) -> Sequence[StatementMention]:
    """The statements that may concern a sentence: those that begin before its end and not far before it, so
    that a long article costs no more for each figure than a short one."""
    begin, end = row.words[0].begin, row.words[-1].end
    first = bisect_left(statements, begin - STATEMENT_REACH, key=content_begin)
    return statements[first : bisect_left(statements, end, key=content_begin)]


def content_begin(statement: StatementMention) -> int:
    return statement.content[0].begin


def holding(span: Span, statements: Sequence[StatementMention]) -> StatementMention | None:
    """The shortest statement whose content holds the span; a statement in pieces holds what lies between."""
    found = [
        (sum(len(piece) for piece in statement.content), number)
        for number, statement in enumerate(statements)
        if any(piece.begin <= span.begin and span.end <= piece.end for piece in statement.content)
    ]
    return statements[min(found)[1]] if found else None


def presupposed(row: Row, first: int, held: StatementMention) -> bool:
    """Whether reported words only mention the figure: after a possessive, or in a question or an order."""
    if held.kind == "direct":
        return False
    opening = row.text[held.content[0].begin : held.content[0].end].lower().split()[:3]
    asked = bool(ASKING.intersection(opening[:1])) or (opening[:1] == ["to"] and opening[1:2] == ["say"])
    before = row.words[first - 1] if first else None
    owned = before is not None and (before.tag == "possessive" or before.low in OWNERS)
    return asked or (owned and opening[:1] == ["to"])


def told_so(held: StatementMention) -> bool:
    """Whether the statement only says what somebody is told to do, and not by whom: "captains are told to
    keep half a mile off"."""
    return not held.source.name and len(held.content) > 1


def given_by_verb(row: Row, first: int, statements: Sequence[StatementMention]) -> Source | None:
    """The subject of "put the number at", "counts" or "speaks of", as the source that it is elsewhere."""
    verb = giving_verb(row, first)
    if verb is None:
        return None
    begin, end = nominal_left(row, verb, 0), verb
    if begin == end:
        begin, end = resumed_subject(row, verb)
    name = row.phrase(begin, end)
    if not name or row.words[begin].tag in ("pronoun", "time"):
        return None
    last = name.split()[-1].casefold()
    for statement in statements:
        if row.words[end - 1].tag == "name" and statement.source.name.casefold().split()[-1:] == [last]:
            return statement.source
    kind = source_type(name)
    span = Span(row.words[begin].begin, row.words[end - 1].end)
    return Source(text=name, name=name, key=source_key(name, kind), type=kind, span=span)


def resumed_subject(row: Row, verb: int) -> tuple[int, int]:
    """The name before a relative clause that ends at the verb: "Anna Dorn, who rows, put the number …"."""
    for at in range(verb - 1, 0, -1):
        if row.words[at].low in ("who", "which") and row.words[at - 1].low == ",":
            begin = at - 1
            while begin and row.words[begin - 1].tag in ("name", "noun", "determiner", "possessive"):
                begin -= 1
            return begin, at - 1
    return verb, verb


def giving_verb(row: Row, first: int) -> int | None:
    """The word of the verb that gives the figure at word `first`."""
    lows = row.lows(0, first)
    floor = max(0, first - GIVING_REACH)
    if lows and lows[-1] in ("at", "to") and QUANTITIES.intersection(lows[floor:]):
        return next((at for at in range(len(lows) - 1, floor, -1) if lows[at] in PUTTING), None)
    if lows[-2:-1] and lows[-2] in SPEAKING and lows[-1] == "of":
        return len(lows) - 2
    last = len(lows) - 1
    while last > 0 and row.words[last].tag in ("adverb", "preposition"):
        last -= 1
    if last > 0 and lows[last] in COUNTING and row.words[last - 1].tag in ("noun", "name"):
        return last
    return None


def attributed(row: Row, span: Span, statements: Sequence[StatementMention]) -> Source | None:
    """The source named at the sentence's end for all of it: "They put 300 stewards there, and the pier is
    shut, the constable said", of which only the last clause was read as the statement."""
    begin, end = row.words[0].begin, row.words[-1].end
    for statement in statements:
        cue, content = statement.cue, statement.content[0]
        if statement.kind != "indirect" or cue is None or not begin <= cue.begin < end:
            continue
        link = next((w for w in reversed(row.words) if w.end <= content.begin), None)
        joins = link is not None and link.low in ("and", "but")
        if joins and begin <= span.begin and span.end <= content.begin and content.end <= cue.begin:
            return statement.source
    return None
