"""The examples in docstrings, run as they stand."""

import doctest
import importlib
import pkgutil

import pytest

import samecopy

_MODULES = [
    module.name
    for module in pkgutil.walk_packages(samecopy.__path__, "samecopy.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", _MODULES)
def test_examples_in_docstrings_are_right(name: str) -> None:
    """What a docstring shows is what the code answers."""
    outcome = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert outcome.failed == 0
