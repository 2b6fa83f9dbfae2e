"""Statements across units: kinds and spans of attributions, running speakers, quotations without a cue.

`clauses` reads inside one unit; here units are read in order with what was said before in mind.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samecopy.records import Article, Source, Span, StatementKind
from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.antecedents import subject_before
from samecopy.stages.account.attribution import Attribution
from samecopy.stages.account.clauses import attributions
from samecopy.stages.account.following import asked_behind, speaker_follows
from samecopy.stages.account.kinds import (
    SHORT,
    by_nobody,
    cites,
    first_subject,
    inner,
    kind_of,
    only_attribution,
    relayed_by,
    relays,
    right_before,
    span_of,
    whole_quotes,
)
from samecopy.stages.account.phrases import Range
from samecopy.stages.account.resolve import Register
from samecopy.stages.account.units import Token, Unit, read_units

_NAMED = ("named_person", "named_official")
_NESTED = 0.5  # a statement inside another's content is at second hand
_QUOTES_INSIDE = 0.65  # "called the plan “unhinged”": quoted words make a report of speech of it
_RUNNING = 0.85  # a quotation alone, its speaker named in the sentence beside it
_RUNNING_ON = 0.7  # the same over a paragraph's end
_RUNNING_WORDS = 5  # shorter ones inside a sentence of the report are mostly somebody else's phrase
_NO_CUE = 0.6  # a quotation that only the subject of its sentence owns
_KEPT = 0.5  # less sure speakers are none that a pronoun after them may stand for
_AMID = 0.85  # the same beside what others say in it
_PHRASE = 5  # quoted words up to this many, with no cue, are mostly a name or a phrase


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement as read, before the threshold. `whole` tells a direct one made of whole quotations,
    which a following one of the same speaker may go on with."""

    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Source
    confidence: float
    paragraph: int
    whole: bool = False


def read_speech(article: Article, longest: int) -> list[Spoken]:
    """All statements of an article, of any confidence, in order; units hold up to `longest` tokens."""
    units = read_units(article, longest)
    reader = _Reader(article.text)
    for unit in units:
        reader.names.persons.meet(unit.tokens)
    waiting: list[Unit] = []
    for number, unit in enumerate(units):
        if unit.only_quotes:
            if asked_behind(units, number) or not reader.goes_on(unit):
                if speaker_follows(units, number):
                    waiting.append(unit)
                else:
                    reader.alone(unit)
            continue
        reader.read(unit, waiting)
        waiting = []
    for unit in waiting:
        reader.alone(unit)
    return reader.spoken


def _kept(one: Attribution) -> bool:
    """Whether a pronoun after it may stand for its source."""
    return one.confidence >= _KEPT and not one.nested


