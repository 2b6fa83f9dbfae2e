"""A synthetic pile of news pages whose copy families are known.

Base articles are prose of invented words (Zipf's law, stock phrases, a cast of names per article), or,
with sentences given, a walk over those from word to word. A good third of the pages stand in families of
two and more, their sizes by Zipf's law; a copy is made of the original, of an update, or of another copy:

    light    45 %  dateline, spelling, shape of quotes, the outlet's furniture
    medium   35 %  also the tail dropped, one or two words in a hundred changed
    heavy    14 %  a quarter to a half of the paragraphs, some moved, new ones between, more words changed
    brief     6 %  the first two to four sentences

What misleads: three to six furniture lines per outlet, background paragraphs that strangers share, and
quoted sentences that independent reports share. Everything derives from the seed.
`bench/pile.py` writes a pile of any size to disk.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Paragraph = list[str]
"""Sentences."""

_SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeio"]
_PLACES = ("Mellin", "Oster", "Varn", "Tessaly", "Dunmark", "Ilverton", "Corrin", "Halse", "Brennock")
_NAMES = ("Echo", "Herald", "Courier", "Lantern", "Observer", "Record", "Mirror", "Signal", "Beacon")
_AGENCIES = ("ANP", "Mercury", "Northwire")
_FURNITURE = (
    "Sign up to the {o} newsletter to get the top stories of the day straight to your inbox every morning.",
    "All rights reserved. This page may not be printed again without written leave of the {o}.",
    "Do you have a story for us? Write to the newsroom of the {o} or call our tip line in confidence.",
    "Readers keep the {o} going. If you value our work, please consider a small gift to our fund.",
    "Comments on this page are read by the {o} before they appear. Please stay civil and on topic.",
    "Follow the {o} wherever you are, and never miss a story from {p} and the towns around it.",
    "The {o} was founded in {p} and belongs to nobody but the people who read and write it.",
    "Story continues below advertisement",
)
_SPELLINGS = (("ka", "ca"), ("wo", "wou"), ("ze", "se"))
_FIRST = 1_700_000_000
_SWAPS = ("now", "still", "reportedly", "also", "then", "lately")


@dataclass(frozen=True, slots=True)
class Made:
    """A pile: ids, outlets, texts, the gold family of each (-1: none) and the class of its edit; the place
    in these lists of the page it was copied from (-1: none; a copy of an update has the original's), and
    when it was put out, in seconds since 1970."""

    ids: list[str]
    outlets: list[str]
    texts: list[str]
    families: list[int]
    classes: list[str]
    parents: list[int]
    times: list[int]


@dataclass(frozen=True, slots=True)
class Page:
    """A page before the pile is shuffled; `number` is its place in the order of making, `parent` that of its
    source (-1: none)."""

    number: int
    outlet: str
    text: str
    family: int
    kind: str
    parent: int
    time: int


def invented(rng: random.Random) -> Callable[[], str]:
    """Gives invented sentences of 8 to 28 words, with stock phrases in them."""
    vocabulary = [
        "".join(rng.choices(_SYLLABLES, k=1 + (rank > 60) + (rank > 2_000))) for rank in range(20_000)
    ]
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    total = 0.0
    cumulative = [total := total + weight for weight in weights]
    phrases = [
        " ".join(rng.choices(vocabulary, cum_weights=cumulative, k=rng.randint(3, 7))) for _ in range(400)
    ]

    def sentence() -> str:
        words = rng.choices(vocabulary, cum_weights=cumulative, k=rng.randint(8, 28))
        if rng.random() < 0.3:
            words.insert(rng.randrange(len(words)), rng.choice(phrases))
        if rng.random() < 0.4:
            words[rng.randrange(len(words))] = str(rng.randint(2, 9_999))
        return " ".join(words).capitalize() + "."

    return sentence


def walked(texts: Sequence[str], rng: random.Random) -> Callable[[], str]:
    """Gives sentences walked over those of real texts, from each pair of words to one that followed it."""
    after: dict[tuple[str, str], list[str]] = defaultdict(list)
    starts = []
    for text in texts:
        for line in text.replace("? ", ". ").split(". "):
            words = line.split()
            if len(words) >= 6:
                starts.append((words[0], words[1]))
                for (one, two), three in zip(pairwise(words), [*words[2:], ""], strict=True):
                    after[one, two].append(three)

    def sentence() -> str:
        words = list(rng.choice(starts))
        while len(words) < 30 and (follows := rng.choice(after[words[-2], words[-1]])):
            words.append(follows)
        return " ".join(words).rstrip(".,;:") + "."

    return sentence


class Pile:
    """Makes one pile; `make` or `drawn` is called once."""

    def __init__(self, n: int, seed: int, texts: Sequence[str] | None = None) -> None:
        self.n = n
        self.rng = random.Random(seed)
        self.sentence = walked(texts, self.rng) if texts else invented(self.rng)
        self.names = [
            f"{self.rng.choice(_PLACES)} {self.rng.choice(_NAMES)} {i}"
            for i in range(max(20, min(400, n // 50)))
        ]
        self.furniture = {
            name: [
                line.format(o=name, p=self.rng.choice(_PLACES))
                for line in self.rng.sample(_FURNITURE, self.rng.randint(3, 6))
            ]
            for name in self.names
        }
        self.background = [self.paragraph(3) for _ in range(max(3, n // 150))]
        self.quotes = [[f"“{self.sentence()}”"] for _ in range(max(3, n // 75))]
        self.clock = random.Random(seed + 1)
        self.numbered = 0

    def make(self) -> Made:
        """The pages, shuffled."""
        pages = list(self.drawn())
        self.rng.shuffle(pages)
        place = {page.number: at for at, page in enumerate(pages)} | {-1: -1}
        return Made(
            [f"d{i:08}" for i in range(len(pages))],
            [p.outlet for p in pages],
            [p.text for p in pages],
            [p.family for p in pages],
            [p.kind for p in pages],
            [place[p.parent] for p in pages],
            [p.time for p in pages],
        )

    def drawn(self) -> Iterator[Page]:
        """The pages one by one, family after family, then those that stand alone; few of them are held."""
        left = int(0.35 * self.n)
        family = 0
        biggest = max(10, min(200, self.n // 40))
        while left >= 2:
            size = min(self._size(biggest), left)
            yield from self._family(family, size)
            left -= size
            family += 1
        while self.numbered < self.n:
            yield self._page(self.article(), self.rng.choice(self.names), -1, "single")

    def paragraph(self, most: int) -> Paragraph:
        return [self.sentence() for _ in range(self.rng.randint(1, most))]

    def article(self) -> list[Paragraph]:
        """8 to 20 paragraphs with a cast of their own; one in eight has background, some a shared quote."""
        rng = self.rng
        cast = ["".join(rng.choices(_SYLLABLES, k=3)).capitalize() for _ in range(12)]
        made = [self.paragraph(3) for _ in range(rng.randint(8, 20))]
        made = [[s.replace(" ", f" {rng.choice(cast)} ", rng.randint(0, 2)) for s in p] for p in made]
        chance = rng.random()
        if chance < 0.12:
            made.insert(rng.randrange(len(made) - 2, len(made)), rng.choice(self.background))
        elif chance < 0.18:
            made.insert(rng.randrange(1, len(made)), rng.choice(self.quotes))
        return made

    def _size(self, biggest: int) -> int:
        size = 2
        while size < biggest and self.rng.random() < (size / (size + 1)) ** 1.1:
            size += 1
        return size

    def _family(self, family: int, size: int) -> Iterator[Page]:
        rng = self.rng
        head = self.article()
        first = self._page(head, rng.choice(self.names), family, "head")
        yield first
        update = [head[0], self.paragraph(2), *head[1:], self.paragraph(2)]
        known = [(head, first)]
        for name in (rng.sample(self.names, len(self.names)) * size)[: size - 1]:
            chance = rng.random()
            base, parent = rng.choice(known) if chance < 0.15 else (update if chance < 0.3 else head, first)
            kind = rng.choices(("light", "medium", "heavy", "brief"), (45, 35, 14, 6))[0]
            copy = self.edit(base, kind if len(base) >= 4 else "light")
            page = self._page(copy, name, family, kind if len(base) >= 4 else "light", parent)
            yield page
            if kind in ("light", "medium") and len(known) < 12:
                known.append((copy, page))

    def edit(self, base: list[Paragraph], kind: str) -> list[Paragraph]:
        """A copy of a page, edited as its class says."""
        rng = self.rng
        made = [list(paragraph) for paragraph in base]
        if kind == "brief":
            made = [[sentence] for p in made for sentence in p][: rng.randint(2, 4)]
        elif kind == "medium":
            made = made[: max(2, round(len(made) * rng.uniform(0.4, 0.8)))]
        elif kind == "heavy":
            keep = max(2, round(len(made) * rng.uniform(0.25, 0.55)))
            made = [made[i] for i in sorted(rng.sample(range(len(made)), keep))]
            if rng.random() < 0.4:
                made.append(made.pop(0))
        rate = {"light": 0.0, "medium": 0.015, "heavy": 0.05, "brief": 0.01}[kind]
        before, after = rng.choice(_SPELLINGS)
        made = [[self._changed(s, rate).replace(before, after, 1) for s in p] for p in made]
        if kind == "heavy":
            for _ in range(round(len(made) * rng.uniform(0.3, 1.2))):
                made.insert(rng.randrange(len(made) + 1), self.paragraph(3))
        return made

    def _changed(self, sentence: str, rate: float) -> str:
        words = sentence.split(" ")
        for place in range(len(words)):
            if self.rng.random() < rate:
                words[place] = self.rng.choice((self.rng.choice(_SWAPS), words[place] + " also"))
        return " ".join(words)

    def _page(
        self, article: list[Paragraph], outlet: str, family: int, kind: str, parent: Page | None = None
    ) -> Page:
        """Puts a page out, a copy some hours after its source."""
        rng = self.rng
        lines = [" ".join(paragraph) for paragraph in article]
        if rng.random() < 0.5:
            lines[0] = f"{rng.choice(_PLACES).upper()} ({rng.choice(_AGENCIES)}) - {lines[0]}"
        if rng.random() < 0.6:
            lines.insert(0, f"By {rng.choice(_AGENCIES)} | {outlet}")
        if rng.random() < 0.8:
            lines += rng.sample(self.furniture[outlet], rng.randint(1, 3))
        if parent is None:
            time = _FIRST + self.clock.randrange(30 * 86_400)
        else:
            time = parent.time + 60 + int(self.clock.expovariate(1 / 14_400))
        self.numbered += 1
        source = -1 if parent is None else parent.number
        return Page(self.numbered - 1, outlet, "\n".join(lines), family, kind, source, time)
