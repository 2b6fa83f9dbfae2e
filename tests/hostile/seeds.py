"""A valid file of each format, for the fuzzer to damage."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from tests.sources.warcs import HTML as TYPE
from tests.sources.warcs import Record, packed

SENTENCES = (
    "The night tram to Oldminster will run again from Monday, the transport office said on Friday.",
    "Engineers worked on the bridge for eleven weeks and replaced four of its girders, “at last”.",
    "Les voyageurs munis d’un billet peuvent prendre le tram jusqu’à la fin de l’année.",
    "夜の路面電車は月曜日から運転を再開すると、交通局が金曜日に発表した。",
)
HTML = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>Night tram</title>"
    '<link rel="canonical" href="https://gazette.example/tram">'
    '<meta property="og:site_name" content="Gazette">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Night tram", "datePublished": '
    '"2026-03-11T08:12:00Z", "author": [{"name": "A. Writer"}]}</script></head><body><nav><a'
    ' href="/">Home</a>'
    "</nav><article><h1>Night tram</h1><p>OLDMINSTER, March 11 (Meridian) - "
    + "</p><p>".join(SENTENCES)
    + "</p><table><tr><td>1</td></tr></table></article><footer>&copy; 2026</footer></body></html>"
)
ROW: dict[str, object] = {
    "id": "a1",
    "url": "https://gazette.example/tram",
    "outlet": "Gazette",
    "published": "2026-03-11T08:12:00Z",
    "title": "Night tram",
    "text": "\n\n".join(SENTENCES),
}
NINJS: dict[str, object] = {
    "uri": "urn:meridian:1",
    "versionCreated": "2026-03-11T08:12:00Z",
    "headlines": [{"role": "main", "value": "Night tram"}],
    "bodies": [{"contentType": "text/html", "value": "<p>" + "</p><p>".join(SENTENCES)}],
}
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>Gazette</title><item><title>Tram</title><link>https://gazette.example/1</link>"
    f"<pubDate>Wed, 11 Mar 2026 08:12:00 GMT</pubDate><content:encoded><![CDATA[{HTML}]]></content:encoded>"
    "</item><item><title>Ferry</title><description>Summary</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Tram</title><id>urn:1</id>'
    '<link href="https://gazette.example/1"/><updated>2026-03-11T08:12:00Z</updated><content type="xhtml">'
    f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{"</p><p>".join(SENTENCES)}</p></div></content></entry>'
    "</feed>"
)
NEWSML = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE newsMessage [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>'
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1"><itemMeta>'
    '<provider literal="Meridian"/><versionCreated>2026-03-11T08:12:00Z</versionCreated></itemMeta>'
    "<contentMeta><headline>Tram &b;</headline></contentMeta><contentSet><inlineXML"
    " contenttype='application/xhtml+xml'>"
    f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{"</p><p>".join(SENTENCES)}</p></body></html>'
    "</inlineXML></contentSet></newsItem></itemSet></newsMessage>"
)
MHTML = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n"
    "Content-Type: text/html; charset=utf-8\n"
    f"Content-Transfer-Encoding: 8bit\nContent-Location: https://gazette.example/1\n\n{HTML}\n--B--\n"
)


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW, ROW]), out)
    return out.getvalue()


def _zip(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def seeds() -> dict[str, bytes]:
    """A valid file of each format, by file name."""
    row = json.dumps(ROW).encode()
    csv = ",".join(ROW).encode() + b"\n" + b",".join(b'"%s"' % str(v).encode() for v in ROW.values()) + b"\n"
    records = [
        Record("https://gazette.example/1", HTML.encode()),
        Record(
            "https://gazette.example/2", gzip.compress(HTML.encode()), f"{TYPE}\r\nContent-Encoding: gzip"
        ),
        Record(
            "https://gazette.example/3", b"5\r\n<p>Hi\r\n0\r\n\r\n", f"{TYPE}\r\nTransfer-Encoding: chunked"
        ),
        Record("https://gazette.example/4", HTML.encode(), type="resource"),
    ]
    warc = packed(records, "plain")
    return {
        "a.html": HTML.encode(),
        "a.txt": "\n\n".join(SENTENCES).encode(),
        "a.mhtml": MHTML.encode(),
        "a.jsonl": row + b"\n" + json.dumps(NINJS).encode() + b"\n" + row + b"\n",
        "a.json": b'{"articles": [' + row + b", " + json.dumps(NINJS).encode() + b"]}",
        "a.csv": csv * 2,
        "a.parquet": _parquet(),
        "rss.xml": RSS.encode(),
        "atom.xml": ATOM.encode(),
        "newsml.xml": NEWSML.encode(),
        "a.warc": warc,
        "a.warc.gz": packed(records, "gz"),
        "a.warc.zst": packed(records, "zst"),
        "a.html.gz": gzip.compress(HTML.encode()),
        "a.zip": _zip({"a.html": HTML.encode(), "b.jsonl": row, "pages.csv": b"file,outlet\na.html,G\n"}),
        "a.wacz": _zip({"archive/data.warc.gz": packed(records, "gz"), "datapackage.json": b"{}"}),
        "bare": HTML.encode(),
        "pages.csv": b"file,url,outlet,published\na.txt,https://a.example/1,Gazette,2026-03-11\n",
    }
