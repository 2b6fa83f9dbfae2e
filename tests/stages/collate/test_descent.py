"""Lines of descent: who was made of whom, how sure, and why."""

from samecopy.records import Descent
from samecopy.settings import CollateSettings
from samecopy.stages.collate import collate, origin
from tests.stages.collate.pages import ADDED, COPY, page

SETTINGS = CollateSettings()
CHANGED = (
    COPY[0].replace("ran aground", "struck a bank"),
    COPY[1].replace("three boats", "a tug"),
    COPY[2].replace("long scrape", "dull groan"),
    COPY[3].replace("repaired", "refitted"),
    *COPY[4:],
)


def lines(*pages: tuple[str, tuple[str, ...], str | None]) -> dict[str, Descent]:
    """The lines of a family of pages, each a name, paragraphs and the hour it came out."""
    members = [
        page(name, paragraphs, published=f"2030-05-01T{hour}:00Z" if hour else None)
        for name, paragraphs, hour in pages
    ]
    found = origin(members, collate(members, [], [], SETTINGS, base=pages[0][0]), SETTINGS)
    return {line.page: line for line in found.descents}


def test_shared_wordings_make_a_page_the_copy_of_a_copy() -> None:
    """What two pages word alike against all others, the later has from the earlier."""
    found = lines(
        ("first", COPY, "06:00"),
        ("second", CHANGED, "08:00"),
        ("third", CHANGED[:5], "10:00"),
        ("fourth", COPY[:4], "09:00"),
    )
    assert {page: line.parent for page, line in found.items()} == {
        "first": None,
        "second": "first",
        "third": "second",
        "fourth": "first",
    }
    assert found["third"].confidence == "high"
    assert any("no page has but its copies" in e.text for e in found["third"].evidence)
    assert "put out 2 h 0 min after it" in [e.text for e in found["third"].evidence]


def test_the_wordings_shared_are_pointed_at() -> None:
    """The evidence stands at the place in the copy's own text."""
    found = lines(("a", COPY, "06:00"), ("b", CHANGED, "08:00"), ("c", CHANGED[:5], "10:00"))
    spans = [span for e in found["c"].evidence if e.sign == "wording" for span in e.spans]
    assert {span.page for span in spans} == {"c"}


def test_likeness_to_the_origin_is_never_sure() -> None:
    """An origin and a perfect copy of it read the same, and the origin may not be in the pile."""
    found = lines(("a", (*COPY, ADDED), "06:00"), ("b", COPY, "08:00"), ("c", COPY[:4], "09:00"))
    assert {line.confidence for line in found.values() if line.parent} == {"low"}


def test_no_page_is_made_of_a_later_one() -> None:
    """The fuller page came out last, so that it is no source."""
    found = lines(("full", COPY, "12:00"), ("short", COPY[:5], "06:00"), ("brief", COPY[:3], "08:00"))
    assert all(line.parent != "full" for line in found.values())


def test_pages_that_read_the_same_are_named_together() -> None:
    """Without times the text cannot tell which of two equal pages a cut one was made of."""
    found = lines(("a", COPY, None), ("b", COPY, None), ("c", COPY[:3], None), ("d", COPY[:4], None))
    cut = found["c"]
    assert {cut.parent, *cut.alike} == {"a", "b"}
    assert cut.confidence == "low"


def test_a_copy_that_stops_early_is_said_to() -> None:
    """Cut from the end."""
    found = lines(("a", COPY, "06:00"), ("b", COPY[:4], "08:00"), ("c", COPY, "09:00"))
    assert "stops after 4 of its 6 paragraphs" in [e.text for e in found["b"].evidence]


def spelled(harbour: str, centre: str, grey: str) -> tuple[str, ...]:
    """The copy with three words that are spelled in two ways."""
    return (
        COPY[0].replace("harbour", harbour),
        COPY[1].replace("coast service", f"rescue {centre}"),
        *COPY[2:4],
        COPY[4].replace("hull", f"{grey} hull"),
        COPY[5],
    )


def test_a_page_that_mixes_spellings_is_no_copy_of_one_that_does_not() -> None:
    """A house that changes spelling changes it throughout, so that the mixed page stands above."""
    found = lines(
        ("british", spelled("harbour", "centre", "grey"), None),
        ("mixed", spelled("harbor", "centre", "grey"), None),
        ("american", spelled("harbor", "center", "gray"), None),
        ("cut", spelled("harbor", "center", "gray")[:3], None),
    )
    assert found["british"].parent == found["american"].parent == "mixed"


def test_a_brief_is_no_origin_for_all_it_does_not_say() -> None:
    """Pages that agree on paragraphs which the brief lacks do not come from it."""
    second = (*CHANGED[:5], COPY[5])
    found = lines(
        ("brief", COPY[5:], None), ("one", COPY, None), ("other", COPY, None), ("third", second, None)
    )
    assert "brief" not in {line.parent for line in found.values()}
    assert {found["brief"].parent, *found["brief"].alike} == {"one", "other"}


def test_of_two_equal_pages_neither_is_said_to_be_the_copy() -> None:
    """Each might as well be the origin."""
    found = lines(("a", COPY, None), ("b", COPY, None), ("c", COPY[:3], None))
    assert {found["a"].parent, found["b"].parent} == {None}
