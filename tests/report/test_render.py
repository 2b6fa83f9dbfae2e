"""The HTML document, read with a parser that is not a browser."""

import base64
import hashlib
import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest
from lxml import html

from samecopy import report
from samecopy.records import Result
from tests.sample import EVIL, sample

PAGE = report.render(sample())
TREE = html.document_fromstring(PAGE)
EVIL_TREE = html.document_fromstring(report.render(sample(hostile=True)).encode())


def text(path: str) -> str:
    return " ".join(" ".join(element.text_content() for element in TREE.xpath(path)).split())


def test_begins_with_a_doctype() -> None:
    """Without one a browser would fall back to quirks."""
    assert PAGE.startswith("<!doctype html>")


def test_is_the_same_each_time() -> None:
    """Equal results give equal documents."""
    assert report.render(sample()) == PAGE


def test_an_empty_pile_renders() -> None:
    """A pile of nothing is a document too."""
    assert "0 pages" in report.render(Result((), 0, (), ()))


def test_verdict_in_plain_words() -> None:
    """The story's first line answers the question."""
    assert "9 pages, 8 outlets: at most 3 independent origins." in text("//*[@id='s1']//p[@class='verdict']")


def test_policy_allows_only_our_own_style_and_script() -> None:
    """The hashes in the policy are those of the inline style and script."""
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        (inline,) = re.findall(f"<{tag}>(.*?)</{tag}>", PAGE, re.S)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "base-uri 'none'; form-action 'none'" in policy


def test_nothing_is_loaded_from_elsewhere() -> None:
    """No element asks for a resource."""
    assert TREE.xpath("//@src | //link[not(@rel='icon')]/@href | //@srcset | //@style") == []
    assert not re.search(r"url\(|@import", PAGE)


def test_hostile_strings_are_text() -> None:
    """Markup in titles, outlets, texts and ids stays text; controls are gone."""
    assert EVIL_TREE.xpath("//img | //@onerror | //@onclick") == []
    assert len(EVIL_TREE.xpath("//script")) == 1
    shown = EVIL_TREE.text_content()
    assert "<script>window.hacked=1</script>" in shown
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", shown)
    assert EVIL not in shown


def test_only_web_addresses_become_links() -> None:
    """`javascript:` and addresses with spaces are shown, not linked."""
    outward = [href for href in EVIL_TREE.xpath("//a/@href") if not href.startswith("#")]
    assert outward == []
    assert "javascript:window.hacked=1" in EVIL_TREE.text_content()


def test_links_out_carry_no_referrer() -> None:
    """A link to a page's own address gives nothing away."""
    links = TREE.xpath("//a[starts-with(@href, 'http')]")
    assert links
    assert {link.get("rel") for link in links} == {"noreferrer noopener"}


@pytest.mark.parametrize("tree", [TREE, EVIL_TREE], ids=["plain", "hostile"])
def test_ids_are_unique_and_every_link_lands(tree: html.HtmlElement) -> None:
    """Each internal link names an element, and no name is given twice."""
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    missing = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} - set(ids)
    assert missing == set()


@pytest.mark.parametrize(
    "anchor",
    ["s1", "s1/A", "s1/A/p4", "s1/A/p4/3", "s1/A/p1/2/e1", "s1/st3", "s1/e2", "s1/f1", "page/daily-x.html"],
)
def test_stable_addresses(anchor: str) -> None:
    """Addresses that people keep."""
    assert len(TREE.xpath("//*[@id=$id]", id=anchor)) == 1


def test_every_strip_cell_has_words() -> None:
    """A cell says its state in text, not by colour or letter alone."""
    cells = TREE.xpath("//table[@class='strip']//td")
    assert len(cells) > 48
    assert all(cell.xpath("string(.//span[@class='sr'])") for cell in cells)


def test_strip_tells_all_states() -> None:
    """Kept, changed, moved, added and cut are all there."""
    states = {cell.get("class") for cell in TREE.xpath("//*[@id='s1/A']//table//td")}
    assert states == {"kept", "changed", "moved", "added", "cut", "absent"}


