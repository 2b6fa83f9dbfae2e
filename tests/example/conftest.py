"""Shared by all tests: the bundled example, run once."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from samecopy import exports, views
from samecopy.api import Quiet
from samecopy.engines import local
from samecopy.records import Result
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.store import Store

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "ceasefire-talks" / "pages"


def told(*paths: Path, out: Path) -> Result:
    """The result of a run over paths, its store in `out`."""
    settings = Settings()
    with Store(views.store_in(out)) as store:
        local.run(open_pile(list(paths), settings.read), store, settings, Quiet())
        return views.result(store)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Result:
    """The bundled example as a `Result`."""
    return told(EXAMPLE, out=tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def example_result(example: Result) -> Any:
    """The bundled example as the decoded `result.json`."""
    return msgspec.json.decode(exports.result_json(example))
