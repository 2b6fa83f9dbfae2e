"""Mentions of one figure, found over all pages of a story: equal in value, and what is counted may be one."""

from collections.abc import Sequence

from samecopy.records import FigureMention
from samecopy.settings import AccountSettings
from samecopy.stages.account.joining import joined
from samecopy.stages.account.merge import Places, bag, content_words, overlap
from samecopy.text.wordlists import listed

UNNAMED = listed("number numbers total toll figure count amount sum their them these those others more")
LIVES = listed("people persons lives dead deaths fatalities victims killed")


def figure_groups(
    mentions: Sequence[FigureMention], where: Places, settings: AccountSettings
) -> tuple[tuple[int, ...], ...]:
    """Mentions of one figure: equal value and unit, of the same thing or at the same place of one copy."""
    placed = [where.place(m.page, m.span.begin, m.of, frozenset([f"{m.low or 0:.6g}"])) for m in mentions]

    def alike(i: int, j: int) -> bool:
        left, right = mentions[i], mentions[j]
        if (left.low, left.high, left.unit) != (right.low, right.high, right.unit):
            return False
        if placed[i].rows & placed[j].rows:
            return True
        return same_thing(left.of, right.of, left.low, settings)

    return joined(placed, alike)


def same_thing(a: str, b: str, value: float | None, settings: AccountSettings) -> bool:
    """Whether what is counted can be one thing, the value being equal. What is not named ("their number") may
    be any, unless the value is one that many things have."""
    left, right = content_words(bag(a)) - UNNAMED, content_words(bag(b)) - UNNAMED
    if not left or not right:
        return a == b or (value is not None and value >= settings.merge_figure_unnamed)
    return overlap(left, right) >= settings.merge_figure or bool(left & LIVES and right & LIVES)
