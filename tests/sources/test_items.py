"""Feeds and wire items become pages where they carry the text, and rows with the reason where not."""

from pathlib import Path

import pytest

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile

SMALL = ReadSettings(max_page_bytes=20_000)
TEXT = "The ferry to Norhaven will stay in port until the harbour wall is mended."
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title>{}</channel></rss>'
)
ITEM = (
    "<item><title>Rock &amp;amp; ferry</title><link>https://gazette.example/1</link><guid>g1</guid>"
    "<dc:creator>Ida Holm</dc:creator><pubDate>Wed, 11 Mar 2026 08:12:00 +0100</pubDate>"
    f"<description>Short.</description><content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded></item>"
)


def read(
    tmp_path: Path, content: str | bytes, name: str = "a.xml", settings: ReadSettings | None = None
) -> tuple[list[Page], dict[str, str]]:
    data = content.encode() if isinstance(content, str) else content
    (tmp_path / name).write_bytes(data)
    items = list(open_pile([tmp_path / name], settings or ReadSettings()))
    assert all(i.detail.endswith(".") for i in items if isinstance(i, Rejection))
    rejected = {i.page: i.reason for i in items if isinstance(i, Rejection)}
    return [i for i in items if isinstance(i, Page)], rejected


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "feed", "feed.php"])
def test_an_rss_item_with_its_text_is_a_page(tmp_path: Path, name: str) -> None:
    """Under whatever name; its time in the ISO form, its title with plain letters."""
    (page,), rejected = read(tmp_path, RSS.format(ITEM), name)
    assert (page.media, page.data.decode()) == ("html", f"<p>{TEXT}</p>")
    assert (page.given.url, page.given.title) == ("https://gazette.example/1", "Rock & ferry")
    assert (page.given.byline, page.given.published) == ("Ida Holm", "2026-03-11T08:12:00+01:00")
    assert page.locator.endswith(f"{name}#1")
    assert rejected == {}


def test_an_item_with_a_summary_only_is_told(tmp_path: Path) -> None:
    """The summary is not passed off as the article."""
    short = "<item><link>https://gazette.example/2</link><description>Short.</description></item>"
    pages, rejected = read(tmp_path, RSS.format(short + ITEM))
    assert [p.id for p in pages] == ["https://gazette.example/1"]
    assert rejected == {"a.xml#1": "no_full_text"}


def test_rss_1_is_read(tmp_path: Path) -> None:
    """Items beside the channel, dates in `dc:date`."""
    (page,), _ = read(
        tmp_path,
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel/><item><title>T</title><link>https://a.example/1</link><dc:date>2026-03-11</dc:date>"
        f"<content:encoded>&lt;p&gt;{TEXT}</content:encoded></item></rdf:RDF>",
    )
    assert (page.given.published, page.data.decode()) == ("2026-03-11", f"<p>{TEXT}")


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (f'<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content>', "html"),
        (
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content>',
            "html",
        ),
        (f"<content>{TEXT}</content>", "text"),
    ],
)
def test_an_atom_entry_with_its_text_is_a_page(tmp_path: Path, content: str, media: str) -> None:
    """As escaped markup, as markup, as plain text."""
    (page,), rejected = read(
        tmp_path,
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Ferry</title>'
        '<link rel="self" href="https://a.example/f"/><link href="https://a.example/1"/><id>urn:1</id>'
        f"<author><name>Ida Holm</name></author><updated>2026-03-11T08:12:00Z</updated>{content}</entry>"
        "</feed>",
    )
    assert (page.media, page.given.url, page.given.byline) == (media, "https://a.example/1", "Ida Holm")
    assert page.given.published == "2026-03-11T08:12:00Z"
    assert TEXT in page.data.decode()
    assert rejected == {}


def test_an_atom_entry_that_points_elsewhere_is_told(tmp_path: Path) -> None:
    """Content by address and a summary are no text."""
    entry = '<entry><id>urn:1</id><content src="https://a.example/1"/><summary>Short.</summary></entry>'
    assert read(tmp_path, f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>') == (
        [],
        {"a.xml#1": "no_full_text"},
    )


NEWSML = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:meridian.example:1" version="2">'
    '<itemMeta><provider qcode="nprov:Meridian"/><versionCreated>2026-03-11T08:12:00Z'
    "</versionCreated></itemMeta>"
    "<contentMeta><by>By Ida Holm</by><headline>Ferry stays in port</headline></contentMeta>"
    "<contentSet>{}</contentSet></newsItem>"
)
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
    f"<p>{TEXT}</p><br/></body></html></inlineXML>"
)


