"""The architecture, read off the imports: they go strictly downward, and files stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import samecopy

ROOT = Path(samecopy.__file__).parent
# Floors of the plan of the house; a decimal orders the rooms that share a floor.
FLOORS = {
    "cli": 7,
    "api": 6.5,
    "report": 6.1,
    "exports": 6,
    "engines": 5,
    "plan": 4,
    "views": 4.1,
    "store": 3,
    "sources": 3,
    "stages": 3,
    "settings": 2,
    "tables": 2.1,
    "records": 1,
    "text": 1.2,
    "kernels": 1.1,
    "errors": 1,
}
FILES = sorted(
    p for p in ROOT.rglob("*.py") if p.parent != ROOT or p.name not in ("__init__.py", "__main__.py")
)


def room(module: str) -> str:
    """`samecopy.stages.copies.pair` lies in room `stages`."""
    return module.split(".")[1]


def module_of(path: Path) -> str:
    return ".".join(("samecopy", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Every samecopy module that a file imports, at any depth of its code."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("samecopy"):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                target = full if _is_module(full) else node.module
                if target != "samecopy":
                    yield target
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("samecopy."))


def _is_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split(".")[1:])
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def sources() -> list[object]:
    return [pytest.param(p, id=str(p.relative_to(ROOT))) for p in FILES]


@pytest.mark.parametrize("path", sources())
def test_every_file_lies_in_a_known_room(path: Path) -> None:
    """A file outside the floors has no place in the plan of the house."""
    assert room(module_of(path)) in FLOORS


@pytest.mark.parametrize("path", sources())
def test_imports_go_downward(path: Path) -> None:
    """A file imports from lower floors, and on its own floor only from its own room."""
    here = module_of(path)
    for target in imports(path):
        lower = FLOORS[room(target)] < FLOORS[room(here)]
        assert lower or room(target) == room(here), f"{here} imports {target}"


@pytest.mark.parametrize("path", sources())
def test_stages_know_no_other_stage(path: Path) -> None:
    """A stage imports neither another stage, nor an engine, a source or the store."""
    parts = module_of(path).split(".")
    if parts[1] != "stages" or len(parts) < 3:
        return
    for target in imports(path):
        there = target.split(".")
        assert there[1] not in ("sources", "store", "engines"), f"{'.'.join(parts)} imports {target}"
        assert there[1] != "stages" or there[2] == parts[2], f"{'.'.join(parts)} imports {target}"


@pytest.mark.parametrize("path", sources())
def test_only_the_plan_knows_the_stages(path: Path) -> None:
    """Engines and faces reach a stage through the plan."""
    if room(module_of(path)) in ("plan", "stages"):
        return
    assert not [t for t in imports(path) if room(t) == "stages"]


def test_imports_make_no_circle() -> None:
    """Modules can be put in an order in which each imports only earlier ones."""
    graph = {module_of(p): {t for t in imports(p) if t != module_of(p)} for p in FILES}
    packages = {module_of(p) for p in FILES if p.name == "__init__.py"}
    order: set[str] = set()
    while ready := {m for m, needs in graph.items() if m not in order and not (needs & graph.keys()) - order}:
        order |= ready
    left = sorted(m for m in graph if m not in order and m not in packages)
    assert not left, f"import circle among {left}"


@pytest.mark.parametrize("path", sources())
def test_files_stay_readable(path: Path) -> None:
    """A file of more than about 300 lines holds two nouns (word lists are data and may be longer)."""
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 320, f"{path.name} has {lines} lines"


@pytest.mark.parametrize("path", sources())
def test_the_lowest_floor_knows_no_clock_and_no_dice(path: Path) -> None:
    """Stages, text and kernels read no clock and throw no dice: equal pages give equal results."""
    if room(module_of(path)) not in ("stages", "text", "kernels", "records"):
        return
    names = {
        a.name for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Import) for a in n.names
    }
    assert not names & {"time", "random", "secrets", "uuid", "os", "socket", "urllib.request"}
