"""Origin: verdicts, confidence, evidence, parents."""

from collections.abc import Sequence

from samecopy.records import Article, Credit, Origin
from samecopy.settings import CollateSettings
from samecopy.stages.collate import collate, origin
from tests.stages.collate.pages import ADDED, COPY, agency, page

SETTINGS = CollateSettings()
OWN = (
    "Our reporter in Orrin saw the boats return after dark.",
    "A second inquiry into the shoals was opened by the county last spring.",
    "Ferries in this strait ran aground twice in the past decade, archives show.",
)


def judged(*members: Article) -> Origin:
    return origin(members, collate(members, [], [], SETTINGS), SETTINGS)


def parents(found: Origin) -> dict[str, str | None]:
    return {line.page: line.parent for line in found.descents}


def texts(found: Origin) -> list[str]:
    return [e.text for e in found.evidence]


def pages(credits_of: Sequence[Sequence[Credit]]) -> list[Article]:
    return [page(f"p{i}", (*COPY, OWN[i % 3]), credited=c) for i, c in enumerate(credits_of)]


def test_two_outlets_that_credit_an_agency_place_the_origin_outside() -> None:
    """Credit lines of several outlets: the agency, with high confidence."""
    found = judged(*pages([[agency("Polar Wire")], [agency("Polar Wire")], []]))
    assert (found.kind, found.agency, found.page, found.confidence) == ("outside", "Polar Wire", None, "high")
    assert "2 of 3 outlets credit Polar Wire" in texts(found)
    assert "no credit line found at P2" in texts(found)


def test_one_credit_is_enough_but_not_for_high_confidence() -> None:
    """A single credited outlet gives medium confidence."""
    found = judged(*pages([[agency("Polar Wire")], []]))
    assert (found.kind, found.agency, found.confidence) == ("outside", "Polar Wire", "medium")
    assert "1 of 2 outlets credits Polar Wire: P0" in texts(found)


def test_initials_and_long_name_are_one_agency() -> None:
    """ "PWA" and "Polar Wire Agency" count together."""
    found = judged(*pages([[agency("PWA")], [agency("Polar Wire Agency")]]))
    assert (found.agency, found.confidence) == ("Polar Wire Agency", "high")


def test_two_agencies_credited_alike_name_neither() -> None:
    """Conflicting credits: outside, no agency, low confidence."""
    found = judged(*pages([[agency("Polar Wire")], [agency("Solar Press")]]))
    assert (found.kind, found.agency, found.confidence) == ("outside", None, "low")


def test_the_agency_s_own_page_is_the_origin() -> None:
    """Where the credited agency is a member, its page is the origin and everyone's parent."""
    own = page("wire", COPY, outlet="polarwire", published="2030-05-01T06:00:00+00:00")
    copies = [page(n, COPY, credited=[agency("Polar Wire")]) for n in ("a", "b")]
    found = judged(own, *copies)
    assert (found.kind, found.page, found.confidence) == ("page", "wire", "high")
    assert parents(found) == {"a": "wire", "b": "wire", "wire": None}
    assert {line.kind for line in found.descents if line.page != "wire"} == {"page"}


def test_the_page_that_precedes_and_contains_all_is_the_origin() -> None:
    """Exact times and containment together point at a page."""
    first = page("first", (*COPY, ADDED), published="2030-05-01T06:00:00Z")
    later = [page(n, COPY[:4], published=f"2030-05-01T1{h}:00:00Z") for h, n in enumerate("ab")]
    found = judged(first, *later)
    assert (found.kind, found.page) == ("page", "first")
    assert "earliest: 2030-05-01 06:00Z at First" in texts(found)


def test_a_date_without_time_of_day_orders_no_pages_of_one_day() -> None:
    """Day-only dates leave the verdict open."""
    found = judged(page("a", COPY, published="2030-05-01"), page("b", COPY[:4], published="2030-05-01"))
    assert found.kind == "undecided"
    assert any("without an exact time of day" in text for text in texts(found))


def test_outlets_at_the_same_time_with_additions_of_their_own_share_a_lost_origin() -> None:
    """None contains the others, all came at once: outside, no agency named, medium at most."""
    members = [
        page(n, (*COPY[i:], own), published=f"2030-05-01T06:1{i}:00Z")
        for i, (n, own) in enumerate(zip("abc", OWN, strict=True))
    ]
    found = judged(*members)
    assert (found.kind, found.agency, found.confidence) == ("outside", None, "medium")
    assert "no credit line found" in texts(found)


def test_without_times_or_credits_nothing_is_decided() -> None:
    """Two equal pages say nothing of their order."""
    found = judged(page("a", COPY), page("b", COPY))
    assert (found.kind, found.confidence) == ("undecided", "low")
    assert parents(found) == {"a": None, "b": None}
    assert "no publication time known" in texts(found)


def test_an_outlet_s_earlier_version_is_the_parent_of_its_update() -> None:
    """Also where the origin lies outside."""
    members = [
        page("v1", COPY, outlet="daily", published="2030-05-01T06:00:00Z", credited=[agency("Polar Wire")]),
        page("v2", (*COPY, ADDED), outlet="daily", published="2030-05-01T09:00:00Z"),
        page("x", COPY, credited=[agency("Polar Wire")]),
    ]
    assert parents(judged(*members)) == {"v1": None, "v2": "v1", "x": None}


