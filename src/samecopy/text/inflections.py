"""Irregular English verbs: their forms and the one that stands for all."""

_FORMS = """
arise arose arisen, awake awoke awoken, beat beaten, become became, begin began begun, bend bent, bite bit
bitten, blow blew blown, break broke broken, bring brought, build built, burn burnt, buy bought, catch
caught, choose chose chosen, come came, creep crept, deal dealt, dig dug, draw drew drawn, dream dreamt,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave
forgiven, freeze froze frozen, get got gotten, give gave given, go went gone goes, grow grew grown, hang
hung, hear heard, hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lead led, leave
left, lend lent, light lit, lose lost, make made, mean meant, meet met, pay paid, ride rode ridden, ring
rang rung, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, shake
shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk,
sit sat, sleep slept, slide slid, speak spoke spoken, spend spent, spin spun, stand stood, steal stole
stolen, stick stuck, strike struck, swear swore sworn, sweep swept, swim swam swum, take took taken, teach
taught, tear tore torn, tell told, think thought, throw threw thrown, understand understood, wake woke
woken, wear wore worn, weep wept, win won, withdraw withdrew withdrawn, write wrote written
"""

BASE_FORMS = {form: verb.split()[0] for verb in _FORMS.split(",") for form in verb.split()[1:]}
"""From a form to the verb: "went" to "go"."""
