"""One time in its sentence → the event that it dates.

A cascade, surest first: a time that stands before a noun ("Thursday's talks", "a 2019 treaty"); a
participle that sets a day ("talks scheduled for Monday"); a noun led in by "ahead of" or "after"; a
clause whose verb is left out; the clause with its verb; and a heading without any.
"""

from dataclasses import replace

from samecopy.records import EventStatus
from samecopy.stages.account import eventwords
from samecopy.stages.account.events_clauses import Clause, is_verbal, subject_of
from samecopy.stages.account.events_dating import Dating, Read, before_time, coarse, compared, qualifies
from samecopy.stages.account.events_nouns import before_noun, led_in, reduced
from samecopy.stages.account.events_status import denial, negated_plan, status_of
from samecopy.stages.account.events_what import clause_what, joined, nominal_left, trimmed
from samecopy.stages.account.rows import Row

HEADING = 0.4  # confidence of a line without a verb


def read_time(dating: Dating) -> Read | None:
    """The event that a time dates, None where nothing is left to report."""
    if compared(dating) or qualifies(dating):
        return None
    for reading in (before_noun, participle, reduced, led_in, gapped_clause, verbal, heading):
        found = reading(dating)
        if found is not None:
            return found if found.what else None
    return None


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


def with_next(dating: Dating) -> int:
    """End of the clause; with the subject that follows a fronted phrase: "In talks set for May, X said"."""
    clause = dating.clause
    following = next((c for c in dating.clauses if c.begin == clause.end and c.opener == ","), None)
    fronted = dating.row.words[clause.begin].tag == "preposition"
    return following.verb if fronted and following else clause.end


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
    if clause.begin == 0 and row.words[0].low.endswith("ing") and row.words[0].tag == "verb" and following:
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
