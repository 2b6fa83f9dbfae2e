"""What of the stories' stage an engine carries over stretches of days."""

from samecopy.stages.story import (
    Edges,
    Field,
    Report,
    day_of,
    joined,
    lessened,
    near,
    reach,
    scaled,
    terms_of,
)

__all__ = ["Edges", "Field", "Report", "day_of", "joined", "lessened", "near", "reach", "scaled", "terms_of"]
