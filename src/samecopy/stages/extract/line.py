"""The line model that HTML and plain text share.

A page is a list of lines; a line has its span, its text, and what is known of its place. Plain text
knows no place: `zone` is empty, `tag` "", and the labels rest on the text alone.
"""

from typing import Final

import msgspec

from samecopy.records import Span


class Zone:
    """Elements that a line stands in, as bits of an integer."""

    NONE: Final = 0
    NAV: Final = 1
    ASIDE: Final = 2
    FOOTER: Final = 4
    HEADER: Final = 8
    FORM: Final = 16
    CAPTION: Final = 32
    ARTICLE: Final = 64
    BUTTON: Final = 128
    LIST: Final = 256
    TABLE: Final = 512
    QUOTE: Final = 1024
    HIDDEN: Final = 2048
    MAIN: Final = 4096
    TIME: Final = 8192


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line of page text with its features (a struct, as spans are: a page has hundreds).

    `tag`: the element that makes the block ("p", "h2", "li", "" in plain text). `node`: that element's
    number in the page's list of elements, -1 in plain text. `linked`: characters inside links.
    `words`: the number of words. `spaced`: a blank line, or a new element, stands before.
    """

    span: Span
    text: str
    tag: str
    node: int
    zone: int
    linked: int
    words: int
    spaced: bool = True

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))
