"""What the package offers to a program."""

import re
from pathlib import Path

import samecopy

ROOT = Path(__file__).parent.parent


def test_all_is_what_is_public() -> None:
    """Every public name is there, and nothing else is promised."""
    assert {name for name in samecopy.__all__ if getattr(samecopy, name) is not None} == {
        "Result",
        "__version__",
        "run",
    }


def test_the_version_has_its_changes() -> None:
    """The changelog tells of the version that the package says it is."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(samecopy.__version__)}\b", changes, re.MULTILINE)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Misspelt names fail as in any module."""
    assert not hasattr(samecopy, "rum")
