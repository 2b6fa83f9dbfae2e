"""Headlines beside each other.

A desk rewrites headlines as a matter of course, so a new one matters only where it contradicts the
old: another number, another name in the same place, a negation.
"""

from samecopy.records import Article, Edit, PageSpan, Span
from samecopy.stages.collate.lexicon import NEGATORS, TITLES
from samecopy.stages.collate.pieces import Block, block
from samecopy.stages.collate.units import units
from samecopy.text.sentences import blocks
from samecopy.text.spelling import same_name, standard


def compare_headlines(base: Article, witness: Article) -> list[Edit]:
    """One edit of kind `headline` where any word differs; none where a page has no headline."""
    if base.page == witness.page or not base.title or not witness.title:
        return []
    old, new = _read(base.page, base.title), _read(witness.page, witness.title)
    if [standard(k) for k in old.keys] == [standard(k) for k in new.keys]:
        return []
    conflict = _conflict(old, new)
    return [
        Edit(
            row="h",
            kind="headline",
            matters=bool(conflict),
            before=base.title,
            after=witness.title,
            before_span=_span(base),
            after_span=_span(witness),
            note=conflict,
        )
    ]


def _read(page: str, title: str) -> Block:
    stretch = blocks(title)
    end = stretch[-1].end if stretch else len(title)
    return block(page, 0, title, Span(0, end))


def _span(article: Article) -> PageSpan | None:
    if article.title_span is None:
        return None
    return PageSpan(article.page, article.title_span.begin, article.title_span.end)


def _conflict(old: Block, new: Block) -> str:
    """What the headlines contradict each other in, as a note; "" where they do not."""
    if (old_values := _values(old)) and (new_values := _values(new)) and not old_values & new_values:
        return "another number"
    if bool(set(old.keys) & NEGATORS) != bool(set(new.keys) & NEGATORS) and _alike(old, new):
        return "a negation"
    if _alike(old, new) and _names_conflict(old, new):
        return "another name"
    return ""


def _values(title: Block) -> set[float]:
    return {u.number.low for u in units(title, None) if u.number is not None}


def _alike(old: Block, new: Block) -> bool:
    """Whether most words are shared: only then does a difference contradict."""
    first, second = set(map(standard, old.keys)), set(map(standard, new.keys))
    return 2 * len(first & second) >= min(len(first), len(second)) > 0


def _names_conflict(old: Block, new: Block) -> bool:
    """Each has a name the other lacks, in sentence-case headlines (in others all words are capitals)."""
    first, second = _names(old), _names(new)
    if first is None or second is None:
        return False
    only_old = [a for a in first if not any(a == b or same_name(a, b) for b in second)]
    only_new = [b for b in second if not any(a == b or same_name(a, b) for a in first)]
    return bool(only_old and only_new)


def _names(title: Block) -> list[str] | None:
    surfaces = [title.surface(i) for i in range(len(title.pieces))]
    capital = [s for s in surfaces if s[:1].isupper()]
    if not surfaces or 2 * len(capital) > len(surfaces):
        return None
    return [s for s in surfaces[1:] if s[:1].isupper() and s.casefold() not in TITLES]
