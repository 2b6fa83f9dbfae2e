"""The account of a story: who said what, what happens when, which figures, and how many origins.

`reading` (one article) → `merge` and `reports` → `counts` → `tell` (one story).
"""

from samecopy.stages.account.carrying import carried_over
from samecopy.stages.account.reading import Mentions, read_mentions
from samecopy.stages.account.statements import read_statements, sure
from samecopy.stages.account.tell import StoryParts, Told, tell

__all__ = [
    "Mentions",
    "StoryParts",
    "Told",
    "carried_over",
    "read_mentions",
    "read_statements",
    "sure",
    "tell",
]
