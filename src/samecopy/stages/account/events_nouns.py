"""Events that a noun names: "Thursday's talks", "ahead of the vote on Monday", "a study published in May"."""

from samecopy.records import EventStatus
from samecopy.stages.account import eventwords
from samecopy.stages.account.events_clauses import is_verbal
from samecopy.stages.account.events_dating import Dating, Read, before_time, coarse
from samecopy.stages.account.events_status import days_of, negated_plan, side_of
from samecopy.stages.account.events_what import joined, nominal_left, trimmed
from samecopy.stages.account.rows import Row, noun_phrase_begin, noun_phrase_end
from samecopy.text.tense import tense_at

BARE_NOUN = 0.4  # confidence of a dated noun that names no kind of event: "Friday's price"


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
    if led and end == at and words[first - 1].low not in ("by", "of", "from"):
        begin = first
    what = trimmed(joined(row, [(begin, end), (at, at + 1)]))
    status: EventStatus = "reference" if coarse(dating) else side_of(dating.when, dating.anchor)
    return Read(what, (begin, dating.end), (begin, end), status, 0.8)


def is_participle(row: Row, at: int) -> bool:
    word = row.words[at]
    return word.tag == "verb" and (word.low.endswith("ed") or word.low in eventwords.PARTICIPLES)


def verb_follows(dating: Dating) -> bool:
    """Whether the clause's own verb stands right after the time: "a man arrested on Monday has died", or
    a second participle: "a letter dated 3 May and seen by us"."""
    for word in dating.row.words[dating.end : dating.clause.end]:
        if is_verbal(word) or word.low in eventwords.PARTICIPLES:
            return True
        if word.tag != "adverb" and word.low != "and":
            return False
    return False


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
