"""Events of one article: what happens when, where, with whom, and whether it has happened.

Each dated clause gives one mention; an undated one only where it says that something will not happen,
is called off, or has no date yet. Sentence by sentence: `rows` reads the words, `events_clauses` cuts
clauses, `events_read` makes a reading of each time, `events_status` judges it. Repetitions are merged
over the story in `merge`.
"""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samecopy.records import Article, EventMention, EventStatus, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account import eventwords
from samecopy.stages.account.events_clauses import Clause, clauses
from samecopy.stages.account.events_dating import Dating, Read
from samecopy.stages.account.events_names import Known, known_names, participants, place_in
from samecopy.stages.account.events_read import read_time
from samecopy.stages.account.events_status import denial, may_be_open, negated_plan
from samecopy.stages.account.events_what import Range, clause_what, joined, shortened, trimmed
from samecopy.stages.account.rows import Row, Word, row_of
from samecopy.text.dates import Time
from samecopy.text.sentences import sentences
from samecopy.text.tense import tense_at

SPEAKER_WORDS = 12  # a longer name of a speaker is a sentence about him
FULL_DAY = len("2021-12-30")
DAY_NAMED = re.compile(r"(?<!mid)day\b|tonight|tomorrow|yesterday|\b(?:this|that|last)\b", re.IGNORECASE)
"""What a clock time that names its own day holds."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its row and clauses, and what the article lends it: its day, the statements
    whose cue stands here, the names it writes inside sentences, the last day named as ahead, and the
    last one told of in this paragraph."""

    page: str
    span: Span
    row: Row
    clauses: list[Clause]
    anchor: datetime.date | None
    statements: tuple[StatementMention, ...]
    names: Known
    ahead: str | None
    behind: str | None


def read_events(
    article: Article, times: Sequence[Time], statements: Sequence[StatementMention], settings: AccountSettings
) -> tuple[EventMention, ...]:
    """Mentions of events in the article's paragraphs, in reading order.

    `times` are the temporal expressions of the page text, in order; `statements` those of the article,
    for what an announcement announced. Where the publication day is unknown, `when` is None for what
    depends on it, and `time` still points at the expression.
    """
    anchor = datetime.date.fromisoformat(article.published.day) if article.published else None
    ordered = sorted(times, key=lambda t: (t.begin, t.end))
    cued = tuple(sorted((s for s in statements if s.cue), key=cue_begin))
    cues = [cue_begin(s) for s in cued]
    found: list[EventMention] = []
    at = 0
    names = known_names(article.text)
    ahead: str | None = None
    for paragraph in article.paragraphs:
        behind: str | None = None
        whole = article.behind_dateline(paragraph)
        for span in sentences(article.text, whole.begin, whole.end):
            while at < len(ordered) and ordered[at].end <= span.begin:
                at += 1
            last = at
            while last < len(ordered) and ordered[last].begin < span.end:
                last += 1
            if at == last and not may_be_open(span.of(article.text)):
                continue
            row = row_of(article.text, span, ordered[at:last])
            if not row.words or len(row.words) > settings.event_longest_sentence:
                continue
            held = cued[bisect_left(cues, span.begin) : bisect_left(cues, span.end)]
            told = Sentence(article.page, span, row, clauses(row), anchor, held, names, ahead, behind)
            mentions = read_sentence(told)
            ahead = last_day(mentions, "scheduled") or ahead
            behind = last_day(mentions, "happened") or behind
            found.extend(mentions)
    return tuple(found)


def cue_begin(statement: StatementMention) -> int:
    """Where the cue of a statement begins, 0 for one without."""
    return statement.cue.begin if statement.cue else 0


def last_day(mentions: Sequence[EventMention], status: EventStatus) -> str | None:
    """The last full day that events of a status have."""
    days = [m.when[:FULL_DAY] for m in mentions if m.status == status and m.when and len(m.when) >= FULL_DAY]
    return days[-1] if days else None


