"""Places in page text. All other records point with these.

A page has hundreds of spans: as structs of msgspec they are made in a fifth of a dataclass's time, and the
collector of cycles passes them over.
"""

from dataclasses import dataclass

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """Half-open range of code points in the text of a page that the context names.

    >>> Span(2, 5).of("a book")
    'boo'
    """

    begin: int
    end: int

    def of(self, text: str) -> str:
        return text[self.begin : self.end]

    def __len__(self) -> int:
        return self.end - self.begin


@dataclass(frozen=True, slots=True, order=True)
class PageSpan:
    """A span together with the page it lies in."""

    page: str
    begin: int
    end: int
