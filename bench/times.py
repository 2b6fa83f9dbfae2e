"""Temporal expressions beside dateparser: speed, and how many days are right, on one labelled set.

A peer that finds dates gives a day for each, so only the expressions that the gold resolves to one day are
judged: found (overlapped), and given that day. HeidelTime needs a Java tagger and is not run here.
"""

import argparse
import datetime
import importlib
import importlib.util
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.times import Document, anchor_of, read_set
from samecopy.text.dates import FULL_DAY, find_times

Found = tuple[int, int, str | None]
"""Begin, end and ISO day of an expression; no day where it has none."""

Finder = Callable[[str, datetime.date | None], list[Found]]
"""Finds the expressions of a text, given the day of writing."""


def ours(text: str, day: datetime.date | None) -> list[Found]:
    return [
        (t.begin, t.end, t.value[:10] if t.value and FULL_DAY.match(t.value) else None)
        for t in find_times(text, day)
    ]


def dateparser_finds(text: str, day: datetime.date | None) -> list[Found]:
    """What `dateparser.search` finds; it gives no offsets, so its words are looked up in order."""
    search = importlib.import_module("dateparser.search")
    base = datetime.datetime.combine(day or datetime.date.today(), datetime.time())
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found: list[Found] = []
    at = 0
    for words, moment in search.search_dates(text, languages=["en"], settings=settings) or ():
        begin = text.find(words, at)
        if begin >= 0:
            at = begin + len(words)
            found.append((begin, at, moment.date().isoformat()))
    return found


def measured(find: Finder, documents: Sequence[Document]) -> tuple[float, int, int, int]:
    """CPU seconds, gold days, those found, those given the right day."""
    began = time.process_time()
    read = [find(document["text"], anchor_of(document)) for document in documents]
    seconds = time.process_time() - began
    days = overlapped = right = 0
    for document, found in zip(documents, read, strict=True):
        for gold in document["times"]:
            if not FULL_DAY.fullmatch(gold["value"] or ""):
                continue
            values = [value for b, e, value in found if b < gold["end"] and e > gold["start"]]
            days += 1
            overlapped += bool(values)
            right += gold["value"] in values
    return seconds, days, overlapped, right


def main(argv: Sequence[str] = ()) -> int:
    """Prints one line for each finder that is installed."""
    parser = argparse.ArgumentParser(prog="bench times", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path, help="documents as evals/times.py reads them (*.jsonl.gz)")
    parser.add_argument("--documents", type=int, default=40, help="how many to read; dateparser is slow")
    options = parser.parse_args(argv)
    documents = read_set(options.file)[: options.documents]
    finders: list[tuple[str, Finder]] = [("samecopy", ours)]
    if importlib.util.find_spec("dateparser") is None:
        print("dateparser is not installed: left out")
    else:
        finders.append(("dateparser", dateparser_finds))
    for name, find in finders:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            seconds, days, overlapped, right = measured(find, documents)
        print(
            f"{name}: {len(documents) / max(seconds, 1e-9):.1f} documents per CPU-second; "
            f"of {days} days {overlapped / max(1, days):.3f} found, {right / max(1, days):.3f} right"
        )
    return 0