def read_sentence(sentence: Sentence) -> Sequence[EventMention]:
    """Events of one sentence: the dated ones by their times, then what is denied or left open."""
    dated: list[EventMention] = []
    spoken_for: set[int] = set()
    for number, time in enumerate(sentence.row.times):
        dating = dating_of(sentence, number, time)
        if dating is None:
            continue
        read = read_time(dating)
        if read is None or says_nothing(read.what):
            continue
        status: EventStatus = "no_date_set" if time.value == "FUTURE_REF" else read.status
        if status in ("denied", "cancelled", "no_date_set"):
            spoken_for.add(dating.clause.begin)
        mention = on_its_day(sentence, mention_of(sentence, dating, read, status))
        if not any(m.what == mention.what and (m.when == mention.when or ends(dating)) for m in dated):
            dated.append(mention)
    return [*dated, *undated(sentence, spoken_for, dated)]


def ends(dating: Dating) -> bool:
    """Whether the time is the end of a stretch: "from Sunday until Friday"."""
    before = dating.row.words[dating.begin - 1].low if dating.begin else ""
    return before in ("until", "till", "to", "through")


def on_its_day(sentence: Sentence, mention: EventMention) -> EventMention:
    """A clock time ahead belongs to the day that the article last named as ahead ("They meet on Friday. …
    They will sit down at 10:00"), one that has passed to the day that the paragraph last told of."""
    day = sentence.ahead if mention.status == "scheduled" else sentence.behind
    if mention.when is None or mention.time is None or day is None or mention.when[FULL_DAY:][:1] != "T":
        return mention
    if not mention.when[FULL_DAY + 1 : FULL_DAY + 2].isdigit():
        return mention
    if DAY_NAMED.search(mention.time.of(sentence.row.text)):
        return mention
    return replace(mention, when=day + mention.when[FULL_DAY:])


def says_nothing(what: str) -> bool:
    """Whether only a subject and an auxiliary are left: "she was"."""
    words = what.lower().split()
    return len(words) <= 3 and words[-1] in eventwords.AUXILIARIES


def dating_of(sentence: Sentence, number: int, time: Time) -> Dating | None:
    """The time in its clause; None for durations, sets, and now and then."""
    if time.type not in ("DATE", "TIME") or time.value in ("PRESENT_REF", "PAST_REF"):
        return None
    row = sentence.row
    places = [at for at, word in enumerate(row.words) if word.time == number]
    if not places:
        return None
    clause = next(c for c in sentence.clauses if c.begin <= places[0] < c.end)
    if time.value == "FUTURE_REF":
        lows = row.lows_without_times(clause.begin, clause.end)
        at = places[0] - clause.begin
        if (
            row.words[places[-1]].low != "soon"
            or lows[max(0, at - 1)] in ("how", "as", "too")
            or tense_at(lows, "x" * len(lows), at, at + 1) != "future"
        ):
            return None
    return Dating(row, sentence.clauses, clause, places[0], places[-1] + 1, time, sentence.anchor)


def mention_of(sentence: Sentence, dating: Dating, read: Read, status: EventStatus) -> EventMention:
    row = sentence.row
    place = place_in(row, *read.scope)
    who = participants(row, read.scope, read.subject, place, sentence.names)
    span = Span(row.words[read.scope[0]].begin, row.words[read.scope[1] - 1].end)
    return EventMention(
        page=sentence.page,
        what=announced(sentence, read, span),
        span=span,
        when=dating.when,
        time=Span(dating.time.begin, dating.time.end),
        where=place,
        who=who,
        status=status,
        confidence=read.confidence,
    )


def announced(sentence: Sentence, read: Read, span: Span) -> str:
    """The event's words; an announcement takes the words of what it announced, and so does another
    saying where these are not quoted."""
    words = read.what.split()
    if not words or words[-1].lower() not in eventwords.SAYING:
        return read.what
    for statement in sentence.statements:
        if statement.cue and span.begin <= statement.cue.begin < span.end and statement.content:
            return saying(sentence, statement, words)
    first = sentence.clauses[0]
    if (
        words[-1].lower() in eventwords.ANNOUNCING
        and first.verb < first.end
        and sentence.row.words[first.begin].begin < span.begin
    ):
        what, _ = clause_what(sentence.row, sentence.clauses, first)
        return f"{read.what}: {what}"
    return read.what


