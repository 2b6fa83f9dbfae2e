"""How well statements are read: attributions of a labelled news corpus in JSON Lines.

Each line holds `text` and `attributions`, each with `source`, `cue` and `content` as lists of [begin, end].
A predicted statement matches a labelled one when the characters of their contents overlap with
IoU ≥ 0.5, each matched once, best first. Run: `python -m evals.quotes FILE.jsonl.gz [--errors N]`.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.figures import Figure
from samecopy.records import Article, Span, StatementMention, plain_article
from samecopy.settings import AccountSettings
from samecopy.stages.account.statements import read_statements, sure
from samecopy.text.sentences import blocks

_QUOTE_MARKS = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled attribution; spans of characters."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: bool


@dataclass(slots=True)
class Score:
    """Counts over a corpus."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0
    with_source: int = 0
    source_overlap: int = 0

    @property
    def precision(self) -> float:
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def source(self) -> float:
        return self.source_overlap / self.with_source if self.with_source else 0.0

    def line(self, name: str) -> str:
        return (
            f"{name:34} P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  "
            f"source {self.source:.3f}  (gold {self.gold}, read {self.predicted})"
        )


def article_of(page: str, text: str) -> Article:
    """A bare article whose paragraphs are the text's blocks."""
    return replace(plain_article(page, text, blocks(text)), language="en")


def labelled(text: str, row: dict[str, list[list[int]]]) -> Labelled:
    """One attribution of the corpus."""
    source, cue, content = (tuple(Span(b, e) for b, e in row[k]) for k in ("source", "cue", "content"))
    quoted = any(mark in text[s.begin : s.end] for s in content for mark in (*_QUOTE_MARKS, "''"))
    return Labelled(source, cue, content, quoted)


def characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.begin, span.end)}


def match(gold: Sequence[Labelled], read: Sequence[StatementMention]) -> list[tuple[int, int]]:
    """Pairs (gold, read) with IoU ≥ 0.5, greedily by IoU."""
    gold_sets = [characters(g.content) for g in gold]
    read_sets = [characters(r.content) for r in read]
    scored: list[tuple[float, int, int]] = []
    for g, gs in enumerate(gold_sets):
        for r, rs in enumerate(read_sets):
            shared = len(gs & rs)
            if shared and 2 * shared >= len(gs | rs):
                scored.append((-shared / len(gs | rs), g, r))
    pairs: list[tuple[int, int]] = []
    gold_taken: set[int] = set()
    read_taken: set[int] = set()
    for _, g, r in sorted(scored):
        if g not in gold_taken and r not in read_taken:
            pairs.append((g, r))
            gold_taken.add(g)
            read_taken.add(r)
    return pairs


def tally(score: Score, gold: Sequence[Labelled], read: Sequence[StatementMention]) -> list[tuple[int, int]]:
    """Add one article to the score; returns the matched pairs."""
    pairs = match(gold, read)
    score.gold += len(gold)
    score.predicted += len(read)
    score.matched += len(pairs)
    for g, r in pairs:
        if gold[g].source:
            score.with_source += 1
            span = read[r].source.span
            score.source_overlap += span is not None and bool(characters(gold[g].source) & characters([span]))
    return pairs


def holds_quote(text: str, statement: StatementMention) -> bool:
    """Whether quotation marks stand in or right around a read content."""
    if statement.kind != "indirect":
        return True
    begin, end = statement.content[0].begin, statement.content[-1].end
    return any(mark in text[max(0, begin - 1) : end + 1] for mark in _QUOTE_MARKS)


def figures(path: Path) -> list[Figure]:
    """What `python -m evals` shows of statements, at the confidence that the settings choose."""
    whole, quotes = Score(), Score()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        text = str(row["text"])
        settings = AccountSettings()
        found = sure(read_statements(article_of(str(row["id"]), text), settings), settings)
        gold = [labelled(text, a) for a in row["attributions"] if a["content"]]
        tally(whole, gold, found)
        tally(quotes, [g for g in gold if g.quoted], [s for s in found if holds_quote(text, s)])
    of = f"{len(rows)} articles"
    return [
        Figure("statements: content F1", whole.f1, of),
        Figure("statements: content F1, with quotation marks", quotes.f1, of),
        Figure("statements: source overlaps", whole.source, f"{whole.matched} found"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--confidence", type=float, nargs="*", default=[0.0, 0.25, 0.35, 0.5, 0.7])
    parser.add_argument("--errors", type=int, default=0, help="print so many missed and false statements")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--cues", action="store_true", help="matched and read statements by cue")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"skipped: no {options.file}")
        return
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][: options.limit]
    _report(rows, options.confidence, options.errors, cues=options.cues)


def _report(
    rows: Sequence[dict[str, object]], confidences: Sequence[float], errors: int, *, cues: bool
) -> None:
    read_all: list[tuple[str, list[Labelled], tuple[StatementMention, ...]]] = []
    began = time.process_time()
    words = 0
    for row in rows:
        text = str(row["text"])
        words += len(text.split())
        found = read_statements(article_of(str(row["id"]), text), AccountSettings())
        attributions = row["attributions"]
        assert isinstance(attributions, list)
        read_all.append((text, [labelled(text, a) for a in attributions if a["content"]], found))
    spent = time.process_time() - began
    print(
        f"{len(rows)} articles, {words} words, {words / 500 / spent:.0f} articles of 500 words per CPU-second"
    )
    for confidence in confidences:
        whole, quotes = Score(), Score()
        for text, gold, found in read_all:
            kept = [s for s in found if s.confidence >= confidence]
            tally(whole, gold, kept)
            quoted = [g for g in gold if g.quoted]
            tally(quotes, quoted, [s for s in kept if holds_quote(text, s)])
        print(whole.line(f"confidence ≥ {confidence}: all"))
        print(quotes.line(f"confidence ≥ {confidence}: with quotation marks"))
    if cues:
        _by_cue(read_all)
    if errors:
        _show_errors(read_all, errors)


def _by_cue(read_all: Sequence[tuple[str, list[Labelled], tuple[StatementMention, ...]]]) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text, gold, found in read_all:
        hit = {r for _, r in match(gold, found)}
        for number, one in enumerate(found):
            cue = one.cue.of(text).split()[-1].lower() if one.cue else "(none)"
            name = f"{cue} {one.kind} {one.confidence:.2f}"
            total[name] += 1
            right[name] += number in hit
    for name, count in total.most_common(150):
        print(f"{right[name] / count:.2f} {count:5} {name}")


def _show_errors(
    read_all: Sequence[tuple[str, list[Labelled], tuple[StatementMention, ...]]], errors: int
) -> None:
    shown = 0
    for text, gold, found in read_all:
        pairs = match(gold, found)
        missed = [g for n, g in enumerate(gold) if n not in {a for a, _ in pairs}]
        false = [s for n, s in enumerate(found) if n not in {b for _, b in pairs} and s.confidence >= 0.5]
        print("=" * 20)
        for one in missed:
            print(
                "MISSED",
                [s.of(text) for s in one.source],
                [s.of(text) for s in one.cue],
                [s.of(text) for s in one.content],
            )
        for two in false:
            print(
                "FALSE ",
                two.kind,
                two.confidence,
                repr(two.source.text),
                two.cue and two.cue.of(text),
                [s.of(text) for s in two.content],
            )
        shown += len(missed) + len(false)
        if shown > errors:
            break


if __name__ == "__main__":
    main()
