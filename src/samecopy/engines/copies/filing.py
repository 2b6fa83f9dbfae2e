"""What a search finds, to and from the tables of an index."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.engines.copies.naming import Parts
from samecopy.engines.copies.nearby import Known, Some, distinct, named
from samecopy.engines.copies.search import Related
from samecopy.plan.copying import Aligned, Sharing, ends, keyed, labelled, some_pairs
from samecopy.records import Body
from samecopy.store.index import PASSAGE, IndexStore
from samecopy.store.pairs import PairRows

I64 = npt.NDArray[np.int64]


def table(**columns: npt.NDArray[np.generic]) -> pa.Table:
    """Arrays as columns by name."""
    return pa.table(columns)


def column(found: pa.Table, name: str) -> I64:
    """A column of integers as int64."""
    return np.asarray(found[name].to_numpy(), dtype=np.int64)


def passages(aligned: Aligned) -> npt.NDArray[np.int32]:
    """The rows of passages as the index keeps them."""
    made = np.empty((len(aligned.spans), PASSAGE), dtype=np.int32)
    made[:, :4] = aligned.spans
    made[:, 4] = aligned.verbatim
    return made


def put_pairs(
    store: IndexStore,
    numbers: I64,
    aligned: Aligned,
    early: npt.NDArray[np.uint8],
    first: npt.NDArray[np.bool_],
    places: I64,
) -> None:
    """Adds aligned pairs of articles, `numbers` by rank, whose passages lie at the `places`."""
    store.pairs.put(
        a=numbers[aligned.pairs[:, 0]],
        b=numbers[aligned.pairs[:, 1]],
        first=first,
        early=early,
        kind=aligned.kind,
        containment=aligned.containment,
        words=aligned.words,
        unquoted=aligned.unquoted,
        a_share=aligned.shares[:, 0],
        b_share=aligned.shares[:, 1],
        spans_at=places,
        spans=np.diff(aligned.bounds),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs as an index keeps them, in order: `aligned`, by rank, with what each amounted to by itself.

    `kinds` (uint8) is what each amounts to in its family, `first` (bool) whether it was aligned before
    families were known; its passages lie at `places` (int64).
    """

    aligned: Aligned
    kinds: npt.NDArray[np.uint8]
    first: npt.NDArray[np.bool_]
    places: I64


def kept_among(store: IndexStore, known: Some) -> tuple[Kept, Kept]:
    """The pairs among some articles: those that were aligned before families were known, and the others."""
    found = store.pairs.touching(known.numbers, both=True)
    first = found["first"]
    return _kept(store, known, found.some(first)), _kept(store, known, found.some(~first))


def kept_of(store: IndexStore, known: Known, numbers: I64, others: I64) -> tuple[Some, Kept]:
    """All pairs of some articles; by rank among both ends of each and `others`."""
    found = store.pairs.touching(numbers)
    by_id = named(store, known, distinct(np.concatenate([others, found["a"], found["b"]])))
    return by_id, _kept(store, by_id, found)


def _kept(store: IndexStore, known: Some, found: PairRows) -> Kept:
    aligned, found = _aligned(store, known, found, "early")
    return Kept(aligned, found["kind"], found["first"], found["spans_at"])


def put_settled(store: IndexStore, known: Some, first: Kept, late: Kept, aligned: Aligned) -> None:
    """Replaces the pairs among some articles by those found anew: only what differs is written.

    `first` and `late` are as `kept_among` gives them; `aligned` the same first ones and further ones, some
    of them late.
    """
    n = len(first.kinds)
    further, before = keyed(aligned.pairs[n:]), keyed(late.aligned.pairs)
    gone = before[~np.isin(before, further)]
    store.pairs.drop(*(known.numbers[end] for end in ends(gone)))
    other = np.flatnonzero(aligned.kind[:n] != first.kinds)
    told = replace(some_pairs(first.aligned, other), kind=aligned.kind[other])
    early = first.aligned.kind[other]
    put_pairs(store, known.numbers, told, early, np.ones(len(other), dtype=bool), first.places[other])
    made = some_pairs(aligned, n + np.flatnonzero(~np.isin(further, before)))
    at = store.spans.append(passages(made)) + made.bounds[:-1]
    none = np.zeros(len(made.kind), dtype=np.uint8)
    put_pairs(store, known.numbers, made, none, none.astype(bool), at)


def found_pairs(store: IndexStore, known: Some) -> Aligned:
    """All pairs of an index, by rank; `known` are all its articles."""
    return _aligned(store, known, store.pairs.all(), "kind")[0]


def _aligned(store: IndexStore, known: Some, found: PairRows, kind: str) -> tuple[Aligned, PairRows]:
    """Rows of pairs by rank, with their passages and one of their two kinds; and the rows in that order."""
    a, b = known.ranks(found["a"]), known.ranks(found["b"])
    order = np.argsort(a << 32 | b)
    found = found.some(order)
    counts = found["spans"].astype(np.int64)
    rows = store.spans.read(found["spans_at"], counts)
    aligned = Aligned(
        pairs=np.stack([a, b], axis=1)[order],
        kind=found[kind],
        containment=found["containment"],
        words=found["words"],
        unquoted=found["unquoted"],
        bounds=np.append(0, np.cumsum(counts)),
        spans=rows[:, :4],
        verbatim=rows[:, 4].astype(np.uint8),
        shares=np.stack([found["a_share"], found["b_share"]], axis=1),
    )
    return aligned, found


