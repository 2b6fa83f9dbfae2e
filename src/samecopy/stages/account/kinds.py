"""Direct, mixed or indirect; contents as spans; and which attribution relays which."""

from collections.abc import Sequence

from samecopy.records import Source, Span, StatementKind
from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.antecedents import subject_before
from samecopy.stages.account.attribution import Attribution
from samecopy.stages.account.offices import NEWS
from samecopy.stages.account.phrases import Range
from samecopy.stages.account.units import Token, Unit

SHORT = 2  # quoted words up to this many colour a clause; from three on they are speech
_MAIN_SHARE = 0.65  # a clause whose words are quoted by this share or more is speech with a frame around it
_UNKNOWN = 0.35  # quoted words with nobody beside them …
_SPEECH = 0.55  # … and when there are so many
_SPEECH_WORDS = 20
_EDGE_SHARE = 0.4  # enough where a quotation opens the content, or stands right before its cue


def by_nobody(quotes: Sequence[Token]) -> float:
    """How sure a quotation with nobody beside it is a statement: a long one is somebody's speech."""
    return _SPEECH if sum(quote.words for quote in quotes) >= _SPEECH_WORDS else _UNKNOWN


def inner(token: Token) -> Span:
    """The quoted words without marks and without white space at the ends."""
    assert token.quote is not None
    return Span(
        token.quote.inner_begin, token.quote.inner_end - len(token.text) + len(token.text.rstrip(","))
    )


def span_of(row: Sequence[Token], part: Range) -> Span | None:
    """Tokens `part` as text, a leading *that* and outer commas left out."""
    begin, end = part
    while begin < end and (row[begin].text in ",:;—–-" or row[begin].lower == "that"):
        begin += 1
    while end > begin and row[end - 1].kind == "mark" and row[end - 1].text in ",;:—–-.":
        end -= 1
    if begin >= end:
        return None
    first, last = row[begin], row[end - 1]
    return Span(first.begin, last.end)


def kind_of(row: Sequence[Token], one: Attribution, quotes: list[Token]) -> StatementKind:
    """Direct where the quoted words carry the content, mixed where they colour it."""
    if not quotes:
        return "indirect"
    long = [q for q in quotes if q.words > SHORT]
    plain = sum(
        1 for b, e in one.content for n in range(b, e) if row[n].kind == "word" and row[n].lower != "that"
    )
    if plain == 0:
        return "direct"
    if one.slot == "left" and len(one.content) > 1:
        return "mixed"
    if not long:
        return "direct" if _exclaimed(row, one) else "mixed"
    first = next((n for b, e in one.content for n in range(b, e) if row[n].lower != "that"), None)
    opens = first is not None and row[first].kind == "quote" and row[first].words > SHORT
    if one.slot != "left" and not opens:
        return "mixed"
    spoken = sum(q.words for q in quotes)
    if len(long) > 1 and (one.slot != "left" or len(one.content) == 1):
        return "mixed"
    if spoken >= _MAIN_SHARE * (spoken + plain):
        return "direct"
    last = row[one.content[0][1] - 1]
    stands = one.slot != "left" or (last.kind == "quote" and last.words > SHORT)
    enough = spoken >= _EDGE_SHARE * (spoken + plain) or bool(one.extra)
    return "direct" if enough and stands else "mixed"


def _exclaimed(row: Sequence[Token], one: Attribution) -> bool:
    """“You lie!” at the head of a content: few words, but a whole utterance by their mark."""
    first = row[one.content[0][0]]
    return one.slot == "quote" and first.kind == "quote" and first.last in ",.!?"


def whole_quotes(row: Sequence[Token], one: Attribution) -> bool:
    """Whether the content is quotations and marks alone."""
    return all(row[n].kind != "word" for b, e in one.content for n in range(b, e))


def relayed_by(found: list[Attribution], sources: list[Source], one: Attribution) -> int | None:
    """The set-off attribution that relays this one (“…,” Marn will say, the aide said), if any."""
    for number, other in enumerate(found):
        if other is one or not other.set_off or (other.slot == "according" and not _quotes_only(one)):
            continue
        if _holds(other, one) and _same_end(other, one) and sources[number].type != "unknown":
            return number
    return None


def relays(found: list[Attribution], one: Attribution) -> int | None:
    """The attribution that this set-off one relays, if any."""
    if not one.set_off:
        return None
    for number, other in enumerate(found):
        if other is not one and _holds(one, other) and _same_end(one, other):
            return number
    return None


def cites(row: Sequence[Token], one: Attribution, source: Source, other: Attribution) -> bool:
    """Whether `one` only tells which outlet carried what the source of `other` said (", he said, reports
    the Herald"): the outlet then is no source of its own."""
    if other.future or other.source is None or source.type not in ("institution", "unnamed_reports"):
        return False
    if row[one.cue[0]].lower in ("report", "reports", "reported"):
        return True
    last = source.name.split()[-1].lower() if source.name else ""
    return one.slot == "according" and last in NEWS


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(b <= inner.cue[0] and inner.cue[1] <= e for b, e in outer.content)


def _same_end(outer: Attribution, inner: Attribution) -> bool:
    """The inner attribution and its content fill the outer content to its end."""
    end = outer.content[0][1]
    last = max(max(e for _, e in inner.content), inner.cue[1])
    return inner.slot in ("quote", "left") and last >= end - 3


def _quotes_only(one: Attribution) -> bool:
    return one.slot in ("quote", "left")


def first_subject(unit: Unit) -> Range | None:
    """The subject of the unit's first finite verb."""
    row = unit.tokens
    for at in range(1, len(row)):
        if row[at].kind == "word" and gr.finite(row[at]):
            pair = subject_before(row, ph.verb_group(row, at, 0), 0)
            if pair is not None and row[pair[0][0]].lower not in ("who", "which", "that", "whose"):
                return pair[0]
    return None


def right_before(unit: Unit, at: int) -> Range | None:
    """`Lisbon “would rather wait”`: a phrase that opens the sentence, its verb inside the quotation; or a
    name before a colon (`no surprise to Ada Pell: “…”`)."""
    if at > 1 and unit.tokens[at - 1].text == ":":
        begin = at - 1
        while begin > 0 and unit.tokens[begin - 1].kind == "word" and unit.tokens[begin - 1].capital:
            begin -= 1
        return (begin, at - 1) if begin < at - 1 else None
    head = ph.phrase_back(unit.tokens, at, 0)
    if head is None or head[0] > 1 or not ph.speaker_like(unit.tokens, *head):
        return None
    return head


def only_attribution(unit: Unit) -> tuple[Range, Range] | None:
    """A unit that only tells who spoke ("Marn asked."): source and cue."""
    from_start = [n for n, token in enumerate(unit.tokens) if token.kind == "word"]
    row = unit.tokens
    for at in from_start[1:14]:
        if ph.is_cue(row, at):
            pair = subject_before(row, ph.verb_group(row, at, 0), 0)
            if pair is not None and pair[0][0] <= 1:
                return pair[0], (at, at + 1)
    return None
