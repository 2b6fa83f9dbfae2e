"""HTML to text: what the reader of markup leans on, and that nothing in a page stops it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samecopy.stages.extract.markup import Markup, read_markup

_PIECES = st.sampled_from(
    re.findall(
        r"<[^<>]*>|\S+",
        "<p> </p> <div> </div> <b> </b> <a> </a> <ul> <li> </ul> <br> <table> <tr> <td> </table> <script> "
        "</script> <svg> </svg> <!-- --> <!x> </ < > & word ü \" ' = <a href='x'> <p class=\"y\"> <i hidden>",
    )
)


def texts(page: str) -> list[str]:
    return [line.text for line in read_markup(page).lines]


def ancestry(markup: Markup, line: int) -> list[str]:
    """Tags of the elements around a line, innermost first."""
    found, node = [], markup.lines[line].node
    while node >= 0:
        found.append(markup.elements.tags[node])
        node = markup.elements.parents[node]
    return found


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>One <b>two</b>\n three</p><p>Four", ["One two three", "Four"]),
        ("a < b and 3 <4", ["a < b and 3 <4"]),
        ("Salt &amp; sand&nbsp;&#8212; here", ["Salt & sand — here"]),
        ("<P CLASS=x>Upper</P>", ["Upper"]),
        ("seen<!-- > not --> too<!---->", ["seen too"]),
        ("<p>kept<p title='a > b'>whole", ["kept", "whole"]),
        ("<script>if (a<b) '</p>'</script>left", ["left"]),
        ("<SCRIPT>x</Script >left", ["left"]),
        ("<svg><p>x<g></svg>left", ["left"]),
        ("<i hidden>x<b>y</b></i>left", ["left"]),
        ("<span style='Display : NONE'>x</span>left", ["left"]),
        ("kept<div class='cut", ["kept"]),
        ("zero\0s", ["zeros"]),
        ("<noscript>x</noscript><p>left</p></nowhere>", ["left"]),
    ],
)
def test_lines_are_what_a_reader_sees(page: str, lines: list[str]) -> None:
    """Blocks part lines; scripts, comments, hidden spans and cut tags show nothing."""
    assert texts(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>One<br>line", ["One line"]),
        ("<p>One.<br>Two", ["One.", "Two"]),
        ("<p>One<br><br>Two", ["One", "Two"]),
        ("<div>One<br><div>in</div><br>Two</div>", ["One", "in", "Two"]),
    ],
)
def test_a_line_break_ends_a_line_where_a_sentence_ends(page: str, lines: list[str]) -> None:
    """One break is white space, two are an end; an element between is one as well."""
    assert texts(page) == lines


@pytest.mark.parametrize(
    ("page", "around"),
    [
        ("<div><p>a<p>b", ["p", "div"]),
        ("<ul><li>a<li>b", ["li", "ul"]),
        ("<table><tr><td>a<td>b", ["td", "tr", "table"]),
        ("<p><b>a<div>b", ["div", "p"]),
        ("<div><p>a</div>b", []),
        ("<table><tr><td>a<p></div>b", ["p", "td", "tr", "table"]),
        ("<p><figure>a</figure>b", ["p"]),
        ("<body><p>a</p></body><p>b", ["p", "body"]),
        ("<ul><li/><b/>a<li>b", ["li", "ul"]),
    ],
)
def test_elements_left_open_are_shut_as_browsers_do(page: str, around: list[str]) -> None:
    """By a start that cannot stand inside, or by the end of one around; not by a stray end."""
    markup = read_markup(page)
    assert ancestry(markup, len(markup.lines) - 1) == around


def test_linked_characters_are_counted() -> None:
    """Text in links, with its inner white space and an entity as one, whatever is nested in them."""
    first, second, third = read_markup("<p>a <a>b &amp; c</a> d<p><a><b>all</b></a><p>none").lines
    assert [line.linked for line in (first, second, third)] == [5, 3, 0]


def test_names_stand_in_one_order() -> None:
    """Class, id, itemprop and test id, the first of each; entities are read."""
    elements = read_markup("<div id=b class='a&amp;b' class=c data-testid=d itemprop=e>x<p>").elements
    assert elements.names == ("a&b b e d", "")


@given(st.lists(_PIECES, max_size=40))
def test_no_page_breaks_the_columns(pieces: list[str]) -> None:
    """Lines stand in the text one after the other, and parents before their children."""
    markup = read_markup("".join(pieces))
    assert [line.span.of(markup.text) for line in markup.lines] == [line.text for line in markup.lines]
    assert "\n".join(line.text for line in markup.lines) == markup.text
    assert all(parent < number for number, parent in enumerate(markup.elements.parents))
    assert all(line.node < len(markup.elements) for line in markup.lines)


@given(st.lists(_PIECES, max_size=40))
def test_what_is_in_an_element_stands_before_its_end(pieces: list[str]) -> None:
    """The slow oracle: an element is in another if a chain of parents leads there."""
    elements = read_markup("".join(pieces)).elements
    for number in range(len(elements)):
        around, chain = number, set()
        while around >= 0:
            chain.add(around)
            around = elements.parents[around]
        assert chain == {n for n in range(len(elements)) if number in elements.inside([n])}


@given(st.lists(st.sampled_from(("<b>", "</b>", "<i>", "</i>", "one", "two", "&lt;", ".", "ü")), max_size=30))
def test_text_is_what_is_left_without_tags(pieces: list[str]) -> None:
    """The slow oracle: where nothing is a block, all tags cut out and white space run together."""
    page = " ".join(pieces)
    plain = re.sub(r"</?[bi]>", "", page).replace("&lt;", "<")
    assert read_markup(page).text == " ".join(plain.split())