def links_of(store: IndexStore, known: Some) -> Related:
    """What some articles share among each other."""
    found = store.shared.touching(known.numbers, both=True)
    keys = known.keyed(found["a"], found["b"])
    order = np.argsort(keys)
    shared = Sharing(keys[order], found["count"][order])
    none = np.zeros(0, dtype=np.int64)
    return Related(known.postings, known.flagged, none, shared, found["chosen"][order])


def put_parts(store: IndexStore, numbers: I64, parts: Parts) -> None:
    """Adds which families the articles, `numbers` by rank, are named under; lone ones are left out."""
    told = (parts.share > 0) | (parts.head != parts.page) | ~parts.first
    rows = table(
        number=numbers[parts.page[told]],
        head=numbers[parts.head[told]],
        first=parts.first[told],
        share=parts.share[told],
    )
    store.put("parts", rows)


def found_parts(store: IndexStore, known: Some) -> Parts:
    """Which families each article of an index is in, by rank; lone ones are left out."""
    return _parts(known, store.fetch("SELECT * FROM parts"))


def _parts(known: Some, found: pa.Table) -> Parts:
    page, head = known.ranks(column(found, "number")), known.ranks(column(found, "head"))
    first = np.asarray(found["first"].to_numpy(zero_copy_only=False), dtype=bool)
    order = np.lexsort((head, ~first, page))
    return Parts(page[order], head[order], first[order], found["share"].to_numpy()[order])


def family_parts(store: IndexStore, numbers: I64) -> tuple[list[str], Parts]:
    """The parts of some articles, by rank among these and those that their families are named after; and
    the ids of all of them."""
    found = store.fetch("SELECT parts.* FROM parts JOIN wanted ON number = n", wanted=numbers)
    articles = named(store, Known(store), np.union1d(numbers, column(found, "head")))
    return articles.ids, _parts(articles, found)


def put_articles(store: IndexStore, bodies: Sequence[Body], numbers: I64, sizes: I64) -> None:
    """Adds articles by their numbers, with how many postings each has; each hangs together with itself."""
    rows = {
        "number": pa.array(numbers, pa.int32()),
        "id": pa.array([body.id for body in bodies], pa.string()),
        "outlet": pa.array(_outlets(store, [body.outlet for body in bodies]), pa.int32()),
        "digest": pa.array([digest(body) for body in bodies], pa.binary()),
        "postings": pa.array(sizes, pa.int32()),
        "version": pa.array(numbers, pa.int32()),
        "knot": pa.array(numbers, pa.int32()),
        "flags_at": pa.array(np.zeros(len(bodies), np.int64)),
        "flags": pa.array(np.zeros(len(bodies), np.int32)),
    }
    store.put("articles", pa.table(rows))


def put_links(store: IndexStore, order: I64, links: Related) -> None:
    """Adds what a whole search found before alignment; `order` has the articles' numbers by rank."""
    a, b = ends(links.versions)
    store.put("versions", table(a=order[a], b=order[b]))
    a, b = ends(links.shared.keys)
    store.shared.put(a=order[a], b=order[b], count=links.shared.counts, chosen=links.chosen)
    at = store.flags.append(links.flagged.position.reshape(-1, 1))
    starts = links.flagged.starts
    version = order[labelled(len(order), links.versions)]
    store.update(
        "articles", table(number=order, version=version, flags_at=at + starts[:-1], flags=np.diff(starts))
    )


def put_found(store: IndexStore, order: I64, early: Aligned, aligned: Aligned) -> None:
    """Adds all aligned pairs of a whole search, the `early` ones first among them."""
    at = store.spans.append(passages(aligned))
    first = np.arange(len(aligned.kind)) < len(early.kind)
    kinds = np.append(early.kind, np.zeros(len(aligned.kind) - len(early.kind), dtype=np.uint8))
    put_pairs(store, order, aligned, kinds, first, at + aligned.bounds[:-1])
    store.update("articles", table(number=order, knot=order[knots(len(order), early)]))


def knots(n: int, early: Aligned) -> I64:
    """Labels n articles that hang together by early copies alike, with the least of their ranks."""
    copies = early.pairs[early.kind == 2]
    return labelled(n, copies[:, 0] << 32 | copies[:, 1]).astype(np.int64)


def _outlets(store: IndexStore, names: Sequence[str]) -> list[int]:
    """The number of each outlet, new ones added."""
    found = store.fetch("SELECT number, name FROM outlets")
    number = dict(zip(found["name"].to_pylist(), found["number"].to_pylist(), strict=True))
    fresh = sorted(set(names) - number.keys() - {""})
    number |= {name: len(number) + place for place, name in enumerate(fresh)}
    added = pa.array([number[name] for name in fresh], pa.int32())
    store.put("outlets", pa.table({"number": added, "name": pa.array(fresh, pa.string())}))
    return [number.get(name, -1) for name in names]


def known_names(store: IndexStore) -> list[str]:
    """The ids of all articles, by number."""
    found: list[str] = store.fetch("SELECT id FROM articles ORDER BY number")["id"].to_pylist()
    return found


def digest(body: Body) -> bytes:
    """What tells whether an article is the same as one that is known."""
    made = hashlib.blake2b(body.outlet.encode("utf-8", "surrogatepass"), digest_size=12)
    made.update(b"\0")
    made.update(body.text.encode("utf-8", "surrogatepass"))
    return made.digest()
