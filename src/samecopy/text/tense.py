"""Which way a clause looks, past or future, judged by the verb marker nearest to a word.

A short list of verb forms and endings, not a parser: the marker before the word wins over one after
it, because English puts the time after its verb ("said Friday he will"). Used to choose between last
and next Friday, and between an event that happened and one that is scheduled.
"""

from collections.abc import Sequence

from samecopy.text.calendar import Tense
from samecopy.text.wordlists import listed

# Modals and forms that put a clause after the time of writing.
FUTURE = listed(
    """will ll shall wo would should may might can could must scheduled slated due expected planned
    plans plan planning intends intend hopes hope wants aims upcoming forthcoming until til till
    expects expect prepares preparing readies awaits pending deadline ahead set"""
)
# Past forms that do not end in -ed; only frequent and unambiguous ones ("put", "cut", "hit" are both).
PAST = listed(
    """was were had did said told went came met began held made left rose fell took gave got found saw
    became kept brought sent spent paid sold bought thought felt led won lost stood heard fought
    flew drew broke chose drove grew knew ran spoke struck wrote won threw shot sank sought taught
    caught meant built dealt slid sprang swung wore woke withdrew underwent overthrew died killed
    been ago rang shook stole swore tore wept rode ate drank fled hid shrank sang slept crept froze forgot
    forgave forbade knelt laid lent misled overcame overtook rebuilt rewrote upheld clung mistook
    undertook swam leapt"""
)
# Words that end in -ed without being a past verb.
NOT_PAST = listed(
    """need needed feed seed speed breed indeed hundred red bed shed unprecedented supposed so-called
    united armed exceed proceed succeed bleed creed deed greed sacred naked wicked"""
)
PRESENT = listed("is are am has have being says tells was does its this")
# Forms of the present that announce: with a day they say what is ahead ("the fair opens on Friday").
# Only those that are no common noun as well.
ANNOUNCED = listed(
    """begins begin starts opens resumes resume expires reopens convenes convene reconvenes reconvene meets
    meet arrives leaves heads kicks takes faces hosts ends runs travels goes go plays departs flies"""
)
# Verbs whose infinitive lies ahead even when they stand in the past: "agreed to meet on Friday".
FORWARD = listed(
    """agreed agrees agree plan plans planned decided vowed promised pledged threatened scheduled
    expected due ready prepared preparing set invited urged asked ordered going about hoping hopes
    slated wants wanted intends likely supposed summoned called is are was were"""
)
# Subjects after which a bare verb with a day says what is ahead: "we start on Friday".
NARRATORS = listed("i we they you")
# … unless the verb only introduces what is said or thought.
THINKING = listed(
    """say think believe know hear hope feel fear read remember recall understand suspect guess mean see
    have do are am can never always usually often still also all both"""
)
NO_PLANS = THINKING | PRESENT | FORWARD
# Participles that show a plan, not when it was to be.
PLANNED = listed("scheduled slated due expected planned set")
# Pronouns whose verb follows at once: "who visits the port on Friday".
RELATIVES = listed("who which")
NEGATIVES = listed("neither nor none nobody no")
# What follows a time and looks ahead belongs to the next phrase: "speaking on Friday ahead of the vote".
LEADING = listed("ahead until til till upcoming forthcoming deadline pending")
PASSIVES = listed("be is are")
NOUN_LEADS = listed("the a an its his her their our my your this these those any")
JOINING = listed("that and but")
BEEN = listed("had was were")
REACH_BEEN = 8  # tokens from "by Friday" to its verb
RUN_UP = listed("up runup buildup prelude")
PUT_OFF = listed("moved postponed delayed rescheduled adjourned deferred extended back forward off")
# Prepositions between a verb and its time that bring in no other event, as "of strikes" and "for a vote" do.
PLACING = listed("into in at by off near out from")
BARE_OBJECTS = listed("effect place office")  # "took effect on"
REACH_PLACE = 5  # words of such a place: "opened at the old port on"
REACH_BACK = 40  # tokens; a longer way back to the verb crosses clauses
REACH_ON = 20
REACH_CLAUSE = 10  # words from a clause's verb to its time


def mark(words: Sequence[str], at: int) -> Tense | None:
    """The tense that one word shows, None for most words."""
    word = words[at]
    if at and words[at - 1] in NOUN_LEADS:
        return None  # "the plan", "its planned sale", "the proposed law"
    if word in ("due", "to") and caused(words, at - (word == "to")):
        return None
    if word == "to" and at and words[at - 1] in FORWARD:
        return "future"
    if word == "could" and failed(words, at):
        return "past"
    if word == "be" and at > 1 and words[at - 1] == "to" and not words[at - 2].endswith(("ed", "s")):
        return "future"  # "an interview to be broadcast on Friday"
    if word in FUTURE:
        if word == "set" and (at + 1 >= len(words) or words[at + 1] not in ("to", "for")):
            return None
        return "future"
    if at and words[at - 1] in PASSIVES:
        # "will be held": the modal before it tells; "is heard in May" looks no way; "snow is forecast"
        return "future" if word == "forecast" else None
    if word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST):
        return "past"
    if at and (
        word in ANNOUNCED or (words[at - 1] in RELATIVES and word[-1] == "s" and word not in NO_PLANS)
    ):
        return "future"
    if at and words[at - 1] in NARRATORS and word.isalpha() and word not in NO_PLANS:
        return "future"
    return None


