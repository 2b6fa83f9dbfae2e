"""What a file holds: by its name, and where the name does not say, by its first bytes."""

import os
import re
from typing import Literal

Kind = Literal[
    "html", "text", "mhtml", "jsonl", "json", "csv", "parquet", "xml", "warc", "zip", "wacz", "bare", "other"
]
"""What a file holds. `xml`: a feed or a wire item. `bare`: no suffix. `other`: a suffix no reader knows."""

SUFFIXES: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".ninjs": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".xml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".rdf": "xml",
    ".newsml": "xml",
    ".warc": "warc",
    ".zip": "zip",
    ".wacz": "wacz",
}
HEAD = 2048
"""Bytes that `kind_by_head` wants to see."""

_PACKED = (".gz", ".zst", ".zstd")
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!doctype\s+html|<html|<head|<body)", re.IGNORECASE
)
_WIRE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:[^>]*>\s*<)*?(?:\w+:)?"
    rb"(?:rss|feed|RDF|newsItem|newsMessage|packageItem|knowledgeItem)[\s>]"
)
_MAGIC: tuple[tuple[bytes, Kind], ...] = ((b"WARC/", "warc"), (b"PK\x03\x04", "zip"), (b"PAR1", "parquet"))


def kind_of(name: str) -> Kind:
    """What the name says of the file; `.gz` and `.zst` are looked through.

    >>> kind_of("a.HTML.gz"), kind_of("crawl.warc.zst"), kind_of("README"), kind_of("logo.png")
    ('html', 'warc', 'bare', 'other')
    """
    _, suffix = os.path.splitext(_unpacked(name.lower()))
    return SUFFIXES.get(suffix, "other") if suffix else "bare"


def stem_of(name: str) -> str:
    """The file name without the suffixes that readers know.

    >>> stem_of("a.b.html.gz")
    'a.b'
    """
    name = _unpacked(name)
    head, suffix = os.path.splitext(name)
    return head if suffix.lower() in SUFFIXES else name


def _unpacked(name: str) -> str:
    for suffix in _PACKED:
        name = name.removesuffix(suffix)
    return name


def kind_by_head(head: bytes) -> Kind | None:
    """What the first bytes say; None where they do not.

    >>> kind_by_head(b"WARC/1.1"), kind_by_head(b'<?xml version="1.0"?><rss version="2.0">')
    ('warc', 'xml')
    >>> kind_by_head(b"<!doctype html><p>feed"), kind_by_head(b"{}")
    ('html', None)
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if _WIRE.match(head[:HEAD]):
        return "xml"
    return "html" if is_markup(head) else None


def is_markup(head: bytes) -> bool:
    """Whether bytes begin as HTML or XML does."""
    return _MARKUP.match(head[:1024]) is not None
