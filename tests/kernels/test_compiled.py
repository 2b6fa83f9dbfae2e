"""Compiled kernels where no folder can keep their code."""

import pytest
from numba.core import caching

from samecopy.kernels.compiled import compiled


def test_a_kernel_runs_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no folder for compiled code a kernel is compiled for this run, and works."""
    monkeypatch.setattr(caching.CompileResultCacheImpl, "_locator_classes", [])

    def tripled(x: int) -> int:
        return 3 * x

    assert compiled(tripled)(14) == 42
