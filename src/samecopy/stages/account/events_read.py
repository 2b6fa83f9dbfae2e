"""One time in its sentence → the event that it dates.

A cascade, surest first: a time that stands before a noun ("Thursday's talks", "a 2019 treaty"); a
participle that sets a day ("talks scheduled for Monday"); a noun led in by "ahead of" or "after"; a
clause whose verb is left out; the clause with its verb; and a heading without any.
"""

from dataclasses import dataclass, replace

from samecopy.records import EventStatus
from samecopy.stages.account import eventwords
from samecopy.stages.account.events_clauses import Clause, is_verbal, subject_of
from samecopy.stages.account.events_status import Day, days_of, denial, negated_plan, side_of, status_of
from samecopy.stages.account.events_what import Range, clause_what, joined, nominal_left, trimmed
from samecopy.stages.account.rows import Row, noun_phrase_begin, noun_phrase_end
from samecopy.text.dates import Time
from samecopy.text.tense import tense_at

BARE_NOUN = 0.4  # confidence of a dated noun that names no kind of event: "Friday's price"
HEADING = 0.4  # … and of a line without a verb


@dataclass(frozen=True, slots=True)
class Dating:
    """A time of a row with the words that it spans and the clause it stands in."""

    row: Row
    clauses: list[Clause]
    clause: Clause
    begin: int
    end: int
    time: Time
    anchor: Day | None

    @property
    def when(self) -> str | None:
        value = self.time.value
        return None if value is None or value.endswith("_REF") else value

    def status(self, begin: int, end: int) -> EventStatus:
        """Status by the words begin to end."""
        lows = self.row.lows_without_times(begin, end)
        at = max(0, min(self.begin - begin, len(lows) - 1))
        return status_of(lows, at, self.clause.opener, self.when, self.anchor)


@dataclass(frozen=True, slots=True)
class Read:
    """What a reading found: the words of the event, where its names are looked for, its status."""

    what: str
    scope: Range
    subject: Range
    status: EventStatus
    confidence: float


def read_time(dating: Dating) -> Read | None:
    """The event that a time dates, None where nothing is left to report."""
    for reading in (before_noun, participle, reduced, led_in, gapped_clause, verbal, heading):
        found = reading(dating)
        if found is not None:
            return found if found.what else None
    return None


def coarse(dating: Dating) -> bool:
    """A year, a month or a decade that the text names outright."""
    value = dating.when or ""
    return not dating.time.relative and len(value) < 8 and dating.time.type == "DATE"


def before_noun(dating: Dating) -> Read | None:
    """Thursday's talks · a Wednesday briefing call · a 2019 treaty."""
    row, begin, end = dating.row, dating.begin, dating.end
    words = row.words
    possessive = end < len(words) and words[end].tag == "possessive"
    head = end + 1 if possessive else end
    if head >= len(words) or words[head].tag not in ("noun", "name"):
        return None
    leader = words[begin - 1] if begin else None
    led = leader is not None and (
        leader.tag == "determiner"
        or (leader.tag == "preposition" and leader.low not in ("on", "in", "by", "since", "until"))
        or (
            leader.tag in ("noun", "name", "possessive")
            and begin > 1
            and words[begin - 2].tag == "determiner"
        )
    )
    if not possessive and not led:
        return None
    stop = noun_phrase_end(row, head)
    if (leader is not None and leader.low == "than") or words[stop - 1].low in eventwords.PERIODICALS:
        return Read("", (head, stop), (head, head), "reference", 0.0)
    for _ in range(2):
        if stop >= len(words) or words[stop].low not in eventwords.CHAINING:
            break
        wider = noun_phrase_end(row, stop + 1)
        if wider == stop + 1 or any(word.tag == "time" for word in words[stop + 1 : wider + 1]):
            break
        stop = wider
    first = noun_phrase_begin(row, begin) if leader is not None and leader.tag != "preposition" else begin
    status = nominal_status(dating, first, stop)
    if status == "reference":
        first = min(first, nominal_left(row, begin, dating.clause.begin))
    what = joined(row, [(k, k + 1) for k in range(first, stop) if not begin <= k < head])
    what = trimmed(what)
    return Read(what, (dating.clause.begin, dating.clause.end), (first, first), status, surety(what, 0.7))


def surety(what: str, usual: float) -> float:
    """Confidence in a noun phrase as an event: a single noun must be one that names events."""
    return usual if " " in what or names_event(what) else BARE_NOUN


def names_event(word: str) -> bool:
    low = word.lower()
    return low in eventwords.EVENT_NOUNS or low.endswith(eventwords.EVENT_ENDINGS)


