"""An index of copies on disk: articles are added a batch at a time, and what is found is kept.

The first batch is searched as a whole pile is; a later one costs what it touches (`growth`). What an index
holds after any number of additions is what one search over all its articles finds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.engines.copies.bench import Bench
from samecopy.engines.copies.corpus import Filed
from samecopy.engines.copies.filing import (
    column,
    digest,
    family_parts,
    found_pairs,
    found_parts,
    known_names,
    put_articles,
    put_found,
    put_links,
    put_parts,
    table,
)
from samecopy.engines.copies.growth import grow
from samecopy.engines.copies.naming import Parts, copy_records, named_parts
from samecopy.engines.copies.nearby import Known, fingerprints, named
from samecopy.engines.copies.search import Read, read, related
from samecopy.engines.copies.settling import settled
from samecopy.engines.copies.stock import once, plain_ranges, stock_ranges
from samecopy.engines.copies.workshop import Progress, Workshop, workshop
from samecopy.errors import InputError
from samecopy.plan.copying import (
    Aligned,
    Postings,
    families,
    forms,
    gathered,
    labelled,
    memberships,
    shares_of,
)
from samecopy.records import Body, Copies
from samecopy.settings import CopySettings
from samecopy.store import postings
from samecopy.store.index import DATABASE, IndexStore

I64 = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition did: how many articles are `new`, how many were `known` with the same text, and
    how many stand in families that were found anew (`touched`)."""

    new: int
    known: int
    touched: int


def is_index(path: Path) -> bool:
    """Whether a path is the folder of an index."""
    return (path / DATABASE).is_file()


