"""Attributions inside one unit: cue, source and content as ranges of tokens.

Each cue is tried in its frame: subject before or behind it, content after or before it ("…, she said").
Then the attributions of the unit are fitted to each other: one ends where the next begins, one set off
by commas takes what stands left of it, one inside another's content is nested. `speech` reads across units.
"""

from dataclasses import dataclass, field

from samecopy.stages.account import phrases as ph
from samecopy.stages.account.contents import Content, content_after, end_of_content
from samecopy.stages.account.cues import (
    ACCORDING,
    ASK,
    CUES,
    JUDGE,
    MANNER,
    NOUN_CUES,
    SAY,
    SHOW,
    TELL,
    Cue,
    Frame,
)
from samecopy.stages.account.offices import UNNAMED_REPORTS
from samecopy.stages.account.phrases import Range, Row

_ACCORDING = tuple(tuple(phrase.split()) for phrase in ACCORDING)
_ACCORDING_STARTS = frozenset(phrase[0] for phrase in _ACCORDING)
_NOUN = Frame("noun", 0.8, 0.6, 0.0, 0.0, 0.0)
_COLON = Frame("colon", 0.88, 0.0, 0.0, 0.0, 0.0)
_JOINTS = ("and", "but", "while", "although", "though", "as", "when", "after", "before")
_SPEAKING = ("say", "tell", "declare", "argue", "ask", "manner", "judge", "call", "urge")


@dataclass(slots=True)
class Attribution:
    """One cue with what it attributes. `slot` names how the content stands: a slot of `Frame`, `left`,
    `according` or `noun`. `inherits`: the source is that of the attribution before, or the main subject.
    `extra` are quotations that the same speaker goes on with behind a set-off cue."""

    cue: Range
    frame: Frame
    slot: str
    source: Range | None
    apposition: Range | None
    content: list[Range]
    confidence: float
    future: bool = False
    inherits: bool = False
    nested: bool = False
    extra: list[Range] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """First token of source and cue together."""
        return min(self.cue[0], self.source[0]) if self.source else self.cue[0]

    @property
    def set_off(self) -> bool:
        return self.slot in ("left", "according")


@dataclass(frozen=True, slots=True)
class _Subject:
    head: Range | None
    apposition: Range | None
    begin: int
    inherits: bool = False
    inverted: bool = False
    weight: float = 1.0


def attributions(row: Row) -> list[Attribution]:
    """All attributions that a unit's tokens hold, in the order of their cues, fitted to each other."""
    stop = _without_final_marks(row)
    found: list[Attribution] = []
    at = 0
    while at < stop:
        token = row[at]
        if token.kind == "word":
            one = _according(row, at, stop, found) or _verb(row, at, stop, found) or _noun(row, at, stop)
            if one is not None:
                found.append(one)
                at = max(at, one.cue[1] - 1)
        elif token.text == ":" and (colon := _colon(row, at, found)) is not None:
            found.append(colon)
        at += 1
    _fit(row, found)
    return found


def _without_final_marks(row: Row) -> int:
    stop = len(row)
    while stop > 0 and row[stop - 1].kind == "mark" and row[stop - 1].text not in ")”\"'":
        stop -= 1
    return stop


def match_cue(row: Row, at: int) -> tuple[Cue, int] | None:
    """The cue whose words stand at `at`, longest first, and the number of the token after it."""
    for cue in CUES.get(row[at].lower, ()):
        after = at + 1 + len(cue.rest)
        if all(
            n < len(row) and row[n].lower == w for n, w in zip(range(at + 1, after), cue.rest, strict=True)
        ):
            return cue, after
    return None


# --- verbs -----------------------------------------------------------------------------------------


def _verb(row: Row, at: int, stop: int, found: list[Attribution]) -> Attribution | None:
    matched = match_cue(row, at)
    if matched is None or (row[at].capital and at > 0):
        return None
    cue, after = matched
    group = ph.verb_group(row, at, 0)
    words = {row[n].lower for n in range(group, at)}
    if _passive(cue, words):
        return _passive_verb(row, cue, (group, after), stop)
    subject = _subject(row, cue, (group, at, after), words, found)
    if subject is None or not _agrees(row, cue, subject, words, after):
        return None
    content = _content(row, cue, subject, after, stop)
    if content is None:
        return None
    slot, ranges, confidence, extra = content
    return Attribution(
        cue=(group, after),
        frame=cue.frame,
        slot=slot,
        source=subject.head,
        apposition=subject.apposition,
        content=ranges,
        confidence=confidence * subject.weight * _mood(row, group, words, subject),
        future=bool(words & {"will", "would", "'ll", "shall", "to"}),
        inherits=subject.inherits,
        extra=extra,
    )


