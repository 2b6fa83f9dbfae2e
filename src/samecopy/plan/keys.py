"""Keys: what a story is called from run to run, whatever joins or leaves it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A story's pages, its key, and the keys of stories that became part of it, sorted."""

    pages: tuple[str, ...]
    key: str
    formerly: tuple[str, ...] = ()


def named(
    stories: Sequence[tuple[str, ...]], earlier: Iterable[Named], elsewhere: Iterable[str] = ()
) -> list[Named]:
    """Stories, none with a page of another, with the keys that earlier ones handed down.

    A key goes where most of its story's pages went. A story that got several keeps that of the story it
    has most pages of; the others, and what they were called before, are what it was `formerly`. Of equal
    ones the least decides. A story that got none is called by a digest of its least page id. So keys
    depend on the pages, and on what the stories were before, alone. `elsewhere` are keys of yet other
    stories.

    >>> [one] = named([("a", "b")], [])
    >>> [grown, other] = named([("0", "a", "b"), ("c",)], [one])
    >>> grown.key == one.key, other.formerly
    (True, ())
    """
    story_of = {page: number for number, pages in enumerate(stories) for page in pages}
    heirs: dict[int, list[tuple[int, Named]]] = {}
    taken = set(elsewhere)
    for one in earlier:
        went = Counter(story_of[page] for page in one.pages if page in story_of)
        if went:
            heir = min(went, key=lambda number: (-went[number], min(stories[number])))
            heirs.setdefault(heir, []).append((went[heir], one))
            taken |= {one.key, *one.formerly}
    made: dict[int, Named] = {}
    for number in sorted(range(len(stories)), key=lambda number: min(stories[number])):
        pages = stories[number]
        told = [one for _, one in sorted(heirs.get(number, []), key=lambda heir: (-heir[0], heir[1].key))]
        key = told[0].key if told else _fresh(pages, taken)
        taken.add(key)
        names = {name for one in told for name in (one.key, *one.formerly)}
        made[number] = Named(pages, key, tuple(sorted(names - {key})))
    return [made[number] for number in range(len(stories))]


def _fresh(pages: Iterable[str], taken: set[str]) -> str:
    """A digest of the least page id; of a longer name where a part that was split off has that key."""
    name = min(pages)
    while (key := first_key(name)) in taken:
        name += "\0"
    return key


def first_key(page: str) -> str:
    """The key of a story without a past, by its least page id."""
    return "k" + hashlib.blake2b(page.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
