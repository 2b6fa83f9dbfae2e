"""Several cores at one step: kernels run without the interpreter's lock, so threads suffice."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


def cores() -> int:
    """How many cores this process may use."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


def carried(work: Callable[[Item], Made], items: Iterable[Item], cores: int) -> Iterator[Made]:
    """What `work` gives for each item, in the order of the items, on so many cores.

    No more than `cores` items are at work and as many outcomes waiting, so that memory stays bounded.

    >>> list(carried(lambda n: n * n, [3, 1, 2], cores=2))
    [9, 1, 4]
    """
    if cores < 2:
        yield from map(work, items)
        return
    with ThreadPoolExecutor(cores) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > cores:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for late in waiting:
                late.cancel()
