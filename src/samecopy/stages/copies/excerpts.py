"""Why an excerpt is no copy: what the shared words are, told from the two texts around them.

Comes after the class of a pair, which it leaves as it is. Needs nothing but passages and texts, so that
nothing more need be kept of a pair.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.records import ExcerptForm, Span
from samecopy.settings import CopySettings
from samecopy.stages.copies.align import Aligned
from samecopy.text.posts import posts

FORMS: tuple[ExcerptForm, ...] = ("", "post", "release", "speech", "quotation", "block", "scattered")
"""What `forms` numbers."""

_RELEASE = re.compile(
    r"\b(?:press|news|media)[ -]release\b|\bfor immediate release\b"
    r"|\bpr ?newswire\b|\bbusiness ?wire\b|\bglobe ?newswire\b|\bein ?presswire\b"
    r"|\bcommuniqué de presse\b|\b(?:presse|medien)mitteilung\b|\bpresseaussendung\b|\bpersbericht\b"
    r"|\b(?:nota|comunicado) de prensa\b|\bcomunicato stampa\b|\bnota de imprensa\b|\bpressmeddelande\b"
    r"|^[ \t]*(?:[-–—#*]+ ?ends?\b[ \t]*[-–—#*]*|###)[ \t]*$",
    re.MULTILINE,
)
"""In small letters: words by which pages name a press release, services that put releases out, and what
closes one."""

_NAMED = ("release", "wire", "presse", "mitteilung", "persbericht", "prensa", "stampa", "pressmed")
_CLOSED = ("#", "-end", "- end", "–end", "– end", "—end", "— end", "*end", "* end")
_HINTS = (*_NAMED, *_CLOSED)
"""One of these stands in whatever `_RELEASE` finds, which is slow and looks around them only …"""

_ROUND = 40  # … by so many code points
_INTRODUCED = re.compile(r":\s*\n\s*[\"'“„«‘]?\Z")
_BEHIND = 8  # code points before a passage in which a colon, line ends and a mark stand
_TURN = re.compile(r"^[ \t]*([^\n:]{1,40}):[ \t]", re.MULTILINE)
_STAGED = re.compile(
    r"[\[(](?:applause|laughter|cheers|cheering|crosstalk|inaudible)\b[^\])\n]{0,30}[\])]", re.I
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts, its passages, its embedded posts, and where it names press releases; what is
    counted is code points."""

    text: str
    spans: Sequence[Span]
    posts: Sequence[Span]
    releases: Sequence[int]

    def shared(self) -> int:
        """All that stands in passages."""
        return sum(map(len, self.spans))

    def posted(self) -> int:
        """What of it stands in posts."""
        return sum(
            max(0, min(span.end, post.end) - max(span.begin, post.begin))
            for span in self.spans
            for post in self.posts
        )

    def told(self) -> int:
        """What of it begins a line behind one that ends in a colon."""
        before = (self.text[max(0, span.begin - _BEHIND) : span.begin] for span in self.spans)
        return sum(
            len(span) for span, text in zip(self.spans, before, strict=True) if _INTRODUCED.search(text)
        )

    def longest(self) -> float:
        """The share of the longest passage."""
        return max(map(len, self.spans)) / max(self.shared(), 1)

    def released(self, reach: int) -> int:
        """What of it stands within `reach` code points of a press release's name, or around one."""
        return sum(
            len(span)
            for span in self.spans
            if any(span.begin - reach < at < span.end + reach for at in self.releases)
        )

    def transcribed(self) -> bool:
        """Whether what is shared is set down as spoken: in turns of speakers in capitals, with applause."""
        inside = [span.of(self.text) for span in self.spans]
        turns = [label for text in inside for label in _TURN.findall(text)]
        return sum(label.isupper() for label in turns) > 1 or any(map(_STAGED.search, inside))


def releases(text: str) -> list[int]:
    """Where a text names a press release, as places in code points.

    >>> releases("The port, in a press release: No.")
    [15]
    """
    lower = text.lower()
    found = set()
    for hint in _HINTS:
        at = lower.find(hint)
        while at >= 0:
            if named := _RELEASE.search(lower, max(0, at - _ROUND), at + _ROUND):
                found.add(named.start())
            at = lower.find(hint, at + 1)
    return sorted(found)


def forms(aligned: Aligned, text_of: Callable[[int], str], settings: CopySettings) -> npt.NDArray[np.uint8]:
    """The form of each pair: an index into `FORMS`, 0 for a pair that is no excerpt.

    `text_of` gives the text of an article by the number that `aligned.pairs` calls it.
    """
    found = np.zeros(len(aligned.kind), dtype=np.uint8)
    known: dict[int, tuple[list[Span], list[int]]] = {}
    for row in np.flatnonzero(aligned.kind == 1).tolist():
        pair = aligned.pairs[row].tolist()
        texts = [text_of(number) for number in pair]
        for number, text in zip(pair, texts, strict=True):
            if number not in known:
                known[number] = posts(text), releases(text)
        spans = aligned.spans[aligned.bounds[row] : aligned.bounds[row + 1]].tolist()
        sides = tuple(
            Side(text, [Span(span[at], span[at + 1]) for span in spans], *known[number])
            for at, text, number in zip((0, 2), texts, pair, strict=True)
        )
        words, unquoted = int(aligned.words[row]), int(aligned.unquoted[row])
        found[row] = FORMS.index(form(sides, words, unquoted, settings))
    return found


def form(sides: Sequence[Side], words: int, unquoted: int, settings: CopySettings) -> ExcerptForm:
    """Why the excerpt that two texts share is no copy.

    `words` and `unquoted` are the equal words of the pair, all and those outside quotation marks.

    >>> text = "Ada Brook, in a press release: The weir is shut until the spring floods are over."
    >>> side = Side(text, [Span(31, len(text))], posts(text), releases(text))
    >>> form((side, side), 11, 11, CopySettings())
    'release'
    """
    if any(2 * side.posted() >= side.shared() for side in sides):
        return "post"
    if any(2 * side.released(settings.release_reach) >= side.shared() for side in sides):
        return "release"
    longest = max(side.longest() for side in sides) * words
    quoted = 2 * unquoted <= words or any(2 * side.told() >= side.shared() for side in sides)
    if quoted or any(side.transcribed() for side in sides):
        return "speech" if longest >= settings.block_words else "quotation"
    few = len(sides[0].spans) <= settings.block_passages
    return "block" if few and longest >= settings.excerpt_words else "scattered"
