"""docs/cli.md and the README say what the command line does, no more and no less."""

import re
from pathlib import Path

import click
import pytest

from samecopy.cli import samecopy as group

ROOT = Path(__file__).parent.parent.parent
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = {
    m[1]: m[0] for m in re.finditer(r"^## `samecopy (\w+).*?(?=^## |\Z)", CLI, re.DOTALL | re.MULTILINE)
}
PROSE = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").rglob("*.md")])


def options(command: click.Command) -> set[str]:
    return {o for p in command.params if isinstance(p, click.Option) for o in p.opts if o.startswith("--")}


def test_every_command_has_its_section() -> None:
    """No command is undocumented, and no section tells of a command that is gone."""
    assert set(SECTIONS) == set(group.commands)


@pytest.mark.parametrize("name", sorted(group.commands))
def test_a_section_names_the_options(name: str) -> None:
    """Every option is in its section, and every option of the section exists."""
    told = set(re.findall(r"(?<![\w-])--[a-z]+", SECTIONS[name]))
    assert told - {"--help"} == options(group.commands[name])


@pytest.mark.parametrize("name", sorted(group.commands))
def test_every_command_has_help(name: str) -> None:
    """Help says what the command does, and what each option is for."""
    command = group.commands[name]
    assert command.help
    assert all(p.help for p in command.params if isinstance(p, click.Option))


@pytest.mark.parametrize("file", [pytest.param(p, id=str(p.relative_to(ROOT))) for p in PROSE])
def test_links_lead_somewhere(file: Path) -> None:
    """A relative link in the docs points at a file that is there, and at a heading of it."""
    for target, anchor in re.findall(
        r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", file.read_text(encoding="utf-8")
    ):
        there = (file.parent / target).resolve() if target else file
        assert there.exists(), target
        if anchor and there.suffix == ".md":
            assert anchor in {
                _slug(h) for h in re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.MULTILINE)
            }


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_exit_codes_are_those_of_the_errors() -> None:
    """The table of exit codes holds every code that an error returns."""
    source = (ROOT / "src" / "samecopy" / "errors.py").read_text(encoding="utf-8")
    codes = set(re.findall(r"exit_code = (\d+)", source)) - {"1"}
    assert codes <= set(re.findall(r"^\| (\d+) \|", CLI, re.MULTILINE))
