"""What noted tags say: the head, authors and moments of the lines, roles."""

from samecopy.stages.extract.elements import Head
from samecopy.stages.extract.line import Zone
from samecopy.stages.extract.markup import read_markup
from samecopy.stages.extract.noted import read_attributes


def head(page: str) -> Head:
    return read_markup(page).head


def test_the_head_is_read() -> None:
    """Title, language, meta elements, the links that tell of origin, JSON-LD as it stands."""
    found = head(
        "<html lang=en><title> Ferry &amp; fog </title><title>no</title><meta property=OG:x content='a  b'>"
        "<link rel=stylesheet href=s.css><link rel=Canonical href=/f><script type='application/ld+json'>"
        '{"a": "&amp;<p>"}</script><script type=text/javascript>x</script>'
    )
    assert (found.title, found.language) == ("Ferry & fog", "en")
    assert found.metas == {"og:x": "a b"}
    assert found.links == [("canonical", "/f")]
    assert found.ld == ['{"a": "&amp;<p>"}']


def test_authors_are_the_text_of_what_is_marked_so() -> None:
    """By relation, by class name, by the address of an author's page; up to the first end of that tag."""
    page = (
        "<p>By <a rel=author>Ada <b>Voss</b></a>, <i class=byline-name>Per Lind</i>, "
        "<a href='/authors/x'>Bo</a>"
    )
    assert head(page).authors == [("Ada Voss", 0), ("Per Lind", 0), ("Bo", 0)]
    assert head("<p><span class=author>Ada <span>Voss</span> of Holm</span>").authors == [("Ada Voss", 0)]


def test_a_name_ends_with_its_block_at_the_latest() -> None:
    """Only what stands in one line is a name or a moment, whether or not its element is shut."""
    assert head("<p><span class=author>Ada Voss<p>Holm</span>").authors == [("Ada Voss", 0)]
    assert head("<div><b class=byline>Ada Voss</div>Holm").authors == [("Ada Voss", 0)]
    assert head("<p><i class=author>Ada Voss<br>of Holm</i>").authors == [("Ada Voss", 0)]
    assert head("<p><time>4 May<p>x").times == [("4 May", "  ", 0)]


def test_moments_stand_in_attributes_or_in_words() -> None:
    """Time elements, items of microdata, hAtom's abbreviations."""
    page = (
        "<p><time datetime=2031-05-04 class=dt>May</time><time>4 May</time>"
        "<abbr class=published title='2031-05-04T09:00'>x</abbr><i itemprop=datePublished content=2031>x</i>"
    )
    found = head(page)
    assert found.times == [
        ("2031-05-04", " dt ", 0),
        ("4 May", "  ", 0),
        ("2031-05-04T09:00", "published", 0),
    ]
    assert found.metas == {"datepublished": "2031"}


def test_roles_are_zones_of_all_that_is_inside() -> None:
    """A role says what an element is, whatever its tag."""
    line, other = read_markup("<div role=navigation><p>a</p></div><p>b").lines
    assert line.zone & Zone.NAV
    assert not other.zone


def test_attributes_are_read_as_browsers_read_them() -> None:
    """Any quotation marks or none, the first of a name, entities in values only."""
    read = read_attributes(b""" a='1"' B="2'" c=3/4 d e = 5 a=6 f="&lt;" """)
    assert read == {"a": '1"', "b": "2'", "c": "3/4", "d": "", "e": "5", "f": "<"}
