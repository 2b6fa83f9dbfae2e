"""Cues set off by commas ("The dam, she said, would hold"): what stands left of them and goes on behind."""

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.contents import Content
from samecopy.stages.account.endings import end_of_content
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.subjects import Subject, match_cue

_ADJUNCTS = frozenset(
    ["by", "with", "without", "despite", "unless", "if", "until", "in", "for", "from", "not"]
)
"""What an adjunct of the broken clause begins with, rather than one of the cue."""


def left_of(row: Row, begin: int) -> Range | None:
    """What stands left of a set-off attribution, without its comma and leading conjunction."""
    if begin == 0:
        return None
    end = begin
    if row[end - 1].text in ",—–-" and row[end - 1].kind == "mark":
        end -= 1
    elif row[end - 1].kind != "quote" or row[end - 1].words < 1:
        return None
    first = 0
    if row[end - 1].kind == "quote" and end >= 2 and _opens_speech(row, end - 1):
        return (end - 1, end)
    for at in range(end - 1, -1, -1):
        if row[at].text == ")":
            break
        if row[at].text in ";(":
            first = at + 1
            break
    while first < end and (
        row[first].lower in ("however", "but", "and", "so", "yet", "meanwhile") or row[first].text == ","
    ):
        first += 1
    return (first, end) if first < end else None


def _opens_speech(row: Row, at: int) -> bool:
    """A quotation behind a colon, or behind a comma and opening with a capital, stands for itself."""
    before = row[at - 1]
    return before.text == ":" or (before.text == "," and row[at].words > 2 and row[at].capital)


def last_quote(row: Row, left: Range) -> int | None:
    last = left[1] - 1
    return last if row[last].kind == "quote" else None


def parenthetical(
    row: Row, subject: Subject, left: Range, right: Content | None, *, quote_left: bool, broken: bool
) -> bool:
    """Whether the cue comments on what stands left of it; `broken`: a comma stands right behind it."""
    if subject.inverted:
        return True
    if quote_left:
        quote = row[left[1] - 1]
        inner = quote.quote
        comma = subject.begin > left[1] or inner is None or _ends_in_mark(row, left[1] - 1)
        goes_on = right is not None and (
            (right.slot == "that" and row[right.range[0]].lower in ("that", "whether"))
            or (right.slot == "bare" and left[1] - left[0] > 1)
        )
        return comma and not subject.inherits and (not goes_on or quote.words > 3)
    if (
        subject.inherits
        or subject.relative
        or (right is not None and right.slot in ("that", "quote", "bare"))
    ):
        return False
    adjunct = row[left[0]].lower in gr.PREPOSITIONS | gr.SUBORDINATORS or gr.is_day(row[left[0]])
    if broken and adjunct and not subject.apposition and _clause_behind(row, subject):
        return True
    if broken and not adjunct and not subject.apposition:
        return True
    if row[left[0]].lower in gr.SUBORDINATORS:
        return _clause_behind_front(row, left)
    if adjunct:
        return ph.clauselike(row, *left) or _clause_behind_front(row, left)
    return ph.clauselike(row, *left) or left[1] - left[0] > 3


def _clause_behind_front(row: Row, left: Range) -> bool:
    """`On Friday, the weir will open`: a clause behind a fronted place or day and its comma."""
    comma = next((n for n in range(left[0], left[1] - 1) if row[n].text == ","), None)
    if comma is None or row[comma + 1].lower in gr.SUBORDINATORS | gr.COORDINATORS:
        return False
    return ph.clauselike(row, comma + 1, left[1])


def _clause_behind(row: Row, subject: Subject) -> bool:
    """`In it, she said, was …`, `If it rains, she said, the wall will fall`: the sentence that the cue
    broke goes on behind it."""
    near = range(subject.begin, min(len(row) - 1, subject.begin + 8))
    comma = next((n for n in near if row[n].text == ","), None)
    if comma is None:
        return False
    nxt = row[comma + 1]
    return nxt.lower in gr.BE | gr.HAVE or (
        nxt.lower not in gr.SUBORDINATORS | gr.COORDINATORS and ph.clauselike(row, comma + 1, len(row))
    )


def _ends_in_mark(row: Row, at: int) -> bool:
    """Whether the quotation ends in punctuation, as one before an attribution does."""
    token = row[at]
    return token.quote is not None and token.words >= 1 and (token.last in ",.?!…-—–;" or token.words > 4)


def continued(
    row: Row, left: Range, at: int, stop: int, *, quote_left: bool
) -> tuple[list[Range], list[Range]]:
    """What goes on behind a set-off cue: pieces of the same clause, and further quotations of it."""
    start = at
    while (
        start < stop
        and start - at < 14
        and row[start].kind == "word"
        and row[start].lower not in ("and", "but")
    ):
        start += 1
    if start >= stop:
        return [], []
    token = row[start]
    if token.kind == "quote":
        return ([(start, start + 1)], []) if quote_left and token.words > 2 else ([], [])
    if token.text in ",:—–" and start + 1 < stop:
        nxt = row[start + 1]
        if nxt.kind == "quote" and quote_left:
            return [(start + 1, _quote_run(row, start + 1, stop))], []
        if _reaches_on(row, start + 1) if quote_left else resumes(row, start + 1, left, stop):
            return [(start + 1, end_of_content(row, start + 1, stop))], []
    if token.lower in ("and", "but"):
        quotes = [(n, n + 1) for n in range(start, stop) if row[n].kind == "quote" and row[n].words >= 3]
        cues = [n for n in range(start, stop) if row[n].kind == "word" and match_cue(row, n)]
        return [], [q for q in quotes if not any(c < q[0] for c in cues)]
    return [], []


def resumes(row: Row, at: int, left: Range, stop: int) -> bool:
    """Whether the clause that a set-off cue broke goes on behind it ("The dam, she said, would hold")."""
    nxt = row[at]
    if nxt.lower in gr.AUXILIARIES or nxt.lower in ("to", "and", "but", "or", "that", "because"):
        return not (nxt.lower in ("and", "but") and _says_anew(row, at, stop))
    adjunct = row[left[0]].lower in gr.PREPOSITIONS | gr.SUBORDINATORS or gr.is_day(row[left[0]])
    if adjunct and ph.clauselike(row, at, stop) and nxt.lower not in gr.SUBORDINATORS:
        return True
    if nxt.lower in _ADJUNCTS or (gr.finite(nxt) and not ph.is_cue(row, at)):
        return True
    if any(gr.finite(row[n]) or row[n].words > 2 for n in range(*left)) or nxt.lower.endswith("ing"):
        return False
    return nxt.lower not in ("who", "which", "according") and any(gr.finite(row[n]) for n in range(at, stop))


def _reaches_on(row: Row, at: int) -> bool:
    """“A bad day,” she said, that nobody would forget."""
    return row[at].lower in gr.MODALS | {"that", "to", "because"}


def _says_anew(row: Row, at: int, stop: int) -> bool:
    return any(row[n].kind == "word" and ph.is_cue(row, n) for n in range(at, min(stop, at + 6)))


def _quote_run(row: Row, at: int, stop: int) -> int:
    return at + 1 if at + 1 >= stop or row[at + 1].kind != "quote" else at + 2
