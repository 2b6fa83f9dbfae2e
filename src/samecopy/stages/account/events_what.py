"""The short phrase that names an event, made of the text's own words without the time."""

from collections.abc import Sequence

from samecopy.stages.account import eventwords
from samecopy.stages.account.events_clauses import Clause, subject_of
from samecopy.stages.account.rows import Row, noun_phrase_begin

Range = tuple[int, int]
"""Half-open range of word numbers of a row."""

MOST_WORDS = 18  # a timeline's line; longer clauses are cut at a phrase's edge
LEAST_WORDS = 8  # … but not to less than this
CLOSERS = frozenset([",", ";", "—", "(", ")", ":"])
EDGES = frozenset([",", ";", "—", "(", ")", "“", "”", '"'])


def joined(row: Row, parts: Sequence[Range]) -> str:
    """The text of the ranges, neighbours with the white space between them, others with one space."""
    merged: list[list[int]] = []
    for begin, end in parts:
        if merged and merged[-1][1] == begin:
            merged[-1][1] = end
        elif begin < end:
            merged.append([begin, end])
    return " ".join(row.phrase(begin, end) for begin, end in merged)


def trimmed(what: str) -> str:
    """Without articles, links and punctuation at the ends."""
    words = what.strip(" ,;:—–-()“”\"'‘’.").split()
    while words and (
        words[0].lower().strip(",") in eventwords.LEAD_INS or words[0].lower() in ("the", "a", "an")
    ):
        words.pop(0)
    while words and words[-1].lower() in eventwords.DANGLING:
        words.pop()
    return " ".join(words).strip(' ,;:—–-()“”"‘’.')


def nominal_left(row: Row, end: int, floor: int) -> int:
    """Begin of the noun phrase with its complements that ends before a word: "talks with X in Y"."""
    begin = max(floor, noun_phrase_begin(row, end))
    if begin == end:
        return end
    for _ in range(4):
        link = begin - 1
        pair = link > floor and row.words[link].low == "and" and "between" in row.lows(link - 8, link)
        if link <= floor or not (pair or row.words[link].low in eventwords.CHAINING):
            break
        wider = max(floor, noun_phrase_begin(row, link))
        if wider == link:
            break
        begin = wider
    return begin


def without_times(row: Row, begin: int, end: int) -> list[Range]:
    """Words begin to end without times, the prepositions that these take, and a comma on each side."""
    drop = {at for at in range(begin, end) if row.words[at].tag == "time"}
    for at in sorted(drop):
        if at + 1 in drop:
            continue
        before = at
        while before >= begin and (before in drop or row.words[before].low in eventwords.TIME_TAKING):
            drop.add(before)
            before -= 1
        if before >= begin and row.words[before].low == ",":
            drop.add(before)
            if at + 1 < end and row.words[at + 1].low == ",":
                drop.add(at + 1)
        if at + 1 < end and row.words[at + 1].tag == "possessive":
            drop.add(at + 1)
    return [(at, at + 1) for at in range(begin, end) if at not in drop]


def shortened(row: Row, parts: list[Range]) -> list[Range]:
    """The first words, cut at a phrase's edge; quotation marks and a trailing aside go."""
    kept: list[Range] = []
    verb_seen = False
    for begin, end in parts:
        word = row.words[begin]
        verb_seen = verb_seen or word.tag in ("verb", "auxiliary")
        if verb_seen and len(kept) > 1 and word.low in CLOSERS:
            break
        if word.tag != "quote":
            kept.append((begin, end))
    if len(kept) <= MOST_WORDS:
        return kept
    for at in range(MOST_WORDS, LEAST_WORDS, -1):
        word = row.words[kept[at][0]]
        if word.low in EDGES or word.tag in ("preposition", "conjunction", "subordinator"):
            return kept[:at]
    return kept[:MOST_WORDS]


def clause_what(row: Row, clauses: list[Clause], clause: Clause) -> tuple[str, Range]:
    """Subject, verb and object of a clause, and where the subject stands. A clause without a subject
    of its own takes that of the clause it hangs on; a relative one the noun before it."""
    begin, end = subject_of(row, clause)
    start = begin if begin < end else max(clause.main, clause.begin)
    while start < clause.end and row.words[start].low in eventwords.LEAD_INS | {","}:
        start += 1
    head = row.words[clause.main : clause.verb]
    if head and all(word.tag in ("time", "quote") for word in head) and any(w.tag == "time" for w in head):
        start = clause.verb + 1  # "Thursday is for handshakes"
        start += row.lows(start, start + 1) == ["for"]
    parts = without_times(row, start, clause.end)
    if clause.verb > begin and row.words[clause.verb - 1].low == ",":
        parts = [part for part in parts if part[0] != clause.verb - 1]
    body = trimmed(joined(row, shortened(row, parts)))
    subject = (begin, end)
    if begin == end and clause.parent >= 0:
        subject = borrowed(row, clauses, clause)
        lead = trimmed(joined(row, without_times(row, *subject)))
        return (f"{lead} {body}" if lead else body), subject
    return body, subject


def borrowed(row: Row, clauses: list[Clause], clause: Clause) -> Range:
    """The subject that a clause shares: of the clause before, or the noun that a relative refers to."""
    at = clause
    for _ in range(3):
        if at.opener in eventwords.RELATIVES:
            end = at.begin
            while end > 0 and row.words[end - 1].tag in ("time", "comma"):
                end -= 1
            return noun_phrase_begin(row, end), end
        if at.parent < 0:
            break
        at = clauses[at.parent]
        begin, end = subject_of(row, at)
        if begin < end and at.opener not in eventwords.RELATIVES:
            return begin, end
    return clause.begin, clause.begin