def saying(sentence: Sentence, statement: StatementMention, words: list[str]) -> str:
    """Speaker, verb, and what is said, unless that is quoted or has a time and so an event of its own."""
    named = trimmed(statement.source.text).split()
    subject = words[:-1] if not named or len(named) > SPEAKER_WORDS else named
    content = statement.content[0]
    told = " ".join([*subject, words[-1]])
    announced = words[-1].lower() in eventwords.ANNOUNCING
    if statement.kind != "indirect" and not announced:
        return told
    own = any(
        content.begin <= time.begin < content.end
        for time in sentence.row.times
        if time.type in ("DATE", "TIME")
    )
    if own and not announced:
        return told
    cut = [(at, at + 1) for at in range(len(sentence.row.words)) if inside(sentence.row.words[at], content)]
    said = trimmed(joined(sentence.row, shortened(sentence.row, cut)))
    return f"{told}: {said}" if said else told


def inside(word: Word, span: Span) -> bool:
    return span.begin <= word.begin and word.end <= span.end


def undated(sentence: Sentence, spoken_for: set[int], dated: list[EventMention]) -> Iterable[EventMention]:
    """What has no day: denied, called off, or its date left open."""
    row = sentence.row
    open_already = any(m.status == "no_date_set" for m in dated)
    for clause in sentence.clauses:
        if clause.begin in spoken_for:
            continue
        if any(word.tag == "time" for word in row.words[clause.begin : clause.end]):
            continue
        status = negated_plan(row.lows(clause.begin, clause.end)) or denied_before(sentence, clause)
        if status is None or (status == "no_date_set" and open_already):
            continue
        open_already = open_already or status == "no_date_set"
        scope = (clause.begin, clause.end)
        what, subject = clause_what(row, sentence.clauses, clause)
        if status == "no_date_set":
            scope, what, subject = left_open(sentence, clause, scope, what, subject)
        elif status == "denied":
            named = planned(row, clause)
            if not named and all(word.tag == "pronoun" for word in row.words[subject[0] : subject[1]]):
                continue  # "we will not be able to …" is an argument more often than news
            what = named or what
        if not what or what.lower().startswith(("no date", "no new date", "no dates")):
            continue  # whose date is open, the sentence before says
        place = place_in(row, *scope)
        span = Span(row.words[scope[0]].begin, row.words[scope[1] - 1].end)
        who = participants(row, scope, subject, place, sentence.names)
        yield EventMention(sentence.page, what, span, None, None, place, who, status, 0.7)


def denied_before(sentence: Sentence, clause: Clause) -> EventStatus | None:
    """denied where the clause before denies that something will be: "she denied that they would meet"."""
    if clause.opener != "that" or clause.parent < 0 or clause.verb >= clause.end:
        return None
    parent = sentence.clauses[clause.parent]
    lows = sentence.row.lows(parent.begin, clause.begin)
    ahead = sentence.row.words[clause.verb].low in ("will", "would", "shall", "'ll")
    return "denied" if ahead and denial(lows) == "denied" else None


def planned(row: Row, clause: Clause) -> str:
    """What there is no plan for: the words after "no plan for"."""
    lows = row.lows(clause.begin, clause.end)
    for at, low in enumerate(lows):
        if low in ("plan", "plans", "intention", "intentions", "prospect", "out") and at + 2 < len(lows):
            if low == "out" and (at == 0 or not lows[at - 1].startswith(("rul", "rule"))):
                continue
            after = at + 1
            while after < len(lows) and lows[after] in ("for", "to", "of", "on"):
                after += 1
            return trimmed(row.phrase(clause.begin + after, clause.end))
    return ""


def left_open(
    sentence: Sentence, clause: Clause, scope: Range, what: str, subject: Range
) -> tuple[Range, str, Range]:
    """What has no date yet: the words after "date … for", else the clause before."""
    row = sentence.row
    lows = row.lows(clause.begin, clause.end)
    if "for" in lows:
        after = clause.begin + lows.index("for") + 1
        named = trimmed(row.phrase(after, clause.end))
        if named:
            return scope, named, subject
    before = [c for c in sentence.clauses if c.begin < clause.begin and c.verb < c.end]
    if before and "date" in " ".join(lows):
        main = before[-1]
        named, whose = clause_what(row, sentence.clauses, main)
        return (main.begin, clause.end), named, whose
    return scope, what, subject