def _passive(cue: Cue, words: set[str]) -> bool:
    return (
        "participle" in cue.forms
        and bool(words & ph.BE)
        and cue.rest[:1] not in (("quoted",), ("cited",))
        and (not cue.lemma.startswith("be_"))
    )


def _passive_verb(row: Row, cue: Cue, span: Range, stop: int) -> Attribution | None:
    """ "It was announced by the mayor that …": the agent is the source; without one it is unknown."""
    group, after = span
    agent = None
    if after < stop and row[after].lower == "by":
        agent = ph.phrase_after(row, after + 1, stop)
        after = agent[1] if agent else after
    content = content_after(row, cue.frame, after, stop)
    if content is None or content.slot not in ("that", "quote", "infinitive"):
        return None
    subject = ph.phrase_back(row, group, 0)
    impersonal = subject is not None and row[subject[0]].lower == "it"
    if content.slot != "that" and agent is None:
        return None
    weight = 0.8 if agent or impersonal else 0.4
    ranges = [content.range]
    return Attribution(
        (group, span[1]), cue.frame, content.slot, agent, None, ranges, content.confidence * weight
    )


def _subject(
    row: Row, cue: Cue, where: tuple[int, int, int], words: set[str], found: list[Attribution]
) -> _Subject | None:
    group, at, after = where
    gerund = cue.forms == {"gerund"}
    before = row[group - 1] if group else None
    if gerund and not words & ph.BE:
        return _participial(row, group, found)
    if _inverts(row, cue, group, at, after):
        head = ph.phrase_after(row, after, len(row))
        sure = row[group - 1].kind == "quote" or row[group - 2].kind == "quote"
        if head is not None and _can_speak(row, head, sure=sure) and not _goes_on_as_clause(row, head[1]):
            return _Subject(head, _apposition_after(row, head[1]), group, inverted=True)
    if before is None:
        return None
    if before.lower in ("and", "but", "or", "then") or (before.text in ",—" and _coordinated(row, group)):
        previous = found[-1] if found else None
        if previous is not None and before.text not in ",—" and (cue.forms != {"base"} or words):
            return _Subject(previous.source, previous.apposition, group, inherits=True, weight=0.95)
    if before.lower in ("who", "which") and group >= 2:
        return _relative(row, group - 1)
    pair = ph.subject_before(row, group, 0)
    if pair is None:
        if before.lower in ("and", "but", "or"):
            head = _main_subject(row, group)
            return None if head is None else _Subject(head, None, group, inherits=True, weight=0.7)
        return None
    head, apposition = pair
    return _Subject(head, apposition, head[0])


def _goes_on_as_clause(row: Row, at: int) -> bool:
    """", says Marn will sail": the phrase behind the verb is a subject of its own."""
    while at < len(row) and (ph.is_adverb(row[at]) or row[at].lower in ("so", "far")):
        at += 1
    return at < len(row) and row[at].kind == "word" and ph.finite(row[at])


def _coordinated(row: Row, group: int) -> bool:
    return group < len(row) and row[group].lower in ("and", "but", "then")


def _participial(row: Row, group: int, found: list[Attribution]) -> _Subject | None:
    """ ", adding that …": the one who speaks already, else the subject of the sentence."""
    before = row[group - 1] if group else None
    if (
        before is not None
        and before.kind == "word"
        and before.lower not in ("and", "by", "while", "before", "after", "when", "then")
    ):
        if before.lower in ph.PREPOSITIONS | ph.DETERMINERS or ph.possessive(before):
            return None
        pair = ph.phrase_back(row, group, 0)
        return None if pair is None else _Subject(pair, None, pair[0], weight=0.6)
    previous = next((a for a in reversed(found) if a.source is not None), None)
    if previous is not None:
        return _Subject(previous.source, previous.apposition, group, inherits=True)
    head = _main_subject(row, group) if group else None
    if head is None:
        return _Subject(None, None, group, inherits=True, weight=0.5) if group == 0 else None
    return _Subject(head, None, group, inherits=True, weight=0.85)


