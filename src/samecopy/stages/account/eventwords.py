"""Closed word classes and the markers of status, for `rows`, `events` and `figures`.

Each list is general English; the reason for a list stands above it.
"""

from typing import Literal

from samecopy.text.wordlists import listed

Closed = Literal[
    "determiner", "preposition", "conjunction", "subordinator", "auxiliary", "adverb", "pronoun", "verb"
]

DETERMINERS = listed(
    """the a an this that these those its their his her our my your no another any some each every
    both all several many few such other"""
)
PREPOSITIONS = listed(
    """of in at on for with by from to into onto over under about against between among during through
    within without across along around near inside outside behind beyond toward towards despite amid
    like via per off up down out upon throughout alongside ahead before after since until till except
    following including concerning regarding according"""
)
CONJUNCTIONS = listed("and or but nor yet so")
SUBORDINATORS = listed(
    """that which who whom whose when while where because although though if unless whether as than
    whereas how why what once"""
)
MODALS = listed("will would shall should may might can could must ll wo cannot")
AUXILIARIES = MODALS | listed(
    """is are was were am be been being has have had having do does did isn't aren't wasn't weren't
    hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't mustn't it's"""
)
ADVERBS = listed(
    """not also now then still just only even already again ever never always often soon later earlier
    however meanwhile moreover instead together there here too very more most less least about almost
    nearly far well n't"""
)
PRONOUNS = listed("i you he she it we they me him them us himself herself itself themselves one")

# Before 's these make "is" or "has", no possessive.
CONTRACTING = listed("it he she that there here what who where how let")

# Third-person and plural presents that carry plans and reports; open-class presents are not told from
# plural nouns without a tagger, so only frequent unambiguous ones stand here.
PRESENT_VERBS = listed(
    """says say tells expects expect wants want seeks seek hopes intends hosts visits meets begins
    opens remains becomes includes include considers believes agrees continues faces means makes
    shows finds suggests plays leads needs keeps calls helps runs wins loses warns denies
    takes gives brings holds goes comes takes put cut hit set let shut quit beat"""
)

# Adjectives and nouns in -ly that are no adverbs.
LY_NOUNS = listed(
    "family assembly ally supply anomaly monopoly likely weekly monthly early only deadly elderly"
)

# Nouns in -s that stand before other nouns.
SINGULAR_S = listed("news series species sports arms headquarters gas bus means works customs sales savings")

CLOSED: dict[str, Closed] = {}
for _words, _tag in (
    (PRONOUNS, "pronoun"),
    (ADVERBS, "adverb"),
    (AUXILIARIES, "auxiliary"),
    (CONJUNCTIONS, "conjunction"),
    (PREPOSITIONS, "preposition"),
    (SUBORDINATORS, "subordinator"),
    (DETERMINERS, "determiner"),
):
    CLOSED.update(dict.fromkeys(_words, _tag))  # type: ignore[arg-type]