class Index:
    """An open index in a folder of its own.

    >>> with Index(Path("news.index"), CopySettings()) as index:  # doctest: +SKIP
    ...     index.add(bodies)
    Added(new=2000, known=0, touched=5120)

    Raises `StoreError` when the folder cannot be used or was made with other settings.
    """

    def __init__(
        self,
        folder: Path,
        settings: CopySettings,
        cores: int | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._settings, self._cores, self._progress = settings, cores, progress
        self._store = IndexStore(folder, settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.__exit__()

    def __len__(self) -> int:
        return len(self._store.texts)

    def add(self, bodies: Sequence[Body]) -> Added:
        """Adds articles; those that are there already with the same outlet and text are passed over.

        Kept as a whole or not at all. Raises `InputError` where an id comes twice, or is known with
        another text.
        """
        fresh = self._fresh(bodies)
        if not fresh:
            return Added(0, len(bodies), 0)
        with (
            workshop(self._settings, self._cores, self._progress) as shop,
            self._store.change(),
        ):
            earlier = len(self)
            self._store.texts.append([body.text for body in fresh])
            self._store.texts.flush()
            work = self._build if len(fresh) >= earlier else self._grow
            touched = work(fresh, shop)
        return Added(len(fresh), len(bodies) - len(fresh), touched)

    def copies(self) -> Copies:
        """All that was found, as `find_copies` over all articles gives it."""
        known = named(self._store, Known(self._store), np.arange(len(self)))
        aligned, text_of = found_pairs(self._store, known), self._text_of(known.numbers)
        lengths = self._store.texts.lengths_of(known.numbers)
        pairs, passages = copy_records(aligned, known.ids, text_of, self._settings)
        found = families(aligned, lengths, self._settings)
        return Copies(pairs, passages, memberships(found, aligned, known.ids, lengths, text_of))

    def tables(self) -> tuple[list[str], Parts, Aligned]:
        """The same as arrays over articles in order of id: their ids, their families, all aligned pairs."""
        known = named(self._store, Known(self._store), np.arange(len(self)))
        return known.ids, found_parts(self._store, known), found_pairs(self._store, known)

    def forms(self, pairs: Aligned) -> npt.NDArray[np.uint8]:
        """What the excerpts among the pairs that `tables` gave share, as `plan.copying.forms` numbers it."""
        known = named(self._store, Known(self._store), np.arange(len(self)))
        return forms(pairs, self._text_of(known.numbers), self._settings)

    def families_of(self, ids: Sequence[str]) -> tuple[list[str], Parts]:
        """The families of some articles, over them and those that their families are named after."""
        found = self._store.fetch(
            "SELECT number FROM articles JOIN wanted ON id = n", wanted=pa.array(ids, pa.string())
        )
        return family_parts(self._store, column(found, "number"))

    def parts(self) -> tuple[list[str], Parts]:
        """The families of all articles, in order of id, and their ids."""
        known = named(self._store, Known(self._store), np.arange(len(self)))
        return known.ids, found_parts(self._store, known)

    def texts_of(self, ids: Sequence[str]) -> dict[str, str]:
        """The texts of some articles by their ids."""
        found = self._store.fetch(
            "SELECT number, id FROM articles JOIN wanted ON id = n", wanted=pa.array(ids, pa.string())
        )
        texts = self._store.texts.read(found["number"].to_pylist())
        return dict(zip(found["id"].to_pylist(), texts, strict=True))

    def _text_of(self, numbers: npt.NDArray[np.int64]) -> Callable[[int], str]:
        """Gives the text of an article by its place among `numbers`."""
        return lambda place: self._store.texts.read([int(numbers[place])])[0]

    def _fresh(self, bodies: Sequence[Body]) -> list[Body]:
        digests = {body.id: digest(body) for body in bodies}
        if len(digests) < len(bodies):
            raise InputError("two articles have one id: ids must be unique in an index")
        known = self._store.fetch(
            "SELECT id, digest FROM articles JOIN wanted ON id = n",
            wanted=pa.array(list(digests), pa.string()),
        )
        for name, mark in zip(known["id"].to_pylist(), known["digest"].to_pylist(), strict=True):
            if digests[name] != mark:
                raise InputError(
                    f"the index knows {name!r} with another text or outlet: give the new version an id of "
                    "its own"
                )
        there = set(known["id"].to_pylist())
        return sorted((body for body in bodies if body.id not in there), key=lambda body: body.id)

    def _grow(self, fresh: Sequence[Body], shop: Workshop) -> int:
        store = self._store
        numbers = np.arange(len(self) - len(fresh), len(self))
        made = fingerprints(store, numbers, self._settings)
        put_articles(store, fresh, numbers, np.bincount(made.article - numbers[0], minlength=len(numbers)))
        touched = grow(store, once(made), numbers, shop)
        return self._found_anew(shop) if touched is None else len(touched)

    def _build(self, fresh: Sequence[Body], shop: Workshop) -> int:
        """Finds everything anew: for a first batch, or one as large as all before."""
        numbers = np.arange(len(self) - len(fresh), len(self))
        put_articles(self._store, fresh, numbers, np.zeros(len(fresh), dtype=np.int64))
        return self._found_anew(shop)

    def _found_anew(self, shop: Workshop) -> int:
        store, settings = self._store, self._settings
        ids = known_names(store)
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
        corpus = Filed(store.texts, order)
        outlets = Known(store).outlets[order]
        made = read(corpus, shop)
        whole = postings.write(store.postings, f"{len(self)}w", _by_range(made))
        links = related(made, outlets.astype(np.int32), shop)
        version = labelled(len(order), links.versions).astype(np.int64)
        parts = (postings.ranges(store.postings, [whole]) for _ in range(2))
        plain = plain_ranges(next(parts), links.flagged, order)
        stock = stock_ranges(next(parts), links.flagged, order, outlets, version, settings)
        store.segments = (postings.write(store.postings, f"{len(self)}a", plain),)
        store.stock = (postings.write(store.postings, f"{len(self)}as", stock),)
        bench = Bench(corpus, links.flagged, shop)
        early = bench.align(gathered(links.shared, links.chosen, links.unflagged, settings))
        aligned = settled(early, links, bench)
        found = families(aligned, corpus.lengths, settings, carry=shop.carry)
        store.forget()
        store.update("articles", table(number=order, postings=made.sizes))
        put_links(store, order, links)
        put_found(store, order, early, aligned)
        put_parts(store, order, named_parts(found, shares_of(found, aligned, corpus.lengths), len(order)))
        return len(order)


def _by_range(made: Read) -> Iterator[postings.Three]:
    """The postings of a search, by range of the index, each hash of an article once."""
    low = np.uint64(postings.RANGES - 1)
    for number in range(postings.RANGES):
        first = number & (made.ranges - 1)
        parts = [made.postings.rows(one) for one in range(first, made.ranges, postings.RANGES)]
        hashes, article, position = (np.concatenate(column) for column in zip(*parts, strict=True))
        mine = (hashes & low) == np.uint64(number)
        some = once(Postings(hashes[mine], article[mine], position[mine]))
        yield some.hashes, some.article, some.position
