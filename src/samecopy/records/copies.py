"""Copies: what articles share, who carries what, and where it likely came from."""

from dataclasses import dataclass
from typing import Literal

from samecopy.records.span import PageSpan, Span

PairClass = Literal["copy", "excerpt", "neither"]
"""`copy`: carries the other's own running text. `excerpt`: shares a long block quotation, speech or
release only. `neither`: shares too little."""

ExcerptForm = Literal["", "post", "release", "speech", "quotation", "block", "scattered"]
"""What an excerpt shares, and so why it is no copy. `post`: at least half of it stands in embedded posts.
`release`: a press release is named beside it. `speech`: a hundred words and more at a stretch that are
quoted, or set down as spoken. `quotation`: the same, but shorter; both may quote one speaker. `block`: a
paragraph or few, amid other text. `scattered`: sentences here and there, too few to make a copy. "" for a
pair that is no excerpt."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles (a < b by page id) that share postings. `containment` is the share, 0 to 1, of the
    shorter article's unquoted tokens that lie in shared passages; `words` counts shared tokens."""

    a: str
    b: str
    containment: float
    words: int
    kind: PairClass
    form: ExcerptForm = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """An aligned span of two articles; `verbatim` when no token inside differs."""

    a: str
    b: str
    a_span: Span
    b_span: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """A page carries a family's copy. `share` is the share of the page's tokens in that copy;
    `paragraphs` are the numbers of its paragraphs that carry it (all, unless the page is spliced)."""

    family: str
    page: str
    share: float
    paragraphs: tuple[int, ...]


EditKind = Literal[
    # local form
    "date_form",
    "spelling",
    "number_form",
    "style",
    "punctuation",
    # substance
    "number",
    "name",
    "negation",
    "attribution",
    "hedge",
    "quotation",
    "wording",
    # whole paragraphs and headline
    "headline",
]
"""What an edit changes. The first five are local form and never matter; the next six are substance
and matter; `wording` (other words, none of the above found) and `headline` are listed, with
`matters` decided by what they contain."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A difference between the base and a witness, inside aligned text.

    `before` is the base's wording (in a row that the base lacks, the first witness's), `after` this
    witness's; either may be "" (words dropped or put in).
    `context` is up to six words before the edit, in the base. `same_day` is the ISO day that both
    sides denote, for a `date_form`. `row` is the collation row (`p4`; `h` for the headline).
    """

    row: str
    kind: EditKind
    matters: bool
    before: str
    after: str
    before_span: PageSpan | None
    after_span: PageSpan | None
    context: str = ""
    same_day: str | None = None
    note: str = ""


CellState = Literal["kept", "changed", "moved", "added"]
"""`kept`: word for word. `changed`: aligned, with edits. `moved`: aligned, out of the base's order
(with or without edits). `added`: the row is not in the base. A row a witness lacks has no cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One witness's text in one collation row. `paragraph` is its number in that page."""

    page: str
    paragraph: int
    span: Span
    state: CellState


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a family's collation: a paragraph of the base, or one that a witness added.

    `id` is `p1`, `p2`, … in collation order; `text` the wording of the base, or of the first witness
    that has it; `in_base` False for added rows. `first` is the page that surely published an added row
    before all others that have it; None where one page alone has it, or their times do not tell.
    """

    id: str
    text: str
    in_base: bool
    cells: tuple[Cell, ...]
    first: str | None = None


@dataclass(frozen=True, slots=True)
class WitnessParagraph:
    """A paragraph named in a witness's description. `page`, `begin`, `end` say where it stands: in the
    witness itself, or, for a cut one, in the base."""

    row: str
    text: str
    page: str
    begin: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Headline:
    """A witness's headline beside the base's."""

    before: str | None
    after: str | None
    rewritten: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """One page described against its family's base.

    Each list holds whole paragraphs; a moved one with edits stands in `moved` and its edits in
    `edits`. `kept_share` is the share, 0 to 1, of the base's words that the witness carries.
    Word counts: `words_kept`, `words_cut` (of the base), `words_changed`, `words_added`.
    """

    page: str
    base: bool
    kept_share: float
    words_kept: int
    words_cut: int
    words_changed: int
    words_added: int
    headline: Headline
    kept: tuple[WitnessParagraph, ...]
    cut: tuple[WitnessParagraph, ...]
    moved: tuple[WitnessParagraph, ...]
    changed: tuple[WitnessParagraph, ...]
    added: tuple[WitnessParagraph, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of a ledger: what was seen, where, and which verdict it speaks for.

    `sign` is `credit`, `dateline`, `time`, `containment`, `edit_direction`, `missing`, …;
    `speaks_for` is a page id, `outside`, or "" (speaks for none).
    """

    sign: str
    text: str
    speaks_for: str
    spans: tuple[PageSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Descent:
    """What one witness was likely made of.

    `kind`: `origin`, this page is the likely origin itself; `page`, the page `parent`; `outside`, an
    origin that is not in the pile; `undecided`. `alike` are further pages that read as `parent` does, so
    that the text cannot tell which of them it was. `confidence` is that of the whole.
    """

    page: str
    kind: Literal["origin", "page", "outside", "undecided"]
    parent: str | None
    confidence: Literal["high", "medium", "low"]
    alike: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a family's copy likely came from. `page` is set for kind `page`; `agency` where credit
    lines name one. `descents` has a line for each witness, sorted by page."""

    kind: Literal["page", "outside", "undecided"]
    page: str | None
    agency: str | None
    confidence: Literal["high", "medium", "low"]
    evidence: tuple[Evidence, ...]
    descents: tuple[Descent, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that carry the same copy, collated. `base` is the page whose wording the rows follow."""

    id: str
    pages: tuple[str, ...]
    base: str
    rows: tuple[Row, ...]
    witnesses: tuple[Witness, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class InferredTime:
    """A day that aligned witnesses fix: the publication day of `page` (`span` None), or the day that
    the expression at `span` of its page text denotes."""

    page: str
    span: Span | None
    day: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Body:
    """What of a page is compared. `outlet` is the outlet's key, "" when unknown; `text` holds the body
    paragraphs, joined by line feeds."""

    id: str
    outlet: str
    text: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Pairs that are copies or excerpts, their passages, and who carries which family's copy.

    Sorted by page ids. Spans count code points of the body text, paragraphs its lines.
    """

    pairs: tuple[Pair, ...]
    passages: tuple[Passage, ...]
    memberships: tuple[Membership, ...]
