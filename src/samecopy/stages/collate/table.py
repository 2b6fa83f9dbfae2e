"""Collating a family, from its members to rows and witnesses."""

from collections.abc import Collection, Mapping, Sequence

from samecopy.records import Article, Cell, Membership, Passage, Row, Witness
from samecopy.settings import CollateSettings
from samecopy.stages.collate.base import in_order
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.moments import Moment, moment
from samecopy.stages.collate.pieces import blocks
from samecopy.stages.collate.rows import lay_out
from samecopy.stages.collate.witness import describe


def collate(
    members: Sequence[Article],
    memberships: Sequence[Membership],
    passages: Sequence[Passage],
    settings: CollateSettings,
    base: str | None = None,
) -> Collation:
    """Lay the paragraphs of a family's members beside each other.

    `passages` join members in spans of page text; they vouch for paragraphs that share few runs of
    words, and may be empty. `memberships` say which paragraphs carry this family's copy; a page
    without one carries it with all. Members with no paragraphs have no cells. The result does not
    depend on the order of any argument. Each witness is compared with the rows alone: cost grows
    linearly with the members. At least one member is needed.

    >>> collate([article], [], [], CollateSettings()).base  # doctest: +SKIP
    'a.html'
    """
    by_page = {member.page: blocks(member) for member in members}
    ordered = in_order(members, by_page, memberships, settings, base)
    layout = lay_out(ordered, by_page, memberships, passages, settings)
    witnesses: list[Witness] = []
    cells: list[dict[int, list[Cell]]] = []
    for member in ordered:
        witness, own = describe(member, ordered, layout, settings)
        witnesses.append(witness)
        cells.append(own)
    when = {member.page: moment(member) for member in members}
    rows = tuple(
        Row(
            id=f"p{place + 1}",
            text=layout.drafts[row].block.span.of(layout.drafts[row].block.text),
            in_base=layout.drafts[row].copy,
            cells=tuple(cell for own in cells for cell in own.get(row, ())),
            first=None if layout.drafts[row].copy else _first(layout.drafts[row].parts, when),
        )
        for place, row in enumerate(layout.order)
    )
    return Collation(ordered[0].page, rows, tuple(witnesses))


def _first(pages: Collection[str], when: Mapping[str, Moment | None]) -> str | None:
    """The page that surely came out before all others of several."""
    for page in pages if len(pages) > 1 else ():
        own = when[page]
        others = [when[other] for other in pages if other != page]
        if own is not None and all(other is not None and own.before(other) for other in others):
            return page
    return None
