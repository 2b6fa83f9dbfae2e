"""What one article says, read as a whole."""

from samecopy.records import Evidence, InferredTime, Span
from samecopy.settings import AccountSettings
from samecopy.stages.account.reading import read_mentions, read_times
from tests.build import article

SETTINGS = AccountSettings()
EVIDENCE = Evidence("alignment", "", "", ())


def inferred(page: str, span: Span | None, day: str) -> InferredTime:
    return InferredTime(page, span, day, EVIDENCE)


def test_an_article_gives_its_statements_events_and_figures() -> None:
    """One page has mentions of all three kinds, in reading order, each pointing into its text."""
    page = article("p", "The choir will sing for 400 men on Friday, Ada Bell said.", published="2024-03-13")
    mentions = read_mentions(page, (), SETTINGS)
    assert mentions.page == "p"
    assert [s.source.name for s in mentions.statements] == ["Ada Bell"]
    assert [(e.when, e.status) for e in mentions.events] == [("2024-03-15", "scheduled")]
    assert [f.span.of(page.text) for f in mentions.figures] == ["400"]


def test_relative_days_count_from_the_publication_day() -> None:
    """ "Tomorrow" is the day after the page was published."""
    page = article("p", "The pool opens tomorrow.", published="2024-03-13")
    assert [t.value for t in read_times(page, ())] == ["2024-03-14"]


def test_without_a_publication_day_relative_days_stay_open() -> None:
    """No clock is read: the expression is found, its day is not known."""
    page = article("p", "The pool opens tomorrow.")
    assert [t.value for t in read_times(page, ())] == [None]


def test_a_publication_day_that_aligned_pages_fix_serves_as_one() -> None:
    """Copies of one text can date a page that gives no date."""
    page = article("p", "The pool opens tomorrow.")
    assert [t.value for t in read_times(page, [inferred("p", None, "2024-03-13")])] == ["2024-03-14"]


def test_the_page_own_day_goes_before_an_inferred_one() -> None:
    """What the page says of itself is surer than what its copies suggest."""
    page = article("p", "The pool opens tomorrow.", published="2024-03-13")
    assert [t.value for t in read_times(page, [inferred("p", None, "2024-03-20")])] == ["2024-03-14"]


def test_an_expression_that_aligned_pages_fix_has_their_day() -> None:
    """Where one page says "Thursday" and its copy a full date, the day of the expression is known."""
    page = article("p", "The pool opens on Thursday.")
    begin = page.text.index("Thursday")
    fixed = inferred("p", Span(begin, begin + len("Thursday")), "2024-03-14")
    assert [t.value for t in read_times(page, [fixed])] == ["2024-03-14"]