def nominal_status(dating: Dating, begin: int, end: int) -> EventStatus:
    """Status of an event that is named by a noun: the words before it, then the calendar."""
    if coarse(dating):
        return "reference"
    called_off = negated_plan(dating.row.lows_without_times(dating.clause.begin, dating.clause.end))
    if called_off == "cancelled":
        return called_off
    lows = dating.row.lows(begin - 4, begin)
    days = days_of(dating.when)
    if eventwords.AHEAD.intersection(lows) and (
        days is None or dating.anchor is None or days[1] >= dating.anchor
    ):
        return "scheduled"
    if days is None or dating.anchor is None or days[0] <= dating.anchor <= days[1]:
        words = dating.row.lows_without_times(0, len(dating.row.words))
        if tense_at(words, "x" * len(words), begin, end) == "future":
            return "scheduled"
    return side_of(dating.when, dating.anchor)


def before_time(row: Row, at: int) -> int:
    """The word before a time and the prepositions that it takes."""
    at -= 1
    while at >= 0 and (row.words[at].low in eventwords.TIME_TAKING or row.words[at].tag == "determiner"):
        at -= 1
    return at


def participle(dating: Dating) -> Read | None:
    """Talks scheduled for Monday · the vote is due on Monday · set for Monday in Norrby."""
    row = dating.row
    at = before_time(row, dating.begin)
    place_first = at
    if at > 1 and row.words[at].tag == "name" and row.words[at - 1].low in ("in", "at"):
        place_first = before_time(row, at - 1 + 1)
    for candidate in (at, place_first):
        if candidate > 0 and row.words[candidate].low in eventwords.SCHEDULING:
            at = candidate
            break
    else:
        return None
    end = at
    while (
        end > 0 and row.words[end - 1].tag in ("auxiliary", "adverb", "comma") and end > dating.clause.begin
    ):
        end -= 1
    begin = nominal_left(row, end, dating.clause.begin)
    if begin == end:
        return None
    status = dating.status(begin, dating.end)
    if status == "happened":
        status = "scheduled"
    called_off = negated_plan(row.lows_without_times(dating.clause.begin, begin))
    if called_off in ("cancelled", "denied"):
        status = called_off
    return Read(trimmed(row.phrase(begin, end)), (begin, with_next(dating)), (begin, end), status, 1.0)


def reduced(dating: Dating) -> Read | None:
    """a study published in May · a man arrested on Monday has died · the mill, built in 1971, stands."""
    row, clause = dating.row, dating.clause
    words = row.words
    at = before_time(row, dating.begin)
    if at <= clause.begin or not is_participle(row, at):
        return None
    end = at - 1 if words[at - 1].low == "," else at
    begin = nominal_left(row, end, clause.begin)
    if begin == end or words[end - 1].tag not in ("noun", "name"):
        return None
    first = noun_phrase_begin(row, end)
    led = first > clause.begin and words[first - 1].tag == "preposition"
    after = words[dating.end : dating.end + 1]
    if end < at:
        fits = bool(after) and after[0].low == ","
    else:
        fits = (led and clause.verb < first - 1) or verb_follows(dating)
    if not fits:
        return None
    if led and words[first - 1].low not in ("by", "of", "from"):
        begin = first
    what = trimmed(joined(row, [(begin, end), (at, at + 1)]))
    status: EventStatus = "reference" if coarse(dating) else side_of(dating.when, dating.anchor)
    return Read(what, (begin, dating.end), (begin, end), status, 0.8)


def is_participle(row: Row, at: int) -> bool:
    word = row.words[at]
    return word.tag == "verb" and (word.low.endswith("ed") or word.low in eventwords.PARTICIPLES)


def verb_follows(dating: Dating) -> bool:
    """Whether the clause's own auxiliary stands right after the time: "a man arrested on Monday has died"."""
    for word in dating.row.words[dating.end : dating.clause.end]:
        if word.tag == "auxiliary":
            return True
        if word.tag != "adverb":
            return False
    return False


def with_next(dating: Dating) -> int:
    """End of the clause; with the subject that follows a fronted phrase: "In talks set for May, X said"."""
    clause = dating.clause
    following = next((c for c in dating.clauses if c.begin == clause.end and c.opener == ","), None)
    fronted = dating.row.words[clause.begin].tag == "preposition"
    return following.verb if fronted and following else clause.end


def led_in(dating: Dating) -> Read | None:
    """ahead of talks in Norrby next month · after the vote on Monday."""
    row = dating.row
    end = dating.begin
    while end > dating.clause.begin and row.words[end - 1].low in eventwords.TIME_TAKING:
        end -= 1
    begin = nominal_left(row, end, dating.clause.begin)
    if begin == end or begin == 0:
        return None
    lead = row.words[begin - 1].low
    earlier = row.lows(begin - 4, begin)
    ahead = "ahead" in earlier or lead == "before" or "run-up" in earlier or "prior" in earlier
    if not ahead and lead not in eventwords.BEHIND:
        return None
    if all(word.tag in ("determiner", "number") for word in row.words[begin:end]):
        return None
    what = trimmed(row.phrase(begin, end))
    if " " not in what and not names_event(what):
        return None
    status: EventStatus = "scheduled" if ahead else "happened"
    days = days_of(dating.when)
    if days and dating.anchor and (days[1] < dating.anchor if ahead else days[0] > dating.anchor):
        status = side_of(dating.when, dating.anchor)
    if coarse(dating):
        status = "reference"
    return Read(what, (begin, dating.end), (begin, end), status, 0.8)


