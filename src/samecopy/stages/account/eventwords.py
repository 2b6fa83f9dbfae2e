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
    following including concerning regarding"""
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

# Third-person and plural presents that carry plans and reports; open-class presents are not told from
# plural nouns without a tagger, so only frequent unambiguous ones stand here.
PRESENT_VERBS = listed(
    """says say tells expects expect wants want seeks seek hopes intends hosts visits meets begins
    opens remains becomes includes include considers believes agrees continues faces means makes
    takes gives brings holds goes comes takes put cut hit set let shut quit beat"""
)

# Adjectives and nouns in -ly that are no adverbs.
LY_NOUNS = listed(
    "family assembly ally supply anomaly monopoly likely weekly monthly early only deadly elderly"
)

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
