"""What each witness was likely made of, in words a person can check: the lines of the copy tree.

`descent` finds the tree; here each of its lines gets its ledger and its confidence. "High" is kept for
what text alone cannot mistake: wordings that the source and its copy share against all other pages, or
an origin whose own page is sure. An origin and a perfect copy of it read the same, so what rests on
likeness to the origin is no surer than the origin is.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from samecopy.records import Article, Descent, Evidence, PageSpan
from samecopy.settings import DescentSettings
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.credit import is_self, name_of
from samecopy.stages.collate.descent import OUTSIDE, Ancestry, ancestry
from samecopy.stages.collate.kinship import kinship, plain, unseen
from samecopy.stages.collate.moments import earliest_first, moment
from samecopy.stages.collate.readings import readings

Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a family's copy likely came from."""

    kind: Literal["page", "outside", "undecided"]
    page: str | None
    agency: str | None
    confidence: Confidence


class Lineage:
    """The tree of one family, its members in order of page id. Two members or more."""

    def __init__(self, members: Sequence[Article], collation: Collation, settings: DescentSettings) -> None:
        self._members = members
        self._settings = settings
        self._kin = kinship(readings(members, collation, settings), settings)
        self._moments = [moment(m) for m in members]
        self._number = {m.page: number for number, m in enumerate(members)}
        self._plain = [plain(self._kin, text) for text in self._kin.texts]
        ordered = sorted(range(len(members)), key=lambda n: earliest_first(members[n]))
        self._first = ordered

    def tree(self, root: str | None = None, *, outside: bool = False) -> Ancestry:
        """The likeliest tree, below the page `root` or an origin outside where they are given."""
        fixed = OUTSIDE if outside else None if root is None else self._number[root]
        return ancestry(self._kin, self._later, self._refers, self._first, self._settings, fixed)

    def timed(self, page: int) -> bool:
        """Whether a page surely came out before all others."""
        return all(self._before(page, other) for other in range(len(self._members)) if other != page)

    def _before(self, one: int, other: int) -> bool:
        a, b = self._moments[one], self._moments[other]
        return a is not None and b is not None and a.before(b)

    def _later(self, one: int, other: int) -> bool:
        return self._before(other, one)

    def _refers(self, one: int, other: int) -> bool:
        a, b = self._members[one], self._members[other]
        if a.outlet.key and a.outlet.key == b.outlet.key:
            return self._before(other, one)
        return any(is_self(b, credit.name) for credit in a.credits)

    def alike(self, page: int) -> list[int]:
        """The other pages that read as this one does."""
        return [n for n, key in enumerate(self._plain) if n != page and key == self._plain[page]]

    def descents(self, tree: Ancestry, verdict: Verdict) -> tuple[Descent, ...]:
        """A line for each witness, as far as it is known."""
        return tuple(self._descent(number, tree, verdict) for number in range(len(self._members)))

    def _descent(self, number: int, tree: Ancestry, verdict: Verdict) -> Descent:
        page, source = self._members[number].page, tree.sources[number]
        if page == verdict.page:
            return Descent(page, "origin", None, verdict.confidence)
        if source is None:
            return Descent(page, "undecided", None, "low")
        share = tree.shares[number][source]
        if source == OUTSIDE:
            return self._from_outside(number, share, verdict)
        alike = [n for n in self.alike(source) if n != number and not self._later(n, number)]
        if share + sum(tree.shares[number].get(n, 0.0) for n in alike) < self._settings.known:
            return Descent(page, "undecided", None, "low")
        if self._timed_apart(source, alike):
            alike = []
        shared = self._shared(source, number, tree)
        return Descent(
            page,
            "page",
            self._members[source].page,
            self._confidence(number, source, share, self._kinds(shared), verdict),
            tuple(self._members[n].page for n in alike),
            tuple(self._ledger(source, number, shared)),
        )

    def _timed_apart(self, source: int, alike: Sequence[int]) -> bool:
        """Whether the source is the one that came before those that read the same."""
        return all(self._before(source, other) for other in alike)

    def _from_outside(self, number: int, share: float, verdict: Verdict) -> Descent:
        page = self._members[number].page
        if verdict.kind != "outside" or share < self._settings.known:
            return Descent(page, "undecided", None, "low")
        sure = verdict.confidence if self._credits(number, verdict.agency) else "low"
        return Descent(page, "outside", None, sure)

    def _credits(self, number: int, agency: str | None) -> bool:
        return agency is not None and any(c.agency for c in self._members[number].credits)

    def _confidence(
        self, number: int, source: int, share: float, shared: int, verdict: Verdict
    ) -> Confidence:
        s = self._settings
        timed = self._before(source, number)
        if share >= s.sure and shared >= s.sure_wordings and timed:
            return "high"
        if self._members[source].page != verdict.page or verdict.confidence == "low":
            return "low"
        if verdict.confidence == "high":
            return "high" if share >= s.sure and self._credits(number, verdict.agency) else "medium"
        return "medium" if timed and share >= s.fair else "low"

    def _shared(self, source: int, copy: int, tree: Ancestry) -> list[int]:
        """The wordings that the copy has from its source: only pages below that have them as well."""
        if tree.sources[source] is None:
            return []
        known, texts = self._kin.readings.variants, self._kin.texts
        top = unseen(self._kin.readings) if tree.root == OUTSIDE else texts[tree.root]
        one, other = texts[source], texts[copy]
        rows = top.carried & one.carried & other.carried
        own = [v for v in self._kin.differing(top, one, rows) if not known[v].habit]
        beside = [t for n, t in enumerate(texts) if not _descends(tree, n, source)]
        return [
            v
            for v in own
            if (v in one.variants) == (v in other.variants)
            and not any((v in t.variants) == (v in one.variants) for t in beside if known[v].row in t.carried)
        ]

    def _kinds(self, variants: Sequence[int]) -> int:
        """How many different changes these are: one word always put for another is one."""
        return len({self._kin.readings.variants[v].rule for v in variants})

    def _ledger(self, source: int, copy: int, shared: Sequence[int]) -> list[Evidence]:
        above, page = self._members[source].page, self._members[copy].page
        found = []
        if self._refers(copy, source):
            found.append(
                Evidence("credit", f"{name_of(self._members[copy])} {self._reference(source, copy)}", above)
            )
        if shared:
            spans = self._spans(page, shared)
            text = f"shares {_count(len(shared), 'wording')} with it that no page has but its copies"
            found.append(Evidence("wording", text, above, spans))
        one, other = self._kin.texts[source], self._kin.texts[copy]
        found.append(self._containment(one.carried, other.carried, above))
        cut = [row for row in one.rows if row not in other.carried]
        if cut and list(one.rows[-len(cut) :]) == cut:
            found.append(
                Evidence(
                    "edit_direction",
                    f"stops after {len(one.rows) - len(cut)} of its {len(one.rows)} paragraphs",
                    above,
                )
            )
        found.append(self._time(source, copy, above))
        return found

    def _reference(self, source: int, copy: int) -> str:
        if self._members[source].outlet.key == self._members[copy].outlet.key:
            return "had an earlier version of it up"
        return f"refers to {name_of(self._members[source])}"

    def _containment(self, source: AbstractSet[int], copy: AbstractSet[int], above: str) -> Evidence:
        carriers = self._kin.readings.carriers
        shared = [row for row in copy if carriers[row] > 1]
        held = sum(1 for row in shared if row in source)
        of = _count(len(shared), "paragraph")
        if held == len(shared):
            return Evidence("containment", f"all of the {of} that it shares stand there", above)
        return Evidence("containment", f"{held} of the {of} that it shares stand there", "")

    def _time(self, source: int, copy: int, above: str) -> Evidence:
        a, b = self._moments[source], self._moments[copy]
        if a is None or b is None:
            return Evidence("time", "the times do not say which came first", "")
        if not a.before(b):
            return Evidence("time", "the times do not say which came first", "")
        if a.exact and b.exact:
            return Evidence(
                "time", f"put out {_span(int((b.first - a.first).total_seconds()))} after it", above
            )
        return Evidence("time", "put out after it", above)

    def _spans(self, page: str, variants: Sequence[int]) -> tuple[PageSpan, ...]:
        spans = self._kin.readings.pages[page].spans
        return tuple(sorted(spans[v] for v in variants if v in spans))


def _descends(tree: Ancestry, page: int, above: int) -> bool:
    at: int | None = page
    while at is not None and at != OUTSIDE:
        if at == above:
            return True
        at = tree.sources[at]
    return False


def _count(count: int, noun: str) -> str:
    """
    >>> _count(1, "wording"), _count(3, "paragraph")
    ('1 wording', '3 paragraphs')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _span(seconds: int) -> str:
    """
    >>> _span(61), _span(11_520), _span(200_000)
    ('1 min', '3 h 12 min', '2 days')
    """
    minutes = seconds // 60
    if minutes >= 48 * 60:
        return f"{minutes // (24 * 60)} days"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"