def gapped_clause(dating: Dating) -> Read | None:
    """… and the vote for Friday: the verb stands in the clause before."""
    clause, row = dating.clause, dating.row
    if clause.verb < clause.end or clause.opener not in ("and", "but", ",") or clause.parent < 0:
        return None
    parent = dating.clauses[clause.parent]
    if parent.verb >= parent.end:
        return None
    begin = clause.begin + 1
    end = dating.begin
    while end > begin and row.words[end - 1].low in eventwords.TIME_TAKING:
        end -= 1
    if end <= begin:
        return None
    lows = row.lows_without_times(parent.begin, clause.end)
    at = len(lows) - (clause.end - dating.begin)
    status = status_of(lows, at, parent.opener, dating.when, dating.anchor)
    what = trimmed(row.phrase(begin, end))
    if row.words[end - 1].tag == "name":
        what = f"{what} {shared_head(row, parent)}".strip()
    return Read(what, (begin, clause.end), (begin, end), status, 0.9)


def shared_head(row: Row, parent: Clause) -> str:
    """The noun that a body alone leaves out: "a council meeting is set for Monday and the club for May"."""
    begin, end = subject_of(row, parent)
    head = row.words[end - 1] if begin < end else None
    return head.low if head is not None and head.tag == "noun" and end - begin > 1 else ""


def verbal(dating: Dating) -> Read | None:
    """The clause with its verb: its subject, verb and object without the time."""
    clause, row = resumed(dating), dating.row
    if clause.verb >= clause.end:
        return None
    following = next((c for c in dating.clauses if c.begin == clause.end and c.opener == ","), None)
    if clause.begin == 0 and row.words[0].low.endswith("ing") and following:
        clause = following  # "Speaking in X on Monday, Y praised …"
    relative = clause.opener in eventwords.RELATIVES | {"where"} and clause.verb < dating.begin
    if relative and dating.end < clause.end and is_verbal(row.words[dating.end]):
        # The noun's own verb follows: "the pitch on which they play on Friday had flooded".
        clause = replace(clause, end=dating.end)
    what, subject = clause_what(row, dating.clauses, clause)
    status = said_not_to_be(dating, clause) or dating.status(
        min(dating.clause.begin, clause.begin), max(dating.clause.end, clause.end)
    )
    before = row.words[dating.begin - 1].low if dating.begin else ""
    if coarse(dating) and (clause.opener in eventwords.RELATIVES or before in eventwords.BOUNDING):
        status = "reference"
    confidence = 0.9 if subject[0] < subject[1] else 0.6
    scope = (min(dating.clause.begin, clause.begin), max(dating.clause.end, clause.end))
    return Read(what, scope, subject, status, confidence)


def said_not_to_be(dating: Dating, clause: Clause) -> EventStatus | None:
    """Denied or left open by the clause before: "she denied that they would meet on Friday"."""
    if clause.opener != "that" or clause.parent < 0:
        return None
    parent = dating.clauses[clause.parent]
    return denial(dating.row.lows(parent.begin, clause.begin))


def resumed(dating: Dating) -> Clause:
    """The clause with the verb where the time stands in none: after a relative clause ("On Monday Karn,
    who rows, won"), after what is fronted, else before it."""
    clause = dating.clause
    if clause.verb < clause.end:
        return clause
    later = [c for c in dating.clauses if c.begin >= clause.end]
    if len(later) > 1 and later[0].opener in ("who", "which", "whose") and later[1].opener == ",":
        return later[1]
    main = next((c for c in later if c.opener == "," and c.verb < c.end), None)
    if main is None and clause.parent >= 0 and clause.opener != "(":
        main = dating.clauses[clause.parent]
    return main or clause


def heading(dating: Dating) -> Read | None:
    """A line or fragment without a verb."""
    clause, row = dating.clause, dating.row
    kept = [(k, k + 1) for k in range(clause.begin, clause.end) if row.words[k].tag != "time"]
    what = trimmed(joined(row, kept))
    if len(what.split()) < 2:
        return None
    scope = (clause.begin, clause.end)
    status: EventStatus = "reference" if coarse(dating) else dating.status(*scope)
    return Read(what, scope, subject_of(row, clause), status, HEADING)
