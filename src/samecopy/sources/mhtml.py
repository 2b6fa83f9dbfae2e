"""The page inside an MHTML file, as browsers save "a single file"."""

import email
import email.policy
from codecs import BOM_UTF8
from typing import cast

from samecopy.errors import UnreadablePage


def main_part(data: bytes, locator: str) -> tuple[bytes, str | None]:
    """The bytes of the first HTML part, and the address that it was saved from where it is told.

    Format: RFC 2557.

    Raises:
        UnreadablePage: `broken_mhtml`, no HTML part is in it.

    >>> main_part(b"Content-Type: text/html\\nContent-Location: https://a.example/1\\n\\n<p>Hi", "a.mhtml")
    (b'<p>Hi', 'https://a.example/1')
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = cast(bytes, part.get_payload(decode=True))
            charset = part.get_content_charset("utf-8")
            if charset not in ("utf-8", "us-ascii"):
                body = _as_utf8(body, charset)
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            return body, str(address).strip() if address else None
    detail = f"{locator} holds no HTML part. Save the page again, as HTML or as a single file."
    raise UnreadablePage("broken_mhtml", detail)


def _as_utf8(body: bytes, charset: str) -> bytes:
    """The charset that only the envelope tells is not lost: the bytes become UTF-8, marked as such."""
    try:
        return BOM_UTF8 + body.decode(charset, "replace").encode("utf-8", "replace")
    except LookupError:
        return body
