"""What joining reports into stories costs: `python -m bench stories --sizes 5000 20000`.

Reports are made with their stories known: one to five of a story, within three days, share a cast of names
amid prose of invented words. So many a day come out, whatever the size of the pile, so that a larger one is
a longer one; some have no day. Time is that of the process (CPU), after one small pile that compiles.

With `--archives 10000 100000` reports are added to an index instead: what a batch of the next day costs where
so many lie.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import machine
from bench.copies import above_zero
from bench.copies_gen import invented
from bench.growth import exponent
from samecopy.engines.stories.index import StoryIndex
from samecopy.settings import StorySettings
from samecopy.stages.story import Report, group

FIRST_DAY = date(2031, 1, 1)
SENTENCES = 18
BUILT = 10_000  # reports that an archive is built of at a time


@dataclass(frozen=True, slots=True)
class Told:
    """Reports, and the number of each one's story."""

    reports: list[Report]
    stories: list[int]


def made(n: int, a_day: int, undated: float, seed: int) -> Told:
    """So many reports, `a_day` of them a day, a share of them without a day; the same for one seed.

    >>> told = made(40, 10, 0.2, 3)
    >>> len(told.reports), told == made(40, 10, 0.2, 3)
    (40, True)
    """
    rng = random.Random(seed)
    sentence = invented(rng)
    told = Told([], [])
    story = 0
    while len(told.reports) < n:
        cast = ["".join(rng.choices("bdfghklmnprstv", k=7)).title() for _ in range(8)]
        begun = len(told.reports) // a_day
        for _ in range(min(rng.randint(1, 5), n - len(told.reports))):
            lines = [_with_names(sentence(), cast, rng) for _ in range(SENTENCES)]
            title = " ".join(rng.sample(cast, 3))
            day = (FIRST_DAY + timedelta(begun + rng.randint(0, 2))).isoformat()
            name = f"r{len(told.reports):07}"
            known = None if rng.random() < undated else day
            told.reports.append(Report(name, (name,), f"{title}\n{' '.join(lines)}", title, known))
            told.stories.append(story)
        story += 1
    return told


def _with_names(sentence: str, cast: Sequence[str], rng: random.Random) -> str:
    words = sentence.split()
    for _ in range(rng.randint(0, 2)):
        words.insert(rng.randrange(len(words)), rng.choice(cast))
    return " ".join(words)


def whole(told: Told, found: Sequence[Sequence[int]]) -> int:
    """How many made stories were found, no report more and none less.

    >>> whole(Told([], [0, 0, 1]), [[0, 1], [2]]), whole(Told([], [0, 0, 1]), [[0], [1, 2]])
    (2, 0)
    """
    members: dict[int, set[int]] = {}
    for at, story in enumerate(told.stories):
        members.setdefault(story, set()).add(at)
    return sum(set(group_) == members[told.stories[group_[0]]] for group_ in found)


def grown(sizes: Sequence[int], batch: int, a_day: int, seed: int) -> None:
    """Prints what adding a batch to archives of some sizes costs."""
    settings = StorySettings()
    told = made(max(sizes) + batch, a_day, 0.0, seed).reports
    costs = []
    with TemporaryDirectory() as folder, StoryIndex(Path(folder), settings) as index:
        there = 0
        print(f"{'archive':>9}{'built CPU s':>13}{'batch CPU s':>13}{'ms a report':>13}{'touched':>9}")
        for n in sorted(sizes):
            begun = time.process_time()
            while there < n:
                index.add(told[there : min(n, there + BUILT)])
                there = min(n, there + BUILT)
            built = time.process_time() - begun
            begun = time.process_time()
            touched = index.add(told[there : there + batch]).touched
            there += batch
            costs.append(time.process_time() - begun)
            each = 1000 * costs[-1] / batch
            print(f"{n:9}{built:13.2f}{costs[-1]:13.2f}{each:13.2f}{touched:9}", flush=True)
    print(f"a batch of {batch} costs {costs[-1] / costs[0]:.2f} times as much in the largest archive")


def main(argv: Sequence[str] = ()) -> int:
    """Prints a line per size and the exponent; the exit code is 0."""
    parser = argparse.ArgumentParser(prog="bench stories", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", nargs="+", type=above_zero, default=[5_000, 20_000])
    parser.add_argument("--a-day", type=above_zero, default=250, help="reports that come out on a day")
    parser.add_argument("--undated", type=float, default=0.0, help="share of reports without a day, 0 to 1")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--archives", nargs="+", type=above_zero, help="add a batch to indexes of such sizes")
    parser.add_argument("--batch", type=above_zero, default=250, help="reports added at a time")
    options = parser.parse_args(argv)
    before = machine.load()
    settings = StorySettings()
    group(made(50, 10, 0.2, options.seed).reports, settings)
    if options.archives:
        grown(options.archives, options.batch, options.a_day, options.seed)
        print(machine.described(before, machine.load()))
        return 0
    print(f"{options.a_day} a day, {options.undated:.0%} undated, seed {options.seed}")
    print(f"{'reports':>9}{'CPU s':>9}{'reports/CPU s':>15}{'stories':>9}{'found':>8}{'whole':>8}")
    costs = []
    for n in options.sizes:
        told = made(n, options.a_day, options.undated, options.seed)
        begun = time.process_time()
        found = group(told.reports, settings)
        costs.append(time.process_time() - begun)
        gold = len(set(told.stories))
        right = whole(told, found) / gold
        print(f"{n:9}{costs[-1]:9.2f}{n / costs[-1]:15.0f}{gold:9}{len(found):8}{right:8.1%}", flush=True)
    if len(set(options.sizes)) > 1:
        print(f"cost grows as reports to the power of {exponent(options.sizes, costs):.2f} (CPU)")
    print(machine.described(before, machine.load()))
    return 0
