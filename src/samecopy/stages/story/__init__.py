"""Stories: which reports tell of the same event, and what the story is called.

group   reports into stories
near    what of two reports is near, and who then belongs together: arrays in, arrays out
title   a story's name
"""

from samecopy.stages.story.group import (
    Report,
    StoryEdge,
    day_of,
    group,
    story_edges,
    terms_of,
)
from samecopy.stages.story.near import Edges, Field, joined, lessened, near, reach, scaled
from samecopy.stages.story.title import title_of

__all__ = [
    "Edges",
    "Field",
    "Report",
    "StoryEdge",
    "day_of",
    "group",
    "joined",
    "lessened",
    "near",
    "reach",
    "scaled",
    "story_edges",
    "terms_of",
    "title_of",
]
