"""What a story is called."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from samecopy.text.vectors import telling
from samecopy.text.words import folded


def title_of(titles: Sequence[str]) -> str:
    """A short plain name for a story: the headline whose words the other headlines share most.

    Sections before a colon ("Opinion:") and outlets after a bar ("… | The Herald") are left off, a
    question or a quotation is taken only when there is nothing plainer. "" when there is no title.

    >>> title_of(["Ferry stuck in port", "Why is the ferry stuck?", "Storm keeps ferry in port | The Herald"])
    'Ferry stuck in port'
    """
    plain = sorted({name for title in titles if (name := _plain(title))})
    bags = {name: frozenset(folded(name)) for name in plain}
    counts = Counter(word for title in titles for word in bags.get(_plain(title), ()))

    def central(name: str) -> float:
        shared = sum((counts[word] - 1) * telling(len(word)) for word in bags[name])
        loud = 0.7 if re.search(r"[?!…“”\"]", name) else 1.0
        return loud * shared / math.sqrt(sum(telling(len(word)) for word in bags[name]) + 4)

    return max(plain, key=lambda name: (round(central(name), 9), -len(name), name), default="")


def _plain(title: str) -> str:
    """A headline without the section before it and the outlet after it."""
    title = " ".join(title.split())
    for mark in (" | ", " – ", " — ", " - "):
        head, found, tail = title.rpartition(mark)
        if found and len(tail.split()) <= 4 < len(head.split()) + 1:
            title = head
    head, found, tail = title.partition(": ")
    return tail if found and len(head.split()) == 1 and len(tail.split()) > 3 else title
