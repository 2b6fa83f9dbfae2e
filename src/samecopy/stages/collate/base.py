"""Which witness's wording the rows of a collation follow, and the order of all others."""

from collections import Counter
from collections.abc import Mapping, Sequence

from samecopy.records import Article, Membership
from samecopy.settings import CollateSettings
from samecopy.stages.collate.moments import earliest_first
from samecopy.stages.collate.pieces import Block

Shingle = tuple[str, ...]


def shared_shingles(keys: Mapping[str, Sequence[Sequence[str]]], width: int) -> dict[str, set[Shingle]]:
    """Of each page (paragraphs as keys), the word n-grams that at least one other page has too.

    >>> found = shared_shingles({"a": ["the old mill".split()], "b": ["old mill road".split()]}, 2)
    >>> found["a"]
    {('old', 'mill')}
    """
    own = {page: {s for block in blocks for s in _shingles(block, width)} for page, blocks in keys.items()}
    pages_with = Counter(s for shingles in own.values() for s in shingles)
    return {page: {s for s in shingles if pages_with[s] > 1} for page, shingles in own.items()}


def _shingles(keys: Sequence[str], width: int) -> list[Shingle]:
    if len(keys) < width:
        return [tuple(keys)] if keys else []
    return [tuple(keys[i : i + width]) for i in range(len(keys) - width + 1)]


def in_order(
    members: Sequence[Article],
    blocks: Mapping[str, Sequence[Block]],
    memberships: Sequence[Membership],
    settings: CollateSettings,
    chosen: str | None = None,
) -> list[Article]:
    """The base first, then the other members by publication time and page id.

    The base is the page `chosen`, else who carries most of the shared copy; ties: earliest published,
    then page id. A page spliced from this copy and another, which `memberships` give some of its
    paragraphs only, is the base of neither while there is a whole one.
    """
    keys = {page: [block.keys for block in found] for page, found in blocks.items()}
    shared = shared_shingles(keys, settings.shingle_words)
    by_time = sorted(members, key=earliest_first)
    carrying = {m.page: set(m.paragraphs) for m in memberships}
    spliced = {p for p, lines in carrying.items() if not lines.issuperset(b.number for b in blocks[p])}
    first = max(  # the first of equals
        by_time, key=lambda m: (m.page == chosen, m.page not in spliced, len(shared[m.page]))
    )
    return [first, *(m for m in by_time if m.page != first.page)]