class _Reader:
    """Reads units in order; keeps the statements and the running speaker."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = Register(text)
        self.spoken: list[Spoken] = []
        self.speaker: Source | None = None
        self.speaker_paragraph = -2
        self.open_quote = False
        self.introduced: tuple[Source, Span | None, int] | None = None

    # --- a unit with words of its own

    def read(self, unit: Unit, waiting: Sequence[Unit]) -> None:
        row = unit.tokens
        found = attributions(row)
        unfinished = self.open_quote and bool(self.spoken) and self.spoken[-1].source.type == "unknown"
        before = len(self.spoken)
        self.introduced, self.open_quote = None, False
        context = self.text[unit.begin : unit.end]
        subject = first_subject(unit)
        if subject is not None and not any(a.source == subject and _kept(a) for a in found):
            self.names.meet_subject(row, subject)
        sources = [self.names.source(row, a.source, a.apposition, context, keep=_kept(a)) for a in found]
        covered: set[int] = set()
        for one, source in zip(found, sources, strict=True):
            relayed = relayed_by(found, sources, one)
            if relayed is not None and not cites(row, found[relayed], sources[relayed], one):
                continue
            behind = relays(found, one)
            if behind is not None and cites(row, one, source, found[behind]):
                continue
            if relayed is not None:
                one = replace(one, nested=False)
            if behind is not None and sources[behind].key != source.key:
                source = replace(source, relayed_from=sources[behind].name)
            if behind is not None:
                one = replace(one, content=found[behind].content)
            self._emit(unit, one, source, covered)
        self._bare_quotes(unit, found, covered, subject)
        self._run(unit, found, sources)
        if row[-1].text == ":":
            self._introduce(unit, found, sources, subject)
        if unfinished and row[0].kind == "quote":
            self._finish(before, row[0])
        for earlier in waiting:
            self._behind(earlier, unit, found, sources)

    def _emit(self, unit: Unit, one: Attribution, source: Source, covered: set[int]) -> None:
        row = unit.tokens
        confidence = one.confidence
        if one.slot in ("phrase", "infinitive") and any(
            row[n].kind == "quote" for b, e in one.content for n in range(b, e)
        ):
            confidence = max(confidence, _QUOTES_INSIDE)
        confidence *= _NESTED if one.nested else 1.0
        if source.type == "unknown":
            confidence *= 0.85
        cue = Span(row[one.cue[0]].begin, row[one.cue[1] - 1].end)
        quotes = [row[n] for b, e in one.content for n in range(b, e) if row[n].kind == "quote"]
        if not one.nested:
            covered.update(id(q) for q in quotes)
        kind = kind_of(row, one, quotes)
        if kind == "direct":
            whole = whole_quotes(row, one)
            pieces = [inner(q) for q in quotes if q.words > SHORT or whole] or [inner(q) for q in quotes]
            ends_quoted = one.slot == "left" and row[one.content[-1][1] - 1].kind == "quote" and not one.extra
            groups = [pieces] if whole or len(pieces) == 1 else [[piece] for piece in pieces]
            for group in groups:
                self._add(
                    Spoken(
                        "direct", tuple(group), cue, source, confidence, unit.paragraph, whole or ends_quoted
                    )
                )
            self.open_quote = bool(quotes) and not (quotes[-1].quote is None or quotes[-1].quote.closed)
        else:
            spans = tuple(s for s in (span_of(row, r) for r in one.content) if s is not None)
            if sum(len(s.of(self.text).split()) for s in spans) > 1:
                self._add(Spoken(kind, spans, cue, source, confidence, unit.paragraph))
        for begin, end in one.extra:
            covered.update(id(row[n]) for n in range(begin, end))
            self._add(Spoken("direct", (inner(row[begin]),), cue, source, confidence, unit.paragraph))

    def _add(self, one: Spoken) -> None:
        self.spoken.append(one)

    def _bare_quotes(
        self, unit: Unit, found: list[Attribution], covered: set[int], subject: Range | None
    ) -> None:
        """Quotations longer than a phrase that no cue took."""
        row = unit.tokens
        for at, token in enumerate(row):
            if token.kind != "quote" or token.words <= _PHRASE or id(token) in covered:
                continue
            if any(b <= at < e for a in found for b, e in a.content if a.confidence >= _NO_CUE):
                continue
            source, confidence = self._owner(unit, at, found, subject)
            if source is None:
                continue
            self._add(Spoken("direct", (inner(token),), None, source, confidence, unit.paragraph))

    def _owner(
        self, unit: Unit, at: int, found: list[Attribution], subject: Range | None
    ) -> tuple[Source | None, float]:
        """Whose a quotation without a cue is: the running speaker's, or the subject's."""
        row = unit.tokens
        if gr.titles_a_work(row[at]):
            return None, 0.0
        runs = self.speaker is not None and self.speaker_paragraph == unit.paragraph
        if runs and row[at].words >= _RUNNING_WORDS:
            return self.speaker, _RUNNING_ON
        subject = right_before(unit, at) or subject
        if subject is not None and subject[1] <= at:
            source = self.names.source(row, subject, None, "")
            weight = _NO_CUE if source.type != "unknown" else by_nobody([row[at]])
            return source, weight if not found else weight * _AMID
        return None, 0.0

    def _finish(self, number: int, opening: Token) -> None:
        """An unclosed quotation that nobody owned belongs to who owns the one that goes on with it."""
        for one in self.spoken[number:]:
            if one.content[0] == inner(opening) and one.kind == "direct":
                begun = self.spoken[number - 1]
                self.spoken[self.spoken.index(one)] = replace(one, content=begun.content + one.content)
                self.spoken.pop(number - 1)
                return

    def _introduce(
        self, unit: Unit, found: list[Attribution], sources: list[Source], subject: Range | None
    ) -> None:
        """A unit that ends in a colon: its last speaker, or its subject, says the quotation behind it."""
        row = unit.tokens
        cue = next((n for n in range(len(row) - 1, -1, -1) if ph.is_cue(row, n)), None)
        span = None if cue is None else Span(row[cue].begin, row[cue].end)
        if found and found[-1].confidence >= _RUNNING_ON and not found[-1].nested:
            self.introduced = (sources[-1], span, unit.paragraph)
        elif cue is not None and (pair := subject_before(row, ph.verb_group(row, cue, 0), 0)) is not None:
            self.introduced = (self.names.source(row, *pair, ""), span, unit.paragraph)
        elif subject is not None:
            self.introduced = (self.names.source(row, subject, None, ""), span, unit.paragraph)

    def _run(self, unit: Unit, found: list[Attribution], sources: list[Source]) -> None:
        """Who speaks after this unit: the last one to speak in it with some certainty."""
        best = [s for a, s in zip(found, sources, strict=True) if a.confidence >= 0.6 and not a.nested]
        if best:
            self.speaker, self.speaker_paragraph = best[-1], unit.paragraph
        elif self.speaker_paragraph == unit.paragraph:
            self.speaker = None if not found else self.speaker

    # --- a unit of quotations only

    def goes_on(self, unit: Unit) -> bool:
        """Add a unit of quotations to the running speaker's statement; False where none runs."""
        if self.introduced is not None and unit.paragraph - self.introduced[2] <= 1:
            source, cue, _ = self.introduced
            pieces = tuple(inner(q) for q in unit.quotes)
            self._add(Spoken("direct", pieces, cue, source, _RUNNING, unit.paragraph, True))
            self.speaker, self.speaker_paragraph, self.introduced = source, unit.paragraph, None
            self._open_after(unit)
            return True
        if self.open_quote and self.spoken and self.spoken[-1].whole:
            return self._append(unit)
        if self.speaker is None or unit.paragraph - self.speaker_paragraph > 1:
            return False
        over = unit.paragraph != self.speaker_paragraph
        if over and not self._quoted_named(unit):
            return False
        if self._bring_forward(unit):
            return self._append(unit)
        weight = _NO_CUE if over else _RUNNING
        pieces = tuple(inner(q) for q in unit.quotes)
        self._add(Spoken("direct", pieces, None, self.speaker, weight, unit.paragraph, True))
        self.speaker_paragraph = unit.paragraph
        self._open_after(unit)
        return True

    def _quoted_named(self, unit: Unit) -> bool:
        """Whether the running speaker is named and spoke a quotation in the paragraph before."""
        speaker = self.speaker
        if speaker is None or not (speaker.type in _NAMED or speaker.text.lower() in gr.SUBJECT_PRONOUNS):
            return False
        near = [one for one in self.spoken if one.paragraph == unit.paragraph - 1]
        return any(one.kind == "direct" and one.source.key == speaker.key for one in near)

    def _bring_forward(self, unit: Unit) -> bool:
        """Make the running speaker's whole quotation the last statement, if one stands near."""
        for back in range(1, min(4, len(self.spoken)) + 1):
            one = self.spoken[-back]
            if unit.paragraph - one.paragraph > 1:
                return False
            if one.whole and self.speaker is not None and one.source.key == self.speaker.key:
                self.spoken.append(self.spoken.pop(-back))
                return True
        return False

    def _append(self, unit: Unit) -> bool:
        """The last statement goes on with this unit's quotations."""
        last = self.spoken[-1]
        pieces = tuple(inner(q) for q in unit.quotes)
        self.spoken[-1] = replace(last, content=last.content + pieces, paragraph=unit.paragraph)
        self.speaker_paragraph = unit.paragraph
        self._open_after(unit)
        return True

    def _open_after(self, unit: Unit) -> None:
        quote = unit.quotes[-1].quote
        self.open_quote = quote is not None and not quote.closed

    def alone(self, unit: Unit) -> None:
        """A quotation with nobody beside it."""
        pieces = tuple(inner(q) for q in unit.quotes if q.words > SHORT)
        if pieces:
            nobody = Source("", "", "", "unknown")
            self._add(Spoken("direct", pieces, None, nobody, by_nobody(unit.quotes), unit.paragraph, True))
            self._open_after(unit)

    def _behind(self, earlier: Unit, unit: Unit, found: list[Attribution], sources: list[Source]) -> None:
        """A quotation whose speaker stands in the unit after it."""
        row = unit.tokens
        speaking = [n for n, a in enumerate(found) if not a.nested and a.confidence >= 0.5]
        pieces = tuple(inner(q) for q in earlier.quotes)
        if speaking:
            self._add(Spoken("direct", pieces, None, sources[speaking[0]], _RUNNING, unit.paragraph, True))
            return
        asked = only_attribution(unit)
        if asked is not None:
            head, cue = asked
            source = self.names.source(row, head, None, "")
            span = Span(row[cue[0]].begin, row[cue[1] - 1].end)
            self._add(Spoken("direct", pieces, span, source, _RUNNING, unit.paragraph, True))
            self.speaker, self.speaker_paragraph = source, unit.paragraph
        else:
            self.alone(earlier)
