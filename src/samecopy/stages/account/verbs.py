"""Reporting verbs by the frames they take: what may follow each, and how sure it then is. Data only.

The classes are our own; that reporting verbs fall into a few syntactic frames is Levin's observation
(1993, "English verb classes", verbs of communication). `cues` builds the table of inflected forms.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """How a cue takes its content; each number is the confidence, 0 to 1, of that reading (0: never).

    `quote`: quoted words. `that`: a clause with *that*, *whether*, *if*. `bare`: a clause without.
    `infinitive`: "to" and a verb. `phrase`: a noun phrase, of which the statement is about.
    `addressee`: may name whom it is told to before the content.
    """

    name: str
    quote: float
    that: float
    bare: float
    infinitive: float
    phrase: float
    addressee: bool = False


SAY = Frame("say", 0.98, 0.97, 0.95, 0.6, 0.55)
TELL = Frame("tell", 0.97, 0.96, 0.9, 0.6, 0.3, addressee=True)
DECLARE = Frame("declare", 0.96, 0.95, 0.85, 0.7, 0.55)
ARGUE = Frame("argue", 0.95, 0.92, 0.85, 0.6, 0.55)
ASK = Frame("ask", 0.92, 0.85, 0.6, 0.55, 0.3, addressee=True)
URGE = Frame("urge", 0.9, 0.85, 0.0, 0.7, 0.4, addressee=True)
PLEAD = Frame("urge", 0.85, 0.0, 0.0, 0.6, 0.6)
VOW = Frame("vow", 0.93, 0.9, 0.75, 0.8, 0.35)
REFUSE = Frame("refuse", 0.85, 0.6, 0.0, 0.75, 0.52)
WANT = Frame("want", 0.85, 0.7, 0.5, 0.55, 0.5)
THINK = Frame("think", 0.85, 0.75, 0.7, 0.45, 0.52)
SHOW = Frame("show", 0.8, 0.8, 0.65, 0.0, 0.35)
SEEM = Frame("seem", 0.0, 0.3, 0.0, 0.3, 0.0)
DENY = Frame("deny", 0.9, 0.93, 0.8, 0.6, 0.75)
JUDGE = Frame("judge", 0.85, 0.6, 0.0, 0.35, 0.6)
DENOUNCE = Frame("", 0.85, 0.6, 0.0, 0.35, 0.55)
CALL = Frame("call", 0.88, 0.0, 0.0, 0.35, 0.58)
MANNER = Frame("manner", 0.9, 0.75, 0.0, 0.0, 0.0)
ACT = Frame("act", 0.7, 0.45, 0.0, 0.3, 0.3)

_ADJECTIVES = (
    (
        "about",
        "concerned worried angry nervous anxious upset hopeful optimistic pessimistic skeptical sceptical "
        "enthusiastic excited passionate clear vague unsure ambivalent confident adamant cautious candid",
    ),
    (
        "of",
        "critical supportive skeptical sceptical wary dismissive aware unaware proud confident certain "
        "convinced sure fearful contemptuous suspicious scornful respectful tolerant appreciative disdainful",
    ),
    ("to", "opposed open committed sympathetic hostile indifferent receptive"),
    (
        "with",
        "happy unhappy frustrated satisfied dissatisfied disappointed comfortable uncomfortable pleased",
    ),
    ("in", "interested uninterested confident disappointed"),
    ("by", "outraged impressed unimpressed alarmed dismayed heartened encouraged troubled appalled angered"),
    ("at", "angry furious outraged dismayed"),
)


def _stances() -> str:
    """`be_wary_of` and its like."""
    return " ".join(
        f"be_{adjective}_{link}" for link, adjectives in _ADJECTIVES for adjective in adjectives.split()
    )


VERBS: tuple[tuple[Frame, str], ...] = (
    (
        SAY,
        "say add note explain comment remark state reply respond answer recount relate recall mention "
        "quip joke opine muse retort interject volunteer venture confide reiterate repeat stress "
        "emphasize emphasise underline underscore observe conclude read counter elaborate clarify "
        "specify caution tweet retweet post write blog text email e-mail fax cable telegraph scrawl "
        "narrate paraphrase preface point_out spell_out set_out lay_out go_on_to_say put_it put_out "
        "make_clear make_it_clear make_plain chip_in pipe_up hit_back fire_back shoot_back push_back "
        "clap_back snap_back write_back weigh_in say_again let_it_be_known "
        "be_quoted_as_saying be_cited_as_saying be_reported_as_saying quote_as_saying take_to_twitter "
        "take_to_facebook hasten_to_add report_back",
    ),
    (
        TELL,
        "tell inform assure notify advise remind warn brief alert convince persuade reassure apprise counsel "
        "forewarn instruct show_reporters",
    ),
    (
        DECLARE,
        "announce declare confirm reveal disclose report acknowledge admit concede confess unveil proclaim "
        "pronounce publicize publicise certify attest testify depose rule decree determine determined  "
        "verify signal indicate divulge leak predict forecast project estimate calculate reckon prophesy "
        "foretell foresee diagnose confirm_reports give_notice break_the_news hand_down "
        "concur agree disagree acknowledge_receipt own_up come_clean let_slip affirm reaffirm formalize "
        "detail outline communicate convey recognise recognize",
    ),
    (
        ARGUE,
        "argue claim insist contend maintain allege assert aver avow swear posit postulate theorize theorise "
        "hypothesize suggest propose imply hint intimate insinuate boast brag complain lament protest object "
        "grumble gripe moan bemoan whine plead rationalize reason speculate surmise conjecture charge "
        "counter_claim dispute rebut refute submit profess purport hold_that caution_against hit_out "
        "crow gloat fret marvel rail thunder rant advocate justify defend make_the_case "
        "make_the_point",
    ),
    (DENY, "deny rule_out"),
    (ASK, "ask question wonder query inquire enquire demand_to_know press_for ask_rhetorically"),
    (
        URGE,
        "urge call_on call_upon appeal_to press pressure implore beg beseech exhort encourage order command "
        "direct request require recommend demand petition invite challenge dare forbid plead_with lobby",
    ),
    (
        PLEAD,
        "call_for push_for appeal_for plead_for press_for lobby_for pray_for campaign_for argue_for "
        "argue_against advocate_for vote_for vote_against campaign_against lobby_against push_back_against "
        "rail_against rally_behind rally_around hope_for wish_for long_for insist_on believe_in agree_with "
        "disagree_with approve_of disapprove_of",
    ),
    (VOW, "vow promise pledge threaten guarantee volunteer_to swear_to bet wager"),
    (
        REFUSE,
        "offer refuse decline commit undertake agree_to plan resolve_to",
    ),
    (
        WANT,
        "want hope wish intend decide choose opt seek aim prefer expect desire aspire yearn would_like "
        "look_forward_to plan_on be_willing be_unwilling be_reluctant be_eager be_determined be_prepared "
        "be_keen",
    ),
    (
        THINK,
        "think believe feel fear consider know doubt suspect assume presume understand realise "
        "realize worry reckon_that imagine guess suppose dream regret see view regard deem "
        "conclude_that remember forget trust sense figure anticipate judge hold_that take_the_view "
        "be_convinced be_confident be_certain be_sure be_worried be_concerned be_afraid be_hopeful "
        "be_optimistic be_adamant be_aware be_clear be_disappointed be_surprised be_pleased be_glad "
        "be_proud be_unsure be_skeptical be_sceptical learn hear",
    ),
    (SHOW, "find show demonstrate prove illustrate document establish conclude_in"),
    (SEEM, "seem appear"),
    (
        DENOUNCE,
        "criticize criticise praise condemn denounce blast slam reject dismiss welcome applaud "
        "hail commend congratulate mock ridicule deride decry deplore rebuke reprimand chide "
        "berate lambaste lambast castigate censure accuse blame apologise_for apologize_for "
        "apologise apologize lash_out_at hit_out_at complain_about complain_of speak_out_against "
        "warn_of warn_about warn_against boast_of boast_about brag_about defend_against repudiate "
        "disavow renounce excoriate vilify laud salute chastise extol pillory upbraid disparage denigrate "
        "poke_fun_at make_fun_of downplay play_down reproach decry",
    ),
    (
        JUDGE,
        " denounce attack endorse oppose support back   "
        " thank        "
        " scold assail hammer rip pan knock skewer "
        " fault credit lash_out  "
        " talk_about speak_about speak_of talk_of refer_to "
        "allude_to comment_on discuss highlight tout promote favor favour  "
        " disown reject_claims question_whether champion cheer insult belittle "
        "admonish smear trash bash express voice reference invoke cite_as cite list "
        "point_to focus_on object_to come_out_against call_into_question take_issue_with "
        " joke_about testify_about "
        "write_about write_of tweet_about lie_about weigh_in_on elaborate_on expand_on dwell_on harp_on "
        "contradict challenge_claims echo second slap taunt jeer heckle quote touch_on side_with vouch_for "
        "react_to reply_to balk_at resent shrug_off brush_off be_in_favor_of be_in_favour_of be_against "
        "distance_himself_from distance_herself_from distance_themselves_from distance_itself_from "
        "take_aim_at cast_doubt_on make_no_mention_of raise_questions_about raise_concerns_about "
        "raise_doubts_about take_credit_for come_out_for sound_off_on double_down_on back_away_from "
        "ask_about inquire_about hint_at worry_about wonder_about think_about care_about know_about "
        "seize_on stand_by envision envisage " + _stances(),
    ),
    (
        CALL,
        "call describe label brand dub term characterize characterise portray depict paint hail_as decry_as "
        "dismiss_as denounce_as compare liken refer_to_as cast tout_as",
    ),
    (
        MANNER,
        "laugh smile grin sigh nod shout yell scream cry exclaim whisper murmur mutter mumble growl "
        "snarl bark snap sneer scoff smirk chuckle giggle gasp sob weep wail groan grunt shrug "
        "stammer stutter drawl croak roar bellow holler call_out chant sing recite intone deadpan "
        "shoot huff fume continue go_on carry_on kick_off gush enthuse beam begin start finish open "
        "close sum_up wrap_up cut_in break_in chime_in blurt_out",
    ),
    (ACT, "address embrace vote approve pass propose_to introduce present demand_that allow"),
)

IRREGULAR: dict[str, tuple[str, str, str]] = {
    # base: (third person, past, participle)
    "say": ("says", "said", "said"),
    "tell": ("tells", "told", "told"),
    "write": ("writes", "wrote", "written"),
    "speak": ("speaks", "spoke", "spoken"),
    "read": ("reads", "read", "read"),
    "put": ("puts", "put", "put"),
    "make": ("makes", "made", "made"),
    "go": ("goes", "went", "gone"),
    "lay": ("lays", "laid", "laid"),
    "set": ("sets", "set", "set"),
    "hit": ("hits", "hit", "hit"),
    "shoot": ("shoots", "shot", "shot"),
    "let": ("lets", "let", "let"),
    "take": ("takes", "took", "taken"),
    "give": ("gives", "gave", "given"),
    "break": ("breaks", "broke", "broken"),
    "come": ("comes", "came", "come"),
    "find": ("finds", "found", "found"),
    "foretell": ("foretells", "foretold", "foretold"),
    "foresee": ("foresees", "foresaw", "foreseen"),
    "swear": ("swears", "swore", "sworn"),
    "hold": ("holds", "held", "held"),
    "hear": ("hears", "heard", "heard"),
    "beg": ("begs", "begged", "begged"),
    "beseech": ("beseeches", "besought", "besought"),
    "forbid": ("forbids", "forbade", "forbidden"),
    "think": ("thinks", "thought", "thought"),
    "feel": ("feels", "felt", "felt"),
    "know": ("knows", "knew", "known"),
    "see": ("sees", "saw", "seen"),
    "understand": ("understands", "understood", "understood"),
    "forget": ("forgets", "forgot", "forgotten"),
    "show": ("shows", "showed", "shown"),
    "prove": ("proves", "proved", "proven"),
    "teach": ("teaches", "taught", "taught"),
    "seek": ("seeks", "sought", "sought"),
    "undertake": ("undertakes", "undertook", "undertaken"),
    "bet": ("bets", "bet", "bet"),
    "cast": ("casts", "cast", "cast"),
    "sing": ("sings", "sang", "sung"),
    "begin": ("begins", "began", "begun"),
    "weep": ("weeps", "wept", "wept"),
    "cut": ("cuts", "cut", "cut"),
    "admit": ("admits", "admitted", "admitted"),
    "rebut": ("rebuts", "rebutted", "rebutted"),
    "submit": ("submits", "submitted", "submitted"),
    "commit": ("commits", "committed", "committed"),
    "refer": ("refers", "referred", "referred"),
    "prefer": ("prefers", "preferred", "preferred"),
    "concur": ("concurs", "concurred", "concurred"),
    "aver": ("avers", "averred", "averred"),
    "dub": ("dubs", "dubbed", "dubbed"),
    "slam": ("slams", "slammed", "slammed"),
    "rip": ("rips", "ripped", "ripped"),
    "pan": ("pans", "panned", "panned"),
    "plan": ("plans", "planned", "planned"),
    "brag": ("brags", "bragged", "bragged"),
    "sob": ("sobs", "sobbed", "sobbed"),
    "nod": ("nods", "nodded", "nodded"),
    "grin": ("grins", "grinned", "grinned"),
    "shrug": ("shrugs", "shrugged", "shrugged"),
    "snap": ("snaps", "snapped", "snapped"),
    "slap": ("slaps", "slapped", "slapped"),
    "quip": ("quips", "quipped", "quipped"),
    "hint": ("hints", "hinted", "hinted"),
    "allege": ("alleges", "alleged", "alleged"),
    "rule": ("rules", "ruled", "ruled"),
    "sum": ("sums", "summed", "summed"),
    "wrap": ("wraps", "wrapped", "wrapped"),
    "chip": ("chips", "chipped", "chipped"),
    "clap": ("claps", "clapped", "clapped"),
    "let_slip": ("lets", "let", "let"),
}
