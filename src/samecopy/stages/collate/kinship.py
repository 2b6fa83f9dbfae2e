"""What it costs to make one witness's text of another's.

The grounds are those of textual criticism: what two witnesses share against all others they have from
each other or from one source (Lachmann's rule of shared innovations; Roelli, ed., Handbook of
Stemmatology, 2020, ch. 4-5), a copy lies within its source but for what it adds, and changes that many
make alike say little (Andrews and Macé 2013, "Beyond the tree of texts"; the weights fall with the
times that a change arose, after Farris 1969, "A successive approximations approach to character
weighting"). Costs are whole numbers, hundredths of a natural logarithm. Who came from whom is decided
in `descent`.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from samecopy.settings import DescentSettings
from samecopy.stages.collate.readings import SPELLING, Readings


@dataclass(frozen=True, slots=True)
class Text:
    """One text's readings: a page's, or those of an origin that no page shows."""

    rows: Sequence[int]
    carried: AbstractSet[int]
    variants: AbstractSet[int]
    lacks: AbstractSet[int]
    puts_in: AbstractSet[int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What making the copy of the source costs, and how many paragraphs and pieces it then has from
    elsewhere, since the source lacks them and other pages have them."""

    cost: int
    restored: int


@dataclass(frozen=True, slots=True)
class Kinship:
    """The texts of a family in order of page id, the weights of their variants, and which variants are
    listed spellings."""

    readings: Readings
    texts: Sequence[Text]
    weights: Mapping[int, int]
    spellings: Sequence[int]
    settings: DescentSettings

    def likeness(self, source: Text, copy: Text) -> Likeness:
        both = source.carried & copy.carried
        return Likeness(
            self._changes(source, copy, both)
            + self._cuts(source, copy, both)
            + self._own(source, copy, both),
            self._restored(source, copy, both),
        )

    def differing(self, source: Text, copy: Text, both: AbstractSet[int]) -> list[int]:
        """The short variants that one has and the other has not, though both have the place."""
        known = self.readings.variants
        gone = [known[v] for v in (*source.lacks, *copy.lacks)]
        return [
            v
            for v in sorted(source.variants ^ copy.variants)
            if known[v].row in both
            and not any(
                g.row == known[v].row and g.begin <= known[v].begin and known[v].end <= g.end for g in gone
            )
        ]

    def fuller(self, text: Text, origin: Text) -> Text:
        """A text with the paragraphs that it lacks and the origin has, worded as there: an update."""
        more = origin.carried - text.carried
        known = self.readings.variants
        return Text(
            (*text.rows, *sorted(more)),
            text.carried | more,
            text.variants | {v for v in origin.variants if known[v].row in more},
            text.lacks,
            text.puts_in,
        )

    def reworded(self, source: Text, copy: Text) -> int:
        """What the changes of wording alone cost."""
        return self._changes(source, copy, source.carried & copy.carried)

    def _changes(self, source: Text, copy: Text, both: AbstractSet[int]) -> int:
        cost = 0
        seen: set[str] = set()
        for number in self.differing(source, copy, both):
            variant = self.readings.variants[number]
            again = variant.rule in seen
            seen.add(variant.rule)
            if variant.habit:
                cost += 0 if again else self.settings.habit
                if variant.rule == SPELLING and not again:
                    cost += self.settings.half_done * self._mixes(copy, both)
            else:
                weight = self.weights.get(number, self.settings.wording)
                cost += min(weight, self.settings.wording_again) if again else weight
        return cost

    def _mixes(self, text: Text, rows: AbstractSet[int]) -> bool:
        """Whether a text has British and American spellings, of words whose spelling the pages vary."""
        known = self.readings.variants
        forms = {(v in text.variants) == known[v].british for v in self.spellings if known[v].row in rows}
        return len(forms) > 1

    def _cuts(self, source: Text, copy: Text, both: AbstractSet[int]) -> int:
        runs = 0
        cutting = False
        for row in source.rows:
            runs += row not in copy.carried and not cutting
            cutting = row not in copy.carried
        inside = len(self._in((copy.lacks - source.lacks) | (source.puts_in - copy.puts_in), both))
        tail = self.settings.cut - self.settings.cut_tail if cutting else 0
        return self.settings.cut * (runs + inside) - tail

    def _own(self, source: Text, copy: Text, both: AbstractSet[int]) -> int:
        """What the paragraphs cost that only the copy has."""
        runs = more = 0
        adding = False
        for row in copy.rows:
            own = row not in source.carried and self.readings.carriers[row] == 1
            runs += own and not adding
            more += own and adding
            adding = own
        put_in = self._in(copy.puts_in - source.puts_in, both)
        runs += sum(1 for v in put_in if self.readings.holders[v] == 1)
        return self.settings.added * runs + self.settings.added_more * more

    def _restored(self, source: Text, copy: Text, both: AbstractSet[int]) -> int:
        rows = sum(1 for row in copy.carried - source.carried if self.readings.carriers[row] > 1)
        put_in = self._in(copy.puts_in - source.puts_in, both)
        back = self._in(source.lacks - copy.lacks, both)
        return rows + len(back) + sum(1 for v in put_in if self.readings.holders[v] > 1)

    def _in(self, variants: Iterable[int], rows: AbstractSet[int]) -> list[int]:
        return [v for v in variants if self.readings.variants[v].row in rows]

    def reweighted(self, couples: Iterable[tuple[Text, Text]]) -> "Kinship":
        """The same with each variant weighed by how often it arose between sources and copies."""
        arose: dict[int, int] = {}
        for source, copy in couples:
            for v in self.differing(source, copy, source.carried & copy.carried):
                arose[v] = arose.get(v, 0) + 1
        least, whole = self.settings.wording_least, self.settings.wording
        weights = {v: max(least, whole // times) for v, times in arose.items()}
        return Kinship(self.readings, self.texts, weights, self.spellings, self.settings)


def kinship(readings: Readings, settings: DescentSettings) -> Kinship:
    texts = [Text(w.rows, frozenset(w.rows), w.variants, w.lacks, w.puts_in) for w in readings.pages.values()]
    spellings = [v for v, variant in enumerate(readings.variants) if variant.rule == SPELLING]
    return Kinship(readings, texts, {}, spellings, settings)


def unseen(readings: Readings) -> Text:
    """The origin as the pages show it together: what two of them carry, worded as most do."""
    rows = sorted(row for row, count in readings.carriers.items() if count > 1)
    held = {v for v, count in readings.holders.items() if count > 1}
    short = {v for w in readings.pages.values() for v in w.variants}
    long = {v for w in readings.pages.values() for v in w.puts_in}
    most = {v for v in short & held if 2 * readings.holders[v] > readings.carriers[readings.variants[v].row]}
    return Text(rows, frozenset(rows), most, frozenset(), long & held)


def plain(kinship: Kinship, text: Text) -> tuple[frozenset[int], ...]:
    """What makes two texts read the same, spelling and paragraphs of their own apart."""
    known, carriers = kinship.readings.variants, kinship.readings.carriers
    return (
        frozenset(row for row in text.carried if carriers[row] > 1),
        frozenset(v for v in text.variants if not known[v].habit),
        frozenset(text.lacks),
        frozenset(text.puts_in),
    )