def _relative(row: Row, who: int) -> _Subject | None:
    """ "… Holm, who said …": the antecedent."""
    end = who - 1 if row[who - 1].text == "," else who
    head = ph.phrase_back(row, end, 0)
    if head is None:
        return None
    name = next((n for n in range(head[1] - 1, head[0], -1) if row[n].lower in ph.PREPOSITIONS), None)
    if name is not None and row[who].lower == "who" and ph.name_like(row, name + 1, head[1]):
        head = (name + 1, head[1])
    return _Subject(head, None, head[0], weight=0.85 if row[who].lower == "who" else 0.7)


def _main_subject(row: Row, before: int) -> Range | None:
    """The noun phrase before the first finite verb left of token `before`."""
    for at in range(1, before):
        token = row[at]
        if token.kind == "word" and ph.finite(token):
            pair = ph.subject_before(row, ph.verb_group(row, at, 0), 0)
            if pair is not None:
                return pair[0]
    return None


def _inverts(row: Row, cue: Cue, group: int, at: int, after: int) -> bool:
    """“…,” said Marn: a cue right behind a quotation or comma, with a phrase behind it."""
    if group != at or not cue.forms & {"past", "third"} or after >= len(row) or group == 0:
        return False
    if cue.frame not in (SAY, TELL, ASK, MANNER) and not cue.frame.bare >= 0.85:
        return False
    before, following = row[group - 1], row[after]
    behind_quote = before.kind == "quote" or (
        before.text in ",-–—" and group >= 2 and row[group - 2].kind == "quote"
    )
    if not behind_quote and before.text != ",":
        return False
    if not behind_quote and not any(ph.finite(row[n]) for n in range(group - 1)):
        head = ph.phrase_after(row, after, len(row))
        if head is None or head[1] >= len(row) or row[head[1]].text != ",":
            return False
    starts = following.capital or following.lower in ph.DETERMINERS | ph.SUBJECT_PRONOUNS
    return starts and following.kind == "word" and not ph.is_day(following) and following.lower != "that"


def _can_speak(row: Row, head: Range, *, sure: bool) -> bool:
    """Whether the phrase behind a cue can be who speaks; without a quotation before it, more is asked."""
    first = row[head[0]].lower
    if first in ph.PRONOUNS:
        return sure or head[1] >= len(row) or row[head[1]].kind == "mark"
    if not sure and first in ph.POSSESSIVES:
        return False
    return ph.name_like(row, *head) or ph.speaker_like(row, *head) or (sure and first in ph.DETERMINERS)


def _apposition_after(row: Row, at: int) -> Range | None:
    """ ", the mayor of Oslin" behind an inverted source, up to the next comma or the end."""
    if at >= len(row) or row[at].text != ",":
        return None
    end = at + 1
    while (
        end < len(row)
        and not (row[end].kind == "mark" and row[end].text in ",.;:—–")
        and row[end].kind != "quote"
    ):
        if row[end].lower in ph.AUXILIARIES and row[at + 1].lower != "who":
            return None
        end += 1
    return (at + 1, end) if end > at + 1 and match_cue(row, at + 1) is None else None


def _agrees(row: Row, cue: Cue, subject: _Subject, words: set[str], after: int) -> bool:
    """Keep nouns out: a base form needs a helper or a plural, a third person a singular subject."""
    if subject.inverted or subject.inherits:
        return True
    if words & (ph.AUXILIARIES | {"to"}):
        return True
    if subject.head is None:
        return False
    last = row[subject.head[1] - 1]
    first = row[subject.head[0]]
    pronoun = ph.contracted(first) or first.lower
    if "past" in cue.forms:
        return "base" not in cue.forms or pronoun in ph.PRONOUNS or last.capital
    plural = pronoun in ("they", "we", "i", "you", "many", "some", "others", "who") or _plural(
        row, subject.head
    )
    if cue.forms == {"base"}:
        return plural and (not cue.noun or _clause_follows(row, after) or after >= _without_final_marks(row))
    if "third" in cue.forms and cue.noun:
        return (
            not ph.possessive(last)
            and last.lower not in ph.DETERMINERS
            and (pronoun in ("he", "she", "it") or last.capital or (not plural and last.lower in ph.SPEAKER_NOUNS and _clause_follows(row, after)))
        )
    return True