@pytest.mark.parametrize("wrapped", [True, False])
def test_a_newsml_item_is_a_page(tmp_path: Path, wrapped: bool) -> None:
    """Alone, or in a message."""
    item = NEWSML.format(XHTML)
    message = (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}</itemSet></newsMessage>'
    )
    (page,), rejected = read(tmp_path, message if wrapped else item)
    assert (page.id, page.given.outlet) == ("urn:newsml:meridian.example:1", "Meridian")
    assert (page.given.title, page.given.byline) == ("Ferry stays in port", "By Ida Holm")
    assert (page.media, page.given.published) == ("html", "2026-03-11T08:12:00Z")
    assert f"<p>{TEXT}</p>" in page.data.decode()
    assert rejected == {}


def test_a_newsml_item_in_nitf_keeps_its_paragraphs(tmp_path: Path) -> None:
    """As plain text, a line each."""
    nitf = (
        '<inlineXML contenttype="application/nitf+xml"><nitf'
        ' xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
        "<body.head><hedline><hl1>Not this</hl1></hedline></body.head><body.content><p>One\n two.</p>"
        "<p>Three.</p>"
        "</body.content></body></nitf></inlineXML>"
    )
    (page,), _ = read(tmp_path, NEWSML.format(nitf))
    assert (page.media, page.data) == ("text", b"One two.\n\nThree.")


def test_a_newsml_picture_is_told(tmp_path: Path) -> None:
    """It holds no text."""
    assert read(tmp_path, NEWSML.format('<remoteContent href="a.jpg"/>')) == ([], {"a.xml#1": "no_full_text"})


def test_the_xml_of_trafilatura_is_read(tmp_path: Path) -> None:
    """Metadata from its attributes; comments are not taken."""
    (page,), _ = read(
        tmp_path,
        '<doc sitename="Gazette" title="Ferry" author="Ida Holm" date="2026-03-11"'
        ' url="https://gazette.example/1" '
        f'hostname="gazette.example"><main><head rend="h1">Ferry</head><p>{TEXT}</p><list><item>One'
        "</item></list>"
        "</main><comments><p>First!</p></comments></doc>",
    )
    assert (page.given.outlet, page.given.url) == ("Gazette", "https://gazette.example/1")
    assert page.data.decode() == f"Ferry\n\n{TEXT}\n\nOne"


def test_other_xml_is_told_and_xhtml_is_a_page(tmp_path: Path) -> None:
    """A sitemap is of no kind that is read; a saved page is one, whatever its suffix."""
    assert read(tmp_path, "<urlset><url/></urlset>") == ([], {"a.xml": "unknown_kind"})
    (page,), _ = read(
        tmp_path, f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></html>'
    )
    assert (page.id, page.media) == ("a.xml", "html")


def test_a_damaged_feed_gives_what_comes_before(tmp_path: Path) -> None:
    """Cut short it is told; a stray ampersand does no harm."""
    whole = RSS.format(ITEM + ITEM.replace("/1<", "/2<"))
    pages, rejected = read(tmp_path, whole[: whole.rindex("<content:encoded") + 40])
    assert [p.id for p in pages] == ["https://gazette.example/1"]
    assert rejected == {"a.xml#2": "broken_xml"}
    (page,), rejected = read(tmp_path, RSS.format(ITEM.replace("Rock &amp;amp; ferry", "Rock & ferry&nbsp;")))
    assert (page.data.decode(), rejected) == (f"<p>{TEXT}</p>", {})


def test_no_entity_is_expanded_and_no_file_opened(tmp_path: Path) -> None:
    """Neither a billion laughs nor a look into the machine comes out of a feed."""
    (tmp_path / "secret").write_text("PASSWORD")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file://{tmp_path}/secret">{laughs}]>'
    feed = RSS.format(ITEM.replace("<p>", "<p>]]>&l9;&x;<![CDATA[")).replace("<rss", f"{doctype}<rss")
    pages, _ = read(tmp_path, feed)
    assert all(b"PASSWORD" not in p.data and len(p.data) < 1000 for p in pages)


def test_deep_and_endless_xml_is_told(tmp_path: Path) -> None:
    """A hundred thousand elements deep, one item without end, or a tag of attributes without end."""
    deep = RSS.format("<item>" + "<b>" * 100_000)
    endless = RSS.format("<item><title>" + "<b>x</b>" * 10_000)
    attributes = RSS.format("<item " + " ".join(f'a{n}="1"' for n in range(100_000)))
    for content in (deep, endless, attributes):
        pages, rejected = read(tmp_path, content, settings=SMALL)
        assert pages == []
        assert set(rejected.values()) <= {"too_large", "broken_xml"}
        assert rejected


def test_a_feed_above_the_bound_of_a_page_is_read(tmp_path: Path) -> None:
    """Only its items are bounded."""
    items = "".join(ITEM.replace("/1<", f"/{n}<").replace("port", f"port {n}") for n in range(300))
    pages, rejected = read(tmp_path, RSS.format(items), settings=SMALL)
    assert len(pages) == 300
    assert rejected == {}
