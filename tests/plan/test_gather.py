"""Between the steps: rows gathered into the items of the next."""

from dataclasses import replace

from samecopy.plan.gather import beside, hidden_signs, on_inferred_days, reports, sharing_pages
from samecopy.records import Dated, Evidence, Family, InferredTime, Origin
from samecopy.stages.story import Report
from tests.build import article


def report(id_: str, *pages: str) -> Report:
    return Report(id_, pages, "")


def family(id_: str, base: str, *pages: str) -> Family:
    return Family(id_, pages, base, (), (), Origin("undecided", None, None, "low", ()))


def test_reports_with_a_page_in_common_are_one_story() -> None:
    """A page spliced from two copies joins their groups, also over a third one."""
    told = [report("f", "a", "b"), report("g", "b", "c"), report("h", "d"), report("i", "c", "e")]
    groups = sharing_pages([(0,), (2,), (1,), (3,)], told)
    assert sorted(groups) == [(0, 1, 3), (2,)]


def test_a_day_counts_by_what_it_rests_on() -> None:
    """One given beside the page is sure, a bare date in its head less so, none not at all."""
    given, bare, none = article("a", "A.", published="2026-05-06"), article("b", "B."), article("c", "C.")
    bare = replace(bare, published=Dated("2026-05-02", "meta date"))
    told = reports([], [given, bare, none], 0.7).reports
    assert [(r.day, r.days_sure) for r in told] == [("2026-05-06", 1.0), ("2026-05-02", 0.7), (None, 0.0)]


def test_an_inferred_day_is_said_to_be_inferred() -> None:
    """It stands in for a missing date only, with its evidence."""
    days = [InferredTime(p, None, "2026-05-06", Evidence("time", "aligned", "")) for p in ("a", "b")]
    undated, dated = on_inferred_days([article("a", "A."), article("b", "B.", published="2026-05-01")], days)
    assert undated.published is not None
    assert (undated.published.value, undated.published.evidence) == ("2026-05-06", "inferred: aligned")
    assert dated.published is not None
    assert dated.published.value == "2026-05-01"


def test_signs_hidden_inside_words_are_told() -> None:
    """A zero-width space and a tag between letters; an accent, an emoji's selector and a joiner are none."""
    hidden, plain = (
        article("a", "The har\u200bbour wa\U000e0041ll."),
        article("b", "Cafe\u0301 \u2764\ufe0f می\u200cخواهم."),
    )
    (told,) = hidden_signs([hidden, plain])
    assert "2 signs that show nothing" in told.text


def test_a_base_may_speak_for_the_pages_of_its_family() -> None:
    """Not for another base, nor for pages whose days others fixed, nor with such a day itself."""
    families = [family("f", "b", "a", "b", "c", "d"), family("g", "d", "d", "e"), family("h", "x", "x", "y")]
    fixed = [InferredTime(p, None, "2026-05-06", Evidence("time", "aligned", "")) for p in ("c", "x")]
    assert beside(families, fixed) == {"a": "b", "e": "d"}
