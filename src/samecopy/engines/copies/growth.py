"""Adding articles to an index of copies at the cost of what they touch.

A search over a whole pile is a chain of functions of few articles each: what two articles share depends
on the postings lists that hold both, what is furniture on the lists of an outlet's stories, a family on
its own pages. So of an addition only these are found anew:

    regroup    stories whose versions changed: the new articles, and those of lists that became crowded
    flag       furniture of the lists that the new articles, or regrouped versions, stand in
    pair       pairs of every article that is new, or whose furniture or crowded neighbours changed
    gather     families of all that hangs together with pairs which thereby changed

Everything else stays as it is, and the whole is what one search over all articles gives: the same stage
functions are carried over lists that are whole, with articles in the same order.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.corpus import Filed
from samecopy.engines.copies.filing import (
    column,
    kept_among,
    kept_of,
    knots,
    links_of,
    put_parts,
    put_settled,
    table,
)
from samecopy.engines.copies.naming import named_parts
from samecopy.engines.copies.nearby import (
    Known,
    Near,
    Some,
    distinct,
    fingerprints,
    named,
    near,
    refreshed,
    shared_by,
    within,
)
from samecopy.engines.copies.renewed import Links, Renewal, put_anew, relinked, to_align
from samecopy.engines.copies.settling import settled
from samecopy.engines.copies.stock import fallen, refiled
from samecopy.engines.copies.workshop import Workshop
from samecopy.plan.copying import (
    Postings,
    Sharing,
    candidates,
    ends,
    families,
    furniture,
    gathered,
    labelled,
    shares_of,
    versions,
)
from samecopy.store.index import IndexStore

I64 = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_EITHER = "a IN (SELECT n FROM wanted) OR b IN (SELECT n FROM wanted)"


def grow(store: IndexStore, fresh: Postings, numbers: I64, shop: Workshop) -> I64 | None:
    """Finds what new articles change; their rows are in the store, their postings go there. Within `change`.

    `fresh` are their postings, each hash of an article once, `numbers` (ascending) they. Returns the
    numbers of all articles whose families were found anew; or None, where not enough of an outlet's
    furniture was kept to tell, and everything must be found anew.
    """
    growth = _Growth(store, Known(store), numbers, fresh, shop)
    around = growth.near(fresh)
    grown = np.setdiff1d(growth.regroup(around), numbers)
    around = growth.refreshed(growth.wider(around, grown))
    found = growth.flag(around)
    if found is None:
        return None
    altered, crowded = found
    changed = np.setdiff1d(np.union1d(altered, crowded), numbers)
    around = growth.refreshed(growth.wider(around, np.setdiff1d(changed, grown), own=False))
    dirty = np.union1d(numbers, changed)
    other = np.zeros(len(growth.known), dtype=bool)
    other[numbers] = other[altered] = True
    return growth.gather(np.union1d(numbers, growth.pair(dirty, other, around)))


@dataclass(frozen=True, slots=True)
class _Growth:
    """One addition: the index, what it knows, the new articles and their postings."""

    store: IndexStore
    known: Known
    fresh: I64
    postings: Postings
    shop: Workshop

    def near(self, made: Postings, own: bool = True, before: Near | None = None) -> Near:
        return near(self.store, self.known, made, self.shop.settings.crowd, own, before)

    def wider(self, around: Near, more: I64, own: bool = True) -> Near:
        """The lists that further articles stand in beside those that are known."""
        if len(more) == 0:
            return around
        return self.near(fingerprints(self.store, more, self.shop.settings), own, around)

    def refreshed(self, around: Near) -> Near:
        return refreshed(self.store, self.known, around)

    def regroup(self, around: Near) -> I64:
        """Finds the versions of stories anew; returns the articles whose group of versions changed."""
        losing = self._losing(_crossing(around, self.fresh, self.shop.settings.version_crowd))
        touched = np.union1d(self.fresh, losing)
        around = self.wider(around, losing)
        articles = around.articles
        shared = shared_by(around, None, articles.among(touched), self.shop.settings)
        a, b = ends(versions(shared, articles.postings, self.shop.settings))
        a, b = articles.numbers[a], articles.numbers[b]
        self.store.drop("versions", _EITHER, touched)
        self.store.put("versions", table(a=a, b=b))
        group = _labelled_like(self.known.version, np.concatenate([touched, a, b]))
        edges = self.store.fetch("SELECT a, b FROM versions WHERE a IN (SELECT n FROM wanted)", wanted=group)
        a, b = (np.searchsorted(group, column(edges, name)) for name in ("a", "b"))
        before, after = self.known.version[group], group[labelled(len(group), a << 32 | b)]
        self.known.version[group] = after
        self.store.update("articles", table(number=group, version=after))
        moved: I64 = group[_moved(before, after)]
        return moved

    def _losing(self, crossing: I64) -> I64:
        """Those of older articles in new crowds that may be versions of each other no longer: two of them
        share less than before, which makes nothing a version."""
        edges = self.store.fetch(
            "SELECT a, b FROM versions WHERE a IN (SELECT n FROM wanted) AND b IN (SELECT n FROM wanted)",
            wanted=crossing,
        )
        return distinct(np.append(column(edges, "a"), column(edges, "b")))

    def flag(self, around: Near) -> tuple[I64, I64] | None:
        """Finds furniture anew, and files the new postings; returns the articles whose furniture changed,
        and those whose neighbours in a crowd did; None where furniture fell of which not all is kept."""
        articles, part = around.articles, around.part
        version = np.unique(articles.version, return_inverse=True)[1].astype(np.int32)
        before = around.flags
        after = furniture(part, articles.outlets, version, self.shop.settings)
        if fallen(around, before, after, self.shop.settings):
            return None
        new = articles.among(self.fresh)
        altered = np.zeros(len(articles), dtype=bool)
        altered[part.article[before != after]] = True
        told = altered | new
        mine = told[part.article]
        ranks = np.flatnonzero(told)
        known = articles.places(ranks)
        marked = known[~within(known, np.sort(around.keys[mine & (after == 0)]))]
        marked = distinct(np.append(marked, around.keys[mine & (after == 1)]))
        counts = np.bincount(marked >> 32, minlength=len(articles))[ranks]
        at = self.store.flags.append((marked & 0xFFFFFFFF).astype(np.int32).reshape(-1, 1))
        places = at + np.cumsum(counts) - counts
        numbers = articles.numbers[ranks]
        self.known.flags_at[numbers], self.known.flags[numbers] = places, counts
        self.store.update("articles", table(number=numbers, flags_at=places, flags=counts))
        self.store.file(*refiled(around, self.postings, before, after, self.shop.settings))
        crowded = _crowded(around, new, before, after, self.shop)
        return articles.numbers[altered], articles.numbers[crowded]

    def pair(self, dirty: I64, altered: Bools, around: Near) -> I64:
        """Finds the pairs of the dirty articles anew; returns the ends of those whose families that changes.

        `altered` tells by number whose furniture changed, or who is new: only their pairs are aligned.
        """
        articles, settings = around.articles, self.shop.settings
        shared = shared_by(around, around.flags, articles.among(dirty), settings)
        enough = shared.counts >= settings.shared
        shared = Sharing(shared.keys[enough], shared.counts[enough])
        chosen = candidates(shared, articles.unflagged, settings)
        a, b = (articles.numbers[end] for end in ends(shared.keys))
        links = Links.of(a, b, shared.counts, chosen)
        wavering = relinked(self.store, dirty, links)
        by_id, old = kept_of(self.store, self.known, dirty, np.append(a[chosen], b[chosen]))
        again = to_align(by_id, old, links, altered)
        pairs = gathered(again, np.ones(len(again.keys), dtype=bool), by_id.unflagged, settings)
        found = self._bench(by_id).align(pairs)
        told = put_anew(self.store, Renewal(by_id, old, links, found), self.known.knot, settings)
        a, b = ends(wavering)
        near_by = self.known.knot[a] == self.known.knot[b]
        return distinct(np.concatenate([told, a[near_by], b[near_by]]))

    def gather(self, changed: I64) -> I64:
        """Finds anew the families of all that hangs together with changed articles; returns their numbers."""
        store, settings = self.store, self.shop.settings
        numbers = _labelled_like(self.known.knot, changed)
        articles = named(store, self.known, numbers)
        bench = self._bench(articles)
        lengths = bench.corpus.lengths
        first, late = kept_among(store, articles)
        known = replace(late.aligned, kind=late.kinds)
        aligned = settled(first.aligned, links_of(store, articles), bench, known)
        found = families(aligned, lengths, settings, carry=self.shop.carry)
        put_settled(store, articles, first, late, aligned)
        knot = articles.numbers[knots(len(articles), first.aligned)]
        store.update("articles", table(number=articles.numbers, knot=knot))
        parts = named_parts(found, shares_of(found, aligned, lengths), len(articles))
        store.drop("parts", "number IN (SELECT n FROM wanted)", numbers)
        put_parts(store, articles.numbers, parts)
        return numbers

    def _bench(self, articles: Some) -> Bench:
        return Bench(Filed(self.store.texts, articles.numbers), articles.flagged, self.shop)


def _labelled_like(labels: I64, numbers: I64) -> I64:
    """The articles that have the label of one of those given, ascending."""
    wanted = np.zeros(len(labels), dtype=bool)
    wanted[labels[numbers]] = True
    return np.asarray(np.flatnonzero(wanted[labels]))


def _crossing(around: Near, fresh: I64, crowd: int) -> I64:
    """Articles of an outlet whose part of a list became a crowd: there they are no longer counted."""
    articles, sizes = around.articles, np.diff(around.part.bounds)
    member = around.part.article[np.repeat(sizes > crowd, sizes)]
    group = np.repeat(np.arange(len(sizes)), np.where(sizes > crowd, sizes, 0))
    owner = articles.outlets[member]
    member, group, owner = member[owner >= 0], group[owner >= 0], owner[owner >= 0]
    key = group * (int(articles.outlets.max(initial=0)) + 1) + owner
    new = articles.among(fresh)[member]
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    total = np.diff(starts, append=len(key))
    earlier = total - np.add.reduceat(new[order].astype(np.int64), starts) if len(key) else total
    crossed = np.repeat((total > crowd) & (earlier <= crowd), total)
    return distinct(articles.numbers[member[order][crossed & ~new[order]]])


def _crowded(
    around: Near, new: Bools, before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8], shop: Workshop
) -> I64:
    """Ranks of the articles that are paired with others than before in a list of too many for all pairs.

    There each is paired with the first few and with its neighbours, which an article more or less moves.
    """
    bounds, article = around.part.bounds, around.part.article
    crowd, reach = shop.settings.crowd, shop.settings.crowd_reach
    found = [np.zeros(0, dtype=np.int64)]
    for g in np.flatnonzero(np.diff(bounds) > crowd).tolist():
        row = slice(bounds[g], bounds[g + 1])
        is_in, was_in = after[row] == 0, (before[row] == 0) & ~new[article[row]]
        if (is_in == was_in).all() or max(is_in.sum(), was_in.sum()) <= crowd:
            continue
        # Up to the nearest change both rows are the same, so that distances are those of either.
        rank = np.cumsum(is_in | was_in)
        moved = rank[is_in != was_in]
        after_it = np.minimum(np.searchsorted(moved, rank), len(moved) - 1)
        apart = np.minimum(np.abs(rank - moved[after_it]), np.abs(rank - moved[np.maximum(after_it - 1, 0)]))
        whole = min(is_in.sum(), was_in.sum()) <= crowd or moved[0] <= reach
        found.append(article[row][is_in | was_in if whole else apart <= reach])
    return distinct(np.concatenate(found))


def _moved(before: I64, after: I64) -> Bools:
    """Which articles are now with others than before, by their labels."""
    _, old, old_sizes = np.unique(before, return_inverse=True, return_counts=True)
    _, new, new_sizes = np.unique(after, return_inverse=True, return_counts=True)
    _, both, sizes = np.unique(old * len(before) + new, return_inverse=True, return_counts=True)
    return np.asarray((old_sizes[old] != sizes[both]) | (new_sizes[new] != sizes[both]))
