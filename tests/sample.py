"""A hand-made result with everything a face must show. All outlets, people and places are invented.

Story 1: a family of six witnesses of one agency's copy (every cell state, every kind of edit, the
original lost), two versions of one outlet, and a lone report. Story 2: an original within the pile,
its two copies, a lone report, and a pair whose origin is undecided. One page was not read.
With `hostile=True` names, titles, texts and addresses try to break out.
"""

from collections.abc import Sequence
from dataclasses import replace

from samecopy.records import (
    Article,
    Descent,
    Event,
    Evidence,
    Figure,
    Origin,
    PageSpan,
    PageView,
    Rejection,
    Result,
    Source,
    Statement,
    Story,
    Uncertain,
)
from tests.sketch import Change, Sketch, article, family, words

EVIL = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\u202e\x1b[31m"
EVIL_ID = 'x "><b onclick=1>/été.html'

BASE = (
    "Engineers will close the Orrin tunnel on Tuesday for 40 days, the Veldmar port authority said.",
    "“We have found water behind the north wall,” said Ada Brannock, the authority’s chief engineer.",
    "Some 12,000 lorries use the tunnel each week, according to the port’s own count.",
    "A night ferry could carry about 300 vehicles, the authority said, if the council agrees.",
    "The council has not set a date for its vote.",
    "Dockworkers were not told of the plan, their union said.",
    "The tunnel was last closed in 2019 after a pump failed.",
)


AGENCY = (
    Sketch(
        "harbour-times.html",
        "Harbour Times",
        "harbourtimes.example",
        "Orrin tunnel to shut for 40 days",
        "2031-04-05T06:40:00Z",
        (1, 2, 3, 4, 5, 6, 7),
        credit="VELDMAR (Nordwire) —",
        url="https://harbourtimes.example/orrin",
    ),
    Sketch(
        "daily-x.html",
        "Daily X",
        "dailyx.example",
        "Port chiefs kept dockers in the dark",
        "2031-04-05T07:15:00Z",
        (1, 2, 3, 6),
        (
            Change(1, "date_form", False, "on Tuesday", "on April 8", "2031-04-08"),
            Change(1, "number", True, "40", "60"),
            Change(3, "hedge", True, "Some 12,000", "Exactly 12,000"),
            Change(6, "negation", True, "were not told", "were told"),
        ),
        credit="(Nordwire)",
    ),
    Sketch(
        "coast-radio.html",
        "Coast Radio",
        "coastradio.example",
        "Tunnel closes Tuesday",
        "2031-04-05T08:02:00+02:00",
        (1, 3, 2, 4, 5),
        (
            Change(2, "name", True, "Ada Brannock", "Ada Brennock"),
            Change(2, "quotation", True, "water behind the north wall", "water near the wall"),
            Change(4, "punctuation", False, "said, if", "said — if"),
        ),
        moved=frozenset({2}),
        credit="Nordwire",
    ),
    Sketch(
        "inland-post.txt",
        "Inland Post",
        "inlandpost.example",
        "Orrin tunnel to shut for 40 days",
        "2031-04-05",
        (1, 2, 3, 4, 5, 6, 7, -1),
        (
            Change(3, "number_form", False, "12,000", "12 000"),
            Change(3, "spelling", False, "lorries", "lorrys"),
            Change(5, "style", False, "has not set", "hasn’t set"),
        ),
        added=("Inland firms fear a summer of delays, our reporter writes.",),
        credit="With Nordwire",
    ),
    Sketch(
        "veldmar-echo.html",
        "Veldmar Echo",
        "veldmarecho.example",
        "Water found behind tunnel wall",
        None,
        (1, 2, 4),
        (Change(1, "attribution", True, "the Veldmar port authority said", "officials admitted"),),
        credit="© Nordwire 2031",
    ),
    Sketch(
        "north-news.html",
        "North News Network International Online",
        "northnews.example",
        "Orrin tunnel to shut for weeks",
        "2031-04-05T09:30:00Z",
        (1, 2, 3, 4, 5, 6, 7),
        (
            Change(4, "wording", True, "could carry", "would be made to carry"),
            Change(7, "wording", False, "failed", "broke down"),
        ),
    ),
)


def sample(hostile: bool = False) -> Result:
    """The result that the tests of all faces look at."""
    evil = EVIL if hostile else ""
    agency = _evil_agency() if hostile else AGENCY
    pages = [article(sketch, BASE) for sketch in agency]
    letters = tuple((report, letter) for report, letter in (("f1", "A"), ("f2", "B"), ("lone.html", "C")))
    gazette, lone = _gazette(evil), _lone(evil)
    copied = family("f1", agency, pages, _agency_origin(pages, evil))
    second = family("f2", gazette[0], gazette[1], _gazette_origin(gazette[1]))
    first_pages = [*pages, *gazette[1], lone]
    story = Story(
        id="s1",
        key="k1a2b3c4d5e",
        formerly=("k5d4c3b2a1f",),
        title="Orrin tunnel closes for repairs" + evil,
        pages=tuple(article.page for article in first_pages),
        letters=letters,
        families=(copied, second),
        lone=(lone.page,),
        origins_at_most=3,
        not_seen=("No page of Nordwire itself is in the pile." + evil,),
        statements=_statements(pages, lone, evil),
        events=_events(pages, evil),
        figures=_figures(pages, evil),
        uncertain=Uncertain(statements=2, events=1),
    )
    other, other_pages = _other_story()
    views = [PageView(a, f"pile/{a.page}", "00" * 16, "s1", _families(story, a.page)) for a in first_pages]
    views += [PageView(a, f"pile/{a.page}", "11" * 16, "s2", _families(other, a.page)) for a in other_pages]
    rejected = Rejection(
        "walled.html", "pile/walled.html", "paywall", "Two sentences, then a paywall." + evil
    )
    return Result(tuple(views), 13, (story, other), (rejected,), ("One page gives no date." + evil,))


def _evil_agency() -> tuple[Sketch, ...]:
    first, second, *rest = AGENCY
    bad = Change(3, "wording", True, "port’s own count", f"port {EVIL} count")
    return (
        replace(first, url="javascript:window.hacked=1", title=first.title + EVIL, outlet=EVIL),
        replace(second, page=EVIL_ID, changes=(*second.changes, bad), url="https://x.example/\u202ea b"),
        *rest,
    )


def _agency_origin(pages: Sequence[Article], evil: str) -> Origin:
    credited = [PageSpan(a.page, c.span.begin, c.span.end) for a in pages for c in a.credits if c.span]
    evidence = (
        Evidence("credit", "Five pages credit Nordwire." + evil, "outside", tuple(credited)),
        Evidence("time", "The earliest page, Harbour Times, is from 06:02Z.", "", ()),
        Evidence("missing", "No page of Nordwire is in the pile.", "outside", ()),
    )
    later = Evidence("time", "put out 3 h after it", pages[0].page)
    lines = {a.page: Descent(a.page, "outside", None, "high") for a in pages}
    for copy, source in ((1, 0), (5, 1)):
        page, parent = pages[copy].page, pages[source].page
        lines[page] = Descent(page, "page", parent, "medium", (pages[2].page,), (later,))
    return Origin("outside", None, "Nordwire", "high", evidence, tuple(lines[page] for page in sorted(lines)))


def _gazette(evil: str) -> tuple[tuple[Sketch, ...], list[Article]]:
    text = (
        "The Gazette has seen the pump records of the Orrin tunnel.",
        "They show 14 failures in a year, a former foreman told this newspaper.",
    )
    sketches = (
        Sketch(
            "gazette-1.html",
            "Port Gazette",
            "portgazette.example",
            "Tunnel pumps failed 14 times" + evil,
            "2031-04-05T12:00:00Z",
            (1, 2),
        ),
        Sketch(
            "gazette-2.html",
            "Port Gazette",
            "portgazette.example",
            "Tunnel pumps failed 16 times" + evil,
            "2031-04-05T18:30:00Z",
            (1, 2, -1),
            (Change(2, "number", True, "14", "16"),),
            added=("The authority did not answer questions on Saturday.",),
        ),
    )
    return sketches, [article(sketch, text) for sketch in sketches]


def _gazette_origin(pages: Sequence[Article]) -> Origin:
    evidence = (Evidence("time", "One outlet; the earlier version is from 12:00Z.", pages[0].page, ()),)
    return Origin("page", pages[0].page, None, "high", evidence, below(pages[0].page, pages[1].page))


def below(origin: str, copy: str) -> tuple[Descent, ...]:
    """The lines of a family of two."""
    lines = (Descent(origin, "origin", None, "medium"), Descent(copy, "page", origin, "medium"))
    return tuple(sorted(lines, key=lambda line: line.page))


def _lone(evil: str) -> Article:
    text = ("I walked the closed tunnel with two divers on Friday.", "Nobody at the site would give a name.")
    sketch = Sketch(
        "lone.html", "Tidewater Review" + evil, "tidewater.example", "Inside the Orrin tunnel", None, (1, 2)
    )
    return article(sketch, text)


def _statements(pages: Sequence[Article], lone: Article, evil: str) -> tuple[Statement, ...]:
    engineer = Source(
        "Ada Brannock" + evil, "Ada Brannock, chief engineer" + evil, "ada brannock", "named_official"
    )
    union = Source("their union", "the dockworkers’ union", "dockworkers union", "institution")
    nobody = Source(
        "Nobody at the site", "unnamed people at the site", "", "anonymous_person", None, "a site manager"
    )
    quote = "We have found water behind the north wall"
    why = Evidence("family", "All five pages carry one copy (A).", "", (words(pages[0], quote),))
    five = tuple(words(a, "We have found water") for a in pages[:2])
    return (
        Statement(
            "st1",
            quote + evil,
            "direct",
            engineer,
            "said",
            tuple(a.page for a in pages[:5]),
            five,
            1,
            1,
            (why,),
        ),
        Statement(
            "st2",
            "Dockworkers were not told of the plan",
            "indirect",
            union,
            "said",
            (pages[0].page,),
            (words(pages[0], "Dockworkers were not told of the plan"),),
            1,
            1,
            (),
        ),
        Statement(
            "st3",
            "nobody would give a name",
            "mixed",
            nobody,
            None,
            (lone.page,),
            (words(lone, "Nobody at the site would give a name"),),
            1,
            1,
            (),
        ),
    )


def _events(pages: Sequence[Article], evil: str) -> tuple[Event, ...]:
    closing = tuple(words(a, "Engineers will close the Orrin tunnel") for a in pages[:2])
    ids = (pages[0].page, pages[1].page)
    surfaces = ((ids[0], "on Tuesday"), (ids[1], "on April 8"))
    return (
        Event(
            "e1",
            "the Orrin tunnel closes" + evil,
            "2031-04-08",
            "Veldmar",
            ("Engineers",),
            "scheduled",
            ids,
            closing,
            surfaces,
            1,
            1,
            "Outlets differ on how long: 40 or 60 days.",
        ),
        Event(
            "e2",
            "a pump failed",
            "2019",
            None,
            (),
            "happened",
            (ids[0],),
            (words(pages[0], "last closed in 2019"),),
            ((ids[0], "in 2019"),),
            1,
            1,
        ),
        Event(
            "e3",
            "the council votes on a ferry",
            None,
            None,
            ("The council",),
            "no_date_set",
            (ids[0],),
            (words(pages[0], "has not set a date for its vote"),),
            (),
            1,
            1,
        ),
    )


def _figures(pages: Sequence[Article], evil: str) -> tuple[Figure, ...]:
    port = Source("the port’s own count", "the port’s own count", "port", "document")
    first = pages[0]
    return (
        Figure(
            "f1",
            "40 days",
            40,
            40,
            False,
            "days",
            "closure" + evil,
            None,
            (first.page,),
            (words(first, "40 days"),),
            1,
            1,
        ),
        Figure(
            "f2",
            "Some 12,000",
            12000,
            None,
            True,
            None,
            "lorries a week",
            port,
            (first.page,),
            (words(first, "Some 12,000"),),
            1,
            1,
        ),
        Figure(
            "f3",
            "about 300",
            250,
            350,
            True,
            None,
            "vehicles",
            None,
            (first.page,),
            (words(first, "about 300"),),
            1,
            1,
        ),
    )


def _other_story() -> tuple[Story, list[Article]]:
    text = (
        "A comet was seen over Lake Tarn on Sunday night.",
        "It will be visible until June, an observatory said.",
    )
    market = (
        "Bakers in Sollow sold out of lake bread before the comet’s rise.",
        "The queue reached the quay.",
    )
    original = (
        Sketch(
            "tarn-observer.html",
            "Tarn Observer",
            "tarnobserver.example",
            "Comet over Lake Tarn",
            "2031-04-06",
            (1, 2),
        ),
        Sketch("sky-week.html", "Sky Week", "skyweek.example", "Comet over Lake Tarn", "2031-04-07", (1, 2)),
    )
    undecided = (
        Sketch("bread-a.html", "Sollow Crier", "sollowcrier.example", "Bread and comets", None, (1, 2)),
        Sketch("bread-b.html", "Quay Letter", "quayletter.example", "Bread and comets", None, (1,)),
    )
    articles = [article(sketch, text) for sketch in original]
    bread = [article(sketch, market) for sketch in undecided]
    lines = below(articles[0].page, articles[1].page)
    earlier = Evidence("time", "Published a day before the other.", articles[0].page, ())
    families = (
        family("f3", original, articles, Origin("page", articles[0].page, None, "medium", (earlier,), lines)),
        family("f4", undecided, bread, Origin("undecided", None, None, "low", ())),
    )
    lone = article(
        Sketch("日本.html", "湖の新聞", "mizuumi.example", "彗星が湖の上に現れる", "2031-04-07", (1,)),
        ("日曜の夜に彗星が見えた。",),
    )
    pages = [*articles, *bread, lone]
    return (
        Story(
            "s2",
            "k0f1e2d3c4b",
            (),
            "Comet over Lake Tarn",
            tuple(a.page for a in pages),
            (("f3", "A"), ("f4", "B"), (lone.page, "C")),
            families,
            (lone.page,),
            2,
            (),
            (),
            (),
            (),
        ),
        pages,
    )


def _families(story: Story, page: str) -> tuple[str, ...]:
    return tuple(family.id for family in story.families if page in family.pages)
