"""Adding articles to an index of copies at the cost of what they touch.

A search over a whole pile is a chain of functions of few articles each: what two articles share depends
on the postings lists that hold both, what is furniture on the lists of an outlet's stories, a family on
its own pages. So of an addition only these are found anew:

    grown      stories whose versions changed: the new articles, and those of lists that became crowded
    flagged    furniture of the lists that the new articles, or regrouped versions, stand in
    paired     pairs of every article that is new, or whose furniture or crowded neighbours changed
    gathered   families of all that hangs together with those

Everything else stays as it is, and the whole is what one search over all articles gives: the same stage
functions are carried over lists that are whole, with articles in the same order.
"""

import numpy as np
import numpy.typing as npt

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.corpus import Filed
from samecopy.engines.copies.filing import (
    column,
    early_pairs,
    knots,
    links_of,
    passages,
    put_memberships,
    put_pairs,
    put_parts,
    table,
)
from samecopy.engines.copies.naming import named_parts
from samecopy.engines.copies.nearby import Near, Some, distinct, fingerprints, near, refreshed, some, within
from samecopy.engines.copies.settling import settled
from samecopy.engines.copies.workshop import Workshop
from samecopy.plan.copying import (
    Postings,
    Sharing,
    added,
    candidates,
    counted,
    ends,
    families,
    furniture,
    gathered,
    labelled,
    memberships,
    ordered,
    shares_of,
    versions,
)
from samecopy.store.index import IndexStore

I64 = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_EITHER = "a IN (SELECT n FROM wanted) OR b IN (SELECT n FROM wanted)"
_BOTH = "a IN (SELECT n FROM wanted) AND b IN (SELECT n FROM wanted)"


def grow(store: IndexStore, fresh: Postings, numbers: I64, shop: Workshop) -> I64:
    """Finds what new articles change; their rows and postings are in the store. Within `change`.

    `fresh` are their postings, `numbers` (ascending) they. Returns the numbers of all articles whose
    families were found anew.
    """
    around = near(store, fresh.hashes)
    grown = np.setdiff1d(_regroup(store, numbers, around, shop), numbers)
    around = refreshed(store, _wider(store, around, grown, shop))
    changed = np.setdiff1d(_flag(store, numbers, around, shop), numbers)
    dirty = np.union1d(numbers, changed)
    around = refreshed(store, _wider(store, around, np.setdiff1d(changed, grown), shop))
    joined = _pair(store, dirty, around, shop)
    return _gather(store, np.union1d(dirty, joined), shop)


def _wider(store: IndexStore, around: Near, more: I64, shop: Workshop) -> Near:
    """The lists that further articles stand in beside those that are known."""
    return near(store, fingerprints(store, more, shop.settings).hashes, around) if len(more) else around


def _regroup(store: IndexStore, fresh: I64, around: Near, shop: Workshop) -> I64:
    """Finds the versions of stories anew; returns the articles whose group of versions changed."""
    crossing = _crossing(around, fresh, shop.settings.version_crowd)
    touched = np.union1d(fresh, crossing)
    around = _wider(store, around, crossing, shop)
    known = around.articles
    shared = _shared(around, None, known.among(touched), 1, shop)
    a, b = ends(versions(shared, known.postings, shop.settings))
    a, b = known.numbers[a], known.numbers[b]
    store.drop("versions", _EITHER, touched)
    store.put("versions", table(a=a, b=b))
    labels = store.fetch(
        "SELECT DISTINCT version AS label FROM articles JOIN wanted ON number = n",
        wanted=np.concatenate([touched, a, b]),
    )
    group = store.fetch(
        "SELECT number, version FROM articles JOIN wanted ON version = n ORDER BY number",
        wanted=labels["label"].to_numpy(),
    )
    numbers, before = column(group, "number"), column(group, "version")
    edges = store.fetch("SELECT a, b FROM versions WHERE a IN (SELECT n FROM wanted)", wanted=numbers)
    keys = np.searchsorted(numbers, column(edges, "a")) << 32 | np.searchsorted(numbers, column(edges, "b"))
    after = numbers[labelled(len(numbers), keys)]
    store.update(table(number=numbers, version=after))
    return numbers[_moved(before, after)]


def _crossing(around: Near, fresh: I64, crowd: int) -> I64:
    """Articles of an outlet whose part of a list became a crowd: there they are no longer counted."""
    articles, part = around.articles, around.part
    owner = articles.outlets[part.article]
    group = np.repeat(np.arange(len(part.bounds) - 1), np.diff(part.bounds))
    known = owner >= 0
    key = group[known] * (int(articles.outlets.max(initial=0)) + 1) + owner[known]
    new = articles.among(fresh)[part.article][known]
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    total = np.diff(starts, append=len(key))
    earlier = total - np.add.reduceat(new[order].astype(np.int64), starts) if len(key) else total
    crossed = np.repeat((total > crowd) & (earlier <= crowd), total)
    return distinct(articles.numbers[part.article[known][order][crossed & ~new[order]]])