def _plural(row: Row, head: Range) -> bool:
    nouns = []
    for n in range(*head):
        if row[n].lower in ph.PREPOSITIONS and nouns:
            break
        nouns.append(row[n])
    if any(token.lower == "and" for token in nouns):
        return True
    last = nouns[-1]
    return (
        (last.lower.endswith("s")
        and not last.lower.endswith(("ss", "us", "'s")))
        or last.lower in (ph.PEOPLE_PLURALS | ph.OFFICIAL_PLURALS)
    )


def _clause_follows(row: Row, after: int) -> bool:
    if after >= len(row):
        return False
    token = row[after]
    return (
        token.lower in ("that", "to", "whether")
        or token.kind == "quote"
        or ph.clauselike(row, after, len(row))
    )


def _mood(row: Row, group: int, words: set[str], subject: _Subject) -> float:
    weight = 1.0
    if words & {"not", "never"} or any(word.endswith("n't") for word in words):
        weight *= 0.6
    if subject.head is not None:
        first = row[subject.head[0]]
        if (ph.contracted(first) or first.lower) in ("i", "you", "we"):
            weight *= 0.6
    begin = min(group, subject.begin)
    if begin > 0 and row[begin - 1].lower in ("if", "unless", "whether"):
        weight *= 0.5
    if words & {"may", "might", "could", "should", "must", "can"}:
        weight *= 0.8
    return weight


def _content(
    row: Row, cue: Cue, subject: _Subject, after: int, stop: int
) -> tuple[str, list[Range], float, list[Range]] | None:
    """Slot, ranges, confidence and continuing quotations of a cue with its subject."""
    frame = cue.frame
    left = _left(row, subject.begin)
    behind = subject.apposition or subject.head
    tail = behind[1] if subject.inverted and behind else after
    right = None if subject.inverted else content_after(row, frame, after, stop)
    quote_left = left is not None and _last_quote(row, left) is not None
    if left is not None and _parenthetical(
        row, subject, left, right, quote_left=quote_left, broken=after < stop and row[after].text == ","
    ):
        best = max(frame.quote if quote_left else 0.0, frame.bare if _sets_off(frame) else 0.0)
        if best:
            more, extra = _continued(row, left, tail, stop, quote_left=quote_left)
            return "left", [left, *more], best, extra
    if right is None:
        return None
    return right.slot, [right.range], right.confidence, []


def _sets_off(frame: Frame) -> bool:
    return frame.bare >= 0.6


def _left(row: Row, begin: int) -> Range | None:
    """What stands left of a set-off attribution, without its comma and leading conjunction."""
    if begin == 0:
        return None
    end = begin
    if row[end - 1].text in ",—–-" and row[end - 1].kind == "mark":
        end -= 1
    elif row[end - 1].kind != "quote" or row[end - 1].words < 1:
        return None
    first = 0
    if row[end - 1].kind == "quote" and end >= 2 and row[end - 2].text == ":":
        return (end - 1, end)
    for at in range(end - 1, -1, -1):
        if row[at].text == ";":
            first = at + 1
            break
    while first < end and (
        row[first].lower in ("however", "but", "and", "so", "yet", "meanwhile") or row[first].text == ","
    ):
        first += 1
    return (first, end) if first < end else None


def _last_quote(row: Row, left: Range) -> int | None:
    last = left[1] - 1
    return last if row[last].kind == "quote" else None


def _parenthetical(
    row: Row, subject: _Subject, left: Range, right: Content | None, *, quote_left: bool, broken: bool
) -> bool:
    """Whether the cue comments on what stands left of it; `broken`: a comma stands right behind it."""
    if subject.inverted:
        return True
    if quote_left:
        quote = row[left[1] - 1]
        inner = quote.quote
        comma = subject.begin > left[1] or inner is None or _ends_in_mark(row, left[1] - 1)
        return (
            comma
            and not subject.inherits
            and (right is None or right.slot not in ("that",) or quote.words > 3)
        )
    if subject.inherits or (right is not None and right.slot in ("that", "quote", "bare")):
        return False
    adjunct = row[left[0]].lower in ph.PREPOSITIONS | ph.SUBORDINATORS or ph.is_day(row[left[0]])
    if broken and not adjunct and not subject.apposition:
        return True
    return ph.clauselike(row, *left) or (not adjunct and left[1] - left[0] > 3)


def _ends_in_mark(row: Row, at: int) -> bool:
    """Whether the quotation ends in punctuation, as one before an attribution does."""
    token = row[at]
    return token.quote is not None and token.words >= 1 and (token.last in ",.?!…-—–;" or token.words > 4)


