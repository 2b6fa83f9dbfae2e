"""How kernels are compiled: once per machine where there is a folder to keep the code in, else per run."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(kernel: Callable[P, R]) -> Callable[P, R]:
    """Compiles a kernel at its first call, without the interpreter's lock.

    The code is kept beside the module, in `NUMBA_CACHE_DIR` or in the user's cache folder. Where none of
    them can be written (a package installed for all, a service without a home) it is compiled anew in
    every run, which takes some seconds more.

    >>> @compiled
    ... def double(x: int) -> int:
    ...     return 2 * x
    >>> double(4)
    8
    """
    try:
        made: Callable[P, R] = njit(cache=True, nogil=True)(kernel)
    except RuntimeError:
        made = njit(nogil=True)(kernel)
    return made