def _flag(store: IndexStore, fresh: I64, around: Near, shop: Workshop) -> I64:
    """Finds furniture anew; returns the articles whose furniture, or whose neighbours in a crowd, changed."""
    articles = around.articles
    version = np.unique(articles.version, return_inverse=True)[1].astype(np.int32)
    before = around.flags
    after = furniture(around.part, articles.outlets, version, shop.settings)
    altered = np.zeros(len(articles), dtype=bool)
    altered[around.part.article[before != after]] = True
    new = articles.among(fresh)
    ranks = np.flatnonzero(altered | new)
    mine = (altered | new)[around.part.article]
    known = articles.keys[(altered | new)[articles.keys >> 32]]
    marked = known[~within(known, np.sort(around.keys[mine & (after == 0)]))]
    marked = distinct(np.append(marked, around.keys[mine & (after == 1)]))
    counts = np.bincount(marked >> 32, minlength=len(articles))[ranks]
    at = store.flags.append((marked & 0xFFFFFFFF).astype(np.int32).reshape(-1, 1))
    places = at + np.cumsum(counts) - counts
    store.update(table(number=articles.numbers[ranks], flags_at=places, flags=counts))
    altered[_crowded(around, new, before, after, shop)] = True
    return articles.numbers[altered]


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
    return np.unique(np.concatenate(found))


def _pair(store: IndexStore, dirty: I64, around: Near, shop: Workshop) -> I64:
    """Finds the pairs of the dirty articles anew, aligned; returns the ends of those that are copies."""
    known = around.articles
    shared = _shared(around, around.flags, known.among(dirty), shop.settings.shared, shop)
    chosen = candidates(shared, known.unflagged, shop.settings)
    a, b = ends(shared.keys)
    store.drop("shared", _EITHER, dirty)
    store.put("shared", table(a=known.numbers[a], b=known.numbers[b], count=shared.counts, chosen=chosen))
    pairs = gathered(shared, chosen, known.unflagged, shop.settings)
    first = _bench(store, known, shop).align(pairs)
    store.drop("pairs", _EITHER, dirty)
    at = store.spans.append(passages(first))
    places = at + first.bounds[:-1]
    put_pairs(store, known.numbers, first, first.kind, np.ones(len(pairs), dtype=bool), places)
    return np.unique(known.numbers[first.pairs[first.kind == 2]])


def _gather(store: IndexStore, changed: I64, shop: Workshop) -> I64:
    """Finds anew the families of all that hangs together with changed articles; returns their numbers."""
    tied = store.fetch(
        "SELECT number FROM articles WHERE knot IN "
        "(SELECT knot FROM articles JOIN wanted ON number = n) ORDER BY number",
        wanted=changed,
    )
    numbers = column(tied, "number")
    known = some(store, numbers)
    first, places = early_pairs(store, known)
    links = links_of(store, known)
    bench = _bench(store, known, shop)
    lengths = bench.corpus.lengths
    aligned = settled(first, links, lengths, bench, shop.settings)
    found = families(aligned, lengths, shop.settings)
    store.drop("pairs", _BOTH, numbers)
    early = np.append(first.kind, np.zeros(len(aligned.kind) - len(first.kind), dtype=np.uint8))
    is_first = np.arange(len(aligned.kind)) < len(first.kind)
    spans = passages(aligned)[first.bounds[-1] :]
    at = store.spans.append(spans)
    later = at + aligned.bounds[len(first.kind) : -1] - first.bounds[-1]
    put_pairs(store, known.numbers, aligned, early, is_first, np.append(places, later))
    store.update(table(number=known.numbers, knot=known.numbers[knots(len(known), first)]))
    store.drop("memberships", "number IN (SELECT n FROM wanted)", numbers)
    records = memberships(found, aligned, known.ids, lengths, lambda rank: bench.corpus.read([rank])[0])
    put_memberships(store, known.ids, known.numbers, records)
    store.drop("parts", "number IN (SELECT n FROM wanted)", numbers)
    put_parts(store, known.numbers, named_parts(found, shares_of(found, aligned, lengths), len(known)))
    return numbers


def _shared(
    around: Near, flags: npt.NDArray[np.uint8] | None, mine: Bools, least: int, shop: Workshop
) -> Sharing:
    """What some articles (`mine`, by rank) share with any."""
    n = len(around.articles)
    counts = counted(around.part, around.articles.outlets, flags, shop.settings)
    shared = ordered(n, [added(n, [counts], least)])
    a, b = ends(shared.keys)
    kept = mine[a] | mine[b]
    return Sharing(shared.keys[kept], shared.counts[kept])


def _bench(store: IndexStore, known: Some, shop: Workshop) -> Bench:
    return Bench(Filed(store.texts, known.numbers), None, known.flagged, shop)


def _moved(before: I64, after: I64) -> Bools:
    """Which articles are now with others than before, by their labels."""
    _, old, old_sizes = np.unique(before, return_inverse=True, return_counts=True)
    _, new, new_sizes = np.unique(after, return_inverse=True, return_counts=True)
    _, both, sizes = np.unique(old * len(before) + new, return_inverse=True, return_counts=True)
    return np.asarray((old_sizes[old] != sizes[both]) | (new_sizes[new] != sizes[both]))
