"""Which paragraphs of a witness carry which rows, and which words of one stand in the other.

Candidates come from shared word pairs (an index over the rows, so that a witness costs about its own
length), and from passages found earlier. Each is aligned word by word; the best alignments are taken
first, and words once taken are not given again. So a merged paragraph gets several rows, a split row
several paragraphs, and a repeat of what is carried already gets none.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from samecopy.settings import CollateSettings
from samecopy.text.diff import matches

Pairs = list[tuple[int, int]]
"""Matched pieces: (index in the row, index in the paragraph), increasing in both."""


@dataclass(frozen=True, slots=True)
class Match:
    """Paragraph `paragraph` (its place in the list given) carries row `row` by these pieces."""

    row: int
    paragraph: int
    pairs: Pairs


@dataclass(slots=True)
class RowIndex:
    """Rows by the word pairs in them."""

    keys: list[list[str]] = field(default_factory=list)
    postings: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, keys: list[str]) -> int:
        """Take in one row; its number."""
        number = len(self.keys)
        self.keys.append(keys)
        for pair in set(_word_pairs(keys)):
            self.postings[pair].append(number)
        return number

    def nearest(self, keys: list[str], limit: int) -> list[int]:
        """Up to `limit` rows that share most word pairs with `keys`."""
        counts: Counter[int] = Counter()
        for pair in set(_word_pairs(keys)):
            counts.update(self.postings.get(pair, ()))
        best = sorted(counts, key=lambda row: (-counts[row], row))
        return best[:limit]


def _word_pairs(keys: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(["", *keys], [*keys, ""], strict=True)


def find_matches(
    index: RowIndex,
    paragraphs: Sequence[list[str]],
    hinted: Iterable[tuple[int, int]],
    settings: CollateSettings,
) -> list[Match]:
    """Matches of one witness's paragraphs (as keys), sorted by paragraph, then place in it.

    `hinted` are (row, paragraph) couples that passages join.
    """
    couples = {
        (row, number)
        for number, keys in enumerate(paragraphs)
        for row in index.nearest(keys, settings.candidates)
    }
    hints = set(hinted)
    drafts = [
        (row, number, matches(index.keys[row], paragraphs[number])) for row, number in sorted(couples | hints)
    ]
    taken = _Taken()
    found: list[Match] = []

    def rank(draft: tuple[int, int, Pairs]) -> tuple[float, ...]:
        row, number, pairs = draft
        longest = max(len(index.keys[row]), len(paragraphs[number]), 1)
        away = abs(row / max(len(index.keys), 1) - number / max(len(paragraphs), 1))
        return -len(pairs), -len(pairs) / longest, away, row, number

    for row, number, pairs in sorted(drafts, key=rank):
        lengths = len(index.keys[row]), len(paragraphs[number])
        hinted_here, short = (row, number) in hints, min(lengths) < settings.short_words
        free = taken.free(row, number, pairs)
        kept = free if short or hinted_here else runs(free, settings.run_words)
        if kept and len(free) >= settings.short_share * max(lengths):
            kept = free  # most words of either are the other's: short runs are then no chance
        least = settings.hinted_share if hinted_here else settings.paragraph_share
        if _enough(kept, *lengths, max(least, settings.short_share) if short else least, short=short):
            whole = taken.between(row, number, pairs, kept)
            taken.take(row, number, whole)
            found.append(Match(row, number, whole))
    found.extend(_between_neighbours(index, paragraphs, found, settings))
    return sorted(found, key=lambda m: (m.paragraph, m.pairs[0][1], m.row))


def _enough(pairs: Pairs, row: int, paragraph: int, least: float, *, short: bool) -> bool:
    if not pairs:
        return False
    if short:
        return len(pairs) / max(row, paragraph) >= least
    return max(len(pairs) / row, len(pairs) / paragraph) >= least


@dataclass(slots=True)
class _Taken:
    """Words of rows and of paragraphs that a match has taken."""

    rows: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    paragraphs: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def free(self, row: int, paragraph: int, pairs: Pairs) -> Pairs:
        in_row, in_paragraph = self.rows[row], self.paragraphs[paragraph]
        return [(r, w) for r, w in pairs if r not in in_row and w not in in_paragraph]

    def between(self, row: int, paragraph: int, pairs: Pairs, kept: Pairs) -> Pairs:
        """The free pairs from the first kept one to the last."""
        (r0, w0), (r1, w1) = kept[0], kept[-1]
        return [p for p in self.free(row, paragraph, pairs) if r0 <= p[0] <= r1 and w0 <= p[1] <= w1]

    def take(self, row: int, paragraph: int, pairs: Pairs) -> None:
        """Whole stretches are taken, with the words inside that do not match."""
        self.rows[row].update(range(pairs[0][0], pairs[-1][0] + 1))
        self.paragraphs[paragraph].update(range(pairs[0][1], pairs[-1][1] + 1))


def runs(pairs: Pairs, least: int) -> Pairs:
    """The pairs that stand in runs of `least` or more consecutive words.

    >>> runs([(0, 0), (1, 1), (2, 2), (5, 9)], 3)
    [(0, 0), (1, 1), (2, 2)]
    """
    found: Pairs = []
    run: Pairs = []
    for pair in pairs:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            found.extend(run if len(run) >= least else [])
            run = []
        run.append(pair)
    return found + (run if len(run) >= least else [])


def left_over(
    index: RowIndex,
    paragraphs: Sequence[list[str]],
    openings: Sequence[Sequence[int]],
    found: Sequence[Match],
    settings: CollateSettings,
) -> list[Match]:
    """The matches with those of paragraphs and rows that found none, which may share less: a good part
    of both, or one whole sentence."""
    rows = {match.row for match in found}
    matched = {match.paragraph for match in found}
    more: list[Match] = []
    for number, keys in enumerate(paragraphs):
        if number in matched or len(keys) < settings.short_words:
            continue
        best = _good_part(index, keys, rows, settings)
        for begin, end in _sentences(openings[number], keys):
            if best is None and end - begin >= settings.short_words:
                inside = _best(index, keys[begin:end], rows, settings)
                if inside is not None and len(inside[1]) >= settings.sentence_share * (end - begin):
                    best = inside[0], _shifted(inside[1], begin)
        if best is not None:
            more.append(Match(best[0], number, best[1]))
            rows.add(best[0])
    return sorted([*found, *more], key=lambda m: (m.paragraph, m.pairs[0][1], m.row))


def _good_part(
    index: RowIndex, keys: list[str], taken: Collection[int], settings: CollateSettings
) -> tuple[int, Pairs] | None:
    """The free row that shares most with a paragraph, and a good part of both, with the matched pieces."""
    good = [
        (row, pairs)
        for row, pairs in _drafts(index, keys, taken, settings)
        if len(index.keys[row]) >= settings.short_words
        and len(runs(pairs, settings.run_words))
        >= settings.left_over_share * max(len(index.keys[row]), len(keys))
    ]
    return _longest(good)


def sentences_apart(
    index: RowIndex,
    paragraphs: Sequence[list[str]],
    openings: Sequence[Sequence[int]],
    found: Sequence[Match],
    settings: CollateSettings,
) -> list[Match]:
    """The matches with those of single sentences: in a paragraph that carries one row, a sentence may
    come from another, which no paragraph carries. `openings` are the pieces that begin a sentence."""
    by_paragraph: dict[int, list[Match]] = defaultdict(list)
    for match in found:
        by_paragraph[match.paragraph].append(match)
    rows = Counter(match.row for match in found)
    for number, own in by_paragraph.items():
        keys = paragraphs[number]
        for begin, end in _sentences(openings[number], keys):
            held = sum(begin <= w < end for m in own for _, w in m.pairs)
            if 2 * held >= end - begin:
                continue
            inside = {m.row for m in own if begin <= m.pairs[0][1] and m.pairs[-1][1] < end}
            inside = {row for row in inside if rows[row] == 1}
            rest = [
                Match(m.row, number, [p for p in m.pairs if not begin <= p[1] < end])
                for m in own
                if m.row not in inside
            ]
            if not rest or not all(_one_side(m.pairs, begin, end) for m in rest):
                continue
            best = _best(index, keys[begin:end], rows.keys() - inside, settings)
            if best is not None and len(best[1]) > 2 * held and inside <= {best[0]}:
                row, pairs = best
                own = [*rest, Match(row, number, _shifted(pairs, begin))]
                rows[row] = 1
        by_paragraph[number] = own
    every = [match for own in by_paragraph.values() for match in own]
    return sorted(every, key=lambda m: (m.paragraph, m.pairs[0][1], m.row))


def _one_side(pairs: Pairs, begin: int, end: int) -> bool:
    """Whether there are pairs, all before a sentence or all after it."""
    return bool(pairs) and (pairs[-1][1] < begin or pairs[0][1] >= end)


def _best(
    index: RowIndex, sentence: list[str], taken: Collection[int], settings: CollateSettings
) -> tuple[int, Pairs] | None:
    """The free row that explains most of a sentence, with the matched pieces."""
    good = [
        (row, pairs)
        for row, pairs in _drafts(index, sentence, taken, settings)
        if len(pairs) >= settings.short_share * len(sentence) and runs(pairs, settings.run_words)
    ]
    return _longest(good)


def _drafts(
    index: RowIndex, keys: list[str], taken: Collection[int], settings: CollateSettings
) -> list[tuple[int, Pairs]]:
    """The free rows nearest to some pieces, each with the pieces that match."""
    nearest = index.nearest(keys, settings.candidates)
    return [(row, matches(index.keys[row], keys)) for row in nearest if row not in taken]


def _longest(drafts: Sequence[tuple[int, Pairs]]) -> tuple[int, Pairs] | None:
    return max(drafts, key=lambda draft: (len(draft[1]), -draft[0]), default=None)


def _sentences(openings: Sequence[int], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends, in pieces."""
    return itertools.pairwise([0, *openings, len(keys)])


def _shifted(pairs: Pairs, by: int) -> Pairs:
    return [(row, piece + by) for row, piece in pairs]


def _between_neighbours(
    index: RowIndex, paragraphs: Sequence[list[str]], found: Sequence[Match], settings: CollateSettings
) -> list[Match]:
    """Heavily edited paragraphs: between two matched neighbours one row and one paragraph are left."""
    by_paragraph: dict[int, list[int]] = defaultdict(list)
    for match in found:
        by_paragraph[match.paragraph].append(match.row)
    rows = {match.row for match in found}
    more: list[Match] = []
    for number, keys in enumerate(paragraphs):
        if number in by_paragraph:
            continue
        before, after = by_paragraph.get(number - 1), by_paragraph.get(number + 1)
        row = before[-1] + 1 if before else (after[0] - 1 if after else -1)
        hemmed = (not before or not after or after[0] == row + 1) and 0 <= row < len(index.keys)
        if not hemmed or row in rows:
            continue
        pairs = matches(index.keys[row], keys)
        share = len(pairs) / max(len(keys), len(index.keys[row]), 1)
        if pairs and share >= settings.neighbour_share:
            more.append(Match(row, number, pairs))
            rows.add(row)
    return more