def failed(words: Sequence[str], at: int) -> bool:
    """Whether "could" tells what was not possible: "could not be reached on Friday", "neither side could"."""
    return words[at + 1 : at + 2] == ["not"] or not NEGATIVES.isdisjoint(words[max(0, at - 6) : at])


def caused(words: Sequence[str], at: int) -> bool:
    """Whether "due to" names a cause, no plan: "closed due to the storm"."""
    return words[at : at + 2] == ["due", "to"] and not NOUN_LEADS.isdisjoint(words[at + 2 : at + 3])


def beside(words: Sequence[str], begin: int) -> Tense | None:
    """The tense that the verb right before a time shows, or before a place and a time: "the year ended
    Jan. 31", "came into force on 1 July"."""
    at = begin - 1
    while at > 0 and words[at] in ("on", "in"):
        at -= 1
    found = mark(words, at) if at >= 0 else None
    if found or at == begin - 1:
        return found
    for place in range(at, max(0, at - REACH_PLACE), -1):
        if not words[place + 1].isalpha():
            return None
        if words[place] in PLACING or (words[place] in BARE_OBJECTS and place == at):
            return mark(words, place - 1)
    return None


def had_been(words: Sequence[str], at: int) -> bool:
    """Whether what lies ahead did so at an earlier time: "it had been due to expire on Friday"."""
    while at and (words[at] == "to" or words[at] in PLANNED):
        at -= 1
    return words[max(0, at - 1) : at + 1] == ["had", "been"]


def opens(classes: str, begin: int) -> bool:
    """Whether a sentence or a quotation opens before a word."""
    return begin == 0 or classes[begin - 1] in ".|;"


def put_ahead(words: Sequence[str], begin: int) -> bool:
    """Whether the words before a time put it ahead: "booked for Friday", "moved to Friday", "the run-up to
    Friday's vote"."""
    if begin < 2:
        return False
    led = words[begin - 2]
    if words[begin - 1] == "to":
        return led in PUT_OFF or led in RUN_UP
    return words[begin - 1] == "for" and mark(words, begin - 2) == "past"


def over_by(words: Sequence[str], classes: str, begin: int, end: int) -> bool:
    """Whether what was so by a time lies in the past: "by Friday it had sunk", "it had sunk by Friday"."""
    if begin < 2 or classes[begin - 2] in ".|" or words[begin - 2] in JOINING:
        return not BEEN.isdisjoint(words[end : end + REACH_BEEN])
    for at in range(begin - 2, max(0, begin - REACH_CLAUSE), -1):
        if classes[at] in ",.|":
            return False
        found = None if classes[at] in "MT" else mark(words, at)
        if found:
            return found == "past" and words[at - 1] == "had"
    return False


def looks_ahead(words: Sequence[str], classes: str, begin: int) -> bool:
    """Whether the clause before a time has its own verb, and that looks ahead: "the pitch on which they
    are to play on Friday was flooded"; "the game planned for Friday was cancelled" may be over."""
    for at in range(begin - 1, max(-1, begin - REACH_CLAUSE), -1):
        if classes[at] in ",.|":
            return False
        found = None if classes[at] in "MT" else mark(words, at)
        if found:
            return found == "future" and words[at] not in PLANNED
    return False


def tense_at(words: Sequence[str], classes: str, begin: int, end: int) -> Tense:
    """Tense of the clause around words[begin:end]. `classes` are token classes: `.` and `|` end sentences,
    `M` is a month, which is no modal, and `T` a word like "tomorrow".

    >>> words = "the board will meet on friday".split()
    >>> tense_at(words, "x" * 6, 5, 6)
    'future'
    """
    if begin and words[begin - 1] in ("until", "till", "by"):
        return "past" if over_by(words, classes, begin, end) else "future"
    if end < len(words) and words[end] in ("is", "are", "isn") and opens(classes, begin):
        return "future"  # "Thursday is the deadline"
    between = begin and end < len(words) and classes[end] not in ",.|"
    if between and mark(words, end) == "past" and not looks_ahead(words, classes, begin):
        return "past"  # "the ministry on Sunday issued a warning"
    if put_ahead(words, begin):
        return "future"
    for at in range(begin - 1, max(-1, begin - REACH_BACK), -1):
        if classes[at] in ".|":
            break
        found = None if classes[at] in "MT" else mark(words, at)
        if found:
            return "past" if had_been(words, at) else found
    for at in range(end, min(len(words), end + REACH_ON)):
        if classes[at] in ".|":
            break
        found = None if classes[at] in "MT" or words[at] in LEADING else mark(words, at)
        if found:
            return found
    return "unknown"
