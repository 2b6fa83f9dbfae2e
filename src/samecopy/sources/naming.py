"""One name for each page, and each page once, whatever the order in which they came.

Works on digests: 32 bytes and the id per page are held, never the pages.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from samecopy.records import Page

_BYTES = 16


@dataclass(slots=True)
class Survey:
    """Id, content and identity of each page, in reading order."""

    ids: list[str] = field(default_factory=list)
    contents: bytearray = field(default_factory=bytearray)
    identities: bytearray = field(default_factory=bytearray)

    def add(self, page: Page) -> None:
        self.ids.append(page.id)
        self.contents += bytes.fromhex(page.digest)
        self.identities += identity(page)

    def content(self, at: int) -> bytes:
        return bytes(self.contents[at * _BYTES : (at + 1) * _BYTES])


@dataclass(frozen=True, slots=True)
class Naming:
    """What to do with some of the surveyed pages, by position: `renamed` gives a new id, `same_as` says
    that the page is there already, under that id. All others keep their id."""

    renamed: dict[int, str]
    same_as: dict[int, str]


def identity(page: Page) -> bytes:
    """What two pages share when they are the same page: bytes, outlet and address (or none known)."""
    outlet = (page.given.outlet or "").strip().casefold()
    url = (page.given.url or "").strip()
    key = "\0".join((page.digest, page.media, outlet, url)).encode("utf-8", "replace")
    return hashlib.blake2b(key, digest_size=_BYTES).digest()


def name_pages(survey: Survey) -> Naming:
    """Ids without clashes. Of pages with one id, the one with the smallest digest keeps it and the next
    become `id~2`, `id~3`; of equal pages the one with the smallest id is kept."""
    ids = survey.ids
    twin_of: dict[int, int] = {}
    for group in _equal(bytes(survey.identities)):
        first, *others = sorted(group, key=lambda at: (ids[at], at))
        twin_of.update(dict.fromkeys(others, first))
    renamed = _clashes(survey, twin_of)
    same_as = {at: renamed.get(first, ids[first]) for at, first in twin_of.items()}
    return Naming(renamed, same_as)


def _clashes(survey: Survey, twin_of: dict[int, int]) -> dict[int, str]:
    hashes = b"".join(hashlib.blake2b(i.encode("utf-8"), digest_size=_BYTES).digest() for i in survey.ids)
    groups = [[at for at in group if at not in twin_of] for group in _equal(hashes)]
    groups = [group for group in groups if len(group) > 1]
    taken = set(survey.ids) if groups else set()
    renamed: dict[int, str] = {}
    for group in sorted(groups, key=lambda group: survey.ids[group[0]]):
        place = 2
        order = sorted(group, key=lambda at: (survey.content(at), survey.identities[at * _BYTES :][:_BYTES]))
        for at in order[1:]:
            while (name := f"{survey.ids[at]}~{place}") in taken:
                place += 1
            taken.add(name)
            renamed[at] = name
    return renamed


def _equal(keys: bytes) -> Sequence[list[int]]:
    """Positions of equal 16-byte keys, only where there is more than one."""
    pairs = np.frombuffer(keys, dtype="<u8").reshape(-1, 2)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    ranked = pairs[order]
    same = np.all(ranked[1:] == ranked[:-1], axis=1)
    groups: list[list[int]] = []
    for at in np.flatnonzero(same):
        if not groups or groups[-1][-1] != order[at]:
            groups.append([int(order[at])])
        groups[-1].append(int(order[at + 1]))
    return groups
