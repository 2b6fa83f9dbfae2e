"""Stories: which reports tell of the same event, and what the story is called.

group   reports into stories
near    what of two reports is near, and who then belongs together: arrays in, arrays out
title   a story's name
"""

from samecopy.stages.story.group import Report, StoryEdge, group, group_articles, story_edges
from samecopy.stages.story.title import title_of

__all__ = ["Report", "StoryEdge", "group", "group_articles", "story_edges", "title_of"]
