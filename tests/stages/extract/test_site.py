"""Pages of one outlet together."""

from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import kept_lessons, read_page, read_site, unlearned

NOTICE = "The Post is printed on the mill's own paper in the old town hall of Torvik."
STORIES = [
    [
        "The ferry to Lunna sails again on Saturday.",
        "Its shaft was mended in eleven weeks of work.",
        "Bakers rejoiced.",
    ],
    [
        "A crane fell on an empty shed on Thursday night.",
        "Nobody was hurt, the harbour office said.",
        "Winds go on.",
    ],
    [
        "Five towns share the water of Lake Orrin from now on.",
        "The quarrel had lasted nine years.",
        "Hops will grow.",
    ],
    [
        "The council sold the granary for one crown to joiners.",
        "They must mend its roof in two years.",
        "One voted no.",
    ],
]


def page(name: str, *paragraphs: str) -> Article:
    read = read_page(Page(name, name, "text", "\n\n".join(paragraphs).encode(), ""), ReadSettings())
    assert isinstance(read, Article)
    return read


def bodies(*articles: Article) -> list[list[str]]:
    return [article.paragraph_texts() for article in read_site(articles, ReadSettings())]


def test_line_on_three_pages_is_furniture() -> None:
    """A line that recurs on three articles leaves the body of each, and says why."""
    pages = [page(str(n), story[0], NOTICE, *story[1:]) for n, story in enumerate(STORIES[:3])]
    assert bodies(*pages) == STORIES[:3]
    assert [f.why for f in read_site(pages, ReadSettings())[0].furniture] == ["site"]


def test_digits_do_not_matter() -> None:
    """Lines that differ in their digits only are the same line."""
    pages = [
        page(str(n), *story, f"Edition {n} of the Post is out at {n} o'clock.")
        for n, story in enumerate(STORIES)
    ]
    assert bodies(*pages) == STORIES


def test_short_line_at_the_edge_of_two_pages_is_furniture() -> None:
    """At an end of the body two pages are enough for a short line."""
    pages = [page(str(n), *story, "Write to us at the mill.") for n, story in enumerate(STORIES[:2])]
    assert bodies(*pages) == STORIES[:2]


def test_long_paragraph_on_two_pages_stays() -> None:
    """Two reports of one outlet may share a paragraph of background."""
    pages = [
        page(str(n), story[0], NOTICE, NOTICE.replace("paper", "ink") * 3, *story[1:])
        for n, story in enumerate(STORIES[:2])
    ]
    assert all(NOTICE in body for body in bodies(*pages))


def test_updates_of_one_report_keep_their_body() -> None:
    """Versions of an article are one article here, however many there are."""
    pages = [page(str(n), *STORIES[0], *STORIES[1], f"Update {n}: the tide is high.") for n in range(5)]
    assert all(body[:6] == STORIES[0] + STORIES[1] for body in bodies(*pages))


def test_order_of_pages_does_not_matter() -> None:
    """Each article comes out alike in any order of input."""
    pages = [page(str(n), story[0], NOTICE, *story[1:]) for n, story in enumerate(STORIES)]
    forth, back = read_site(pages, ReadSettings()), read_site(pages[::-1], ReadSettings())
    assert forth == back[::-1]


def test_lessons_of_earlier_pages_count_like_pages_beside() -> None:
    """Two pages remembered and one of now are three that share a line."""
    settings = ReadSettings()
    first, second, third = (page(str(n), story[0], NOTICE, *story[1:]) for n, story in enumerate(STORIES[:3]))
    earlier = kept_lessons([first, second], (), settings)
    assert NOTICE in read_site([third], settings)[0].paragraph_texts()
    assert NOTICE not in read_site([third], settings, earlier)[0].paragraph_texts()


def test_a_page_is_no_witness_against_itself() -> None:
    """Read again, it is not beside its own lesson; its body stays whole."""
    settings = ReadSettings()
    again = page("a", *STORIES[0])
    remembered = kept_lessons([again], (), settings)
    assert unlearned([again], remembered, settings) == ()


def test_versions_remembered_do_not_take_the_body_of_an_update() -> None:
    """Near-duplicate siblings count once, whenever they were read."""
    settings = ReadSettings()
    versions = [page(str(n), *STORIES[0], f"Version {'abc'[n]}.") for n in range(3)]
    update = page("u", *STORIES[0], "Crews go home.")
    earlier = kept_lessons(versions, (), settings)
    assert read_site([update], settings, earlier)[0].paragraph_texts() == update.paragraph_texts()


def test_what_is_remembered_is_bounded_and_the_earlier_stays() -> None:
    """However many pages an outlet has; a pile read twice then leaves the same memory."""
    settings = ReadSettings(site_remembered=2)
    pages = [page(str(n), *story) for n, story in enumerate(STORIES)]
    first = kept_lessons(pages[:2], (), settings)
    assert kept_lessons(pages[2:], first, settings) == first
