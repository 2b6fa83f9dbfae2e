"""samecopy: ten sources, or one source ten times?"""

__version__ = "0.1.0"

__all__ = ["__version__"]
