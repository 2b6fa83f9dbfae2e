"""How well temporal expressions are found and valued: TimeBank and AQUAINT, relaxed extent and value F1.

    python evals/times.py DATA [--errors 40]

DATA holds `time/timebank.jsonl.gz` and `time/aquaint.jsonl.gz`: one document a line with `published`,
`text` and `times` (start, end, type, value). A found expression counts when it overlaps one of the
gold, each at most once; its value counts when it also equals the gold's. Recall is over all gold
expressions. Measure of TempEval-3 (UzZaman et al. 2013).

Days right: of the expressions to which the gold and we both give a day (`2021-12-29`, `2021-12-29T14:00` …),
those that have the same.

Then whether events read as `scheduled` or `happened` lie on that side of the day of writing by the
gold's value: accuracy over the events whose gold time lies wholly before or after it.
"""

import argparse
import datetime
import gzip
import json
import re
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict

from samecopy.records import Article, Dated, Span, plain_article
from samecopy.settings import AccountSettings
from samecopy.stages.account.events import read_events
from samecopy.stages.account.events_status import days_of
from samecopy.text.dates import FULL_DAY, Time, find_times

SETS = ("timebank", "aquaint")
SHORT_WEEK = re.compile(r"^[0-9]{4}-W(?=[0-9](?![0-9]))")
HOUR = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}$")
DECADE = re.compile(r"[0-9]{3}X|[0-9]{2}XX")
UNKNOWN_DIGITS = re.compile(r"X+")


class GoldTime(TypedDict):
    start: int
    end: int
    type: str
    value: str | None


class Document(TypedDict):
    id: str
    published: str
    text: str
    times: list[GoldTime]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over a set and what follows from them."""

    gold: int
    found: int
    overlapping: int
    valued: int
    documents: int
    seconds: float

    def f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def extent(self) -> float:
        return self.f1(self.overlapping)

    @property
    def value(self) -> float:
        return self.f1(self.valued)


def read_set(path: Path) -> list[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def plain(value: str | None) -> str | None:
    """One spelling for what the gold writes in two: `199X` and `199`, `2000-W8` and `2000-W08`, an hour
    with its minutes and without."""
    if value is None:
        return None
    value = SHORT_WEEK.sub(r"\g<0>0", value)
    value = HOUR.sub(r"\g<0>:00", value)
    return UNKNOWN_DIGITS.sub("", value) if DECADE.fullmatch(value) else value


def paired(gold: list[GoldTime], found: list[Time]) -> list[tuple[GoldTime, Time]]:
    """Gold and found expressions that overlap, each used once, leftmost first."""
    pairs = []
    free = list(found)
    for expression in sorted(gold, key=lambda g: g["start"]):
        for candidate in free:
            if candidate.begin < expression["end"] and candidate.end > expression["start"]:
                pairs.append((expression, candidate))
                free.remove(candidate)
                break
    return pairs


def anchor_of(document: Document) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(document["published"][:10])
    except (TypeError, ValueError):
        return None


def score(documents: list[Document], errors: Counter[str]) -> Score:
    gold = found = overlapping = valued = 0
    began = time.process_time()
    read = [find_times(d["text"], anchor_of(d)) for d in documents]
    seconds = time.process_time() - began
    for document, times in zip(documents, read, strict=True):
        pairs = paired(document["times"], times)
        right = [plain(g["value"]) == plain(t.value) for g, t in pairs]
        gold += len(document["times"])
        found += len(times)
        overlapping += len(pairs)
        valued += sum(right)
        note_errors(document, times, pairs, errors)
    return Score(gold, found, overlapping, valued, len(documents), seconds)


def score_days(documents: list[Document]) -> tuple[int, int]:
    """Expressions to which the gold and we both give a day: the same one, and all of them."""
    pairs = [
        (gold["value"] or "", ours.value or "")
        for document in documents
        for gold, ours in paired(document["times"], find_times(document["text"], anchor_of(document)))
    ]
    days = [(gold[:10], ours[:10]) for gold, ours in pairs if FULL_DAY.match(gold) and FULL_DAY.match(ours)]
    return sum(gold == ours for gold, ours in days), len(days)


def note_errors(
    document: Document, times: list[Time], pairs: list[tuple[GoldTime, Time]], errors: Counter[str]
) -> None:
    text = document["text"]
    hit_gold = {g["start"] for g, _ in pairs}
    hit_found = {t.begin for _, t in pairs}
    for g in document["times"]:
        if g["start"] not in hit_gold:
            errors[f"missed   {text[g['start'] : g['end']]!r} {g['type']} {g['value']}"] += 1
    for t in times:
        if t.begin not in hit_found:
            errors[f"spurious {text[t.begin : t.end]!r} {t.type} {t.value}"] += 1
    for g, t in pairs:
        if plain(g["value"]) != plain(t.value):
            around = " ".join(text[max(0, t.begin - 60) : t.end + 40].split())
            seen = f"value    {text[t.begin : t.end]!r} {t.value} for {g['value']}"
            errors[f"{seen} ({document['published']}): {around}"] += 1


def article_of(document: Document) -> Article:
    """The document as an article; its single line breaks are wrapping."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", document["text"])
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]*\w[^\n]*", text)]
    dated = Dated(document["published"], "gold")
    return replace(plain_article(document["id"], text, lines, dated), language="en")


def score_sides(documents: list[Document]) -> tuple[int, int, int]:
    """Events on the right side of the day of writing, events judged, all events."""
    right = judged = events = 0
    for document in documents:
        day = anchor_of(document)
        article = article_of(document)
        times = [
            t for p in article.paragraphs for t in find_times(article.text, day, p.span.begin, p.span.end)
        ]
        found = read_events(article, times, (), AccountSettings())
        events += len(found)
        for event in found:
            if event.status not in ("scheduled", "happened") or event.time is None or day is None:
                continue
            inside = [g for g in document["times"] if overlaps(g, event.time)]
            days = days_of(inside[0]["value"]) if inside else None
            if days is None or days[0] <= day <= days[1]:
                continue
            judged += 1
            right += (days[0] > day) == (event.status == "scheduled")
    return right, judged, events


def overlaps(gold: GoldTime, span: Span) -> bool:
    return gold["start"] < span.end and gold["end"] > span.begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many kinds of error")
    chosen = parser.parse_args()
    for name in SETS:
        path = chosen.data / "time" / f"{name}.jsonl.gz"
        if not path.exists():
            print(f"skipped {name}: {path} is absent")
            continue
        errors: Counter[str] = Counter()
        documents = read_set(path)
        got = score(documents, errors)
        print(
            f"{name}: {got.documents} documents, extent F1 {got.extent:.3f} "
            f"(P {got.overlapping / max(1, got.found):.3f} R {got.overlapping / max(1, got.gold):.3f}), "
            f"value F1 {got.value:.3f}, {got.documents / max(1e-9, got.seconds):.0f} documents per CPU-second"
        )
        right, judged = score_days(documents)
        print(f"{name}: days right {right / max(1, judged):.3f} of {judged}")
        right, judged, events = score_sides(documents)
        print(
            f"{name}: {events} events, scheduled or happened rightly {right / max(1, judged):.3f} of {judged}"
        )
        for line, count in errors.most_common(chosen.errors):
            print(f"{count:4d} {line}")


if __name__ == "__main__":
    main()
