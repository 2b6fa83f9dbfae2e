"""Mentions that say one thing, found over all pages of a story.

Two mentions are one item when they stand at the same place of one copy (same collation row) and say
nearly the same, or when they say nearly the same in different reports. The measure is the Jaccard
index of their folded words, and for statements in different reports also the share of stems that they have in
common (`paraphrase.py`); the thresholds are in `AccountSettings`. Joining is transitive.
Neighbours: `joining.py` (which pairs are looked at), `reports.py` (which pages are one report),
`counts.py` (what stands behind an item).
"""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from samecopy.records import Article, EventMention, Family, Source, Span, StatementMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.joining import Change, Placed, RowKey, joined
from samecopy.stages.account.paraphrase import akin, gist, paraphrased
from samecopy.stages.account.same import NOBODY, nameless, same_source
from samecopy.text.numbers import find_numbers
from samecopy.text.wordlists import listed
from samecopy.text.words import folded

_CHANGING = frozenset({"number", "name", "negation", "hedge", "quotation"})

_LOWER = re.compile(r"\b[^\W\d_A-Z]\w+\b")

_LIMITS = re.compile(r"\b(?:no|not) (?:less|fewer|more|later|earlier|sooner|longer) than\b", re.IGNORECASE)

_NEGATIONS = listed(
    """not no never neither nor none nobody nothing nowhere cannot without don't doesn't didn't won't
    wouldn't can't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't"""
)


_SIGNS = re.compile(r"[$€£¥%]")

Quantity = tuple[float, float | None, str | None]
"""A number as it counts: low, high, unit; `1,400` and `1400` are one, `four` and `seven` two."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where paragraphs stand in collations: (page, paragraph number) → rows."""

    rows: Mapping[tuple[str, int], frozenset[RowKey]]
    articles: Mapping[str, Article]
    changes: Mapping[str, tuple[tuple[Span, Change], ...]]
    lower: frozenset[str] = frozenset()
    """Words that the story has in lower case: no names."""

    def place(self, page: str, begin: int, text: str, keys: frozenset[str]) -> Placed:
        """The place of a mention that begins there."""
        return Placed(page, self.rows_at(page, begin), keys, text)

    def rows_at(self, page: str, begin: int) -> frozenset[RowKey]:
        number = paragraph_at(self.articles[page], begin)
        return self.rows.get((page, number), frozenset())

    def said(self, mention: StatementMention) -> Placed:
        """A statement's place, with the edits inside its content."""
        text = content_text(mention, self)
        said = folded(text)
        own, told = frozenset(said), gist(text, self.lower)
        changes = frozenset(
            change
            for span, change in self.changes.get(mention.page, ())
            if any(c.begin < span.end and span.begin < c.end for c in mention.content)
        )
        unlimited = _LIMITS.sub("", text)
        asserted = own if unlimited == text else bag(unlimited)
        return Placed(
            mention.page,
            self.rows_at(mention.page, mention.content[0].begin),
            told.stems or own,
            f" {' '.join(said)} ",
            own,
            text,
            changes,
            told,
            denied=bool(asserted & _NEGATIONS),
        )


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
    return frozenset(folded(text))


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over all words, 0 to 1 (Jaccard 1912); 0 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over the smaller set, 0 to 1 (Szymkiewicz 1934, Simpson 1943)."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def statement_groups(
    mentions: Sequence[StatementMention], where: Places, settings: AccountSettings
) -> tuple[tuple[int, ...], ...]:
    """Mentions of one statement. Within one page only near repetitions join."""
    placed = [where.said(m) for m in mentions]
    least = min(settings.merge_same_page, settings.merge_same_row, settings.merge_other_report)
    counted: dict[int, frozenset[Quantity]] = {}

    def quantities(i: int) -> frozenset[Quantity]:
        if i not in counted:  # few statements meet one that they may be
            numbers = find_numbers(placed[i].text)
            counted[i] = frozenset((n.low, n.high, n.unit) for n in numbers)
        return counted[i]

    def alike(i: int, j: int) -> bool:
        a, b = placed[i], placed[j]
        if overlap(a.bag, b.bag) < least and not akin(a.gist, b.gist):
            return False  # by no measure below; most pairs end here
        if a.page != b.page and not a.rows & b.rows and _cut(a, b, settings):
            return True
        if changed(a, b) or unequal(quantities(i), quantities(j)):
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

    return joined(placed, alike, [_repeats(p, m, settings) for p, m in zip(placed, mentions, strict=True)])


def _repeats(place: Placed, mention: StatementMention, settings: AccountSettings) -> Hashable:
    """What makes two mentions the same to any third, and one with each other on whatever pages."""
    if settings.merge_same_page * len(place.bag) < settings.merge_least_words:
        return None
    source, signs = mention.source, tuple(_SIGNS.findall(place.text))
    return place.run, signs, place.gist, place.rows, place.changes, source.name, source.type


def _cut(a: Placed, b: Placed, settings: AccountSettings) -> bool:
    """Whether one is the other cut at an end: word for word in it, and long enough to be no chance."""
    short, long = sorted((a.run, b.run), key=len)
    return short in long and short.count(" ") > settings.merge_cut_words


def _one_thing(a: Placed, b: Placed, says: Source, other: Source, settings: AccountSettings) -> bool:
    """Whether two statements in different reports are paraphrases: by one source, or, with more in common,
    where one of the sources may be the other. Two places of one copy are two statements."""
    if not akin(a.gist, b.gist) or {family for family, _ in a.rows} & {family for family, _ in b.rows}:
        return False
    if same_source(says, other) and says.type not in NOBODY:
        return paraphrased(a.gist, b.gist, settings.merge_paraphrase, settings.merge_paraphrase_words)
    if nameless(says) or nameless(other):
        least = settings.merge_nameless, settings.merge_nameless_words
        return paraphrased(a.gist, b.gist, *least)
    return False


def changed(a: Placed, b: Placed) -> bool:
    """Whether one is the other changed in substance: its "not" lost, a name or a quotation altered. Then
    they are two statements, though they may stand at one place of one copy."""
    return a.denied != b.denied or (bool(a.rows & b.rows) and a.changes != b.changes)


def unequal(a: frozenset[Quantity], b: frozenset[Quantity]) -> bool:
    """Whether each has a quantity that the other has not: then they are two statements too."""
    return bool(a - b) and bool(b - a)


def event_groups(
    mentions: Sequence[EventMention], where: Places, settings: AccountSettings
) -> tuple[tuple[int, ...], ...]:
    """Mentions of one event: the same day and shared words, or the same place of one copy. A day joins the
    same day with an hour or a part of it; two hours are two events, unless an outlet edited one."""
    texts = [f"{m.what} {' '.join(m.who)}" for m in mentions]
    called = [content_words(bag(text)) for text in texts]
    placed = [
        where.place(m.page, m.span.begin, text, frozenset(f"{day(m.when or '')} {word}" for word in words))
        for m, text, words in zip(mentions, texts, called, strict=True)
    ]

    def alike(i: int, j: int) -> bool:
        a, b, left, right = placed[i], placed[j], mentions[i], mentions[j]
        shared = overlap(called[i], called[j])
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
