"""One story told: head, statements, events and figures with their counts."""

from dataclasses import replace

from samecopy.records import Article, EventMention, EventStatus, FigureMention, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.tell import StoryParts, Told, tell
from tests.build import article, source, statement

SETTINGS = AccountSettings()
SPEAKER = source("Ada Bell")


def mentioned(
    of: Article,
    words: str,
    when: str | None,
    *who: str,
    status: EventStatus = "scheduled",
    confidence: float = 1.0,
) -> EventMention:
    begin = of.text.index(words)
    span = Span(begin, begin + len(words))
    return EventMention(of.page, words, span, when, None, None, who, status, confidence)


def figure(of: Article, surface: str, value: float, counted: str, by: str | None = None) -> FigureMention:
    begin = of.text.index(surface)
    span = Span(begin, begin + len(surface))
    giver = None if by is None else source(by)
    return FigureMention(of.page, span, surface, value, value, False, None, counted, giver)


def told(
    *articles: Article,
    statements: tuple[StatementMention, ...] = (),
    events: tuple[EventMention, ...] = (),
    figures: tuple[FigureMention, ...] = (),
) -> Told:
    return tell(StoryParts("s1", "A story", (), (), articles, statements, events, figures), SETTINGS)


A = article(
    "a", "The regatta will begin on Friday, with 40 boats, Ada Bell said.", outlet="x", title="Regatta"
)
B = article("b", "On Friday the regatta will begin; 40 boats are entered, says Ada Bell.", outlet="y")


def test_a_story_counts_its_reports() -> None:
    """Two lone articles of two outlets are two reports with their letters."""
    head = told(A, B).head
    assert head.lone == ("a", "b")
    assert head.letters == (("a", "A"), ("b", "B"))
    assert head.origins_at_most == 2


def test_a_story_has_the_title_of_its_first_report() -> None:
    """The family's base or the grouping chooses; a lone first page leaves the grouping's title."""
    assert told(A, B).head.title == "A story"


def test_a_statement_of_two_reports_has_both_pages_and_two_counts() -> None:
    """Two independent reports, one person who said it."""
    c = article("c", "“The wind will decide this race,” Ada Bell said.", outlet="x")
    d = article("d", "Ada Bell told us: “The wind will decide this race.”", outlet="y")
    words = "The wind will decide this race"
    (one,) = told(
        c, d, statements=(statement(c, words, SPEAKER, "direct"), statement(d, words, SPEAKER, "direct"))
    ).account.statements
    assert one.pages == ("c", "d")
    assert (one.reports_at_most, one.primary_sources_at_most) == (2, 1)


def test_a_day_and_its_hour_are_told_as_the_day() -> None:
    """Mentions that agree on the day alone give the day."""
    events = (
        mentioned(A, "regatta will begin", "2024-03-15"),
        mentioned(B, "regatta will begin", "2024-03-15T10:00"),
    )
    (one,) = told(A, B, events=events).account.events
    assert (one.when, one.pages) == ("2024-03-15", ("a", "b"))


def test_an_hour_that_all_mentions_give_is_kept() -> None:
    """Nothing is lost where pages agree."""
    events = tuple(mentioned(page, "regatta will begin", "2024-03-15T10:00") for page in (A, B))
    assert [e.when for e in told(A, B, events=events).account.events] == ["2024-03-15T10:00"]


def test_two_hours_of_a_day_are_two_events() -> None:
    """A morning race and an evening race."""
    events = (
        mentioned(A, "regatta will begin", "2024-03-15TMO"),
        mentioned(B, "regatta will begin", "2024-03-15TEV"),
    )
    assert len(told(A, B, events=events).account.events) == 2


def test_events_below_the_floor_are_not_told() -> None:
    """A heading with a date is no event unless a surer mention joins it."""
    low = mentioned(A, "regatta", "2024-03-15", confidence=0.4)
    alone = told(A, B, events=(low,)).account
    assert (alone.events, alone.uncertain.events) == ((), 1)
    sure = mentioned(B, "regatta will begin", "2024-03-15")
    joined = told(A, B, events=(low, sure)).account
    assert (len(joined.events), joined.uncertain.events) == (1, 0)


def test_statements_below_the_floor_are_counted_and_not_told() -> None:
    """What two pages say alike is left out once."""
    c = article("c", "Ada Bell backed the longer course of the regatta.", outlet="x")
    d = article("d", "Ada Bell backed the longer course of the regatta.", outlet="y")
    low = [
        replace(statement(page, "the longer course of the regatta", SPEAKER), confidence=0.4)
        for page in (c, d)
    ]
    account = told(c, d, statements=tuple(low)).account
    assert (account.statements, account.uncertain.statements) == ((), 1)


def test_who_says_an_event_is_not_read_off_an_uncertain_statement() -> None:
    """Its source would count as a primary source."""
    low = replace(statement(A, "The regatta will begin on Friday", SPEAKER), confidence=0.4)
    event = mentioned(A, "regatta will begin", "2024-03-15")
    (sure,) = told(A, B, statements=(replace(low, confidence=0.9),), events=(event,)).account.events
    (unsure,) = told(A, B, statements=(low,), events=(event,)).account.events
    assert "Ada Bell" in str(sure.evidence)
    assert "Ada Bell" not in str(unsure.evidence)


def test_who_takes_part_is_named_once() -> None:
    """A name within a longer one, or in other capitals, is the same."""
    events = (
        mentioned(A, "regatta will begin", "2024-03-15", "Mr Bell", "ROWING CLUB"),
        mentioned(B, "regatta will begin", "2024-03-15", "Bell", "Rowing Club"),
    )
    assert [e.who for e in told(A, B, events=events).account.events] == [("Mr Bell", "ROWING CLUB")]


def test_the_status_most_mentions_have_is_told() -> None:
    """One page that reads an event otherwise is outvoted."""
    c = article("c", "The regatta will begin on Friday.", outlet="z")
    events = (
        mentioned(A, "regatta will begin", "2024-03-15", status="conditional"),
        mentioned(B, "regatta will begin", "2024-03-15"),
        mentioned(c, "regatta will begin", "2024-03-15"),
    )
    assert [e.status for e in told(A, B, c, events=events).account.events] == ["scheduled"]


def test_a_figure_takes_the_giver_that_a_mention_names() -> None:
    """One page narrates what another attributes."""
    figures = (figure(A, "40", 40.0, "boats"), figure(B, "40", 40.0, "boats", "Ada Bell"))
    (one,) = told(A, B, figures=figures).account.figures
    assert one.giver is not None
    assert one.giver.name == "Ada Bell"
    assert one.reports_at_most == 2


def test_figures_of_two_values_stay_two() -> None:
    """Outlets that count differently are both told."""
    c = article("c", "The regatta has 45 boats.", outlet="z")
    figures = (figure(A, "40", 40.0, "boats"), figure(c, "45", 45.0, "boats"))
    assert len(told(A, c, figures=figures).account.figures) == 2
