"""Mentions that say one thing, found over all pages of a story.

Two mentions are one item when they stand at the same place of one copy (same collation row) and say
nearly the same, or when they say nearly the same in different reports. The measure is the Jaccard
index of their folded words, and for statements in different reports also the share of stems that they have in
common (`paraphrase.py`); the thresholds are in `AccountSettings`. Joining is transitive.
Neighbours: `reports.py` (which pages are one report), `counts.py` (what stands behind an item).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from samecopy.records import Article, EventMention, Family, Source, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.paraphrase import Gist, gist, paraphrased
from samecopy.stages.account.same import NOBODY, nameless, same_source
from samecopy.text.numbers import find_numbers
from samecopy.text.wordlists import listed
from samecopy.text.words import fold, words

RowKey = tuple[str, str]
"""A collation row: (family id, row id)."""

Quantity = tuple[float, float | None, str | None]
"""A number as it counts: low, high, unit; `1,400` and `1400` are one, `four` and `seven` two."""

Change = tuple[str, str]
"""An edit of substance that a witness made: (row id, its wording there)."""

_CHANGING = frozenset({"number", "name", "negation", "hedge", "quotation"})

_LOWER = re.compile(r"\b[^\W\d_A-Z]\w+\b")

_LIMITS = re.compile(r"\b(?:no|not) (?:less|fewer|more|later|earlier|sooner|longer) than\b", re.IGNORECASE)

_NEGATIONS = listed(
    """not no never neither nor none nobody nothing nowhere cannot without don't doesn't didn't won't
    wouldn't can't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't"""
)