def test_edits_stand_in_the_text() -> None:
    """A changed figure is struck in the base and inserted in the witness, with kind and weight."""
    passage = TREE.xpath("//*[@id='s1/A/p1/2']")[0]
    assert "40" in [e.text_content() for e in passage.xpath(".//div[@class='pair']//del")]
    assert "60" in [e.text_content() for e in passage.xpath(".//div[@class='pair']//ins")]
    said = " ".join(passage.xpath("string(.//ol[@class='edits'])").split())
    assert "local form date form" in said
    assert "matters figure" in said
    assert "both are 2031-04-08" in said


def test_lost_original_is_a_node_of_its_own() -> None:
    """The agency, not in the pile, is drawn dashed and named in the text alternative."""
    tree = TREE.xpath("//*[@id='s1/A']//figure")[0]
    assert tree.xpath("count(.//*[local-name()='circle'][contains(@class, 'outside')])") == 1
    assert "Harbour Times: likely from Nordwire, which is not in the pile." in tree.text_content()


def test_undecided_origin_is_said() -> None:
    """Where the evidence names no page, neither do we."""
    assert "Origin undecided" in text("//*[@id='s2/B']")


def test_ledger_links_to_the_places() -> None:
    """Each line of evidence links to the words it rests on."""
    hrefs = TREE.xpath("//*[@id='s1/A']//ul[@class='ledger']/li[1]//a/@href")
    assert len(hrefs) == 5
    assert all(href.startswith("#page/") for href in hrefs)


def test_statement_shows_the_reports_behind_it() -> None:
    """Places stand under the letter of their report, so that the count can be seen."""
    letters = TREE.xpath("//*[@id='s1/st1']//a[@class='letter']")
    assert [letter.text for letter in letters] == ["A"]


def test_what_is_left_out_is_counted() -> None:
    """Below the statements and below the timeline."""
    assert "2 statements left out as too uncertain." in text("//*[@id='s1/statements']")
    assert "1 event left out as too uncertain." in text("//*[@id='s1/timeline']")


def test_outlets_wordings_of_a_date_stand_together() -> None:
    """Each temporal expression is shown with the outlets that use it."""
    assert "“on Tuesday” Harbour Times “on April 8” Daily X" in text("//*[@id='s1/e1']")


def test_statement_carries_both_counts() -> None:
    """Independent reports and independent primary sources, each an upper bound."""
    assert "at most 1 report · at most 1 primary source" in text("//*[@id='s1/st1']")


def test_marks_hold_the_very_words() -> None:
    """A statement's link lands on the words of the page."""
    href = TREE.xpath("//*[@id='s1/st2']//p[@class='places']/a[not(@class)]/@href")[0]
    assert (
        TREE.xpath("//*[@id=$id]", id=href[1:])[0].text_content() == "Dockworkers were not told of the plan"
    )


def test_undated_events_stand_apart() -> None:
    """An event without a date is listed, not dated."""
    assert "no date set" in text("//ul[contains(@class, 'undated')]")


def test_rejected_pages_are_listed_with_reasons() -> None:
    """What was not read is said."""
    assert "pile/walled.html" in text("//*[@id='rejected']")
    assert "paywall" in text("//*[@id='rejected']")


def test_headings_do_not_skip_a_level() -> None:
    """Outline for readers who move by headings."""
    levels = [int(heading.tag[1]) for heading in TREE.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_tables_have_captions_and_scopes() -> None:
    """Each table says what it is, each header what it heads."""
    tables = TREE.xpath("//table")
    assert all(table.xpath("./caption") for table in tables)
    assert TREE.xpath("//th[not(@scope)]") == []


def test_credit_line_absent_is_said_in_those_words() -> None:
    """No page is called original for lack of a credit."""
    assert "no credit line found" in text("//*[@id='page/north-news.html']")


def test_lone_surrogates_do_not_break_the_document() -> None:
    """A file name that is no UTF-8 leaves a document that can be written."""
    result = sample()
    view = result.pages[8]
    odd = replace(view, article=replace(view.article, page="b\udcff.html"))
    report.render(replace(result, pages=(*result.pages, odd))).encode()
