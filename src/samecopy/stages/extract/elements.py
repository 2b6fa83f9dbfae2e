"""What is kept of a page's markup: kinds of elements, the block elements as columns, the head.

Data only: `markup.py` and `noted.py` fill it, `body.py` and `metadata.py` read it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from samecopy.stages.extract.line import Zone

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "input",
    ]
)
"""Elements inside a line of text."""

SKIPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "canvas",
        "audio",
        "video",
        "math",
        "map",
        "datalist",
        "embed",
        "applet",
        "noembed",
        "noframes",
        "title",
    ]
)
"""Elements whose content no reader sees as text of the page."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

ZONES = {
    "nav": Zone.NAV,
    "aside": Zone.ASIDE,
    "footer": Zone.FOOTER,
    "header": Zone.HEADER,
    "form": Zone.FORM,
    "figure": Zone.CAPTION,
    "figcaption": Zone.CAPTION,
    "article": Zone.ARTICLE,
    "button": Zone.BUTTON,
    "ul": Zone.LIST,
    "ol": Zone.LIST,
    "dl": Zone.LIST,
    "table": Zone.TABLE,
    "blockquote": Zone.QUOTE,
    "main": Zone.MAIN,
}
ROLES = {
    "navigation": Zone.NAV,
    "complementary": Zone.ASIDE,
    "contentinfo": Zone.FOOTER,
    "banner": Zone.FOOTER,
    "dialog": Zone.HIDDEN,
    "main": Zone.MAIN,
}


@dataclass(slots=True)
class Head:
    """What the markup says beside the text, in document order.

    `metas` are contents by name or property or itemprop, the first that is not empty, `links` (rel, href)
    those that tell of an origin, `times` (datetime, class names, number of the block element around),
    `authors` the texts of elements marked as such with the same number, `ld` the JSON-LD scripts.
    """

    title: str = ""
    language: str | None = None
    metas: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    times: list[tuple[str, str, int]] = field(default_factory=list)
    authors: list[tuple[str, int]] = field(default_factory=list)
    ld: list[str] = field(default_factory=list)

    def meta(self, *names: str) -> str | None:
        """Content of the first of these names that is there."""
        return next((self.metas[name] for name in names if name in self.metas), None)


@dataclass(frozen=True, slots=True)
class Elements:
    """The block elements of a page as columns: number of the parent (-1 for the root), always smaller
    than an element's own; the number after that of the last element inside, so that `range(number,
    ends[number])` are an element and all that are in it; tag; class, id and other names, in one
    line."""

    parents: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.parents)

    def inside(self, tops: Iterable[int]) -> set[int]:
        """These elements and all that are in them.

        >>> sorted(Elements(parents=(-1, 0, 1, 0), ends=(4, 3, 3, 4)).inside([1]))
        [1, 2]
        """
        found: set[int] = set()
        reached = 0
        for top in sorted(tops):
            if top >= reached:
                reached = self.ends[top]
                found.update(range(top, reached))
        return found

    def children(self, top: int) -> Iterator[int]:
        """The elements right inside one, in order; of -1 those inside none.

        >>> list(Elements(parents=(-1, 0, 1, 0), ends=(4, 3, 3, 4)).children(0))
        [1, 3]
        """
        number, end = top + 1, self.ends[top] if top >= 0 else len(self)
        while number < end:
            yield number
            number = self.ends[number]