def _continued(
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
        if not quote_left and _resumes(row, start + 1, left, stop):
            return [(start + 1, end_of_content(row, start + 1, stop))], []
    if token.lower in ("and", "but"):
        quotes = [(n, n + 1) for n in range(start, stop) if row[n].kind == "quote" and row[n].words >= 3]
        cues = [n for n in range(start, stop) if row[n].kind == "word" and match_cue(row, n)]
        return [], [q for q in quotes if not any(c < q[0] for c in cues)]
    return [], []


def _resumes(row: Row, at: int, left: Range, stop: int) -> bool:
    """Whether the clause that a set-off cue broke goes on behind it ("The dam, she said, would hold")."""
    nxt = row[at]
    if nxt.lower in ph.AUXILIARIES or nxt.lower in ("to", "and", "but", "or", "that", "because"):
        return not (nxt.lower in ("and", "but") and _says_anew(row, at, stop))
    if any(ph.finite(row[n]) for n in range(*left)) or nxt.lower.endswith("ing"):
        return False
    return nxt.lower not in ("who", "which", "according") and any(ph.finite(row[n]) for n in range(at, stop))


def _says_anew(row: Row, at: int, stop: int) -> bool:
    return any(row[n].kind == "word" and ph.is_cue(row, n) for n in range(at, min(stop, at + 6)))


def _quote_run(row: Row, at: int, stop: int) -> int:
    return at + 1 if at + 1 >= stop or row[at + 1].kind != "quote" else at + 2


# --- according to, nouns, colons -------------------------------------------------------------------


def _according(row: Row, at: int, stop: int, found: list[Attribution]) -> Attribution | None:
    if row[at].lower not in _ACCORDING_STARTS:
        return None
    for phrase in _ACCORDING:
        end = at + len(phrase)
        if end < stop and all(row[n].lower == word for n, word in zip(range(at, end), phrase, strict=True)):
            break
    else:
        return None
    source = ph.phrase_after(row, end, stop)
    if source is None or (phrase == ("per",) and not _per_source(row, at, source)):
        return None
    apposition = _apposition_after(row, source[1])
    close = apposition[1] if apposition else source[1]
    weight = 0.95 if phrase[0] != "per" and phrase[0] not in ("citing", "quoting") else 0.75
    content = _beside(row, at, close, stop)
    if content is None and apposition is not None:
        content, apposition = _beside(row, at, source[1], stop), None
    if content is None:
        return None
    if phrase[0] in ("citing", "quoting") and not _cites(row, content, close, stop):
        return None
    frame = Frame("according", weight, weight, weight, 0, 0)
    ranges = [content]
    if content[0] < at and close + 1 < stop and row[close].text == "," and _resumes(row, close + 1, content, stop):
        ranges.append((close + 1, end_of_content(row, close + 1, stop)))
    return Attribution((at, end), frame, "according", source, apposition, ranges, weight)


def _cites(row: Row, content: Range, close: int, stop: int) -> bool:
    """"The dam broke, citing divers" ends so; "The board, citing divers, said" is the board's."""
    return close >= stop and any(ph.finite(row[n]) for n in range(*content))


def _per_source(row: Row, at: int, source: Range) -> bool:
    """`per Reuters`, not `per cent`, `per day`, `per capita`."""
    return row[source[0]].capital and at > 0 and row[at - 1].text in ",("


def _beside(row: Row, at: int, close: int, stop: int) -> Range | None:
    """The clause beside an "according to" phrase: after it where it opens the sentence, else before."""
    if at <= 1 or row[at - 1].lower in ("but", "and", "that"):
        begin = close + 1 if close < stop and row[close].text in ",:" else close
        return (begin, end_of_content(row, begin, stop)) if begin < stop else None
    left = (0, at - 1 if row[at - 1].kind == "mark" else at)
    first = left[0]
    while first < left[1] and (
        row[first].lower in ("however", "but", "and", "yet") or row[first].text == ","
    ):
        first += 1
    if left[1] - first >= 2 or row[first].kind == "quote":
        return (first, left[1])
    return (close + 1, stop) if close + 1 < stop else None


def _noun(row: Row, at: int, stop: int) -> Attribution | None:
    """`the union's claim that …`, `amid reports that …`."""
    if row[at].lower not in NOUN_CUES or at + 2 >= stop or row[at + 1].lower != "that":
        return None
    if ph.finite(row[at + 2]) and row[at + 2].lower not in ph.PRONOUNS:
        return None
    source = None
    if at and (ph.possessive(row[at - 1]) or row[at - 1].lower in ph.POSSESSIVES):
        source = ph.phrase_back(row, at, 0) if ph.possessive(row[at - 1]) else (at - 1, at)
    elif at > 1 and ph.possessive(row[at - 2]):
        source = ph.phrase_back(row, at - 1, 0)
    end = end_of_content(row, at + 1, stop)
    if at <= 3 and row[at - 1].lower in ph.PREPOSITIONS:
        end = next((n for n in range(at + 1, end) if row[n].text == ","), end)
    content = (at + 1, end)
    weight = 0.6 if source else 0.4
    if source is None and row[at].lower in UNNAMED_REPORTS:
        source, weight = (at, at + 1), 0.55
    return Attribution((at, at + 1), _NOUN, "noun", source, None, [content], weight)


def _colon(row: Row, at: int, found: list[Attribution]) -> Attribution | None:
    """`Marn: “…”`: a speaker, a colon, a quotation."""
    if at + 1 >= len(row) or row[at + 1].kind != "quote" or row[at + 1].words < 3:
        return None
    if any(a.content and a.content[-1][1] > at for a in found):
        return None
    head = ph.phrase_back(row, at, 0)
    if head is None or head[0] > 1 or not (ph.name_like(row, *head) or ph.speaker_like(row, *head)):
        return None
    return Attribution((at, at + 1), _COLON, "quote", head, None, [(at + 1, at + 2)], 0.88)


# --- fitting ---------------------------------------------------------------------------------------


def _fit(row: Row, found: list[Attribution]) -> None:
    """Let attributions of one unit respect each other's bounds; mark those inside another's content."""
    for number, one in enumerate(found):
        if one.set_off and one.content and one.content[0][0] < one.begin:
            _claim_left(row, found, number)
        elif not one.inherits and one.begin >= 2:
            joint = one.begin - 1
            if row[joint].lower in _JOINTS and row[joint - 1].last == ",":
                _cut(found[:number], joint - (row[joint - 1].kind == "mark"))
            elif row[joint].text == "," and one.slot in ("that", "quote"):
                _cut([a for a in found[:number] if a.begin and row[a.begin - 1].lower in _JOINTS], joint)
        elif one.inherits and one.frame.name in _SPEAKING:
            joint = one.cue[0] - (row[one.cue[0] - 1].lower in ("and", "but", "or", "then"))
            _cut(found[:number], joint - 1 if joint > 0 and row[joint - 1].text in ",—–" else joint)
    for number, one in enumerate(found):
        one.content = [r for r in one.content if r[0] < r[1]]
        for other in found:
            if (
                other is not one
                and other.confidence >= 0.5
                and any(b <= one.cue[0] < e for b, e in other.content)
            ):
                one.nested = True
    found[:] = [one for one in found if one.content]


def _cut(earlier: list[Attribution], place: int) -> None:
    """Contents that run over `place` end there, unless they begin behind it."""
    for one in earlier:
        one.content = [(b, min(e, place)) if b < place else (b, e) for b, e in one.content]


def _claim_left(row: Row, found: list[Attribution], number: int) -> None:
    """A set-off cue takes what stands left of it, down to the set-off cue before it."""
    one = found[number]
    begin, end = one.content[0]
    for other in found[:number]:
        if other.content and other.content[0][0] >= one.begin:
            continue
        if (
            other.set_off
            and other.content
            and other.content[0][0] < other.begin
            and not _relayed(other, end, row)
        ):
            behind = max(
                other.cue[1],
                other.source[1] if other.source else 0,
                other.apposition[1] if other.apposition else 0,
            )
            while behind < end and (row[behind].text in ",;" or row[behind].lower in ("and", "but", "while")):
                behind += 1
            if behind < end:
                begin = max(begin, behind)
            other.content = [r for r in other.content if r[0] < other.begin]
        else:
            other.content = [(b, min(e, end)) for b, e in other.content]
    one.content[0] = (begin, end)


def _relayed(other: Attribution, end: int, row: Row) -> bool:
    """“…,” Marn will tell the council, Holm said: nothing of its own between the two cues."""
    behind = max(other.cue[1], other.source[1] if other.source else 0)
    return all(row[n].lower not in ph.AUXILIARIES and not ph.finite(row[n]) for n in range(behind, end))


__all__ = ["JUDGE", "SHOW", "Attribution", "attributions", "match_cue"]
