"""Word lists behind `spelling`: English words that are written in two ways, by hand, no rule fits them.

Only spellings are here: two words of one meaning ("lorry", "truck") are not variants of one spelling.
"""

from samecopy.text.wordlists import listed


def _pairs(lines: str) -> dict[str, str]:
    """`variant other` pairs, comma-separated; the other side is the form compared."""
    pairs = [pair.split() for pair in lines.split(",")]
    return {pair[0]: pair[1] for pair in pairs if pair}


IRREGULAR = _pairs(
    """
    aeroplane airplane, aeroplanes airplanes, ageing aging, aluminium aluminum, amongst among, amidst amid,
    afterwards afterward, towards toward, backwards backward, forwards forward, upwards upward,
    downwards downward, inwards inward, outwards outward, artefact artifact, artefacts artifacts, axe ax,
    burnt burned, carat karat, cheque check, cheques checks, chilli chili, cosy cozy, cosier cozier,
    defence defense, defences defenses, offence offense, offences offenses, pretence pretense,
    licence license, licences licenses, licenced licensed, practise practice, practised practiced,
    practises practices, practising practicing, disc disk, discs disks, doughnut donut, doughnuts donuts,
    draught draft, draughts drafts, dreamt dreamed, enquiry inquiry, enquiries inquiries, enquire inquire,
    enrol enroll, enrols enrolls, enrolment enrollment, fulfil fulfill, fulfils fulfills,
    fulfilment fulfillment, furore furor, gaol jail, gaoled jailed, grey gray, greys grays, greying graying,
    instal install, instalment installment, instalments installments, jewellery jewelry, jeweller jeweler,
    jewellers jewelers, judgement judgment, judgements judgments, acknowledgement acknowledgment,
    kerb curb, kerbs curbs, knelt kneeled, leant leaned, leapt leaped, learnt learned, likeable likable,
    liquorice licorice, lodgement lodgment, manoeuvre maneuver, manoeuvres maneuvers,
    manoeuvred maneuvered, manoeuvring maneuvering, meagre meager, mould mold, moulds molds, mouldy moldy,
    smoulder smolder, smouldering smoldering, smouldered smoldered, moult molt, moustache mustache,
    moustaches mustaches, mum mom, mums moms, ochre ocher, omelette omelet, phoney phony, plough plow,
    ploughs plows, ploughed plowed, ploughing plowing, programme program, programmes programs,
    pyjamas pajamas, sceptic skeptic, sceptics skeptics, sceptical skeptical, scepticism skepticism,
    skilful skillful, skilfully skillfully, smelt smelled, speciality specialty, spelt spelled,
    spilt spilled, spoilt spoiled, storey story, storeys stories, sulphur sulfur, sulphate sulfate,
    tonne ton, tonnes tons, tyre tire, tyres tires, whisky whiskey, wilful willful, wilfully willfully,
    woollen woolen, yoghurt yogurt, yoghurts yogurts, adviser advisor, advisers advisors, protester protestor,
    protesters protestors, okay ok, alright allright, learnt learned, wellbeing wellbeing, louvre louver,
    mollusc mollusk, molluscs mollusks, sizeable sizable, saleable salable, tranquillity tranquility,
    vice vise, marvellous marvelous, counsellor counselor, counsellors counselors, councillor councilor,
    councillors councilors, callisthenics calisthenics, nought naught, pedlar peddler, plane airplane
    """
)
"""British, older or rarer form → the form that both are compared in. A word that stands on the left and
means something else as well ("check", "story", "vice") is harmless: only a pair that differs is asked."""

OUR_STEMS = listed(
    """
    arb ard arm behavi cand clam clang col discol dol enam endeav fav disfav ferv flav glam harb hon
    dishon hum lab belab misbehavi neighb od parl ranc rig rum sav savi splend succ tum val vap vig
    """
)
"""What stands before -our / -or in the words that have both: the rule at large would join "four" to "for"
and "mourning" to "morning"."""

PLACES = _pairs(
    """
    kyiv kiev, lviv lvov, kharkiv kharkov, odesa odessa, chernobyl chornobyl, mumbai bombay, kolkata calcutta,
    chennai madras, beijing peking, makkah mecca, mecca mecca, jeddah jiddah, türkiye turkey, turkiye turkey,
    yangon rangoon, guangzhou canton, tbilisi tiflis, basel basle, marseille marseilles, lyon lyons,
    gdansk danzig, homs hims, aleppo halab, luhansk lugansk, dnipro dnepr, chisinau kishinev,
    transnistria transdniestria, eswatini swaziland, czechia czechrepublic, romania rumania,
    belarus byelorussia, sevilla seville, koln cologne, munchen munich, wien vienna, roma rome, milano milan,
    quran koran, taliban taleban, hezbollah hizbullah, hizballah hizbullah, moslem muslim, moslems muslims
    """
)
"""Names that have two current spellings in English which the sound rules of `spelling` do not join."""
