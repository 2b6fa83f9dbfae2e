"""The page inside an MHTML file, as browsers save "a single file"."""

import email
from typing import cast

from samecopy.errors import UnreadablePage
from samecopy.sources.markup import from_envelope


def main_part(data: bytes, locator: str) -> tuple[bytes, str | None]:
    """The bytes of the first HTML part, and the address that it was saved from where it is told.

    Format: RFC 2557.

    Raises:
        UnreadablePage: `broken_mhtml`, no HTML part is in it.

    >>> main_part(b"Content-Type: text/html\\nContent-Location: https://a.example/1\\n\\n<p>Hi", "a.mhtml")
    (b'<p>Hi', 'https://a.example/1')
    """
    try:
        return _html_part(data, locator)
    except UnreadablePage:
        raise
    except Exception as error:  # the standard library's parser throws many kinds at broken messages
        detail = f"{locator} is a damaged MHTML file ({type(error).__name__}). Save the page again."
        raise UnreadablePage("broken_mhtml", detail) from error


def _html_part(data: bytes, locator: str) -> tuple[bytes, str | None]:
    message = email.message_from_bytes(data)  # the newer header parser is slow and deep on broken ones
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = from_envelope(cast(bytes, part.get_payload(decode=True)), part.get_content_charset())
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            return body, str(address).strip() if address else None
    detail = f"{locator} holds no HTML part. Save the page again, as HTML or as a single file."
    raise UnreadablePage("broken_mhtml", detail)
