"""samecopy: ten sources, or one source ten times?

`run` reads a pile of pages and tells its copies, stories and sources; `Result` is what it returns.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samecopy.api import run
    from samecopy.records import Result

__version__ = "0.1.0"

__all__ = ["Result", "__version__", "run"]

_HOME = {"run": "samecopy.api", "Result": "samecopy.records"}


def __getattr__(name: str) -> object:
    """Public names are loaded when they are first used, so that `import samecopy` costs nothing."""
    if name in _HOME:
        return getattr(importlib.import_module(_HOME[name]), name)
    raise AttributeError(f"module 'samecopy' has no attribute {name!r}")
