"""How much there is, in words: pages, outlets, and what was left out of either count."""

from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import Rejection

_NO_PAGES = frozenset(
    {
        "unknown_kind", "no_such_file", "page_assets", "same_directory", "symlink_loop", "outside_root",
        "not_a_file", "named_twice", "no_file_named",
    }
)  # fmt: skip


def unread_pages(rejected: Sequence[Rejection]) -> list[Rejection]:
    """The rejections that are pages; the rest are files and rows that would never be one."""
    return [r for r in rejected if r.reason not in _NO_PAGES]


@dataclass(frozen=True, slots=True)
class Outlets:
    """How many outlets pages come from, and how many pages name none."""

    named: int
    nameless: int

    @property
    def one(self) -> bool:
        """All pages are known to come from one outlet."""
        return self.named == 1 and not self.nameless

    def __str__(self) -> str:
        """
        >>> str(Outlets(6, 0)), str(Outlets(0, 2)), str(Outlets(3, 1))
        ('6 outlets', 'outlets not named', '3 outlets and 1 page that names none')
        """
        if not self.nameless:
            return count(self.named, "outlet")
        if not self.named:
            return "outlets not named" if self.nameless > 1 else "outlet not named"
        verb = "names" if self.nameless == 1 else "name"
        return f"{count(self.named, 'outlet')} and {count(self.nameless, 'page')} that {verb} none"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "page"), count(2, "page"), count(2, "story", "stories")
    ('1 page', '2 pages', '2 stories')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
