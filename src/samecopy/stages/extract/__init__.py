"""Pages to articles: `read_page` reads one, `read_site` compares those of one outlet."""

from samecopy.stages.extract.read import READ_BY, read_page
from samecopy.stages.extract.site import Lesson, kept_lessons, read_site, unlearned

__all__ = ["READ_BY", "Lesson", "kept_lessons", "read_page", "read_site", "unlearned"]
