"""Temporal expressions beside other finders: speed, how many are found, and how many days are right.

The finders that are installed are asked in turn: dateparser and parsedatetime give a day for each
expression, timexy the TIMEX3 value of full dates and of durations. Two measures: the F1 of what they find
against all expressions of the gold, and, of those that the gold resolves to one day, how many they find and
how many get that day. HeidelTime and SUTime need Java and are not run here.
"""

import argparse
import datetime
import importlib
import importlib.util
import re
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.times import Document, anchor_of, read_set
from samecopy.text.dates import FULL_DAY, find_times

Found = tuple[int, int, str | None]
"""Begin, end and ISO day of an expression; no day where it has none."""

Finder = Callable[[str, datetime.date | None], list[Found]]
"""Finds the expressions of a text, given the day of writing."""

TIMEX3 = re.compile(r'type="DATE" value="([0-9]{4}-[0-9]{2}-[0-9]{2})')


@dataclass(frozen=True, slots=True)
class Measured:
    """What one finder did on a set: counts of expressions, and of those that the gold gives a day."""

    seconds: float
    gold: int
    found: int
    overlapping: int
    days: int
    days_found: int
    days_right: int

    @property
    def extent(self) -> float:
        return 2 * self.overlapping / max(1, self.gold + self.found)


def ours() -> Finder:
    def find(text: str, day: datetime.date | None) -> list[Found]:
        return [
            (t.begin, t.end, t.value[:10] if t.value and FULL_DAY.match(t.value) else None)
            for t in find_times(text, day)
        ]

    return find


def moment(day: datetime.date | None) -> datetime.datetime:
    return datetime.datetime.combine(day or datetime.date.today(), datetime.time())


def dateparser_finder() -> Finder:
    """What `dateparser.search` finds; it gives no offsets, so its words are looked up in order."""
    search = importlib.import_module("dateparser.search")

    def find(text: str, day: datetime.date | None) -> list[Found]:
        settings = {"RELATIVE_BASE": moment(day), "PREFER_DATES_FROM": "past"}
        found: list[Found] = []
        at = 0
        for words, when in search.search_dates(text, languages=["en"], settings=settings) or ():
            begin = text.find(words, at)
            if begin >= 0:
                at = begin + len(words)
                found.append((begin, at, when.date().isoformat()))
        return found

    return find


def parsedatetime_finder() -> Finder:
    """What `Calendar.nlp` finds, told that weekdays and dates without a year lie behind, as in news."""
    module = importlib.import_module("parsedatetime")
    constants = module.Constants(usePyICU=False)
    constants.DOWParseStyle = -1
    constants.CurrentDOWParseStyle = True
    constants.YearParseStyle = 0
    calendar = module.Calendar(constants)

    def find(text: str, day: datetime.date | None) -> list[Found]:
        found = calendar.nlp(text, sourceTime=moment(day)) or ()
        return [(begin, end, when.date().isoformat()) for when, _, begin, end, _ in found]

    return find


def timexy_finder() -> Finder:
    """What the spaCy component marks in a blank English pipeline; it takes no day of writing."""
    importlib.import_module("timexy")
    pipeline = importlib.import_module("spacy").blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def find(text: str, day: datetime.date | None) -> list[Found]:
        return [(e.start_char, e.end_char, day_of(e.kb_id_)) for e in pipeline(text).ents]

    return find


def day_of(timex3: str) -> str | None:
    """The day of `TIMEX3 type="DATE" value="2022-01-10T00:00:00"`; a duration has none."""
    value = TIMEX3.search(timex3)
    return value.group(1) if value else None


PEERS: dict[str, Callable[[], Finder]] = {
    "dateparser": dateparser_finder,
    "parsedatetime": parsedatetime_finder,
    "timexy": timexy_finder,
}


def measured(find: Finder, documents: Sequence[Document]) -> Measured:
    """Runs a finder over documents."""
    began = time.process_time()
    read = [find(document["text"], anchor_of(document)) for document in documents]
    seconds = time.process_time() - began
    gold = overlapping = days = days_found = days_right = 0
    for document, found in zip(documents, read, strict=True):
        free = list(found)
        for expression in sorted(document["times"], key=lambda g: g["start"]):
            begin, end, value = expression["start"], expression["end"], expression["value"]
            over = [f for f in found if f[0] < end and f[1] > begin]
            taken = next((f for f in over if f in free), None)
            if taken:
                free.remove(taken)
            gold += 1
            overlapping += taken is not None
            if FULL_DAY.fullmatch(value or ""):
                days += 1
                days_found += bool(over)
                days_right += value in [day for _, _, day in over]
    return Measured(seconds, gold, sum(map(len, read)), overlapping, days, days_found, days_right)


def main(argv: Sequence[str] = ()) -> int:
    """Prints one line for each finder that is installed."""
    parser = argparse.ArgumentParser(prog="bench times", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path, help="documents as evals/times.py reads them (*.jsonl.gz)")
    parser.add_argument("--documents", type=int, help="how many to read instead of all")
    options = parser.parse_args(argv)
    documents = read_set(options.file)[: options.documents]
    makers = {"samecopy": ours}
    for name, maker in PEERS.items():
        if importlib.util.find_spec(name) is None:
            print(f"{name} is not installed: left out")
        else:
            makers[name] = maker
    for name, maker in makers.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            got = measured(maker(), documents)
        print(
            f"{name}: {len(documents) / max(got.seconds, 1e-9):.1f} documents per CPU-second; "
            f"extent F1 {got.extent:.3f} of {got.gold}; of {got.days} days "
            f"{got.days_found / max(1, got.days):.3f} found, {got.days_right / max(1, got.days):.3f} right"
        )
    return 0