_NO_GIST = Gist(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with what joining needs: its folded words, the collation rows of its paragraph, and for a
    statement its gist, its quantities and the edits of substance inside it."""

    page: str
    begin: int
    bag: frozenset[str]
    rows: frozenset[RowKey]
    quantities: frozenset[Quantity] = frozenset()
    changes: frozenset[Change] = frozenset()
    gist: Gist = _NO_GIST
    denied: bool = False
    run: str = ""
    """Its folded words in order, set off by spaces."""

    def looked_up(self) -> frozenset[str]:
        """What likely pairs are found by."""
        return self.gist.stems or self.bag


@dataclass(frozen=True, slots=True)
class Places:
    """Where paragraphs stand in collations: (page, paragraph number) → rows."""

    rows: Mapping[tuple[str, int], frozenset[RowKey]]
    articles: Mapping[str, Article]
    changes: Mapping[str, tuple[tuple[Span, Change], ...]]
    lower: frozenset[str] = frozenset()
    """Words that the story has in lower case: no names."""

    def place(self, page: str, begin: int, text: str) -> Placed:
        number = paragraph_at(self.articles[page], begin)
        rows = self.rows.get((page, number), frozenset())
        return Placed(page, begin, bag(text), rows)

    def said(self, mention: StatementMention) -> Placed:
        """A statement's place, with its quantities and the edits inside its content."""
        text = content_text(mention, self)
        placed = self.place(mention.page, mention.content[0].begin, text)
        quantities = frozenset((n.low, n.high, n.unit) for n in find_numbers(text))
        changes = frozenset(
            change
            for span, change in self.changes.get(mention.page, ())
            if any(c.begin < span.end and span.begin < c.end for c in mention.content)
        )
        denied = bool(bag(_LIMITS.sub("", text)) & _NEGATIONS)
        said = gist(text, self.lower)
        run = f" {' '.join(fold(w.of(text)) for w in words(text))} "
        return replace(placed, quantities=quantities, changes=changes, gist=said, denied=denied, run=run)


def places(families: Sequence[Family], articles: Sequence[Article]) -> Places:
    found: dict[tuple[str, int], set[RowKey]] = {}
    for family in families:
        for row in family.rows:
            for cell in row.cells:
                found.setdefault((cell.page, cell.paragraph), set()).add((family.id, row.id))
    return Places(
        {k: frozenset(v) for k, v in found.items()},
        {a.page: a for a in articles},
        _changes(families),
        frozenset(word for a in articles for text in a.paragraph_texts() for word in _LOWER.findall(text)),
    )


def _changes(families: Sequence[Family]) -> dict[str, tuple[tuple[Span, Change], ...]]:
    found: dict[str, list[tuple[Span, Change]]] = {}
    for witness in (w for family in families for w in family.witnesses):
        for edit in witness.edits:
            if edit.matters and edit.kind in _CHANGING and edit.after_span is not None:
                span = Span(edit.after_span.begin, edit.after_span.end)
                found.setdefault(witness.page, []).append((span, (edit.row, edit.after)))
    return {page: tuple(changes) for page, changes in found.items()}


def paragraph_at(article: Article, offset: int) -> int:
    """Number of the paragraph that holds `offset`, -1 when none does."""
    for paragraph in article.paragraphs:
        if paragraph.span.begin <= offset < paragraph.span.end:
            return paragraph.number
    return -1


def bag(text: str) -> frozenset[str]:
    """The folded words of a text as a set.

    >>> sorted(bag("The call, the Call"))
    ['call', 'the']
    """
    return frozenset(fold(w.of(text)) for w in words(text))


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over all words, 0 to 1 (Jaccard 1912); 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over the smaller set, 0 to 1 (Szymkiewicz 1934, Simpson 1943)."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def joined(placed: Sequence[Placed], alike: Callable[[int, int], bool]) -> tuple[tuple[int, ...], ...]:
    """Connected components of `alike` over mentions that share a row or a word that is not common.

    Candidates come from an index, so that cost follows the number of likely pairs.
    """
    parent = list(range(len(placed)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in _candidates(placed):
        a, b = find(i), find(j)
        if a != b and alike(i, j):
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for i in range(len(placed)):
        groups.setdefault(find(i), []).append(i)
    return tuple(tuple(g) for g in groups.values())


def _candidates(placed: Sequence[Placed]) -> list[tuple[int, int]]:
    by_row: dict[RowKey, list[int]] = {}
    by_word: dict[str, list[int]] = {}
    for i, p in enumerate(placed):
        for row in p.rows:
            by_row.setdefault(row, []).append(i)
        for word in p.looked_up():
            by_word.setdefault(word, []).append(i)
    pairs: set[tuple[int, int]] = set()
    for shared in by_row.values():
        pairs.update((i, j) for n, j in enumerate(shared) for i in shared[:n])
    for i, p in enumerate(placed):
        recurring = [w for w in p.looked_up() if len(by_word[w]) > 1]
        for word in sorted(recurring, key=lambda w: (len(by_word[w]), w))[:4]:
            pairs.update((min(i, j), max(i, j)) for j in by_word[word] if i != j)
    return sorted(pairs)


def statement_groups(
    mentions: Sequence[StatementMention], where: Places, settings: AccountSettings
) -> tuple[tuple[int, ...], ...]:
    """Mentions of one statement. Within one page only near repetitions join."""
    placed = [where.said(m) for m in mentions]

    def alike(i: int, j: int) -> bool:
        a, b = placed[i], placed[j]
        if a.page != b.page and not a.rows & b.rows and _cut(a, b, settings):
            return True
        if changed(a, b):
            return False
        score = jaccard(a.bag, b.bag)
        if a.page == b.page:
            return score >= settings.merge_same_page
        if a.rows & b.rows:
            return score >= settings.merge_same_row
        small = min(len(a.bag), len(b.bag))
        if score >= settings.merge_other_report and small >= settings.merge_least_words:
            return True
        return _one_thing(a, b, mentions[i].source, mentions[j].source, settings)

    return joined(placed, alike)


def _cut(a: Placed, b: Placed, settings: AccountSettings) -> bool:
    """Whether one is the other cut at an end: word for word in it, and long enough to be no chance."""
    short, long = sorted((a.run, b.run), key=len)
    return short in long and short.count(" ") > settings.merge_cut_words


def _one_thing(a: Placed, b: Placed, says: Source, other: Source, settings: AccountSettings) -> bool:
    """Whether two statements in different reports are paraphrases: by one source, or, with more in common,
    where one of the sources may be the other. Two places of one copy are two statements."""
    if {family for family, _ in a.rows} & {family for family, _ in b.rows}:
        return False
    if same_source(says, other) and says.type not in NOBODY:
        return paraphrased(a.gist, b.gist, settings.merge_paraphrase, settings.merge_paraphrase_words)
    if nameless(says) or nameless(other):
        least = settings.merge_nameless, settings.merge_nameless_words
        return paraphrased(a.gist, b.gist, *least)
    return False


def changed(a: Placed, b: Placed) -> bool:
    """Whether one is the other changed in substance: its "not" lost, a number, a name or a quotation
    altered. Then they are two statements, though they may stand at one place of one copy."""
    if a.denied != b.denied:
        return True
    if a.rows & b.rows and a.changes != b.changes:
        return True
    return bool(a.quantities - b.quantities) and bool(b.quantities - a.quantities)


def event_groups(
    mentions: Sequence[EventMention], where: Places, settings: AccountSettings
) -> tuple[tuple[int, ...], ...]:
    """Mentions of one event: the same day and shared words, or the same place of one copy. A day joins the
    same day with an hour or a part of it; two hours are two events, unless an outlet edited one."""
    placed = [where.place(m.page, m.span.begin, f"{m.what} {' '.join(m.who)}") for m in mentions]

    def alike(i: int, j: int) -> bool:
        a, b, left, right = placed[i], placed[j], mentions[i], mentions[j]
        shared = overlap(content_words(a.bag), content_words(b.bag))
        edited = a.page != b.page and bool(a.rows & b.rows)
        if left.when is None or right.when is None:
            if left.when != right.when:
                return bool(a.rows & b.rows) and shared >= settings.merge_event_row_unresolved
        elif not (same_when(left.when, right.when) or (edited and day(left.when) == day(right.when))):
            return False
        if edited:
            return shared >= settings.merge_event_row
        if left.when is None:
            return left.status == right.status and shared >= settings.merge_event_undated
        return shared >= settings.merge_event

    return joined(placed, alike)


def day(when: str) -> str:
    """A TIMEX value without its time of day.

    >>> day("2021-12-30TNI"), day("2021-W52")
    ('2021-12-30', '2021-W52')
    """
    return when.partition("T")[0]


def same_when(a: str, b: str) -> bool:
    """Whether two values can be one time: equal, or a day and an hour or a part of it."""
    return a == b or (day(a) == day(b) and (a == day(a) or b == day(b)))


def content_words(words_: frozenset[str]) -> frozenset[str]:
    """Words that carry content: those of four letters or more, and numbers."""
    return frozenset(w for w in words_ if len(w) > 3 or w.isdigit())


def content_text(mention: StatementMention, where: Places) -> str:
    text = where.articles[mention.page].text
    return " ".join(span.of(text) for span in mention.content)


def whole(spans: Sequence[Span]) -> Span:
    """The span from the first to the last."""
    return Span(min(s.begin for s in spans), max(s.end for s in spans))
