"""What comes in: pages with their provenance, what was given beside them, and rejections."""

from dataclasses import dataclass
from typing import Literal

MediaType = Literal["html", "text"]
"""`html`: bytes of an HTML document. `text`: plain text, perhaps with site furniture in it."""


@dataclass(frozen=True, slots=True)
class Given:
    """Metadata that came beside the page (a `pages.csv`, columns of a table), not from within it.

    Each is the string as given, or None. `published` is any ISO 8601 date or date-time, `fetched` the
    time at which the bytes were fetched, likewise. What is given beats what the page says.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes with their provenance.

    `id` names the page in the pile (a path relative to the named root, or a row's own id),
    `locator` says where the bytes came from (`pile/a.html`, `rows.jsonl#3`, `crawl.warc.gz#81920`),
    `digest` is the BLAKE2b-128 of `data` in hex.
    """

    id: str
    locator: str
    media: MediaType
    data: bytes
    digest: str
    given: Given = Given()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that was not read, and why. `reason` is a short stable code, `detail` a sentence."""

    page: str
    locator: str
    reason: str
    detail: str