# Verbs of saying: a dated one reports the saying itself ("the minister said on Monday").
SAYING = listed(
    """said says say told tells announced announces declared added reported reports stated confirmed
    wrote tweeted warned insisted argued noted explained predicted claimed acknowledged admitted
    suggested disclosed revealed testified repeated stressed emphasized emphasised pledged vowed"""
)
# Sayings that are news for what they say; their content belongs to the event.
ANNOUNCING = listed(
    """announced announces declared confirmed reported disclosed revealed warned predicted pledged vowed
    admitted acknowledged claimed"""
)
# Participles that set a day for what stands before them ("talks scheduled for Monday").
SCHEDULING = listed(
    "scheduled planned slated due set expected booked pencilled penciled arranged timed fixed billed"
)
# Words before a noun phrase that put it after now …
AHEAD = listed("ahead before until upcoming forthcoming prior run-up runup preparing prepare preparations")
# … and before now.
BEHIND = listed("after following since")
# Prepositions that chain noun phrases of one event: "talks with X on Y in Z".
CHAINING = listed("of with between on in at among for from against by over about to into")
# Prepositions that a time takes; they go when the time goes.
TIME_TAKING = listed(
    "on in at by until till since for from during of after before around about through to early late"
)
# Before a bare year or month: it bounds something else ("the lowest since 1988").
BOUNDING = listed("since from before after until of")
# Words that begin a subordinate clause with its own verb.
CLAUSE_OPENERS = listed(
    """which who whom whose when while where because although though if unless whether whereas why how
    what as than"""
)
# Clause openers that refer back to the noun before them.
RELATIVES = listed("that which who")
CONDITIONS = listed("if unless provided should whether")
POSSIBLE = listed("could might may")
# What is called off …
CANCELLING = listed("cancelled canceled scrapped shelved aborted nixed axed")
PUTTING_OFF = listed("postponed deferred adjourned")
# … or never meant to be: "there is no plan for", "ruled out", "will not".
NO_PLAN = (
    ("no", "plan"), ("no", "plans"), ("no", "intention"), ("no", "intentions"), ("no", "immediate", "plans"),
    ("no", "current", "plans"), ("no", "prospect"), ("ruled", "out"), ("rules", "out"), ("ruling", "out"),
    ("rule", "out"), ("not", "planning"), ("not", "planned"), ("not", "scheduled"), ("not", "expected"),
)  # fmt: skip
NOT_RULED_OUT = (
    ("not", "rule", "out"), ("not", "ruled", "out"), ("not", "ruling", "out"), ("never", "ruled", "out"),
    ("n't", "rule", "out"), ("n't", "ruled", "out"), ("cannot", "rule", "out"), ("didn't", "rule", "out"),
    ("hasn't", "ruled", "out"),
)  # fmt: skip
CALLED_OFF = (("called", "off"), ("call", "off"), ("calls", "off"), ("calling", "off"))
# Verbs whose "that" clause is said not to be.
DENYING = listed("denied denies deny denying")
# A day that is still open.
NO_DATE = (
    ("no", "date"), ("no", "dates"), ("no", "timetable"), ("no", "time", "has"), ("later", "date"),
    ("date", "has", "not"), ("date", "has", "yet"), ("yet", "to", "set", "a", "date"),
    ("date", "was", "not"), ("unspecified", "date"), ("without", "a", "date"), ("dates", "have", "not"),
)  # fmt: skip
# What says any of this holds one of these: a first word of a phrase, a word alone, or a verb's "not" or "no".
OPENING = (
    CANCELLING | PUTTING_OFF | DENYING | frozenset(phrase[0] for phrase in (*NO_PLAN, *CALLED_OFF, *NO_DATE))
    | listed("no not won't wont")
)  # fmt: skip
# Before a name that is only a place.
LOCATIVES = listed(
    """in at near below above outside inside around across along through off on into under beyond behind
    opposite over"""
)
# Participles that do not end in -ed.
PARTICIPLES = listed("held made written given taken sold built found drawn shown seen sent won lost brought")
# Single nouns that name an event; others, alone, do not ("before the press on Tuesday").
EVENT_NOUNS = listed(
    """talks talk meeting meetings vote votes election elections summit hearing trial match game race strike
    march rally session conference debate ceremony funeral wedding launch verdict attack attacks shooting
    blast crash earthquake quake storm flood war visit trip speech referendum ballot deadline call raid
    arrest protest protests concert parade festival tournament final budget merger takeover sale auction"""
)
EVENT_ENDINGS = ("tion", "sion", "ment", "ning", "ling", "ding")
# What comes out by the day or the week: "the Sunday paper" is no event.
PERIODICALS = listed(
    """newsletter edition paper newspaper column podcast mail magazine supplement bulletin issue email
    programme show"""
)
# Words that cannot end a phrase; particles ("stepped down") can.
DANGLING = listed(
    """of in at on for with by from to into onto under about against between among during through within
    only shortly just even also without as than and or but the a an that 's ’s until since before after
    including"""
)
# Adverbs and links at the head of a clause that say nothing of the event.
LEAD_INS = listed(
    """however meanwhile moreover also and but or nor yet so then instead still separately earlier later
    although though because while when if that which who as where there whereas since after before
    additionally furthermore nevertheless"""
)
