"""Connected components of a graph given by its edges."""

import numpy as np

from samecopy.kernels.compiled import compiled
from samecopy.kernels.types import I32, I64


@compiled
def components(n: int, a: I64, b: I64) -> I32:
    """Labels the nodes 0 to n - 1 of the graph with edges (a[i], b[i]).

    Returns (n,) int32: for each node the least node of its component.
    Union-find with path halving (Tarjan and van Leeuwen, JACM 1984), the lesser root kept as root.

    >>> import numpy as np
    >>> components(4, np.array([3, 1]), np.array([1, 0])).tolist()
    [0, 0, 2, 0]
    """
    root = np.arange(n).astype(np.int32)
    for e in range(a.shape[0]):
        x = a[e]
        y = b[e]
        while root[x] != x:
            root[x] = root[root[x]]
            x = np.int64(root[x])
        while root[y] != y:
            root[y] = root[root[y]]
            y = np.int64(root[y])
        if x < y:
            root[y] = x
        elif y < x:
            root[x] = y
    for x in range(n):
        root[x] = root[root[x]]
    return root
