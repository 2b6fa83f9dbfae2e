"""A kernel's first call compiles it: no deadline for single examples."""

from hypothesis import settings

settings.register_profile("compiled", deadline=None)
settings.load_profile("compiled")
