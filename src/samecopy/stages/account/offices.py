"""Words that tell what kind of source a noun phrase is: offices, professions, bodies, documents.

Data only; `sources` decides with it. Heads are given in the singular; plurals are made by rule.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _plurals(singulars: frozenset[str]) -> frozenset[str]:
    """Regular plurals of nouns.

    >>> sorted(_plurals(frozenset({"deputy", "aide", "spokesman"})))
    ['aides', 'deputies', 'spokesmen']
    """
    made: set[str] = set()
    for noun in singulars:
        if noun.endswith("man"):
            made.add(noun[:-3] + "men")
        elif noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
            made.add(noun[:-1] + "ies")
        elif noun.endswith(("s", "ch", "sh", "x")):
            made.add(noun + "es")
        elif noun.endswith("person"):
            made.update((noun + "s", noun[:-6] + "people"))
        else:
            made.add(noun + "s")
    return frozenset(made)


# Offices: who bears one speaks for it.
OFFICES = _words(
    """
    official minister spokesman spokeswoman spokesperson president premier chancellor secretary governor
    mayor senator congressman congresswoman representative lawmaker legislator deputy councillor
    councilor councilman councilwoman alderman commissioner ambassador envoy diplomat consul attaché
    general admiral colonel major captain lieutenant commander brigadier marshal sergeant officer chief
    sheriff constable superintendent inspector detective prosecutor attorney judge justice magistrate
    coroner ombudsman regulator auditor treasurer comptroller registrar chairman chairwoman chairperson
    chair speaker whip leader aide adviser advisor undersecretary undersecretary under-secretary
    director administrator coordinator negotiator mediator emissary king queen prince princess emperor
    sultan emir sheikh pope archbishop bishop cardinal ayatollah imam rabbi patriarch chamberlain
    taoiseach tánaiste vice-president vice-chairman prime-minister mp mep msp congressmember assemblyman
    assemblywoman selectman warden harbourmaster harbormaster clerk bailiff marshal provost lord reeve
    burgomaster prefect procurator chargé policeman policewoman police-chief firefighter ranger trooper
    serviceman soldier guard insider
    """
)

# Titles that stand right before a name.
TITLES = _words(
    """
    president premier chancellor secretary governor mayor senator congressman congresswoman
    representative councillor councilor councilman councilwoman commissioner ambassador general admiral
    colonel major captain lieutenant commander brigadier marshal sergeant officer chief sheriff
    constable superintendent inspector detective prosecutor attorney judge justice king queen prince
    princess pope archbishop bishop cardinal ayatollah imam rabbi minister spokesman spokeswoman
    spokesperson chairman chairwoman speaker leader director taoiseach deputy coach professor doctor sir
    dame lord lady baroness baron sister brother father reverend analyst economist lawyer founder
    candidate nominee strategist activist researcher scientist author columnist resident mr mrs ms miss
    mx dr prof sen rep gov gen lt col maj capt cmdr adm sgt pres supt insp rev hon fr amb del
    """
)
# Roles that make a named person speak for an institution; without a name they tell nothing of rank.
ROLES = _words(
    """
    executive manager lawyer solicitor barrister counsel principal headteacher headmaster headmistress
    head rector dean founder co-founder co-chair vice-chancellor
    """
)
LEADING = _words(
    "leads led heads headed chairs chaired runs ran directs directed manages managed presides presided"
)
"""Verbs of "…, who leads the union": what follows names the office."""

SURNAMES_TOO = _words(
    "dean king bishop major marshal pope prince judge head justice baker page law church young price banks "
    "field post press"
)
"""Words of these lists that are surnames behind a first name ("Ada King")."""


# Other people who speak; without a name they are anonymous persons.
PEOPLE = _words(
    """
    source person man woman boy girl resident villager neighbour neighbor witness eyewitness bystander
    passer-by survivor victim relative mother father parent son daughter brother sister wife husband
    widow cousin friend analyst expert economist researcher scientist professor lecturer academic
    scholar historian doctor physician nurse surgeon lawyer solicitor barrister engineer teacher student
    pupil worker employee farmer fisherman driver pilot passenger owner shopkeeper trader investor
    banker broker strategist consultant pollster activist campaigner protester demonstrator organiser
    organizer volunteer member delegate voter supporter opponent critic fan candidate nominee contender
    rival manager executive boss founder president-elect reporter journalist correspondent columnist
    editor author writer artist actor actress singer coach player striker captain goalkeeper teammate
    referee athlete priest pastor preacher monk nun refugee migrant prisoner detainee defendant
    plaintiff suspect juror veteran fighter rebel militant insurgent commentator observer participant
    tourist visitor customer user staffer operative colleague patient applicant tenant landlord builder
    architect designer developer producer host anchor presenter blogger politician businessman
    businesswoman entrepreneur tycoon billionaire conservative liberal democrat republican backer ally
    donor whistleblower informant lobbyist speechwriter biologist physicist chemist geologist
    meteorologist forecaster climatologist epidemiologist virologist ecologist psychologist astronomer
    skipper sailor crewman docker miner trucker conductor composer curator librarian
    """
)

NOT_DOING = _words(
    """
    number river paper matter winter summer power water weather tower corner factor sector error floor order
    letter offer other either another whether border quarter shelter disaster center theater counter cover
    dinner chapter computer server sensor reactor former latter answer master poster banner career cancer
    danger door ladder layer liquor mirror monitor motor odor pointer tender terror timer trailer list twist
    mist human german roman
    """
)
"""Nouns that end like one for a person (`welder`, `cellist`) and are none."""

# Official people when plural and nameless.
OFFICIAL_PLURALS = _plurals(OFFICES) | _words("authorities police prosecutors troops investigators")
PEOPLE_PLURALS = _plurals(PEOPLE) | _words(
    "people others some many few several men women children locals families teammates insiders"
)

# Adjectives and nouns that make a nameless `source` or `person` an official one.
OFFICIAL_MODIFIERS = _words(
    """
    government military security defence defense intelligence diplomatic police administration official
    ministry palace presidential judicial parliamentary army navy naval federal state law-enforcement
    enforcement congressional department embassy court legal
    """
)

PUBLIC_MODIFIERS = _words("regional national provincial municipal county district crisis emergency general")
"""Adjectives that make a `staff` one of a public body."""

# Bodies of a state.
GOVERNMENTS = _words(
    """
    government ministry administration cabinet department treasury parliament senate congress
    legislature embassy consulate presidency regime junta council-of-ministers chancellery exchequer
    bundestag duma knesset rada sejm politburo directorate palace
    """
)

# Bodies that are not a state: companies, agencies, parties, courts, outlets, clubs.
INSTITUTIONS = _words(
    """
    inc corp corporation company co ltd plc llc llp gmbh ag sa group holdings bank fund trust university
    college institute institution school academy hospital clinic church foundation association
    federation union league club society party committee commission council board agency authority
    bureau office court tribunal police army navy force forces guard coalition alliance network center
    centre laboratory museum library theatre theater airline airlines airways railway railways motors
    industries systems technologies energy oil gas steel times post news herald tribune journal gazette
    telegraph guardian chronicle press magazine radio television tv broadcasting media daily weekly
    observer mirror express star sun mail service services team campaign firm brewery charity
    organisation organization ngo nonprofit watchdog outlet newspaper channel station website paper
    tabloid broadcaster publisher operator carrier manufacturer maker retailer regulator city county
    town village district province region state militia brigade regiment squad unit militants faction
    movement project initiative program programme panel jury caucus delegation family exchange chamber
    guild co-op cooperative confederation secretariat port harbour harbor airport utility
    lender insurer supplier refinery consortium
    """
)

BODY_ENDINGS = _words("fc afc cfc cf sc united rovers wanderers athletic albion line lines corner")
"""Last words of names of clubs and carriers, behind no first name ("Harbour Line", not "Anna Line")."""

INSTITUTION_PLURALS = _plurals(INSTITUTIONS) - _words("forces guards services papers posts sons units")

NEWS = _words(
    """
    press news agency newspaper daily weekly times herald post journal gazette tribune radio television tv
    channel broadcaster newswire wire service magazine website media monitor outlet telegraph chronicle
    """
)
"""Heads of names of those who report what others said."""

# Writings that speak.
DOCUMENTS = _words(
    """
    report study letter memo memorandum filing lawsuit complaint indictment affidavit statement
    communiqué communique document poll survey analysis paper draft bill law resolution ruling verdict
    judgment judgement transcript email e-mail note notice release figures data statistics record
    documents records emails poster leaflet article editorial column book memoir post tweet message text
    blog census forecast index review audit assessment estimate dossier manifesto petition constitution
    charter treaty agreement deal guideline guidance rule order decree motion testimony research
    bulletin circular brief briefing release advisory warning declaration proclamation plan proposal
    page invoice receipt log diary inscription sign banner placard video footage recording audio tape
    agenda register minutes contract catalogue catalog timetable inventory
    website ad advertisement story headline results prospectus handbook manual schedule chart map table
    """
)
DOCUMENT_PLURALS = _plurals(DOCUMENTS)

# Reports that nobody signs.
UNNAMED_REPORTS = _words("reports rumours rumors media press hearsay accounts news")

STATEMENT_NOUNS = _words(
    """
    estimate estimates account accounts report reports figures data statement statements statistics
    count tally view views words assessment calculations calculation information testimony version
    spokesman's
    """
)
"""Nouns that a giver possesses ("the union's figures"): the giver is the source, not the noun."""
