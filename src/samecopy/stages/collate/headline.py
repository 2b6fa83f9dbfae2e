"""Headlines beside each other.

A desk rewrites headlines as a matter of course, so a new one matters only where it contradicts the
old: another number, another name in the same place, a negation.
"""

import re
from collections.abc import Sequence

from samecopy.records import Article, Edit, PageSpan, Span
from samecopy.stages.collate.lexicon import NEGATORS, TITLES
from samecopy.stages.collate.pieces import Block, block
from samecopy.stages.collate.units import units
from samecopy.text.diff import aligned, gaps
from samecopy.text.sentences import blocks
from samecopy.text.spelling import same_name, standard


def compare_headlines(base: Article, witness: Article) -> list[Edit]:
    """One edit of kind `headline` where any word differs; none where a page has no headline."""
    if base.page == witness.page or not base.title or not witness.title:
        return []
    old, new = _read(base.page, base.title), _read(witness.page, witness.title)
    if [standard(k) for k in old.keys] == [standard(k) for k in new.keys]:
        return []
    conflict = _conflict(old, new) or _other_name(old, new, base.text, witness.text)
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
    old_values, new_values = _values(old), _values(new)
    if old_values and new_values and not old_values & new_values and _alike(old, new):
        return "another number"
    if bool(set(old.keys) & NEGATORS) != bool(set(new.keys) & NEGATORS) and _alike(old, new):
        return "a negation"
    return ""


def _other_name(old: Block, new: Block, old_text: str, new_text: str) -> str:
    """The note where one name stands in the other's place; the words that open a headline are names
    where the page writes them so elsewhere."""
    return "another name" if _alike(old, new) and _names_conflict(old, new, old_text, new_text) else ""


def _values(title: Block) -> set[float]:
    return {u.number.low for u in units(title, None) if u.number is not None}


def _alike(old: Block, new: Block) -> bool:
    """Whether most words are shared: only then does a difference contradict."""
    first, second = set(map(standard, old.keys)), set(map(standard, new.keys))
    return 2 * len(first & second) >= min(len(first), len(second)) > 0


def _names_conflict(old: Block, new: Block, old_text: str, new_text: str) -> bool:
    """One name stands in the other's place, in sentence-case headlines (in others all words are
    capitals)."""
    if not (_sentence_case(old) and _sentence_case(new)):
        return False
    pairs = aligned(old.keys, new.keys, old.breaks(), new.breaks())
    for gap in gaps(pairs, len(old.keys), len(new.keys)):
        first = [old.surface(i) for i in range(gap.a_begin, gap.a_end)]
        second = [new.surface(i) for i in range(gap.b_begin, gap.b_end)]
        if gap.a_begin == 0 and not (_named(first[:1], old_text) and _named(second[:1], new_text)):
            continue
        if _all_names(first) and _all_names(second) and not _one_name(first[-1], second[-1]):
            return True
    return False


def _named(words: Sequence[str], text: str) -> bool:
    return all(re.search(rf"[a-z,] {re.escape(word)}\b", text) for word in words)


def _sentence_case(title: Block) -> bool:
    capital = [i for i in range(len(title.pieces)) if title.surface(i)[:1].isupper()]
    return 2 * len(capital) <= len(title.pieces)


def _all_names(surfaces: Sequence[str]) -> bool:
    return bool(surfaces) and all(s[:1].isupper() and s.casefold() not in TITLES for s in surfaces)


def _one_name(a: str, b: str) -> bool:
    a, b = (re.sub(r"['’]s$", "", name) for name in (a, b))
    return standard(a) == standard(b) or same_name(a, b)