def test_a_member_that_others_refer_to_is_the_origin() -> None:
    """ "As the Daily first reported" points at the Daily's page."""
    said = Credit("Daily", False, "text", "the Daily reported")
    found = judged(page("a", COPY, outlet="daily"), page("b", (*COPY, ADDED), credited=[said]))
    assert (found.kind, found.page) == ("page", "a")


def test_a_wire_s_note_left_in_speaks_for_an_origin_outside() -> None:
    """ "(more)" is what a wire writes to its clients."""
    found = judged(page("a", (*COPY, "(MORE)")), page("b", COPY))
    assert found.kind == "outside"
    assert [e.spans[0].page for e in found.evidence if "wire’s" in e.text or "wire's" in e.text] == ["a"]


def test_an_outlet_s_own_name_put_into_the_text_is_evidence() -> None:
    """ "Reports the Daily" on the Daily's page is an insertion of its own."""
    own = Credit("Daily", False, "text", "reports the Daily")
    found = judged(page("a", COPY, outlet="daily", credited=[own]), page("b", COPY))
    assert any("put its own name into the text" in text for text in texts(found))
    assert found.kind == "undecided"


def test_who_carries_most_is_no_origin_where_a_sign_speaks_against_it() -> None:
    """Two desks that each word the copy their own way, the fuller one naming itself: outside, low."""
    own = Credit("Daily", False, "text", "reports the Daily")
    other = tuple(p.replace("Monday", "May 6").replace("harbour", "harbor") for p in COPY)
    full = page("a", (*COPY, ADDED), outlet="daily", published="2030-05-08", credited=[own])
    found = judged(full, page("b", other, published="2030-05-07"))
    assert (found.kind, found.confidence) == ("outside", "low")


def test_today_carried_into_the_next_day_is_evidence() -> None:
    """A relative day that is a day old speaks for the earlier page."""
    copy = (*COPY, "The inquiry opens today in the old customs house, the county said.")
    found = judged(page("a", copy, published="2030-05-01"), page("b", copy, published="2030-05-02"))
    assert [(e.speaks_for, e.sign) for e in found.evidence if "repeats" in e.text] == [
        ("a", "edit_direction")
    ]


def test_the_order_of_members_does_not_matter() -> None:
    """The same ledger from any order."""
    members = pages([[agency("Polar Wire")], [], [agency("PWA")]])
    assert judged(*members) == judged(*members[::-1])


def test_a_credit_to_agencies_at_large_agrees_with_a_named_one() -> None:
    """ "Staff and agencies" does not compete with the agency that another page names."""
    found = judged(*pages([[agency("Polar Wire")], [agency("Staff and agencies")]]))
    assert (found.kind, found.agency, found.confidence) == ("outside", "Polar Wire", "medium")


def test_agencies_at_large_name_none() -> None:
    """Where no page names an agency, the origin lies outside and has no name."""
    found = judged(*pages([[agency("agencies")], [agency("news agencies")]]))
    assert (found.kind, found.agency) == ("outside", None)


def test_pages_of_one_day_are_earliest_together() -> None:
    """A tie names every page of it, and speaks for none."""
    members = [page(n, COPY, published=f"2030-05-{d}") for n, d in (("a", "01"), ("b", "01"), ("c", "04"))]
    lines = [e for e in judged(*members).evidence if e.sign == "time"]
    assert [(e.text, e.speaks_for) for e in lines] == [
        ("earliest: 2030-05-01 at A and B, without an exact time of day", "")
    ]


def test_two_pages_that_carry_all_speak_for_neither() -> None:
    """Containment is a sign for a page only where it is the only one."""
    found = judged(page("a", (*COPY, ADDED)), page("b", COPY), page("c", COPY[:4]))
    lines = [(e.text, e.speaks_for) for e in found.evidence if e.sign == "containment"]
    assert lines == [("2 of 3 pages carry all the shared copy", "")]


def test_an_outlet_that_splices_a_second_agency_in_does_not_gainsay_the_first() -> None:
    """Most outlets credit one agency, and the one that names another credits the first as well."""
    both = [agency("Polar Wire"), agency("Solar Press")]
    found = judged(*pages([[agency("Polar Wire")], [agency("Polar Wire")], both, []]))
    assert (found.kind, found.agency, found.confidence) == ("outside", "Polar Wire", "high")


def test_an_outlet_that_credits_another_agency_instead_gainsays_it() -> None:
    """The copy cannot be of both."""
    credited = [[agency("Polar Wire")]] * 3 + [[agency("Solar Press")]]
    found = judged(*pages(credited))
    assert (found.kind, found.agency, found.confidence) == ("outside", "Polar Wire", "medium")


def test_without_credits_no_origin_is_sure() -> None:
    """The earliest and fullest page may be a perfect copy of one that is not in the pile."""
    first = page("first", (*COPY, ADDED), published="2030-05-01T06:00:00Z")
    later = [page(n, COPY[:4], published=f"2030-05-01T1{h}:00:00Z") for h, n in enumerate("abc")]
    found = judged(first, *later)
    assert (found.page, found.confidence) == ("first", "low")


def test_credits_at_odds_together_name_no_agency() -> None:
    """Two agencies with one outlet each weigh as one with two, so that the first does not settle it."""
    found = judged(
        *(page(name, COPY, credited=[agency("Northwire")]) for name in ("a", "b", "c")),
        page("d", COPY, credited=[agency("Mercury")]),
        page("e", COPY, credited=[agency("Sentinel Press")]),
    )
    assert found.agency is None
    assert found.confidence == "low"
