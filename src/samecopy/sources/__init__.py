"""Where pages come from. `open_pile` is the one door; see `pile` for the map of the rooms behind it."""

from samecopy.sources.pile import open_pile

__all__ = ["open_pile"]
