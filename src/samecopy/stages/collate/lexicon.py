"""The English words by which edits are told apart. Lists only; the rules over them are in `classes`,
`local` and `bearer`. Words of one meaning are in `synonyms`."""

from samecopy.text.wordlists import listed

FUNCTION_WORDS = listed(
    """
    a an the this that these those it its he she him her his hers they them their theirs we us our ours you
    your i me my who whom whose which what when where while as whilst of in on at to by for with from into
    onto upon during within through throughout toward towards among amongst amid amidst between about around
    over across along near and or but so also too both then now just still already yet there here is are was
    were be been being am has have had having do does did doing done will would shall if because since than
    however meanwhile moreover furthermore additionally though although both whereas thus therefore hence such
    itself himself herself themselves according plus per via s 's
    """
)
"""Words whose coming and going leaves the meaning as it was, unless `synonyms.CONTRARY` couples them."""

BEGINNERS = listed(
    """
    after before until without against under above below up down first last all some most many few several
    each every both half more less only no not none nobody if once why how because although though despite
    unlike even again never always later earlier today yesterday tomorrow please other another one two three
    four five six seven eight nine ten can could may might must should yes
    """
)
"""Words that begin sentences with a capital and are no names."""

NEGATORS = listed(
    """
    not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely non
    lack lacks lacked lacking unable
    """
)
SOFT_NEGATORS = listed("little few rarely seldom hardly barely scarcely")
"""What is said in place of "no" and "never" where one is not so sure."""
FAILING = listed("fail fails failed failing refuse refuses refused refusing")
"""Verbs that deny what follows them with "to"."""
NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "non-")

CONTRACTIONS = {
    "n't": ("not",),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'m": ("am",),
    "'d": ("would",),
}

WHOLE_CONTRACTIONS = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "cannot": ("can", "not"),
    "it's": ("it", "is"),
    "he's": ("he", "is"),
    "she's": ("she", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
    "what's": ("what", "is"),
    "who's": ("who", "is"),
    "let's": ("let", "us"),
}

HEDGES: dict[str, str] = {
    word: kind
    for kind, words in {
        "possible": "may might could can possibly perhaps maybe possible potential potentially",
        "likely": "likely probably probable expected presumably presumed",
        "unlikely": "unlikely doubtful",
        "reported": "reportedly reported rumored rumoured supposedly supposed",
        "alleged": "allegedly alleged accused purported purportedly so-called suspected",
        "apparent": "apparently apparent appears appear appeared seems seem seemed seemingly evidently",
        "believed": "believed thought understood feared considered",
        "certain": "certainly certain surely definitely undoubtedly clearly must",
        "should": "should ought",
        "planned": "plans planned hopes hoped hoping aims aimed aiming intends intended intending",
        "tentative": "tentatively partly partially largely mostly generally",
    }.items()
    for word in words.split()
}
"""How sure a statement is, as classes: only a change of class is a change."""

CERTAIN_VERBS = listed(
    """
    find finds found show shows showed shown showing prove proves proved proven confirm confirms confirmed
    confirming establish establishes established demonstrate demonstrates demonstrated
    """
)
TENTATIVE_VERBS = listed(
    """
    suggest suggests suggested suggesting indicate indicates indicated indicating hint hints hinted hinting
    imply implies implied implying
    """
)
"""What evidence does where it settles a thing, and where it only points to it."""

MEASURE_HEDGES: dict[str, str] = {
    word: kind
    for kind, words in {
        "about": "about around approximately roughly some circa estimated",
        "nearly": "nearly almost",
        "least": "least minimum",
        "most": "most maximum",
        "exact": "exactly precisely",
        "over": "over more exceeding above",
        "under": "under fewer less below",
        "only": "only just merely",
        "up": "up many",
    }.items()
    for word in words.split()
}
"""Hedges of a figure: words of these count so only beside a number."""

WHOLES = listed("all every everyone everybody everything half whole entire each none no nobody always never")
"""Words of amount beside which they count too."""

NEUTRAL_VERBS = listed(
    """
    say says said saying tell tells told telling state states stated stating add adds added adding
    note notes noted noting report reports reported reporting write writes wrote comment commented
    explain explains explained speak spoke speaking quote quoted remark remarked
    """
)
LOADED_VERBS: dict[str, str] = {
    form: verb
    for verb in [
        "claim",
        "admit",
        "allege",
        "insist",
        "concede",
        "warn",
        "deny",
        "confirm",
        "acknowledge",
        "boast",
        "suggest",
        "argue",
        "complain",
        "promise",
        "vow",
        "threaten",
        "accuse",
        "announce",
        "reveal",
        "declare",
        "assert",
        "maintain",
        "contend",
        "demand",
        "urge",
        "predict",
        "estimate",
        "believe",
        "dismiss",
        "reject",
        "refute",
        "dispute",
        "disclose",
        "swear",
        "pledge",
        "lament",
        "hint",
        "imply",
        "stress",
        "emphasize",
        "emphasise",
        "speculate",
        "testify",
        "recall",
    ]
    for form in (
        verb,
        verb + "s",
        verb.removesuffix("e") + "ed",
        verb.removesuffix("e") + "ing",
        verb[:-1] + "ies",
        verb[:-1] + "ied",
        verb + verb[-1] + "ed",
        verb + verb[-1] + "ing",
    )
} | {"swore": "swear", "sworn": "swear"}
"""Reporting verbs that take a stand on what is reported, by their forms. Forms that do not exist are
harmless: nobody writes them."""

STANCES = {
    "rule out": "exclude",
    "rules out": "exclude",
    "ruled out": "exclude",
    "ruling out": "exclude",
    "refused to say": "silent",
    "declined to say": "silent",
    "would not say": "silent",
    "did not say": "silent",
    "declined to comment": "silent",
    "refused to comment": "silent",
    "did not comment": "silent",
    "no comment": "silent",
}
"""Phrases that say how a speaker stands to a thing."""

OCCASIONS = listed(
    """
    statement statements interview briefing news conference press release report letter email speech
    reporters journalists earlier later separate written brief short post message
    """
)
"""Where and to whom something was said: their coming and going leaves the source as it was."""

LIGHT_VERBS = listed(
    """
    make makes making made take takes taking took taken give gives giving gave given hold holds holding held
    cause causes causing caused have has having had do does doing did done carry carries carrying carried
    conduct conducts conducting conducted launch launches launching launched put puts putting
    reach reaches reaching reached come comes coming came enter enters entering entered stage stages staged
    staging issue issues issued issuing
    """
)
"""Verbs that say little beside the noun that they lead ("make a decision")."""

ANONYMITY = listed("anonymity anonymous anonymously unnamed unidentified")

SOURCE_NOUNS = listed(
    """
    official officials source sources spokesman spokeswoman spokesperson spokespeople spokesmen minister
    ministry ministers police witness witnesses resident residents reports report government authorities
    authority diplomat diplomats aide aides lawyer lawyers prosecutor prosecutors expert experts analyst
    analysts researchers scientists statement doctors doctor engineers engineer employees employee workers
    opposition activists activist army military court judge agency council mayor governor president leader
    leaders commander neighbours neighbors critics supporters relatives family company firm union regulator
    mediator mediators negotiator negotiators envoy envoys organiser organisers organizer organizers trader
    traders economist economists scientist scientists campaigner campaigners teacher teachers nurse nurses
    driver drivers neighbour neighbor investigator investigators inspector inspectors lawmaker lawmakers
    senator senators rebel rebels soldier soldiers adviser advisers advisor advisors executive executives
    manager managers survivor survivors rescuer rescuers firefighter firefighters scholar scholars
    media television radio newspaper newspapers broadcaster channel press outlets
    """
)

HONORIFICS = listed("mr mrs ms miss mx dr sir dame lord lady madam")
TITLES = listed(
    """
    president vice deputy prime minister premier chancellor secretary senator sen governor gov representative
    rep congressman congresswoman mayor king queen prince princess pope bishop archbishop cardinal rabbi imam
    sheikh ayatollah general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral
    commander professor prof doctor judge justice chief chairman chairwoman chair director ambassador speaker
    leader former ex foreign defence defense finance interior economy health spokesman spokeswoman
    spokesperson associate assistant acting senior officer inspector detective sheriff
    attorney councillor councilor mp coach
    """
)
"""Words before a name that say what its bearer is."""

NEUTRAL_PERSONS = listed("he she him her they them his hers their it its")

EXPANSIONS: dict[str, tuple[str, ...]] = {
    "us": ("united", "states"),
    "usa": ("united", "states"),
    "america": ("united", "states"),
    "uk": ("united", "kingdom"),
    "gb": ("united", "kingdom"),
    "britain": ("united", "kingdom"),
    "eu": ("european", "union"),
    "un": ("united", "nations"),
    "uae": ("united", "arab", "emirates"),
    "mr": ("mister",),
    "dr": ("doctor",),
    "prof": ("professor",),
    "gov": ("governor",),
    "sen": ("senator",),
    "rep": ("representative",),
    "gen": ("general",),
    "col": ("colonel",),
    "lt": ("lieutenant",),
    "capt": ("captain",),
    "sgt": ("sergeant",),
    "st": ("saint",),
    "mt": ("mount",),
    "ft": ("fort",),
    "dept": ("department",),
    "govt": ("government",),
    "inc": (),
    "corp": ("corporation",),
    "co": ("company",),
    "ltd": ("limited",),
    "km": ("kilometers",),
    "kg": ("kilograms",),
    "mph": ("miles", "per", "hour"),
    "kph": ("kilometers", "per", "hour"),
    "hr": ("hour",),
    "hrs": ("hours",),
    "min": ("minutes",),
    "mins": ("minutes",),
    "tv": ("television",),
    "pct": ("percent",),
    "&": ("and",),
    "vs": ("versus",),
    "no": ("no",),
    "sq": ("square",),
    "ave": ("avenue",),
    "rd": ("road",),
}
"""Abbreviations written out; "us" is one only in capitals."""

PARTICLES = listed("de da del della der den di du la le van von bin ibn al el ben abu y e dos das ter ten")
"""Small words inside names."""
